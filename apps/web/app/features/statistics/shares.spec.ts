import { csvRows, shareOf, UNDER_35, WOMEN } from './shares.js';

const counts = (artisans: number) => ({ artisans, events: artisans, pieces: 2, makerMadMinor: 123_45 });

describe('shares of a table', () => {
  it('are known only when every cell they need is shown', () => {
    const table = { cells: [{ key: 'F', counts: counts(30) }, { key: 'M', counts: counts(10) }], total: counts(40) };
    expect(shareOf(table, WOMEN)).toBe(0.75);
    expect(shareOf(table, UNDER_35)).toBe(0);
    expect(shareOf({ ...table, cells: [{ key: 'F', counts: null }] }, WOMEN)).toBeNull();
    expect(shareOf({ cells: [], total: null }, WOMEN)).toBeNull();
  });

  it('leave the house as rows that say what is hidden', () => {
    expect(csvRows('export', 'sex', { cells: [{ key: 'F', counts: counts(5) }, { key: 'M', counts: null }], total: null })).toEqual(['export,sex,F,5,5,2,123.45', 'export,sex,M,hidden,hidden,hidden,hidden', 'export,sex,total,hidden,hidden,hidden,hidden']);
  });
});
