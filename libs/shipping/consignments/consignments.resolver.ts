import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { ConsignmentsReader, type Consignment, type ConsignmentPage, type WaitingOrder } from './consignments.reader.js';
import { ConsignmentsService } from './consignments.service.js';
import { ConsignmentPageType, ConsignmentsArgs, ConsignmentType, PackConsignmentInput, PackedOrderType } from './consignments.types.js';

@Resolver(() => ConsignmentType)
export class ConsignmentsResolver {
  constructor(
    private readonly consignments: ConsignmentsService,
    private readonly reader: ConsignmentsReader,
  ) {}

  @Query(() => ConsignmentPageType, { name: 'consignments', description: 'The desk sees all, an exporter his own; newest first.' })
  @Allow('desk', 'artisan', 'cluster')
  page(@Caller() actor: Actor, @Args() args: ConsignmentsArgs): Promise<ConsignmentPage> {
    return this.reader.page(actor, args.state ?? null, args.first, args.after);
  }

  @Query(() => ConsignmentType, { name: 'consignment' })
  @Allow('desk', 'artisan', 'cluster')
  one(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Consignment> {
    return this.reader.byId(actor, id);
  }

  @Query(() => [PackedOrderType], { name: 'ordersToPack', description: 'Orders made and not yet packed, the longest waiting first.' })
  @Allow('desk', 'artisan', 'cluster')
  waiting(@Caller() actor: Actor, @Args() args: PageArgs): Promise<WaitingOrder[]> {
    return this.reader.waiting(actor, args.first);
  }

  @Mutation(() => ConsignmentType, { name: 'packConsignment' })
  @Allow('desk', 'artisan', 'cluster')
  pack(@Caller() actor: Actor, @Args('input') input: PackConsignmentInput): Promise<Consignment> {
    return this.consignments.pack(actor, input);
  }

  @Mutation(() => ConsignmentType, { name: 'dispatchConsignment', description: 'Refused while a paper is missing, naming it.' })
  @Allow('desk', 'artisan', 'cluster')
  dispatch(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string, @Args('carrier') carrier: string, @Args('trackingNumber') trackingNumber: string): Promise<Consignment> {
    return this.consignments.dispatch(actor, id, carrier, trackingNumber);
  }

  @Mutation(() => ConsignmentType, { name: 'deliverConsignment', description: 'The desk’s word that the buyer holds the goods; it releases the last payment.' })
  @Allow('desk')
  deliver(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string, @Args('deliveredOn', { nullable: true }) deliveredOn?: string): Promise<Consignment> {
    return this.consignments.deliver(actor, id, deliveredOn);
  }
}
