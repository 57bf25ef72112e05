import fc from 'fast-check';
import { Dec } from '../quotes/decimal.js';
import type { QuoteMaterial } from '../quotes/quote.js';
import { answerRule, type RuleAnswer } from './product-rule.js';
import { parseRule } from './rule-expression.js';

/** A lamp of 9405.50 worth 1,000.00 at the workshop's door, unless a case says otherwise. */
function ask(rule: string, foreign: Partial<QuoteMaterial>[], more: { hsCode?: string; operations?: string[]; tolerance?: string; textile?: string } = {}): RuleAnswer {
  return answerRule(parseRule(rule)!, {
    hsCode: more.hsCode ?? '940550', operations: more.operations ?? [], exWorksMadMinor: 1_000_00,
    foreign: foreign.map((m) => ({ name: 'stuff', percent: null, originCountry: 'CN', ...m })),
    tolerancePercent: more.tolerance === undefined ? null : new Dec(more.tolerance), textileTolerancePercent: more.textile === undefined ? null : new Dec(more.textile),
  });
}

describe('a product rule', () => {
  it.each<[string, string, boolean]>([
    ['CC', '740921', true],
    ['CC', '940510', false],
    ['CTH', '940510', false],
    ['CTH', '940390', true],
    ['CTSH', '940510', true],
    ['CTSH', '940550', false],
    ['CTH ALLOW 940510', '940510', true],
    ['EXCEPT 9405', '940390', true],
    ['WO 94', '940390', false],
    ['FROM 7401-7419', '740921', true],
    ['FROM 7401-7419', '760600', false],
    ['FROM 7401 AMONG 94', '760600', true],
  ])('%s of 940550 from %s: %s', (rule, hsCode, met) => {
    expect(ask(rule, [{ hsCode }])).toMatchObject({ met });
  });

  it('either of two, both of two, and what nobody said', () => {
    expect(ask('CTH | MAXNOM 40', [{ hsCode: '940510', costMadMinor: 400_00 }])).toMatchObject({ met: true });
    expect(ask('CTH & MAXNOM 40', [{ hsCode: '740921', costMadMinor: 400_01 }])).toMatchObject({ met: false });
    // One alternative is enough: the cost that is missing does not matter.
    expect(ask('CTH | MAXNOM 40', [{ hsCode: '740921' }])).toMatchObject({ met: true });
    expect(ask('CTH & MAXNOM 40', [{ hsCode: '740921' }])).toMatchObject({ met: null, asks: [{ what: 'costMadMinor' }] });
    expect(ask('CTH', [{ hsCode: '94' }])).toMatchObject({ met: null, asks: [{ what: 'hsCode' }] });
    expect(ask('PERSON', [{ hsCode: '7409' }])).toMatchObject({ met: null, asks: [{ what: 'person', material: null }] });
    expect(ask('DONE casting+soldering', [{ hsCode: '7409' }], { operations: ['casting'] })).toMatchObject({ met: false });
  });

  it('the tolerance mends a heading, never a ceiling nor an operation', () => {
    const within = { tolerance: '10' };
    expect(ask('CTH', [{ hsCode: '940510', costMadMinor: 100_00 }], within)).toEqual({ met: true, by: 'tolerance' });
    expect(ask('CTH', [{ hsCode: '940510', costMadMinor: 100_01 }], within)).toEqual({ met: false });
    // 450.00 + 100.00 is 55 %: the part that departs is small, the whole is too much.
    expect(ask('CTH & MAXNOM 50', [{ hsCode: '740921', costMadMinor: 450_00 }, { hsCode: '940510', costMadMinor: 100_00 }], within)).toEqual({ met: false });
    expect(ask('DONE casting', [{ hsCode: '940510', costMadMinor: 1 }], within)).toEqual({ met: false });
  });

  it('more of a foreign material never makes a piece more Moroccan', () => {
    const rule = fc.constantFrom('CTH', 'MAXNOM 40', 'CTH & MAXNOM 50', 'CTH | MAXNOM 40', 'CTH SAME 20 | MAXNOM 40', 'EXCEPT 9405', 'FROM 74');
    const material = fc.record({ hsCode: fc.constantFrom('940510', '740921', '760600'), costMadMinor: fc.integer({ min: 0, max: 1_200_00 }) });
    fc.assert(
      fc.property(rule, fc.array(material, { minLength: 1, maxLength: 4 }), fc.integer({ min: 0, max: 500_00 }), (text, materials, extra) => {
        const more = materials.map((m, i) => (i === 0 ? { ...m, costMadMinor: m.costMadMinor + extra } : m));
        if (ask(text, more, { tolerance: '10' }).met === true) expect(ask(text, materials, { tolerance: '10' }).met).toBe(true);
      }),
    );
  });
});
