import type { Counts, Statistic } from './queries.js';

/** The part of a table's people in some of its cells, from nought to one; null where a cell is hidden or nobody is counted. */
export function shareOf({ cells, total }: Statistic, keys: readonly string[]): number | null {
  if (total === null || total.artisans === 0) return null;
  const asked = cells.filter(({ key }) => keys.includes(key));
  if (asked.some(({ counts }) => counts === null)) return null;
  return asked.reduce((sum, { counts }) => sum + (counts?.artisans ?? 0), 0) / total.artisans;
}

export const WOMEN = ['F'];
export const UNDER_35 = ['under-25', '25-34'];

/** Rows of a file that spreadsheets open: a hidden cell says so and never reads as nought. */
export function csvRows(of: string, by: string, { cells, total }: Statistic): string[] {
  const line = (key: string, counts: Counts | null): string =>
    [of, by, key, ...(counts === null ? ['hidden', 'hidden', 'hidden', 'hidden'] : [counts.artisans, counts.events, counts.pieces, (counts.makerMadMinor / 100).toFixed(2)])].join(',');
  return [...cells.map(({ key, counts }) => line(key, counts)), line('total', total)];
}
