import { addDays } from './day.js';
import type { Dated, ReferenceTable } from './row.js';

/** A row somebody should look at, and why. */
export interface Due {
  readonly name: string;
  readonly why: 'ended' | 'ends soon' | 'no source' | 'not checked for a year';
  readonly day: string;
}

/** A special duty, relief, restriction or question that has ended is over; everything else that ended needs a successor. */
const OVER_WHEN_ENDED: readonly ReferenceTable[] = ['surcharge', 'low_value_regime', 'restriction', 'open_question'];

const SOON_DAYS = 30;
const CHECK_DAYS = 365;

/** Of one table: rows in force, or that were and have no successor, which need a person. `keyOf` names a row's key. */
export function dueIn(table: ReferenceTable, rows: readonly Dated[], keyOf: (row: Dated) => string, today: string): Due[] {
  const latest = new Map<string, Dated>();
  for (const row of rows) {
    const other = latest.get(keyOf(row));
    if (!other || other.validFrom < row.validFrom) latest.set(keyOf(row), row);
  }
  const due: Due[] = [];
  for (const [key, row] of latest) {
    const name = `${table} ${key}`;
    const { validUntil, checkedOn } = row;
    const ended = validUntil !== null && validUntil < today;
    if (ended && OVER_WHEN_ENDED.includes(table)) continue;
    if (ended) due.push({ name, why: 'ended', day: validUntil });
    else if (validUntil !== null && validUntil <= addDays(today, SOON_DAYS)) due.push({ name, why: 'ends soon', day: validUntil });
    if (row.source === '') due.push({ name, why: 'no source', day: checkedOn });
    else if (addDays(checkedOn, CHECK_DAYS) < today) due.push({ name, why: 'not checked for a year', day: checkedOn });
  }
  return due;
}
