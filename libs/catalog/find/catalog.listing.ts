import type { Locale } from '#libs/kernel';
import { type Database, decodeCursor, encodeCursor, platformErrors } from '#libs/platform';
import { branches, regions } from '../catalog.words.js';
import { inLocale } from '../product/title.js';
import { OFFERED } from '../stock/offered.js';
import { label } from '../trade-words/word.js';
import type { Card } from './card.js';
import { conditions, type Filter, type Sort } from './filter.js';
import { beginnings } from './search-words.js';

interface ListingRow {
  id: string;
  slug: string;
  title_en: string | null;
  title_fr: string | null;
  title_ar: string | null;
  maker_name: string;
  maker_name_ar: string | null;
  branch: string;
  region_code: string;
  goods_minor: number;
  certified: boolean;
  is_unique: boolean;
  available: boolean;
  lead_time_days: number;
  listed_at: Date;
  photograph_id: string | null;
  photograph_colour: string | null;
}

/** `(key, id)` walks one index in one direction, so a page costs the same however deep it lies. */
const SORTS: Readonly<Record<Sort, { order: string; after: string }>> = {
  NEWEST: { order: 'p.listed_at desc, p.id desc', after: '(p.listed_at, p.id) < ($2::timestamptz, $3::uuid)' },
  PRICE_UP: { order: 'p.goods_minor, p.id', after: '(p.goods_minor, p.id) > ($2::bigint, $3::uuid)' },
  PRICE_DOWN: { order: 'p.goods_minor desc, p.id desc', after: '(p.goods_minor, p.id) < ($2::bigint, $3::uuid)' },
};

/**
 * Whether a unit is free is asked row by row: written as `exists`, the planner may read the units of the whole catalogue
 * into a hash for one page of it (200 ms at 100,000 pieces).
 */
const SELECT = `select p.id, p.slug, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.maker_name_ar, p.branch, p.region_code, p.goods_minor,
  coalesce(p.certificate_until >= $1::date, false) as certified, p.is_unique, p.lead_time_days, p.listed_at,
  coalesce((select true from catalog.unit u where u.product_id = p.id and ${OFFERED}
    offset p.kept_back + case when p.is_unique then 0 else p.minimum_quantity - 1 end limit 1), false) as available,
  f.id as photograph_id, f.colour as photograph_colour`;
const COVER = `left join catalog.photograph f on f.id = p.cover_photograph_id and f.state = 'ready'`;

/** How far a search walks the shelf in its order before it asks the word index instead. */
const WALK = 2000;

const SHOP_PAGES: ReadonlySet<number> = new Set([12, 24, 48]);

export interface ListingQuery {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly first: number;
  readonly after: string | null;
  readonly locale: Locale;
  readonly day: string;
}

export interface Listing {
  readonly nodes: Card[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

interface Narrowed {
  readonly after: readonly string[];
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
}

/** A page of cards: plain objects, and nothing per row but the row. */
export async function listCards(db: Database, query: ListingQuery): Promise<Listing> {
  const after = query.after === null ? null : readCursor(query.after, query.sort);
  const { sql, params } = conditions(query.filter, query.day, beginnings(query.filter.words), after ? 4 : 2);
  const parts = Object.values(sql).filter((part) => part !== null);
  const narrowed: Narrowed = { after: after ? [SORTS[query.sort].after] : [], parts, values: [query.day, ...(after ?? []), ...params] };
  const rows = query.filter.words.length > 0 ? await search(db, query, narrowed) : await browse(db, query, narrowed);
  const page = rows.length > query.first ? rows.slice(0, query.first) : rows;
  const last = page.at(-1);
  return {
    nodes: page.map((row) => cardOf(row, query.locale)),
    endCursor: last ? encodeCursor([query.sort, query.sort === 'NEWEST' ? last.listed_at.toISOString() : last.goods_minor, last.id]) : null,
    hasNextPage: rows.length > query.first,
  };
}

function browse(db: Database, query: ListingQuery, { after, parts, values }: Narrowed): Promise<ListingRow[]> {
  const where = ["p.state = 'listed'", ...after, ...parts].join(' and ');
  const text = `${SELECT} from catalog.product p ${COVER} where ${where} order by ${SORTS[query.sort].order} limit ${query.first + 1}`;
  return isCommon(query, parts.length) ? db.shaped<ListingRow>(text, values) : db.read<ListingRow>(text, values);
}

/**
 * The planner knows nothing of how many words begin with three letters: it would walk the whole shelf for one that two
 * pieces have, or sort all pieces for one that all have. So: a short walk, which fills the page for common words;
 * when it does not, the words are rare enough to fetch every piece that has them.
 */
async function search(db: Database, query: ListingQuery, { after, parts, values }: Narrowed): Promise<ListingRow[]> {
  const [{ order }, most] = [SORTS[query.sort], query.first + 1];
  const shelf = ["p.state = 'listed'", ...after].join(' and ');
  const near = await db.read<ListingRow>(
    `${SELECT} from (select * from catalog.product p where ${shelf} order by ${order} limit ${WALK}) p ${COVER} where ${parts.join(' and ')} order by ${order} limit ${most}`,
    values,
  );
  if (near.length === most) return near;
  return db.read<ListingRow>(
    `with hit as materialized (select * from catalog.product p where ${[shelf, ...parts].join(' and ')}) ${SELECT} from hit p ${COVER} order by ${order} limit ${most}`,
    values,
  );
}

/**
 * Prepared are the shapes that people mostly ask for: the whole shelf, one branch of it or one maker's, in the pages of our own shop.
 * They live on every connection, and their plan is right for any value; a narrower search is planned for its own.
 */
function isCommon({ first, filter }: ListingQuery, parts: number): boolean {
  const usual = [filter.branch.length === 1, filter.maker !== null, filter.maker !== null && filter.certified === true];
  return SHOP_PAGES.has(first) && parts === usual.filter(Boolean).length;
}

/** A mark of another order, or of nobody's making, never reaches the database. */
function readCursor(cursor: string, sort: Sort): [string | number, string] {
  const [of, key, id] = decodeCursor(cursor, 3);
  const keyFits = sort === 'NEWEST' ? typeof key === 'string' && !Number.isNaN(Date.parse(key)) && /^\d{4}-/.test(key) : typeof key === 'number' && Number.isSafeInteger(key);
  if (of !== sort || !keyFits || typeof id !== 'string' || !/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [key as string | number, id];
}

function cardOf(row: ListingRow, locale: Locale): Card {
  const title = inLocale({ en: row.title_en, fr: row.title_fr, ar: row.title_ar }, locale)!;
  return {
    id: row.id,
    slug: row.slug,
    title: title.text,
    titleLocale: title.locale,
    makerName: (locale === 'ar' && row.maker_name_ar) || row.maker_name,
    branch: row.branch,
    branchName: label(branches, row.branch, locale),
    regionCode: row.region_code,
    regionName: label(regions, row.region_code, locale),
    price: { amountMinor: row.goods_minor, currency: 'MAD' },
    certified: row.certified,
    unique: row.is_unique,
    available: row.available,
    leadTimeDays: row.lead_time_days,
    photographId: row.photograph_id,
    photographColour: row.photograph_colour,
  };
}
