import { basisPoints } from '#libs/kernel';

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
}

/**
 * The selling price of one unit. Fees come on top of the maker's price, never out of it. The cluster's fee is the
 * one its member accepted for the piece, nothing when she exports herself; the centre's exists only while a certificate is live.
 */
export function priceOf(makerMinor: number, piece: { clusterFeeBp: number; certified: boolean }, fees: Fees): PriceShares {
  const clusterMinor = basisPoints(makerMinor, piece.clusterFeeBp);
  const centreMinor = piece.certified ? basisPoints(makerMinor, fees.centreBp) : 0;
  const platformMinor = basisPoints(makerMinor, fees.platformBp);
  return { makerMinor, clusterMinor, centreMinor, platformMinor, goodsMinor: makerMinor + clusterMinor + centreMinor + platformMinor };
}
