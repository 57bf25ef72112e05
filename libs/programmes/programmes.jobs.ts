import { Injectable } from '@nestjs/common';
import { moroccanDay } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { ProgrammesService } from './programmes.service.js';

/** A reader of facts: it counts, and says nothing back. */
@Injectable()
export class ProgrammesJobs {
  constructor(private readonly programmes: ProgrammesService) {}

  @OnFact('ConsignmentDelivered', 'programmes.count-exports')
  async onDelivered({ payload }: Fact<'ConsignmentDelivered'>, tx: Tx): Promise<void> {
    for (const orderId of payload.orderIds) await this.programmes.countOrder(tx, 'export', orderId, payload.deliveredOn);
  }

  @OnFact('ProductListed', 'programmes.count-listings')
  async onListed({ payload, at }: Fact<'ProductListed'>, tx: Tx): Promise<void> {
    await this.programmes.countListing(tx, payload.productId, payload.artisanId, moroccanDay(new Date(at)));
  }

  @OnFact('OrderPlaced', 'programmes.count-orders')
  async onPlaced({ payload, at }: Fact<'OrderPlaced'>, tx: Tx): Promise<void> {
    await this.programmes.countOrder(tx, 'order', payload.orderId, moroccanDay(new Date(at)));
  }

  /** A cluster's own share is nobody's income in particular: only what reached a person counts. */
  @OnFact('PayoutSettled', 'programmes.count-payouts')
  async onSettled({ payload, at }: Fact<'PayoutSettled'>, tx: Tx): Promise<void> {
    if (payload.artisanId) await this.programmes.countPayout(tx, payload.payoutId, payload.artisanId, moroccanDay(new Date(at)), payload.amountMinor);
  }

  @OnFact('CertificateIssued', 'programmes.count-certificates')
  async onCertificate({ payload }: Fact<'CertificateIssued'>, tx: Tx): Promise<void> {
    await this.programmes.countHer(tx, 'certificate', payload.certificateId, payload.artisanId, payload.validFrom);
  }

  @OnFact('LotsFinished', 'programmes.note-makers')
  async onMade({ payload }: Fact<'LotsFinished'>, tx: Tx): Promise<void> {
    if (payload.made?.length) await this.programmes.noteMakers(tx, payload.orderId, payload.made);
  }

  @OnFact('TrainingAttended', 'programmes.count-training')
  async onAttended({ payload }: Fact<'TrainingAttended'>, tx: Tx): Promise<void> {
    await this.programmes.countHer(tx, 'training', payload.enrolmentId, payload.artisanId, payload.endedOn);
  }

  @OnFact('TrainingCompleted', 'programmes.count-completions')
  async onCompleted({ payload }: Fact<'TrainingCompleted'>, tx: Tx): Promise<void> {
    await this.programmes.countHer(tx, 'completion', payload.completionId, payload.artisanId, payload.completedOn);
  }
}
