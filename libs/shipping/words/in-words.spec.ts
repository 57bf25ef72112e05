import { LOCALES } from '#libs/kernel';
import type { ReferenceBook } from '../reference/book.js';
import { landedCost } from '../quotes/landed-cost.js';
import type { QuoteRequest } from '../quotes/quote.js';
import { piece, shippedBook } from '../quotes/quotes.fixtures.js';
import { FORMULAS, UNITS } from './formulas.js';
import { inWords } from './in-words.js';
import { LABELS, SCHEMES, SERVICES } from './labels.js';
import { ORIGIN, PROOFS } from './origin-words.js';
import { REMARKS } from './remarks.js';
import { NAMES } from './row-names.js';
import { SCREENING_PAPERS } from './screening-papers.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});
const ask = (more: Partial<QuoteRequest> = {}) => {
  const request: QuoteRequest = { country: 'FR', buyerKind: 'consumer', incoterm: 'DDP', asOf: '2026-11-24', lines: [piece()], ...more };
  return landedCost(book.market(request.country, request.asOf), request, 'test');
};

describe('a quote in the reader’s language', () => {
  it('every remark and label exists in each language with the same blanks', () => {
    const papers = Object.values(SCREENING_PAPERS).map((paper) => paper.words);
    for (const said of [REMARKS, LABELS, SCHEMES, SERVICES, FORMULAS, UNITS, ORIGIN, PROOFS, NAMES, papers].flatMap((words) => Object.values(words))) {
      const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).sort();
      for (const locale of LOCALES) expect([said[locale].length > 1, blanks(said[locale])]).toEqual([true, blanks(said.en)]);
    }
  });

  it('every charge the shipped rows can make has a name', () => {
    for (const country of ['FR', 'DE', 'GB', 'US', 'CH', 'CA', 'AE', 'SA']) {
      const quote = ask({ country });
      if (quote.known) expect(quote.lines.map((line) => line.code).filter((code) => !LABELS[code])).toEqual([]);
    }
  });

  it('labels and reasons are translated, figures are not', () => {
    const quote = ask();
    const french = inWords(quote, 'fr');
    if (!quote.known || !french.known) throw new Error('it is known');
    expect(french.lines.map((line) => line.label)).toEqual(['Marchandise', 'Transport', 'Assurance de la marchandise', 'Droit de douane 5701 10 90', 'TVA 20 %', 'Dédouanement et avance des droits et taxes']);
    expect(french.lines.map((line) => line.amountMinor)).toEqual(quote.lines.map((line) => line.amountMinor));
    expect(french.lines.find((line) => line.code === 'DUTY')!.formula).toBe('préférence EU-MA « 0% » sur 1057.15 EUR ; sans elle 8 % × 1057.15 EUR = 84.57, au plus 2.8 EUR × 6 m² = 16.80 = 16.80 EUR');
    expect(french.lines.find((line) => line.code === 'SHIPPING')!.rate).toBe('messagerie express, zone A');
    expect(french.perLine[0]!.preference).toMatchObject({ proof: 'déclaration d’origine', proofKind: 'origin_declaration', why: 'fait au Maroc de matières marocaines seulement' });
    expect(french.screening.find((one) => one.rule === 'CARPET_STAMP')).toMatchObject({ paper: 'estampille du tapis', paperKind: 'carpet_stamps' });
    const arabic = inWords(quote, 'ar');
    // Nothing but codes, figures, currencies and programme names is left in Latin letters.
    const words = arabic.known ? [...arabic.lines.map((line) => `${line.label} ${line.formula} ${line.rate}`), ...arabic.perLine.map((line) => line.preference.why), ...arabic.warnings.map((one) => one.text)] : [];
    expect(words.join(' ').replace(/\b[A-Z][A-Z0-9_-]+\b/g, '').match(/[a-z]{3,}/g)).toBeNull();
    expect(inWords(quote, 'en')).toBe(quote);
    expect(inWords(ask({ country: 'JP' }), 'ar').reasons[0]!.text).toBe('لا نملك بيانات جمركية عن «JP» بتاريخ 2026-11-24: اختر وجهة من اللائحة أو اطلب عرض سعر.');
    expect(inWords(ask({ lines: [piece({ hsCode: null })] }), 'fr').reasons[0]!.text).toMatch('code SH');
  });

  it('leaves an Arabic or French reader no English word where a tariff, a programme or a tax is named', () => {
    const tray = { lines: [piece({ hsCode: '741810', materials: [{ name: 'نحاس', percent: 100, originCountry: 'MA' }] })], country: 'US' };
    const [arabic, french] = [inWords(ask(tray), 'ar'), inWords(ask(tray), 'fr')];
    if (!arabic.known || !french.known) throw new Error('it is known');
    const of = (quote: typeof arabic, code: string) => quote.lines.find((line) => line.code === code)!;
    expect([of(arabic, 'DUTY').rate, of(french, 'DUTY').rate]).toEqual(['معفى (MA)', 'exempt (MA)']);
    expect([of(arabic, 'SURCHARGE').label, of(french, 'SURCHARGE').label]).toEqual(['رسم إضافي القسم 232 (النحاس) 9903.82.02', 'Droit additionnel section 232 (cuivre) 9903.82.02']);
    expect(arabic.warnings.map((one) => one.text).join()).toContain('ضريبة الاستيراد (US)');
    const iron = inWords(ask({ country: 'US', lines: [piece({ hsCode: '732690' })] }), 'ar');
    expect(iron.reasons[0]!.text).toBe('يسري القسم 232 (الصلب) على 7326.90.86 ولا يمكن حسابه: «يحدد الملحق 25 % أو 50 % لكل بند».');
  });

  it('what was typed is not taken for a blank', () => {
    expect(ask({ lines: [piece({ hsCode: '{max}' })] }).reasons[0]!.text).toBe('"{max}" is not an HS code of six digits: choose one from the list of codes.');
  });
});
