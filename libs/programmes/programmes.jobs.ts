import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { ProgrammesService } from './programmes.service.js';

/** A reader of facts: it counts, and says nothing back. */
@Injectable()
export class ProgrammesJobs {
  constructor(private readonly programmes: ProgrammesService) {}

  @OnFact('ConsignmentDelivered', 'programmes.count-exports')
  async onDelivered({ payload }: Fact<'ConsignmentDelivered'>, tx: Tx): Promise<void> {
    for (const orderId of payload.orderIds) await this.programmes.countExport(tx, orderId, payload.deliveredOn);
  }

  @OnFact('CertificateIssued', 'programmes.count-certificates')
  async onCertificate({ payload }: Fact<'CertificateIssued'>, tx: Tx): Promise<void> {
    await this.programmes.countCertificate(tx, payload.certificateId, payload.artisanId, payload.validFrom);
  }
}
