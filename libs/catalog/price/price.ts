import { apportion, basisPoints, ratio } from '#libs/kernel';

/** The house's fees of one day, in basis points of what the maker asks. Rows of `catalog.fee_schedule`. */
export interface Fees {
  readonly centreBp: number;
  readonly platformBp: number;
}

/** What each party receives per unit, in centimes of a dirham. `goodsMinor` is their sum: the goods value on the invoice. */
export interface PriceShares {
  readonly makerMinor: number;
  readonly clusterMinor: number;
  readonly centreMinor: number;
  readonly platformMinor: number;
  readonly goodsMinor: number;
  /** What the cluster takes once for an order, however many pieces are in it: on top of the above, see `orderFeeShares`. */
  readonly clusterOrderMinor: number;
}

/** What a cluster takes: of each unit a part of the maker's price, an amount for each piece, an amount for each kilogram of it; and an amount once for each order. */
export interface ClusterFee {
  readonly bp: number;
  readonly itemMinor: number;
  readonly kgMinor: number;
  readonly orderMinor: number;
}

/** In centimes, each part rounded half up; a piece that has not been weighed yet pays nothing by weight. */
export function clusterFeeOf(makerMinor: number, netWeightGrams: number | null, fee: ClusterFee): number {
  return basisPoints(makerMinor, fee.bp) + fee.itemMinor + ratio(fee.kgMinor, netWeightGrams ?? 0, 1000);
}

/**
 * The selling price of one unit. Fees come on top of the maker's price, never out of it. The cluster's fee is the
 * one its member accepted for the piece, nothing when she exports herself; the centre's exists only while a certificate is live.
 */
export function priceOf(makerMinor: number, piece: { clusterFee: ClusterFee; netWeightGrams: number | null; certified: boolean }, fees: Fees): PriceShares {
  const clusterMinor = clusterFeeOf(makerMinor, piece.netWeightGrams, piece.clusterFee);
  const centreMinor = piece.certified ? basisPoints(makerMinor, fees.centreBp) : 0;
  const platformMinor = basisPoints(makerMinor, fees.platformBp);
  return { makerMinor, clusterMinor, centreMinor, platformMinor, goodsMinor: makerMinor + clusterMinor + centreMinor + platformMinor, clusterOrderMinor: piece.clusterFee.orderMinor };
}

/** The goods value of an order of a single piece: what lists show and sort by. */
export function goodsOfOne(shares: Pick<PriceShares, 'goodsMinor' | 'clusterOrderMinor'>): number {
  return shares.goodsMinor + shares.clusterOrderMinor;
}

/**
 * What each line of one exporter's order bears of the cluster's fee for the order, in centimes: the highest that any of its
 * makers accepted, taken once, spread by value over the lines whose makers accepted one. The parts add up.
 */
export function orderFeeShares(lines: readonly { readonly makerMinor: number; readonly clusterOrderMinor: number; readonly quantity: number }[]): number[] {
  const feeMinor = Math.max(0, ...lines.map((line) => line.clusterOrderMinor));
  if (feeMinor === 0) return lines.map(() => 0);
  return apportion(feeMinor, lines.map((line) => (line.clusterOrderMinor > 0 ? line.makerMinor * line.quantity : 0)));
}
