import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { captured, surplus } from '../ledger/ledger.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { GatewaySession } from '../stripe/stripe.shapes.js';
import { laterCheckout, stateSaid } from './checkout.js';
import { CHECKOUT, lockPayment, orderMoney, type CheckoutRow, type OrderMoneyRow, type PaymentRow } from './checkout.rows.js';
import { RefundsService } from './refunds.service.js';

/**
 * What the provider says of a session becomes what we know. The webhook, the buyer's return, the reconciler and a
 * repeated click all end here, and any order of them ends in the same state.
 */
@Injectable()
export class CaptureService {
  constructor(
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
  ) {}

  async settle(tx: Tx, session: GatewaySession, eventType?: string): Promise<void> {
    const checkout = await this.find(tx, session);
    if (!checkout) return;
    const payment = await lockPayment(tx, checkout.paymentId);
    const [now] = await tx.query<CheckoutRow>(`select ${CHECKOUT} from payments.checkout c where c.id = $1`, [checkout.id]);
    const before = now!.state;
    if (session.amountMinor !== checkout.amountMinor || session.currency !== checkout.currency) {
      throw new RangeError(`session ${session.id} is over ${session.amountMinor} ${session.currency}; checkout ${checkout.id} asked ${checkout.amountMinor} ${checkout.currency}`);
    }
    const after = laterCheckout(before, stateSaid(session, eventType));
    await tx.query(
      `update payments.checkout set state = $2, session_id = coalesce(session_id, $3), url = case when $2 = 'open' then coalesce($4, url) end,
         payment_intent = coalesce(payment_intent, $5), asked_at = $6 where id = $1`,
      [checkout.id, after, session.id, session.url, session.paymentIntent, tx.now],
    );
    if (after === before) return;
    if (after === 'paid') await this.capture(tx, payment, now!);
    if (after === 'expired' && payment.capturedAt === null && !now!.superseded) {
      await tx.publish('PaymentFailed', { paymentId: payment.id, basketId: payment.basketId, reason: 'expired' });
    }
  }

  /** The bank said no. The page stays open; only the last reason is kept, to show. */
  async decline(tx: Tx, checkoutId: string, code: string): Promise<void> {
    const [checkout] = await tx.query<CheckoutRow>(`select ${CHECKOUT} from payments.checkout c where c.id = $1`, [checkoutId]);
    if (!checkout) return;
    const payment = await lockPayment(tx, checkout.paymentId);
    // Of several reasons the greatest stays: the same one in whatever order the events come.
    const [now] = await tx.query<CheckoutRow>(
      `update payments.checkout c set declines = declines + 1, decline_code = greatest(coalesce(decline_code, ''), $2) where id = $1 returning ${CHECKOUT}`,
      [checkoutId, code.slice(0, 100)],
    );
    if (payment.capturedAt === null && now!.state === 'open') {
      await tx.publish('PaymentFailed', { paymentId: payment.id, basketId: payment.basketId, reason: 'declined' });
    }
  }

  private async find(tx: Tx, session: GatewaySession): Promise<CheckoutRow | null> {
    const [row] = await tx.query<CheckoutRow>(`select ${CHECKOUT} from payments.checkout c where c.session_id = $1 or c.id::text = $2 limit 1`, [session.id, session.checkoutId]);
    if (row && row.sessionId !== null && row.sessionId !== session.id) throw new RangeError(`session ${session.id} names checkout ${row.id}, which is ${row.sessionId}`);
    return row ?? null;
  }

  private async capture(tx: Tx, payment: PaymentRow, checkout: CheckoutRow): Promise<void> {
    const amount = { amountMinor: checkout.amountMinor, currency: checkout.currency };
    if (payment.capturedAt !== null) {
      await this.ledger.post(tx, surplus(checkout.id, amount));
      await this.refunds.start(tx, { paymentId: payment.id, checkoutId: checkout.id, orderId: null, ...amount });
      return;
    }
    await tx.query(`update payments.payment set captured_at = $2, captured_by = $3 where id = $1`, [payment.id, tx.now, checkout.id]);
    const orders = await orderMoney(tx, checkout.orderIds);
    for (const order of orders) await this.hold(tx, order);
    await tx.publish('PaymentCaptured', { paymentId: payment.id, basketId: payment.basketId, orderIds: [...checkout.orderIds], ...amount });
    for (const order of orders) {
      if (order.cancelledAt !== null) await this.refunds.giveBack(tx, order.orderId);
    }
  }

  private async hold(tx: Tx, order: OrderMoneyRow): Promise<void> {
    await tx.query(`update payments.order_money set captured_minor = total_minor where order_id = $1`, [order.orderId]);
    await this.ledger.post(tx, captured(order.orderId, { amountMinor: order.totalMinor, currency: order.currency }));
    for (const payee of order.split.payees) {
      if (payee.madMinor === 0) continue;
      await tx.query(
        `insert into payments.earning (id, order_id, line, beneficiary_kind, beneficiary_id, amount_minor, state, created_at, role) values ($1,$2,$3,$4,$5,$6,'held',$7,$8) on conflict do nothing`,
        [newId(tx.now.getTime()), order.orderId, payee.line, payee.kind, payee.id, payee.madMinor, tx.now, payee.role ?? ''],
      );
    }
  }
}
