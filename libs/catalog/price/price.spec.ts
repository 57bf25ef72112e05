import fc from 'fast-check';
import { PRICE_MAX_MINOR } from './amount.js';
import { priceOf } from './price.js';

const fees = { centreBp: 200, platformBp: 800 };

describe('the selling price', () => {
  it('puts the fees on top of the maker’s price', () => {
    expect(priceOf(60_000, { clusterFeeBp: 500, certified: true }, fees)).toEqual({ makerMinor: 60_000, clusterMinor: 3000, centreMinor: 1200, platformMinor: 4800, goodsMinor: 69_000 });
  });

  it('knows no cluster fee without a cluster and no centre fee without a certificate', () => {
    expect(priceOf(60_000, { clusterFeeBp: 0, certified: false }, fees)).toEqual({ makerMinor: 60_000, clusterMinor: 0, centreMinor: 0, platformMinor: 4800, goodsMinor: 64_800 });
  });

  it('adds up to the centime and never takes from the maker', () => {
    const bp = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PRICE_MAX_MINOR }), bp, fc.boolean(), fc.record({ centreBp: bp, platformBp: bp }), (maker, clusterFeeBp, certified, anyFees) => {
        const shares = priceOf(maker, { clusterFeeBp, certified }, anyFees);
        expect(shares.makerMinor).toBe(maker);
        expect(shares.makerMinor + shares.clusterMinor + shares.centreMinor + shares.platformMinor).toBe(shares.goodsMinor);
        expect(Object.values(shares).every(Number.isSafeInteger)).toBe(true);
      }),
    );
  });
});
