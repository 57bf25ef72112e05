import fc from 'fast-check';
import { PRICE_MAX_MINOR } from './amount.js';
import { clusterFeeOf, goodsOfOne, orderFeeShares, priceOf } from './price.js';

const noCluster = { bp: 0, itemMinor: 0, kgMinor: 0, orderMinor: 0 };
const fees = { centreBp: 200, platformBp: 800 };

describe('the selling price', () => {
  it('puts the fees on top of the maker’s price', () => {
    expect(priceOf(60_000, { clusterFee: { ...noCluster, bp: 500 }, netWeightGrams: 9000, certified: true }, fees)).toEqual({ makerMinor: 60_000, clusterMinor: 3000, centreMinor: 1200, platformMinor: 4800, goodsMinor: 69_000, clusterOrderMinor: 0 });
  });

  it('knows no cluster fee without a cluster and no centre fee without a certificate', () => {
    expect(priceOf(60_000, { clusterFee: noCluster, netWeightGrams: 9000, certified: false }, fees)).toEqual({ makerMinor: 60_000, clusterMinor: 0, centreMinor: 0, platformMinor: 4800, goodsMinor: 64_800, clusterOrderMinor: 0 });
  });

  it('takes a cluster’s fee by part, by piece and by weight, and nothing for a weight nobody knows yet', () => {
    const fee = { bp: 500, itemMinor: 1_500, kgMinor: 301, orderMinor: 0 };
    // 5 % of 600.00, 15.00 for the piece, 2.5 kg at 3.01: 7.525, half up.
    expect(clusterFeeOf(60_000, 2_500, fee)).toBe(3_000 + 1_500 + 753);
    expect(clusterFeeOf(60_000, null, fee)).toBe(4_500);
    expect(priceOf(60_000, { clusterFee: fee, netWeightGrams: 2_500, certified: false }, fees)).toMatchObject({ makerMinor: 60_000, clusterMinor: 5_253, goodsMinor: 70_053 });
  });

  it('adds up to the centime and never takes from the maker', () => {
    const bp = fc.integer({ min: 0, max: 5000 });
    const clusterFees = fc.record({ bp, itemMinor: fc.nat(500_000), kgMinor: fc.nat(500_000), orderMinor: fc.nat(500_000) });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PRICE_MAX_MINOR }), clusterFees, fc.nat(2_000_000), fc.boolean(), fc.record({ centreBp: bp, platformBp: bp }), (maker, clusterFee, netWeightGrams, certified, anyFees) => {
        const shares = priceOf(maker, { clusterFee, netWeightGrams, certified }, anyFees);
        expect(shares.makerMinor).toBe(maker);
        expect(shares.makerMinor + shares.clusterMinor + shares.centreMinor + shares.platformMinor).toBe(shares.goodsMinor);
        expect(Object.values(shares).every(Number.isSafeInteger)).toBe(true);
        expect(goodsOfOne(shares)).toBe(shares.goodsMinor + clusterFee.orderMinor);
      }),
    );
  });

  it('takes a cluster’s fee for the order once, by value, from the lines whose makers accepted one', () => {
    expect(orderFeeShares([{ makerMinor: 10_000, clusterOrderMinor: 3_000, quantity: 1 }, { makerMinor: 10_000, clusterOrderMinor: 2_000, quantity: 2 }, { makerMinor: 90_000, clusterOrderMinor: 0, quantity: 9 }])).toEqual([1_000, 2_000, 0]);
    expect(orderFeeShares([{ makerMinor: 10_000, clusterOrderMinor: 0, quantity: 4 }])).toEqual([0]);
    expect(orderFeeShares([])).toEqual([]);
    const line = fc.record({ makerMinor: fc.integer({ min: 1, max: PRICE_MAX_MINOR }), clusterOrderMinor: fc.nat(500_000), quantity: fc.integer({ min: 1, max: 1_000 }) });
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
        const shares = orderFeeShares(lines);
        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(Math.max(...lines.map((one) => one.clusterOrderMinor)));
        lines.forEach((one, i) => expect(shares[i]! === 0 || one.clusterOrderMinor > 0).toBe(true));
      }),
    );
  });
});
