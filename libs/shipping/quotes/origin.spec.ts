import type { ReferenceBook } from '../reference/book.js';
import { assessOrigin, type OriginVerdict } from './origin.js';
import type { QuoteLineRequest, QuoteMaterial } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

function verdict(country: string, more: Partial<QuoteLineRequest>): OriginVerdict {
  const market = book.market(country, '2026-11-24')!;
  return assessOrigin(market.originRegime?.row ?? null, market.originRules, piece(more));
}
const of = (name: string, originCountry: string, more: Partial<QuoteMaterial> = {}): QuoteMaterial => ({ name, percent: null, originCountry, ...more });

describe('is it Moroccan?', () => {
  it('made of Moroccan materials only: yes, on every corridor that has an agreement', () => {
    for (const country of ['FR', 'GB', 'US', 'CH']) expect(verdict(country, {}).originating).toBe('yes');
    expect(verdict('CA', {})).toMatchObject({ originating: 'no', why: expect.stringMatching('no agreement') });
  });

  it('nothing said about materials: not provable', () => {
    expect(verdict('FR', { materials: [] }).originating).toBe('not_provable');
  });

  it.each(['MA-11', 'MA-12'])('goods of %s to the EU go to a person; elsewhere the rule does not exist', (originRegion) => {
    expect(verdict('FR', { originRegion }).originating).toBe('review');
    expect(verdict('FR', { originRegion, originating: true }).originating).toBe('review');
    expect(verdict('GB', { originRegion }).originating).toBe('yes');
  });

  it('a signed verdict counts more than the materials', () => {
    expect(verdict('FR', { originating: false }).originating).toBe('no');
    expect(verdict('FR', { originating: true, materials: [of('yarn', 'CN')] }).originating).toBe('yes');
  });

  it('a European material cumulates', () => {
    const found = verdict('FR', { materials: [of('wool', 'MA'), of('cotton warp', 'ES')] });
    expect(found).toMatchObject({ originating: 'yes', why: expect.stringMatching('cotton warp from ES cumulates') });
  });

  describe('by the product rules of the United Kingdom (the PEM list of 2012)', () => {
    it.each<[string, string, Partial<QuoteMaterial>, OriginVerdict['originating']]>([
      // Chapter 57 takes natural fibres, not yarn: dyed wool yarn of 5106–5110 breaks the origin of a carpet.
      ['570110', 'dyed wool yarn', { hsCode: '5106' }, 'no'],
      ['570110', 'greasy wool', { hsCode: '510111' }, 'yes'],
      ['570110', 'some wool', {}, 'not_provable'],
      ['420221', 'goat hide', { hsCode: '4106' }, 'yes'],
      ['691200', 'clay', { hsCode: '250840' }, 'yes'],
      ['691200', 'white body to paint', { hsCode: '691200' }, 'no'],
      ['711311', 'silver sheet', { hsCode: '710692' }, 'yes'],
      ['620442', 'cotton yarn', { hsCode: '520512' }, 'yes'],
      ['620442', 'printed cloth', { hsCode: '520852' }, 'no'],
      ['640359', 'leather upper', { hsCode: '4113' }, 'yes'],
      ['640359', 'upper on its sole', { hsCode: '640610' }, 'no'],
      ['340111', 'palm oil', { hsCode: '1511' }, 'not_provable'],
    ])('%s holding %s %j: %s', (hsCode, name, more, expected) => {
      expect(verdict('GB', { hsCode, materials: [of(name, 'CN', more)] }).originating).toBe(expected);
    });

    it.each<[string, number, string | null, OriginVerdict['originating']]>([
      // 74: another heading and at most 50 % of the ex-works price of 1,000.00
      ['741810', 500_00, '740921', 'yes'],
      ['741810', 500_01, '740921', 'no'],
      ['741810', 100_00, '741810', 'no'],
      ['741810', 100_00, null, 'not_provable'],
      // 94: another heading, or at most 40 %
      ['940360', 900_00, '4407', 'yes'],
      ['940360', 400_00, '940390', 'yes'],
      ['940360', 400_01, '940390', 'no'],
      // 9405: at most 50 % whatever the heading
      ['940550', 500_01, '740921', 'no'],
    ])('%s with imported material of %i centimes and code %s: %s', (hsCode, costMadMinor, code, expected) => {
      expect(verdict('GB', { hsCode, exWorksMadMinor: 1_000_00, materials: [of('sheet', 'CN', { costMadMinor, hsCode: code })] }).originating).toBe(expected);
    });

    it('says the rule it looked at', () => {
      expect(verdict('GB', { materials: [of('dyed wool yarn', 'CN', { hsCode: '5106' })] }).why).toBe(
        'dyed wool yarn from CN: rule 57 of UK-MA asks "natural fibres, coir or jute yarn, filament yarn, or staple fibres not carded or combed", which is not met',
      );
    });
  });

  it('the EU rules are not encoded yet, and that is what it says', () => {
    expect(verdict('FR', { materials: [of('yarn', 'CN', { hsCode: '5106' })] })).toMatchObject({ originating: 'not_provable', why: expect.stringMatching('not recorded') });
  });

  describe('by the value test of the United States: 35 % of 1,000.00', () => {
    const box = (materials: QuoteMaterial[], work: number | null): OriginVerdict =>
      verdict('US', { hsCode: '442090', exWorksMadMinor: 1_000_00, materials, processingCostMadMinor: work });

    it.each<[number, number, OriginVerdict['originating']]>([
      [100_00, 250_00, 'yes'], // (100 + 250) ÷ 1,000 = 35 %
      [100_00, 249_99, 'no'],
    ])('Moroccan materials %i and work %i: %s', (own, work, expected) => {
      expect(box([of('thuya', 'MA', { costMadMinor: own }), of('mother of pearl', 'PH', { costMadMinor: 300_00 })], work).originating).toBe(expected);
    });

    it('US materials count for fifteen points at most', () => {
      // 15 (capped from 40) + 10 + 9.9 = 34.9
      const parts = [of('thuya', 'MA', { costMadMinor: 100_00 }), of('hinges', 'US', { costMadMinor: 400_00 }), of('lacquer', 'CN', { costMadMinor: 50_00 })];
      expect(box(parts, 99_00)).toMatchObject({ originating: 'no', why: expect.stringMatching('34.9 % of the value') });
      expect(box(parts, 100_00).originating).toBe('yes');
    });

    it('needs every cost', () => {
      expect(box([of('thuya', 'MA', { costMadMinor: 100_00 }), of('lacquer', 'CN')], 300_00).originating).toBe('not_provable');
      expect(box([of('lacquer', 'CN', { costMadMinor: 1 })], null).originating).toBe('not_provable');
    });

    it('textiles have a rule of their own: foreign yarn breaks it', () => {
      expect(verdict('US', { materials: [of('yarn', 'CN', { hsCode: '5106', costMadMinor: 1 })], processingCostMadMinor: 9_000_00 }).originating).toBe('no');
    });
  });

  it('the rules of the day: the EU proof changed on 2 October 2025', () => {
    const before = book.market('FR', '2025-10-01')!.originRegime!.row;
    const after = book.market('FR', '2025-10-02')!.originRegime!.row;
    expect([before.proofBelow, before.proofMonths, before.mention]).toEqual(['invoice declaration', 4, null]);
    expect([after.proofBelow, after.proofMonths, after.mention]).toEqual(['origin declaration', 10, 'REVISED RULES']);
  });
});
