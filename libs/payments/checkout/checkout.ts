/**
 * One try to pay, as far as we know. What the provider says can arrive late, twice and in any order, so knowledge
 * only grows: a state is replaced by a later one of this list and never by an earlier one. `unresolved` means nobody
 * knows whether a page was opened; only asking the provider leaves it.
 */
export const CHECKOUT_STATES = ['opening', 'unresolved', 'open', 'refused', 'expired', 'paid'] as const;
export type CheckoutState = (typeof CHECKOUT_STATES)[number];

export const LIVE: readonly CheckoutState[] = ['opening', 'unresolved', 'open'];

export function isLive(state: CheckoutState): boolean {
  return LIVE.includes(state);
}

/** The later of two states: commutative, associative, idempotent, so no order of events can disagree. */
export function laterCheckout(a: CheckoutState, b: CheckoutState): CheckoutState {
  return CHECKOUT_STATES.indexOf(a) >= CHECKOUT_STATES.indexOf(b) ? a : b;
}

/** What a session, with the event it came in if any, says of the try. */
export function stateSaid(session: { readonly status: 'open' | 'complete' | 'expired'; readonly paid: boolean }, eventType?: string): CheckoutState {
  if (session.paid) return 'paid';
  if (session.status === 'expired' || eventType === 'checkout.session.async_payment_failed') return 'expired';
  // Complete but unpaid: a slow method is still on its way. The page is over; the answer is not.
  return 'open';
}

export const REFUND_STATES = ['due', 'unresolved', 'pending', 'succeeded', 'failed'] as const;
export type RefundState = (typeof REFUND_STATES)[number];

/** A refund that succeeded can still come back from the buyer's bank; one that failed never succeeds under its key. */
export function laterRefund(a: RefundState, b: RefundState): RefundState {
  return REFUND_STATES.indexOf(a) >= REFUND_STATES.indexOf(b) ? a : b;
}

/** The provider keeps a page open for 30 minutes to 24 hours (Stripe, checked 2026-11-24). */
const SHORTEST_MS = 31 * 60_000;
const LONGEST_MS = 24 * 60 * 60_000 - 60_000;
/** Pieces stay held a little longer than the page is open, for the news of a payment made in its last second. */
export const GRACE_MS = 10 * 60_000;

/** When the page closes: with the pro forma, within what the provider allows. Whole seconds, as it counts. */
export function closesAt(now: Date, validUntil: Date): Date {
  const wished = Math.min(Math.max(validUntil.getTime(), now.getTime() + SHORTEST_MS), now.getTime() + LONGEST_MS);
  return new Date(Math.ceil(wished / 1000) * 1000);
}

/**
 * Where the buyer comes back to: a page of this site or nothing. An address of another site is how buyers are phished.
 * On a machine of its own the site answers to several names of the loopback; one may have been opened under another.
 */
export function returnPage(publicUrl: string, asked: string | null | undefined, fallback: string): URL | null {
  if (asked !== null && asked !== undefined && asked.length > 2_000) return null;
  const wished = asked ?? fallback;
  if (!URL.canParse(wished, publicUrl)) return null;
  const [url, site] = [new URL(wished, publicUrl), new URL(publicUrl)];
  const sameSite = url.origin === site.origin || (url.protocol === site.protocol && url.port === site.port && LOOPBACK.includes(url.hostname) && LOOPBACK.includes(site.hostname));
  return sameSite && url.username === '' && url.password === '' ? url : null;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];
