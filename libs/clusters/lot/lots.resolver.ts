import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { PageSortEnum, type PageSort } from '../page.types.js';
import type { LotState } from './allotment.js';
import { LotsQueries, type AllotmentState } from './lots.queries.js';
import { LotsService } from './lots.service.js';
import { AllotmentStateEnum, ClusterAllotmentPage, ClusterLot, ClusterLotPage, ClusterShare, LotStateEnum, ShareOutInput } from './lots.types.js';

const id = { type: () => ID };
const some = { type: () => Int, nullable: true, description: 'Fewer than the whole lot; the rest is offered again.' };
const why = { type: () => String, nullable: true };

@Resolver(() => ClusterLot)
export class LotsResolver {
  constructor(
    private readonly lots: LotsService,
    private readonly queries: LotsQueries,
  ) {}

  @Query(() => ClusterAllotmentPage, { description: 'For coordinators: who makes what of the cluster’s orders; what is open or finished, or the states asked for.' })
  @Allow('artisan', 'cluster', 'desk')
  async clusterAllotments(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args() { first, after }: PageArgs,
    @Args('states', { type: () => [AllotmentStateEnum], nullable: true }) states?: AllotmentState[] | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<ClusterAllotmentPage> {
    return this.queries.allotments(actor, clusterId, { first, after, sort, states });
  }

  @Query(() => ClusterLotPage, { description: 'The caller’s own part of shared orders.' })
  @Allow('artisan')
  async myLots(
    @Caller() actor: Actor,
    @Args() { first, after }: PageArgs,
    @Args('states', { type: () => [LotStateEnum], nullable: true }) states?: LotState[] | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<ClusterLotPage> {
    return this.queries.myLots(actor, { first, after, sort, states });
  }

  @Mutation(() => [ClusterShare], { description: 'Offers what is unallotted of an order line to members.' })
  @Allow('artisan', 'cluster')
  async shareOutOrder(@Caller() actor: Actor, @Args('input') input: ShareOutInput): Promise<ClusterShare[]> {
    return this.lots.shareOut(actor, input);
  }

  @Mutation(() => ClusterLot)
  @Allow('artisan', 'cluster')
  async acceptLot(@Caller() actor: Actor, @Args('id', id) lotId: string, @Args('quantity', some) quantity?: number): Promise<ClusterLot> {
    await this.lots.byMember(actor, lotId, 'accept', quantity ?? null, null);
    return this.queries.lot(actor, lotId);
  }

  @Mutation(() => ClusterLot)
  @Allow('artisan', 'cluster')
  async declineLot(@Caller() actor: Actor, @Args('id', id) lotId: string, @Args('reason', why) reason?: string): Promise<ClusterLot> {
    await this.lots.byMember(actor, lotId, 'decline', null, reason ?? null);
    return this.queries.lot(actor, lotId);
  }

  @Mutation(() => ClusterLot, { description: 'She has made them.' })
  @Allow('artisan', 'cluster')
  async finishLot(@Caller() actor: Actor, @Args('id', id) lotId: string, @Args('quantity', some) quantity?: number): Promise<ClusterLot> {
    await this.lots.byMember(actor, lotId, 'make', quantity ?? null, null);
    return this.queries.lot(actor, lotId);
  }

  @Mutation(() => ClusterLot, { description: 'She cannot make them after all: they are offered again.' })
  @Allow('artisan', 'cluster')
  async failLot(@Caller() actor: Actor, @Args('id', id) lotId: string, @Args('reason', why) reason?: string): Promise<ClusterLot> {
    await this.lots.byMember(actor, lotId, 'fail', null, reason ?? null);
    return this.queries.lot(actor, lotId);
  }

  @Mutation(() => ClusterLot, { description: 'How many of a made lot are good. Nobody inspects what she made herself.' })
  @Allow('artisan', 'cluster')
  async inspectLot(@Caller() actor: Actor, @Args('id', id) lotId: string, @Args('good', { type: () => Int }) good: number, @Args('reason', why) reason?: string): Promise<ClusterLot> {
    await this.lots.inspect(actor, lotId, good, reason ?? null);
    return this.queries.lot(actor, lotId);
  }
}
