import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { hasRole, isId, money, type Actor, type Locale, type Money } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { Condition } from '#libs/registry';
import { ClustersService } from '../clusters.service.js';
import { NOTHING, walked, type PageAsked, type PageOf } from '../page.types.js';
import type { Offer } from './offers.service.js';

export interface ShelfPiece extends Omit<Offer, 'keptBack' | 'asked'> {
  /** The cluster's own business and its maker's: null for anybody else. */
  readonly keptBack: number | null;
  readonly ownFeeBp: number | null;
  readonly ownFeeItemMinor: number | null;
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

type Row = Offer & { readonly id: string };

const COLUMNS = `product_id as id, product_id "productId", cluster_id "clusterId", artisan_id "artisanId", fee_bp "feeBp", fee_item_minor "feeItemMinor", fee_kg_minor "feeKgMinor", fee_order_minor "feeOrderMinor",
  json_build_object('bp', asked_bp, 'itemMinor', asked_item_minor) asked, text, minimum_quantity "minimumQuantity", kept_back "keptBack", paused_at is not null paused, resting`;

/** What a cluster offers, as the catalogue shows it today. */
@Injectable()
export class ShelfService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
  ) {}

  /** All of it for who speaks for the cluster, and her own for a maker; for anybody else what can be bought today. */
  async page(actor: Actor, clusterId: string, asked: PageAsked & { artisanId?: string | null | undefined; paused?: boolean | null | undefined }): Promise<PageOf<ShelfPiece>> {
    const maker = asked.artisanId ?? null;
    if (!isId(clusterId) || (maker !== null && !isId(maker))) return NOTHING;
    const inside = hasRole(actor, 'admin', 'desk') || (await this.clusters.coordinatedBy(actor)).includes(clusterId);
    const where: Condition[] = [['cluster_id = $', clusterId]];
    if (maker !== null) where.push(['artisan_id = $', maker]);
    if (typeof asked.paused === 'boolean') where.push([asked.paused ? 'paused_at is not null' : 'paused_at is null']);
    if (!inside) where.push(['(artisan_id = $::uuid or (paused_at is null and not resting))', actor.artisanId]);
    const page = await walked<Row>(this.db, { columns: COLUMNS, from: 'clusters.offer', where, key: 'offered_at', id: 'product_id' }, asked);
    const seen = await this.shown(page.nodes, actor.locale);
    return { ...page, nodes: seen.filter((one) => inside || one.onSale || one.artisanId === actor.artisanId).map((one) => (inside || one.artisanId === actor.artisanId ? one : { ...one, keptBack: null, ownFeeBp: null, ownFeeItemMinor: null })) };
  }

  async shown(offers: readonly Offer[], locale: Locale): Promise<ShelfPiece[]> {
    const pieces = new Map((await this.catalog.shelf(offers.map((offer) => offer.productId))).map((piece) => [piece.productId, piece]));
    return offers.flatMap((offer) => {
      const piece = pieces.get(offer.productId);
      if (!piece) return [];
      const { makerName, slug, onSale, price } = piece;
      const [maker, cluster, clusterPerOrder] = [price.makerMinor, price.clusterMinor, price.clusterOrderMinor].map((minor) => money(minor, 'MAD'));
      return [{ ...offer, ownFeeBp: offer.asked.bp, ownFeeItemMinor: offer.asked.itemMinor, title: piece.title[locale], makerName, slug, onSale, maker: maker!, cluster: cluster!, clusterPerOrder: clusterPerOrder! }];
    });
  }
}
