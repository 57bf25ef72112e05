import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#libs/kernel';
import { CLOCK, OnTimer } from '#libs/platform';
import { CertificationService } from './certification.service.js';

@Injectable()
export class CertificationJobs {
  constructor(
    private readonly certification: CertificationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @OnTimer('certification.expire', 60_000)
  async expire(): Promise<void> {
    await this.certification.expireEnded(this.clock.now());
  }
}
