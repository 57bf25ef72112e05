import fc from 'fast-check';
import { ageBand, rowOf, SMALLEST_CELL, tableOf, type Cell, type ShownCell } from './cells.js';

let born = 0;
const people = (count: number): Map<string, number> => new Map(count > 0 ? [[`sort ${born++}`, count]] : []);
const cell = (key: string, artisans: number): Cell => ({ key, people: people(artisans), events: artisans * 2, pieces: artisans * 3, makerMadMinor: artisans * 100_00 });
const hiddenIn = (cells: readonly ShownCell[]): ShownCell[] => cells.filter((one) => one.hidden);

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

  it('count a person who stands in two cells once in the total', () => {
    const [france, spain] = [people(6), people(6)];
    const table = tableOf([{ key: 'FR', people: france, events: 6, pieces: 6, makerMadMinor: 0 }, { key: 'ES', people: new Map([...france, ...spain]), events: 12, pieces: 12, makerMadMinor: 0 }]);
    expect(table.total).toMatchObject({ artisans: 12, events: 18 });
  });

  it('never let a hidden cell be worked out, whatever the counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 14 }), (counts) => {
        const cells = counts.map((artisans, i) => cell(`k${i}`, artisans));
        const table = tableOf(cells);
        const hidden = hiddenIn(table.cells);
        for (const shown of table.cells) if (!shown.hidden) expect(shown.counts.artisans).toBeGreaterThanOrEqual(SMALLEST_CELL);
        if (table.total && hidden.length > 0) {
          expect(hidden.length).toBeGreaterThanOrEqual(2);
          const left = table.total.artisans - table.cells.reduce((sum, shown) => sum + (shown.hidden ? 0 : shown.counts.artisans), 0);
          expect(left).toBeGreaterThanOrEqual(SMALLEST_CELL);
        }
      }),
    );
  });

  it('crossed, give no hidden cell away to who asks for every row and both plain tables', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat(25), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 }), (counts) => {
        const rows = new Map(counts.map((line, i) => [`r${i}`, line.map((artisans, j) => cell(`c${j}`, artisans))] as const));
        expect(workedOut(rows).filter((artisans) => artisans < SMALLEST_CELL)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('name age bands', () => {
    expect([2010, 2001, 1992, 1991, 1962, 1961, 1930, null].map((year) => ageBand(year, 2026))).toEqual(['under-25', '25-34', '25-34', '35-44', '55-64', '65-and-over', '65-and-over', 'none']);
  });
});

/** What a reader of all the tables can know beyond nothing: cells shown, sums shown, and what follows from them line by line. */
function workedOut(rows: ReadonlyMap<string, readonly Cell[]>): number[] {
  const columns = new Map(['c0', 'c1', 'c2'].map((key) => [key, [...rows.values()].flatMap((cells) => cells.filter((one) => one.key === key))] as const));
  const sums = (lines: ReadonlyMap<string, readonly Cell[]>): Map<string, number> => {
    const { cells } = tableOf([...lines].map(([key, line]) => ({ ...cell(key, 0), people: new Map(line.flatMap((one) => [...one.people])) })));
    return new Map(cells.flatMap((one) => (one.hidden ? [] : [[one.key, one.counts.artisans] as const])));
  };
  const known = new Map<string, number>();
  const asked: string[] = [];
  for (const [key, cells] of rows) {
    const shown = rowOf(key, rows).cells;
    if (shown.length === 0) continue;
    for (const one of cells) {
      const at = shown.find((other) => other.key === one.key);
      if (!at || !at.hidden) known.set(`${key}/${one.key}`, at && !at.hidden ? at.counts.artisans : 0);
      else asked.push(`${key}/${one.key}`);
    }
  }
  const lines = [...sums(rows)].map(([key, sum]) => ({ sum, at: ['c0', 'c1', 'c2'].map((column) => `${key}/${column}`) })).concat([...sums(columns)].map(([key, sum]) => ({ sum, at: [...rows.keys()].map((row) => `${row}/${key}`) })));
  for (let before = -1; before !== known.size; ) {
    before = known.size;
    for (const { sum, at } of lines) {
      const open = at.filter((one) => !known.has(one));
      if (open.length === 1) known.set(open[0]!, sum - at.reduce((total, one) => total + (known.get(one) ?? 0), 0));
    }
  }
  return [...known.values()].filter((artisans) => artisans > 0).concat(asked.flatMap((one) => (known.has(one) ? [known.get(one)!] : [])));
}
