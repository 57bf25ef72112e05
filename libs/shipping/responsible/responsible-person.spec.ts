import { asksResponsible, hasElectronicAddress, mayAskResponsible } from './responsible-person.js';

describe('a responsible person in the Union', () => {
  it.each([
    ['a consumer in France', { country: 'FR', postalCode: null, buyerKind: 'consumer' }, true],
    ['a business in France', { country: 'FR', postalCode: '75010', buyerKind: 'business' }, false],
    ['a consumer in Belfast', { country: 'GB', postalCode: 'BT1 5GS', buyerKind: 'consumer' }, true],
    ['a consumer in Bath', { country: 'GB', postalCode: 'BA1 1LZ', buyerKind: 'consumer' }, false],
    ['a consumer in Boston', { country: 'US', postalCode: '02108', buyerKind: 'consumer' }, false],
  ] as const)('is asked for %s: %#', (_, sale, asked) => expect(asksResponsible(sale)).toBe(asked));

  it('may be asked for wherever an address could turn out to need one', () => {
    expect(['FR', 'GB', 'US'].map((country) => mayAskResponsible(country, 'consumer'))).toEqual([true, true, false]);
    expect(mayAskResponsible('GB', 'business')).toBe(false);
  });

  it.each([
    ['Maison Atlas SARL, 8 rue de Charonne, 75011 Paris, contact@maison-atlas.example', true],
    ['Maison Atlas, 8 rue de Charonne, 75011 Paris, https://maison-atlas.example/contact', true],
    ['Maison Atlas, 8 rue de Charonne, 75011 Paris, www.maison-atlas.example', true],
    ['Maison Atlas, 8 rue de Charonne, 75011 Paris', false],
    ['write @ us, Paris', false],
  ])('%s', (said, electronic) => expect(hasElectronicAddress(said)).toBe(electronic));
});
