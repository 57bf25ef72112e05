import { createHash } from 'node:crypto';
import { pageSize, type Database } from '#libs/platform';
import { dayMark, pageByKey, timeMark } from './page.marks.js';

/** SQL with `$` where its value stands, or SQL alone. */
export type Condition = readonly [sql: string, value?: unknown];

/** A list walked by a time or a day, and by an id among what is of the same moment. */
export interface List {
  readonly columns: string;
  readonly from: string;
  readonly where: readonly Condition[];
  /** Where one of several values will do. Each is walked by its own index for one page at most, and the walks are merged: so a rare value among many rows costs a page too. */
  readonly among?: readonly [column: string, values: readonly string[]] | null;
  readonly key: string;
  readonly of: 'time' | 'day';
  readonly id: string;
  readonly newest: boolean;
}

export interface PageOf<T> {
  readonly nodes: T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Sizes that the desks themselves ask for. */
const USUAL: ReadonlySet<number> = new Set([10, 24, 50, 100]);
const CAST = { time: 'timestamptz', day: 'date' } as const;
const MARK = { time: timeMark, day: dayMark } as const;

/** One page. The text of the statement comes from the shape of the question alone, so PostgreSQL plans each shape once per connection. */
export async function pageFrom<T extends { readonly id: string }>(db: Database, list: List, first: number, after: string | null): Promise<PageOf<T>> {
  const size = pageSize(first);
  if (list.among?.[1].length === 0) return { nodes: [], endCursor: null, hasNextPage: false };
  const { sql, params } = statementOf(list, size, after === null ? null : MARK[list.of](after));
  const rows = await db.prepared<T & { readonly key: string }>(`list.${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`, sql, params);
  return pageByKey(rows, size);
}

function statementOf(list: List, size: number, mark: readonly [at: string, id: string] | null): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  // PostgreSQL's text cannot hold NUL: a filter with one matches nothing rather than fail.
  const bind = (value: unknown): string => `$${params.push(typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value)}`;
  const where = list.where.map(([condition, ...value]) => (value.length === 0 ? condition : condition.replaceAll('$', value.map(bind)[0]!)));
  const [column, values] = list.among ?? [null, []];
  if (values.length === 1) where.push(`${column} = ${bind(values[0])}`);
  else if (values.length > 1) where.push(`${column} = either.value`);
  const [than, by] = list.newest ? ['<', 'desc'] : ['>', 'asc'];
  if (mark) where.push(`(${list.key}, ${list.id}) ${than} (${bind(mark[0])}::${CAST[list.of]}, ${bind(mark[1])}::uuid)`);
  // A usual size is written out: a planner that does not know how few rows are wanted plans the statement anew each time.
  const limit = `limit ${USUAL.has(size) ? size + 1 : bind(size + 1)}`;
  const met = where.length > 0 ? `where ${where.join(' and ')}` : '';
  const walk = (more: string): string => `select ${list.columns}, ${list.key}::text as key${more} from ${list.from} ${met} order by ${list.key} ${by}, ${list.id} ${by} ${limit}`;
  if (values.length <= 1) return { sql: walk(''), params };
  return { sql: `select page.* from unnest(${bind(values)}::text[]) either(value), lateral (${walk(`, ${list.key} as "keyAt"`)}) page order by page."keyAt" ${by}, page.id ${by} ${limit}`, params };
}

/** What stands beside the rows of one page is read once for all of them, when the first is asked for it. */
export function once<T>(read: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined;
  return () => (answer ??= read());
}
