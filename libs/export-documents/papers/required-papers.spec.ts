import { bowlLine, rugLine, STAMPED, trade } from '../export-documents.fixtures.js';
import type { Trade } from '../trade/trade.js';
import { UNDECIDED } from '../trade/transport.js';
import { ASKING } from './papers.fixtures.js';
import { PAPER_REASONS } from './paper-reasons.js';
import { PAPER_SOURCES } from './paper-sources.js';
import { PAPER_KINDS, type PaperKind } from './papers.js';
import { forBuyer, PAPER_RULES, papersFor, rulesFor } from './required-papers.js';
import { ofSdr } from './territories.js';

const ALWAYS: readonly PaperKind[] = ['pro_forma', 'commercial_invoice', 'packing_list', 'dum_data', 'exchange_commitment', 'shipping_instructions'];
const plainRug = rugLine({ evidence: null, certificateNumber: null });
const bag = rugLine({ hsCode: '420221', materials: [{ name: 'leather', percent: 100, originCountry: 'MA', scientificName: null }], evidence: null });
const table = rugLine({ hsCode: '940360', materials: [{ name: 'walnut wood', percent: 100, originCountry: 'MA', scientificName: 'Juglans regia' }], evidence: null });
const bowl = bowlLine({ number: 1, evidence: null, foodContact: false });

interface Case {
  readonly to: string;
  readonly lines?: Trade['lines'];
  readonly goods?: number;
  readonly grams?: number;
  readonly currency?: string;
  readonly way?: Trade['transport']['way'];
  readonly wood?: Trade['transport']['wood'];
  readonly buyer?: 'consumer' | 'business';
  readonly proof?: Trade['origin']['proof'];
}

function asked(c: Case): Trade {
  const t = trade();
  return trade({
    consignee: { ...t.consignee, country: c.to },
    lines: c.lines ?? [plainRug],
    charges: { ...t.charges, goodsMinor: c.goods ?? 90_000 },
    currency: c.currency ?? 'EUR',
    packing: { ...t.packing, grossWeightGrams: c.grams ?? 15_000 },
    transport: { ...UNDECIDED, way: c.way ?? 'express', wood: c.wood ?? null },
    buyer: { ...t.buyer, kind: c.buyer ?? 'business' },
    origin: { ...t.origin, proof: c.proof ?? 'none' },
  });
}

/** Beyond those every file holds. */
const CASES: readonly (readonly [string, Case, readonly PaperKind[]])[] = [
  ['a rug by courier to a business in France', { to: 'FR' }, ['fibre_label']],
  ['the same to a consumer', { to: 'FR', buyer: 'consumer' }, ['fibre_label', 'gpsr_data']],
  ['a rug to Germany above the threshold', { to: 'DE', proof: 'eur1' }, ['eur1_data', 'eur1_form', 'fibre_label']],
  ['a rug of Turkish wool to Germany above the threshold: never an EUR-MED', { to: 'DE', proof: 'eur1', lines: [rugLine({ evidence: null, materials: [{ name: 'wool', percent: 100, originCountry: 'TR', scientificName: null }] })] }, ['eur1_data', 'eur1_form', 'fibre_label']],
  ['a rug to the United Kingdom above the threshold', { to: 'GB', proof: 'eur1' }, ['eur1_data', 'eur1_form', 'fibre_label']],
  ['a rug of Turkish wool to the United Kingdom', { to: 'GB', proof: 'eur1', lines: [rugLine({ evidence: null, materials: [{ name: 'wool', percent: 100, originCountry: 'TR', scientificName: null }] })] }, ['eur_med_data', 'eur_med_form', 'fibre_label']],
  ['a rug of Turkish wool to Switzerland', { to: 'CH', proof: 'eur1', lines: [rugLine({ evidence: null, materials: [{ name: 'wool', percent: 100, originCountry: 'TR', scientificName: null }] })] }, ['eur_med_data', 'eur_med_form', 'fibre_label']],
  ['a rug to the United States under the agreement', { to: 'US', proof: 'us_declaration' }, ['us_origin_declaration', 'fibre_label']],
  ['a rug to the United States without it', { to: 'US' }, ['fibre_label']],
  ['a rug to Canada', { to: 'CA' }, ['fibre_label']],
  ['a rug to the Emirates', { to: 'AE' }, ['arab_certificate']],
  ['a bag to Kuwait by air', { to: 'KW', lines: [bag], way: 'air' }, ['arab_certificate', 'air_waybill_draft', 'wood_packaging']],
  ['a bag to Japan', { to: 'JP', lines: [bag] }, ['form_a_data']],
  ['a leather bag to France', { to: 'FR', lines: [bag] }, []],
  ['a bag woven of wool to France: the material makes it a textile', { to: 'FR', lines: [{ ...bag, materials: plainRug.materials }] }, ['fibre_label']],
  ['a table to France by courier: crates are asked about', { to: 'FR', lines: [table] }, ['wood_packaging']],
  ['a bag by courier in a treated crate', { to: 'FR', lines: [bag], wood: 'treated' }, ['wood_packaging']],
  ['bowls for food with a laboratory’s figures to Spain', { to: 'ES', lines: [bowlLine()] }, ['ceramics_declaration', 'piece_passports']],
  ['the same bowls to the United Kingdom', { to: 'GB', lines: [bowlLine()] }, ['ceramics_declaration', 'piece_passports']],
  ['the same bowls to the United States', { to: 'US', lines: [bowlLine()] }, ['piece_passports']],
  ['bowls for food without figures', { to: 'ES', lines: [bowl] }, []],
  ['a stamped carpet anywhere', { to: 'AU', lines: [rugLine({ evidence: STAMPED })] }, ['carpet_stamps', 'piece_passports']],
  ['a small packet by post', { to: 'FR', lines: [bag], way: 'post', grams: 1_900, goods: 30_000 }, ['cn22']],
  ['a small packet of 300 SDR', { to: 'FR', lines: [bag], way: 'post', grams: 2_000, goods: 33_000 }, ['cn22']],
  ['a cent above 300 SDR', { to: 'FR', lines: [bag], way: 'post', grams: 2_000, goods: 33_001 }, ['cn23']],
  ['a gram above 2 kg', { to: 'FR', lines: [bag], way: 'post', grams: 2_001, goods: 33_000 }, ['cn23']],
  ['a parcel heavy and dear: the long form once', { to: 'FR', lines: [bag], way: 'post', grams: 9_000, goods: 99_000 }, ['cn23']],
  ['a currency without an equivalent: the long form', { to: 'FR', lines: [bag], way: 'post', grams: 500, goods: 100, currency: 'JPY' }, ['cn23']],
  ['a parcel nobody has handed over yet', { to: 'FR', lines: [bag], way: 'undecided', grams: 500, goods: 9_000 }, ['cn22']],
  ['by road to Spain', { to: 'ES', lines: [bag], way: 'road' }, ['cmr_draft', 'wood_packaging']],
  ['by sea to the United States', { to: 'US', lines: [bag], way: 'sea' }, ['bill_of_lading_draft', 'wood_packaging']],
];

describe('the papers a file needs', () => {
  it.each(CASES)('%s', (_, question, expected) => {
    expect([...papersFor(asked(question), [])].sort()).toEqual([...ALWAYS, ...expected].sort());
  });

  it('of what a visitor bought by hand leave out the exchange commitment, and nothing else', () => {
    const question = asked({ to: 'US' });
    const stall = { soldOn: '2026-11-24', paidMadMinor: 310_000 };
    expect(papersFor(question, []).filter((kind) => !papersFor({ ...question, stall }, []).includes(kind))).toEqual(['exchange_commitment']);
  });

  it('come each from a row that says why, by which rule, and how sure that is', () => {
    for (const rule of PAPER_RULES) {
      expect(new Set(Object.values(PAPER_REASONS[rule.why])).size).toBe(3);
      expect(rule.source.length).toBeGreaterThan(3);
      // Cited as the reader of each language cites it.
      expect(PAPER_SOURCES[rule.source]).toEqual({ fr: expect.stringMatching(/./), ar: expect.stringMatching(/\p{Script=Arabic}|CFR/u) });
      expect(rule.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  it('can each be reached by some trade', () => {
    const reached = new Set(PAPER_KINDS.flatMap((kind) => rulesFor(trade(ASKING[kind] ?? {})).map((rule) => rule.paper)));
    expect([...PAPER_KINDS].filter((kind) => !reached.has(kind))).toEqual([]);
  });

  it('show the buyer nothing the broker and the bank alone work with, nor what a maker’s work cost', () => {
    expect(PAPER_KINDS.filter(forBuyer)).toEqual(['pro_forma', 'commercial_invoice', 'packing_list', 'cn22', 'cn23', 'wood_packaging', 'fibre_label', 'gpsr_data', 'ceramics_declaration', 'carpet_stamps', 'piece_passports']);
  });

  it('take a special drawing right for less than it is, never for more', () => {
    expect(ofSdr(300, 'EUR')).toBe(33_000);
    expect(ofSdr(300, 'JPY')).toBeNull();
  });
});
