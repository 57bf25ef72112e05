import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, MinorUnits, PageArgs } from '#libs/platform';
import { PageSortEnum, type PageSort } from '../page.types.js';
import { OfferableService } from './offerable.service.js';
import { OffersService } from './offers.service.js';
import { ClusterOffer, ClusterOfferPage, ClusterOfferTextInput, OfferablePage } from './offers.types.js';
import { ShelfService } from './shelf.service.js';

const id = { type: () => ID };

@Resolver(() => ClusterOffer)
export class OffersResolver {
  constructor(
    private readonly offers: OffersService,
    private readonly shelf: ShelfService,
    private readonly offerable: OfferableService,
  ) {}

  @Query(() => ClusterOfferPage, { description: 'What a cluster offers; of one maker, or paused or not, when asked. Who speaks for it, and a maker of her own, also sees what cannot be bought today.' })
  @Allow('anyone')
  async clusterOffers(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args() { first, after }: PageArgs,
    @Args('artisanId', { type: () => ID, nullable: true }) artisanId?: string | null,
    @Args('paused', { type: () => Boolean, nullable: true }) paused?: boolean | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<ClusterOfferPage> {
    return this.shelf.page(actor, clusterId, { first, after, sort, artisanId, paused });
  }

  @Query(() => OfferablePage, { description: 'For who speaks for the cluster: pieces on sale of members who let it list them, and that no cluster offers yet.' })
  @Allow('artisan', 'cluster')
  async offerablePieces(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args() { first, after }: PageArgs,
    @Args('query', { type: () => String, nullable: true, description: 'Some letters of its name or of its maker’s.' }) query?: string | null,
    @Args('artisanId', { type: () => ID, nullable: true, description: 'Of one member.' }) artisanId?: string | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<OfferablePage> {
    return this.offerable.page(actor, clusterId, { first, after, sort, query, artisanId });
  }

  @Mutation(() => ClusterOffer, { description: 'Sells a member’s product under the cluster’s name, without copying it. Offering it again says all of it anew.' })
  @Allow('artisan', 'cluster')
  async offerProduct(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args('productId', id) productId: string,
    @Args('feeBp', { type: () => Int, nullable: true, description: 'Another part of the price than the accepted one needs the permission to price.' }) feeBp?: number,
    @Args('text', { type: () => ClusterOfferTextInput, nullable: true }) text?: ClusterOfferTextInput,
    @Args('minimumQuantity', { type: () => Int, defaultValue: 1, description: 'The fewest it sells at once.' }) minimumQuantity = 1,
    @Args('keptBack', { type: () => Int, defaultValue: 0, description: 'Free units that stay with the maker; needs her permission about stock.' }) keptBack = 0,
    @Args('feeItemMinor', { type: () => MinorUnits, nullable: true, description: 'Another amount for each piece than the accepted one: likewise.' }) feeItemMinor?: number | null,
  ): Promise<ClusterOffer> {
    const offer = await this.offers.offer(actor, clusterId, productId, feeBp ?? null, { text, minimumQuantity, keptBack, feeItemMinor });
    return (await this.shelf.shown([offer], actor.locale))[0]!;
  }

  @Mutation(() => Boolean, { description: 'By the maker or a coordinator. False when it was not offered.' })
  @Allow('artisan', 'cluster')
  async withdrawOffer(@Caller() actor: Actor, @Args('productId', id) productId: string): Promise<boolean> {
    return this.offers.withdraw(actor, productId);
  }
}
