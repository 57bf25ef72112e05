import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { EarningsService } from './earnings.service.js';
import { PayoutAccountsService } from './payout-accounts.service.js';
import { PayoutsService, type PayoutBatch as Batch } from './payouts.service.js';
import { SecondPersonService } from './second-person.service.js';
import { Earnings, PayoutAccount, PayoutBatch, PayoutBatchPage, SettlePayoutBatchInput } from './payouts.types.js';

const mad = (amountMinor: number): { amountMinor: number; currency: string } => ({ amountMinor, currency: 'MAD' });

@Resolver()
export class PayoutsResolver {
  constructor(
    private readonly payouts: PayoutsService,
    private readonly secondPerson: SecondPersonService,
    private readonly accounts: PayoutAccountsService,
    private readonly earnings: EarningsService,
  ) {}

  @Query(() => Earnings, { description: 'The caller’s own, or those of a cluster she speaks for.' })
  @Allow('artisan', 'cluster')
  async myEarnings(@Caller() actor: Actor, @Args() { first, after }: PageArgs, @Args('clusterId', { type: () => ID, nullable: true }) clusterId?: string | null): Promise<Earnings> {
    const { heldMinor, releasedMinor, sentMinor, paidMinor, owedMinor, frozenMinor, nodes, ...rest } = await this.earnings.mine(actor, { first, after, clusterId });
    return { ...rest, held: mad(heldMinor), released: mad(releasedMinor), sent: mad(sentMinor), paid: mad(paidMinor), owed: mad(owedMinor), frozen: mad(frozenMinor), nodes: nodes.map(({ amountMinor, takenMinor, ...node }) => ({ ...node, amount: mad(amountMinor), taken: mad(takenMinor) })) };
  }

  @Mutation(() => PayoutAccount, { description: 'A RIB of 24 digits, or an IBAN that starts with MA. New details wait 72 hours.' })
  @Allow('artisan', 'cluster')
  savePayoutAccount(@Caller() actor: Actor, @Args('rib') rib: string, @Args('clusterId', { type: () => ID, nullable: true }) clusterId?: string | null): Promise<PayoutAccount> {
    return this.accounts.save(actor, rib, clusterId);
  }

  @Mutation(() => PayoutAccount, { description: 'The bank account that the house pays from.' })
  @Allow('admin')
  saveHouseAccount(@Caller() actor: Actor, @Args('holder') holder: string, @Args('rib') rib: string): Promise<PayoutAccount> {
    return this.accounts.saveHouse(actor, holder, rib);
  }

  @Mutation(() => PayoutAccount, { description: 'Where a centre of excellence is paid.' })
  @Allow('admin')
  saveCentreAccount(@Caller() actor: Actor, @Args('centreId', { type: () => ID }) centreId: string, @Args('rib') rib: string): Promise<PayoutAccount> {
    return this.accounts.saveCentre(actor, centreId, rib);
  }

  @Query(() => PayoutBatchPage)
  @Allow('desk')
  async payoutBatches(@Caller() actor: Actor, @Args() { first, after }: PageArgs): Promise<PayoutBatchPage> {
    const page = await this.payouts.batches(first, after);
    return { ...page, nodes: await this.shown(actor, page.nodes) };
  }

  @Mutation(() => PayoutBatch, { description: 'One transfer for each beneficiary with released earnings and usable bank details. The same id again answers the same batch.' })
  @Allow('desk')
  async createPayoutBatch(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PayoutBatch> {
    return (await this.shown(actor, [await this.payouts.createBatch(actor, id)]))[0]!;
  }

  @Mutation(() => PayoutBatch, { description: 'What the bank reported of a batch.' })
  @Allow('desk')
  async settlePayoutBatch(@Caller() actor: Actor, @Args('input') input: SettlePayoutBatchInput): Promise<PayoutBatch> {
    return (await this.shown(actor, [await this.payouts.settle(actor, input)]))[0]!;
  }

  @Mutation(() => PayoutBatch, { description: 'The second yes to a large batch, of somebody who did not make it. Its file asks the bank for the day after.' })
  @Allow('desk')
  async approvePayoutBatch(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PayoutBatch> {
    return (await this.shown(actor, [await this.secondPerson.approve(actor, id)]))[0]!;
  }

  @Mutation(() => PayoutBatch, { description: 'The second person says no: nothing of the batch leaves, and its money is due again.' })
  @Allow('desk')
  async refusePayoutBatch(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string): Promise<PayoutBatch> {
    return (await this.shown(actor, [await this.secondPerson.refuse(actor, id, reason)]))[0]!;
  }

  private async shown(actor: Actor, batches: readonly Batch[]): Promise<PayoutBatch[]> {
    const payouts = await this.payouts.payoutsOf(batches.map((batch) => batch.id));
    return batches.map(({ totalMinor, payouts: _, createdBy, ...batch }) => ({
      ...batch,
      mayDecide: batch.state === 'waiting' && createdBy !== actor.accountId,
      total: mad(totalMinor),
      fileUrl: `/payouts/${batch.id}.xml`,
      payouts: payouts.filter((payout) => payout.batchId === batch.id).map(({ amountMinor, ...payout }) => ({ ...payout, amount: mad(amountMinor) })),
    }));
  }
}
