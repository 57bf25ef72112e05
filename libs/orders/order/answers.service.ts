import { Inject, Injectable } from '@nestjs/common';
import { LotsQueries } from '#libs/clusters';
import { moroccanDay, SYSTEM, type Clock, oneByOne } from '#libs/kernel';
import { CLOCK, Database, OnTimer, type Tx } from '#libs/platform';
import { ExporterLettersService } from '../letters/exporter-letters.service.js';
import { OrdersService } from '../orders.service.js';
import { StepsService } from './steps.service.js';

const HOUR_MS = 3_600_000;

interface Terms {
  readonly remindHours: number;
  readonly declineHours: number;
}

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
    private readonly steps: StepsService,
    private readonly letters: ExporterLettersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnTimer('orders.chase-answers', 600_000)
  async chase(): Promise<void> {
    const now = this.clock.now();
    const [terms] = await this.db.read<Terms>(`select remind_hours "remindHours", decline_hours "declineHours" from orders.answer_terms where valid_from <= $1 order by valid_from desc limit 1`, [moroccanDay(now)]);
    const silent = await this.db.read<{ id: string; fundedAt: Date }>(
      `select o.id, h.at "fundedAt" from orders.orders o join orders.history h on h.order_id = o.id and h.verb = 'fund' where o.state = 'funded' and h.at <= $1 order by h.at limit 500`,
      [hoursBefore(now, terms!.remindHours)],
    );
    await oneByOne(silent, ({ id, fundedAt }) => this.db.write(SYSTEM, (tx) => this.chaseOne(tx, id, fundedAt, terms!)));
  }

  private async chaseOne(tx: Tx, id: string, fundedAt: Date, terms: Terms): Promise<void> {
    const order = await this.steps.lock(tx, id);
    if (order.state !== 'funded' || (await this.lots.isTakenOn(tx, id))) return;
    if (fundedAt <= hoursBefore(tx.now, terms.declineHours)) await this.orders.declineFunded(tx, order, `no answer within ${terms.declineHours} hours`);
    else await this.letters.remind(tx, id);
  }
}

function hoursBefore(now: Date, hours: number): Date {
  return new Date(now.getTime() - hours * HOUR_MS);
}
