import fc from 'fast-check';
import { chargeableWeight, volumetricGrams } from './volumetric.js';

describe('volumetric weight', () => {
  it.each([
    // 300 × 200 × 2 cm = 120,000 cm³; ÷ 5000 = 24 kg
    [3_000, 2_000, 20, 1, 5_000, 24_000],
    // 30 × 20 × 10 cm = 6,000 cm³; ÷ 5000 = 1.2 kg; two of them
    [300, 200, 100, 2, 5_000, 2_400],
    // 1 mm³ still weighs a gram: rounded up, as carriers do
    [1, 1, 1, 1, 5_000, 1],
    [300, 200, 100, 1, 6_000, 1_000],
  ])('%i × %i × %i mm, %i of them, ÷ %i: %i g', (lengthMm, widthMm, heightMm, quantity, divisor, grams) => {
    expect(volumetricGrams({ lengthMm, widthMm, heightMm, quantity }, divisor)).toBe(grams);
  });

  it('the greater of the two is billed, over everything together', () => {
    const dense = { grossWeightGrams: 9_000, lengthMm: 200, widthMm: 200, heightMm: 200, quantity: 1 };
    const airy = { grossWeightGrams: 500, lengthMm: 600, widthMm: 600, heightMm: 200, quantity: 1 };
    expect(chargeableWeight([dense], 5_000)).toEqual({ grams: 9_000, by: 'gross' });
    expect(chargeableWeight([airy], 5_000)).toEqual({ grams: 14_400, by: 'volumetric' });
    // 9.5 kg gross against 1.6 + 14.4 = 16 kg
    expect(chargeableWeight([dense, airy], 5_000)).toEqual({ grams: 16_000, by: 'volumetric' });
  });

  it('never goes down when something is added', () => {
    const parcel = fc.record({ grossWeightGrams: fc.integer({ min: 1, max: 1e6 }), lengthMm: fc.integer({ min: 1, max: 5_000 }), widthMm: fc.integer({ min: 1, max: 5_000 }), heightMm: fc.integer({ min: 1, max: 5_000 }), quantity: fc.integer({ min: 1, max: 100 }) });
    fc.assert(fc.property(fc.array(parcel, { minLength: 1, maxLength: 6 }), parcel, (some, more) => {
      expect(chargeableWeight([...some, more], 5_000).grams).toBeGreaterThanOrEqual(chargeableWeight(some, 5_000).grams);
    }));
  });
});
