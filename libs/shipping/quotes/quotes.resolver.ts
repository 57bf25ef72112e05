import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { DeliveredService } from './delivered.service.js';
import { quoteShape } from './quote.shape.js';
import { CountryType, DeliveredPriceType, QuoteInput, QuoteType } from './quotes.types.js';

@Resolver()
export class QuotesResolver {
  constructor(private readonly delivered: DeliveredService) {}

  @Query(() => QuoteType, { description: 'The delivered price of some pieces, each figure with its formula, source and date.' })
  @Allow('anyone')
  async quote(@Args('input') input: QuoteInput): Promise<QuoteType> {
    return quoteShape(await this.delivered.quote(input));
  }

  @Query(() => [DeliveredPriceType], { description: 'At most 48 pieces, one of each, to one country.' })
  @Allow('anyone')
  deliveredPrices(@Args('productIds', { type: () => [ID] }) productIds: string[], @Args('country') country: string): Promise<DeliveredPriceType[]> {
    return this.delivered.cards(productIds, country);
  }

  @Query(() => [CountryType], { description: 'Where we deliver, by name.' })
  @Allow('anyone')
  countries(@Caller() actor: Actor): Promise<CountryType[]> {
    return this.delivered.countries(actor.locale);
  }
}
