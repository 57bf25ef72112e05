import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { hasRole, isId, type Actor, type Locale } from '#libs/kernel';
import { Database } from '#libs/platform';
import type { Condition } from '#libs/registry';
import { ClustersService } from '../clusters.service.js';
import { NOTHING, walked, type PageAsked, type PageOf } from '../page.types.js';
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
  /** Pieces that were paid for in its days; that were brought in, sent out to outlets, and given back to their maker. */
  readonly sold: number;
  readonly broughtIn: number;
  readonly sentOut: number;
  readonly goneBack: number;
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
        'offered', p.offered, 'leftOut', p.left_out, 'sold', o.sold, 'broughtIn', m.came, 'sentOut', m.went, 'goneBack', m.back) order by p.product_id)
      from clusters.collective_piece p
      cross join lateral (select coalesce(sum(m.quantity) filter (where m.outlet is null and not m.back), 0) came, coalesce(sum(m.quantity) filter (where m.outlet is not null), 0) went,
          coalesce(sum(m.quantity) filter (where m.back), 0) back from clusters.sale_movement m where m.sale_id = p.sale_id and m.product_id = p.product_id) m
      cross join lateral (select coalesce(sum(o.quantity), 0) sold from clusters.sale_order o where o.sale_id = p.sale_id and o.product_id = p.product_id and not o.cancelled) o
      where p.sale_id = s.id), '[]') pieces,
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
    return (await this.allTitled([sale], locale))[0]!;
  }

  private async allTitled(sales: readonly CollectiveSale[], locale: Locale): Promise<TitledSale[]> {
    const titles = await this.catalog.titles(sales.flatMap((sale) => sale.pieces.map((piece) => piece.productId)), locale);
    return sales.map((sale) => ({ ...sale, pieces: sale.pieces.map((piece) => ({ ...piece, title: titles.get(piece.productId) ?? '' })) }));
  }

  /**
   * Without a word about states, what is on and what is coming. Whole for who speaks for the cluster; a member sees the sale and
   * her own pieces in it; terms that are still to come are nobody else's to read.
   */
  async page(actor: Actor, clusterId: string, asked: PageAsked & { states?: readonly SaleState[] | null | undefined }): Promise<PageOf<TitledSale>> {
    if (!isId(clusterId)) return NOTHING;
    const inside = hasRole(actor, 'admin', 'desk') || (await this.clusters.coordinatedBy(actor)).includes(clusterId);
    const where: Condition[] = [['cluster_id = $', clusterId]];
    if (!inside) where.push(['exists (select 1 from clusters.member m where m.cluster_id = sale.cluster_id and m.artisan_id = $::uuid and m.state = \'active\')', actor.artisanId]);
    const page = await walked<{ id: string }>(this.db, { columns: 'id', from: 'clusters.collective_sale sale', where, among: [['state', asked.states ?? ['planned', 'open']]], key: 'opens_at', id: 'id' }, asked);
    // The pieces are added up for the page alone, once it is known which sales it has.
    const whole = new Map((await this.db.prepared<CollectiveSale>('clusters.sales', `${SALE} where s.id = any($1::uuid[])`, [page.nodes.map((sale) => sale.id)])).map((sale) => [sale.id, sale]));
    const sales = page.nodes.map(({ id }) => whole.get(id)!);
    const seen = sales.map((sale) => (inside ? sale : { ...sale, pieces: sale.pieces.filter((piece) => piece.artisanId === actor.artisanId) }));
    return { ...page, nodes: await this.allTitled(seen, actor.locale) };
  }
}
