import { Inject, Injectable } from '@nestjs/common';
import { moroccanDay, SYSTEM, type Clock } from '#libs/kernel';
import { CLOCK, Database } from '#libs/platform';
import { FeesService } from './fees.service.js';

/**
 * Goods values are stored so that lists can sort by them. When a row of the fee schedule begins, they are worked out
 * again on that day, with the rounding of `price.ts`: each fee half up to the centime.
 */
@Injectable()
export class RepricingService {
  constructor(
    private readonly db: Database,
    private readonly fees: FeesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async follow(): Promise<void> {
    const fees = await this.fees.on(moroccanDay(this.clock.now()));
    const bp = [fees.centreBp, fees.platformBp];
    await this.db.write(SYSTEM, async (tx) => {
      const moved = await tx.query(
        `update catalog.repricing set centre_bp = $1, platform_bp = $2, at = $3 where (centre_bp, platform_bp) <> ($1, $2) returning true`,
        [...bp, tx.now],
      );
      if (moved.length === 0) return;
      await tx.query(`set local statement_timeout = '5min'`);
      await tx.query(
        `update catalog.product set goods_minor = price_minor + (price_minor * $2::int + 5000) / 10000 + (price_minor * cluster_fee_bp + 5000) / 10000
           + cluster_item_minor + cluster_order_minor + (cluster_kg_minor::bigint * coalesce(net_weight_grams, 0) + 500) / 1000
           + case when certificate_number is not null then (price_minor * $1::int + 5000) / 10000 else 0 end
         where price_minor is not null`,
        bp,
      );
    });
  }
}
