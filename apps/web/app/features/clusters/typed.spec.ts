import { feeBox, feesTyped, hundredths, slugIn, whole } from './typed.js';

describe('what a cluster’s forms say', () => {
  it.each([['5', 500], ['2,5 %', 250], ['٢٫٥', 250], ['', 0], ['1.234', -1], ['five', -1], ['-1', -1]])('reads %j as %d hundredths', (text, read) => expect(hundredths(text)).toBe(read));
  it.each([['', 1], ['12', 12], ['١٢', 12], ['1.5', -1]])('reads %j as %d pieces', (text, read) => expect(whole(text, 1)).toBe(read));
  it.each([
    ['https://dar-sanaa.ma/en/p/red-rug-7f?x=1', 'red-rug-7f'],
    ['red-rug-7f', 'red-rug-7f'],
    ['/fr/p/red-rug-7f/', 'red-rug-7f'],
    ['', ''],
  ])('finds the piece in %j', (address, slug) => expect(slugIn(address)).toBe(slug));

  it('leaves out roles that are paid nothing', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ 'quality-part': '2', 'packing-item': '20', 'packing-kg': '', 'packing-order': '7,5' })) form.set(name, value);
    expect(feeBox(feesTyped(form), 'fees.1.itemMinor')).toBe('packing-item');
    expect(feeBox(feesTyped(form), 'fees.1.orderMinor')).toBe('packing-order');
    expect(feesTyped(form)).toEqual([{ role: 'quality', bp: 200, itemMinor: 0, kgMinor: 0, orderMinor: 0 }, { role: 'packing', bp: 0, itemMinor: 2000, kgMinor: 0, orderMinor: 750 }]);
  });
});
