import { Inject, Injectable } from '@nestjs/common';
import { orderFeeShares } from '#libs/catalog';
import { moroccanDay, type Clock, type Locale } from '#libs/kernel';
import { CLOCK } from '#libs/platform';
import { addedUp, byExporter, ShippingService, togetherInWords, type ExporterQuote, type KnownTogether, type QuotedTogether } from '#libs/shipping';
import { quoteQuestion, type BasketItem } from './pricing.js';
import type { BuyerKind } from '../pro-forma.js';

export type BasketPrice = QuotedTogether;
export type KnownBasketPrice = KnownTogether;

/** The delivered price of a basket, added up from its exporters' consignments as a piece's own page adds them. */
@Injectable()
export class PricesService {
  constructor(
    private readonly shipping: ShippingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(items: readonly BasketItem[], country: string, buyerKind: BuyerKind): Promise<BasketPrice> {
    const parts: ExporterQuote[] = [];
    for (const { exporter, items: own } of byExporter(items)) {
      parts.push({ exporter, quote: await this.shipping.quote(quoteQuestion(own, country, buyerKind, moroccanDay(this.clock.now()))) });
    }
    return addedUp(parts);
  }
}

/** What each line bears of the fees that clusters take once for their order. */
export function withOrderFees(items: readonly Omit<BasketItem, 'onceMinor'>[]): BasketItem[] {
  return items.map((item) => {
    const mates = items.filter((other) => other.piece.exporter.id === item.piece.exporter.id);
    return { ...item, onceMinor: orderFeeShares(mates.map(({ piece, quantity }) => ({ ...piece.price, quantity })))[mates.indexOf(item)]! };
  });
}

/** The same price in the reader's language. */
export function priceInWords(price: BasketPrice, locale: Locale): BasketPrice {
  return togetherInWords(price, locale);
}
