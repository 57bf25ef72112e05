import { Decimal } from 'decimal.js';

/** Exact arithmetic for money and rates: 34 significant digits, halves away from zero. Never a binary float. */
export const Dec = Decimal.clone({ precision: 34, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 30 });
export type Dec = Decimal;

export const ZERO = new Dec(0);
export const HUNDRED = new Dec(100);

export type RoundingMode = 'half_up' | 'down';

/** Whole minor units, to the step the country rounds to: Switzerland to 5 rappen, the US customs value to a dollar. */
export function toMinor(amount: Dec, step = 1, mode: RoundingMode = 'half_up'): number {
  const how = mode === 'down' ? Dec.ROUND_DOWN : Dec.ROUND_HALF_UP;
  if (step === 1) return amount.toDecimalPlaces(0, how).toNumber();
  return amount.div(step).toDecimalPlaces(0, how).times(step).toNumber();
}

/** `123456` of minor units as `1234.56`, for formulas that a reader checks. Every currency we quote has two places. */
export function inUnits(minor: number): string {
  const sign = minor < 0 ? '-' : '';
  const size = Math.abs(minor);
  const cents = size % 100;
  return `${sign}${(size - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`;
}
