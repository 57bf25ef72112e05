import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { toSVG } from 'bwip-js/node';
import { moroccanDay, type Actor, type Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK, CONFIG, type Config } from '#libs/platform';
import { basketShape } from '../basket/basket.view.js';
import { Basket } from '../basket/baskets.types.js';
import { stateOfSale } from './stall-sale.js';
import { StallSalesService, type SaleAtStall } from './stall-sales.service.js';
import { SellAtStallInput, StallPiece, StallSaleType } from './stall-sales.types.js';

@Resolver(() => StallSaleType)
export class StallSalesResolver {
  constructor(
    private readonly sales: StallSalesService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => StallSaleType, { description: 'A visitor paid for a piece by hand and wants it sent home.' })
  @Allow('artisan', 'cluster')
  async sellAtStall(@Caller() actor: Actor, @Args('input') input: SellAtStallInput): Promise<StallSaleType> {
    return this.shape(await this.sales.sell(actor, input));
  }

  @Mutation(() => StallSaleType, { description: 'Before it is sent, the piece may become the maker’s again.' })
  @Allow('artisan', 'cluster')
  async undoStallSale(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<StallSaleType> {
    return this.shape(await this.sales.undo(actor, id));
  }

  @Query(() => [StallSaleType], { description: 'The newest fifty of one piece.' })
  @Allow('artisan', 'cluster')
  async stallSales(@Caller() actor: Actor, @Args('productId', { type: () => ID }) productId: string): Promise<StallSaleType[]> {
    return (await this.sales.ofPiece(actor, productId)).map((sale) => this.shape(sale));
  }

  @Query(() => StallPiece, { description: 'By the key behind the code that the visitor scanned.' })
  @Allow('anyone')
  async stallPiece(@Caller() actor: Actor, @Args('key') key: string): Promise<StallPiece> {
    const { sale, piece } = await this.sales.opened(key);
    return {
      title: piece.title[actor.locale],
      makerName: piece.makerName,
      photographId: piece.photograph?.id ?? null,
      quantity: sale.quantity,
      paid: { amountMinor: sale.quantity * sale.paidEachMinor, currency: 'MAD' },
      soldOn: sale.soldOn,
      until: moroccanDay(sale.until),
      state: stateOfSale(sale, this.clock.now()),
    };
  }

  @Mutation(() => Basket, { description: 'A basket that takes the piece home: its price is paid, the journey is not.' })
  @Allow('buyer')
  async takeHome(@Caller() actor: Actor, @Args('key') key: string, @Args('basketId', { type: () => ID }) basketId: string, @Args('country') country: string): Promise<Basket> {
    return basketShape(await this.sales.takeHome(actor, key, basketId, country), actor.locale);
  }

  private shape(sale: SaleAtStall): StallSaleType {
    const state = stateOfSale(sale, this.clock.now());
    const link = state === 'waiting' ? `${this.config.publicUrl}/take-home/${sale.key}` : null;
    return {
      id: sale.id,
      quantity: sale.quantity,
      paid: { amountMinor: sale.quantity * sale.paidEachMinor, currency: 'MAD' },
      soldOn: sale.soldOn,
      until: moroccanDay(sale.until),
      state,
      orderNumber: sale.orderNumber,
      link,
      qr: link && toSVG({ bcid: 'qrcode', text: link, eclevel: 'M' } as Parameters<typeof toSVG>[0]),
    };
  }
}
