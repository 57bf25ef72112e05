import type { ReferenceBook } from '../reference/book.js';
import type { QuoteLineRequest, QuoteMaterial, ScreeningFinding } from './quote.js';
import { piece, shippedBook } from './quotes.fixtures.js';
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
