import fc from 'fast-check';
import { FEE_ROLES, shareByRole, totalBp } from './fee.js';

describe('a cluster’s fee by role', () => {
  it('is divided to the minor unit, whatever the roles and the amount', () => {
    const fees = fc.uniqueArray(fc.record({ role: fc.constantFrom(...FEE_ROLES), bp: fc.nat(3_333) }), { selector: (fee) => fee.role });
    fc.assert(
      fc.property(fc.nat(10_000_000), fees, (amount, roles) => {
        const shares = shareByRole(amount, roles);
        expect(shares.reduce((sum, share) => sum + share.minor, 0)).toBe(amount);
        expect(shares.every((share) => share.minor > 0)).toBe(true);
        if (totalBp(roles) > 0) for (const share of shares) expect(roles.find((fee) => fee.role === share.role)!.bp).toBeGreaterThan(0);
      }),
    );
  });

  it('goes to the coordinator where no role was named', () => {
    expect(shareByRole(500, [])).toEqual([{ role: 'coordinator', minor: 500 }]);
    expect(shareByRole(1_000, [{ role: 'quality', bp: 100 }, { role: 'packing', bp: 300 }])).toEqual([{ role: 'quality', minor: 250 }, { role: 'packing', minor: 750 }]);
  });
});
