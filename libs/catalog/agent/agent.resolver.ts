import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ConsentType } from '#libs/registry';
import { MyProduct, MyProductPage, MyProductsArgs, piecesAsked, SaveProductInput } from '../product/my-product.types.js';
import { AgentListingService } from './agent-listing.service.js';
import { PieceRecordType, ProposePriceInput } from './agent.types.js';
import { PriceProposalsService } from './price-proposals.service.js';

@ArgsType()
class PiecesOfArgs extends MyProductsArgs {
  @Field(() => ID)
  artisanId!: string;
}

/** What agents of chambers and clusters do with pieces under a mandate. */
@Resolver()
export class AgentResolver {
  constructor(
    private readonly listings: AgentListingService,
    private readonly prices: PriceProposalsService,
  ) {}

  @Query(() => MyProductPage, { description: 'The pieces of an artisan whose mandate you have.' })
  @Allow('officer', 'cluster')
  piecesOf(@Caller() actor: Actor, @Args() { artisanId, ...asked }: PiecesOfArgs): Promise<MyProductPage> {
    return this.listings.page(actor, artisanId, piecesAsked(asked));
  }

  @Query(() => [PieceRecordType], { description: 'Every price of a piece and what agents did to it, oldest first.' })
  @Allow('artisan', 'officer', 'cluster')
  async pieceRecord(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<PieceRecordType[]> {
    const mad = (amountMinor: number | null): { amountMinor: number; currency: string } | null => (amountMinor === null ? null : { amountMinor, currency: 'MAD' });
    return (await this.listings.record(actor, id)).map(({ fromMinor, toMinor, ...entry }) => ({ ...entry, from: mad(fromMinor), to: mad(toMinor) }));
  }

  @Mutation(() => MyProduct, { description: 'Makes or changes a piece in its maker’s name. Its price is only proposed.' })
  @Allow('officer', 'cluster')
  saveProductFor(@Caller() actor: Actor, @Args('artisanId', { type: () => ID }) artisanId: string, @Args('input') input: SaveProductInput): Promise<MyProduct> {
    return this.listings.save(actor, artisanId, input);
  }

  @Mutation(() => MyProduct, { description: 'Puts a piece on sale in its maker’s name.' })
  @Allow('officer', 'cluster')
  listProductFor(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyProduct> {
    return this.listings.list(actor, id);
  }

  @Mutation(() => MyProduct, { description: 'Takes a piece off sale in its maker’s name.' })
  @Allow('officer', 'cluster')
  withdrawProductFor(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<MyProduct> {
    return this.listings.withdraw(actor, id);
  }

  @Mutation(() => ConsentType, { description: 'Propose a price: it holds once the maker said yes by a code.' })
  @Allow('officer', 'cluster')
  proposePrice(@Caller() actor: Actor, @Args('input') input: ProposePriceInput): Promise<object> {
    return this.prices.propose(actor, input);
  }
}
