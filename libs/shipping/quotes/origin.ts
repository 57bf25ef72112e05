import { headingOf } from '#libs/kernel';
import type { Cited } from '../reference/market.js';
import type { OriginRegimeRow, OriginRuleRow } from '../reference/row.js';
import { Dec, HUNDRED } from './decimal.js';
import type { QuoteLineRequest, QuoteMaterial } from './quote.js';

/** `review` goes to a person; `not_provable` may well be Moroccan, but nobody can show it yet. */
export interface OriginVerdict {
  readonly originating: 'yes' | 'no' | 'not_provable' | 'review';
  readonly why: string;
}

type OriginFacts = Pick<QuoteLineRequest, 'hsCode' | 'originRegion' | 'materials' | 'originating' | 'goodsValueMadMinor' | 'exWorksMadMinor' | 'processingCostMadMinor'>;

/** Is this piece Moroccan in the sense of the corridor's agreement? */
export function assessOrigin(regime: OriginRegimeRow | null, rules: readonly Cited<OriginRuleRow>[], piece: OriginFacts): OriginVerdict {
  if (regime === null) return { originating: 'no', why: 'Morocco has no agreement with this destination for this tariff' };
  if (regime.reviewRegions.includes(piece.originRegion)) {
    return { originating: 'review', why: `goods of region ${piece.originRegion} need the special mention of ${regime.agreement}; a person decides` };
  }
  if (piece.originating !== undefined) {
    return piece.originating ? { originating: 'yes', why: 'a signed verdict of origin is on file' } : { originating: 'no', why: 'a signed verdict says it does not originate in Morocco' };
  }
  if (piece.materials.length === 0) return { originating: 'not_provable', why: 'the maker has not listed the materials' };
  const foreign = piece.materials.filter((m) => m.originCountry !== 'MA' && !regime.cumulatesWith.includes(m.originCountry));
  const cumulated = piece.materials.filter((m) => m.originCountry !== 'MA' && regime.cumulatesWith.includes(m.originCountry));
  const rule = ruleFor(rules, piece.hsCode ?? '');
  if (regime.method === 'value_content' && rule === null && cumulated.length + foreign.length > 0) return byValueContent(regime, piece);
  if (foreign.length === 0) {
    const held = cumulated.map((m) => `${m.name} from ${m.originCountry}`).join(', ');
    return { originating: 'yes', why: held === '' ? 'made in Morocco of Moroccan materials only' : `made in Morocco; ${held} cumulates when its proof of origin is on file` };
  }
  return byProductRule(regime, rule, piece, foreign);
}

/**
 * US–Morocco: Moroccan and US materials plus the direct cost of the work reach 35 % of the value, US materials
 * counting for 15 points at most (19 CFR 10.761–10.788; the cap is general knowledge, 2026-11-24).
 */
function byValueContent(regime: OriginRegimeRow, piece: OriginFacts): OriginVerdict {
  const costs = piece.materials.map((m) => m.costMadMinor ?? null);
  const work = piece.processingCostMadMinor ?? null;
  const value = piece.exWorksMadMinor ?? piece.goodsValueMadMinor;
  if (work === null || costs.includes(null) || value <= 0) {
    return { originating: 'not_provable', why: `the cost of each material and of the work is needed for the ${regime.minValuePercent ?? ''} % value test` };
  }
  const sumOf = (ours: (m: QuoteMaterial) => boolean): Dec => piece.materials.reduce((sum, m) => (ours(m) ? sum.plus(m.costMadMinor ?? 0) : sum), new Dec(0));
  const partners = sumOf((m) => regime.cumulatesWith.includes(m.originCountry));
  const capped = Dec.min(partners, new Dec(value).times(15).div(HUNDRED));
  const share = sumOf((m) => m.originCountry === 'MA').plus(capped).plus(work).times(HUNDRED).div(value);
  const enough = share.gte(regime.minValuePercent ?? '0');
  return { originating: enough ? 'yes' : 'no', why: `materials and work of the parties are ${share.toDecimalPlaces(1).toString()} % of the value; ${regime.minValuePercent ?? ''} % is asked` };
}

/** The rule that speaks of this code most closely. */
function ruleFor(rules: readonly Cited<OriginRuleRow>[], code: string): OriginRuleRow | null {
  return rules.reduce<OriginRuleRow | null>((best, { row }) => (code.startsWith(row.prefix) && row.prefix.length > (best?.prefix.length ?? -1) ? row : best), null);
}

function byProductRule(regime: OriginRegimeRow, rule: OriginRuleRow | null, piece: OriginFacts, foreign: readonly QuoteMaterial[]): OriginVerdict {
  const code = piece.hsCode ?? '';
  const names = foreign.map((m) => `${m.name} from ${m.originCountry}`).join(', ');
  if (!rule) return { originating: 'not_provable', why: `it holds ${names}, and the product rule of ${regime.regime} for ${code} is not recorded` };
  const passed = passes(rule, code, piece, foreign);
  const says = `${names}: rule ${rule.prefix} of ${regime.regime} asks "${rule.says}"`;
  if (passed === null) return { originating: 'not_provable', why: `${says}; the code or cost of a material is missing` };
  return passed ? { originating: 'yes', why: `${says}, which is met` } : { originating: 'no', why: `${says}, which is not met` };
}

function passes(rule: OriginRuleRow, code: string, piece: OriginFacts, foreign: readonly QuoteMaterial[]): boolean | null {
  const change = (): boolean | null => everyCode(foreign, (material) => headingOf(material) !== headingOf(code));
  const value = (): boolean | null => withinValue(rule, piece, foreign);
  switch (rule.kind) {
    case 'heading_change': return change();
    case 'max_value': return value();
    case 'from_materials': return everyCode(foreign, (material) => rule.materials.some((allowed) => material.startsWith(allowed)));
    case 'except_materials': return everyCode(foreign, (material) => !rule.materials.some((barred) => material.startsWith(barred)));
    case 'heading_change_and_max_value': return both(change(), value());
    case 'heading_change_or_max_value': return either(change(), value());
  }
}

function everyCode(materials: readonly QuoteMaterial[], test: (code: string) => boolean): boolean | null {
  let unknown = false;
  for (const material of materials) {
    if (!material.hsCode) unknown = true;
    else if (!test(material.hsCode)) return false;
  }
  return unknown ? null : true;
}

function withinValue(rule: OriginRuleRow, piece: OriginFacts, foreign: readonly QuoteMaterial[]): boolean | null {
  const price = piece.exWorksMadMinor ?? piece.goodsValueMadMinor;
  let cost = new Dec(0);
  for (const material of foreign) {
    if (material.costMadMinor === null || material.costMadMinor === undefined) return null;
    cost = cost.plus(material.costMadMinor);
  }
  return cost.times(HUNDRED).lte(new Dec(rule.maxPercent ?? '0').times(price));
}

const both = (a: boolean | null, b: boolean | null): boolean | null => (a === false || b === false ? false : a === null || b === null ? null : true);
const either = (a: boolean | null, b: boolean | null): boolean | null => (a === true || b === true ? true : a === null || b === null ? null : false);
