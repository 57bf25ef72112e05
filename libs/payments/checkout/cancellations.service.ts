import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { LIVE } from './checkout.js';
import { lockPayment } from './checkout.rows.js';
import { closeErrand } from './checkouts.service.js';
import { RefundsService } from './refunds.service.js';

/** An order ended without its goods. It may be told more than once, before or after its money came. */
@Injectable()
export class CancellationsService {
  constructor(private readonly refunds: RefundsService) {}

  async cancel(tx: Tx, orderId: string): Promise<void> {
    const [of] = await tx.query<{ paymentId: string }>(`select payment_id as "paymentId" from payments.order_money where order_id = $1`, [orderId]);
    if (!of) return;
    await lockPayment(tx, of.paymentId);
    await tx.query(`update payments.order_money set cancelled_at = coalesce(cancelled_at, $2) where order_id = $1`, [orderId, tx.now]);
    await this.refunds.giveBack(tx, orderId);
    // The open page asks for the whole basket; the other orders can be paid on a new one.
    const open = await tx.query<{ id: string }>(
      `update payments.checkout set superseded = true where payment_id = $1 and $2 = any(order_ids) and state = any($3) returning id`,
      [of.paymentId, orderId, LIVE],
    );
    for (const { id } of open) await tx.send(closeErrand, { checkoutId: id }, { key: id });
  }
}
