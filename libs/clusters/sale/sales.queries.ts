import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { hasRole, isId, type Actor, type Locale } from '#libs/kernel';
import { Database } from '#libs/platform';
import { ClustersService } from '../clusters.service.js';
import { NOTHING, pageOf, walkOf, type PageAsked, type PageOf } from '../page.types.js';
import type { SaleState } from './collective-sale.js';

export interface CollectivePiece {
  readonly productId: string;
  readonly artisanId: string;
  readonly feeBp: number;
  /** Null: as its maker accepted. */
  readonly itemMinor: number | null;
  readonly minimumQuantity: number;
  readonly offered: boolean;
  readonly leftOut: string | null;
  /** Pieces that were brought in, and sent out to outlets. */
  readonly broughtIn: number;
  readonly sentOut: number;
}

export interface SaleOutlet {
  readonly number: number;
  readonly name: string;
  readonly city: string;
  readonly received: number;
}

export interface CollectiveSale {
  readonly id: string;
  readonly clusterId: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly collectionOn: string;
  readonly state: SaleState;
  readonly pieces: CollectivePiece[];
  readonly outlets: SaleOutlet[];
}

export interface TitledSale extends CollectiveSale {
  readonly pieces: (CollectivePiece & { readonly title: string })[];
}

export const SALE = `select s.id, s.cluster_id "clusterId", s.title, s.opens_at "opensAt", s.closes_at "closesAt", s.collection_on::text "collectionOn", s.state,
    coalesce((select json_agg(json_build_object('productId', p.product_id, 'artisanId', p.artisan_id, 'feeBp', p.fee_bp, 'itemMinor', p.item_minor, 'minimumQuantity', p.minimum_quantity,
        'offered', p.offered, 'leftOut', p.left_out,
        'broughtIn', (select coalesce(sum(m.quantity), 0) from clusters.sale_movement m where m.sale_id = p.sale_id and m.product_id = p.product_id and m.outlet is null),
        'sentOut', (select coalesce(sum(m.quantity), 0) from clusters.sale_movement m where m.sale_id = p.sale_id and m.product_id = p.product_id and m.outlet is not null)) order by p.product_id)
      from clusters.collective_piece p where p.sale_id = s.id), '[]') pieces,
    coalesce((select json_agg(json_build_object('number', o.number, 'name', o.name, 'city', o.city,
        'received', (select coalesce(sum(m.quantity), 0) from clusters.sale_movement m where m.sale_id = o.sale_id and m.outlet = o.number)) order by o.number)
      from clusters.sale_outlet o where o.sale_id = s.id), '[]') outlets
  from clusters.collective_sale s`;

/** What is on, what is coming, and what was. */
@Injectable()
export class SalesQueries {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
  ) {}

  /** With the pieces' titles in the reader's language. */
  async titled(sale: CollectiveSale, locale: Locale): Promise<TitledSale> {
    const titles = new Map((await this.catalog.tradeData(sale.pieces.map((piece) => piece.productId))).map((piece) => [piece.productId, piece.title[locale]]));
    return { ...sale, pieces: sale.pieces.map((piece) => ({ ...piece, title: titles.get(piece.productId) ?? '' })) };
  }

  /**
   * Without a word about states, what is on and what is coming. Whole for who speaks for the cluster; a member sees the sale and
   * her own pieces in it; terms that are still to come are nobody else's to read.
   */
  async page(actor: Actor, clusterId: string, asked: PageAsked & { states?: readonly SaleState[] | null | undefined }): Promise<PageOf<TitledSale>> {
    if (!isId(clusterId)) return NOTHING;
    const { size, at, id, than, by } = walkOf(asked);
    const inside = hasRole(actor, 'admin', 'desk') || (await this.clusters.coordinatedBy(actor)).includes(clusterId);
    const rows = await this.db.read<CollectiveSale>(
      `${SALE} where s.cluster_id = $1 and s.state = any($2::text[]) and ($3::timestamptz is null or (s.opens_at, s.id) ${than} ($3, $4::uuid))
         and ($6::boolean or exists (select 1 from clusters.member m where m.cluster_id = s.cluster_id and m.artisan_id = $7::uuid and m.state = 'active'))
       order by s.opens_at ${by}, s.id ${by} limit $5`,
      [clusterId, asked.states ?? ['planned', 'open'], at, id, size + 1, inside, actor.artisanId],
    );
    const page = pageOf(rows, size, (sale) => ({ at: sale.opensAt, id: sale.id }));
    const seen = page.nodes.map((sale) => (inside ? sale : { ...sale, pieces: sale.pieces.filter((piece) => piece.artisanId === actor.artisanId) }));
    return { ...page, nodes: await Promise.all(seen.map((sale) => this.titled(sale, actor.locale))) };
  }
}
