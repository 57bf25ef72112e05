import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { checkPrice, PRICE_MAX_MINOR, readDirhams } from './amount.js';

const refusal = (text: string): [string, string | undefined] => {
  try {
    return ['read', String(readDirhams(text, 'input.price'))];
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
};

describe('a price as a maker types it', () => {
  it.each([
    ['600', 60_000],
    ['600,50', 60_050],
    ['600.5', 60_050],
    ['0,01', 1],
    [' 1 200,00 ', 120_000],
    ['1\u202F200,50', 120_050],
    ['1.200,50', 120_050],
    ['1,200.50', 120_050],
    ['1.234.567,8', 123_456_780],
    ['٦٠٠٫٥٠', 60_050],
    ['600 DH', 60_000],
    ['600 درهم', 60_000],
    ['\u202E600\u202C', 60_000],
    ['10000000', PRICE_MAX_MINOR],
  ])('reads %j', (text, minor) => expect(readDirhams(text, 'input.price')).toBe(minor));

  it.each([
    ['0', 'CATALOG_PRICE_RANGE'],
    ['0,00', 'CATALOG_PRICE_RANGE'],
    ['-5', 'CATALOG_PRICE_RANGE'],
    ['−5', 'CATALOG_PRICE_RANGE'],
    ['10000000,01', 'CATALOG_PRICE_RANGE'],
    ['99999999999999999999', 'CATALOG_PRICE_RANGE'],
    ['600,123456789', 'CATALOG_PRICE_DECIMALS'],
    ['1,200', 'CATALOG_PRICE_DECIMALS'],
    ['', 'CATALOG_PRICE_INVALID'],
    ['abc', 'CATALOG_PRICE_INVALID'],
    ['1e5', 'CATALOG_PRICE_INVALID'],
    ['0x10', 'CATALOG_PRICE_INVALID'],
    ['NaN', 'CATALOG_PRICE_INVALID'],
    ['6,0,0', 'CATALOG_PRICE_INVALID'],
    ['١٢'.repeat(50_000), 'CATALOG_PRICE_INVALID'],
  ])('refuses %j with %s, naming the field', (text, code) => expect(refusal(text)).toEqual([code, 'input.price']));

  it('reads back every price it could have been given, in each way of writing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: PRICE_MAX_MINOR }), fc.constantFrom(',', '.'), (minor, point) => {
        const text = `${Math.floor(minor / 100)}${point}${String(minor % 100).padStart(2, '0')}`;
        expect(readDirhams(text, 'price')).toBe(minor);
      }),
    );
  });

  it('never answers anything but a price or a refusal of its own', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => expect(refusal(text)[0]).toMatch(/^(read|CATALOG_PRICE_)/)));
  });

  it.each([0, -1, 0.5, Number.NaN, Infinity, PRICE_MAX_MINOR + 1])('refuses %d centimes', (minor) => expect(() => checkPrice(minor, 'priceMinor')).toThrow(DomainError));
});
