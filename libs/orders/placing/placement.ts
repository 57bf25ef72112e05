import type { OrderState } from '../order/order.js';

interface PlacedOrder {
  readonly id: string;
  readonly basketId: string;
  readonly owner: string;
  readonly number: string;
  readonly state: OrderState;
  readonly heldUntil: Date;
  readonly proForma: {
    readonly currency: string;
    readonly validUntil: string;
    readonly totals: { readonly totalMinor: number };
    readonly buyer: { readonly email: string; readonly locale: 'en' | 'fr' | 'ar' };
  };
}

/** The orders of one basket, as a payment sees them. */
export interface Placement {
  readonly basketId: string;
  readonly owner: string;
  readonly email: string;
  readonly locale: 'en' | 'fr' | 'ar';
  readonly currency: string;
  /** What is still to be paid: the sum of the orders that wait for money. */
  readonly totalMinor: number;
  /** Printed on the pro forma. */
  readonly validUntil: string;
  /** `payable` while every waiting order holds its pieces; `settled` when none waits for money and one was paid. */
  readonly state: 'payable' | 'expired' | 'settled' | 'cancelled';
  readonly orders: readonly { readonly id: string; readonly number: string; readonly state: OrderState; readonly totalMinor: number }[];
}

export function placementOf(rows: readonly PlacedOrder[], now: Date): Placement | null {
  const first = rows[0];
  if (!first) return null;
  const waiting = rows.filter((row) => row.state === 'placed');
  const held = waiting.every((row) => row.heldUntil > now);
  const paid = rows.some((row) => row.state !== 'placed' && row.state !== 'cancelled');
  return {
    basketId: first.basketId,
    owner: first.owner,
    email: first.proForma.buyer.email,
    locale: first.proForma.buyer.locale,
    currency: first.proForma.currency,
    totalMinor: waiting.reduce((sum, row) => sum + row.proForma.totals.totalMinor, 0),
    validUntil: first.proForma.validUntil,
    state: waiting.length > 0 ? (held ? 'payable' : 'expired') : paid ? 'settled' : 'cancelled',
    orders: rows.map(({ id, number, state, proForma }) => ({ id, number, state, totalMinor: proForma.totals.totalMinor })),
  };
}
