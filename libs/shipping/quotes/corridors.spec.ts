import type { ReferenceBook } from '../reference/book.js';
import type { ReferenceRows, SurchargeRow } from '../reference/row.js';
import { landedCost } from './landed-cost.js';
import type { KnownQuote, QuoteLineRequest, QuoteRequest } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';

/** More golden cases by hand: 1 USD = 9.25 MAD, 1 CAD = 6.65, 1 AED = 2.52, 1 SAR = 2.47, 1 EUR = 10.80, 1 GBP = 12.40 (demonstration rates). */
let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

function known(country: string, lines: QuoteLineRequest[], more: Partial<QuoteRequest> = {}, from: ReferenceBook = book): KnownQuote {
  const request: QuoteRequest = { country, buyerKind: 'consumer', incoterm: 'DDP', asOf: '2026-11-24', lines, ...more };
  const quote = landedCost(from.market(country, request.asOf), request, 'test');
  if (!quote.known) throw new Error(JSON.stringify(quote.reasons));
  return quote;
}
const figures = (quote: KnownQuote) => Object.fromEntries(quote.lines.map((line) => [line.code, line.amountMinor]));
const from = (originCountry: string, hsCode: string): Partial<QuoteLineRequest> => ({ materials: [{ name: 'imported', percent: 100, originCountry, hsCode }], making: { operations: ['packing'], processingCostMadMinor: null, exWorksMadMinor: null } });
/** A parcel of one kilogram that fits a shoe box. */
const small = (more: Partial<QuoteLineRequest>): QuoteLineRequest => piece({ netWeightGrams: 500, grossWeightGrams: 700, lengthMm: 300, widthMm: 200, heightMm: 100, ...more });

describe('the United States', () => {
  const bag = small({ hsCode: '420221', goodsValueMadMinor: 1_850_00 }); // 1,850.00 ÷ 9.25 = 200.00

  it('the processing fee is waived for what is declared as originating', () => {
    expect(figures(known('US', [bag]))).not.toHaveProperty('MPF');
  });

  it('an informal entry without the preference pays duty and the flat fee', () => {
    const quote = known('US', [{ ...bag, ...from('CN', '420221') }]);
    // 9 % × 200.00 = 18.00; up to USD 2,500: 2.69; forwarding 15.00
    expect(figures(quote)).toMatchObject({ DUTY: 18_00, MPF: 2_69, DUTY_FORWARDING: 15_00 });
    expect(quote.perLine[0]!.preference).toMatchObject({ applied: false, originating: 'no' });
  });

  it('a formal entry pays 0.3464 %, at least 33.58 and at most 651.50', () => {
    const mpf = (usd: number): number | undefined => figures(known('US', [{ ...bag, ...from('CN', '420221'), goodsValueMadMinor: usd * 9_25 }]))['MPF'];
    expect(mpf(2_501)).toBe(33_58); // 0.3464 % × 2,501.00 = 8.66
    expect(mpf(20_000)).toBe(69_28); // 0.3464 % × 20,000.00
    expect(mpf(500_000)).toBe(651_50); // 1,732.00
  });

  it('claims origin even where the duty is free, because the fee is then not due', () => {
    const quote = known('US', [small({ hsCode: '830629', goodsValueMadMinor: 1_850_00, materials: [{ name: 'brass', percent: 100, originCountry: 'MA' }] })]);
    expect(quote.perLine[0]).toMatchObject({ dutyMinor: 0, saved: 0, preference: { applied: true, proofKind: 'us_declaration' } });
    expect(figures(quote)).not.toHaveProperty('MPF');
  });

  it('brass: a statuette of 8306.29 is free of Section 232, a tray of 7418.10 is not', () => {
    const brass = { goodsValueMadMinor: 1_850_00, materials: [{ name: 'brass', percent: 100, originCountry: 'MA' }] };
    expect(figures(known('US', [small({ hsCode: '830629', ...brass })]))).not.toHaveProperty('SURCHARGE');
    expect(figures(known('US', [small({ hsCode: '741810', ...brass })]))).toMatchObject({ SURCHARGE: 100_00 });
    // Lanterns, silver and imitation jewellery are not on the list of April 2026.
    for (const hsCode of ['940550', '711311', '711719']) expect(figures(known('US', [small({ hsCode, ...brass })]))).not.toHaveProperty('SURCHARGE');
  });

  it('a frame of 8306.30 with less than 15 % of metal by weight is out', () => {
    const frame = (percent: number | null) => figures(known('US', [small({ hsCode: '830630', goodsValueMadMinor: 925_00, materials: [{ name: 'bone', percent: percent === null ? null : 100 - percent, originCountry: 'MA' }, { name: 'Steel', percent, originCountry: 'MA' }] })]))['SURCHARGE'];
    expect(frame(14)).toBeUndefined();
    expect(frame(15)).toBe(25_00); // 25 % × 100.00
    expect(frame(null)).toBe(25_00); // nobody said how much: it counts
  });
});

describe('layers as data', () => {
  const layer: SurchargeRow = {
    tariffGroup: 'US', programme: 'A floor', prefix: '4202', heading: '9903.99.99', rate: 'FLOOR 15 %', yieldsTo: [], metals: [], metalFromPercent: null, says: 'brings the duty to 15 %', saysFr: '', saysAr: '',
    validFrom: '2026-01-01', validUntil: null, source: 'a test', checkedOn: '2026-11-24', confidence: 'verified',
  };
  const bag = { ...small({ hsCode: '420221', goodsValueMadMinor: 1_850_00 }), ...from('CN', '420221') };

  it('a floor fills the duty up, and is nothing where the duty is higher', async () => {
    const with15 = await shippedBook((rows: ReferenceRows) => ({ ...rows, surcharge: [...rows.surcharge, layer] }));
    // 15 % × 200.00 = 30.00, less the duty of 18.00
    expect(figures(known('US', [bag], {}, with15))).toMatchObject({ DUTY: 18_00, SURCHARGE: 12_00 });
    const with5 = await shippedBook((rows) => ({ ...rows, surcharge: [{ ...layer, rate: 'FLOOR 5 %' }] }));
    expect(figures(known('US', [bag], {}, with5))).toMatchObject({ DUTY: 18_00, SURCHARGE: 0 });
  });

  it('one layer silences another', async () => {
    const both = await shippedBook((rows) => ({ ...rows, surcharge: [layer, { ...layer, programme: 'Another', heading: '9903.99.98', rate: '10 %', yieldsTo: ['A floor'] }] }));
    expect(known('US', [bag], {}, both).lines.filter((line) => line.kind === 'surcharge')).toHaveLength(1);
  });
});

describe('the European Union under EUR 150', () => {
  const cheap = (key: string, hsCode: string, quantity = 1): QuoteLineRequest => small({ key, hsCode, quantity, goodsValueMadMinor: 108_00, grossWeightGrams: 100, netWeightGrams: 90, heightMm: 20, ...from('CN', hsCode) });
  const itemDuty = (lines: QuoteLineRequest[]): number => known('FR', lines).lines.filter((line) => line.code === 'ITEM_DUTY').reduce((sum, line) => sum + line.amountMinor, 0);

  it('five of one thing pay EUR 3, two things EUR 6, whatever their number', () => {
    expect(itemDuty([cheap('shirts', '621142', 5)])).toBe(3_00);
    expect(itemDuty([cheap('shirt', '621142'), cheap('jewel', '711719')])).toBe(6_00);
    // A silk and a wool garment are two sub-headings.
    expect(itemDuty([cheap('silk', '620449'), cheap('cotton', '620442')])).toBe(6_00);
  });

  it('shows both ways and what the other costs more', () => {
    const babouches = small({ hsCode: '640359', goodsValueMadMinor: 540_00 });
    const quote = known('FR', [babouches]);
    // IOSS 83.77, H1 with the preference 95.17: 11.40 more, two days longer (see landed-cost.spec.ts)
    expect(quote.alternative).toMatchObject({ scheme: 'H1', moreMinor: 11_40, why: 'full declaration (H1) with the preference costs 11.40 EUR more than IOSS, without a claim of origin, and takes 2 days longer' });
    expect(quote.alternative!.total.amountMinor - quote.total.amountMinor).toBe(quote.alternative!.moreMinor);
  });
});

describe('rounding as each customs rounds', () => {
  it('down to the penny in the United Kingdom', () => {
    // (783.87 + 141.94 + 7.84 = 933.65) × 8 % = 74.692; VAT 20 % × 1,008.34 = 201.668, down to 201.66
    const quote = known('GB', [piece({ ...from('CN', '570110') })]);
    expect(figures(quote)).toMatchObject({ DUTY: 74_69, VAT: 201_66 });
  });

  it('to five centimes in Switzerland, to whole dollars of value in the United States, to the cent elsewhere', () => {
    expect(figures(known('CH', [piece()]))['VAT']! % 5).toBe(0);
    expect(known('US', [piece()]).perLine[0]!.customsValueMinor % 100).toBe(0);
    // CAD: 12.5 % × 1,461.65 = 182.70625 → 182.71
    expect(figures(known('CA', [piece()]))['DUTY']).toBe(182_71);
  });
});

describe('the Gulf', () => {
  it('a rug to the Emirates: free under the Arab free trade area, 5 % without it', () => {
    // 9,720.00 ÷ 2.52 = 3,857.14; freight 2,800.00 ÷ 2.52 = 1,111.11; insurance 38.57; value 5,006.82
    const free = known('AE', [piece()]);
    expect(figures(free)).toMatchObject({ GOODS: 3_857_14, SHIPPING: 1_111_11, INSURANCE: 38_57, DUTY: 0, VAT: 250_34, CLEARANCE: 75_00 }); // 5 % × 5,006.82 = 250.341
    expect(free.perLine[0]).toMatchObject({ saved: 250_34, preference: { applied: true, regime: 'GAFTA', proof: 'Arab certificate of origin' } });
    const full = known('AE', [piece({ ...from('CN', '570110') })]);
    expect(figures(full)).toMatchObject({ DUTY: 250_34, VAT: 262_86 }); // 5 % × (5,006.82 + 250.34) = 262.858
  });

  it('15 % of VAT in Saudi Arabia', () => {
    // 9,720.00 ÷ 2.47 = 3,935.22; 2,800.00 ÷ 2.47 = 1,133.60; 39.35; 15 % × 5,108.17 = 766.2255
    expect(figures(known('SA', [piece()]))).toMatchObject({ GOODS: 3_935_22, SHIPPING: 1_133_60, INSURANCE: 39_35, VAT: 766_23 });
  });
});

describe('Canada', () => {
  it('under CAD 20 neither duty nor tax', () => {
    const quote = known('CA', [small({ hsCode: '640359', goodsValueMadMinor: 133_00 })]); // 20.00 CAD
    expect(quote.scheme).toBe('CA_DE_MINIMIS');
    expect(figures(quote)).toMatchObject({ DUTY: 0, GST: 0 });
    expect(known('CA', [small({ hsCode: '640359', goodsValueMadMinor: 133_10 })]).scheme).toBe('ENTRY');
  });
});
