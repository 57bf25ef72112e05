import { Injectable } from '@nestjs/common';
import { isId, newId, SYSTEM, type Actor } from '#libs/kernel';
import { Database, errand, OnErrand, type Tx } from '#libs/platform';
import { giveBackBounced, refundCovered, refundDone, refundFailed, refundStarted } from '../ledger/ledger.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { paymentsErrors } from '../payments.errors.js';
import { GatewayRefused, StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayRefund } from '../stripe/stripe.shapes.js';
import { laterRefund, type RefundState } from './checkout.js';
import { lockPayment, orderMoney, REFUND, type RefundRow } from './checkout.rows.js';

export const refundErrand = errand<{ refundId: string }>('payments.refund', { attempts: 10, backoffMs: 2_000 });

interface Return {
  readonly paymentId: string;
  readonly checkoutId: string;
  readonly orderId: string | null;
  /** A part of the order, whose shares were taken back by whoever asks for this. */
  readonly giveBackId?: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** Money on its way back. One row per return, asked for under the row's id however often it takes. */
@Injectable()
export class RefundsService {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly ledger: LedgerService,
  ) {}

  /** Everything still held for an order goes back to its buyer. Again, or with nothing held, it does nothing. */
  async giveBack(tx: Tx, orderId: string): Promise<void> {
    const [of] = await tx.query<{ paymentId: string }>(`select payment_id as "paymentId" from payments.order_money where order_id = $1`, [orderId]);
    if (!of) return;
    const payment = await lockPayment(tx, of.paymentId);
    const order = (await orderMoney(tx, [orderId]))[0]!;
    const amountMinor = order.capturedMinor - order.refundingMinor - order.refundedMinor - order.releasedMinor;
    if (amountMinor <= 0 || payment.capturedBy === null) return;
    await this.start(tx, { paymentId: payment.id, checkoutId: payment.capturedBy, orderId, amountMinor, currency: order.currency });
  }

  /**
   * The desk's word after a refund failed for good: the money goes back once more, as a new row under a new key. What
   * is already on its way, or was neither cancelled nor given back, is not touched.
   */
  async repeat(actor: Actor, orderId: string): Promise<void> {
    const done = isId(orderId) && (await this.db.write(actor, async (tx) => {
      const [cancelled] = await tx.query(`select 1 from payments.order_money where order_id = $1 and cancelled_at is not null`, [orderId]);
      if (cancelled) await this.giveBack(tx, orderId);
      const failed = await tx.query<Return & { giveBackId: string }>(
        `select distinct r.payment_id as "paymentId", r.checkout_id as "checkoutId", r.order_id as "orderId", r.give_back_id as "giveBackId", r.amount_minor as "amountMinor", r.currency
         from payments.refund r where r.order_id = $1 and r.give_back_id is not null and not exists (select 1 from payments.refund o where o.give_back_id = r.give_back_id and o.state <> 'failed')`,
        [orderId],
      );
      for (const back of failed) {
        await lockPayment(tx, back.paymentId);
        await this.start(tx, back);
      }
      return cancelled !== undefined || failed.length > 0;
    }));
    if (!done) throw paymentsErrors.PAYMENT_NOT_FOUND({}, 'orderId');
  }

  async start(tx: Tx, back: Return): Promise<void> {
    const [made] = await tx.query<{ id: string }>(
      `insert into payments.refund (id, payment_id, checkout_id, order_id, amount_minor, currency, state, created_at, give_back_id)
       values ($1,$2,$3,$4,$5,$6,'due',$7,$8) on conflict do nothing returning id`,
      [newId(tx.now.getTime()), back.paymentId, back.checkoutId, back.orderId, back.amountMinor, back.currency, tx.now, back.giveBackId ?? null],
    );
    if (!made) return;
    if (back.orderId !== null && back.giveBackId === undefined) {
      await tx.query(`update payments.order_money set refunding_minor = refunding_minor + $2 where order_id = $1`, [back.orderId, back.amountMinor]);
      await tx.query(`update payments.earning set state = 'voided' where order_id = $1 and state = 'held'`, [back.orderId]);
      await this.ledger.post(tx, refundStarted(made.id, back.orderId, back));
    }
    await tx.audit({ action: 'payment.refund', subject: { type: back.orderId === null ? 'checkout' : 'order', id: back.orderId ?? back.checkoutId }, detail: { refundId: made.id, amountMinor: back.amountMinor, currency: back.currency } });
    // Whom her bank has already given this money gets it from nobody twice.
    const [lost] = await tx.query<{ id: string }>(
      `select d.id from payments.dispute d join payments.checkout c on c.payment_intent = d.payment_intent where c.id = $1 and d.booked and d.amount_minor - d.covered_minor >= $2 order by d.id limit 1 for update of d`,
      [back.checkoutId, back.amountMinor],
    );
    if (lost) return this.cover(tx, made.id, lost.id, true);
    await tx.send(refundErrand, { refundId: made.id }, { key: made.id });
  }

  /** A dispute is lost: what was about to go back has come to the buyer from her bank, as far as the amount goes. Answers how much of it. */
  async coverWaiting(tx: Tx, checkoutId: string, dispute: { id: string; amountMinor: number }): Promise<number> {
    const waiting = await tx.query<{ id: string; amountMinor: number }>(`select id, amount_minor as "amountMinor" from payments.refund where checkout_id = $1 and state = 'due' and asked_at is null order by id for update`, [checkoutId]);
    let covered = 0;
    for (const { id, amountMinor } of waiting) {
      if (covered + amountMinor > dispute.amountMinor) continue;
      covered += amountMinor;
      await this.cover(tx, id, dispute.id, false);
    }
    return covered;
  }

  /** A dispute has ended: refunds that waited for it are asked for. */
  async goOn(tx: Tx, checkoutId: string): Promise<void> {
    const waiting = await tx.query<{ id: string }>(`select id from payments.refund where checkout_id = $1 and state = 'due' order by id`, [checkoutId]);
    for (const { id } of waiting) await tx.send(refundErrand, { refundId: id });
  }

  private async cover(tx: Tx, refundId: string, disputeId: string, lost: boolean): Promise<void> {
    const [row] = await tx.query<RefundRow>(`select ${REFUND} from payments.refund r where r.id = $1`, [refundId]);
    await tx.query(`update payments.refund set state = 'succeeded', covered_by = $2, ended_at = $3 where id = $1`, [refundId, disputeId, tx.now]);
    if (lost) await tx.query(`update payments.dispute set covered_minor = covered_minor + $2 where id = $1`, [disputeId, row!.amountMinor]);
    await this.ledger.post(tx, refundCovered(refundId, row!.orderId, row!, lost));
    await this.withBuyer(tx, row!);
  }

  /**
   * Asks the provider. The row says `unresolved` before the question leaves: whatever happens to this process, the next
   * try first looks whether the refund was made, and only then asks again, under the same key.
   */
  @OnErrand(refundErrand)
  async ask({ refundId }: { refundId: string }): Promise<void> {
    const [row] = await this.db.read<RefundRow>(`select ${REFUND} from payments.refund r where r.id = $1`, [refundId]);
    if (!row || row.paymentIntent === null || (row.state !== 'due' && row.state !== 'unresolved')) return;
    // A disputed payment cannot be refunded: the buyer would have the money twice. It waits for the end.
    if (row.state === 'due' && row.disputed) return;
    const request = { refundId, paymentIntent: row.paymentIntent, amountMinor: row.amountMinor };
    await this.db.write(SYSTEM, (tx) => tx.query(`update payments.refund set state = case state when 'due' then 'unresolved' else state end, asked_at = $2 where id = $1`, [refundId, tx.now]));
    try {
      const made = (row.askedAt === null ? null : await this.gateway.refundMade(request)) ?? (await this.gateway.refund(request));
      await this.db.write(SYSTEM, (tx) => this.apply(tx, made));
    } catch (error) {
      // A refusal is an answer; anything else is thrown to the queue, which tries again.
      if (!(error instanceof GatewayRefused)) throw error;
      await this.db.write(SYSTEM, (tx) => this.move(tx, refundId, 'failed', { failure: error.code, providerId: null }));
    }
  }

  /** What the provider says of a refund, from an answer or an event, any number of times in any order. */
  async apply(tx: Tx, refund: GatewayRefund): Promise<void> {
    if (refund.refundId === null) return;
    const [row] = await tx.query<RefundRow>(`select ${REFUND} from payments.refund r where r.id::text = $1`, [refund.refundId]);
    if (!row) return;
    if (row.amountMinor !== refund.amountMinor || row.currency !== refund.currency) throw new RangeError(`refund ${refund.id} is over another amount than ${row.id}`);
    await this.move(tx, row.id, refund.status, { failure: refund.reason, providerId: refund.id });
  }

  private async move(tx: Tx, refundId: string, said: RefundState, news: { failure: string | null; providerId: string | null }): Promise<void> {
    const [seen] = await tx.query<RefundRow>(`select ${REFUND} from payments.refund r where r.id = $1`, [refundId]);
    await lockPayment(tx, seen!.paymentId);
    const [row] = await tx.query<RefundRow>(`select ${REFUND} from payments.refund r where r.id = $1`, [refundId]);
    // The bank gave this money, and nobody asked the provider for it: no news of his can undo it.
    if (row!.coveredBy !== null) return;
    const after = laterRefund(row!.state, said);
    await tx.query(
      `update payments.refund set state = $2, failure = coalesce($3, failure), provider_id = coalesce(provider_id, $4), ended_at = case when $2 in ('succeeded', 'failed') then coalesce(ended_at, $5) end where id = $1`,
      [refundId, after, news.failure, news.providerId, tx.now],
    );
    if (after === row!.state) return;
    if (after === 'succeeded') await this.done(tx, refundId, row!);
    if (after === 'failed') await this.failed(tx, refundId, row!);
  }

  private async failed(tx: Tx, refundId: string, { state: before, orderId, giveBackId, amountMinor, currency }: RefundRow): Promise<void> {
    const wasDone = before === 'succeeded';
    if (orderId !== null && giveBackId !== null) {
      // It stays hers, on its way, until the desk sends it once more.
      if (wasDone) await this.ledger.post(tx, giveBackBounced(refundId, orderId, { amountMinor, currency }));
      if (wasDone) await tx.query(`update payments.order_money set refunded_minor = refunded_minor - $2, refunding_minor = refunding_minor + $2 where order_id = $1`, [orderId, amountMinor]);
      return;
    }
    const entry = refundFailed(refundId, orderId, { amountMinor, currency }, wasDone);
    if (entry) await this.ledger.post(tx, entry);
    if (orderId === null) return;
    const [refunded, refunding] = wasDone ? [amountMinor, 0] : [0, amountMinor];
    await tx.query(`update payments.order_money set refunded_minor = refunded_minor - $2, refunding_minor = refunding_minor - $3 where order_id = $1`, [orderId, refunded, refunding]);
  }

  private async done(tx: Tx, refundId: string, row: RefundRow): Promise<void> {
    await this.ledger.post(tx, refundDone(refundId, row.orderId, row));
    await this.withBuyer(tx, row);
  }

  private async withBuyer(tx: Tx, { paymentId, orderId, giveBackId, amountMinor, currency }: RefundRow): Promise<void> {
    if (orderId === null) return;
    await tx.query(`update payments.order_money set refunding_minor = refunding_minor - $2, refunded_minor = refunded_minor + $2 where order_id = $1`, [orderId, amountMinor]);
    await tx.publish('PaymentRefunded', { paymentId, orderId, amountMinor, currency, ...(giveBackId !== null && (await this.creditNote(tx, giveBackId))) });
  }

  /** What the buyer's credit note says of a part: its number, and how much of it is for the goods. */
  private async creditNote(tx: Tx, giveBackId: string): Promise<{ complaintId: string; creditNote: string; goodsMinor: number }> {
    const [note] = await tx.query<{ number: string; goodsMinor: number }>(
      `select b.number, coalesce(sum(p.amount_minor) filter (where p.kind <> 'carried'), 0)::bigint as "goodsMinor" from payments.give_back b join payments.give_back_part p on p.give_back_id = b.id where b.id = $1 group by b.id`,
      [giveBackId],
    );
    return { complaintId: giveBackId, creditNote: note!.number, goodsMinor: note!.goodsMinor };
  }
}
