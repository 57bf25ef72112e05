import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize, platformErrors } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { missing } from './completeness.js';
import { PHOTOGRAPHS } from './product-page.service.js';
import { PRODUCT_COLUMNS, productOf, type ProductRow } from './product.row.js';
import type { MyProduct, MyProductPage } from './my-product.types.js';

interface MyRow extends ProductRow {
  created_at: Date;
  free: number;
  covered: number;
  held: number;
  sold: number;
  photographs: MyProduct['photographs'];
}

const MINE = `select ${PRODUCT_COLUMNS}, p.created_at, ${PHOTOGRAPHS} as photographs, coalesce(u.free, 0) as free, coalesce(u.covered, 0) as covered, coalesce(u.held, 0) as held, coalesce(u.sold, 0) as sold
  from catalog.product p
  left join lateral (select (count(*) filter (where state = 'free'))::int as free, (count(*) filter (where state = 'held'))::int as held,
    (count(*) filter (where state <> 'sold' and certificate_number = p.certificate_number))::int as covered,
    (count(*) filter (where state = 'sold'))::int as sold from catalog.unit where product_id = p.id) u on true
  where p.artisan_id = $1`;

/** What a maker sees of the own pieces: everything, and what each still lacks. */
@Injectable()
export class MyProductsService {
  constructor(private readonly db: Database) {}

  async page(actor: Actor, first: number, after: string | null): Promise<MyProductPage> {
    const size = pageSize(first);
    if (actor.artisanId === null) return { nodes: [], endCursor: null, hasNextPage: false };
    const mark = after === null ? [] : readMark(after);
    const rows = await this.db.read<MyRow>(`${MINE} ${after === null ? '' : 'and (p.created_at, p.id) < ($3::timestamptz, $4::uuid)'} order by p.created_at desc, p.id desc limit $2`, [actor.artisanId, size + 1, ...mark]);
    const page = rows.slice(0, size);
    const last = page.at(-1);
    return { nodes: page.map(myProductOf), endCursor: last ? encodeCursor([last.created_at.toISOString(), last.id]) : null, hasNextPage: rows.length > size };
  }

  async one(actor: Actor, id: string): Promise<MyProduct> {
    const [row] = actor.artisanId === null ? [] : await this.db.read<MyRow>(`${MINE} and p.id = $2`, [actor.artisanId, id]);
    if (!row) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
    return myProductOf(row);
  }
}

function readMark(after: string): [string, string] {
  const [at, id] = decodeCursor(after, 2);
  if (typeof at !== 'string' || Number.isNaN(Date.parse(at)) || typeof id !== 'string' || !/^[0-9a-f-]{36}$/.test(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [at, id];
}

function myProductOf(row: MyRow): MyProduct {
  const product = productOf(row);
  return {
    ...product,
    title: { ...product.title },
    story: { ...product.story },
    techniques: [...product.techniques],
    materials: [...product.materials],
    operations: [...product.operations],
    photographs: row.photographs,
    stock: row.free + row.held,
    held: row.held,
    certifiedStock: product.certificateOfLot ? row.covered : null,
    sold: row.sold,
    missing: [...missing(product, row.photographs.length), ...(row.free + row.held === 0 ? ['stock'] : [])],
  };
}
