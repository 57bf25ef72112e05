import { evidenceOf } from './evidence.js';

const certificate = { number: 'TAP-2026-000117', labelNumber: 'P 4711', grade: 'superieure' as const, foodContact: false, inspectorName: 'Driss Alaoui', validFrom: '2026-11-02' };
const fact = (rule: string, value: number | null, unit: string | null = null) => ({ rule, en: rule, fr: rule, ar: rule, value, unit });

describe('what a certificate vouches for', () => {
  it('counts the knots of a square metre from those of a decimetre each way: 30 × 30 is 90,000', () => {
    const { found } = evidenceOf({ ...certificate, facts: [fact('knots-width', 30, 'knots/dm'), fact('knots-height', 30, 'knots/dm')] } as never, 'https://example.org');
    expect(found.at(-1)).toEqual({ rule: 'knots', name: 'Density', value: 90_000, unit: 'knots/m²' });
  });

  it('says no density where one way was not counted, and nothing of what was only looked at', () => {
    const { found } = evidenceOf({ ...certificate, facts: [fact('knots-width', 30, 'knots/dm'), fact('edges', null)] } as never, 'https://example.org');
    expect(found.map((f) => f.rule)).toEqual(['knots-width']);
  });
});
