import type { Cited, Market } from '../reference/market.js';
import type { LowValueRegimeRow } from '../reference/row.js';
import type { Basis } from './basis.js';
import { remark } from './basis.js';
import { Dec, HUNDRED, inUnits, toMinor } from './decimal.js';
import { evaluateDuty } from './duty-expression.js';
import { charge, shares, type PricedConsignment } from './freight.js';
import { claims, customsValueOf, dutyFree, fullDuty, itemDuty, type LineDuty, type LineOrigin } from './line-duty.js';
import { FORMULAS } from '../words/formulas.js';
import { ORIGIN } from '../words/origin-words.js';
import { rowWords, saying, type Param } from '../words/saying.js';
import type { BuyerKind, Charge, Remark } from './quote.js';

/** A way to bring the consignment through customs. */
export interface Scheme {
  readonly name: string;
  /** The low-value rule that rules it, or that still weighs on a full declaration of a small consignment. */
  readonly lowValue: Cited<LowValueRegimeRow> | null;
  readonly full: boolean;
  readonly daysMore: number;
}

export interface Declaration {
  readonly scheme: Scheme;
  readonly duties: readonly LineDuty[];
  /** Tax of each line; their sum is the tax charge. */
  readonly taxes: readonly number[];
  /** Duty, surcharges, tax and fees, in that order. */
  readonly charges: readonly Charge[];
  /** What the border or the carrier asks of the buyer when we have not paid it for him. */
  readonly atBorderMinor: number;
  readonly allMinor: number;
}

/** Which declarations are open to this consignment. Two only in the EU, where the cheaper is chosen. */
export function schemesOf(market: Market, goodsMinor: number, goodsMadMinor: number, buyer: BuyerKind): Scheme[] {
  const full: Scheme = { name: market.row.declaration, lowValue: null, full: true, daysMore: 0 };
  const small = market.lowValue.find(({ row }) => row.kind !== 'tax_floor' && (!row.consumersOnly || buyer === 'consumer') && isWithin(market, row, goodsMinor, goodsMadMinor));
  if (!small) return [full];
  const low: Scheme = { name: small.row.scheme, lowValue: small, full: false, daysMore: 0 };
  return small.row.kind === 'item_duty' ? [low, { ...full, lowValue: small, daysMore: small.row.daysSaved }] : [low];
}

/** Thresholds look at the intrinsic value: the goods alone, in the currency the law names. */
function isWithin(market: Market, row: LowValueRegimeRow, goodsMinor: number, goodsMadMinor: number): boolean {
  if (row.currency === market.row.currency) return goodsMinor <= row.thresholdMinor;
  const fx = market.fx.get(row.currency);
  return fx !== undefined && new Dec(goodsMadMinor).div(fx.madPerUnit).lte(row.thresholdMinor);
}

export function declare(market: Market, priced: PricedConsignment, origins: readonly LineOrigin[], scheme: Scheme, basis: Basis): Declaration | Remark[] {
  const duties = dutiesOf(market, priced, origins, scheme, basis);
  if ('reasons' in duties) return duties.reasons;
  const dutyMinor = duties.reduce((sum, d) => sum + d.dutyMinor + d.surchargeMinor, 0);
  const tax = taxOf(market, priced, duties, scheme, basis);
  if ('code' in tax) return [tax];
  const fees = feesOf(market, priced, origins, scheme, dutyMinor + (scheme.full ? tax.minor : 0), basis);
  if ('code' in fees) return [fees];
  const feeMinor = fees.reduce((sum, f) => sum + f.amountMinor, 0);
  return {
    scheme,
    duties,
    taxes: tax.minor === 0 ? duties.map(() => 0) : shares(tax.minor, tax.bases),
    charges: [...duties.flatMap((d) => d.charges), ...tax.charges, ...fees],
    // IOSS and the UK point-of-sale VAT are taken by the seller whatever the Incoterm.
    atBorderMinor: dutyMinor + feeMinor + (scheme.full ? tax.minor : 0),
    allMinor: dutyMinor + feeMinor + tax.minor,
  };
}

function dutiesOf(market: Market, priced: PricedConsignment, origins: readonly LineOrigin[], scheme: Scheme, basis: Basis): LineDuty[] | { reasons: Remark[] } {
  const counted = new Set<string>();
  const reasons: Remark[] = [];
  const duties: LineDuty[] = [];
  priced.lines.forEach((line, i) => {
    const { lowValue, full } = scheme;
    const origin = origins[i]!;
    const prefers = full && claims(line, origin);
    // On the reduced declaration an item is six digits, on the full one the national line.
    const item = full ? line.entry.row.commodityCode : line.entry.row.hsCode;
    const first = !counted.has(item);
    if (lowValue && lowValue.row.kind !== 'item_duty') duties.push(dutyFree(market, line, origin, lowValue, basis));
    else if (lowValue && !prefers) {
      counted.add(item);
      const why = full ? origin.verdict.why : saying(ORIGIN.LOW_VALUE, { scheme: scheme.name, amount: inUnits(lowValue.row.itemDutyMinor), currency: lowValue.row.currency });
      duties.push(itemDuty(market, line, origin, lowValue, first, why, basis));
    } else {
      const one = fullDuty(market, line, origin, lowValue ? (first ? lowValue.row.itemDutyMinor : 0) : null, basis);
      if ('code' in one) reasons.push(one);
      else duties.push(one);
    }
  });
  return reasons.length > 0 ? { reasons } : duties;
}

interface Tax {
  readonly minor: number;
  readonly bases: readonly number[];
  readonly charges: readonly Charge[];
}

/** Import VAT or GST: customs value, duty and layers, times the rate; rounded once for the consignment. */
function taxOf(market: Market, priced: PricedConsignment, duties: readonly LineDuty[], scheme: Scheme, basis: Basis): Tax | Remark {
  const { tax, row } = market;
  if (!tax) return remark('TAX_UNKNOWN');
  const bases = duties.map((d) => d.customsValueMinor + d.dutyMinor + d.surchargeMinor);
  const cite = basis.use(tax.cite);
  if (tax.percent.isZero()) return { minor: 0, bases, charges: [] };
  const relieved = scheme.lowValue?.row.kind === 'no_duty_no_tax' ? scheme.lowValue : null;
  if (relieved) return { minor: 0, bases, charges: [charge('tax', tax.row.name, '', null, 0, rowWords(relieved.row), FORMULAS.RELIEVED, basis.use(relieved.cite))] };
  const base = bases.reduce((sum, one) => sum + one, 0);
  const minor = toMinor(tax.percent.times(base).div(HUNDRED), row.roundingStepMinor, row.roundingMode);
  const formula = taxFormula(tax.row.percent, base, duties, row.currency);
  const floor = market.lowValue.find((r) => r.row.kind === 'tax_floor');
  if (floor && minor <= floor.row.thresholdMinor) {
    return { minor: 0, bases, charges: [charge('tax', tax.row.name, '', null, 0, saying(FORMULAS.TAX_FLOOR, { formula, amount: inUnits(minor), says: rowWords(floor.row) }), `${tax.row.percent} %`, basis.use(floor.cite))] };
  }
  return { minor, bases, charges: [charge('tax', tax.row.name, `${tax.row.percent} %`, null, minor, formula, `${tax.row.percent} %`, cite)] };
}

function taxFormula(percent: string, base: number, duties: readonly LineDuty[], currency: string): Param {
  const value = duties[0]!.customsValueMinor;
  if (duties.length === 1) return saying(FORMULAS.TAX_ONE, { percent, value: inUnits(value), duty: inUnits(base - value), currency });
  return saying(FORMULAS.TAX_MANY, { percent, base: inUnits(base), currency });
}

/** What the carrier asks for clearing the goods and advancing duty and tax. Nothing advanced, nothing asked. */
function feesOf(market: Market, priced: PricedConsignment, origins: readonly LineOrigin[], scheme: Scheme, advancedMinor: number, basis: Basis): Charge[] | Remark {
  const charges: Charge[] = [];
  const bases = { goods: priced.goodsMinor, duty_and_tax: advancedMinor, value_without_preference: valueWithoutPreference(market, priced, origins) };
  for (const fee of market.fees) {
    const { row } = fee;
    if (row.kind !== 'fee' || (row.scheme !== '' && row.scheme !== scheme.name)) continue;
    if (priced.goodsMinor < row.fromValueMinor || (row.toValueMinor !== null && priced.goodsMinor > row.toValueMinor)) continue;
    if (row.base !== 'goods' && bases[row.base] === 0) continue;
    const answer = evaluateDuty(fee.rate, bases[row.base], market.row.currency, { kg: null, m2: null, items: new Dec(1) });
    if (!answer.known) return remark('FEE_UNKNOWN', { rate: row.rate });
    charges.push(charge('fee', row.code, '', null, toMinor(answer.minor), answer.formula, row.rate, basis.use(fee.cite), row.label));
  }
  return charges;
}

/** The US merchandise processing fee is not due on what is declared as originating (general knowledge, and §6.3 of mallorygroup.com's page, 2026-11-24). */
function valueWithoutPreference(market: Market, priced: PricedConsignment, origins: readonly LineOrigin[]): number {
  return priced.lines.reduce((sum, line, i) => (claims(line, origins[i]!) ? sum : sum + customsValueOf(market, line)), 0);
}
