import fc from 'fast-check';
import { isValidIBAN } from 'ibantools';
import { DomainError } from '#libs/kernel';
import { masked, readRib, ribKey } from './rib.js';

const EXAMPLE = '011519000001205000534921';
const code = (typed: string): string => {
  try {
    readRib(typed, 'input.rib');
    return 'accepted';
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).field).toBe('input.rib');
    return (error as DomainError).code;
  }
};
const rib = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 19, maxLength: 19 })).map(([bank, rest]) => {
  const first22 = String(bank).padStart(3, '0') + rest.join('');
  return first22 + ribKey(first22);
});

describe('a RIB', () => {
  it('is read from the registry’s example, alone or as an IBAN', () => {
    const expected = { digits: EXAMPLE, iban: 'MA64011519000001205000534921', bank: '011' };
    for (const typed of [EXAMPLE, '011 519 0000012050005349 21', '011-519-0000012050005349-21', 'MA64 0115 1900 0001 2050 0053 4921', 'ma64011519000001205000534921', '\u200e٠١١٥١٩٠٠٠٠٠١٢٠٥٠٠٠٥٣٤٩٢١']) {
      expect(readRib(typed)).toEqual(expected);
    }
  });

  it.each([
    ['', 'PAYOUT_RIB_LENGTH'],
    ['   ', 'PAYOUT_RIB_LENGTH'],
    [EXAMPLE.slice(1), 'PAYOUT_RIB_LENGTH'],
    [`${EXAMPLE}0`, 'PAYOUT_RIB_LENGTH'],
    ['1'.repeat(100_000), 'PAYOUT_RIB_LENGTH'],
    ['011519000001205000534922', 'PAYOUT_RIB_KEY'],
    ['0'.repeat(24), 'PAYOUT_RIB_KEY'],
    ['MA65011519000001205000534921', 'PAYOUT_IBAN_KEY'],
    ['FR1420041010050500013M02606', 'PAYOUT_RIB_SIGNS'],
    ['01151900000120500053492O', 'PAYOUT_RIB_SIGNS'],
    ['011519000001205000534921\u0000', 'PAYOUT_RIB_SIGNS'],
    ["011519' or 1=1 --", 'PAYOUT_RIB_SIGNS'],
    ['\u202e129435000502100000915110', 'PAYOUT_RIB_SIGNS'],
    ['😀', 'PAYOUT_RIB_SIGNS'],
  ])('%j is %s', (typed, expected) => {
    expect(code(typed)).toBe(expected);
  });

  it('with a right key is accepted and makes an IBAN the standard accepts', () => {
    fc.assert(fc.property(rib, (digits) => void expect(isValidIBAN(readRib(digits).iban)).toBe(true)));
  });

  it('with one wrong digit, or two neighbours swapped, is refused', () => {
    fc.assert(
      fc.property(rib, fc.nat(23), fc.integer({ min: 1, max: 9 }), (digits, at, more) => {
        const wrong = digits.slice(0, at) + String((Number(digits[at]) + more) % 10) + digits.slice(at + 1);
        expect(code(wrong)).toBe('PAYOUT_RIB_KEY');
      }),
    );
    fc.assert(
      fc.property(rib, fc.nat(22), (digits, at) => {
        fc.pre(digits[at] !== digits[at + 1]);
        expect(code(digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2))).toBe('PAYOUT_RIB_KEY');
      }),
    );
  });

  it('is shown as its bank and four digits', () => {
    expect(masked(EXAMPLE)).toBe('011 … 4921');
  });

  it('never passes whatever is typed without a clear reason', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void code(typed)));
  });
});
