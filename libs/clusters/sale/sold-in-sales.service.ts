import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';

/** What was sold in a collective sale, so that each maker knows what to bring in on its collection day. */
@Injectable()
export class SoldInSalesService {
  /**
   * A line belongs to the sale that was on when its order was placed, also when it was paid a little later. Of two sales at once
   * the later one had the piece.
   */
  @OnFact('OrderFunded', 'clusters.count-sale')
  async onFunded({ payload: { orderId, clusterId, placedAt, lines = [] } }: Fact<'OrderFunded'>, tx: Tx): Promise<void> {
    if (clusterId === undefined || placedAt === undefined) return;
    for (const { number, productId, quantity } of lines) {
      await tx.query(
        `insert into clusters.sale_order (order_id, line, sale_id, product_id, quantity)
         select $1, $2, p.sale_id, p.product_id, $4 from clusters.collective_piece p join clusters.collective_sale s on s.id = p.sale_id
         where p.product_id = $3 and s.cluster_id = $5 and p.left_out is null and s.opened_at <= $6 and (s.ended_at is null or s.ended_at > $6) order by s.opened_at desc limit 1
         on conflict do nothing`,
        [orderId, number, productId, quantity, clusterId, placedAt],
      );
    }
  }

  @OnFact('OrderCancelled', 'clusters.uncount-sale')
  async onCancelled({ payload: { orderId } }: Fact<'OrderCancelled'>, tx: Tx): Promise<void> {
    await tx.query(`update clusters.sale_order set cancelled = true where order_id = $1`, [orderId]);
  }
}
