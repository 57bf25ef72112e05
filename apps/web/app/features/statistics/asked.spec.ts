import { askedOf, dimensionsOf } from './asked.js';

describe('what a page of statistics asks', () => {
  it('is this year, the country, and one filter at a time', () => {
    expect(askedOf(new URLSearchParams(), 2026)).toEqual({ year: 2026, region: null, branch: null, kind: 'export' });
    expect(askedOf(new URLSearchParams('year=2025&region=MA-03&branch=carpets&of=training'), 2026)).toEqual({ year: 2025, region: 'MA-03', branch: null, kind: 'training' });
    expect(askedOf(new URLSearchParams('year=1&of=magic&branch=carpets'), 2026)).toEqual({ year: 2026, region: null, branch: 'carpets', kind: 'export' });
  });

  it('leaves out tables that say nothing', () => {
    expect(dimensionsOf('training', { region: null, branch: null })).toEqual(['region', 'branch', 'sex', 'age']);
    expect(dimensionsOf('export', { region: 'MA-03', branch: null })).toEqual(['branch', 'sex', 'age', 'country']);
  });
});
