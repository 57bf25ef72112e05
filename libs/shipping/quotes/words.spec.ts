import { LOCALES } from '#libs/kernel';
import type { ReferenceBook } from '../reference/book.js';
import { landedCost } from './landed-cost.js';
import type { QuoteRequest } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';
import { inWords, LABELS, REMARKS } from './words.js';

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
    for (const said of [...Object.values(REMARKS), ...Object.values(LABELS)]) {
      const blanks = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]!).sort();
      for (const locale of LOCALES) expect([said[locale].length > 1, blanks(said[locale])]).toEqual([true, blanks(said.en)]);
    }
  });

  it('every charge the shipped rows can make has a name', () => {
    for (const country of ['FR', 'DE', 'GB', 'US', 'CH', 'CA']) {
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
    expect(french.lines.map((line) => line.formula)).toEqual(quote.lines.map((line) => line.formula));
    expect(inWords(quote, 'en')).toBe(quote);
    expect(inWords(ask({ country: 'JP' }), 'ar').reasons[0]!.text).toBe('لا نملك بيانات جمركية عن «JP» بتاريخ 2026-11-24.');
    expect(inWords(ask({ lines: [piece({ hsCode: null })] }), 'fr').reasons[0]!.text).toMatch('code SH');
  });

  it('what was typed is not taken for a blank', () => {
    expect(ask({ lines: [piece({ hsCode: '{max}' })] }).reasons[0]!.text).toBe('"{max}" is not an HS code of six digits.');
  });
});
