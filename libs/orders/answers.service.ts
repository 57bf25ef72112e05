import { Injectable } from '@nestjs/common';
import { LotsQueries } from '#libs/clusters';
import { moroccanDay, SYSTEM } from '#libs/kernel';
import { Database, OnTimer, type Tx } from '#libs/platform';
import { ExporterLettersService } from './exporter-letters.service.js';
import { OrdersService } from './orders.service.js';
import { ORDER_COLUMNS, type OrderRow } from './steps.service.js';

const HOUR_MS = 3_600_000;

/**
 * A buyer's money does not wait for ever: an exporter who says nothing is reminded once, and after the deadline the order
 * is declined for her. An order whose lots members have taken on was answered by them.
 */
@Injectable()
export class AnswersService {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly lots: LotsQueries,
    private readonly letters: ExporterLettersService,
  ) {}

  @OnTimer('orders.chase-answers', 600_000)
  async chase(): Promise<void> {
    for (let after: string | null = null; ; ) {
      after = await this.db.write(SYSTEM, (tx) => this.chaseNext(tx, after));
      if (after === null) return;
    }
  }

  /** The next unanswered order after an id, dealt with in a transaction of its own. Answers its id, or null at the end. */
  private async chaseNext(tx: Tx, after: string | null): Promise<string | null> {
    const [terms] = await tx.query<{ remind_hours: number; decline_hours: number }>(`select remind_hours, decline_hours from orders.answer_terms where valid_from <= $1 order by valid_from desc limit 1`, [moroccanDay(tx.now)]);
    const before = (hours: number): Date => new Date(tx.now.getTime() - hours * HOUR_MS);
    const [order] = await tx.query<OrderRow & { fundedAt: Date }>(
      `select ${ORDER_COLUMNS}, h.at "fundedAt" from orders.orders o join orders.history h on h.order_id = o.id and h.verb = 'fund'
       where o.state = 'funded' and h.at <= $1 and ($2::uuid is null or o.id > $2) order by o.id limit 1 for update of o skip locked`,
      [before(terms!.remind_hours), after],
    );
    if (!order) return null;
    if (await this.lots.isTakenOn(tx, order.id)) return order.id;
    if (order.fundedAt <= before(terms!.decline_hours)) await this.orders.declineFunded(tx, order, `no answer within ${terms!.decline_hours} hours`);
    else await this.letters.remind(tx, order.id);
    return order.id;
  }
}
