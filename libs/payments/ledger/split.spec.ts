import fc from 'fast-check';
import { apportion } from '#libs/kernel';
import { frozenOrder } from '../payments.fixtures.js';
import { captured, payoutRejected, payoutSent, payoutSettled, refundDone, refundFailed, refundStarted, released, surplus, type Posting } from './ledger.js';
import { assertExact, splitOf, type FrozenOrder } from './split.js';

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0);

/** What is left over in each currency: nothing, when an entry balances. */
function imbalance(postings: readonly Posting[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { account, amountMinor } of postings) sums[account.currency] = (sums[account.currency] ?? 0) + amountMinor;
  return Object.fromEntries(Object.entries(sums).filter(([, left]) => left !== 0));
}

const minor = fc.integer({ min: 0, max: 5_000_000 });
const four = (amount: number, weights: readonly number[]) => {
  const [makerMinor, clusterMinor, centreMinor, platformMinor] = apportion(amount, weights) as [number, number, number, number];
  return { makerMinor, clusterMinor, centreMinor, platformMinor };
};

/** Any order a quote can make, its goods split by largest remainder as the orders room does. */
const anyOrder: fc.Arbitrary<FrozenOrder> = fc
  .record({
    currency: fc.constantFrom('EUR', 'GBP', 'USD', 'CHF', 'CAD'),
    clusterExports: fc.boolean(),
    lines: fc.array(fc.record({ mad: minor, goods: minor, weights: fc.tuple(fc.integer({ min: 1, max: 10_000 }), fc.nat(2_000), fc.nat(1_000), fc.nat(2_000)), charges: fc.tuple(minor, minor, minor, minor, minor, minor) }), { minLength: 1, maxLength: 12 }),
  })
  .map(({ currency, clusterExports, lines }) => {
    const read = lines.map(({ mad, goods, weights, charges }, i) => {
      const shares = [weights[0], clusterExports ? weights[1] : 0, weights[2], weights[3]];
      const [shippingMinor, insuranceMinor, dutyMinor, surchargeMinor, taxMinor, feeMinor] = charges;
      return { number: i + 1, artisanId: `artisan-${i % 3}`, shares: four(goods, shares), sharesMad: four(mad, shares), shippingMinor, insuranceMinor, dutyMinor, surchargeMinor, taxMinor, feeMinor };
    });
    const totalMinor = sum(lines.map(({ goods, charges }) => goods + sum(charges)));
    return { currency, exporter: { kind: clusterExports ? ('cluster' as const) : ('artisan' as const), id: 'exporter' }, totals: { totalMinor }, lines: read };
  });

describe('the split of an order', () => {
  it('gives every minor unit to somebody, in both currencies', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const split = splitOf(order);
        expect(sum(split.payees.map((p) => p.amountMinor)) + sum(Object.values(split.house))).toBe(order.totals.totalMinor);
        const promised = sum(order.lines.flatMap(({ sharesMad: s }) => [s.makerMinor, s.clusterMinor, s.centreMinor]));
        expect(sum(split.payees.map((p) => p.madMinor))).toBe(promised);
        const keys = split.payees.map((p) => `${p.line}:${p.kind}:${p.id}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses to exist when a figure does not add up, is not whole, or pays a cluster that exports nothing', () => {
    const order = frozenOrder();
    expect(() => splitOf({ ...order, totals: { totalMinor: order.totals.totalMinor + 1 } })).toThrow(RangeError);
    expect(() => splitOf({ ...order, lines: [{ ...order.lines[0]!, shares: { ...order.lines[0]!.shares, clusterMinor: 1 } }] })).toThrow('no cluster exports');
    const split = splitOf(order);
    for (const wrong of [0.5, -1, Number.NaN, 2 ** 53]) {
      expect(() => assertExact({ ...split, house: { ...split.house, tax: wrong } })).toThrow(RangeError);
    }
  });
});

describe('ledger entries', () => {
  it('balance in every currency for any order', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        fc.pre(order.totals.totalMinor > 0);
        const split = splitOf(order);
        const amount = { amountMinor: split.totalMinor, currency: split.currency };
        const entries = [captured('o', amount), released('o', split), refundStarted('r', 'o', amount), refundDone('r', 'o', amount), refundDone('r', null, amount), surplus('c', amount)];
        for (const entry of [...entries, refundFailed('r', 'o', amount, true)!, refundFailed('r', 'o', amount, false)!, refundFailed('r', null, amount, true)!]) {
          expect(imbalance(entry.postings)).toEqual({});
          expect(entry.postings.every((p) => Number.isSafeInteger(p.amountMinor) && p.amountMinor !== 0)).toBe(true);
        }
        // Delivery empties what was held, exactly.
        const held = released('o', split).postings.filter((p) => p.account.purpose === 'held');
        expect(sum(held.map((p) => p.amountMinor))).toBe(split.totalMinor);
      }),
      { numRuns: 300 },
    );
    for (const entry of [payoutSent('p', 'artisan', 'a', [{ amountMinor: 5 }]), payoutSettled('p', 'artisan', 'a', 5), payoutRejected('p', 'cluster', 'c', [{ role: 'packing', amountMinor: 3 }, { role: 'quality', amountMinor: 2 }])]) expect(imbalance(entry.postings)).toEqual({});
  });

  it('refuse amounts that are not money', () => {
    for (const wrong of [-1, 0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => captured('o', { amountMinor: wrong, currency: 'EUR' })).toThrow(RangeError);
    expect(() => captured('o', { amountMinor: 0, currency: 'EUR' })).toThrow('moves nothing');
    expect(refundFailed('r', null, { amountMinor: 5, currency: 'EUR' }, false)).toBeNull();
  });
});
