import { invalid, missing, StripeRefusal } from './sandbox.errors.js';
import type { Delivery, SandboxEvents } from './sandbox.events.js';
import type { Form, FormValue } from './form.js';
import { seconds, stripeId, type SandboxTx, type StripeObject } from './sandbox.store.js';

const SHORTEST_SECONDS = 30 * 60;
const LONGEST_SECONDS = 24 * 60 * 60;
const LARGEST_MINOR = 99_999_999;

export interface SandboxLine {
  readonly name: string;
  readonly amount: number;
}

/** Checkout Sessions and what the buyer does on the hosted page. */
export class SandboxCheckout {
  constructor(
    private readonly events: SandboxEvents,
    private readonly publicUrl: string,
  ) {}

  async create(tx: SandboxTx, form: Form): Promise<StripeObject> {
    if (form['mode'] !== 'payment') throw invalid('mode', 'Only mode=payment is spoken here.');
    const { lines, currency } = readLines(form['line_items']);
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    if (total > LARGEST_MINOR) throw invalid('line_items', 'The total is too large.', 'amount_too_large');
    const now = seconds();
    const expiresAt = form['expires_at'] === undefined ? now + LONGEST_SECONDS : Number(text(form['expires_at']));
    if (!Number.isSafeInteger(expiresAt) || expiresAt < now + SHORTEST_SECONDS - 60 || expiresAt > now + LONGEST_SECONDS + 60) {
      throw invalid('expires_at', 'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.');
    }
    const id = stripeId('cs_test');
    const intentData = form['payment_intent_data'];
    const session: StripeObject = {
      id,
      object: 'checkout.session',
      amount_subtotal: total,
      amount_total: total,
      cancel_url: url(form['cancel_url'], 'cancel_url'),
      client_reference_id: text(form['client_reference_id']) ?? null,
      created: now,
      currency,
      customer_details: text(form['customer_email']) === undefined ? null : { email: text(form['customer_email']) },
      expires_at: expiresAt,
      livemode: false,
      locale: text(form['locale']) ?? null,
      metadata: metadata(form['metadata']),
      mode: 'payment',
      payment_intent: null,
      payment_method_types: ['card'],
      payment_status: 'unpaid',
      status: 'open',
      success_url: url(form['success_url'], 'success_url'),
      url: `${this.publicUrl}/c/pay/${id}`,
    };
    await tx.keep(session);
    await tx.keep({ id: id.replace('cs_test', 'sandbox'), object: 'sandbox.page', created: now, lines, intent_metadata: metadata(isForm(intentData) ? intentData['metadata'] : undefined), intent: null });
    return session;
  }

  async retrieve(tx: SandboxTx, id: string): Promise<StripeObject> {
    const session = await tx.take(id);
    if (session?.object !== 'checkout.session') throw missing('checkout.session', id);
    if (session['status'] === 'open' && Number(session['expires_at']) <= seconds()) await this.close(tx, session);
    return session;
  }

  async expire(tx: SandboxTx, id: string): Promise<StripeObject> {
    const session = await this.retrieve(tx, id);
    if (session['status'] !== 'open') throw new StripeRefusal(400, 'invalid_request_error', 'Only Checkout Sessions with a status of `open` can be expired.');
    await this.close(tx, session);
    return session;
  }

  async lines(tx: SandboxTx, sessionId: string): Promise<readonly SandboxLine[]> {
    return (await this.pageOf(tx, sessionId))['lines'] as SandboxLine[];
  }

  /** The card is charged. A second press of the button finds the session complete and changes nothing. */
  async pay(tx: SandboxTx, id: string, delivery: Delivery = {}): Promise<StripeObject> {
    const session = await this.retrieve(tx, id);
    if (session['status'] !== 'open') return session;
    const intent = await this.intentOf(tx, session);
    const charge: StripeObject = {
      id: stripeId('ch'),
      object: 'charge',
      amount: session['amount_total'],
      amount_captured: session['amount_total'],
      amount_refunded: 0,
      created: seconds(),
      currency: session['currency'],
      livemode: false,
      metadata: intent['metadata'],
      paid: true,
      payment_intent: intent.id,
      refunded: false,
      status: 'succeeded',
    };
    Object.assign(intent, { status: 'succeeded', amount_received: session['amount_total'], latest_charge: charge.id, last_payment_error: null });
    Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent.id, url: null });
    for (const object of [charge, intent, session]) await tx.keep(object);
    await this.events.say(tx, 'charge.succeeded', charge, delivery);
    await this.events.say(tx, 'payment_intent.succeeded', intent, delivery);
    await this.events.say(tx, 'checkout.session.completed', session, delivery);
    return session;
  }

  /** The bank says no; the session stays open and the buyer may try again. */
  async decline(tx: SandboxTx, id: string, declineCode: 'generic_decline' | 'authentication_required'): Promise<StripeObject> {
    const session = await this.retrieve(tx, id);
    if (session['status'] !== 'open') return session;
    const intent = await this.intentOf(tx, session);
    const code = declineCode === 'generic_decline' ? 'card_declined' : 'payment_intent_authentication_failure';
    Object.assign(intent, { status: 'requires_payment_method', last_payment_error: { type: 'card_error', code, decline_code: declineCode, message: 'Your card was declined.' } });
    await tx.keep(intent);
    await this.events.say(tx, 'payment_intent.payment_failed', intent);
    return session;
  }

  /** The bank asks the buyer to prove who they are (3-D Secure). */
  async challenge(tx: SandboxTx, id: string): Promise<StripeObject> {
    const session = await this.retrieve(tx, id);
    if (session['status'] !== 'open') return session;
    const intent = await this.intentOf(tx, session);
    Object.assign(intent, { status: 'requires_action', next_action: { type: 'use_stripe_sdk' } });
    await tx.keep(intent);
    await this.events.say(tx, 'payment_intent.requires_action', intent);
    return session;
  }

  private async close(tx: SandboxTx, session: StripeObject): Promise<void> {
    Object.assign(session, { status: 'expired', url: null });
    await tx.keep(session);
    await this.events.say(tx, 'checkout.session.expired', session);
  }

  private async pageOf(tx: SandboxTx, sessionId: string): Promise<StripeObject> {
    const page = await tx.take(sessionId.replace('cs_test', 'sandbox'));
    if (!page) throw missing('checkout.session', sessionId);
    return page;
  }

  private async intentOf(tx: SandboxTx, session: StripeObject): Promise<StripeObject> {
    const page = await this.pageOf(tx, session.id);
    const known = page['intent'] === null ? null : await tx.take(String(page['intent']));
    if (known) return known;
    const intent: StripeObject = {
      id: stripeId('pi'),
      object: 'payment_intent',
      amount: session['amount_total'],
      amount_received: 0,
      created: seconds(),
      currency: session['currency'],
      last_payment_error: null,
      latest_charge: null,
      livemode: false,
      metadata: page['intent_metadata'],
      status: 'requires_payment_method',
    };
    await tx.keep(intent);
    await tx.keep({ ...page, intent: intent.id });
    await this.events.say(tx, 'payment_intent.created', intent);
    return intent;
  }
}

function readLines(value: FormValue | undefined): { lines: SandboxLine[]; currency: string } {
  if (!Array.isArray(value) || value.length === 0 || value.length > 100) throw invalid('line_items', 'line_items takes 1 to 100 items.');
  const currencies = new Set<string>();
  const lines = value.map((item, i) => {
    const price = isForm(item) ? item['price_data'] : undefined;
    const product = isForm(price) ? price['product_data'] : undefined;
    const name = isForm(product) ? text(product['name']) : undefined;
    const amount = isForm(price) ? whole(price['unit_amount']) : null;
    const quantity = isForm(item) ? whole(item['quantity']) : null;
    const currency = isForm(price) ? text(price['currency']) : undefined;
    if (!name || name.length > 250) throw invalid(`line_items[${i}][price_data][product_data][name]`, 'A product needs a name.');
    if (amount === null) throw invalid(`line_items[${i}][price_data][unit_amount]`, 'Invalid non-negative integer');
    if (quantity === null || quantity === 0) throw invalid(`line_items[${i}][quantity]`, 'This value must be greater than or equal to 1.');
    if (!currency || !/^[a-z]{3}$/.test(currency)) throw invalid(`line_items[${i}][price_data][currency]`, 'Invalid currency');
    currencies.add(currency);
    return { name, amount: amount * quantity };
  });
  if (currencies.size !== 1) throw invalid('line_items', 'All prices must have the same currency.');
  return { lines, currency: [...currencies][0]! };
}

export function whole(value: FormValue | undefined): number | null {
  return typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

export function text(value: FormValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function metadata(value: FormValue | undefined): Record<string, string> {
  if (!isForm(value)) return {};
  const entries = Object.entries(value);
  if (entries.length > 50 || entries.some(([k, v]) => typeof v !== 'string' || k.length > 40 || v.length > 500)) throw invalid('metadata', 'Metadata holds at most 50 short texts.');
  return Object.fromEntries(entries) as Record<string, string>;
}

function isForm(value: FormValue | undefined): value is Form {
  return typeof value === 'object' && !Array.isArray(value);
}

function url(value: FormValue | undefined, param: string): string {
  const given = text(value);
  if (!given || !/^https?:\/\//.test(given) || !URL.canParse(given)) throw invalid(param, 'Not a valid URL', 'url_invalid');
  return given;
}
