import fc from 'fast-check';
import { makersOf, type Made, type OrderedLine } from './makers.js';

const line = (number: number, artisanId: string, quantity: number, makerMadMinor: number): OrderedLine => ({ number, artisanId, quantity, makerMadMinor });

describe('the makers of an order', () => {
  it('are those of the listings, unless others made the pieces', () => {
    expect(makersOf([line(1, 'a', 2, 200), line(2, 'a', 1, 50), line(3, 'b', 1, 70)], [])).toEqual([{ artisanId: 'a', pieces: 3, makerMadMinor: 250 }, { artisanId: 'b', pieces: 1, makerMadMinor: 70 }]);
    expect(makersOf([line(1, 'a', 3, 100)], [{ line: 1, artisanId: 'b', quantity: 2 }, { line: 1, artisanId: 'c', quantity: 1 }])).toEqual([{ artisanId: 'b', pieces: 2, makerMadMinor: 67 }, { artisanId: 'c', pieces: 1, makerMadMinor: 33 }]);
    expect(makersOf([line(1, 'a', 3, 90)], [{ line: 1, artisanId: 'b', quantity: 1 }])).toEqual([{ artisanId: 'b', pieces: 1, makerMadMinor: 30 }, { artisanId: 'a', pieces: 2, makerMadMinor: 60 }]);
  });

  it('neither lose nor double a piece or a centime', () => {
    const quantities = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 40 }), money: fc.nat(1_000_000), made: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 4 }) }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(quantities, (asked) => {
        const lines = asked.map((one, i) => line(i + 1, 'maker', Math.max(one.quantity, one.made.reduce((a, b) => a + b, 0)), one.money));
        const made = asked.flatMap((one, i): Made[] => one.made.map((quantity, j) => ({ line: i + 1, artisanId: `m${j}`, quantity })));
        const parts = makersOf(lines, made);
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
        expect(sum(parts.map((part) => part.pieces))).toBe(sum(lines.map((one) => one.quantity)));
        expect(sum(parts.map((part) => part.makerMadMinor))).toBe(sum(lines.map((one) => one.makerMadMinor)));
      }),
    );
  });
});
