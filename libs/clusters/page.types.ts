import { registerEnumType } from '@nestjs/graphql';
import { isId } from '#libs/kernel';
import { decodeCursor, encodeCursor, pageSize, platformErrors, type Database } from '#libs/platform';
import { pageFrom, type List } from '#libs/registry';

/** Every list of this room is walked by when and which: the time something began and its id. */
export const PageSortEnum = { NEWEST: 'NEWEST', OLDEST: 'OLDEST' } as const;
export type PageSort = keyof typeof PageSortEnum;
registerEnumType(PageSortEnum, { name: 'ClusterListSort' });

export interface PageAsked {
  readonly first: number;
  readonly after?: string | undefined;
  readonly sort?: PageSort | undefined;
}

export interface PageOf<T> {
  readonly nodes: readonly T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** One page of a list of this room. Each filter the list takes has an index in the list's own order. */
export function walked<T extends { readonly id: string }>(db: Database, list: Omit<List, 'of' | 'newest'>, { first, after, sort = 'NEWEST' }: PageAsked): Promise<PageOf<T>> {
  return pageFrom<T>(db, { ...list, of: 'time', newest: sort === 'NEWEST' }, first, after ?? null);
}

export interface Walk {
  readonly size: number;
  /** Of the last row seen; null on the first page. */
  readonly at: string | null;
  readonly id: string | null;
  readonly than: '<' | '>';
  readonly by: 'desc' | 'asc';
}

export function walkOf({ first, after, sort = 'NEWEST' }: PageAsked): Walk {
  const [at, id] = after === undefined ? [null, null] : placeOf(decodeCursor(after, 2));
  return { size: pageSize(first), at, id, ...(sort === 'NEWEST' ? ({ than: '<', by: 'desc' } as const) : ({ than: '>', by: 'asc' } as const)) };
}

/** An instant as `pageOf` writes it and an id, or CURSOR_INVALID for what we never gave. */
export function placeOf([at, id]: readonly unknown[]): [at: string, id: string] {
  const instant = typeof at === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) ? new Date(at) : null;
  if (instant === null || Number.isNaN(instant.getTime()) || instant.toISOString() !== at || !isId(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [at, id];
}

/** `rows` are one more than the page holds when there is a next one. */
export function pageOf<T>(rows: readonly T[], size: number, mark: (row: T) => { at: Date | string; id: string }): PageOf<T> {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  const { at, id } = last === undefined ? { at: '', id: '' } : mark(last);
  return { nodes, endCursor: last === undefined ? null : encodeCursor([at instanceof Date ? at.toISOString() : at, id]), hasNextPage: rows.length > size };
}

export const NOTHING: PageOf<never> = { nodes: [], endCursor: null, hasNextPage: false };
