import { createHash } from 'node:crypto';

/** A name for a statement by its text: the same shape of a question is planned once per connection. */
export function shapeOf(sql: string): string {
  return `certification.${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
}

/** The pages that the desks themselves ask for. */
const USUAL: ReadonlySet<number> = new Set([24, 50]);

/**
 * The end of a page's statement, one row more than the page. A usual size is written out: a planner that does not know
 * how few rows are wanted plans the statement anew each time. Other sizes are bound, so that nobody makes a plan of each.
 */
export function limitOf(size: number, bound: readonly unknown[]): { readonly sql: string; readonly params: readonly unknown[] } {
  return USUAL.has(size) ? { sql: `limit ${size + 1}`, params: bound } : { sql: `limit $${bound.length + 1}`, params: [...bound, size + 1] };
}
