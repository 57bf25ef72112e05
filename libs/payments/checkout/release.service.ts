import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { released } from '../ledger/ledger.js';
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
    const untouched = order.cancelledAt === null && order.capturedMinor > 0 && order.releasedMinor === 0 && order.refundingMinor === 0 && order.refundedMinor === 0;
    if (!untouched) return;
    await tx.query(`update payments.order_money set released_minor = captured_minor, released_at = $2 where order_id = $1`, [orderId, tx.now]);
    await tx.query(`update payments.earning set state = 'released', released_at = $2 where order_id = $1 and state = 'held'`, [orderId, tx.now]);
    await this.ledger.post(tx, released(orderId, order.split));
    await tx.audit({ action: 'payment.release', subject: { type: 'order', id: orderId }, detail: { amountMinor: order.capturedMinor, currency: order.currency } });
  }
}
