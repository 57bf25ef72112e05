import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { money, type Locale, type Money } from '#libs/kernel';
import { OffersService, type Offer } from './offers.service.js';

export interface ShelfPiece extends Offer {
  readonly title: string;
  readonly makerName: string;
  readonly slug: string;
  readonly onSale: boolean;
  /** Of one unit, today. */
  readonly maker: Money;
  readonly cluster: Money;
}

/** What a cluster offers, as the catalogue shows it today. */
@Injectable()
export class ShelfService {
  constructor(
    private readonly offers: OffersService,
    private readonly catalog: CatalogService,
  ) {}

  async of(clusterId: string, locale: Locale): Promise<ShelfPiece[]> {
    return this.shown(await this.offers.offersOf(clusterId), locale);
  }

  async shown(offers: readonly Offer[], locale: Locale): Promise<ShelfPiece[]> {
    const pieces = new Map((await this.catalog.tradeData(offers.map((offer) => offer.productId))).map((piece) => [piece.productId, piece]));
    return offers.flatMap((offer) => {
      const piece = pieces.get(offer.productId);
      if (!piece) return [];
      const { makerName, slug, onSale, price } = piece;
      return [{ ...offer, title: piece.title[locale], makerName, slug, onSale, maker: money(price.makerMinor, 'MAD'), cluster: money(price.clusterMinor, 'MAD') }];
    });
  }
}
