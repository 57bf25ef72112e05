import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { LotsService } from '../lot/lots.service.js';
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
}
