import { isId } from '#libs/kernel';
import { decodeCursor, encodeCursor, platformErrors } from '#libs/platform';

/** The place in a list ordered by time and id, or CURSOR_INVALID for what we never gave. */
export function timeMark(after: string): [at: string, id: string] {
  const [at, id] = decodeCursor(after, 2);
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-4])(:[0-5]\d)?$/.test(at) || !isDay(at.slice(0, 10)) || Number.isNaN(Date.parse(`${at.slice(0, 10)}T${at.slice(11, 19)}Z`)) || !isId(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [at, id];
}

/** The place in a list ordered by a day and an id. */
export function dayMark(after: string): [day: string, id: string] {
  const [day, id] = decodeCursor(after, 2);
  if (typeof day !== 'string' || !isDay(day) || !isId(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [day, id];
}

/** The place in a list ordered by a folded name and an id. */
export function nameMark(after: string): [name: string, id: string] {
  const [name, id] = decodeCursor(after, 2);
  if (typeof name !== 'string' || name.includes('\0') || !isId(id)) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [name, id];
}

/** A day of the calendar: JavaScript reads the thirtieth of February as one of March, and knows a year nought that PostgreSQL does not. */
export function isDay(day: string): boolean {
  const at = /^(?!0000)\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

/** `rows` are one more than the page holds when there is a next one; each brings the text that `timeMark` reads as its key. */
export function pageByKey<T extends { readonly key: string; readonly id: string }>(rows: readonly T[], size: number): { nodes: T[]; endCursor: string | null; hasNextPage: boolean } {
  const nodes = rows.slice(0, size);
  const last = nodes.at(-1);
  return { nodes, endCursor: last ? encodeCursor([last.key, last.id]) : null, hasNextPage: rows.length > size };
}
