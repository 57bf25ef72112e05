import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { OffersService } from './offers.service.js';

@Injectable()
export class OffersJobs {
  constructor(private readonly offers: OffersService) {}

  @OnFact('ProductRepriced', 'clusters.judge-fee')
  async onRepriced({ payload }: Fact<'ProductRepriced'>, tx: Tx): Promise<void> {
    await this.offers.judgeAgain(tx, payload.productId);
  }
}
