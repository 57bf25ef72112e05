import { createHash } from 'node:crypto';

/** A name for a statement by its text: the same shape of a question is planned once per connection. */
export function shapeOf(sql: string): string {
  return `certification.${createHash('sha256').update(sql).digest('hex').slice(0, 24)}`;
}
