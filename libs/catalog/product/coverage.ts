/** A certificate that covers a listing today, or some of its units. */
export interface Certificate {
  readonly number: string;
  readonly validUntil: string;
  readonly scheme: string | null;
  /** Null for one that covers all its maker makes of the type. */
  readonly pieceId: string | null;
  /** Null for one piece. */
  readonly lotSize: number | null;
}

/** Units of a listing under a certificate of a lot. `kept` counts those whose sale could still be the listing's to answer for. */
export interface UnitsUnder {
  readonly number: string;
  readonly free: number;
  readonly kept: number;
}

/** A unique piece, and all of a type, need no counting; of a stock, a certificate speaks for the pieces that were looked at. */
export function lotSizeOf(certificate: Pick<Certificate, 'pieceId' | 'lotSize'>, unique: boolean): number | null {
  return unique || certificate.pieceId === null ? null : (certificate.lotSize ?? 1);
}

/**
 * The one certificate a listing is offered under, or null. One that covers every unit comes before one of a lot; of two
 * lots, the one with more to sell. A lot of which nothing is left covers nothing.
 */
export function choose(certificates: readonly Certificate[], unique: boolean, units: readonly UnitsUnder[]): (Certificate & { readonly ofLot: boolean }) | null {
  const whole = certificates.find((one) => lotSizeOf(one, unique) === null);
  if (whole) return { ...whole, ofLot: false };
  const left = units.filter((one) => one.kept > 0).sort((a, b) => b.free - a.free || (a.number < b.number ? -1 : 1));
  const lot = left.map((one) => certificates.find(({ number }) => number === one.number)).find((one) => one !== undefined);
  return lot ? { ...lot, ofLot: true } : null;
}
