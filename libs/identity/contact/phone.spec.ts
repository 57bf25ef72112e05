import fc from 'fast-check';
import { maskedNumber, mobileNumber } from './phone.js';

describe('a Moroccan mobile number', () => {
  it.each([
    '0612345678', '06 12 34 56 78', '06-12-34-56-78', '06.12.34.56.78', '+212612345678', '00212 612 345 678', '212612345678', '+212 (0)6 12 34 56 78', '٠٦١٢٣٤٥٦٧٨', '\u200e+212 612345678\u202c',
  ])('is read from %s', (typed) => expect(mobileNumber(typed)).toBe('+212612345678'));

  it.each([
    '', '0512345678', '061234567', '06123456789', '+33612345678', '+21261234567a', '612345678', 'O612345678', `0612345678${' '.repeat(100)}`, '+2126123456780', '0000212612345678',
  ])('is not %s', (typed) => expect(mobileNumber(typed)).toBeNull());

  it('is the same however it is spaced, and read twice', () => {
    fc.assert(
      fc.property(fc.constantFrom('6', '7'), fc.stringMatching(/^\d{8}$/), fc.constantFrom('0', '+212', '00212', '212', '+2120'), fc.constantFrom('', ' ', '.', '-'), (first, rest, prefix, gap) => {
        const number = mobileNumber(`${prefix}${gap}${[...`${first}${rest}`].join(gap)}`);
        expect(number).toBe(`+212${first}${rest}`);
        expect(mobileNumber(number!)).toBe(number);
      }),
    );
  });

  it('is shown by its ends alone', () => expect(maskedNumber('+212612345678')).toBe('+212 6 •• •• •• 78'));
});
