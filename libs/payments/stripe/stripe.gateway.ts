import { Inject, Injectable } from '@nestjs/common';
import Stripe from 'stripe';
import type { z } from 'zod';
import { CONFIG, type Config } from '#libs/platform';
import { disputeShape, EVENT_TYPES, eventShape, readEvent, refundShape, sessionShape, type GatewayDispute, type GatewayEvent, type GatewayRefund, type GatewaySession } from './stripe.shapes.js';

/** Nobody knows whether it was done: a timeout, a cut connection, a 5xx, an answer we cannot read. Ask again under the same key. */
export class GatewayUnknown extends Error {
  constructor(
    readonly why: string,
    /** HTTP status when there was an answer; a 500 is saved under its key and will be repeated. */
    readonly status: number | null = null,
    options?: ErrorOptions,
  ) {
    super(`the payment provider's outcome is unknown: ${why}`, options);
    this.name = 'GatewayUnknown';
  }
}

/** It was not done and never will be under this key. */
export class GatewayRefused extends Error {
  constructor(
    readonly code: string,
    options?: ErrorOptions,
  ) {
    super(`the payment provider refused: ${code}`, options);
    this.name = 'GatewayRefused';
  }
}

/** The webhook is not Stripe's, not ours, or not of our time. */
export class GatewayForged extends Error {
  constructor(
    readonly why: string,
    options?: ErrorOptions,
  ) {
    super(`webhook refused: ${why}`, options);
    this.name = 'GatewayForged';
  }
}

export interface SessionRequest {
  /** Our checkout row: the idempotency key, and how an event finds its way home. */
  readonly checkoutId: string;
  readonly basketId: string;
  readonly currency: string;
  readonly lines: readonly { readonly label: string; readonly amountMinor: number }[];
  readonly email: string | null;
  readonly locale: 'en' | 'fr' | 'ar';
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: number;
}

export interface RefundRequest {
  /** Our refund row: the idempotency key, the same on every try. */
  readonly refundId: string;
  readonly paymentIntent: string;
  readonly amountMinor: number;
}

/** How long an answer is waited for, all in all. */
const TIMEOUT_MS = 5_000;
const TOLERANCE_SECONDS = 300;
const LARGEST_EVENT = 256 * 1024;

/** Stripe, as this room uses it. Every write carries the id of a durable row of ours; every answer is parsed. */
@Injectable()
export class StripeGateway {
  private readonly stripe: Stripe | null;
  private readonly live: boolean;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'STRIPE_SECRET_KEY' | 'STRIPE_HOST' | 'STRIPE_WEBHOOK_SECRET'>) {
    const key = config.STRIPE_SECRET_KEY;
    this.live = key !== undefined && /^[sr]k_live_/.test(key);
    const client = { httpClient: Stripe.createFetchHttpClient(), timeout: TIMEOUT_MS, maxNetworkRetries: 0, telemetry: false };
    this.stripe = key === undefined ? null : new Stripe(key, { ...address(config.STRIPE_HOST), ...client });
  }

  /** Without a key nobody can pay; the rest of the house works. */
  get configured(): boolean {
    return this.stripe !== null;
  }

  openSession(request: SessionRequest): Promise<GatewaySession> {
    const metadata = { checkout_id: request.checkoutId, basket_id: request.basketId, locale: request.locale };
    const currency = request.currency.toLowerCase();
    return this.ask(sessionShape, (stripe) =>
      stripe.checkout.sessions.create(
        {
          mode: 'payment',
          allowed_payment_method_types: ['card'],
          line_items: request.lines.map((line) => ({ quantity: 1, price_data: { currency, unit_amount: line.amountMinor, product_data: { name: line.label } } })),
          client_reference_id: request.checkoutId,
          metadata,
          payment_intent_data: { metadata },
          // Stripe's page has no Arabic (Checkout locales, checked 2026-11-24 in stripe 23.1.0); our sandbox reads metadata.locale.
          locale: request.locale === 'ar' ? 'auto' : request.locale,
          success_url: request.successUrl,
          cancel_url: request.cancelUrl,
          expires_at: request.expiresAt,
          ...(request.email === null ? {} : { customer_email: request.email }),
        },
        { idempotencyKey: request.checkoutId },
      ),
    );
  }

  session(id: string): Promise<GatewaySession> {
    return this.ask(sessionShape, (stripe) => stripe.checkout.sessions.retrieve(id));
  }

  /** Expiring is idempotent in itself: a second try is refused because the session is no longer open. */
  expireSession(id: string): Promise<GatewaySession> {
    return this.ask(sessionShape, (stripe) => stripe.checkout.sessions.expire(id));
  }

  refund(request: RefundRequest): Promise<GatewayRefund> {
    return this.ask(refundShape, (stripe) =>
      stripe.refunds.create(
        { payment_intent: request.paymentIntent, amount: request.amountMinor, metadata: { refund_id: request.refundId } },
        { idempotencyKey: request.refundId },
      ),
    );
  }

  /** The refund made for our row, when Stripe has one: how an unknown outcome becomes known. */
  async refundMade(request: Pick<RefundRequest, 'refundId' | 'paymentIntent'>): Promise<GatewayRefund | null> {
    const page = await this.ask(null, (stripe) => stripe.refunds.list({ payment_intent: request.paymentIntent, limit: 100 }));
    const list = listOf(page);
    for (const item of list.data) {
      const parsed = refundShape.safeParse(item);
      if (!parsed.success) throw new GatewayUnknown('a listed refund cannot be read');
      if (parsed.data.refundId === request.refundId) return parsed.data;
    }
    if (list.has_more) throw new GatewayUnknown('more refunds than one page holds');
    return null;
  }

  dispute(id: string): Promise<GatewayDispute> {
    return this.ask(disputeShape, (stripe) => stripe.disputes.retrieve(id));
  }

  /** Everything said since an instant, newest first, page by page. Stripe keeps thirty days. */
  async *events(since: number): AsyncGenerator<GatewayEvent> {
    let after: string | undefined;
    for (;;) {
      const page = listOf(
        await this.ask(null, (stripe) => stripe.events.list({ created: { gte: since }, types: [...EVENT_TYPES], limit: 100, ...(after === undefined ? {} : { starting_after: after }) })),
      );
      for (const item of page.data) {
        const parsed = eventShape.safeParse(item);
        if (!parsed.success) throw new GatewayUnknown('a listed event cannot be read');
        after = parsed.data.id;
        yield readEvent(parsed.data);
      }
      if (!page.has_more || page.data.length === 0) return;
    }
  }

  /** The event inside a webhook's raw body, or GatewayForged. `now` is ours, so that tests can stand still. */
  verify(raw: Buffer, header: string | readonly string[] | undefined, now: Date): GatewayEvent {
    const secret = this.config.STRIPE_WEBHOOK_SECRET;
    if (!secret) throw new GatewayForged('no webhook secret is configured');
    if (typeof header !== 'string' || header.length > 4096) throw new GatewayForged('no single signature header');
    if (raw.length === 0 || raw.length > LARGEST_EVENT) throw new GatewayForged('the body is empty or too large');
    const seconds = Math.floor(now.getTime() / 1000);
    // The client accepts any time in the future (measured on 23.1.0); the tolerance must hold both ways.
    const signedAt = Number(/(?:^|,)t=(\d{1,12})(?:,|$)/.exec(header)?.[1] ?? Number.NaN);
    if (!(Math.abs(seconds - signedAt) <= TOLERANCE_SECONDS)) throw new GatewayForged('signed at another time');
    let unread: unknown;
    try {
      unread = Stripe.webhooks.constructEvent(raw, header, secret, TOLERANCE_SECONDS, undefined, now.getTime());
    } catch (cause) {
      throw new GatewayForged('the signature does not hold', { cause });
    }
    const parsed = eventShape.safeParse(unread);
    if (!parsed.success) throw new GatewayForged('not an event', { cause: parsed.error });
    if (parsed.data.livemode !== this.live) throw new GatewayForged('an event of the other mode');
    if (parsed.data.account != null) throw new GatewayForged('an event of another account');
    return readEvent(parsed.data);
  }

  private async ask<S extends z.ZodType>(shape: S, call: (stripe: Stripe) => Promise<unknown>): Promise<z.output<S>>;
  private async ask(shape: null, call: (stripe: Stripe) => Promise<unknown>): Promise<unknown>;
  private async ask(shape: z.ZodType | null, call: (stripe: Stripe) => Promise<unknown>): Promise<unknown> {
    if (!this.stripe) throw new GatewayRefused('not_configured');
    let answer: unknown;
    try {
      answer = await call(this.stripe);
    } catch (error) {
      throw classify(error);
    }
    if (shape === null) return answer;
    const parsed = shape.safeParse(answer);
    if (!parsed.success) throw new GatewayUnknown('the answer cannot be read', null, { cause: parsed.error });
    return parsed.data;
  }
}

/** A definite no only when Stripe itself said so with a 4xx that waiting does not change. */
function classify(error: unknown): Error {
  if (!(error instanceof Stripe.errors.StripeError)) return new GatewayUnknown('the call failed', null, { cause: error });
  const status = error.statusCode ?? null;
  const definite = status !== null && status >= 400 && status < 500 && status !== 408 && status !== 409 && status !== 429;
  return definite ? new GatewayRefused(error.code ?? error.rawType ?? String(status), { cause: error }) : new GatewayUnknown(error.type, status, { cause: error });
}

function listOf(page: unknown): { data: unknown[]; has_more: boolean } {
  const list = page as { object?: unknown; data?: unknown; has_more?: unknown } | null;
  if (list?.object !== 'list' || !Array.isArray(list.data) || typeof list.has_more !== 'boolean') throw new GatewayUnknown('not a list');
  return { data: list.data as unknown[], has_more: list.has_more };
}

function address(host: string | undefined): { host?: string; port?: number; protocol?: 'http' | 'https' } {
  if (host === undefined) return {};
  const url = new URL(host);
  const protocol = url.protocol === 'https:' ? 'https' : 'http';
  return { host: url.hostname, port: Number(url.port || (protocol === 'https' ? 443 : 80)), protocol };
}
