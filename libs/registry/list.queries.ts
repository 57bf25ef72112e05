import { pageSize, type Database } from '#libs/platform';
import type { Artisan } from './artisan.js';
import { dayMark, nameMark, pageByKey, timeMark } from './page.marks.js';

/**
 * SQL with `$` where its value stands, or SQL alone. A `word` is one of the few that the house itself knows, a state or a
 * kind: it is written out, so that the plan kept for the statement knows whether it is rare.
 */
export type Condition = readonly [sql: string, value?: unknown, how?: 'word'];

/** A column and the values of which one will do; `uuid` where that is what the column holds. */
export type Among = readonly [column: string, values: readonly string[], of?: 'uuid'];

/** A list walked by a time, a day or a folded name, and by an id among what is of the same. Names are walked from the first on. */
export interface List {
  readonly columns: string;
  readonly from: string;
  readonly where: readonly Condition[];
  /** Where one of several values will do. Each is walked by its own index for one page at most, and the walks are merged: so a rare value among many rows costs a page too. */
  readonly among?: readonly Among[];
  readonly key: string;
  readonly of: 'time' | 'day' | 'name';
  readonly id: string;
  /** Where the list itself begins, a time or a day: the first page starts there, and walks nothing that lies before. */
  readonly begins?: string | null;
  /** What belongs to one person, usually little and now and then much: where its lines stand is found in an index first. */
  readonly foundFirst?: true;
  readonly newest: boolean;
  /** Every line brings the artisan of its `artisanId`, read with the page. */
  readonly withArtisan?: true;
}

/** What a list shows of an artisan. */
export type Shown = Pick<Artisan, 'id' | 'nameLatin' | 'nameArabic' | 'category' | 'branch' | 'activity' | 'regionCode' | 'provinceCode' | 'registeredOn'>;
const SHOWN = { id: 'id', nameLatin: 'name_latin', nameArabic: 'name_arabic', category: 'category', branch: 'branch', activity: 'activity', regionCode: 'region_code', provinceCode: 'province_code', registeredOn: 'registered_on' } as const;
const SHOWN_FIELDS = Object.keys(SHOWN).map((field) => [field, `a.${field}`] as const);
const SHOWN_COLUMNS = Object.entries(SHOWN).map(([field, column]) => `artisan.${column} as "a.${field}"`).join(', ');

export interface PageOf<T> {
  readonly nodes: T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Sizes that the desks themselves ask for. */
const USUAL: ReadonlySet<number> = new Set([10, 24, 50, 100]);
const CAST = { time: 'timestamptz', day: 'date', name: 'text' } as const;
const MARK = { time: timeMark, day: dayMark, name: nameMark } as const;
const ZERO = '00000000-0000-0000-0000-000000000000';
/** The first page begins before everything: so it is the same statement as the pages that follow, and no plan of its own that sorts what an index has in order. */
const BEFORE_ALL = { newest: ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'], oldest: ['-infinity', ZERO] } as const;

/** One page. The text of the statement comes from the shape of the question alone, so PostgreSQL plans each shape once per connection. */
export async function pageFrom<T extends { readonly id: string }>(db: Database, list: List, first: number, after: string | null): Promise<PageOf<T>> {
  const size = pageSize(first);
  if (list.among?.some(([, values]) => values.length === 0)) return { nodes: [], endCursor: null, hasNextPage: false };
  const { sql, params } = statementOf(list, size, after === null ? firstMark(list) : MARK[list.of](after));
  const rows = await db.shaped<T & { readonly key: string }>(sql, params);
  if (list.withArtisan) for (const row of rows) takeTogether(row as unknown as Record<string, unknown>);
  return pageByKey(rows, size);
}

/** A line of a room above may be about somebody whom the register does not know. */
function takeTogether(row: Record<string, unknown>): void {
  if (row['a.id'] === null) return;
  const artisan: Record<string, unknown> = {};
  for (const [field, column] of SHOWN_FIELDS) artisan[field] = row[column];
  row['artisan'] = artisan;
}

function firstMark({ begins = null, of, newest }: List): readonly [at: string, id: string] {
  if (of === 'name') return ['', ZERO];
  return begins === null ? BEFORE_ALL[newest ? 'newest' : 'oldest'] : [begins, ZERO];
}

function statementOf(list: List, size: number, mark: readonly [at: string, id: string]): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  // PostgreSQL's text cannot hold NUL: a filter with one matches nothing rather than fail.
  const bind = (value: unknown): string => `$${params.push(typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)}`;
  const where = list.where.map(([condition, value, how]) => (value === undefined ? condition : condition.replaceAll('$', how === 'word' && /^[a-z_-]+$/.test(String(value)) ? `'${String(value)}'` : bind(value))));
  const either: string[] = [];
  for (const [column, given, of = 'text'] of list.among ?? []) {
    const values = [...new Set(given)];
    if (values.length > 1) where.push(`${column} = either${either.push(`unnest(${bind(values)}::${of}[]) either${either.length + 1}(value)`)}.value`);
    else where.push(`${column} = ${bind(values[0])}::${of}`);
  }
  const [than, by] = list.newest ? ['<', 'desc'] : ['>', 'asc'];
  where.push(`(${list.key}, ${list.id}) ${than} (${bind(mark[0])}::${CAST[list.of]}, ${bind(mark[1])}::uuid)`);
  // A usual size is written out: a planner that does not know how few rows are wanted plans the statement anew each time.
  const limit = `limit ${USUAL.has(size) ? size + 1 : bind(size + 1)}`;
  const order = `order by ${list.key} ${by}, ${list.id} ${by} ${limit}`;
  if (either.length === 0 && !list.foundFirst && !list.withArtisan) return { sql: `select ${list.columns}, ${list.key}::text as key from ${list.from} where ${where.join(' and ')} ${order}`, params };
  const walk = (columns: string): string => `select ${columns}, ${list.key} as "pageAt" from ${list.from} where ${where.join(' and ')} ${order}`;
  const merged = (columns: string): string => (either.length === 0 ? walk(columns) : `select walk.* from ${either.join(', ')}, lateral (${walk(`${columns}, ${list.id} as "walkId"`)}) walk order by "pageAt" ${by}, "walkId" ${by} ${limit}`);
  const lines = `select page.*, "pageAt"::text as key from (${list.foundFirst ? foundFirst(list, merged) : merged(list.columns)}) page`;
  if (!list.withArtisan) return { sql: `${lines} order by "pageAt" ${by}, id ${by}`, params };
  return { sql: `select line.*, ${SHOWN_COLUMNS} from (${lines}) line left join registry.artisan artisan on artisan.id = line."artisanId" order by "pageAt" ${by}, line.id ${by}`, params };
}

/**
 * Where the lines of the page stand, from an index alone, then what they say. Asked for all at once, a plan that is kept for everybody
 * sorts all that one artisan has: it takes her for one of those who have little.
 */
function foundFirst(list: List, walk: (columns: string) => string): string {
  return `select ${list.columns}, "pageAt" from (${walk(`${list.id} as "pageId"`)}) found, ${list.from} where ${list.id} = "pageId"`;
}

/** What stands beside the rows of one page is read once for all of them, when the first is asked for it. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}
