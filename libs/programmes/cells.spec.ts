import fc from 'fast-check';
import { ageBand, SMALLEST_CELL, tableOf, type Cell } from './cells.js';

const cell = (key: string, artisans: number): Cell => ({ key, artisans, events: artisans * 2, pieces: artisans * 3, makerMadMinor: artisans * 100_00 });

describe('tables about people', () => {
  it('hide small cells, and one more where the total would give a lone one away', () => {
    const table = tableOf([cell('MA-01', 40), cell('MA-02', 3), cell('MA-03', 9), cell('MA-04', 0)]);
    expect(table.cells.map((shown) => [shown.key, shown.hidden])).toEqual([['MA-01', false], ['MA-02', true], ['MA-03', true]]);
    expect(table.total).toMatchObject({ artisans: 52 });
  });

  it('hide everything, the total too, where a table is about too few', () => {
    expect(tableOf([cell('F', 2), cell('M', 1)])).toEqual({ cells: [{ key: 'F', hidden: true }, { key: 'M', hidden: true }], total: null });
    expect(tableOf([cell('F', 4)])).toEqual({ cells: [{ key: 'F', hidden: true }], total: null });
    expect(tableOf([])).toEqual({ cells: [], total: null });
  });

  it('never let a hidden cell be worked out, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 14 }), (counts) => {
        const cells = counts.map((artisans, i) => cell(`k${i}`, artisans));
        const table = tableOf(cells);
        const hidden = table.cells.filter((shown) => shown.hidden);
        for (const shown of table.cells) if (!shown.hidden) expect(shown.counts.artisans).toBeGreaterThanOrEqual(SMALLEST_CELL);
        if (table.total && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          const left = table.total.artisans - table.cells.reduce((sum, shown) => sum + (shown.hidden ? 0 : shown.counts.artisans), 0);
          expect(left).toBeGreaterThanOrEqual(SMALLEST_CELL);
        }
      }),
    );
  });

  it('name age bands', () => {
    expect([2010, 2001, 1992, 1991, 1962, 1961, 1930, null].map((born) => ageBand(born, 2026))).toEqual(['under-25', '25-34', '25-34', '35-44', '55-64', '65-and-over', '65-and-over', 'none']);
  });
});
