import type { Citation, Cited, Market, SurchargeEntry } from '../reference/market.js';
import type { LowValueRegimeRow } from '../reference/row.js';
import type { Basis } from './basis.js';
import { remark } from './basis.js';
import { Dec, inUnits, toMinor } from './decimal.js';
import { evaluateDuty } from './duty-expression.js';
import { charge, type PricedLine } from './freight.js';
import type { OriginVerdict } from './origin.js';
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
  readonly proof: string | null;
}

/** CIF takes the way to the border into the value, FOB does not. Our carriers do not split the way, so all of it counts. */
export function customsValueOf(market: Market, line: PricedLine): number {
  const step = market.row.valueStepMinor;
  const value = market.row.customsBasis === 'CIF' ? line.goodsMinor + line.shippingMinor + line.insuranceMinor : line.goodsMinor;
  return step === 1 ? value : toMinor(new Dec(value), step);
}

/** A small consignment that pays no duty at all. */
export function dutyFree(market: Market, line: PricedLine, relief: Cited<LowValueRegimeRow>, basis: Basis): LineDuty {
  const cite = basis.use(relief.cite);
  const made = charge('duty', 'DUTY', line.entry.row.commodityCode, line.request.key, 0, relief.row.says, 'relieved', cite);
  return { customsValueMinor: customsValueOf(market, line), dutyMinor: 0, surchargeMinor: 0, saved: 0, charges: [made], preference: unused(market, relief.row.says) };
}

/** A fixed sum per distinct tariff item: the first line of each item carries it. */
export function itemDuty(market: Market, line: PricedLine, regime: Cited<LowValueRegimeRow>, first: boolean, why: string, basis: Basis): LineDuty {
  const amount = first ? regime.row.itemDutyMinor : 0;
  const each = `${inUnits(regime.row.itemDutyMinor)} ${regime.row.currency}`;
  const formula = first ? `${each} per tariff item` : `${each} per tariff item, already counted for ${line.entry.row.hsCode}`;
  const made = charge('duty', 'ITEM_DUTY', line.entry.row.commodityCode, line.request.key, amount, formula, `${each}/item`, basis.use(regime.cite));
  return { customsValueMinor: customsValueOf(market, line), dutyMinor: amount, surchargeMinor: 0, saved: 0, charges: [made], preference: unused(market, why) };
}

/** A full declaration: the national rate, or the preference when the origin is proved, and every layer on top. */
export function fullDuty(market: Market, line: PricedLine, origin: LineOrigin, instead: number | null, basis: Basis): LineDuty | Remark {
  const customsValueMinor = customsValueOf(market, line);
  const surcharges = surchargesOf(market, line, customsValueMinor, basis);
  if ('code' in surcharges) return surcharges;
  const duty = ordinaryOrPreferential(market, line, origin, customsValueMinor, instead, basis);
  if ('code' in duty) return duty;
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
    const plain = instead !== null ? `${inUnits(instead)} ${currency} low-value duty` : full.known ? `${full.formula} = ${inUnits(withoutMinor!)} ${currency}` : full.why;
    const made = charge('duty', 'DUTY', entry.row.commodityCode, request.key, dutyMinor, `${may.regime} preference "${entry.row.preference ?? ''}" on ${inUnits(valueMinor)} ${currency}; without it ${plain}`, entry.row.preference ?? '', cite);
    return { dutyMinor, preference: may, saved: withoutMinor === null ? null : withoutMinor - dutyMinor, made };
  }
  if (!full.known) return remark('RATE_UNKNOWN', { code: entry.row.commodityCode, rate: entry.row.duty }, request.key);
  const dutyMinor = toMinor(full.minor, step, mode);
  return { dutyMinor, preference: may, saved: 0, made: charge('duty', 'DUTY', entry.row.commodityCode, request.key, dutyMinor, full.formula, entry.row.duty, cite) };
}

/** Whether the agreement is used, and if not, what stands in the way. */
function mayPrefer(market: Market, line: PricedLine, origin: LineOrigin, withoutMinor: number | null): Preference {
  if (line.entry.preference === null || market.originRegime === null) return unused(market, 'Morocco has no preference here for this tariff line');
  if (withoutMinor === 0) return unused(market, 'the duty is free whatever the origin');
  if (origin.verdict.originating !== 'yes') return unused(market, origin.verdict.why);
  const { regime, mention, proofMonths } = market.originRegime.row;
  return { applied: true, regime, proof: origin.proof, mention, proofMonths, why: origin.verdict.why };
}

function unused(market: Market, why: string): Preference {
  return { applied: false, regime: market.originRegime?.row.regime ?? null, proof: null, mention: null, proofMonths: null, why };
}

/** Layers that no preference removes (US Section 232 is due on the full value since 6 April 2026, Free (MA) or not). */
function surchargesOf(market: Market, line: PricedLine, valueMinor: number, basis: Basis): { total: number; charges: Charge[] } | Remark {
  const charges: Charge[] = [];
  let total = 0;
  for (const layer of layersOn(market, line)) {
    const answer = evaluateDuty(layer.rate, valueMinor, market.row.currency, line.measured);
    if (!answer.known) return remark('SURCHARGE_UNKNOWN', { programme: layer.row.programme, code: line.entry.row.commodityCode, rate: layer.row.rate }, line.request.key);
    const amount = toMinor(answer.minor, market.row.roundingStepMinor, market.row.roundingMode);
    const cite: Citation = basis.use(layer.cite);
    charges.push(charge('surcharge', 'SURCHARGE', `${layer.row.programme} ${layer.row.heading}`, line.request.key, amount, `${answer.formula}; ${layer.row.says}`, layer.row.rate, cite));
    total += amount;
  }
  return { total, charges };
}

const NO_LAYERS: readonly SurchargeEntry[] = [];

function layersOn(market: Market, line: PricedLine): readonly SurchargeEntry[] {
  if (market.surcharges.length === 0) return NO_LAYERS;
  const { hsCode } = line.entry.row;
  const national = line.entry.row.commodityCode.replace(/\D/g, '');
  const due = market.surcharges.filter(({ row }) => hsCode.startsWith(row.prefix) || national.startsWith(row.prefix));
  return due.filter(({ row }) => !row.yieldsTo.some((other) => due.some((d) => d.row.programme === other)));
}
