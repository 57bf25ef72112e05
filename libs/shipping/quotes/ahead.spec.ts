import type { ReferenceBook } from '../reference/book.js';
import { withChangesAhead } from './ahead.js';
import { landedCost } from './landed-cost.js';
import type { QuoteLineRequest } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

function codesAhead(country: string, asOf: string, more: Partial<QuoteLineRequest> = {}): string[] {
  const request = { country, buyerKind: 'consumer' as const, incoterm: 'DDP' as const, asOf, lines: [piece({ goodsValueMadMinor: 540_00, netWeightGrams: 500, grossWeightGrams: 700, lengthMm: 300, widthMm: 200, heightMm: 100, ...more })] };
  const quote = withChangesAhead(book, request, landedCost(book.market(country, asOf), request, 'test'));
  return quote.warnings.filter((warning) => warning.code.startsWith('AHEAD')).map((warning) => `${warning.code}: ${warning.text}`);
}

describe('the law of the day of import', () => {
  it('babouches ordered in the last days before the EUR 3 duty', () => {
    // By post 14 days: 24 June + 14 = 8 July. Duty 3.00 and 20 % of it: 83.77 instead of 80.17.
    expect(codesAhead('FR', '2026-06-24', { hsCode: '640359' })).toEqual(['AHEAD_PRICE: From 2026-07-01, before this can arrive, duty and tax bring it to 83.77 EUR instead of 80.17 EUR.']);
    expect(codesAhead('FR', '2026-06-16', { hsCode: '640359' })).toEqual([]);
    expect(codesAhead('FR', '2026-07-01', { hsCode: '640359' })).toEqual([]);
  });

  it('a thuya box ordered at Christmas meets the deforestation rule', () => {
    expect(codesAhead('FR', '2026-12-20', { hsCode: '442090' })).toEqual([expect.stringMatching(/^AHEAD_RULE: From 2026-12-30, before this can arrive: Wooden goods/)]);
    expect(codesAhead('GB', '2026-12-20', { hsCode: '442090' })).toEqual([]);
  });

  it('several changes in one voyage are each said', () => {
    // IEEPA ends after 20 February 2026, Section 122 begins on the 24th with the same 10 %: dearer in neither case than said today.
    const ahead = codesAhead('US', '2026-02-18', { hsCode: '640359' });
    expect(ahead.map((one) => one.slice(0, 28))).toEqual(['AHEAD_PRICE: From 2026-02-21']);
  });
});
