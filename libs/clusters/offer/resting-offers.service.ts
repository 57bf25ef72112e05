import { Injectable } from '@nestjs/common';
import { oneByOne, SYSTEM } from '#libs/kernel';
import { Database, errand, OnErrand, type Tx } from '#libs/platform';
import { OffersService } from './offers.service.js';

const followRest = errand<{ clusterId: string }>('clusters.follow-rest', { attempts: 8 });
const BATCH = 100;

/**
 * While nobody speaks for a cluster nobody could accept an order of its: each piece is its maker's alone, at her price, and stands
 * under the cluster's name again, on the same terms, once somebody does. Piece by piece: a large cluster has thousands.
 */
@Injectable()
export class RestingOffersService {
  constructor(
    private readonly db: Database,
    private readonly offers: OffersService,
  ) {}

  async follow(tx: Tx, clusterId: string): Promise<void> {
    await tx.send(followRest, { clusterId });
  }

  @OnErrand(followRest)
  async bringAlong({ clusterId }: { clusterId: string }): Promise<void> {
    for (let from = '00000000-0000-0000-0000-000000000000'; ; ) {
      const due = await this.db.read<{ id: string }>(
        `select o.product_id id from clusters.offer o join clusters.cluster c on c.id = o.cluster_id where c.id = $1 and o.product_id > $2 and o.resting <> (c.rested_at is not null) order by o.product_id limit ${BATCH}`,
        [clusterId, from],
      );
      const last = due.at(-1);
      if (last === undefined) return;
      await oneByOne(due, ({ id }) => this.db.write(SYSTEM, (tx) => this.offers.judgeAgain(tx, id)));
      from = last.id;
    }
  }
}
