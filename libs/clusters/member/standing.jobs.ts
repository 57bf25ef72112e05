import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { LotsService } from '../lot/lots.service.js';
import { OffersService } from '../offer/offers.service.js';
import { TieLettersService } from './tie-letters.service.js';

/**
 * A member who may not sell can say yes to nothing new: what waits for her answer does not wait for its deadline. What she has said
 * yes to is an open order, and goes on. Her offers stand on the shelf again with her, since the catalogue hides them and ends none.
 */
@Injectable()
export class StandingJobs {
  constructor(
    private readonly registry: RegistryService,
    private readonly lots: LotsService,
    private readonly offers: OffersService,
    private readonly letters: TieLettersService,
  ) {}

  @OnFact('StandingChanged', 'clusters.follow-standing')
  async onStanding({ payload: { artisanId, maySell } }: Fact<'StandingChanged'>, tx: Tx): Promise<void> {
    // Facts may come late: what she may today is what counts, and the fact that made it so tells it.
    if ((await this.registry.maySell(artisanId, tx)) !== maySell) return;
    if (!maySell) await this.lots.withdrawOffersTo(tx, artisanId);
    const ties = await tx.query<{ clusterId: string }>(`select cluster_id "clusterId" from clusters.member where artisan_id = $1 and state = 'active' order by cluster_id`, [artisanId]);
    for (const { clusterId } of ties) await this.letters.tell(tx, { clusterId, artisanId, news: maySell ? 'restored' : 'barred' });
  }

  /**
   * Whoever joined, and let the cluster do things in her name, was not the artisan. The entry stays a member, so that what it has in
   * hand of shared orders goes on; what was permitted and offered under it ends, and its coordinators decide whom they keep.
   */
  @OnFact('EntryTakenBack', 'clusters.follow-taken-back')
  async onTakenBack({ payload: { artisanId } }: Fact<'EntryTakenBack'>, tx: Tx): Promise<void> {
    await this.lots.withdrawOffersTo(tx, artisanId);
    const ties = await tx.query<{ clusterId: string }>(`select cluster_id "clusterId" from clusters.member where artisan_id = $1 and state = 'active' order by cluster_id`, [artisanId]);
    for (const { clusterId } of ties) {
      // As every step of a membership does: the cluster first.
      await tx.query(`select 1 from clusters.cluster where id = $1 for update`, [clusterId]);
      await this.offers.withdrawAll(tx, clusterId, artisanId);
      await tx.query(`delete from clusters.permission where cluster_id = $1 and artisan_id = $2`, [clusterId, artisanId]);
      await this.letters.tell(tx, { clusterId, artisanId, news: 'taken_back' });
    }
  }
}
