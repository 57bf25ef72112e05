import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnErrand, OnFact, OnTimer, type Tx } from '#libs/platform';
import { eraseFiles, makeLighter, makeRenditions, PhotographService } from './photograph/photograph.service.js';
import { MakerStoryService } from './maker/maker-story.service.js';
import { RepricingService } from './price/repricing.service.js';
import { ListingService } from './product/listing.service.js';
import { WithdrawalService } from './product/withdrawal.service.js';

@Injectable()
export class CatalogJobs {
  constructor(
    private readonly listings: ListingService,
    private readonly photographs: PhotographService,
    private readonly repricing: RepricingService,
    private readonly withdrawals: WithdrawalService,
    private readonly stories: MakerStoryService,
  ) {}

  @OnFact('StandingChanged', 'catalog.follow-standing')
  async onStanding(fact: Fact<'StandingChanged'>, tx: Tx): Promise<void> {
    await this.listings.rejudge(tx, fact.payload.artisanId);
  }

  @OnFact('EntryTakenBack', 'catalog.take-down')
  async onTakenBack({ payload: { artisanId } }: Fact<'EntryTakenBack'>, tx: Tx): Promise<void> {
    await this.listings.takeDown(tx, artisanId);
    await this.stories.forget(tx, artisanId);
  }

  /** Certified pieces leave the shelf with their certificate; the maker can list them again without the badge. */
  @OnFact('CertificateLapsed', 'catalog.follow-certificate-lapsed')
  async onLapsed(fact: Fact<'CertificateLapsed'>, tx: Tx): Promise<void> {
    await this.listings.rejudge(tx, fact.payload.artisanId, fact.payload.pieceId);
  }

  @OnFact('CertificateIssued', 'catalog.follow-certificate-issued')
  async onIssued(fact: Fact<'CertificateIssued'>, tx: Tx): Promise<void> {
    await this.listings.rejudge(tx, fact.payload.artisanId, fact.payload.pieceId);
  }

  /** A lapse of standing is told once by the register, not once for each piece. */
  @OnFact('ProductWithdrawn', 'catalog.tell-maker')
  async onWithdrawn({ payload }: Fact<'ProductWithdrawn'>, tx: Tx): Promise<void> {
    if (payload.reason === 'certificate') await this.withdrawals.tellMaker(tx, payload.productId);
  }

  @OnFact('PhotographReceived', 'catalog.order-renditions')
  async onPhotograph(fact: Fact<'PhotographReceived'>, tx: Tx): Promise<void> {
    await tx.send(makeRenditions, { photographId: fact.payload.photographId }, { key: fact.payload.photographId });
  }

  @OnErrand(makeRenditions)
  async render({ photographId }: { photographId: string }): Promise<void> {
    await this.photographs.render(photographId);
  }

  @OnErrand(makeLighter)
  async lighten({ photographId }: { photographId: string }): Promise<void> {
    await this.photographs.lighten(photographId);
  }

  @OnErrand(eraseFiles)
  async erase({ keys }: { keys: string[] }): Promise<void> {
    await this.photographs.erase(keys);
  }

  @OnTimer('catalog.follow-fees', 60_000)
  async followFees(): Promise<void> {
    await this.repricing.follow();
  }
}
