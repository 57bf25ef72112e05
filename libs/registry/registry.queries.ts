import { fold, isId } from '#libs/kernel';
import { decodeCursor, encodeCursor, platformErrors } from '#libs/platform';
import type { Artisan, Category, Standing } from './artisan.js';
import { isDay } from './page.marks.js';
import { LEAST_SOUND, soundOf } from './sound.js';

export interface ArtisanFilter {
  readonly query?: string | null;
  readonly region?: string | null;
  readonly province?: string | null;
  readonly branch?: string | null;
  readonly activity?: string | null;
  readonly category?: Category | null;
  readonly standing?: Standing | null;
  /** Registered today, and no longer after this day: whom to renew. */
  readonly endingBy?: string | null;
  /** Somebody is known to hold the entry, or it was never claimed. */
  readonly held?: true;
}

/** In name order, or the latest registrations first. */
export type ArtisanSort = 'name' | 'newest';

const ORDER: Readonly<Record<ArtisanSort, { readonly key: string; readonly by: string; readonly mark: (key: string, id: string) => string }>> = {
  name: { key: 'sort_key', by: 'sort_key, id', mark: (key, id) => `(sort_key, id) > (${key}, ${id}::uuid)` },
  newest: { key: 'registered_on', by: 'registered_on desc, id desc', mark: (key, id) => `(registered_on, id) < (${key}::date, ${id}::uuid)` },
};

/** An artisan's columns under the names the house uses. */
export const ARTISAN = `id, identifier, name_latin as "nameLatin", name_arabic as "nameArabic", sex, birth_year as "birthYear", category, branch, activity,
  region_code as "regionCode", province_code as "provinceCode", standing, registered_on as "registeredOn", valid_until as "validUntil"`;

/** No wrong approval was undone since the last right one: until then nobody sells under the entry. */
export const HELD = 'taken_back_at is null';

/** What a statement of a room above reads of the artisan whose id is in a column of its own: what she is called, and whether she may sell. Null when she is not in the register. */
export function calledIn(column: string): string {
  return `(select json_build_object('nameLatin', a.name_latin, 'nameArabic', a.name_arabic, 'maySell', a.standing = 'registered' and a.${HELD}) from registry.artisan a where a.id = ${column})`;
}

export interface Called {
  readonly nameLatin: string | null;
  readonly nameArabic: string | null;
  readonly maySell: boolean;
}

export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

const MAX_WORDS = 5;
/** Shorter words have no trigrams of their own: alone they are looked up as the beginning of a name. */
const TRIGRAM = 3;

/**
 * One page of the register. The text comes from the filter alone, so PostgreSQL sees at most a few
 * dozen different statements. Words are folded, hence free of the wildcards of LIKE.
 */
export function pageStatement(filter: ArtisanFilter, regions: readonly string[] | null, { first, after, by, sort }: { first: number; after: string | null; by: 'letters' | 'sound'; sort: ArtisanSort }): Statement {
  const order = ORDER[sort];
  const params: unknown[] = [];
  // PostgreSQL's text cannot hold NUL: a filter with one matches nothing rather than fail.
  const param = (value: unknown): string => `$${params.push(typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)}`;
  const where: string[] = [];
  if (regions !== null) where.push(regions.length === 1 ? `region_code = ${param(regions[0])}` : `region_code = any(${param(regions)})`);
  if (filter.province) where.push(`province_code = ${param(filter.province)}`);
  if (filter.activity) where.push(`activity = ${param(filter.activity)}`);
  if (filter.branch) where.push(`branch = ${param(filter.branch)}`);
  if (filter.category) where.push(`category = ${param(filter.category)}`);
  if (filter.standing) where.push(`standing = ${param(filter.standing)}`);
  if (filter.endingBy) where.push(`standing = 'registered' and valid_until <= ${param(filter.endingBy)}::date`);
  if (filter.held) where.push(HELD);
  const words = wordsOf(filter);
  const start = words.length === 1 && words[0]!.length < TRIGRAM;
  for (const word of words) {
    const sound = by === 'sound' ? soundOf(word) : '';
    if (sound.length >= LEAST_SOUND) where.push(`search like ${param(`%~${sound}~%`)}`);
    else if (start) where.push(`sort_key >= ${param(word)} and sort_key < ${param(`${word}\u{10FFFF}`)}`);
    // Kept from the index: for a word without trigrams it would be read from end to end.
    else where.push(`${word.length < TRIGRAM ? `(search || '')` : 'search'} like ${param(`%${word}%`)}`);
  }
  if (after !== null) {
    const [key, id] = decodeCursor(after, 3);
    if (!isId(id) || (sort === 'newest' && !isDay(String(key)))) throw platformErrors.CURSOR_INVALID({}, 'after');
    where.push(order.mark(param(String(key)), param(id)));
  }
  const found = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const select = `select ${ARTISAN}, ${order.key}::text as "sortKey" from registry.artisan`;
  if (words.length === 0 || start) return { sql: `${select} ${found} order by ${order.by} limit ${param(first + 1)}`, params };
  // Left to itself PostgreSQL walks the names in order until enough of them fit, as if those that fit were spread evenly.
  // They are not, people of one name stand together: 2.7 s at 380,000 rows. So the trigrams find them first.
  const page = `with found as materialized (select id, ${order.key} from registry.artisan ${found}) select id from found order by ${order.by} limit ${param(first + 1)}`;
  const sql = `${select} where id in (${page}) order by ${order.by}`;
  return { sql, params };
}

function wordsOf(filter: ArtisanFilter): string[] {
  return fold((filter.query ?? '').slice(0, 200)).split(' ').filter((word) => word !== '').slice(0, MAX_WORDS);
}

/** Whether a search could be answered by sound where letters find nobody. */
export function hasSound(filter: ArtisanFilter): boolean {
  return wordsOf(filter).some((word) => soundOf(word).length >= LEAST_SOUND);
}

/** What the page before searched by: the next one goes on in the same way. */
export function searchedBy(after: string): 'letters' | 'sound' {
  return decodeCursor(after, 3)[2] === 'sound' ? 'sound' : 'letters';
}

export interface ArtisanPage {
  /** Nobody is written like that: these sound like it. */
  readonly bySound: boolean;
  readonly nodes: readonly Artisan[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export function pageOf(rows: readonly (Artisan & { sortKey: string })[], first: number, by: 'letters' | 'sound'): ArtisanPage {
  const nodes = rows.slice(0, first);
  const last = nodes.at(-1);
  return { bySound: by === 'sound', nodes, endCursor: last ? encodeCursor([last.sortKey, last.id, by]) : null, hasNextPage: rows.length > first };
}
