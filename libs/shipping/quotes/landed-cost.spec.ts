import type { ReferenceBook } from '../reference/book.js';
import { landedCost } from './landed-cost.js';
import type { KnownQuote, QuoteLineRequest, QuoteRequest } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';

/**
 * Golden cases, computed by hand from the shipped rows: 1 EUR = 10.80 MAD, 1 USD = 9.25, 1 GBP = 12.40,
 * 1 CHF = 11.55, 1 CAD = 6.65 (demonstration rates). The arithmetic stands beside each figure.
 */
let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

const moroccan = (name: string): QuoteLineRequest['materials'] => [{ name, percent: 100, originCountry: 'MA' }];
const rug = piece();
const tagine = piece({ key: 'tagine', hsCode: '691200', goodsValueMadMinor: 2_160_00, netWeightGrams: 3_000, grossWeightGrams: 3_600, lengthMm: 300, widthMm: 300, heightMm: 250, foodContact: true, materials: moroccan('clay') });
const tray = piece({ key: 'tray', hsCode: '741810', goodsValueMadMinor: 1_850_00, netWeightGrams: 2_500, grossWeightGrams: 3_000, lengthMm: 500, widthMm: 500, heightMm: 50, materials: moroccan('brass') });
const babouches = piece({ key: 'babouches', hsCode: '640359', goodsValueMadMinor: 540_00, netWeightGrams: 500, grossWeightGrams: 700, lengthMm: 300, widthMm: 200, heightMm: 100, materials: moroccan('goat leather') });

function ask(country: string, lines: QuoteLineRequest[], more: Partial<QuoteRequest> = {}) {
  const request: QuoteRequest = { country, buyerKind: 'consumer', incoterm: 'DDP', asOf: '2026-11-24', lines, ...more };
  return landedCost(book.market(country, request.asOf), request, 'test');
}
function known(country: string, lines: QuoteLineRequest[], more: Partial<QuoteRequest> = {}): KnownQuote {
  const quote = ask(country, lines, more);
  if (!quote.known) throw new Error(JSON.stringify(quote.reasons));
  return quote;
}
const figures = (quote: KnownQuote) => Object.fromEntries(quote.lines.map((line) => [line.code, line.amountMinor]));

describe('golden cases', () => {
  it('a Beni Ouarain rug to France: the preference saves the carpet ceiling', () => {
    const quote = known('FR', [rug]);
    expect(figures(quote)).toEqual({
      GOODS: 900_00, // 9,720.00 ÷ 10.80
      SHIPPING: 148_15, // 3000×2000×20 mm ÷ 5000 = 24 kg → zone A up to 25 kg, 1,600.00 ÷ 10.80 = 148.148
      INSURANCE: 9_00, // 1 % of 900.00
      DUTY: 0, // EU–Morocco preference 0 %
      VAT: 211_43, // 20 % × (900.00 + 148.15 + 9.00) = 20 % × 1,057.15
      CLEARANCE: 15_00, // 2 % × 211.43 = 4.23, at least 15.00
    });
    expect(quote.total).toEqual({ amountMinor: 1_283_58, currency: 'EUR' });
    expect(quote.perLine[0]).toMatchObject({
      customsValueMinor: 1_057_15,
      commodityCode: '5701 10 90',
      // 8 % × 1,057.15 = 84.57, but at most 2.80 × 6 m² = 16.80
      saved: 16_80,
      preference: { applied: true, regime: 'EU-MA', proof: 'origin declaration', mention: 'REVISED RULES', proofMonths: 10 },
    });
    expect(quote.alternative).toBeUndefined(); // over EUR 150: one way only
  });

  it('the same rug to the United States: FOB value in whole dollars, no VAT', () => {
    const quote = known('US', [rug]);
    expect(figures(quote)).toEqual({
      GOODS: 1_050_81, // 9,720.00 ÷ 9.25 = 1,050.8108
      SHIPPING: 302_70, // zone C up to 25 kg, 2,800.00 ÷ 9.25 = 302.7027
      INSURANCE: 10_51, // 1 % of 1,050.81
      DUTY: 0, // Free (MA)
    });
    expect(quote.total.amountMinor).toBe(1_364_02);
    expect(quote.perLine[0]).toMatchObject({ customsValueMinor: 1_051_00, saved: 47_30 }); // 4.5 % × 1,051.00 = 47.295
    expect(quote.warnings.map((w) => w.code)).toEqual(['ROWS_UNCONFIRMED', 'US_SECTION_301', 'TAX_LEFT_OUT']);
  });

  it('a tagine to Germany, over EUR 150: 9 % saved, and the ceramics declaration is asked for', () => {
    const quote = known('DE', [tagine]);
    expect(figures(quote)).toEqual({
      GOODS: 200_00, // 2,160.00 ÷ 10.80
      SHIPPING: 60_09, // 300×300×250 ÷ 5000 = 4.5 kg → zone B up to 5 kg, 649.00 ÷ 10.80 = 60.0926
      INSURANCE: 2_00, // 1 % of 200.00 = 2.00, the minimum
      DUTY: 0,
      VAT: 49_80, // 19 % × 262.09 = 49.7971
      CLEARANCE: 15_00,
    });
    expect(quote.total.amountMinor).toBe(326_89);
    expect(quote.perLine[0]!.saved).toBe(23_59); // 9 % × 262.09 = 23.5881
    expect(quote.perLine[0]!.screening.map((f) => [f.outcome, f.paper])).toContainEqual(['needs_paper', 'ceramics declaration of compliance']);
  });

  it('a brass tray to the United States: Free (MA), and 50 % of Section 232 on top', () => {
    const quote = known('US', [tray]);
    expect(figures(quote)).toEqual({
      GOODS: 200_00, // 1,850.00 ÷ 9.25
      SHIPPING: 90_81, // 3 kg → zone C up to 3 kg, 840.00 ÷ 9.25 = 90.8108
      INSURANCE: 2_00,
      DUTY: 0, // 3 % without the preference = 6.00
      SURCHARGE: 100_00, // 50 % × 200.00
      DUTY_FORWARDING: 15_00,
    });
    expect(quote.total.amountMinor).toBe(407_81);
    expect(quote.perLine[0]).toMatchObject({ dutyMinor: 0, surchargeMinor: 100_00, saved: 6_00, preference: { applied: true } });
  });

  it('low-value babouches to France: IOSS with EUR 3, or H1 with the preference', () => {
    const quote = known('FR', [babouches]);
    expect(quote.scheme).toBe('IOSS');
    expect(figures(quote)).toEqual({
      GOODS: 50_00, // 540.00 ÷ 10.80
      SHIPPING: 14_81, // post up to 1 kg, 160.00 ÷ 10.80 = 14.8148
      INSURANCE: 2_00,
      ITEM_DUTY: 3_00,
      VAT: 13_96, // 20 % × (66.81 + 3.00) = 13.962
    });
    expect(quote.total.amountMinor).toBe(83_77);
    // H1: no duty, 20 % × 66.81 = 13.362, clearance 15.00 → 66.81 + 13.36 + 15.00 = 95.17
    expect(quote.alternative).toMatchObject({ scheme: 'H1', total: { amountMinor: 95_17 }, etaDays: { min: quote.etaDays.min + 2 } });
  });

  it('eight different low-value things to France: H1 with the preference is cheaper', () => {
    const codes = ['640359', '420231', '580890', '711719', '460219', '691390', '442090', '940550'];
    const lines = codes.map((hsCode) => ({ ...babouches, key: hsCode, hsCode, goodsValueMadMinor: 108_00, grossWeightGrams: 100, netWeightGrams: 90 }));
    const quote = known('FR', lines);
    // 8 × 10.00 goods + 14.81 post (0.8 kg) + 2.00 insurance = 96.81.
    // IOSS: 96.81 + 24.00 + 20 % × 120.81 = 24.16 → 144.97. H1: 96.81 + 19.36 + 15.00 → 131.17.
    expect(quote.scheme).toBe('H1');
    expect(quote.total.amountMinor).toBe(131_17);
    expect(quote.alternative).toMatchObject({ scheme: 'IOSS', total: { amountMinor: 144_97 } });
    expect(quote.perLine.every((line) => line.saved === 3_00 && line.preference.applied)).toBe(true);
  });

  it('five of the same thing pay EUR 3 once', () => {
    const quote = known('FR', [{ ...babouches, quantity: 2 }, { ...babouches, key: 'more' }]);
    expect(quote.lines.filter((line) => line.code === 'ITEM_DUTY').map((line) => line.amountMinor)).toEqual([3_00, 0]);
  });

  it('babouches to the United Kingdom, under GBP 135: no duty, VAT at the sale, whatever the Incoterm', () => {
    const quote = known('GB', [babouches], { incoterm: 'DAP' });
    expect(quote.scheme).toBe('UK_LOW_VALUE');
    expect(figures(quote)).toEqual({
      GOODS: 43_55, // 540.00 ÷ 12.40 = 43.548
      SHIPPING: 12_90, // 160.00 ÷ 12.40 = 12.903
      INSURANCE: 2_00,
      DUTY: 0,
      VAT: 11_69, // 20 % × 58.45 = 11.69
    });
    expect(quote.total.amountMinor).toBe(70_14);
    expect(quote.onArrival.amountMinor).toBe(0);
  });

  it('the last penny of the United Kingdom’s GBP 135, and the first above it', () => {
    const foreign: QuoteLineRequest['materials'] = [{ name: 'wool', percent: 100, originCountry: 'NZ' }];
    const mat = { ...babouches, hsCode: '570110', materials: foreign, grossWeightGrams: 1_500, netWeightGrams: 1_400 };
    // 1,674.06 ÷ 12.40 = 135.0048 → 135.00; post up to 2 kg 230.00 ÷ 12.40 = 18.548; 20 % × 155.55 = 31.11
    expect(figures(known('GB', [{ ...mat, goodsValueMadMinor: 1_674_06 }]))).toEqual({ GOODS: 135_00, SHIPPING: 18_55, INSURANCE: 2_00, DUTY: 0, VAT: 31_11 });
    // 1,674.07 ÷ 12.40 = 135.0056 → 135.01; 8 % × 155.56 = 12.4448, down; 20 % × 168.00 = 33.60; 2.5 % × 46.04 → at least 11.00
    expect(figures(known('GB', [{ ...mat, goodsValueMadMinor: 1_674_07 }]))).toEqual({ GOODS: 135_01, SHIPPING: 18_55, INSURANCE: 2_00, DUTY: 12_44, VAT: 33_60, CLEARANCE: 11_00 });
  });

  it('a rug of foreign wool to the United States in May 2026: the full duty, Section 122 and the processing fee', () => {
    const quote = known('US', [{ ...rug, materials: [{ name: 'wool', percent: 100, originCountry: 'NZ' }] }], { asOf: '2026-05-01' });
    expect(figures(quote)).toMatchObject({
      DUTY: 47_30, // 4.5 % × 1,051.00 = 47.295
      SURCHARGE: 105_10, // 10 % × 1,051.00
      MPF: 2_69, // informal entry, nothing originating
      DUTY_FORWARDING: 15_00,
    });
    // 1,050.81 + 302.70 + 10.51 + 47.30 + 105.10 + 2.69 + 15.00
    expect(quote.total.amountMinor).toBe(1_534_11);
  });

  it('the rug to the United Kingdom: 8 % saved, rounded down to the penny', () => {
    const quote = known('GB', [rug]);
    // 783.87 + 141.94 (1,760.00 ÷ 12.40) + 7.84 = 933.65; 20 % = 186.73; clearance 2.5 % × 186.73 = 4.67 → 11.00
    expect(quote.total.amountMinor).toBe(783_87 + 141_94 + 7_84 + 186_73 + 11_00);
    expect(quote.perLine[0]!.saved).toBe(74_69); // 8 % × 933.65 = 74.692
  });

  it('the rug to Switzerland: no duty for anyone, VAT rounded to five centimes', () => {
    const quote = known('CH', [rug]);
    // 841.56 + 152.38 + 8.42 = 1,002.36; 8.1 % = 81.19116 → 81.20
    expect(figures(quote)).toMatchObject({ DUTY: 0, VAT: 81_20, CLEARANCE: 19_00 });
    expect(quote.total.amountMinor).toBe(1_002_36 + 81_20 + 19_00);
    expect(quote.perLine[0]!.preference).toMatchObject({ applied: false });
  });

  it('a small thing to Switzerland: VAT of CHF 5 or less is not collected', () => {
    const quote = known('CH', [{ ...babouches, goodsValueMadMinor: 231_00 }]);
    // 20.00 + 13.85 (160.00 ÷ 11.55) + 2.00 = 35.85; 8.1 % = 2.90 → not collected, nothing to advance
    expect(figures(quote)).toMatchObject({ VAT: 0 });
    expect(quote.total.amountMinor).toBe(35_85);
  });

  it('the rug to Canada: no preference counted, the full duty, GST on top', () => {
    const quote = known('CA', [rug]);
    expect(figures(quote)).toMatchObject({
      GOODS: 1_461_65, // 9,720.00 ÷ 6.65 = 1,461.654
      DUTY: 182_71, // 12.5 % × 1,461.65 (FOB) = 182.706
      GST: 82_22, // 5 % × 1,644.36 = 82.218
      CLEARANCE: 20_00,
    });
    expect(quote.perLine[0]).toMatchObject({ saved: 0, preference: { applied: false, regime: 'CA-GPT', why: 'Morocco has no preference here for this tariff line' } });
    expect(quote.warnings.map((w) => w.code)).toEqual(['ROWS_UNCONFIRMED', 'CA_GPT', 'TAX_LEFT_OUT', 'PREFERENCE_NOT_USED']);
  });
});

describe('the law of the day', () => {
  it.each([
    ['2025-08-28', 'DE_MINIMIS', undefined], // the last day of USD 800
    ['2025-08-29', 'ENTRY', 5_80], // IEEPA 10 % of 58.00
    ['2026-02-20', 'ENTRY', 5_80],
    ['2026-02-21', 'ENTRY', undefined], // struck down, Section 122 not yet begun
    ['2026-02-24', 'ENTRY', 5_80],
    ['2026-07-23', 'ENTRY', 5_80],
    ['2026-07-24', 'ENTRY', undefined],
  ])('babouches to the United States on %s', (asOf, scheme, surcharge) => {
    const quote = known('US', [babouches], { asOf });
    expect(quote.scheme).toBe(scheme);
    expect(figures(quote)['SURCHARGE']).toBe(surcharge);
  });

  it('Section 122 is silent where Section 232 speaks', () => {
    const quote = known('US', [tray], { asOf: '2026-05-01' });
    expect(quote.lines.filter((line) => line.kind === 'surcharge').map((line) => line.label)).toEqual(['Additional duty Section 232 copper 9903.82.02']);
  });

  it('babouches to France before and after 1 July 2026', () => {
    expect(known('FR', [babouches], { asOf: '2026-06-30' }).perLine[0]!.dutyMinor).toBe(0);
    expect(known('FR', [babouches], { asOf: '2026-07-01' }).perLine[0]!.dutyMinor).toBe(3_00);
  });

  it('a business never uses the low-value scheme of the EU', () => {
    expect(known('FR', [babouches], { buyerKind: 'business' }).scheme).toBe('H1');
  });

  it('delivered at place, the buyer pays the border and we the way', () => {
    const quote = known('FR', [rug], { incoterm: 'DAP' });
    expect(quote.total.amountMinor).toBe(1_057_15);
    expect(quote.onArrival.amountMinor).toBe(226_43);
  });
});
