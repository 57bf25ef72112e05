import fc from 'fast-check';
import { splitByExporter, type BasketQuote, type PricedLine } from './freeze.js';
import { CHARGE_KINDS } from '../pro-forma.js';

const minor = fc.integer({ min: 0, max: 5_000_000 });

const lineArbitrary = fc.record({
  exporter: fc.constantFrom('a', 'b', 'c'),
  quantity: fc.integer({ min: 1, max: 40 }),
  grossWeightGrams: fc.integer({ min: 1, max: 60_000 }),
  unitShares: fc.record({ makerMinor: fc.integer({ min: 1, max: 900_000 }), clusterMinor: minor, centreMinor: minor, platformMinor: minor }),
  onceMinor: fc.nat(500_000),
  goodsMinor: minor,
  dutyMinor: minor,
  surchargeMinor: minor,
  taxMinor: minor,
});

const chargeArbitrary = fc.record({ kind: fc.constantFrom(...CHARGE_KINDS.filter((kind) => kind !== 'prepaid')), amountMinor: minor, line: fc.option(fc.nat(20)) });

function pricedLine(id: string, drawn: { exporter: string; quantity: number; grossWeightGrams: number; unitShares: PricedLine['unitShares']; onceMinor: number }): PricedLine {
  return {
    productId: id, artisanId: id, makerName: 'Fatima Aït Lahcen', quantity: drawn.quantity, title: { en: 'Rug', fr: 'Tapis', ar: 'زربية' },
    hsCode: '570110', originRegion: 'MA-05', materials: [], netWeightGrams: drawn.grossWeightGrams, grossWeightGrams: drawn.grossWeightGrams,
    lengthMm: 1, widthMm: 1, heightMm: 1, certified: true, certificateNumber: 'C-1', foodContact: false, unique: false, leadTimeDays: 0, photograph: null,
    exporter: { kind: 'artisan', id: drawn.exporter, name: drawn.exporter }, unitShares: drawn.unitShares, onceMinor: drawn.onceMinor,
  };
}

function basketOf(drawn: readonly Parameters<typeof pricedLine>[1][], perLine: readonly Pick<BasketQuote['perLine'][number], 'goodsMinor' | 'dutyMinor' | 'surchargeMinor' | 'taxMinor'>[], charges: readonly { kind: BasketQuote['charges'][number]['kind']; amountMinor: number; line: number | null }[]): [PricedLine[], BasketQuote] {
  const lines = drawn.map((d, i) => pricedLine(`p${i}`, d));
  const quote: BasketQuote = {
    currency: 'EUR',
    totalMinor: charges.reduce((sum, charge) => sum + charge.amountMinor, 0),
    charges: charges.map((c) => ({ kind: c.kind, code: 'X', label: 'x', key: c.line === null ? null : `p${c.line % lines.length}`, amountMinor: c.amountMinor, formula: '', rate: '', source: '', checkedOn: '2026-11-24', confidence: 'verified' })),
    perLine: lines.map((line, i) => ({ key: line.productId, goodsMinor: perLine[i]!.goodsMinor, dutyMinor: perLine[i]!.dutyMinor, surchargeMinor: perLine[i]!.surchargeMinor, taxMinor: perLine[i]!.taxMinor, customsValueMinor: 0, commodityCode: null, preference: { applied: false, regime: null, proof: null, why: '' } })),
    heading: { scheme: 'H1', customsBasis: 'CIF', asOf: '2026-11-24', etaDays: { min: 5, max: 9 }, warnings: [], dataVersion: 'x' },
  };
  return [lines, quote];
}

describe('splitting a quoted basket by exporter', () => {
  it('loses and doubles nothing: orders, lines, charges and shares all add up to the quote', () => {
    fc.assert(
      fc.property(fc.array(lineArbitrary, { minLength: 1, maxLength: 8 }), fc.array(chargeArbitrary, { maxLength: 12 }), (drawn, charges) => {
        const [lines] = basketOf(drawn, drawn, []);
        // Each exporter's consignment is quoted on its own: what charges a piece of somebody else is left out of it.
        const quotes = new Map([...new Set(lines.map((line) => line.exporter.id))].map((exporter) => {
          const theirs = charges.filter((c) => c.line === null || lines[c.line % lines.length]!.exporter.id === exporter);
          return [exporter, basketOf(drawn, drawn, theirs)[1]] as const;
        }));
        const parts = splitByExporter(lines, quotes);
        for (const part of parts) expect(part.totals.totalMinor).toBe(quotes.get(part.exporter.id)!.totalMinor);
        const shown = [...quotes.values()].reduce((sum, quote) => sum + quote.totalMinor, 0);
        for (const part of parts) expect(part.quote.basketTotalMinor).toBe(shown);
        expect(parts.flatMap((part) => part.lines).reduce((sum, line) => sum + (line.onceMadMinor ?? 0), 0)).toBe(drawn.reduce((sum, one) => sum + one.onceMinor, 0));
        expect(parts.flatMap((part) => part.lines.map((line) => line.productId)).sort()).toEqual(lines.map((line) => line.productId).sort());
        expect(new Set(parts.map((part) => part.exporter.id)).size).toBe(parts.length);
        for (const part of parts) {
          const { totalMinor, ...kinds } = part.totals;
          expect(Object.values(kinds).reduce((a, b) => a + b, 0)).toBe(totalMinor);
          expect(Object.values(part.shares).reduce((a, b) => a + b, 0)).toBe(totalMinor);
          expect(part.quote.charges.reduce((sum, charge) => sum + charge.amountMinor, 0)).toBe(totalMinor);
          for (const line of part.lines) {
            expect(Object.values(line.shares).reduce((a, b) => a + b, 0)).toBe(line.goodsMinor);
            expect(Object.values(line.sharesMad).reduce((a, b) => a + b, 0)).toBe(line.goodsMadMinor);
            expect(Math.min(...Object.values(line.shares))).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses a quote whose figures are not its total, or that charges what is not in the basket', () => {
    const drawn = [{ exporter: 'a', quantity: 1, grossWeightGrams: 900, unitShares: { makerMinor: 100, clusterMinor: 0, centreMinor: 0, platformMinor: 10 }, onceMinor: 0 }];
    const perLine = [{ goodsMinor: 10, dutyMinor: 0, surchargeMinor: 0, taxMinor: 2 }];
    const [lines, quote] = basketOf(drawn, perLine, [{ kind: 'goods', amountMinor: 10, line: 0 }]);
    const split = (over: Partial<BasketQuote>) => splitByExporter(lines, new Map([['a', { ...quote, ...over }]]));
    expect(() => split({ totalMinor: 11 })).toThrow(RangeError);
    expect(() => split({ charges: [{ ...quote.charges[0]!, key: 'elsewhere' }] })).toThrow(RangeError);
    expect(() => split({ perLine: [] })).toThrow(RangeError);
    expect(() => splitByExporter(lines, new Map())).toThrow('nothing is quoted');
  });
});
