import fc from 'fast-check';
import { LOCALES } from '#libs/kernel';
import { inWords } from '../words/in-words.js';
import type { ReferenceBook } from '../reference/book.js';
import type { ReferenceRows } from '../reference/row.js';
import { landedCost } from './landed-cost.js';
import type { QuoteLineRequest, QuoteRequest } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

function ask(lines: QuoteLineRequest[], more: Partial<QuoteRequest> = {}, from: ReferenceBook = book) {
  const request: QuoteRequest = { country: 'FR', buyerKind: 'consumer', incoterm: 'DDP', asOf: '2026-11-24', lines, ...more };
  return landedCost(from.market(request.country, request.asOf), request, 'test');
}
const codes = (quote: ReturnType<typeof ask>): string[] => quote.reasons.map((reason) => reason.code);

describe('what cannot be priced', () => {
  it.each<[string, Partial<QuoteLineRequest>]>([
    ['HS_MISSING', { hsCode: null }],
    ['HS_MISSING', { hsCode: '' }],
    ['HS_INVALID', { hsCode: '5701' }],
    ['HS_INVALID', { hsCode: '57011O' }],
    ['TARIFF_UNKNOWN', { hsCode: '999999' }],
    ['QUANTITY_INVALID', { quantity: 0 }],
    ['QUANTITY_INVALID', { quantity: -3 }],
    ['QUANTITY_INVALID', { quantity: 1.5 }],
    ['QUANTITY_INVALID', { quantity: 1e9 }],
    ['QUANTITY_INVALID', { quantity: Number.NaN }],
    ['VALUE_INVALID', { goodsValueMadMinor: 0 }],
    ['VALUE_INVALID', { goodsValueMadMinor: -100 }],
    ['VALUE_INVALID', { goodsValueMadMinor: 1 }],
    ['NET_WEIGHT_INVALID', { netWeightGrams: 0 }],
    ['GROSS_WEIGHT_INVALID', { grossWeightGrams: 0 }],
    ['NET_ABOVE_GROSS', { netWeightGrams: 16_000 }],
    ['SIZE_INVALID', { heightMm: 0 }],
    ['SIZE_INVALID', { lengthMm: 60_000 }],
    ['TOO_HEAVY', { grossWeightGrams: 80_000 }],
    ['TOO_HEAVY', { quantity: 3 }],
  ])('%s for %j', (code, wrong) => {
    const quote = ask([piece(wrong)]);
    expect(quote.known).toBe(false);
    expect(codes(quote)).toContain(code);
    expect(quote).not.toHaveProperty('total');
    expect(quote.reasons.every((reason) => reason.text.length > 10)).toBe(true);
  });

  it.each<[string, string, Partial<QuoteLineRequest>]>([
    ['HS_MISSING', 'hsCode', { hsCode: null }],
    ['NET_WEIGHT_INVALID', 'netWeightGrams', { netWeightGrams: 0 }],
    ['NET_ABOVE_GROSS', 'netWeightGrams', { netWeightGrams: 16_000 }],
    ['VALUE_CURRENCY', 'currency', { currency: 'EUR' }],
    ['TARIFF_UNKNOWN', 'hsCode', { hsCode: '999999' }],
  ])('%s names the field %s and the remedy, in each language', (code, field, wrong) => {
    const quote = ask([piece(wrong)]);
    expect(quote.reasons.find((reason) => reason.code === code)).toMatchObject({ key: 'rug', field });
    // What went wrong, and after it what to do.
    for (const locale of LOCALES) expect(inWords(quote, locale).reasons.find((reason) => reason.code === code)!.text).toMatch(/.{8,}(: |; | : | ; |؛ ).{8,}/);
  });

  it('values in three currencies are each refused, and 400 lines are priced', () => {
    expect(codes(ask(['EUR', 'USD', 'MAD'].map((currency, i) => piece({ key: String(i), currency }))))).toEqual(['VALUE_CURRENCY', 'VALUE_CURRENCY']);
    const many = ask(Array.from({ length: 400 }, (_, i) => piece({ key: String(i), hsCode: '640359', goodsValueMadMinor: 540_00, netWeightGrams: 50, grossWeightGrams: 60, lengthMm: 60, widthMm: 50, heightMm: 20 })));
    expect(many.known && many.perLine.length).toBe(400);
    expect(ask(Array.from({ length: 401 }, () => piece())).reasons[0]).toMatchObject({ code: 'TOO_MANY_LINES', field: 'lines' });
  });

  it('an unknown country, a foreign currency, no lines, too many lines', () => {
    expect(codes(ask([piece()], { country: 'ZZ' }))).toEqual(['COUNTRY_UNKNOWN']);
    expect(codes(ask([piece()], { country: 'fr' }))).toEqual(['COUNTRY_UNKNOWN']);
    expect(codes(ask([piece()], { currency: 'JPY' }))).toEqual(['CURRENCY_UNSUPPORTED']);
    expect(codes(ask([]))).toEqual(['NO_LINES']);
    expect(codes(ask(Array.from({ length: 401 }, () => piece())))).toEqual(['TOO_MANY_LINES']);
  });

  it('a day before any law was recorded, and a day that is none', () => {
    for (const asOf of ['tomorrow', '2026-13-45', '', '2026-11-24T00:00:00Z']) expect(codes(ask([piece()], { asOf }))).toEqual(['COUNTRY_UNKNOWN']);
    expect(codes(ask([piece()], { asOf: '1999-01-01' }))).toEqual(['COUNTRY_UNKNOWN']);
  });

  it('a rate that only points to a note, unless the preference makes it free', () => {
    const embroidery = piece({ hsCode: '581091', heightMm: 2 });
    const free = ask([embroidery], { country: 'US' });
    expect(free).toMatchObject({ known: true, perLine: [{ dutyMinor: 0, saved: null, preference: { applied: true } }] });
    const full = ask([{ ...embroidery, materials: [{ name: 'cotton cloth', percent: 100, originCountry: 'CN' }] }], { country: 'US' });
    expect(codes(full)).toEqual(['RATE_UNKNOWN']);
    expect(full.reasons[0]!.text).toMatch('See additional U.S. note 1');
  });

  it('a surcharge whose rate the annex sets line by line', () => {
    expect(codes(ask([piece({ hsCode: '732690' })], { country: 'US' }))).toEqual(['SURCHARGE_UNKNOWN']);
  });

  it('goods the destination refuses', () => {
    const dagger = ask([piece({ hsCode: '930700' })], { country: 'GB' });
    expect(codes(dagger)).toEqual(['REFUSED']);
    expect(dagger.screening.map((f) => f.rule)).toContain('BLADE_GB');
    expect(codes(ask([piece({ materials: [{ name: 'Ivory', percent: 5, originCountry: 'MA' }] })]))).toEqual(['REFUSED']);
  });
});

describe('rows past their day', () => {
  const ended = (rows: ReferenceRows, day: string): ReferenceRows => ({ ...rows, tariff_line: rows.tariff_line.map((row) => (row.hsCode === '570110' ? { ...row, validUntil: day } : row)) });

  it('a rate that expired yesterday is used, marked, and warned of', async () => {
    const quote = ask([piece()], {}, await shippedBook((rows) => ended(rows, '2026-11-23')));
    expect(quote).toMatchObject({ known: true, confidence: 'expired', validUntil: '2026-11-24' });
    expect(quote.warnings.map((w) => w.code)).toContain('ROW_EXPIRED');
    if (quote.known) expect(quote.lines.find((line) => line.kind === 'duty')!.confidence).toBe('expired');
  });

  it('an exchange rate that expired yesterday, likewise', async () => {
    const quote = ask([piece()], {}, await shippedBook((rows) => ({ ...rows, fx_rate: rows.fx_rate.map((row) => ({ ...row, validUntil: '2026-11-23' })) })));
    expect(quote).toMatchObject({ known: true, confidence: 'expired', validUntil: '2026-11-24' });
    expect(quote.warnings.find((w) => w.code === 'ROW_EXPIRED')!.text).toBe('The exchange rate of EUR ended on 2026-11-23 and nothing replaces it yet: ask before relying on this figure.');
    expect(inWords(quote, 'ar').warnings.find((w) => w.code === 'ROW_EXPIRED')!.text).toMatch('سعر صرف EUR');
  });

  it('rows of general knowledge are named together, each once', () => {
    const [warning] = ask([piece()], { country: 'GB' }).warnings.filter((w) => w.code === 'ROWS_UNCONFIRMED');
    expect(warning!.text).toBe('General knowledge, still to be confirmed at its source: customs practice of GB, rate of 570110 in GB, VAT of GB.');
    expect(inWords(ask([piece()], { country: 'GB' }), 'fr').warnings[0]!.text).toMatch(/^Connaissance générale, à confirmer à la source : pratique douanière \(GB\)/);
  });

  it('a rate that ends tomorrow ends the quote tomorrow', async () => {
    const quote = ask([piece()], {}, await shippedBook((rows) => ended(rows, '2026-11-25')));
    expect(quote).toMatchObject({ known: true, validUntil: '2026-11-25' });
  });

  it('a row without a source is warned of', async () => {
    const quote = ask([piece()], {}, await shippedBook((rows) => ({ ...rows, tax_rate: rows.tax_rate.map((row) => ({ ...row, source: '' })) })));
    expect(quote.warnings.map((w) => w.code)).toContain('ROW_UNSOURCED');
  });

  it('no tax, rate, carrier or insurance recorded is said, not guessed', async () => {
    for (const [table, code] of [['tax_rate', 'TAX_UNKNOWN'], ['fx_rate', 'FX_UNKNOWN'], ['shipping_zone', 'SHIPPING_UNKNOWN'], ['carrier_fee', 'INSURANCE_UNKNOWN']] as const) {
      expect(codes(ask([piece()], {}, await shippedBook((rows) => ({ ...rows, [table]: [] }))))).toEqual([code]);
    }
  });
});

describe('whatever is asked', () => {
  const line = fc.record({
    hsCode: fc.constantFrom('570110', '640359', '741810', '691200', '581091', '650400', '420221', '999999', null),
    quantity: fc.integer({ min: -1, max: 12 }),
    goodsValueMadMinor: fc.integer({ min: 0, max: 50_000_00 }),
    netWeightGrams: fc.integer({ min: 0, max: 9_000 }),
    grossWeightGrams: fc.integer({ min: 0, max: 10_000 }),
    heightMm: fc.integer({ min: 0, max: 400 }),
    foodContact: fc.boolean(),
    materials: fc.constantFrom([], [{ name: 'wool', percent: null, originCountry: 'MA' }], [{ name: 'yarn', percent: 40, originCountry: 'CN' }]),
  });
  const request = fc.record({ country: fc.constantFrom('FR', 'DE', 'GB', 'US', 'CH', 'CA', 'ZZ'), buyerKind: fc.constantFrom('consumer' as const, 'business' as const), incoterm: fc.constantFrom('DDP' as const, 'DAP' as const), asOf: fc.constantFrom('2025-06-01', '2026-06-30', '2026-11-24', '2029-04-01') });

  it('the answer is the same twice, the figures add up, and nothing is negative', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), request, (lines, more) => {
        const asked = lines.map((one, i) => piece({ ...one, key: String(i), lengthMm: 200, widthMm: 200 }));
        const quote = ask(asked, more);
        expect(ask(asked, more)).toEqual(quote);
        if (!quote.known) return;
        const sum = quote.lines.reduce((total, charge) => total + charge.amountMinor, 0);
        expect(quote.total.amountMinor + quote.onArrival.amountMinor).toBe(sum);
        expect(quote.lines.every((charge) => Number.isSafeInteger(charge.amountMinor) && charge.amountMinor >= 0)).toBe(true);
        const of = (kind: string): number => quote.lines.filter((charge) => charge.kind === kind).reduce((total, charge) => total + charge.amountMinor, 0);
        expect(quote.perLine.reduce((total, one) => total + one.taxMinor, 0)).toBe(of('tax'));
        expect(quote.perLine.reduce((total, one) => total + one.dutyMinor, 0)).toBe(of('duty'));
        expect(quote.perLine.reduce((total, one) => total + one.goodsMinor, 0)).toBe(of('goods'));
        if (quote.alternative) expect(quote.alternative.total.amountMinor).toBeGreaterThanOrEqual(more.incoterm === 'DDP' ? quote.total.amountMinor : 0);
      }),
      { numRuns: 300 },
    );
  });
});
