import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, OnTimer, type Tx } from '#libs/platform';
import { CoordinationService } from './coordination.service.js';

/** Whoever coordinates a cluster may lose the right to sell, or have it back: the cluster rests or wakes with it. */
@Injectable()
export class CoordinationJobs {
  constructor(private readonly coordination: CoordinationService) {}

  @OnFact('StandingChanged', 'clusters.rest-or-wake')
  async onStanding({ payload }: Fact<'StandingChanged'>, tx: Tx): Promise<void> {
    await this.settleThoseOf(tx, payload.artisanId);
  }

  @OnFact('EntryTakenBack', 'clusters.rest-or-wake-taken-back')
  async onTakenBack({ payload }: Fact<'EntryTakenBack'>, tx: Tx): Promise<void> {
    await this.settleThoseOf(tx, payload.artisanId);
  }

  @OnTimer('clusters.find-resting', 600_000)
  async findResting(): Promise<void> {
    await this.coordination.settleAll();
  }

  private async settleThoseOf(tx: Tx, artisanId: string): Promise<void> {
    const ties = await tx.query<{ id: string }>(`select cluster_id id from clusters.member where artisan_id = $1 and coordinator order by cluster_id`, [artisanId]);
    for (const { id } of ties) await this.coordination.settle(tx, id);
  }
}
