import { Dec } from '../quotes/decimal.js';
import type { QuoteLineRequest, QuoteMaterial } from '../quotes/quote.js';
import type { Cited, RuleEntry } from '../reference/market.js';
import type { OriginRegimeRow } from '../reference/row.js';
import { ORIGIN } from '../words/origin-words.js';
import { rowWords, saying, type Param, type Params, type Saying } from '../words/saying.js';
import { answerRule, type Ask } from './product-rule.js';
import { valueAdded, valueContent } from './value-test.js';
import type { Criterion, Originating } from './verdict.js';

export interface OriginVerdict {
  readonly originating: Originating;
  readonly criterion: Criterion | null;
  readonly why: Saying;
  /** The product rule looked at, for the quote that relies on it. */
  readonly rule: RuleEntry | null;
  /** Fields of the piece that would settle it: `materials.1.hsCode`, `operations`. */
  readonly asks: readonly string[];
}

export type OriginFacts = Pick<QuoteLineRequest, 'hsCode' | 'originRegion' | 'materials' | 'originating' | 'goodsValueMadMinor' | 'making'>;

/** The regime that rules a corridor on a day, and its product rules. */
export interface Corridor {
  readonly regime: Cited<OriginRegimeRow> | null;
  readonly rules: readonly RuleEntry[];
}

/** Is this piece Moroccan in the sense of the corridor's agreement? Pure; one verdict with its reasons. */
export function origin({ regime: cited, rules }: Corridor, piece: OriginFacts): OriginVerdict {
  if (cited === null) return verdict('no', null, saying(ORIGIN.NO_AGREEMENT));
  const regime = cited.row;
  if (regime.reviewRegions.includes(piece.originRegion)) return verdict('review', null, saying(ORIGIN.REGION, { region: piece.originRegion, agreement: regime.agreement }));
  if (piece.originating !== undefined) return piece.originating ? verdict('yes', 'signed', saying(ORIGIN.SIGNED_YES)) : verdict('no', 'signed', saying(ORIGIN.SIGNED_NO));
  if (piece.materials.length === 0) return verdict('not_provable', null, saying(ORIGIN.NO_MATERIALS), null, ['materials']);
  const foreign = piece.materials.filter((m) => standing(m, regime) === 'foreign');
  const partners = piece.materials.filter((m) => standing(m, regime) === 'partner');
  if (foreign.length + partners.length === 0) return verdict('yes', 'moroccan_materials', saying(ORIGIN.OWN));
  const minimal = workOf(regime, piece, foreign.length > 0 ? foreign : partners);
  if (minimal) return minimal;
  const rule = ruleFor(rules, piece.hsCode ?? '');
  if (regime.method === 'value_content' && rule === null) return byValue(regime, piece);
  if (foreign.length === 0) return verdict('yes', 'cumulation', saying(ORIGIN.CUMULATED, { materials: named(partners, regime), regime: regime.regime }));
  return regime.method === 'value_added' ? byValue(regime, piece) : byRule(regime, rule, piece, foreign);
}

/** A partner's material counts as Moroccan only while its own proof of origin is held (cumulation). */
function standing(material: QuoteMaterial, regime: OriginRegimeRow): 'own' | 'partner' | 'foreign' {
  if (material.originCountry === 'MA') return 'own';
  return regime.cumulatesWith.includes(material.originCountry) && material.originProof === true ? 'partner' : 'foreign';
}

/** Minimal operations never confer origin; which they are is the regime's to say. Null when the work goes beyond them. */
function workOf(regime: OriginRegimeRow, piece: OriginFacts, others: readonly QuoteMaterial[]): OriginVerdict | null {
  const operations = piece.making?.operations ?? [];
  const materials = named(others, regime);
  if (operations.length === 0) return verdict('not_provable', null, saying(ORIGIN.OPERATIONS_UNSAID, { materials }), null, ['operations']);
  if (operations.every((one) => regime.insufficient.includes(one))) return verdict('no', null, saying(ORIGIN.MINIMAL, { materials }));
  return null;
}

/** The rule that speaks of this code most closely. */
function ruleFor(rules: readonly RuleEntry[], code: string): RuleEntry | null {
  return rules.reduce<RuleEntry | null>((best, rule) => (code.startsWith(rule.row.prefix) && rule.row.prefix.length > (best?.row.prefix.length ?? -1) ? rule : best), null);
}

function byRule(regime: OriginRegimeRow, rule: RuleEntry | null, piece: OriginFacts, foreign: readonly QuoteMaterial[]): OriginVerdict {
  const materials = named(foreign, regime);
  if (rule === null) return verdict('not_provable', null, saying(ORIGIN.RULE_UNRECORDED, { materials, regime: regime.regime, code: piece.hsCode ?? '' }));
  const tolerancePercent = regime.tolerancePercent === null ? null : new Dec(regime.tolerancePercent);
  const textileTolerancePercent = regime.textileTolerancePercent === null ? null : new Dec(regime.textileTolerancePercent);
  const answer = answerRule(rule.rule, { hsCode: piece.hsCode ?? '', foreign, operations: piece.making?.operations ?? [], exWorksMadMinor: priceOf(piece), tolerancePercent, textileTolerancePercent });
  const params: Params = { materials, prefix: rule.row.prefix, regime: regime.regime, rule: rowWords(rule.row) };
  if (answer.met === null) return verdict('not_provable', null, saying(ORIGIN.RULE_UNSURE, { ...params, asks: asksSaid(answer.asks) }), rule, fieldsOf(answer.asks, piece));
  if (!answer.met) return verdict('no', null, saying(ORIGIN.RULE_BROKEN, params), rule);
  if (answer.by === 'rule') return verdict('yes', 'product_rule', saying(ORIGIN.RULE_MET, params), rule);
  const percent = (piece.hsCode ?? '') >= '50' && (piece.hsCode ?? '') < '64' ? regime.textileTolerancePercent : regime.tolerancePercent;
  return verdict('yes', 'tolerance', saying(ORIGIN.RULE_TOLERATED, { ...params, percent: percent ?? '' }), rule);
}

function byValue(regime: OriginRegimeRow, piece: OriginFacts): OriginVerdict {
  const costed = {
    materials: piece.materials,
    isForeign: (m: QuoteMaterial): boolean => standing(m, regime) === 'foreign',
    isPartner: (m: QuoteMaterial): boolean => standing(m, regime) === 'partner',
    valueMadMinor: priceOf(piece),
  };
  const content = regime.method === 'value_content';
  const partnerCapPercent = regime.partnerCapPercent === null ? null : new Dec(regime.partnerCapPercent);
  const answer = content ? valueContent({ ...costed, workMadMinor: piece.making?.processingCostMadMinor ?? null, partnerCapPercent }) : valueAdded(costed);
  const percent = regime.minValuePercent ?? '0';
  if ('asks' in answer) return verdict('not_provable', null, saying(ORIGIN.VALUE_ASKS, { regime: regime.regime, percent, asks: asksSaid(answer.asks) }), null, fieldsOf(answer.asks, piece));
  const why = saying(content ? ORIGIN.CONTENT : ORIGIN.ADDED, { share: answer.percent.toDecimalPlaces(1).toString(), percent });
  return answer.percent.gte(percent) ? verdict('yes', 'value', why) : verdict('no', null, why);
}

/** The price at the workshop's door, where it is known; else the selling price, as the stricter customs would. */
function priceOf(piece: OriginFacts): number {
  return piece.making?.exWorksMadMinor ?? piece.goodsValueMadMinor;
}

function named(materials: readonly QuoteMaterial[], regime: OriginRegimeRow): Param {
  return materials.map((m) => {
    const unproved = regime.cumulatesWith.includes(m.originCountry) && m.originProof !== true;
    return saying(unproved ? ORIGIN.MATERIAL_UNPROVED : ORIGIN.MATERIAL, { name: m.words ?? m.name, country: m.originCountry });
  });
}

type AnyAsk = Ask | 'processingCostMadMinor';
const ASKED = { hsCode: ORIGIN.ASK_HS, costMadMinor: ORIGIN.ASK_COST, percent: ORIGIN.ASK_PERCENT, person: ORIGIN.ASK_PERSON } as const;

function asksSaid(asks: readonly AnyAsk[]): Param {
  const said = new Map<string, Saying>();
  for (const ask of asks) {
    if (ask === 'processingCostMadMinor') said.set(ask, saying(ORIGIN.ASK_WORK));
    else if (ask.material === null) said.set('reader', saying(ORIGIN.ASK_READER));
    else said.set(`${ask.what} ${ask.material.name}`, saying(ASKED[ask.what], { name: ask.material.words ?? ask.material.name }));
  }
  return [...said.values()];
}

function fieldsOf(asks: readonly AnyAsk[], piece: OriginFacts): string[] {
  const fields = asks.flatMap((ask) => {
    if (ask === 'processingCostMadMinor') return [ask];
    return ask.material === null || ask.what === 'person' ? [] : [`materials.${piece.materials.indexOf(ask.material)}.${ask.what}`];
  });
  return [...new Set(fields)];
}

function verdict(originating: Originating, criterion: Criterion | null, why: Saying, rule: RuleEntry | null = null, asks: readonly string[] = []): OriginVerdict {
  return { originating, criterion, why, rule, asks };
}
