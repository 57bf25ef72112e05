import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { basketShape } from './basket.view.js';
import { BasketsService } from './baskets.service.js';
import { Basket } from './baskets.types.js';
import { OrderBuyerKindEnum } from '../placing/place-order.types.js';
import type { BuyerKind } from '../pro-forma.js';

const id = { type: () => ID };

@Resolver(() => Basket)
export class BasketsResolver {
  constructor(private readonly baskets: BasketsService) {}

  @Query(() => Basket)
  @Allow('buyer')
  async basket(
    @Caller() actor: Actor,
    @Args('id', id) basketId: string,
    @Args('buyerKind', { type: () => OrderBuyerKindEnum, defaultValue: 'consumer' }) buyerKind: BuyerKind,
  ): Promise<Basket> {
    return basketShape(await this.baskets.basket(actor, basketId, buyerKind), actor.locale);
  }

  @Mutation(() => Basket, { description: 'The id is the caller’s own; the same id again answers the same basket.' })
  @Allow('buyer')
  async createBasket(@Caller() actor: Actor, @Args('id', id) basketId: string, @Args('country') country: string): Promise<Basket> {
    return basketShape(await this.baskets.create(actor, basketId, country), actor.locale);
  }

  @Mutation(() => Basket, { description: 'Zero takes the piece out.' })
  @Allow('buyer')
  async setBasketLine(
    @Caller() actor: Actor,
    @Args('basketId', id) basketId: string,
    @Args('productId', id) productId: string,
    @Args('quantity', { type: () => Int }) quantity: number,
  ): Promise<Basket> {
    return basketShape(await this.baskets.setLine(actor, basketId, productId, quantity), actor.locale);
  }

  @Mutation(() => Basket, { description: 'Another country is another set of prices.' })
  @Allow('buyer')
  async setBasketCountry(@Caller() actor: Actor, @Args('basketId', id) basketId: string, @Args('country') country: string): Promise<Basket> {
    return basketShape(await this.baskets.setCountry(actor, basketId, country), actor.locale);
  }
}
