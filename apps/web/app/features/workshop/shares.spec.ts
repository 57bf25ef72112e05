import { byBeneficiary, receivedBy } from './shares.js';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });
const mad = (amountMinor: number) => ({ amountMinor, currency: 'MAD' });
const shares = [
  { to: 'artisan', beneficiaryId: 'a', amount: eur(4000), receives: mad(43_000), back: eur(400), receivesBack: mad(4_300) },
  { to: 'artisan', beneficiaryId: 'b', amount: eur(1000), receives: mad(10_700), back: null, receivesBack: null },
  { to: 'duty', beneficiaryId: null, amount: eur(300), receives: null, back: null, receivesBack: null },
];

describe('the shares of an order', () => {
  it('tell a workshop what it receives, in dirhams, without what went back to the buyer', () => expect(receivedBy('a', shares)).toEqual(mad(38_700)));
  it('tell nothing to who has no part', () => expect([receivedBy('c', shares), receivedBy(null, shares)]).toEqual([null, null]));
  it('are added up by beneficiary', () => {
    expect(byBeneficiary(shares)).toEqual([
      { to: 'artisan', amount: eur(5000), receives: mad(53_700), back: eur(400), receivesBack: mad(4_300) },
      { to: 'duty', amount: eur(300), receives: null, back: null, receivesBack: null },
    ]);
  });
});
