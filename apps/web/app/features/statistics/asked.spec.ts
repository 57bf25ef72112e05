import { askedOf, dimensionsOf, firstToShow } from './asked.js';
import type { Kind, Statistic } from './queries.js';

describe('what a page of statistics asks', () => {
  it('is this year, the country, and one filter at a time', () => {
    expect(askedOf(new URLSearchParams(), 2026)).toEqual({ year: 2026, region: null, branch: null, kind: null });
    expect(askedOf(new URLSearchParams('year=2025&region=MA-03&branch=carpets&of=training'), 2026)).toEqual({ year: 2025, region: 'MA-03', branch: null, kind: 'training' });
    expect(askedOf(new URLSearchParams('year=1&of=magic&branch=carpets'), 2026)).toEqual({ year: 2026, region: null, branch: 'carpets', kind: null });
  });

  it('leaves out tables that say nothing', () => {
    expect(dimensionsOf('training', { region: null, branch: null })).toEqual(['region', 'branch', 'sex', 'age']);
    expect(dimensionsOf('export', { region: 'MA-03', branch: null })).toEqual(['branch', 'sex', 'age', 'country']);
  });

  it('opens on the first kind that has a figure to show, and on exports when none has', async () => {
    const hidden: Statistic = { cells: [{ key: 'MA-03', counts: null }], total: null };
    const shown: Statistic = { cells: [...hidden.cells, { key: 'MA-07', counts: { artisans: 5, events: 9, pieces: 9, makerMadMinor: 0 } }], total: null };
    const asked: Kind[] = [];
    expect(await firstToShow(async (kind) => (asked.push(kind), kind === 'listing' ? shown : hidden))).toBe('listing');
    expect(asked).toEqual(['export', 'listing']);
    expect(await firstToShow(async () => hidden)).toBe('export');
  });
});
