import { byBeneficiary, receivedBy } from './shares.js';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const mad = (amountMinor: number) => ({ amountMinor, currency: 'MAD' });
const shares = [
  { to: 'artisan', beneficiaryId: 'a', amount: eur(4000), receives: mad(43_000) },
  { to: 'artisan', beneficiaryId: 'b', amount: eur(1000), receives: mad(10_700) },
  { to: 'duty', beneficiaryId: null, amount: eur(300), receives: null },
];

describe('the shares of an order', () => {
  it('tell a workshop what it receives, in dirhams', () => expect(receivedBy('a', shares)).toEqual(mad(43_000)));
  it('tell nothing to who has no part', () => expect([receivedBy('c', shares), receivedBy(null, shares)]).toEqual([null, null]));
  it('are added up by beneficiary', () => {
    expect(byBeneficiary(shares)).toEqual([
      { to: 'artisan', amount: eur(5000), receives: mad(53_700) },
      { to: 'duty', amount: eur(300), receives: null },
    ]);
  });
});
