import fc from 'fast-check';
import { newId } from '#libs/kernel';
import { splitOf, type FrozenOrder } from '../ledger/split.js';
import { frozenOrder } from '../payments.fixtures.js';
import { creditNoteNumber, goodsOf, partsBack, type BackPart, type LinePaid } from './give-back.js';

function paidOf(order: FrozenOrder, n = 1): LinePaid {
  const line = order.lines.find(({ number }) => number === n)!;
  const goodsMinor = Object.values(line.shares).reduce((sum, share) => sum + share, 0);
  return { line: n, goodsMinor, lineMinor: goodsMinor + line.shippingMinor + line.insuranceMinor + line.dutyMinor + line.surchargeMinor + line.taxMinor + line.feeMinor };
}
const sum = (parts: readonly BackPart[], of: 'amountMinor' | 'madMinor'): number => parts.reduce((total, part) => total + part[of], 0);

describe('money given back of a line', () => {
  it('is borne by those who had a part of it, and the journey by the house', () => {
    const order = frozenOrder({ clusterId: newId(), roles: true, lines: 2 });
    const paid = paidOf(order, 2);
    const parts = partsBack(splitOf(order), paid, 37_100, []);
    expect(sum(parts, 'amountMinor')).toBe(37_100);
    expect(parts.map(({ kind, role, amountMinor }) => [kind, role, amountMinor])).toEqual([
      ['artisan', '', 17_501],
      ['cluster', 'coordinator', 500],
      ['cluster', 'packing', 375],
      ['centre', '', 524],
      ['platform', '', 2_000],
      ['carried', '', 16_200],
    ]);
    expect(goodsOf(parts)).toBe(20_900);
  });

  it('is never more than the line still holds', () => {
    const order = frozenOrder();
    const [paid, split] = [paidOf(order), splitOf(order)];
    const whole = partsBack(split, paid, paid.lineMinor, []);
    expect(() => partsBack(split, paid, 1, whole)).toThrow(RangeError);
    for (const wrong of [0, -1, 1.5, Number.NaN, paid.lineMinor + 1]) expect(() => partsBack(split, paid, wrong, [])).toThrow(RangeError);
  });

  it('in any pieces loses nothing: the parts are each piece, nobody gives more than she got, and the whole line back is every share whole', () => {
    const orders = [frozenOrder(), frozenOrder({ clusterId: newId(), roles: true }), frozenOrder({ clusterId: newId(), centreId: 'pottery' })];
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.array(fc.integer({ min: 1, max: 80_000 }), { maxLength: 30 }), (order, wished) => {
        const [paid, split] = [paidOf(order), splitOf(order)];
        const given: BackPart[] = [];
        const left = (): number => paid.lineMinor - sum(given, 'amountMinor');
        for (const wish of [...wished, paid.lineMinor]) {
          const amount = Math.min(wish, left());
          if (amount === 0) continue;
          const parts = partsBack(split, paid, amount, given);
          expect(sum(parts, 'amountMinor')).toBe(amount);
          expect(parts.every((part) => part.amountMinor > 0 && part.madMinor >= 0)).toBe(true);
          given.push(...parts);
          for (const payee of split.payees) {
            const hers = given.filter((part) => part.kind === payee.kind && part.id === payee.id && part.role === (payee.role ?? ''));
            expect(sum(hers, 'amountMinor')).toBeLessThanOrEqual(payee.amountMinor);
            expect(sum(hers, 'madMinor')).toBeLessThanOrEqual(payee.madMinor);
            if (left() === 0) expect([sum(hers, 'amountMinor'), sum(hers, 'madMinor')]).toEqual([payee.amountMinor, payee.madMinor]);
          }
        }
        expect(left()).toBe(0);
      }),
    );
  });

  it('is numbered by year', () => {
    expect(creditNoteNumber('2026', 7)).toBe('NC-2026-000007');
  });
});
