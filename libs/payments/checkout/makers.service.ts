import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { dividedAmongMakers, type Made } from '../ledger/makers.js';
import { lockPayment, orderMoney } from './checkout.rows.js';

/** A cluster's members finished a shared order: its makers' share goes to those who made it. */
@Injectable()
export class MakersService {
  /** Once: told again, or for an order that was cancelled or is not known here, it does nothing. */
  async divide(tx: Tx, orderId: string, made: readonly Made[]): Promise<void> {
    const [of] = await tx.query<{ paymentId: string }>(`select payment_id as "paymentId" from payments.order_money where order_id = $1`, [orderId]);
    if (!of) return;
    await lockPayment(tx, of.paymentId);
    const order = (await orderMoney(tx, [orderId]))[0]!;
    if (order.cancelledAt !== null || order.promised !== null) return;
    // Papers and carrier come after the lots, so this cannot be; if it ever is, a person must look before anybody is paid.
    if (order.capturedMinor === 0 || order.releasedMinor > 0) throw new RangeError(`order ${orderId} cannot be divided among its makers: captured ${order.capturedMinor}, released ${order.releasedMinor}`);
    const split = dividedAmongMakers(order.split, made);
    await tx.query(`update payments.order_money set promised = split, split = $2 where order_id = $1`, [orderId, JSON.stringify(split)]);
    await tx.query(`update payments.earning set state = 'voided' where order_id = $1 and beneficiary_kind = 'artisan' and state = 'held'`, [orderId]);
    for (const { line, id, madMinor, pieces } of split.payees.filter((payee) => payee.kind === 'artisan' && payee.madMinor > 0)) {
      await tx.query(
        `insert into payments.earning (id, order_id, line, beneficiary_kind, beneficiary_id, amount_minor, state, created_at, pieces) values ($1,$2,$3,'artisan',$4,$5,'held',$6,$7)
         on conflict (order_id, line, beneficiary_kind, beneficiary_id, role) do update set amount_minor = excluded.amount_minor, state = 'held', pieces = excluded.pieces`,
        [newId(tx.now.getTime()), orderId, line, id, madMinor, tx.now, pieces ?? null],
      );
    }
    await tx.audit({ action: 'payment.makers', subject: { type: 'order', id: orderId }, detail: { made } });
  }
}
