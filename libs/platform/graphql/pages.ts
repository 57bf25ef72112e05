import { ArgsType, Field, Int } from '@nestjs/graphql';
import { platformErrors } from '../platform.errors.js';

export const MAX_PAGE = 100;

/** Arguments of every list: at most a hundred, from after a mark the server gave. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 24, description: 'How many, at most 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The `endCursor` of the page before.' })
  after?: string;
}

/** 1 to 100, or INPUT refused by the limit of the house. */
export function pageSize(first: number): number {
  if (!Number.isInteger(first) || first < 1 || first > MAX_PAGE) throw platformErrors.QUERY_TOO_COSTLY({}, 'first');
  return first;
}

/** Keyset cursors: the sort key of the last row, opaque to callers. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

export function decodeCursor(cursor: string, length: number): (string | number | null)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(key) && key.length === length && key.every((part) => part === null || typeof part === 'string' || typeof part === 'number')) return key as never;
  } catch {
    // Not ours; said below.
  }
  throw platformErrors.CURSOR_INVALID({}, 'after');
}
