import { addDays, formatDay, formatInstant, formatMoney, formatNumber, formatSize, formatWeight, moroccanInstant } from './format.js';
import { inLang, preferredLang } from './i18n/languages.js';

describe('amounts', () => {
  it.each([
    ['en', 74_200, 'EUR', '€742'],
    ['en', 74_218, 'GBP', '£742.18'],
    ['en', 123_456_700, 'USD', '$1,234,567'],
    ['en', 74_250, 'CHF', '742.50\u00a0CHF'],
    ['en', -500, 'CAD', '−CA$5'],
    ['fr', 123_456, 'EUR', '1\u202f234,56\u00a0€'],
    ['fr', 60_000, 'MAD', '600\u00a0DH'],
    ['ar', 324_000, 'MAD', '3.240\u00a0درهم'],
    ['ar', 74_218, 'EUR', '742,18\u00a0€'],
  ] as const)('in %s: %i %s is %s', (lang, amountMinor, currency, expected) => {
    expect(formatMoney(lang, { amountMinor, currency })).toBe(expected);
  });

  it('keep their cents in a column of figures', () => expect(formatMoney('en', { amountMinor: 74_200, currency: 'EUR' }, 'always')).toBe('€742.00'));
  it('are grouped by each language’s sign', () => expect([formatNumber('en', 1234.5, 1), formatNumber('fr', 1234.5, 1), formatNumber('ar', 1234.5, 1)]).toEqual(['1,234.5', '1\u202f234,5', '1.234,5']));
});

describe('days', () => {
  it('name Morocco’s months', () => expect(formatDay('ar', '2026-12-04')).toBe('4 دجنبر 2026'));
  it('are short where a year would be noise', () => expect(formatDay('fr', '2026-12-04', 'short')).toBe('4 déc.'));
  it('turn at Morocco’s midnight, not London’s', () => expect(formatDay('en', '2026-11-24T23:30:00Z')).toBe('25 November 2026'));
  it('carry Morocco’s hour', () => expect(formatInstant('en', '2026-11-24T08:04:00Z')).toBe('24 November 2026, 09:04'));
  it('are separated by a comma of the language', () => expect(formatInstant('ar', '2026-11-24T08:04:00Z')).toBe('24 نونبر 2026، 09:04'));
  it('are counted across months and years', () => expect(addDays('2026-12-28', 7)).toBe('2027-01-04'));
});

describe('measures', () => {
  it('are whole where they can be', () => expect(formatSize('en', [2510, 1600, null])).toBe('251 × 160\u00a0cm'));
  it('turn to kilograms from a thousand grams', () => expect([formatWeight('en', 450), formatWeight('fr', 18_400), formatWeight('ar', 2000)]).toEqual(['450\u00a0g', '18,4\u00a0kg', '2\u00a0كلغ']));
});

describe('languages', () => {
  it.each([
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['de,ar;q=0.5,en;q=0.7', 'en'],
    ['de', 'en'],
    [null, 'en'],
  ])('of %s is %s', (header, expected) => expect(preferredLang(header)).toBe(expected));

  it('keep the page when they change', () => expect([inLang('/en/p/rug', 'ar'), inLang('/fr', 'en')]).toEqual(['/ar/p/rug', '/en']));
});

describe('an appointment typed in a box', () => {
  it('is at the hour of Morocco, an hour ahead of UTC but in Ramadan', () => {
    expect(moroccanInstant('2026-12-01T10:00')).toBe('2026-12-01T09:00:00.000Z');
    // Ramadan of 2027 falls from 8 February to 9 March.
    expect(moroccanInstant('2027-02-20T10:00')).toBe('2027-02-20T10:00:00.000Z');
    expect(moroccanInstant('')).toBe('');
  });
});
