import { inPaperDigits, isWellFormed, type StatementForm } from './statement-form.js';

describe('a statement of the checklist', () => {
  it.each<[StatementForm, string, boolean]>([
    ['composition', '100 % wool', true], ['composition', '80% laine, 20% coton', true], ['composition', 'صوف 70 %، قطن 30 %', true], ['composition', '66,6 % wool; 33,4 % viscose', true],
    ['composition', '20 % cotton, 80 % wool', false], ['composition', '80 % wool, 30 % cotton', false], ['composition', 'wool', false], ['composition', '100 %', false], ['composition', '0 % silk, 100 % wool', false],
    ['geolocation', '31.5085, -9.7595', true], ['geolocation', '31.5 -9.7', false], ['geolocation', '131.5085, -9.7595', false], ['geolocation', 'Essaouira', false],
    ['species', 'Tetraclinis articulata', true], ['species', 'Cedrus atlantica (Endl.)', true], ['species', 'thuya', false], ['species', 'Cedar', false],
  ])('as %s: "%s" is %s', (form, words, good) => expect(isWellFormed(form, words)).toBe(good));

  it.each<[StatementForm, string, string]>([
    ['composition', '٨٠ ٪ صوف، ٢٠ ٪ قطن', '80 % صوف، 20 % قطن'], ['composition', '٦٦٫٦ % wool; 33,4 % viscose', '66.6 % wool; 33,4 % viscose'], ['geolocation', '٣١٫٥٠٨٥, -٩٫٧٥٩٥', '31.5085, -9.7595'],
  ])('as %s keeps the digits that papers abroad are read in: "%s"', (form, typed, kept) => {
    expect(inPaperDigits(form, typed)).toBe(kept);
    expect(isWellFormed(form, kept)).toBe(true);
  });
});
