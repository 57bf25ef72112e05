import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { CheckoutsService } from './checkout/checkouts.service.js';
import { RefundsService } from './checkout/refunds.service.js';
import { PaymentsService } from './payments.service.js';
import { OrderLedger, Payment, PaymentStart } from './payments.types.js';

@Resolver()
export class PaymentsResolver {
  constructor(
    private readonly payments: PaymentsService,
    private readonly checkouts: CheckoutsService,
    private readonly refunds: RefundsService,
  ) {}

  @Mutation(() => PaymentStart, { description: 'Opens the payment page of a placed basket. Repeated, it answers the same page while that is open.' })
  @Allow('buyer')
  async startPayment(
    @Caller() actor: Actor,
    @Args('basketId', { type: () => ID }) basketId: string,
    @Args('returnUrl', { type: () => String, nullable: true }) returnUrl?: string | null,
  ): Promise<PaymentStart> {
    return { url: await this.checkouts.start(actor, basketId, returnUrl) };
  }

  @Query(() => Payment, { description: 'How the payment of a basket stands, asked of the provider while it is undecided.' })
  @Allow('buyer', 'desk')
  payment(@Caller() actor: Actor, @Args('basketId', { type: () => ID }) basketId: string): Promise<Payment> {
    return this.payments.payment(actor, basketId);
  }

  @Query(() => OrderLedger, { description: 'Who gets what of an order, for its owner, its exporter and the desk.' })
  @Allow('buyer', 'artisan', 'cluster', 'desk')
  async ledger(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string): Promise<OrderLedger> {
    const { lines, ...order } = await this.payments.orderLedger(actor, orderId);
    return { ...order, postings: lines.map((line) => ({ ...line, amount: { amountMinor: line.amountMinor, currency: line.currency } })) };
  }

  @Mutation(() => OrderLedger, { description: 'Returns the money of a cancelled order once more, after its refund failed for good.' })
  @Allow('desk')
  async repeatRefund(@Caller() actor: Actor, @Args('orderId', { type: () => ID }) orderId: string): Promise<OrderLedger> {
    await this.refunds.repeat(actor, orderId);
    return this.ledger(actor, orderId);
  }
}
