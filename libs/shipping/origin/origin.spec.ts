import type { ReferenceBook } from '../reference/book.js';
import type { Making, QuoteLineRequest, QuoteMaterial } from '../quotes/quote.js';
import { piece, shippedBook } from '../quotes/quotes.fixtures.js';
import { say } from '../words/saying.js';
import { origin, type OriginVerdict } from './origin.js';
import type { Originating } from './verdict.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

const made = (operations: string[], more: Partial<Making> = {}): Making => ({ operations, processingCostMadMinor: null, exWorksMadMinor: 1_000_00, ...more });
function verdict(country: string, more: Partial<QuoteLineRequest>, day = '2026-11-24'): OriginVerdict {
  return origin(book.corridor(country, day), piece({ making: made(['joinery']), ...more }));
}
const of = (name: string, originCountry: string, more: Partial<QuoteMaterial> = {}): QuoteMaterial => ({ name, percent: null, originCountry, ...more });
const why = (found: OriginVerdict): string => say(found.why, 'en');

describe('is it Moroccan?', () => {
  it('made of Moroccan materials only: yes, on every corridor that has an agreement', () => {
    for (const country of ['FR', 'ES', 'GB', 'US', 'CH', 'NO', 'TR', 'TN', 'JO', 'AE', 'SA', 'JP', 'CA']) expect(verdict(country, {})).toMatchObject({ originating: 'yes', criterion: 'moroccan_materials' });
    expect(verdict('AU', {})).toMatchObject({ originating: 'no', criterion: null });
  });

  it('names a material by its word in the language of the reader, or as its maker calls it', () => {
    const knotted = { hsCode: '570110', making: made(['knotting']) };
    const wool = of('Wool', 'NZ', { hsCode: '5106', words: { en: 'Wool', fr: 'Laine', ar: 'صوف' } });
    expect(say(verdict('FR', { ...knotted, materials: [wool] }).why, 'ar')).toMatch('صوف');
    expect(say(verdict('FR', { ...knotted, materials: [of('Siroua mix', 'NZ', { hsCode: '5106', words: null })] }).why, 'ar')).toMatch('Siroua mix');
  });

  it('nothing said about materials: not provable, and it names the field', () => {
    expect(verdict('FR', { materials: [] })).toMatchObject({ originating: 'not_provable', asks: ['materials'] });
  });

  it.each(['MA-11', 'MA-12'])('goods of %s to the EU go to a person; elsewhere the rule does not exist', (originRegion) => {
    expect(verdict('FR', { originRegion }).originating).toBe('review');
    expect(verdict('DE', { originRegion, originating: true }).originating).toBe('review');
    expect(verdict('GB', { originRegion }).originating).toBe('yes');
  });

  it('a signed verdict counts more than the materials', () => {
    expect(verdict('FR', { originating: false }).originating).toBe('no');
    expect(verdict('FR', { originating: true, materials: [of('yarn', 'CN')] })).toMatchObject({ originating: 'yes', criterion: 'signed' });
  });

  it('minimal operations never confer origin, and work that nobody stated proves nothing', () => {
    const bag = { hsCode: '420221', materials: [of('goat hide', 'CN', { hsCode: '4106' })] };
    expect(verdict('GB', { ...bag, making: made(['leather-cutting', 'leather-stitching']) }).originating).toBe('yes');
    expect(verdict('GB', { ...bag, making: made(['packing', 'labelling', 'simple-assembly']) })).toMatchObject({ originating: 'no' });
    expect(verdict('GB', { ...bag, making: null })).toMatchObject({ originating: 'not_provable', asks: ['operations'] });
    // Washing does not undo the sewing beside it.
    expect(verdict('GB', { ...bag, making: made(['washing', 'leather-stitching']) }).originating).toBe('yes');
  });

  it('a European material cumulates while its own proof is held', () => {
    const materials = [of('wool', 'MA'), of('cotton warp', 'ES', { originProof: true })];
    expect(why(verdict('FR', { materials }))).toBe('made in Morocco; cotton warp from ES counts as Moroccan under EU-MA, its proof of origin being on file');
    const unproved = [of('wool', 'MA', { percent: 70 }), of('cotton warp', 'ES', { percent: 30, hsCode: '5205' })];
    expect(verdict('FR', { materials: unproved, making: made(['spinning', 'weaving']) }).originating).toBe('no');
    expect(why(verdict('FR', { materials: unproved, making: made(['spinning', 'weaving']) }))).toMatch('cotton warp from ES without its proof of origin');
    // Sewn together only, it keeps the origin it came with.
    expect(verdict('FR', { materials, making: made(['packing']) }).originating).toBe('no');
  });

  describe('by the product rules of the United Kingdom (the PEM list of 2012)', () => {
    it.each<[string, string, Partial<QuoteMaterial>, Originating]>([
      // Chapter 57 takes natural fibres, not yarn: dyed wool yarn of 5106–5110 breaks the origin of a carpet.
      ['570110', 'dyed wool yarn', { hsCode: '5106', percent: 60 }, 'no'],
      ['570110', 'greasy wool', { hsCode: '510111' }, 'yes'],
      ['570110', 'some wool', {}, 'not_provable'],
      ['420221', 'goat hide', { hsCode: '4106' }, 'yes'],
      ['691200', 'clay', { hsCode: '250840' }, 'yes'],
      // A share of the price it has none of: nobody said what it costs, so the 10 % cannot be judged.
      ['691200', 'white body to paint', { hsCode: '691200' }, 'not_provable'],
      ['691200', 'white body to paint', { hsCode: '691200', costMadMinor: 100_01 }, 'no'],
      ['691200', 'white lid', { hsCode: '691200', costMadMinor: 100_00 }, 'yes'], // 10 % of 1,000.00
      ['711311', 'silver sheet', { hsCode: '710692' }, 'yes'],
      ['620442', 'cotton yarn', { hsCode: '520512' }, 'yes'],
      ['620442', 'printed cloth', { hsCode: '520852', percent: 100 }, 'no'],
      // Buttons of chapter 96 are free in made-up textiles.
      ['620442', 'buttons', { hsCode: '960622' }, 'yes'],
      // "Unbleached single yarn": the heading does not tell, a person does.
      ['630120', 'wool yarn', { hsCode: '5106' }, 'not_provable'],
      ['640359', 'leather upper', { hsCode: '4113' }, 'yes'],
      ['640359', 'upper on its sole', { hsCode: '640610', costMadMinor: 300_00 }, 'no'],
      ['821192', 'blade', { hsCode: '821194' }, 'yes'],
      ['151590', 'argan fruit', { hsCode: '120799', costMadMinor: 500_00 }, 'no'],
      ['999999', 'anything', { hsCode: '1511' }, 'not_provable'],
    ])('%s holding %s %j: %s', (hsCode, name, more, expected) => {
      expect(verdict('GB', { hsCode, materials: [of(name, 'CN', more)] }).originating).toBe(expected);
    });

    it.each<[string, number, string | null, Originating]>([
      // 74: another heading and at most 50 % of the ex-works price of 1,000.00
      ['741810', 500_00, '740921', 'yes'],
      ['741810', 500_01, '740921', 'no'],
      ['741810', 100_01, '741810', 'no'],
      ['741810', 100_00, '741810', 'yes'], // the same heading, within the tolerance of 10 %
      ['741810', 100_00, null, 'not_provable'],
      // 94: another heading, or at most 40 %
      ['940360', 900_00, '4407', 'yes'],
      ['940360', 400_00, '940390', 'yes'],
      ['940360', 400_01, '940390', 'no'],
      // 9405: at most 50 % whatever the heading; the tolerance never lifts a ceiling
      ['940550', 500_01, '740921', 'no'],
      // 8306: its own heading up to 30 %
      ['830629', 300_00, '830610', 'yes'],
      ['830629', 300_01, '830610', 'no'],
      // 33: its own heading up to 20 %, or everything up to 40 %
      ['330499', 400_00, '330410', 'yes'],
      ['330499', 400_01, '330410', 'no'],
    ])('%s with imported material of %i centimes and code %s: %s', (hsCode, costMadMinor, code, expected) => {
      expect(verdict('GB', { hsCode, materials: [of('sheet', 'CN', { costMadMinor, hsCode: code })] }).originating).toBe(expected);
    });

    it('embroidered: cloth up to 40 % of the price, when the embroidering is done here', () => {
      const caftan = (costMadMinor: number, operations: string[]): Originating => verdict('GB', { hsCode: '620442', materials: [of('silk cloth', 'CN', { hsCode: '5007', costMadMinor, percent: 95 })], making: made(operations) }).originating;
      expect(caftan(400_00, ['embroidering', 'making-up'])).toBe('yes');
      expect(caftan(400_01, ['embroidering', 'making-up'])).toBe('no');
      expect(caftan(400_00, ['making-up'])).toBe('no');
    });

    it('tolerates a little yarn by weight in chapters 50 to 63', () => {
      const warp = (percent: number): OriginVerdict => verdict('GB', { materials: [of('wool', 'MA', { percent: 100 - percent }), of('cotton warp', 'EG', { hsCode: '5205', percent })] });
      expect(warp(10)).toMatchObject({ originating: 'yes', criterion: 'tolerance' });
      expect(warp(11).originating).toBe('no');
    });

    it('says the rule it looked at, in the reader’s language', () => {
      const found = verdict('GB', { materials: [of('dyed wool yarn', 'CN', { hsCode: '5106', percent: 60 })] });
      expect(why(found)).toBe('dyed wool yarn from CN: rule 57 of UK-MA asks "natural fibres, coir or jute yarn, filament yarn, or staple fibres not carded or combed", which is not met');
      expect(say(found.why, 'fr')).toMatch(/^dyed wool yarn \(CN\) : la règle 57 \(UK-MA\) demande « fibres naturelles/);
      expect(found.rule?.cite.confidence).toBe('verified');
    });

    it('names what is still needed, and where it is typed', () => {
      const found = verdict('GB', { hsCode: '940550', materials: [of('clay', 'MA'), of('sheet', 'CN', { hsCode: '7409' })] });
      expect(found.asks).toEqual(['materials.1.costMadMinor']);
      expect(why(found)).toMatch('still needed: the cost of sheet');
    });
  });

  describe('by the revised rules of the European Union', () => {
    const carpet = (operations: string[], materials: QuoteMaterial[]): Originating => verdict('FR', { materials, making: made(operations) }).originating;

    it('a carpet is spun and knotted here: foreign fleece may be used, foreign yarn only up to 15 % of the weight', () => {
      expect(carpet(['spinning', 'knotting'], [of('fleece', 'NZ', { hsCode: '5101', percent: 100 })])).toBe('yes');
      expect(carpet(['knotting'], [of('dyed yarn', 'CN', { hsCode: '5106', percent: 100 })])).toBe('no');
      expect(carpet(['spinning', 'knotting'], [of('own wool', 'MA', { percent: 85 }), of('cotton warp', 'EG', { hsCode: '5205', percent: 15 })])).toBe('yes');
      expect(carpet(['spinning', 'knotting'], [of('own wool', 'MA', { percent: 84 }), of('cotton warp', 'EG', { hsCode: '5205', percent: 16 })])).toBe('no');
      // Jute and coir yarn are named by the rule itself.
      expect(carpet(['weaving'], [of('jute yarn', 'BD', { hsCode: '5307', percent: 100 })])).toBe('yes');
    });

    it('leather, wood, lamps: another heading, or 50 % of the price', () => {
      expect(verdict('FR', { hsCode: '940550', materials: [of('brass sheet', 'CN', { hsCode: '740921', costMadMinor: 900_00 })] }).originating).toBe('yes');
      expect(verdict('FR', { hsCode: '442090', materials: [of('box blank', 'CN', { hsCode: '442019', costMadMinor: 500_00 })] }).originating).toBe('yes');
      expect(verdict('FR', { hsCode: '442090', materials: [of('box blank', 'CN', { hsCode: '442019', costMadMinor: 500_01 })] }).originating).toBe('no');
    });

    it('cloth woven and sewn here; bought cloth only where it is embroidered, up to 40 %', () => {
      const dress = (operations: string[], code: string, costMadMinor = 400_00): Originating => verdict('FR', { hsCode: '620442', materials: [of('stuff', 'CN', { hsCode: code, percent: 100, costMadMinor })], making: made(operations) }).originating;
      expect(dress(['weaving', 'making-up'], '5205')).toBe('yes');
      expect(dress(['making-up'], '5208')).toBe('no');
      expect(dress(['embroidering', 'making-up'], '5208')).toBe('yes');
      expect(dress(['embroidering', 'making-up'], '5208', 400_01)).toBe('no');
    });

    it('a chapter whose rule was not read is a person’s', () => {
      const soap = verdict('FR', { hsCode: '340111', materials: [of('palm oil', 'ID', { hsCode: '1511' })], making: made(['soap-boiling']) });
      expect(soap).toMatchObject({ originating: 'not_provable', asks: [] });
      expect(why(soap)).toMatch('a person who reads the rule');
      expect(say(soap.why, 'ar')).toMatch('القرار 1/2023');
    });

    it('before 2 October 2025 the list of 2012 held', () => {
      const lamp = { hsCode: '940550', materials: [of('sheet', 'CN', { hsCode: '740921', costMadMinor: 500_01 })] };
      expect(verdict('FR', lamp, '2025-10-01').originating).toBe('no');
      expect(verdict('FR', lamp, '2025-10-02').originating).toBe('yes');
    });
  });

  describe('by the value test of the United States: 35 % of 1,000.00', () => {
    const box = (materials: QuoteMaterial[], work: number | null): OriginVerdict => verdict('US', { hsCode: '442090', materials, making: made(['inlaying'], { processingCostMadMinor: work }) });

    it.each<[number, number, Originating]>([
      [100_00, 250_00, 'yes'], // (100 + 250) ÷ 1,000 = 35 %
      [100_00, 249_99, 'no'],
    ])('Moroccan materials %i and work %i: %s', (own, work, expected) => {
      expect(box([of('thuya', 'MA', { costMadMinor: own }), of('mother of pearl', 'PH', { costMadMinor: 300_00 })], work).originating).toBe(expected);
    });

    it('US materials count for fifteen points at most', () => {
      // 15 (capped from 40) + 10 + 9.9 = 34.9
      const parts = [of('thuya', 'MA', { costMadMinor: 100_00 }), of('hinges', 'US', { costMadMinor: 400_00, originProof: true }), of('lacquer', 'CN', { costMadMinor: 50_00 })];
      expect(why(box(parts, 99_00))).toBe('materials and work of the parties are 34.9 % of the value; 35 % is asked');
      expect(box(parts, 100_00)).toMatchObject({ originating: 'yes', criterion: 'value' });
    });

    it('needs the cost of the work and of the parties’ materials', () => {
      expect(box([of('thuya', 'MA'), of('lacquer', 'CN')], 300_00)).toMatchObject({ originating: 'not_provable', asks: ['materials.0.costMadMinor'] });
      expect(box([of('lacquer', 'CN', { costMadMinor: 1 })], null)).toMatchObject({ originating: 'not_provable', asks: ['processingCostMadMinor'] });
    });

    it('textiles have a rule of their own: foreign yarn breaks it, beyond 7 % of the weight', () => {
      const yarn = (percent: number): Originating => verdict('US', { materials: [of('wool', 'MA', { percent: 100 - percent }), of('yarn', 'CN', { hsCode: '5106', percent })], making: made(['weaving']) }).originating;
      expect(yarn(100)).toBe('no');
      expect(yarn(7)).toBe('yes');
      expect(yarn(8)).toBe('no');
    });
  });

  it('by the 40 % of the Arab free trade area, and the 60 % of Canada’s general tariff', () => {
    const lamp = (costMadMinor: number) => ({ hsCode: '940550', materials: [of('sheet', 'CN', { costMadMinor })], making: made(['hammering']) });
    // (1,000 − 600) ÷ 1,000 = 40 %
    expect(verdict('AE', lamp(600_00)).originating).toBe('yes');
    expect(verdict('SA', lamp(600_01)).originating).toBe('no');
    expect(verdict('CA', lamp(400_00)).originating).toBe('yes');
    expect(verdict('CA', lamp(400_01)).originating).toBe('no');
    // An Egyptian material with its certificate is not foreign there.
    expect(verdict('AE', { ...lamp(0), materials: [of('sheet', 'EG', { originProof: true })] })).toMatchObject({ originating: 'yes', criterion: 'cumulation' });
  });

  it('the rules of the day: the EU proof changed on 2 October 2025', () => {
    const before = book.corridor('FR', '2025-10-01').regime!.row;
    const after = book.corridor('FR', '2025-10-02').regime!.row;
    expect([before.proofBelow, before.proofMonths, before.mention]).toEqual(['invoice_declaration', 4, null]);
    expect([after.proofBelow, after.proofMonths, after.mention]).toEqual(['origin_declaration', 10, 'REVISED RULES']);
  });

  it('every shipped rule can be read, and each handicraft heading of the tariff has one in the UK and EU lists', () => {
    const codes = [...book.market('GB', '2026-11-24')!.tariff.keys()];
    for (const country of ['GB', 'FR']) {
      const { rules } = book.corridor(country, '2026-11-24');
      expect(codes.filter((code) => !rules.some(({ row }) => code.startsWith(row.prefix)))).toEqual([]);
    }
  });
});
