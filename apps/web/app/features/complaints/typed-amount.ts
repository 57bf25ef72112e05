import type { Money } from '../../format.js';

/** As a person types it: `123.45`. The currencies we sell in all have two places. */
export function toTyped({ amountMinor }: Money): string {
  return `${Math.floor(amountMinor / 100)}.${String(amountMinor % 100).padStart(2, '0')}`;
}
