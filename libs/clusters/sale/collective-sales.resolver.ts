import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { CollectiveSalesService } from './collective-sales.service.js';
import { CollectiveSaleType, PlanSaleInput } from './collective-sales.types.js';

@Resolver(() => CollectiveSaleType)
export class CollectiveSalesResolver {
  constructor(private readonly collective: CollectiveSalesService) {}

  @Query(() => [CollectiveSaleType], { description: 'What is on, and what is coming.' })
  @Allow('buyer')
  async collectiveSales(@Args('clusterId', { type: () => ID }) clusterId: string): Promise<CollectiveSaleType[]> {
    return this.collective.sales(clusterId);
  }

  @Mutation(() => CollectiveSaleType)
  @Allow('artisan', 'cluster')
  async planCollectiveSale(@Caller() actor: Actor, @Args('input') input: PlanSaleInput): Promise<CollectiveSaleType> {
    return this.collective.plan(actor, input);
  }

  @Mutation(() => CollectiveSaleType, { description: 'Its pieces are their makers’ alone again.' })
  @Allow('artisan', 'cluster')
  async cancelCollectiveSale(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<CollectiveSaleType> {
    return this.collective.cancel(actor, id);
  }
}
