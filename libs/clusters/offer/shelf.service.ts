import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { isId, money, type Locale, type Money } from '#libs/kernel';
import { Database } from '#libs/platform';
import { NOTHING, pageOf, walkOf, type PageAsked, type PageOf } from '../page.types.js';
import type { Offer } from './offers.service.js';

export interface ShelfPiece extends Offer {
  readonly title: string;
  readonly makerName: string;
  readonly slug: string;
  readonly onSale: boolean;
  /** Of one unit, today. */
  readonly maker: Money;
  readonly cluster: Money;
  /** Once for each order, today. */
  readonly clusterPerOrder: Money;
}

type Row = Offer & { readonly offeredAt: Date };

/** What a cluster offers, as the catalogue shows it today. */
@Injectable()
export class ShelfService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
  ) {}

  async page(clusterId: string, locale: Locale, asked: PageAsked & { artisanId?: string | null | undefined; paused?: boolean | null | undefined }): Promise<PageOf<ShelfPiece>> {
    if (!isId(clusterId)) return NOTHING;
    const { size, at, id, than, by } = walkOf(asked);
    const rows = await this.db.read<Row>(
      `select product_id "productId", cluster_id "clusterId", artisan_id "artisanId", fee_bp "feeBp", fee_item_minor "feeItemMinor", fee_kg_minor "feeKgMinor", fee_order_minor "feeOrderMinor",
         text, minimum_quantity "minimumQuantity", kept_back "keptBack", paused_at is not null paused, offered_at "offeredAt" from clusters.offer
       where cluster_id = $1 and ($2::uuid is null or artisan_id = $2) and ($3::boolean is null or (paused_at is not null) = $3)
         and ($4::timestamptz is null or (offered_at, product_id) ${than} ($4, $5::uuid)) order by offered_at ${by}, product_id ${by} limit $6`,
      [clusterId, isId(asked.artisanId) ? asked.artisanId : null, asked.paused ?? null, at, id, size + 1],
    );
    const page = pageOf(rows, size, (row) => ({ at: row.offeredAt, id: row.productId }));
    return { ...page, nodes: await this.shown(page.nodes, locale) };
  }

  async shown(offers: readonly Offer[], locale: Locale): Promise<ShelfPiece[]> {
    const pieces = new Map((await this.catalog.tradeData(offers.map((offer) => offer.productId))).map((piece) => [piece.productId, piece]));
    return offers.flatMap((offer) => {
      const piece = pieces.get(offer.productId);
      if (!piece) return [];
      const { makerName, slug, onSale, price } = piece;
      const [maker, cluster, clusterPerOrder] = [price.makerMinor, price.clusterMinor, price.clusterOrderMinor].map((minor) => money(minor, 'MAD'));
      return [{ ...offer, title: piece.title[locale], makerName, slug, onSale, maker: maker!, cluster: cluster!, clusterPerOrder: clusterPerOrder! }];
    });
  }
}
