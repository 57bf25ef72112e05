import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Locale } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { OrdersService } from '../orders.service.js';
import { Order } from '../orders.types.js';
import type { Complaint as Read } from './complaint.rows.js';
import { lineNumber } from './complaint.js';
import { ComplaintsQueries } from './complaints.queries.js';
import { ComplaintsService } from './complaints.service.js';
import { Complaint, ComplaintPage, ComplaintWindow, ComplaintWordInput, OpenComplaintInput } from './complaints.types.js';

@Resolver(() => Order)
export class ComplaintsResolver {
  constructor(
    private readonly service: ComplaintsService,
    private readonly queries: ComplaintsQueries,
    private readonly orders: OrdersService,
  ) {}

  @ResolveField('complaints', () => [Complaint], { description: 'Its buyer’s complaints, oldest first.' })
  async ofOrder(@Parent() order: Order, @Caller() actor: Actor): Promise<Complaint[]> {
    const side = order.byKey ? 'buyer' : await this.orders.sideFor(actor, order.id);
    return (await this.queries.ofOrder(order.id, side)).map((complaint) => shown(complaint, actor.locale));
  }

  @ResolveField('complaintWindow', () => ComplaintWindow, { nullable: true, description: 'What its buyer may complain of now; null when nothing.' })
  async windowOf(@Parent() order: Order): Promise<ComplaintWindow | null> {
    const window = await this.queries.windowOf(order.id);
    return window && { ...window, kinds: [...window.kinds] };
  }

  @Query(() => [Complaint], { description: 'Those that wait for the caller’s word, as the exporter or one who speaks for it.' })
  @Allow('artisan', 'cluster')
  async complaintsToAnswer(@Caller() actor: Actor): Promise<Complaint[]> {
    return (await this.queries.toAnswer(actor)).map((complaint) => shown(complaint, actor.locale));
  }

  @Query(() => ComplaintPage, { description: 'Those that wait for the desk, oldest first; or all of them, newest first.' })
  @Allow('desk')
  async complaints(@Caller() actor: Actor, @Args() { first, after }: PageArgs, @Args('waiting', { type: () => Boolean, defaultValue: true }) waiting: boolean): Promise<ComplaintPage> {
    const page = await this.queries.forDesk(waiting, first, after);
    return { ...page, nodes: page.nodes.map((complaint) => shown(complaint, actor.locale)) };
  }

  @Mutation(() => Complaint, { description: 'By the buyer or whoever holds the key of her letters, in time; by the desk for her, at any time.' })
  @Allow('buyer', 'desk')
  async openComplaint(@Caller() actor: Actor, @Args('input') input: OpenComplaintInput): Promise<Complaint> {
    await this.service.open(actor, input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The exporter gives all that was asked.' })
  @Allow('artisan', 'cluster')
  async acceptComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.answer(actor, 'accept', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The exporter offers a part, which waits for the buyer’s yes.' })
  @Allow('artisan', 'cluster')
  async offerForComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.answer(actor, 'offer', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The exporter says no, and why.' })
  @Allow('artisan', 'cluster')
  async refuseComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.answer(actor, 'refuse', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The buyer takes the offer.' })
  @Allow('buyer')
  async agreeToOffer(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.reply(actor, 'agree', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The buyer asks the export desk to decide.' })
  @Allow('buyer')
  async takeComplaintToDesk(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.reply(actor, 'disagree', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The buyer takes her complaint back.' })
  @Allow('buyer')
  async withdrawComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.reply(actor, 'withdraw', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The desk decides: this much goes back, and why.' })
  @Allow('desk')
  async awardComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.decide(actor, 'award', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The desk decides: nothing goes back, and why.' })
  @Allow('desk')
  async dismissComplaint(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.decide(actor, 'dismiss', input);
    return this.one(actor, input);
  }

  @Mutation(() => Complaint, { description: 'The returned pieces have come: the money goes back.' })
  @Allow('artisan', 'cluster', 'desk')
  async receiveReturn(@Caller() actor: Actor, @Args('input') input: ComplaintWordInput): Promise<Complaint> {
    await this.service.received(actor, input);
    return this.one(actor, input);
  }

  private async one(actor: Actor, { id, key }: { id: string; key?: string | null }): Promise<Complaint> {
    return shown(await this.queries.one(actor, id, key ?? null), actor.locale);
  }
}

function shown({ order, steps, photographs, askedMinor, amountMinor, refundedGoodsMinor, verbs, ...rest }: Read, locale: Locale): Complaint {
  const { currency } = order;
  const money = (minor: number | null) => (minor === null ? null : { amountMinor: minor, currency });
  return {
    ...rest,
    orderNumber: order.number,
    exporterName: order.exporter.name,
    title: lineNumber(order, rest.line)!.title[locale],
    asked: { amountMinor: askedMinor, currency },
    amount: money(amountMinor),
    refundedGoods: money(refundedGoodsMinor),
    photographIds: photographs.map(({ id }) => id),
    steps: steps.map((step) => ({ ...step, at: new Date(step.at), amount: money(step.amountMinor) })),
    verbs: [...verbs],
  };
}

