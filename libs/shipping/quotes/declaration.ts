import type { Cited, Market } from '../reference/market.js';
import type { LowValueRegimeRow } from '../reference/row.js';
import type { Basis } from './basis.js';
import { remark } from './basis.js';
import { Dec, HUNDRED, inUnits, toMinor } from './decimal.js';
import { evaluateDuty } from './duty-expression.js';
import { charge, shares, type PricedConsignment } from './freight.js';
import { dutyFree, fullDuty, itemDuty, type LineDuty, type LineOrigin } from './line-duty.js';
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
  const fees = feesOf(market, priced, scheme, dutyMinor + (scheme.full ? tax.minor : 0), basis);
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
    const prefers = full && origin.verdict.originating === 'yes' && line.entry.preference !== null;
    // On the reduced declaration an item is six digits, on the full one the national line.
    const item = full ? line.entry.row.commodityCode : line.entry.row.hsCode;
    const first = !counted.has(item);
    if (lowValue && lowValue.row.kind !== 'item_duty') duties.push(dutyFree(market, line, lowValue, basis));
    else if (lowValue && !prefers) {
      counted.add(item);
      const why = full ? origin.verdict.why : `${scheme.name} sales pay ${inUnits(lowValue.row.itemDutyMinor)} ${lowValue.row.currency} per tariff item instead of asking for the preference`;
      duties.push(itemDuty(market, line, lowValue, first, why, basis));
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
  if (relieved) return { minor: 0, bases, charges: [charge('tax', tax.row.name, '', null, 0, relieved.row.says, 'relieved', basis.use(relieved.cite))] };
  const base = bases.reduce((sum, one) => sum + one, 0);
  const minor = toMinor(tax.percent.times(base).div(HUNDRED), row.roundingStepMinor, row.roundingMode);
  const parts = priced.lines.length === 1 ? `(${inUnits(duties[0]!.customsValueMinor)} + ${inUnits(base - duties[0]!.customsValueMinor)} duty)` : `(customs values + duties = ${inUnits(base)})`;
  const formula = `${tax.row.percent} % × ${parts} ${row.currency}`;
  const floor = market.lowValue.find((r) => r.row.kind === 'tax_floor');
  if (floor && minor <= floor.row.thresholdMinor) {
    return { minor: 0, bases, charges: [charge('tax', tax.row.name, '', null, 0, `${formula} = ${inUnits(minor)}: ${floor.row.says}`, `${tax.row.percent} %`, basis.use(floor.cite))] };
  }
  return { minor, bases, charges: [charge('tax', tax.row.name, `${tax.row.percent} %`, null, minor, formula, `${tax.row.percent} %`, cite)] };
}

/** What the carrier asks for clearing the goods and advancing duty and tax. Nothing advanced, nothing asked. */
function feesOf(market: Market, priced: PricedConsignment, scheme: Scheme, advancedMinor: number, basis: Basis): Charge[] | Remark {
  const charges: Charge[] = [];
  for (const fee of market.fees) {
    const { row } = fee;
    if (row.kind !== 'fee' || (row.scheme !== '' && row.scheme !== scheme.name)) continue;
    if (priced.goodsMinor < row.fromValueMinor || (row.toValueMinor !== null && priced.goodsMinor > row.toValueMinor)) continue;
    if (row.base === 'duty_and_tax' && advancedMinor === 0) continue;
    const answer = evaluateDuty(fee.rate, row.base === 'goods' ? priced.goodsMinor : advancedMinor, market.row.currency, { kg: null, m2: null, items: new Dec(1) });
    if (!answer.known) return remark('FEE_UNKNOWN', { rate: row.rate });
    charges.push(charge('fee', row.code, '', null, toMinor(answer.minor), answer.formula, row.rate, basis.use(fee.cite), row.label));
  }
  return charges;
}
