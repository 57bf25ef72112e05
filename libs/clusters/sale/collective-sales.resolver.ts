import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import type { SaleState } from './collective-sale.js';
import { CollectiveSalesService } from './collective-sales.service.js';
import { CollectiveSalePage, CollectiveSaleType, PlanSaleInput, SaleMovementInput, SaleStateEnum } from './collective-sales.types.js';
import { SaleMovementsService } from './movements.service.js';
import { PageSortEnum, type PageOf, type PageSort } from '../page.types.js';
import { SalesQueries, type TitledSale } from './sales.queries.js';

@Resolver(() => CollectiveSaleType)
export class CollectiveSalesResolver {
  constructor(
    private readonly collective: CollectiveSalesService,
    private readonly movements: SaleMovementsService,
    private readonly queries: SalesQueries,
  ) {}

  @Query(() => CollectiveSalePage, { description: 'What is on and what is coming, or the states asked for, by opening. Whole for who speaks for the cluster, with her own pieces for a member.' })
  @Allow('artisan', 'cluster', 'desk')
  async collectiveSales(
    @Caller() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args() { first, after }: PageArgs,
    @Args('states', { type: () => [SaleStateEnum], nullable: true }) states?: SaleState[] | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<PageOf<TitledSale>> {
    return this.queries.page(actor, clusterId, { first, after, sort, states });
  }

  @Mutation(() => CollectiveSaleType)
  @Allow('artisan', 'cluster')
  async planCollectiveSale(@Caller() actor: Actor, @Args('input') input: PlanSaleInput): Promise<CollectiveSaleType> {
    return this.queries.titled(await this.collective.plan(actor, input), actor.locale);
  }

  @Mutation(() => CollectiveSaleType, { description: 'Everything is as it was before the sale.' })
  @Allow('artisan', 'cluster')
  async cancelCollectiveSale(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CollectiveSaleType> {
    return this.queries.titled(await this.collective.cancel(actor, id), actor.locale);
  }

  @Mutation(() => CollectiveSaleType, { description: 'Pieces brought in by their maker, or sent out to an outlet; never more out than in.' })
  @Allow('artisan', 'cluster')
  async recordSaleMovement(@Caller() actor: Actor, @Args('input') input: SaleMovementInput): Promise<CollectiveSaleType> {
    return this.queries.titled(await this.movements.record(actor, input), actor.locale);
  }
}
