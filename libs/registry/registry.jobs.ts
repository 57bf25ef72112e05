import { Inject, Injectable } from '@nestjs/common';
import { moroccanDay, type Clock } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { CLOCK, OnErrand, OnFact, OnTimer, type Tx } from '#libs/platform';
import { ConsentsService } from './consents/consents.service.js';
import { ClaimPapersService, dropStray } from './claims/claim-papers.service.js';
import { erasePapers, ForgottenPapersService } from './claims/forgotten-papers.service.js';
import { LateClaimsService } from './claims/late-claims.service.js';
import { MandatesService } from './mandates/mandates.service.js';
import { NoticesService } from './notices.service.js';
import { RegistryService } from './registry.service.js';

@Injectable()
export class RegistryJobs {
  constructor(
    private readonly registry: RegistryService,
    private readonly notices: NoticesService,
    private readonly consents: ConsentsService,
    private readonly mandates: MandatesService,
    private readonly lateClaims: LateClaimsService,
    private readonly forgottenPapers: ForgottenPapersService,
    private readonly papers: ClaimPapersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Said by this room itself, for an officer's decision, the lapse timer and a re-import alike. */
  @OnFact('StandingChanged', 'registry.tell-holder')
  async onStandingChanged({ payload }: Fact<'StandingChanged'>, tx: Tx): Promise<void> {
    await this.notices.tellStanding(tx, payload.artisanId, payload.standing);
  }

  @OnTimer('registry.lapse', 600_000)
  async lapse(): Promise<void> {
    await this.registry.lapseEnded(this.clock.now());
  }

  @OnTimer('registry.notice', 3_600_000)
  async notice(): Promise<void> {
    await this.notices.announceEnds(this.clock.now());
  }

  @OnTimer('registry.consents', 60_000)
  async endConsents(): Promise<void> {
    const now = this.clock.now();
    await this.consents.endOverdue(now, moroccanDay(now));
  }

  @OnTimer('registry.mandates', 300_000)
  async endMandates(): Promise<void> {
    await this.mandates.endOverdue(this.clock.now());
  }

  @OnTimer('registry.late-claims', 600_000)
  async tellLate(): Promise<void> {
    await this.lateClaims.tell(this.clock.now());
  }

  @OnTimer('registry.forget-papers', 3_600_000)
  async forgetPapers(): Promise<void> {
    await this.forgottenPapers.forgetDue(this.clock.now());
  }

  @OnErrand(dropStray)
  async dropStrayPaper({ claimId, key }: { claimId: string; key: string }): Promise<void> {
    await this.papers.dropStray(claimId, key);
  }

  @OnErrand(erasePapers)
  async erase({ keys }: { keys: string[] }): Promise<void> {
    await this.forgottenPapers.erase(keys);
  }
}
