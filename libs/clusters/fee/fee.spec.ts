import fc from 'fast-check';
import { FEE_ROLES, isPaid, judgeFee, partOfPrice, shareByRole, totalOf, type RoleFee } from './fee.js';

const rug = { makerMinor: 100_000, netWeightGrams: 2_500, quantity: 1, onceMinor: 0 };
const role = (name: RoleFee['role'], bp: number, itemMinor = 0, kgMinor = 0, orderMinor = 0): RoleFee => ({ role: name, bp, itemMinor, kgMinor, orderMinor });

describe('a cluster’s fee by role', () => {
  it('is divided to the minor unit, whatever the roles, their bases, the piece and the amount', () => {
    const fees = fc.uniqueArray(fc.record({ role: fc.constantFrom(...FEE_ROLES), bp: fc.nat(3_333), itemMinor: fc.nat(500_000), kgMinor: fc.nat(500_000), orderMinor: fc.nat(500_000) }), { selector: (fee) => fee.role });
    const piece = fc.record({ makerMinor: fc.integer({ min: 1, max: 1_000_000_000 }), netWeightGrams: fc.integer({ min: 1, max: 2_000_000 }), quantity: fc.integer({ min: 1, max: 1_000 }), onceMinor: fc.nat(500_000) });
    fc.assert(
      fc.property(fc.nat(10_000_000), fees, piece, (amount, roles, of) => {
        const shares = shareByRole(amount, roles, of);
        expect(shares.reduce((sum, share) => sum + share.minor, 0)).toBe(amount);
        expect(shares.every((share) => share.minor > 0)).toBe(true);
        if (isPaid(totalOf(roles))) for (const share of shares) expect(isPaid(roles.find((fee) => fee.role === share.role)!)).toBe(true);
      }),
    );
  });

  it('pays each role what it is paid by: a part of the price, the piece, the weight', () => {
    const fees = [role('coordinator', 300), role('collection', 0, 0, 400), role('packing', 0, 2_000)];
    // 3 % of 1,000.00, 2.5 kg at 4.00, 20.00 for the piece.
    expect(shareByRole(6_000, fees, rug)).toEqual([{ role: 'coordinator', minor: 3_000 }, { role: 'collection', minor: 1_000 }, { role: 'packing', minor: 2_000 }]);
    // The same proportions in the buyer's currency.
    expect(shareByRole(553, fees, rug).map((share) => share.minor)).toEqual([277, 92, 184]);
  });

  it('pays what is taken once for the order to the roles that take it, beside what they take of each piece', () => {
    const fees = [role('coordinator', 300), role('packing', 0, 2_000, 0, 1_000), role('collection', 0, 0, 0, 3_000)];
    // Three rugs: 3 % of 3,000.00, three times 20.00, and this line's half of 40.00 for the order, a quarter for packing.
    const shares = shareByRole(9_000 + 6_000 + 2_000, fees, { ...rug, quantity: 3, onceMinor: 2_000 });
    expect(shares).toEqual([{ role: 'coordinator', minor: 9_000 }, { role: 'packing', minor: 6_500 }, { role: 'collection', minor: 1_500 }]);
  });

  it('goes to the coordinator where no role was named', () => {
    expect(shareByRole(500, [], rug)).toEqual([{ role: 'coordinator', minor: 500 }]);
    expect(shareByRole(1_000, [role('quality', 100), role('packing', 300)], rug)).toEqual([{ role: 'quality', minor: 250 }, { role: 'packing', minor: 750 }]);
  });

  it('stays within a third of what the maker receives', () => {
    const piece = { makerMinor: 100_000, clusterMinor: 0, clusterOrderMinor: 0, minimumQuantity: 1 };
    const within = (over: object): boolean => judgeFee({ ...piece, ...over }).within;
    expect([within({ clusterMinor: 33_330 }), within({ clusterMinor: 33_331 })]).toEqual([true, false]);
    // The fee for the order weighs on the smallest order there can be.
    expect([within({ clusterMinor: 30_000, clusterOrderMinor: 6_660, minimumQuantity: 2 }), within({ clusterMinor: 30_000, clusterOrderMinor: 6_661, minimumQuantity: 2 })]).toEqual([true, false]);
    expect(totalOf([partOfPrice(100), role('packing', 20, 3, 4, 5)])).toEqual({ bp: 120, itemMinor: 3, kgMinor: 4, orderMinor: 5 });
  });
});
