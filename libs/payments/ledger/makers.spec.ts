import fc from 'fast-check';
import { frozenOrder } from '../payments.fixtures.js';
import { dividedAmongMakers, type Made } from './makers.js';
import { splitOf, type Split } from './split.js';

const total = (split: Split, part: 'amountMinor' | 'madMinor', of: (payee: Split['payees'][number]) => boolean): number => split.payees.filter(of).reduce((sum, payee) => sum + payee[part], 0);

describe('the makers’ share of a shared order', () => {
  const made = fc.array(fc.record({ line: fc.integer({ min: 1, max: 4 }), artisanId: fc.constantFrom('a', 'b', 'c', 'maker'), quantity: fc.integer({ min: 0, max: 400 }) }), { maxLength: 12 });

  it('is divided line by line without losing or making a minor unit, whoever made what', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), made, (lines, hands) => {
        const before = splitOf(frozenOrder({ artisanId: 'maker', clusterId: 'c-1', lines }));
        const after = dividedAmongMakers(before, hands);
        for (const part of ['amountMinor', 'madMinor'] as const) {
          for (let line = 1; line <= lines; line++) expect(total(after, part, (payee) => payee.line === line && payee.kind === 'artisan')).toBe(total(before, part, (payee) => payee.line === line && payee.kind === 'artisan'));
        }
        expect(after.payees.filter((payee) => payee.kind !== 'artisan')).toEqual(before.payees.filter((payee) => payee.kind !== 'artisan'));
        const keys = after.payees.map((payee) => `${payee.line} ${payee.kind} ${payee.id}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same for each piece, but for the odd centime', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (one, other) => {
        const after = dividedAmongMakers(splitOf(frozenOrder({ artisanId: 'maker' })), [{ line: 1, artisanId: 'a', quantity: one }, { line: 1, artisanId: 'b', quantity: other }]);
        const of = (id: string): number => after.payees.find((payee) => payee.id === id)!.madMinor;
        expect(Math.abs(of('a') - (378_000 * one) / (one + other))).toBeLessThanOrEqual(1);
        expect(of('a') + of('b')).toBe(378_000);
      }),
    );
  });

  it('says how many pieces each made, and leaves a line nobody shared out to its own maker', () => {
    const hands: Made[] = [{ line: 2, artisanId: 'a', quantity: 2 }, { line: 2, artisanId: 'b', quantity: 1 }];
    const after = dividedAmongMakers(splitOf(frozenOrder({ artisanId: 'maker', lines: 2 })), hands);
    expect(after.payees.filter((payee) => payee.kind === 'artisan').map(({ line, id, madMinor, pieces }) => [line, id, madMinor, pieces])).toEqual([[1, 'maker', 378_000, undefined], [2, 'a', 252_000, 2], [2, 'b', 126_000, 1]]);
  });
});
