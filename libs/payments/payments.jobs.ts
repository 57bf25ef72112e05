import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { CancellationsService } from './checkout/cancellations.service.js';
import { ReleaseService } from './checkout/release.service.js';

@Injectable()
export class PaymentsJobs {
  constructor(
    private readonly cancellations: CancellationsService,
    private readonly releases: ReleaseService,
  ) {}

  /** Declined, expired, sold out or given up: what is held goes back, and no page may still ask for it. */
  @OnFact('OrderCancelled', 'payments.give-back')
  async onCancelled({ payload }: Fact<'OrderCancelled'>, tx: Tx): Promise<void> {
    await this.cancellations.cancel(tx, payload.orderId);
  }

  @OnFact('ConsignmentDelivered', 'payments.release')
  async onDelivered({ payload }: Fact<'ConsignmentDelivered'>, tx: Tx): Promise<void> {
    for (const orderId of [...payload.orderIds].sort()) await this.releases.release(tx, orderId);
  }
}
