import { invalid, missing, StripeRefusal } from './sandbox.errors.js';
import type { Form } from './form.js';
import type { SandboxEvents } from './sandbox.events.js';
import { metadata, text, whole } from './sandbox.checkout.js';
import { seconds, stripeId, type SandboxTx, type StripeObject } from './sandbox.store.js';

/** Refunds of a captured payment: never more than was taken. */
export class SandboxRefunds {
  constructor(private readonly events: SandboxEvents) {}

  async create(tx: SandboxTx, form: Form): Promise<StripeObject> {
    const intentId = text(form['payment_intent']);
    if (!intentId) throw invalid('payment_intent', 'Name the payment_intent to refund.', 'parameter_missing');
    const intent = await tx.take(intentId);
    if (intent?.object !== 'payment_intent') throw missing('payment_intent', intentId);
    const charge = intent['latest_charge'] === null ? null : await tx.take(String(intent['latest_charge']));
    if (!charge) throw invalid('payment_intent', 'This PaymentIntent does not have a successful charge to refund.', 'charge_not_found');
    if (charge['disputed'] === true) throw new StripeRefusal(400, 'invalid_request_error', `Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed');
    const left = Number(charge['amount']) - Number(charge['amount_refunded']);
    if (left === 0) throw new StripeRefusal(400, 'invalid_request_error', `Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
    const amount = form['amount'] === undefined ? left : whole(form['amount']);
    if (amount === null || amount === 0) throw invalid('amount', 'Invalid positive integer');
    if (amount > left) throw new StripeRefusal(400, 'invalid_request_error', `Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`, 'amount_too_large', 'amount');
    const refund: StripeObject = {
      id: stripeId('re'),
      object: 'refund',
      amount,
      charge: charge.id,
      created: seconds(),
      currency: charge['currency'],
      metadata: metadata(form['metadata']),
      payment_intent: intent.id,
      reason: text(form['reason']) ?? null,
      status: 'succeeded',
    };
    Object.assign(charge, { amount_refunded: Number(charge['amount_refunded']) + amount, refunded: amount === left });
    await tx.keep(refund);
    await tx.keep(charge);
    await this.events.say(tx, 'refund.created', refund);
    await this.events.say(tx, 'charge.refunded', charge);
    return refund;
  }

  /** A bank that takes a refund back days later: the account was closed. */
  async bounce(tx: SandboxTx, id: string): Promise<void> {
    const refund = await tx.take(id);
    if (refund?.object !== 'refund') throw missing('refund', id);
    Object.assign(refund, { status: 'failed', failure_reason: 'expired_or_canceled_card' });
    await tx.keep(refund);
    await this.events.say(tx, 'refund.failed', refund);
  }
}
