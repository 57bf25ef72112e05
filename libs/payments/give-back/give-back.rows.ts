import type { Tx } from '#libs/platform';
import type { BackPart } from './give-back.js';

/** Everything of an order that went back, or is on its way, for accepted complaints. Who writes by it has locked the payment's row. */
export function backsOf(tx: Pick<Tx, 'query'>, orderId: string): Promise<BackPart[]> {
  return tx.query<BackPart>(
    `select b.line, p.kind, p.beneficiary_id as id, p.role, p.amount_minor as "amountMinor", p.mad_minor as "madMinor"
     from payments.give_back b join payments.give_back_part p on p.give_back_id = b.id where b.order_id = $1 order by b.id, p.kind, p.beneficiary_id, p.role`,
    [orderId],
  );
}
