import { z } from 'zod';

/**
 * What we believe of Stripe's answers. Nothing reaches the room unparsed: an answer that does not look like
 * this (a proxy's page, a fake 404 body that the client resolves as success) is an unknown outcome, never a payment.
 */
const id = (prefix: string) => z.string().max(255).regex(new RegExp(`^(?:${prefix})_[A-Za-z0-9_]+$`));
const reference = (prefix: string) => z.union([id(prefix), z.object({ id: id(prefix) }).transform((o) => o.id)]);
const metadata = z.record(z.string(), z.string()).nullish().transform((m) => m ?? {});
const currency = z.string().regex(/^[a-z]{3}$/).transform((c) => c.toUpperCase());
const minor = z.int().min(0);
const instant = z.int().min(0);

export const sessionShape = z
  .object({
    id: id('cs'),
    object: z.literal('checkout.session'),
    status: z.enum(['open', 'complete', 'expired']),
    payment_status: z.enum(['paid', 'unpaid', 'no_payment_required']),
    amount_total: minor,
    currency,
    payment_intent: reference('pi').nullish(),
    url: z.url().nullish(),
    expires_at: instant,
    metadata,
  })
  .transform((s) => ({
    id: s.id,
    checkoutId: s.metadata['checkout_id'] ?? null,
    status: s.status,
    paid: s.payment_status === 'paid' && s.status === 'complete',
    amountMinor: s.amount_total,
    currency: s.currency,
    paymentIntent: s.payment_intent ?? null,
    url: s.url ?? null,
    expiresAt: s.expires_at,
  }));
/** A Checkout Session, as far as it concerns us. */
export type GatewaySession = z.output<typeof sessionShape>;

export const refundShape = z
  .object({
    id: id('re|pyr'),
    object: z.literal('refund'),
    status: z.enum(['pending', 'requires_action', 'succeeded', 'failed', 'canceled']),
    amount: minor,
    currency,
    payment_intent: reference('pi').nullish(),
    failure_reason: z.string().max(200).nullish(),
    metadata,
  })
  .transform((r) => ({
    id: r.id,
    refundId: r.metadata['refund_id'] ?? null,
    status: r.status === 'succeeded' ? ('succeeded' as const) : r.status === 'failed' || r.status === 'canceled' ? ('failed' as const) : ('pending' as const),
    amountMinor: r.amount,
    currency: r.currency,
    reason: r.failure_reason ?? null,
  }));
export type GatewayRefund = z.output<typeof refundShape>;

export const disputeShape = z
  .object({
    id: id('du|dp'),
    object: z.literal('dispute'),
    amount: z.int().min(1),
    currency,
    payment_intent: reference('pi'),
    reason: z.string().max(100),
    status: z.string().max(100).regex(/^[a-z_]+$/),
    created: instant,
    // Zero when the bank takes no evidence.
    evidence_details: z.object({ due_by: instant.nullish() }).nullish(),
    balance_transactions: z.array(z.object({ amount: z.int() })).max(20),
  })
  .transform((d) => ({
    id: d.id,
    paymentIntent: d.payment_intent,
    amountMinor: d.amount,
    currency: d.currency,
    reason: d.reason,
    status: d.status,
    created: d.created,
    dueBy: d.evidence_details?.due_by || null,
    /** Taken from our balance, and not given back. */
    withdrawn: d.balance_transactions.reduce((sum, moved) => sum + moved.amount, 0) < 0,
  }));
export type GatewayDispute = z.output<typeof disputeShape>;

const intentShape = z.object({
  id: id('pi'),
  object: z.literal('payment_intent'),
  metadata,
  last_payment_error: z.object({ code: z.string().max(100).nullish(), decline_code: z.string().max(100).nullish() }).nullish(),
});

export const eventShape = z.object({
  id: id('evt'),
  object: z.literal('event'),
  type: z.string().max(100).regex(/^[a-z0-9_.]+$/),
  created: instant,
  livemode: z.boolean(),
  /** Present on events of a connected account: never ours. */
  account: z.string().nullish(),
  data: z.object({ object: z.unknown() }),
});

/** What an event says to us. Personal data in it (names, addresses, cards) is dropped before anything is stored. */
export type Said =
  | { readonly kind: 'session'; readonly session: GatewaySession }
  | { readonly kind: 'declined'; readonly checkoutId: string | null; readonly code: string }
  | { readonly kind: 'refund'; readonly refund: GatewayRefund }
  | { readonly kind: 'dispute'; readonly dispute: GatewayDispute }
  /** Of a kind we do not use. */
  | { readonly kind: 'nothing' }
  /** Of a kind we use, in a shape we do not know: kept for a person to read, and never applied. */
  | { readonly kind: 'unread' };

export interface GatewayEvent {
  readonly id: string;
  readonly type: string;
  /** Seconds since 1970, Stripe's clock. Never used to decide an order of events. */
  readonly created: number;
  readonly said: Said;
}

export function readEvent(event: z.output<typeof eventShape>): GatewayEvent {
  return { id: event.id, type: event.type, created: event.created, said: said(event.type, event.data.object) };
}

function said(type: string, object: unknown): Said {
  if (type.startsWith('checkout.session.')) {
    const { data: session } = sessionShape.safeParse(object);
    return session ? { kind: 'session', session } : { kind: 'unread' };
  }
  if (type === 'payment_intent.payment_failed') {
    const { data: intent } = intentShape.safeParse(object);
    const error = intent?.last_payment_error;
    return intent ? { kind: 'declined', checkoutId: intent.metadata['checkout_id'] ?? null, code: error?.decline_code ?? error?.code ?? 'unknown' } : { kind: 'unread' };
  }
  if (type.startsWith('refund.') || type === 'charge.refund.updated') {
    const { data: refund } = refundShape.safeParse(object);
    return refund ? { kind: 'refund', refund } : { kind: 'unread' };
  }
  if (type.startsWith('charge.dispute.')) {
    const { data: dispute } = disputeShape.safeParse(object);
    return dispute ? { kind: 'dispute', dispute } : { kind: 'unread' };
  }
  return { kind: 'nothing' };
}

/** The events we ask for, at the endpoint and when listing what we may have missed. */
export const EVENT_TYPES = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.payment_failed',
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.dispute.created',
  'charge.dispute.updated',
  'charge.dispute.funds_withdrawn',
  'charge.dispute.funds_reinstated',
  'charge.dispute.closed',
] as const;
