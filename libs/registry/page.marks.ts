import { isId } from '#libs/kernel';
import { decodeCursor, platformErrors } from '#libs/platform';

/** The place in a list ordered by time and id, or CURSOR_INVALID for what we never gave. */
export function timeMark(after: string): [at: string, id: string] {
  const [at, id] = decodeCursor(after, 2);
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/.test(at) || Number.isNaN(Date.parse(at.replace(/[+-]\d\d(:\d\d)?$/, 'Z').replace(' ', 'T'))) || !isId(id)) {
    throw platformErrors.CURSOR_INVALID({}, 'after');
  }
  return [at, id];
}
