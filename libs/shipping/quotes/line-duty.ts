import type { Citation, Cited, Market, SurchargeEntry } from '../reference/market.js';
import type { LowValueRegimeRow } from '../reference/row.js';
import type { Basis } from './basis.js';
import { remark } from './basis.js';
import { Dec, inUnits, toMinor } from './decimal.js';
import { evaluateDuty } from './duty-expression.js';
import { charge, type PricedLine } from './freight.js';
import { fold } from '#libs/kernel';
import type { OriginVerdict } from '../origin/origin.js';
import { FORMULAS } from '../words/formulas.js';
import { ORIGIN, PROOFS, type ProofKind } from '../words/origin-words.js';
import { rowWords, say, saying, type Param, type Said, type Saying } from '../words/saying.js';
import { programmeWords, rateWords } from '../words/tariff-words.js';
import type { Charge, Preference, Remark } from './quote.js';

/** Duty and surcharges of one line under one way of declaring it. */
export interface LineDuty {
  readonly customsValueMinor: number;
  readonly dutyMinor: number;
  readonly surchargeMinor: number;
  readonly preference: Preference;
  readonly saved: number | null;
  readonly charges: readonly Charge[];
}

export interface LineOrigin {
  readonly verdict: OriginVerdict;
  readonly proof: ProofKind | null;
}

/** Whether this line may be declared as originating under an agreement. */
export function claims(line: PricedLine, origin: LineOrigin): boolean {
  return origin.verdict.originating === 'yes' && line.entry.preference !== null;
}

/** CIF takes the way to the border into the value, FOB does not. Our carriers do not split the way, so all of it counts. */
export function customsValueOf(market: Market, line: PricedLine): number {
  const step = market.row.valueStepMinor;
  const value = market.row.customsBasis === 'CIF' ? line.goodsMinor + line.shippingMinor + line.insuranceMinor : line.goodsMinor;
  return step === 1 ? value : toMinor(new Dec(value), step);
}

/** A small consignment that pays no duty at all. */
export function dutyFree(market: Market, line: PricedLine, origin: LineOrigin, relief: Cited<LowValueRegimeRow>, basis: Basis): LineDuty {
  const cite = basis.use(relief.cite);
  const made = charge('duty', 'DUTY', line.entry.row.commodityCode, line.request.key, 0, rowWords(relief.row), FORMULAS.RELIEVED, cite);
  return { customsValueMinor: customsValueOf(market, line), dutyMinor: 0, surchargeMinor: 0, saved: 0, charges: [made], preference: unused(market, origin, rowWords(relief.row)) };
}

/** A fixed sum per distinct tariff item: the first line of each item carries it. */
export function itemDuty(market: Market, line: PricedLine, origin: LineOrigin, regime: Cited<LowValueRegimeRow>, first: boolean, why: Saying, basis: Basis): LineDuty {
  const amount = first ? regime.row.itemDutyMinor : 0;
  const each = { each: inUnits(regime.row.itemDutyMinor), currency: regime.row.currency };
  const formula = first ? saying(FORMULAS.ITEM, each) : saying(FORMULAS.ITEM_COUNTED, { ...each, code: line.entry.row.hsCode });
  const made = charge('duty', 'ITEM_DUTY', line.entry.row.commodityCode, line.request.key, amount, formula, saying(FORMULAS.ITEM, each), basis.use(regime.cite));
  return { customsValueMinor: customsValueOf(market, line), dutyMinor: amount, surchargeMinor: 0, saved: 0, charges: [made], preference: unused(market, origin, why) };
}

/** A full declaration: the national rate, or the preference when the origin is proved, and every layer on top. */
export function fullDuty(market: Market, line: PricedLine, origin: LineOrigin, instead: number | null, basis: Basis): LineDuty | Remark {
  const customsValueMinor = customsValueOf(market, line);
  const duty = ordinaryOrPreferential(market, line, origin, customsValueMinor, instead, basis);
  if ('code' in duty) return duty;
  const surcharges = surchargesOf(market, line, customsValueMinor, duty.dutyMinor, basis);
  if ('code' in surcharges) return surcharges;
  return { customsValueMinor, ...duty, surchargeMinor: surcharges.total, charges: [duty.made, ...surcharges.charges] };
}

type Settled = Pick<LineDuty, 'dutyMinor' | 'preference' | 'saved'> & { readonly made: Charge };

function ordinaryOrPreferential(market: Market, line: PricedLine, origin: LineOrigin, valueMinor: number, instead: number | null, basis: Basis): Settled | Remark {
  const { entry, measured, request } = line;
  const { currency, roundingStepMinor: step, roundingMode: mode } = market.row;
  const cite = basis.use(entry.cite);
  const full = evaluateDuty(entry.duty, valueMinor, currency, measured);
  const withoutMinor = instead ?? (full.known ? toMinor(full.minor, step, mode) : null);
  const may = mayPrefer(market, line, origin, withoutMinor);
  if (may.applied) {
    const reduced = evaluateDuty(entry.preference!, valueMinor, currency, measured);
    if (!reduced.known) return remark('RATE_UNKNOWN', { code: entry.row.commodityCode, rate: entry.row.preference ?? '' }, request.key);
    const dutyMinor = toMinor(reduced.minor, step, mode);
    if (market.originRegime) basis.use(market.originRegime.cite);
    if (origin.verdict.rule) basis.use(origin.verdict.rule.cite);
    const plain = instead !== null ? saying(FORMULAS.LOW_VALUE_DUTY, { amount: inUnits(instead), currency }) : full.known ? saying(FORMULAS.PLAIN, { formula: full.formula, amount: inUnits(withoutMinor!), currency }) : full.why;
    const formula = saying(FORMULAS.PREFERENCE, { regime: may.regime ?? '', rate: rateWords(entry.row.preference ?? ''), value: inUnits(valueMinor), currency, plain });
    const made = charge('duty', 'DUTY', entry.row.commodityCode, request.key, dutyMinor, formula, rateWords(entry.row.preference ?? ''), cite);
    return { dutyMinor, preference: may, saved: withoutMinor === null ? null : withoutMinor - dutyMinor, made };
  }
  if (!full.known) return remark('RATE_UNKNOWN', { code: entry.row.commodityCode, rate: entry.row.duty }, request.key);
  const dutyMinor = toMinor(full.minor, step, mode);
  return { dutyMinor, preference: may, saved: 0, made: charge('duty', 'DUTY', entry.row.commodityCode, request.key, dutyMinor, full.formula, rateWords(entry.row.duty), cite) };
}

/** Whether the agreement is used, and if not, what stands in the way. */
function mayPrefer(market: Market, line: PricedLine, origin: LineOrigin, withoutMinor: number | null): Preference {
  if (line.entry.preference === null || market.originRegime === null) return unused(market, origin, saying(ORIGIN.NO_PREFERENCE));
  // A claim may be worth its paper even where the duty is free: it also waives the processing fee.
  if (withoutMinor === 0 && !market.fees.some((fee) => fee.row.base === 'value_without_preference')) return unused(market, origin, saying(ORIGIN.FREE_ANYWAY));
  const { originating, criterion, why } = origin.verdict;
  if (originating !== 'yes') return unused(market, origin, why);
  const { regime, mention, proofMonths } = market.originRegime.row;
  const proof = origin.proof === null ? null : PROOFS[origin.proof].en;
  return { applied: true, regime, proof, proofKind: origin.proof, mention, proofMonths, originating, criterion, why: say(why, 'en'), said: { why } };
}

function unused(market: Market, { verdict: { originating, criterion } }: LineOrigin, why: Saying | Said): Preference {
  return { applied: false, regime: market.originRegime?.row.regime ?? null, proof: null, proofKind: null, mention: null, proofMonths: null, originating, criterion, why: say(why, 'en'), said: { why } };
}

/** Layers that no preference removes (US Section 232 is due on the full value since 6 April 2026, Free (MA) or not). */
function surchargesOf(market: Market, line: PricedLine, valueMinor: number, dutyMinor: number, basis: Basis): { total: number; charges: Charge[] } | Remark {
  const charges: Charge[] = [];
  let total = 0;
  for (const layer of layersOn(market, line)) {
    const answer = evaluateDuty(layer.rate, valueMinor, market.row.currency, line.measured);
    if (!answer.known) return remark('SURCHARGE_UNKNOWN', { programme: programmeWords(layer.row.programme), code: line.entry.row.commodityCode, rate: rowWords(layer.row) }, line.request.key);
    const full = toMinor(answer.minor, market.row.roundingStepMinor, market.row.roundingMode);
    const amount = layer.floor ? Math.max(0, full - dutyMinor) : full;
    const formula: Param = layer.floor ? saying(FORMULAS.FLOOR, { formula: answer.formula, floor: inUnits(full), duty: inUnits(dutyMinor) }) : answer.formula;
    const cite: Citation = basis.use(layer.cite);
    charges.push(charge('surcharge', 'SURCHARGE', `${layer.row.programme} ${layer.row.heading}`, line.request.key, amount, saying(FORMULAS.LAYER, { formula, says: rowWords(layer.row) }), layer.row.rate, cite));
    total += amount;
  }
  return { total, charges };
}

const NO_LAYERS: readonly SurchargeEntry[] = [];

function layersOn(market: Market, line: PricedLine): readonly SurchargeEntry[] {
  if (market.surcharges.length === 0) return NO_LAYERS;
  const { hsCode } = line.entry.row;
  const national = line.entry.row.commodityCode.replace(/\D/g, '');
  const due = market.surcharges.filter(({ row }) => (hsCode.startsWith(row.prefix) || national.startsWith(row.prefix)) && hasTheMetal(row, line));
  return due.filter(({ row }) => !row.yieldsTo.some((other) => due.some((d) => d.row.programme === other)));
}

/** Goods with little of the metal by weight are out. A share nobody stated counts as enough. */
function hasTheMetal({ metals, metalFromPercent }: SurchargeEntry['row'], line: PricedLine): boolean {
  if (metalFromPercent === null || line.request.materials.length === 0) return true;
  const shares = line.request.materials.filter((m) => metals.some((metal) => fold(m.name).includes(metal))).map((m) => m.percent);
  return shares.includes(null) || new Dec(shares.reduce<number>((sum, share) => sum + (share ?? 0), 0)).gte(metalFromPercent);
}
