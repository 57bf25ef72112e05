/** Weights and sizes are whole grams and millimetres; everything here stays whole. */
export interface Parcel {
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly quantity: number;
}

/**
 * Volumetric weight: length × width × height in cubic centimetres over the carrier's divisor, in kilograms.
 * mm³ ÷ 1000 = cm³, so grams = mm³ ÷ divisor, rounded up.
 */
export function volumetricGrams(parcel: Omit<Parcel, 'grossWeightGrams'>, divisor: number): number {
  const cubicMm = BigInt(parcel.lengthMm) * BigInt(parcel.widthMm) * BigInt(parcel.heightMm) * BigInt(parcel.quantity);
  const by = BigInt(divisor);
  return Number((cubicMm + by - 1n) / by);
}

export interface Chargeable {
  readonly grams: number;
  readonly by: 'gross' | 'volumetric';
}

/** A carrier bills the greater of the two, over the whole consignment. */
export function chargeableWeight(parcels: readonly Parcel[], divisor: number): Chargeable {
  let gross = 0;
  let volumetric = 0;
  for (const parcel of parcels) {
    gross += parcel.grossWeightGrams * parcel.quantity;
    volumetric += volumetricGrams(parcel, divisor);
  }
  return gross >= volumetric ? { grams: gross, by: 'gross' } : { grams: volumetric, by: 'volumetric' };
}
