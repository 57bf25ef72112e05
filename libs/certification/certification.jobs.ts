import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { CLOCK, OnErrand, OnFact, OnTimer, type Tx } from '#libs/platform';
import { CertificationService, expireDay, remindOfEnd } from './certification.service.js';
import { EditionsService } from './passport/editions.service.js';
import { InspectorsService } from './inspection/inspectors.service.js';

@Injectable()
export class CertificationJobs {
  constructor(
    private readonly certification: CertificationService,
    private readonly inspectors: InspectorsService,
    private readonly editions: EditionsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnErrand(expireDay)
  async expireDay(): Promise<void> {
    await this.certification.expireEnded(this.clock.now());
  }

  @OnErrand(remindOfEnd)
  async remind({ certificateId }: { certificateId: string }): Promise<void> {
    await this.certification.remind(certificateId);
  }

  /** For what no errand was kept of: certificates from before there were any, and a queue that lost its jobs. */
  @OnTimer('certification.expire', 60_000)
  async expire(): Promise<void> {
    await this.certification.expireEnded(this.clock.now());
  }

  @OnFact('ClusterMembershipChanged', 'certification.note-colleagues')
  async onMember({ payload, at }: Fact<'ClusterMembershipChanged'>, tx: Tx): Promise<void> {
    await this.inspectors.noteMember(tx, payload.clusterId, payload.artisanId, payload.member, new Date(at));
  }

  /** The papers of a piece are complete: its passport names them from here on. */
  @OnFact('ExportFileCompleted', 'certification.extend-passports')
  async onExported({ payload }: Fact<'ExportFileCompleted'>, tx: Tx): Promise<void> {
    await this.editions.extend(tx, payload);
  }
}
