import { invalid, missing } from './sandbox.errors.js';
import type { Form } from './form.js';
import { text } from './sandbox.checkout.js';
import type { SandboxEvents } from './sandbox.events.js';
import { seconds, stripeId, type SandboxTx, type StripeObject } from './sandbox.store.js';

/** A bank gives its customer twenty days and more; the shortest that Stripe names is a week. */
const DUE_SECONDS = 7 * 24 * 60 * 60;

/** Disputes: the money is taken at once, and comes back when the shop wins. */
export class SandboxDisputes {
  constructor(private readonly events: SandboxEvents) {}

  /** The buyer asked her bank for her money back. */
  async open(tx: SandboxTx, intentId: string, { amount, reason = 'product_not_received' }: { amount?: number; reason?: string } = {}): Promise<StripeObject> {
    const intent = await tx.take(intentId);
    const charge = intent?.['latest_charge'] ? await tx.take(String(intent['latest_charge'])) : null;
    if (!charge) throw missing('charge', intentId);
    const disputed = amount ?? Number(charge['amount']) - Number(charge['amount_refunded']);
    const dispute: StripeObject = {
      id: stripeId('du'),
      object: 'dispute',
      amount: disputed,
      balance_transactions: [],
      charge: charge.id,
      created: seconds(),
      currency: charge['currency'],
      evidence: {},
      evidence_details: { due_by: seconds() + DUE_SECONDS, has_evidence: false, past_due: false, submission_count: 0 },
      is_charge_refundable: false,
      livemode: false,
      metadata: {},
      payment_intent: intentId,
      reason,
      status: 'needs_response',
    };
    await tx.keep({ ...charge, disputed: true });
    await this.say(tx, 'charge.dispute.created', dispute);
    return this.moved(tx, dispute, -disputed, 'charge.dispute.funds_withdrawn');
  }

  async end(tx: SandboxTx, id: string, status: 'won' | 'lost' | 'warning_closed'): Promise<StripeObject> {
    const dispute = await this.retrieve(tx, id);
    if (!['needs_response', 'under_review'].includes(String(dispute['status']))) return dispute;
    const ended = { ...dispute, status };
    await this.say(tx, 'charge.dispute.closed', ended);
    if (status === 'lost') return ended;
    const charge = await tx.take(String(dispute['charge']));
    await tx.keep({ ...charge!, disputed: false });
    return this.moved(tx, ended, Number(dispute['amount']), 'charge.dispute.funds_reinstated');
  }

  /** Evidence decides by its text, as in Stripe's test mode (docs.stripe.com/testing, checked 2026-11-24). */
  async update(tx: SandboxTx, form: Form, id: string): Promise<StripeObject> {
    const evidence = form['evidence'];
    const words = typeof evidence === 'object' && !Array.isArray(evidence) ? text(evidence['uncategorized_text']) : undefined;
    if (words === 'winning_evidence') return this.end(tx, id, 'won');
    if (words === 'losing_evidence') return this.end(tx, id, 'lost');
    throw invalid('evidence', 'Here evidence[uncategorized_text] is winning_evidence or losing_evidence.');
  }

  async retrieve(tx: SandboxTx, id: string): Promise<StripeObject> {
    const dispute = await tx.take(id);
    if (dispute?.object !== 'dispute') throw missing('dispute', id);
    return dispute;
  }

  private async moved(tx: SandboxTx, dispute: StripeObject, amount: number, type: string): Promise<StripeObject> {
    const after = { ...dispute, balance_transactions: [...(dispute['balance_transactions'] as object[]), { id: stripeId('txn'), object: 'balance_transaction', amount, currency: dispute['currency'], type: 'adjustment' }] };
    await this.say(tx, type, after);
    return after;
  }

  private async say(tx: SandboxTx, type: string, dispute: StripeObject): Promise<void> {
    await tx.keep(dispute);
    await this.events.say(tx, type, dispute);
  }
}
