import type { ReferenceBook } from '../reference/book.js';
import type { QuoteLineRequest, QuoteMaterial, ScreeningFinding } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';
import { SCREENING_PAPERS } from '../words/screening-papers.js';
import { outcomeOf, screen } from './screening.js';

let book: ReferenceBook;
beforeAll(async () => {
  book = await shippedBook();
});

function look(country: string, hsCode: string, more: Partial<QuoteLineRequest> = {}, day = '2026-11-24'): ScreeningFinding[] {
  return screen(book.market(country, day)!.restrictions, piece({ hsCode, materials: [], ...more }));
}
const rules = (findings: ScreeningFinding[]): string[] => findings.map((f) => f.rule);
const made = (name: string, scientificName?: string): { materials: QuoteMaterial[] } => ({ materials: [{ name, percent: 100, originCountry: 'MA', ...(scientificName ? { scientificName } : {}) }] });

describe('screening', () => {
  it.each<[string, string, Partial<QuoteLineRequest>, string]>([
    ['FR', '691200', { foodContact: true }, 'CERAMIC_FOOD_EU'],
    ['GB', '691200', { foodContact: true }, 'CERAMIC_FOOD_GB'],
    ['US', '691200', { foodContact: true }, 'CERAMIC_FOOD_US'],
    ['CA', '691110', { foodContact: true }, 'CERAMIC_FOOD_CA'],
    ['FR', '420221', made('Goat leather'), 'CHROMIUM_VI'],
    ['FR', '640359', made('Cuir de chèvre'), 'CHROMIUM_VI'],
    ['DE', '420221', made('جلد الماعز'), 'CHROMIUM_VI'],
    ['FR', '620442', {}, 'AZO_DYES'],
    ['CH', '711719', {}, 'NICKEL'],
    ['FR', '570110', {}, 'FIBRE_LABEL_EU'],
    ['US', '630120', {}, 'FIBRE_LABEL_US'],
    ['US', '621490', made('Sabra (plant silk)'), 'SABRA'],
    ['US', '442090', made('box', 'Dalbergia sissoo'), 'CITES_TIMBER'],
    ['FR', '442090', made('Thuya wood', 'Tetraclinis articulata'), 'THUYA'],
    ['FR', '960190', made('Bone'), 'SHELL_BONE'],
    ['FR', '970690', {}, 'ANTIQUE'],
    ['FR', '330499', {}, 'COSMETIC_EU'],
    ['US', '340111', {}, 'COSMETIC_US'],
    ['FR', '940360', {}, 'ISPM_15'],
    ['US', '930700', {}, 'BLADE'],
    ['GB', '821192', {}, 'KNIFE_GB'],
    ['DE', '940519', {}, 'LAMP'],
    ['US', '950300', {}, 'TOY_US'],
    ['FR', '691390', {}, 'GPSR'],
    ['JP', '570110', {}, 'none'],
  ])('to %s, %s %j: %s', (country, hsCode, more, rule) => {
    if (rule === 'none') return expect(book.market(country, '2026-11-24')).toBeNull();
    const findings = look(country, hsCode, more);
    expect(rules(findings)).toContain(rule);
    for (const finding of findings) expect([finding.says, finding.source, finding.checkedOn].every((part) => part.length > 5)).toBe(true);
  });

  // Every family of the handicraft list, to each destination: what is asked besides, by rule.
  it.each<[string, string, Partial<QuoteLineRequest>, Record<string, string[]>]>([
    ['a tagine for food', '691200', { foodContact: true }, { FR: ['CERAMIC_FOOD_EU', 'GPSR'], GB: ['CERAMIC_FOOD_GB'], US: ['CERAMIC_FOOD_US'], CH: ['CERAMIC_FOOD_CH'], CA: ['CERAMIC_FOOD_CA'], AE: ['CERAMIC_FOOD_GCC', 'CONFORMITY_GCC'] }],
    ['a plate for the wall', '691200', {}, { FR: ['CERAMIC_ORNAMENT', 'GPSR'], US: ['CERAMIC_ORNAMENT'], SA: ['CERAMIC_ORNAMENT', 'CONFORMITY_GCC'] }],
    ['a vase', '691390', {}, { FR: ['GPSR'], GB: [], US: [], CH: [], CA: [] }],
    ['a brass teapot', '741810', { foodContact: true }, { FR: ['FOOD_CONTACT_EU', 'GPSR'], GB: ['FOOD_CONTACT_EU'], US: [] }],
    ['a leather bag', '420221', made('Goat leather'), { DE: ['AZO_DYES', 'CHROMIUM_VI', 'GPSR'], GB: ['AZO_DYES', 'CHROMIUM_VI'], US: [], CA: [] }],
    ['a carpet', '570110', made('Wool'), { FR: ['AZO_DYES', 'CARPET_STAMP', 'FIBRE_LABEL_EU', 'GPSR'], US: ['CARPET_STAMP', 'FIBRE_LABEL_US'], CA: ['CARPET_STAMP', 'FIBRE_LABEL_CA'], AE: ['CARPET_STAMP'] }],
    ['a wool blanket', '630120', made('Wool'), { US: ['FIBRE_LABEL_US', 'WOOL_US'], GB: ['AZO_DYES', 'FIBRE_LABEL_EU'] }],
    ['a sabra scarf', '621490', made('Sabra (plant silk)'), { FR: ['AZO_DYES', 'FIBRE_LABEL_EU', 'GPSR', 'SABRA'], US: ['FIBRE_LABEL_US', 'SABRA'] }],
    ['a baby’s garment', '620920', made('Cotton'), { FR: ['AZO_DYES', 'CHILDREN_EU', 'FIBRE_LABEL_EU', 'GPSR'], US: ['FIBRE_LABEL_US', 'TOY_US'] }],
    ['a doll', '950300', {}, { FR: ['GPSR', 'TOY'], US: ['TOY_US'], AE: ['CONFORMITY_GCC'] }],
    ['silver jewellery', '711311', made('Silver'), { FR: ['GPSR', 'HALLMARK', 'NICKEL'], US: ['HALLMARK'] }],
    ['imitation jewellery', '711719', made('Brass'), { FR: ['GPSR', 'NICKEL'], US: [] }],
    ['a thuya box', '442090', made('Thuya wood', 'Tetraclinis articulata'), { FR: ['GPSR', 'THUYA'], US: ['THUYA'] }],
    ['a rosewood box', '442090', made('Wood', 'Dalbergia nigra'), { GB: ['CITES_TIMBER'], US: ['CITES_TIMBER'] }],
    ['a bone-inlaid frame', '441490', made('Bone'), { GB: ['SHELL_BONE'], US: ['SHELL_BONE'] }],
    ['shell', '960190', made('Coquillage'), { CA: ['SHELL_BONE'] }],
    ['an antique', '970690', {}, { FR: ['ANTIQUE', 'GPSR'], US: ['ANTIQUE'] }],
    ['a vintage rug', '570210', made('vintage wool'), { US: ['ANTIQUE_SAID', 'FIBRE_LABEL_US'] }],
    ['argan cream', '330499', {}, { FR: ['COSMETIC_EU', 'GPSR'], GB: ['COSMETIC_GB'], US: ['COSMETIC_US'], CA: ['COSMETIC_CA'], SA: ['CONFORMITY_GCC'] }],
    ['argan oil', '151590', made('Argan oil'), { FR: ['ARGAN_OIL', 'GPSR'], US: ['ARGAN_OIL'] }],
    ['a candle', '340600', {}, { DE: ['CANDLE', 'GPSR'], US: [] }],
    ['a marble table', '680291', made('Marble'), { FR: ['GPSR', 'ISPM_15'], US: ['ISPM_15'] }],
    ['a wired lamp', '940519', made('Brass'), { DE: ['GPSR', 'LAMP'], GB: ['LAMP'], US: [] }],
    ['an unwired lantern', '940550', made('Brass'), { DE: ['GPSR'], GB: [], US: [] }],
    ['a dagger', '930700', {}, { GB: ['BLADE_GB'], US: ['BLADE'], AE: ['BLADE_GCC'] }],
    ['a knife', '821192', {}, { GB: ['KNIFE_GB'], US: [] }],
    ['a basket', '460219', made('Doum palm'), { FR: ['GPSR'], US: [] }],
  ])('%s', (_, hsCode, more, byCountry) => {
    for (const [country, expected] of Object.entries(byCountry)) expect([country, rules(look(country, hsCode, more)).sort()]).toEqual([country, expected]);
  });

  it('each finding says what to bring, in each language, and by whom the paper is made', () => {
    const carpet = look('FR', '570110', made('Wool'));
    expect(carpet.map((f) => [f.rule, f.paperKind, SCREENING_PAPERS[f.paperKind ?? '']?.from]).sort()).toEqual([
      ['AZO_DYES', 'azo_statement', 'maker'], ['CARPET_STAMP', 'carpet_stamps', 'export_file'], ['FIBRE_LABEL_EU', 'fibre_label', 'export_file'], ['GPSR', 'gpsr_data', 'export_file'],
    ]);
    for (const { said } of carpet) expect(new Set([said.says.en, said.says.fr, said.says.ar]).size).toBe(3);
  });

  it('no shipped row is left without its French and Arabic words', () => {
    for (const country of ['FR', 'GB', 'US', 'CH', 'CA', 'AE']) {
      const market = book.market(country, '2027-07-01')!;
      const worded = [...market.restrictions, ...market.surcharges, ...market.lowValue, ...market.questions, ...market.originRules];
      expect(worded.filter(({ row }) => row.saysFr === '' || row.saysAr === '')).toEqual([]);
    }
  });

  it('thuya is not taken for a CITES species', () => {
    expect(rules(look('FR', '442090', made('Thuya wood', 'Tetraclinis articulata')))).not.toContain('CITES_TIMBER');
  });

  it('words are matched whole from their beginning: a boneless word is no bone', () => {
    expect(rules(look('US', '691390', made('carbone')))).not.toContain('SHELL_BONE');
    expect(rules(look('US', '691390', made('varnished clay')))).not.toContain('CITES_REPTILE');
  });

  it('tableware that is not for food is decorative only', () => {
    expect(outcomeOf(look('US', '691200', { foodContact: false }))).toBe('decorative_only');
    expect(outcomeOf(look('US', '691200', { foodContact: true }))).toBe('needs_paper');
  });

  it('the strictest outcome wins', () => {
    expect(outcomeOf([])).toBe('allowed');
    expect(outcomeOf(look('GB', '930700'))).toBe('refused');
    expect(outcomeOf(look('CH', '691200', { foodContact: false, ...made('Ivory') }))).toBe('refused');
  });

  it('the deforestation rule begins on 30 December 2026', () => {
    expect(rules(look('FR', '442090', {}, '2026-12-29'))).not.toContain('EUDR');
    expect(rules(look('FR', '442090', {}, '2026-12-30'))).toContain('EUDR');
    expect(rules(look('GB', '442090', {}, '2026-12-30'))).not.toContain('EUDR');
  });
});
