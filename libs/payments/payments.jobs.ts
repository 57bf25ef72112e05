import { Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { OnFact, type Tx } from '#libs/platform';
import { CancellationsService } from './checkout/cancellations.service.js';
import { GiveBacksService } from './give-back/give-backs.service.js';
import { MakersService } from './checkout/makers.service.js';
import { ReleaseService } from './checkout/release.service.js';
import { PayoutAccountsService } from './payouts/payout-accounts.service.js';

@Injectable()
export class PaymentsJobs {
  constructor(
    private readonly cancellations: CancellationsService,
    private readonly releases: ReleaseService,
    private readonly makers: MakersService,
    private readonly giveBacks: GiveBacksService,
    private readonly accounts: PayoutAccountsService,
  ) {}

  /** Declined, expired, sold out or given up: what is held goes back, and no page may still ask for it. */
  @OnFact('OrderCancelled', 'payments.give-back')
  async onCancelled({ payload }: Fact<'OrderCancelled'>, tx: Tx): Promise<void> {
    await this.cancellations.cancel(tx, payload.orderId);
  }

  /** A shared order is made: the maker's share of its lines goes to those who made them. */
  @OnFact('LotsFinished', 'payments.pay-makers')
  async onLotsFinished({ payload }: Fact<'LotsFinished'>, tx: Tx): Promise<void> {
    await this.makers.divide(tx, payload.orderId, payload.made ?? []);
  }

  /** Part of a line goes back to the buyer, from what is held or from the shares. */
  @OnFact('ComplaintAccepted', 'payments.give-part-back')
  async onComplaintAccepted({ payload }: Fact<'ComplaintAccepted'>, tx: Tx): Promise<void> {
    await this.giveBacks.give(tx, payload);
  }

  /** What was set aside with the approval, and what the same account was typing in that very moment. */
  @OnFact('EntryTakenBack', 'payments.set-aside')
  async onTakenBack({ payload }: Fact<'EntryTakenBack'>, tx: Tx): Promise<void> {
    await this.accounts.setAside(tx, payload.artisanId, payload.accountId);
  }

  @OnFact('ConsignmentDelivered', 'payments.release')
  async onDelivered({ payload }: Fact<'ConsignmentDelivered'>, tx: Tx): Promise<void> {
    for (const orderId of [...payload.orderIds].sort()) await this.releases.release(tx, orderId);
  }
}
