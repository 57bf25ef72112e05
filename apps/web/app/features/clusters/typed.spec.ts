import { feeBox, feesTyped, hundredths, moroccanInstant, slugIn, whole } from './typed.js';

describe('what a cluster’s forms say', () => {
  it.each([['5', 500], ['2,5 %', 250], ['٢٫٥', 250], ['', 0], ['1.234', -1], ['five', -1], ['-1', -1]])('reads %j as %d hundredths', (text, read) => expect(hundredths(text)).toBe(read));
  it.each([['', 1], ['12', 12], ['١٢', 12], ['1.5', -1]])('reads %j as %d pieces', (text, read) => expect(whole(text, 1)).toBe(read));
  it.each([
    ['https://dar-sanaa.ma/en/p/red-rug-7f?x=1', 'red-rug-7f'],
    ['red-rug-7f', 'red-rug-7f'],
    ['/fr/p/red-rug-7f/', 'red-rug-7f'],
    ['', ''],
  ])('finds the piece in %j', (address, slug) => expect(slugIn(address)).toBe(slug));

  it('takes hours as Morocco’s', () => {
    expect(moroccanInstant('2026-12-04T09:00')).toBe('2026-12-04T08:00:00.000Z');
    // Ramadan of 2027 is spent at UTC; the days before it and after it are not.
    expect(['2027-02-06T09:00', '2027-02-20T09:00', '2027-03-20T09:00'].map(moroccanInstant)).toEqual(['2027-02-06T08:00:00.000Z', '2027-02-20T09:00:00.000Z', '2027-03-20T08:00:00.000Z']);
    expect(moroccanInstant('soon')).toBe('soon');
  });

  it('leaves out roles that are paid nothing', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ 'quality-part': '2', 'packing-item': '20', 'packing-kg': '', 'packing-order': '7,5' })) form.set(name, value);
    expect(feeBox(feesTyped(form), 'fees.1.itemMinor')).toBe('packing-item');
    expect(feeBox(feesTyped(form), 'fees.1.orderMinor')).toBe('packing-order');
    expect(feesTyped(form)).toEqual([{ role: 'quality', bp: 200, itemMinor: 0, kgMinor: 0, orderMinor: 0 }, { role: 'packing', bp: 0, itemMinor: 2000, kgMinor: 0, orderMinor: 750 }]);
  });
});
