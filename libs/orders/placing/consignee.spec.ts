import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { consigneeOf, taxIdOf, type ConsigneeInput } from './consignee.js';

const PARIS: ConsigneeInput = { name: 'Aurélie Lefèvre', line1: '12, rue de l’Échiquier', line2: '', city: 'Paris', postalCode: '75010', country: 'FR', phone: '06 12 34 56 78' };

function refusal(change: Partial<ConsigneeInput>, country = 'FR'): [string, string | undefined] {
  try {
    consigneeOf({ ...PARIS, ...change }, country);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
  return ['ACCEPTED', undefined];
}

describe('the consignee', () => {
  it('is answered as papers print it', () => {
    expect(consigneeOf(PARIS, 'FR')).toEqual({ name: 'Aurélie Lefèvre', line1: '12, rue de l’Échiquier', line2: null, city: 'Paris', postalCode: '75010', region: null, country: 'FR', phone: '+33612345678' });
    expect(consigneeOf({ ...PARIS, city: 'Boston', postalCode: '02108', region: 'ma', country: 'us', phone: '(617) 555-0123' }, 'US')).toMatchObject({ region: 'MA', country: 'US', phone: '+16175550123' });
    expect(consigneeOf({ ...PARIS, postalCode: 'sw1a 1aa', country: 'GB', phone: '0044 20 7946 0000' }, 'GB')).toMatchObject({ postalCode: 'SW1A 1AA', phone: '+442079460000' });
    expect(consigneeOf({ ...PARIS, postalCode: '00184', country: 'IT', phone: '06 1234 5678' }, 'IT').phone).toBe('+390612345678');
  });

  it.each<[string, Partial<ConsigneeInput>, string]>([
    ['an Arabic-only street', { line1: 'شارع الحسن الثاني رقم ١٢' }, 'ORDER_NOT_LATIN'],
    ['an Arabic vowel mark inside Latin', { line1: 'Rue\u064B 1' }, 'ORDER_NOT_LATIN'],
    ['Arabic-Indic digits', { line1: 'Rue ١٢' }, 'ORDER_NOT_LATIN'],
    ['Cyrillic that looks Latin', { line1: 'Рue 12' }, 'ORDER_NOT_LATIN'],
    ['an emoji', { line1: '12 rue 🏠' }, 'ORDER_NOT_LATIN'],
    ['markup', { line1: '<script>alert(1)</script>' }, 'ORDER_NOT_LATIN'],
    ['typesetting commands', { line1: '$x$ {y}' }, 'ORDER_NOT_LATIN'],
    ['300 characters', { line1: 'a'.repeat(300) }, 'TEXT_TOO_LONG'],
    ['100,000 characters', { line1: 'a'.repeat(100_000) }, 'TEXT_TOO_LONG'],
    ['only invisible characters', { line1: '\u202E\u0000\u2066' }, 'TEXT_EMPTY'],
  ])('refuses %s and names the line', (_, change, code) => {
    expect(refusal(change)).toEqual([code, 'input.consignee.line1']);
  });

  it.each<[keyof ConsigneeInput, string | null, string]>([
    ['name', 'محمد', 'ORDER_NOT_LATIN'],
    ['name', '', 'TEXT_EMPTY'],
    ['line2', 'الطابق الثاني', 'ORDER_NOT_LATIN'],
    ['city', '12345', 'ORDER_NOT_LATIN'],
    ['city', '   ', 'TEXT_EMPTY'],
    ['postalCode', null, 'ORDER_POSTAL_CODE'],
    ['postalCode', '7501', 'ORDER_POSTAL_CODE'],
    ['postalCode', '75010; drop table', 'ORDER_POSTAL_CODE'],
    ['postalCode', '٧٥٠١٠', 'ORDER_POSTAL_CODE'],
    ['country', 'DE', 'ORDER_COUNTRY_DIFFERS'],
    ['country', 'France', 'ORDER_COUNTRY_DIFFERS'],
    ['country', '', 'ORDER_COUNTRY_DIFFERS'],
    ['phone', '12', 'ORDER_PHONE'],
    ['phone', '+33 6 12 34 56 78 90 12 34 56 78', 'ORDER_PHONE'],
    ['phone', 'call me', 'ORDER_PHONE'],
    ['phone', '0'.repeat(100_000), 'ORDER_PHONE'],
  ])('refuses %s %j with %s', (field, value, code) => {
    expect(refusal({ [field]: value } as Partial<ConsigneeInput>)).toEqual([code, `input.consignee.${field}`]);
  });

  it('wants a state in the United States and a province in Canada', () => {
    expect(refusal({ country: 'US', postalCode: '02108', region: 'Massachusetts' }, 'US')).toEqual(['ORDER_REGION', 'input.consignee.region']);
    expect(refusal({ country: 'CA', postalCode: 'H2X 1Y4' }, 'CA')).toEqual(['ORDER_REGION', 'input.consignee.region']);
    expect(refusal({ country: 'CA', postalCode: 'H2X 1Y4', region: 'QC', phone: '514 555 0199' }, 'CA')[0]).toBe('ACCEPTED');
  });

  it('takes a country it has no format for, with an international phone number', () => {
    expect(refusal({ country: 'JP', postalCode: '150-0001', phone: '+81 3 1234 5678' }, 'JP')[0]).toBe('ACCEPTED');
    expect(refusal({ country: 'JP', phone: '03 1234 5678' }, 'JP')).toEqual(['ORDER_PHONE', 'input.consignee.phone']);
  });

  it('never lets a letter of another script through, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (typed) => {
        let line: string;
        try {
          line = consigneeOf({ ...PARIS, line1: typed }, 'FR').line1;
        } catch (error) {
          expect(error).toBeInstanceOf(DomainError);
          return;
        }
        expect(line).toMatch(/^[\p{Script=Latin}\u0300-\u036F\x20-\x7e’–°]{1,70}$/u);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the tax number', () => {
  it('is needed by a business and kept without punctuation', () => {
    expect(taxIdOf('de 123.456-789', 'business')).toBe('DE123456789');
    expect(taxIdOf(null, 'consumer')).toBeNull();
    for (const bad of [null, '', 'x', 'ضريبة123', 'A'.repeat(300), "1'; --"]) {
      expect(() => taxIdOf(bad, 'business')).toThrow(expect.objectContaining({ code: 'ORDER_TAX_ID', field: 'input.taxId' }));
    }
  });
});
