import { Injectable } from '@nestjs/common';
import { fold, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform';
import { pageFrom, type Condition } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import { missing } from './completeness.js';
import { PHOTOGRAPHS } from './product-page.service.js';
import { PRODUCT_COLUMNS, productOf, type ProductRow } from './product.row.js';
import type { MyProduct, MyProductPage } from './my-product.types.js';
import type { ProductState } from './product.js';

interface MyRow extends ProductRow {
  units: { free: number; covered: number; held: number; sold: number };
  photographs: MyProduct['photographs'];
}

export interface PiecesAsked {
  readonly first: number;
  readonly after?: string | undefined;
  readonly state?: ProductState | undefined;
  /** Some letters of its name, in any of its languages. */
  readonly query?: string | undefined;
  readonly oldest?: boolean;
}

const UNITS = `(select json_build_object('free', count(*) filter (where u.state = 'free'), 'held', count(*) filter (where u.state = 'held'), 'sold', count(*) filter (where u.state = 'sold'),
    'covered', count(*) filter (where u.state <> 'sold' and u.certificate_number = p.certificate_number)) from catalog.unit u where u.product_id = p.id)`;
const MINE = `${PRODUCT_COLUMNS}, ${PHOTOGRAPHS} as photographs, ${UNITS} as units`;
const ONE = `select ${MINE} from catalog.product p where p.artisan_id = $1 and p.id = $2`;
const LIST = { columns: MINE, from: 'catalog.product p', key: 'p.created_at', of: 'time', id: 'p.id', foundFirst: true } as const;
/** Whoever types more than that looks for no name. */
const MOST_WORDS = 8;

/** What a maker sees of the own pieces: everything, and what each still lacks. */
@Injectable()
export class MyProductsService {
  constructor(private readonly db: Database) {}

  /** Her pieces, newest first or oldest: all, those of a state, those of a name. */
  async page(actor: Actor, { first, after, state, query, oldest = false }: PiecesAsked): Promise<MyProductPage> {
    const where: Condition[] = [['p.artisan_id = $', actor.artisanId]];
    if (state !== undefined) where.push(['p.state = $', state, 'word']);
    for (const word of wordsOf(query ?? '')) where.push(['p.title_sought like $', `%${word}%`]);
    const { nodes, ...page } = await pageFrom<MyRow>(this.db, { ...LIST, where, newest: !oldest }, first, after ?? null);
    return { ...page, nodes: nodes.map(myProductOf) };
  }

  async one(actor: Actor, id: string): Promise<MyProduct> {
    const [row] = actor.artisanId === null ? [] : await this.db.prepared<MyRow>('catalog.my-piece', ONE, [actor.artisanId, id]);
    if (!row) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'id');
    return myProductOf(row);
  }
}

/** Letters and digits only pass the fold: no word has a sign that a pattern would read as its own. */
function wordsOf(query: string): string[] {
  return fold(query.slice(0, 400)).split(' ').filter(Boolean).slice(0, MOST_WORDS);
}

function myProductOf(row: MyRow): MyProduct {
  const product = productOf(row);
  const { free, held, sold, covered } = row.units;
  return {
    ...product,
    title: { ...product.title },
    story: { ...product.story },
    techniques: [...product.techniques],
    materials: [...product.materials],
    operations: [...product.operations],
    photographs: row.photographs,
    stock: free + held,
    held,
    certifiedStock: product.certificateOfLot ? covered : null,
    sold,
    missing: [...missing(product, row.photographs.length), ...(free + held === 0 ? ['stock'] : [])],
  };
}
