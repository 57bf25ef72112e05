import { Injectable } from '@nestjs/common';
import { isId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { orderLifecycle, type OrderState, type OrderVerb } from './order.js';
import { ordersErrors } from '../orders.errors.js';
import type { ProForma } from '../pro-forma.js';

export interface OrderRow {
  readonly id: string;
  readonly basketId: string;
  readonly owner: string;
  readonly number: string;
  readonly exporterId: string;
  readonly state: OrderState;
  readonly placedAt: Date;
  readonly heldUntil: Date;
  readonly proForma: ProForma;
}

export const ORDER_COLUMNS = `o.id, o.basket_id "basketId", o.owner, o.number, o.exporter_id "exporterId",
  o.state, o.placed_at "placedAt", o.held_until "heldUntil", o.pro_forma "proForma"`;

/** The only writer of an order's history, and so of its state. */
@Injectable()
export class StepsService {
  /** Takes the order for this transaction alone. */
  async lock(tx: Tx, orderId: string): Promise<OrderRow> {
    const [row] = isId(orderId) ? await tx.query<OrderRow>(`select ${ORDER_COLUMNS} from orders.orders o where o.id = $1 for update`, [orderId]) : [];
    if (!row) throw ordersErrors.ORDER_NOT_FOUND();
    return row;
  }

  can(order: Pick<OrderRow, 'state'>, verb: OrderVerb): boolean {
    return orderLifecycle.can(order.state, verb);
  }

  /** Moves a locked order along its lifecycle, or refuses; writes the step and the audit line. */
  async step(tx: Tx, order: Pick<OrderRow, 'id' | 'state'>, verb: OrderVerb, detail: Readonly<Record<string, string>> = {}): Promise<OrderState> {
    const to = orderLifecycle.next(order.state, verb);
    await tx.query(
      `insert into orders.history (order_id, sequence, verb, from_state, to_state, at, account_id, actor_name, detail)
       select $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6, $7, $8 from orders.history where order_id = $1`,
      [order.id, verb, order.state, to, tx.now, tx.actor.accountId, tx.actor.name, JSON.stringify(detail)],
    );
    await tx.audit({ action: `order.${verb}`, subject: { type: 'order', id: order.id }, detail });
    return to;
  }
}
