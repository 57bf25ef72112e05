/**
 * Money is an integer count of minor units and an ISO 4217 code. Amounts fit a safe integer:
 * 2^53 centimes is ninety thousand milliard dirhams.
 */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** Decimal places per ISO 4217 (2015 table A.1, checked 2026-11-24); two unless listed. */
const EXPONENTS: Readonly<Record<string, number>> = { JPY: 0, KRW: 0, TND: 3, KWD: 3, BHD: 3, OMR: 3, JOD: 3 };

export function exponentOf(currency: string): number {
  return EXPONENTS[currency] ?? 2;
}

export function money(amountMinor: number, currency: string): Money {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`not a whole number of minor units: ${amountMinor}`);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError(`not an ISO 4217 code: ${currency}`);
  return { amountMinor, currency };
}

export function add(...parts: readonly [Money, ...Money[]]): Money {
  const currency = parts[0].currency;
  let total = 0;
  for (const part of parts) {
    if (part.currency !== currency) throw new RangeError(`cannot add ${part.currency} to ${currency}`);
    total += part.amountMinor;
  }
  return money(total, currency);
}

export function subtract(from: Money, taken: Money): Money {
  return add(from, money(-taken.amountMinor, taken.currency));
}

/**
 * Splits a whole amount by weights so that the parts add up to it exactly (largest remainder).
 * Equal remainders go to the earlier part, so the same input always splits the same way.
 * Weights are non-negative safe integers, not all zero.
 */
export function apportion(amountMinor: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError('amount must be a whole number of minor units');
  if (weights.length === 0 || weights.some((w) => !Number.isSafeInteger(w) || w < 0)) {
    throw new RangeError('weights must be non-negative whole numbers');
  }
  const total = weights.reduce((sum, w) => sum + BigInt(w), 0n);
  if (total === 0n) throw new RangeError('at least one weight must be positive');
  const sign = amountMinor < 0 ? -1n : 1n;
  const amount = BigInt(Math.abs(amountMinor));
  const parts = weights.map((w, index) => {
    const exact = amount * BigInt(w);
    return { index, floor: exact / total, remainder: exact % total };
  });
  let left = amount - parts.reduce((sum, part) => sum + part.floor, 0n);
  const byRemainder = [...parts].sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const part of byRemainder) {
    if (left === 0n) break;
    part.floor += 1n;
    left -= 1n;
  }
  return parts.map((part) => Number(sign * part.floor));
}

/** A share in basis points (1/100 %), rounded half up to the minor unit. */
export function basisPoints(amountMinor: number, bp: number): number {
  return ratio(amountMinor, bp, 10_000);
}

/** `amount × numerator ÷ denominator`, rounded half away from zero, without floating point. */
export function ratio(amountMinor: number, numerator: number, denominator: number): number {
  if (![amountMinor, numerator, denominator].every(Number.isSafeInteger) || denominator <= 0) {
    throw new RangeError('ratio takes whole numbers and a positive denominator');
  }
  const product = BigInt(amountMinor) * BigInt(numerator);
  const size = product < 0n ? -product : product;
  const d = BigInt(denominator);
  const rounded = (2n * size + d) / (2n * d);
  return Number(product < 0n ? -rounded : rounded);
}

/** Decimal text for papers and bank files: `1234.50`. Never for reading back. */
export function toDecimal(value: Money): string {
  const places = exponentOf(value.currency);
  const digits = String(Math.abs(value.amountMinor)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = value.amountMinor < 0 ? '-' : '';
  return places === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-places)}`;
}
