import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, OnTimer, type Tx } from '#libs/platform';
import { LotsService } from './lots.service.js';

/** What orders say that concerns lots. */
@Injectable()
export class LotsJobs {
  constructor(private readonly lots: LotsService) {}

  @OnFact('OrderFunded', 'clusters.open-allotments')
  async onFunded({ payload }: Fact<'OrderFunded'>, tx: Tx): Promise<void> {
    if (payload.clusterId && payload.lines) await this.lots.open(tx, payload.orderId, payload.clusterId, payload.lines);
  }

  /** A cluster may also finish an order from its stock, without lots. */
  @OnFact('OrderReady', 'clusters.close-finished')
  async onReady({ payload }: Fact<'OrderReady'>, tx: Tx): Promise<void> {
    await this.lots.close(tx, payload.orderId, 'finished');
  }

  @OnFact('OrderCancelled', 'clusters.close-cancelled')
  async onCancelled({ payload }: Fact<'OrderCancelled'>, tx: Tx): Promise<void> {
    await this.lots.close(tx, payload.orderId, 'cancelled');
  }

  @OnTimer('clusters.lapse-lots', 60_000)
  async lapse(): Promise<void> {
    await this.lots.lapseDue();
  }
}
