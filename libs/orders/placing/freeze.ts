import { apportion } from '#libs/kernel';
import {
  CHARGE_KINDS,
  type Charge,
  type ChargeKind,
  type ExporterParty,
  type GoodsShares,
  type Preference,
  type ProForma,
  type ProFormaLine,
  type Shares,
  type Totals,
} from '../pro-forma.js';

/** A basket line with what the catalogue says of the product today. Shares are of one unit, in centimes. */
export interface PricedLine extends Pick<
    ProFormaLine,
    | 'productId' | 'artisanId' | 'makerName' | 'quantity' | 'title' | 'hsCode' | 'originRegion' | 'materials'
    | 'netWeightGrams' | 'grossWeightGrams' | 'lengthMm' | 'widthMm' | 'heightMm' | 'certified' | 'certificateNumber'
    | 'foodContact' | 'unique' | 'leadTimeDays' | 'photograph' | 'making'
  > {
  readonly exporter: ExporterParty;
  readonly unitShares: GoodsShares;
  /** In centimes of a dirham, for the whole line: its part of what a cluster takes once for the order. */
  readonly onceMinor: number;
  /** The maker has its price in hand: it keeps its value and is nobody's share. */
  readonly paidAtStall?: true;
}

/** The parts of one consignment's quote that are frozen. `key` is the product's id, null for the whole consignment. */
export interface BasketQuote {
  readonly currency: string;
  readonly totalMinor: number;
  readonly charges: readonly (Omit<Charge, 'productId'> & { readonly key: string | null })[];
  readonly perLine: readonly {
    readonly key: string;
    readonly goodsMinor: number;
    readonly dutyMinor: number;
    readonly surchargeMinor: number;
    readonly taxMinor: number;
    readonly customsValueMinor: number;
    readonly commodityCode: string | null;
    readonly preference: Preference;
  }[];
  readonly heading: Omit<ProForma['quote'], 'charges' | 'basketTotalMinor'>;
}

/** One exporter's part of a basket, ready to be numbered. */
export interface ExporterPart {
  readonly exporter: ExporterParty;
  readonly lines: readonly Omit<ProFormaLine, 'unitIds'>[];
  readonly totals: Totals;
  readonly shares: Shares;
  readonly quote: ProForma['quote'];
}

type PerKind = Record<ChargeKind, number>;

/**
 * Splits a basket by exporter, each part by the quote of its own consignment. Every minor unit of a quote lands on exactly
 * one line, so the orders' totals add up to the figure the buyer was shown.
 */
export function splitByExporter(lines: readonly PricedLine[], quotes: ReadonlyMap<string, BasketQuote>): ExporterPart[] {
  const exporters = [...new Map(lines.map((line) => [line.exporter.id, line.exporter])).values()];
  const basketTotalMinor = [...quotes.values()].reduce((sum, quote) => sum + quote.totalMinor, 0);
  return exporters.map((exporter) => {
    const quote = quotes.get(exporter.id);
    if (!quote) throw new RangeError(`nothing is quoted for ${exporter.id}`);
    return partOf(exporter, lines.filter((line) => line.exporter.id === exporter.id), quote, basketTotalMinor);
  });
}

function partOf(exporter: ExporterParty, lines: readonly PricedLine[], quote: BasketQuote, basketTotalMinor: number): ExporterPart {
  const spread = quote.charges.map((charge) => ({ charge, parts: partsOf(charge, lines, quote) }));
  const bearing = lines.map((_, i) => perKind(spread.map(({ charge, parts }) => [charge.kind, parts[i]!])));
  const shown = bearing.reduce((sum, kinds) => sum + totalOf(kinds), 0);
  if (shown !== quote.totalMinor) throw new RangeError(`the quote's figures add up to ${shown}, its total says ${quote.totalMinor}`);
  const frozen = lines.map((line, i) => frozenLine(line, i + 1, bearing[i]!, quote));
  const totals = totalsOf(bearing);
  const charges = quote.charges.map(({ key, ...charge }) => ({ ...charge, productId: key }));
  return { exporter, lines: frozen, totals, shares: sharesOf(frozen, totals), quote: { ...quote.heading, charges, basketTotalMinor } };
}

/** What each line bears of one charge: all of its own, a fair part of the consignment's. */
function partsOf(charge: BasketQuote['charges'][number], lines: readonly PricedLine[], quote: BasketQuote): number[] {
  if (charge.key !== null) {
    if (!lines.some((line) => line.productId === charge.key)) throw new RangeError(`the quote charges ${charge.key}, which is not in the basket`);
    return lines.map((line) => (line.productId === charge.key ? charge.amountMinor : 0));
  }
  const quoted = lines.map((line) => quotedLine(quote, line.productId));
  // Freight follows weight; the rest follows the figure it was computed from, and value where there is none.
  const basis: Record<ChargeKind, readonly number[]> = {
    goods: quoted.map((q) => q.goodsMinor),
    shipping: lines.map((line) => line.grossWeightGrams * line.quantity),
    insurance: quoted.map((q) => q.goodsMinor),
    duty: quoted.map((q) => q.dutyMinor),
    surcharge: quoted.map((q) => q.surchargeMinor),
    tax: quoted.map((q) => q.taxMinor),
    fee: quoted.map((q) => q.goodsMinor),
    prepaid: quoted.map((q) => q.goodsMinor),
  };
  const fallbacks = [basis[charge.kind], quoted.map((q) => q.goodsMinor), lines.map((line) => line.quantity)];
  return apportion(charge.amountMinor, fallbacks.find((weights) => weights.some((weight) => weight > 0))!);
}

function quotedLine(quote: BasketQuote, productId: string): BasketQuote['perLine'][number] {
  const found = quote.perLine.find((line) => line.key === productId);
  if (!found) throw new RangeError(`the quote leaves out ${productId}`);
  return found;
}

function perKind(amounts: readonly (readonly [ChargeKind, number])[]): PerKind {
  const sums = Object.fromEntries(CHARGE_KINDS.map((kind) => [kind, 0])) as PerKind;
  for (const [kind, amount] of amounts) sums[kind] += amount;
  return sums;
}

function totalOf(kinds: PerKind): number {
  return CHARGE_KINDS.reduce((sum, kind) => sum + kinds[kind], 0);
}

function totalsOf(lines: readonly PerKind[]): Totals {
  const sum = perKind(lines.flatMap((line) => CHARGE_KINDS.map((kind) => [kind, line[kind]] as const)));
  return {
    goodsMinor: sum.goods,
    shippingMinor: sum.shipping,
    insuranceMinor: sum.insurance,
    dutyMinor: sum.duty,
    surchargeMinor: sum.surcharge,
    taxMinor: sum.tax,
    feeMinor: sum.fee,
    ...(sum.prepaid === 0 ? {} : { prepaidMinor: -sum.prepaid }),
    totalMinor: totalOf(sum),
  };
}

function frozenLine(line: PricedLine, number: number, kinds: PerKind, quote: BasketQuote): Omit<ProFormaLine, 'unitIds'> {
  const { exporter: _, unitShares, onceMinor, paidAtStall, ...snapshot } = line;
  const quoted = quotedLine(quote, line.productId);
  const byUnit = mapShares(unitShares, (minor) => minor * line.quantity);
  const worthMad = { ...byUnit, clusterMinor: byUnit.clusterMinor + onceMinor };
  const sharesMad = paidAtStall ? NOBODYS : worthMad;
  return {
    ...snapshot,
    ...(onceMinor > 0 ? { onceMadMinor: onceMinor } : {}),
    number,
    originCountry: 'MA',
    commodityCode: quoted.commodityCode,
    preference: quoted.preference,
    customsValueMinor: quoted.customsValueMinor,
    goodsMadMinor: sumOf(worthMad),
    sharesMad,
    goodsMinor: kinds.goods,
    shares: paidAtStall ? NOBODYS : sharesIn(kinds.goods, sharesMad),
    shippingMinor: kinds.shipping,
    insuranceMinor: kinds.insurance,
    dutyMinor: kinds.duty,
    surchargeMinor: kinds.surcharge,
    taxMinor: kinds.tax,
    feeMinor: kinds.fee,
  };
}

const NOBODYS: GoodsShares = { makerMinor: 0, clusterMinor: 0, centreMinor: 0, platformMinor: 0 };

/** The same proportions in the buyer's currency, to the last minor unit. */
function sharesIn(goodsMinor: number, mad: GoodsShares): GoodsShares {
  const [makerMinor, clusterMinor, centreMinor, platformMinor] = apportion(goodsMinor, [mad.makerMinor, mad.clusterMinor, mad.centreMinor, mad.platformMinor]);
  return { makerMinor: makerMinor!, clusterMinor: clusterMinor!, centreMinor: centreMinor!, platformMinor: platformMinor! };
}

function mapShares(shares: GoodsShares, change: (minor: number) => number): GoodsShares {
  return {
    makerMinor: change(shares.makerMinor),
    clusterMinor: change(shares.clusterMinor),
    centreMinor: change(shares.centreMinor),
    platformMinor: change(shares.platformMinor),
  };
}

function sumOf(shares: GoodsShares): number {
  return shares.makerMinor + shares.clusterMinor + shares.centreMinor + shares.platformMinor;
}

function sharesOf(lines: readonly Pick<ProFormaLine, 'shares'>[], totals: Totals): Shares {
  const sum = (part: keyof GoodsShares): number => lines.reduce((total, line) => total + line.shares[part], 0);
  return {
    makerMinor: sum('makerMinor'),
    clusterMinor: sum('clusterMinor'),
    centreMinor: sum('centreMinor'),
    platformMinor: sum('platformMinor'),
    freightMinor: totals.shippingMinor + totals.insuranceMinor,
    dutyMinor: totals.dutyMinor + totals.surchargeMinor + totals.taxMinor,
    feesMinor: totals.feeMinor,
  };
}
