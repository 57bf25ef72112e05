import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { DeliveredService } from './delivered.service.js';
import { quoteShape } from './quote.shape.js';
import { CountryType, DeliveredPriceType, OriginVerdictType, QuoteInput, QuoteType } from './quotes.types.js';

@Resolver()
export class QuotesResolver {
  constructor(private readonly delivered: DeliveredService) {}

  @Query(() => QuoteType, { description: 'The delivered price of some pieces, each figure with its formula, source and date.' })
  @Allow('anyone')
  async quote(@Caller() actor: Actor, @Args('input') input: QuoteInput): Promise<QuoteType> {
    return quoteShape(await this.delivered.quote(input), actor.locale);
  }

  @Query(() => [DeliveredPriceType], { description: 'At most 48 pieces, one of each, to one country.' })
  @Allow('anyone')
  deliveredPrices(@Caller() actor: Actor, @Args('productIds', { type: () => [ID] }) productIds: string[], @Args('country') country: string): Promise<DeliveredPriceType[]> {
    return this.delivered.cards(productIds, country, actor.locale);
  }

  @Query(() => [OriginVerdictType], { description: 'What the materials and the work of a piece, a draft too, prove on each corridor: for its maker and the export desk. Empty before it has a price and a code.' })
  @Allow('artisan', 'desk')
  productOrigin(@Caller() actor: Actor, @Args('productId', { type: () => ID }) productId: string): Promise<OriginVerdictType[]> {
    return this.delivered.origins(actor, productId);
  }

  @Query(() => [CountryType], { description: 'Where we deliver, by name.' })
  @Allow('anyone')
  countries(@Caller() actor: Actor): Promise<CountryType[]> {
    return this.delivered.countries(actor.locale);
  }
}
