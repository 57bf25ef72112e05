import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { released } from '../ledger/ledger.js';
import { backsOf } from '../give-back/give-back.rows.js';
import { remaining } from '../give-back/give-back.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { lockPayment, orderMoney } from './checkout.rows.js';

/** The buyer holds the goods: what was held becomes everybody's share. */
@Injectable()
export class ReleaseService {
  constructor(private readonly ledger: LedgerService) {}

  /** Again, or for the money of a cancelled order, whose refund may have failed for now, it does nothing. */
  async release(tx: Tx, orderId: string): Promise<void> {
    const [of] = await tx.query<{ paymentId: string }>(`select payment_id as "paymentId" from payments.order_money where order_id = $1`, [orderId]);
    if (!of) return;
    await lockPayment(tx, of.paymentId);
    const order = (await orderMoney(tx, [orderId]))[0]!;
    const back = await backsOf(tx, orderId);
    const left = remaining(order.split, back);
    // What is on its way back for accepted complaints was taken from the shares; anything else that went back ends the order.
    const untouched = order.cancelledAt === null && order.capturedMinor > 0 && order.releasedAt === null && order.refundingMinor + order.refundedMinor === order.totalMinor - left.totalMinor;
    if (!untouched) return;
    await tx.query(`update payments.order_money set released_minor = $3, released_at = $2 where order_id = $1`, [orderId, tx.now, left.totalMinor]);
    await tx.query(`update payments.earning set state = case when taken_minor = amount_minor then 'voided' else 'released' end, released_at = $2 where order_id = $1 and state = 'held'`, [orderId, tx.now]);
    if (left.totalMinor > 0) await this.ledger.post(tx, released(orderId, left));
    await tx.audit({ action: 'payment.release', subject: { type: 'order', id: orderId }, detail: { amountMinor: left.totalMinor, currency: order.currency } });
  }
}
