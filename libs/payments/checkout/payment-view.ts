import type { CheckoutState } from './checkout.js';

/** What a buyer is told of her payment. `unresolved` is said as it is: we are asking, nothing is lost. */
export const PAYMENT_STATES = ['not_started', 'unresolved', 'open', 'expired', 'paid', 'refunding', 'refunded'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

interface Seen {
  readonly captured: boolean;
  /** Of the last try, when there was one. */
  readonly checkout: CheckoutState | null;
  readonly refundingMinor: number;
  readonly refundedMinor: number;
  readonly capturedMinor: number;
}

export function paymentState(seen: Seen): PaymentState {
  if (seen.captured) {
    if (seen.capturedMinor > 0 && seen.refundedMinor === seen.capturedMinor) return 'refunded';
    return seen.refundingMinor > 0 ? 'refunding' : 'paid';
  }
  switch (seen.checkout) {
    case null:
    case 'refused':
      return 'not_started';
    case 'opening':
    case 'unresolved':
      return 'unresolved';
    case 'open':
      return 'open';
    case 'expired':
      return 'expired';
    case 'paid':
      // A surplus payment alone: the money is on its way back.
      return 'refunding';
  }
}
