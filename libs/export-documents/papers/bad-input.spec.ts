import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import { amount } from '../trade/figures.js';
import type { Trade, TradeLine } from '../trade/trade.js';
import { MAX_PAGES, TypstCompiler } from '../typst/typst.compiler.js';
import { asking } from './papers.fixtures.js';
import { PAPERS, PAPER_KINDS, type PaperKind } from './papers.js';
import { textOf, withPoppler } from './poppler.fixtures.js';
import { explain, refuses } from './problems.js';

const compiler = new TypstCompiler();
const references = { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' };
const issue = { number: 'XX-2026-000001', version: 1, issuedOn: '2026-11-24' };
const faults = (kind: PaperKind, t: Trade) => PAPERS[kind].problems(PAPERS[kind].quote(t, references));
const withLines = (kind: PaperKind, change: Partial<TradeLine>): Trade => ({ ...asking(kind), lines: asking(kind).lines.map((l) => ({ ...l, ...change })) });

/** What a person may get wrong, the code it is refused by, and the papers that must say so, each with the box it is in. */
const WRONG: readonly (readonly [string, (kind: PaperKind) => Trade, string, Readonly<Partial<Record<PaperKind, string>>>])[] = [
  ['a missing HS code', (k) => withLines(k, { hsCode: '' }), 'HS_CODE_WRONG', { commercial_invoice: 'HS code', cn22: 'HS code', cn23: 'HS code', dum_data: 'HS code', eur1_data: 'HS code', form_a_data: 'HS code', arab_certificate: 'HS code', us_origin_declaration: 'HS code' }],
  ['an unknown country', (k) => ({ ...asking(k), consignee: { ...asking(k).consignee, country: 'QQ' } }), 'COUNTRY_UNKNOWN', { commercial_invoice: 'Consignee', pro_forma: 'Consignee', packing_list: 'Consignee', cn23: 'Consignee', air_waybill_draft: 'Consignee', arab_certificate: 'Consignee' }],
  ['a weight of zero', (k) => withLines(k, { netWeightGrams: 0 }), 'WEIGHT_ZERO', { commercial_invoice: 'Net weight', packing_list: 'Net weight', cn22: 'Net weight', dum_data: 'Net weight', cmr_draft: 'Net weight' }],
  ['net above gross', (k) => ({ ...asking(k), packing: { ...asking(k).packing, grossWeightGrams: 900 } }), 'NET_ABOVE_GROSS', { commercial_invoice: 'Gross weight', packing_list: 'Gross weight', cn23: 'Gross weight', bill_of_lading_draft: 'Gross weight' }],
  ['a description in Arabic only for the United States', (k) => ({ ...withLines(k, { title: { en: '', fr: '', ar: 'زربية صوفية معقودة' } }), consignee: { ...asking(k).consignee, country: 'US' } }), 'DESCRIPTION_SCRIPT', { commercial_invoice: 'Description', us_origin_declaration: 'Description', packing_list: 'Description', cn23: 'Description' }],
  ['three currencies', (k) => ({ ...asking(k), lines: [rugLine({ currency: 'USD' }), bowlLine({ currency: 'MAD' })], offer: [rugLine({ currency: 'USD' }), bowlLine({ currency: 'MAD' })] }), 'CURRENCIES_MIXED', { commercial_invoice: 'Amount', pro_forma: 'Amount', cn23: 'Amount' }],
  ['a fibre that is not one', (k) => withLines(k, { materials: [{ name: 'cactus silk (sabra)', percent: 100, originCountry: 'MA', scientificName: null }] }), 'FIBRE_NAME_WRONG', { fibre_label: 'Composition' }],
  ['an Arab certificate without Arabic', (k) => withLines(k, { title: { en: 'Hand-knotted wool rug', fr: '', ar: '' } }), 'ARABIC_DESCRIPTION_MISSING', { arab_certificate: 'وصف البضاعة' }],
  ['air freight without its airports', (k) => ({ ...asking(k), transport: { ...asking(k).transport, way: 'air', carrier: null, from: null, to: null } }), 'CARRIAGE_INCOMPLETE', { air_waybill_draft: 'Carriage' }],
  ['treated wood without its mark', (k) => ({ ...asking(k), transport: { ...asking(k).transport, wood: 'treated', woodMark: null } }), 'WOOD_MARK_MISSING', { wood_packaging: 'Mark' }],
  ['freight nobody has asked about wood', (k) => ({ ...asking(k), transport: { ...asking(k).transport, way: 'sea', wood: null } }), 'WOOD_NOT_SAID', { wood_packaging: 'Wood packaging' }],
  ['a postal parcel without its number', (k) => ({ ...asking(k), transport: { ...asking(k).transport, way: 'post', number: null } }), 'POSTAL_IDENTIFIER_MISSING', { cn22: 'Item number', cn23: 'Item number' }],
  ['an Arab certificate without its number', (k) => ({ ...asking(k), origin: { ...trade().origin, proof: 'arab_certificate', reference: null } }), 'CERTIFICATE_NUMBER_MISSING', { shipping_instructions: 'Proof of origin' }],
  ['an EUR-MED to the Union', (k) => ({ ...asking(k), consignee: trade().consignee }), 'EUR_MED_TO_UNION', { eur_med_data: 'Box 2', eur_med_form: 'Box 2' }],
  ['a movement certificate without its number', (k) => ({ ...asking(k), origin: { ...trade().origin, proof: 'eur1', reference: null } }), 'EUR1_NUMBER_MISSING', { shipping_instructions: 'Proof of origin' }],
];

describe('what a person gets wrong', () => {
  it.each(WRONG)('%s is refused by paper and box, with the remedy in three languages', (_, t, code, boxes) => {
    for (const [kind, box] of Object.entries(boxes) as [PaperKind, string][]) {
      const found = faults(kind, t(kind));
      const fault = found.find((p) => p.code === code);
      expect([kind, fault?.box ?? found.map((p) => p.code)]).toEqual([kind, box]);
      expect(refuses(found)).toBe(true);
      for (const locale of ['en', 'fr', 'ar'] as const) {
        const { message, remedy } = explain(fault!, locale);
        expect(`${message}${remedy}`).not.toMatch(/[{}]/);
        expect(remedy.length).toBeGreaterThan(10);
      }
    }
  });

  it.each<[string, Partial<Trade>, string]>([
    ['an address without its postal code', { consignee: { ...trade().consignee, postalCode: null } }, 'ADDRESS_INCOMPLETE in Consignee'],
    ['a consignee without a telephone', { consignee: { ...trade().consignee, phone: '-' } }, 'ADDRESS_INCOMPLETE in Consignee'],
    ['a business without its number', { buyer: { ...trade().buyer, kind: 'business' } }, 'IMPORTER_ID_MISSING in Buyer'],
    ['a code that does not fit the material', { lines: [rugLine({ hsCode: '691200' }), bowlLine()] }, 'HS_MATERIAL_DIFFERS in HS code'],
  ])('%s is warned of', (_, change, expected) => {
    expect(faults('commercial_invoice', trade(change)).map((p) => `${p.code} in ${p.box}`)).toContain(expected);
  });
});

describe('what is odd but right', () => {
  const hostile = '#read("/etc/passwd") ]#pagebreak()[ $x^2$ #import "@preview/cetz:0.3.0" *bold* _it_ `raw` = Heading @label <label> // \\u{41}';
  const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300);

  for (const kind of PAPER_KINDS) {
    withPoppler(`${kind} prints markup as the letters it is`, () => {
      const t = asking(kind);
      const typed = (l: TradeLine): TradeLine => ({ ...l, title: { en: hostile, fr: hostile, ar: `${l.title.ar} ${hostile}` }, makerName: hostile, materials: l.materials.map((m) => ({ ...m, name: hostile })) });
      const sheet = PAPERS[kind].sheet(PAPERS[kind].quote({ ...t, lines: t.lines.map(typed), offer: t.offer.map(typed), seller: { ...t.seller, name: hostile }, consignee: { ...t.consignee, line2: hostile } }, references), issue);
      const printed = compiler.print(sheet);
      expect(printed.pages).toBeLessThanOrEqual(kind.endsWith('_form') ? 1 : 3);
      const text = textOf(printed.pdf).replaceAll(' ', '');
      for (const said of ['#read("/etc/passwd")', '#pagebreak()', '*bold*']) expect(text).toContain(said);
      expect(text).not.toContain('root:');
    });
  }

  withPoppler('a consignee of 300 characters loses none of them on the invoice and the parcel’s declaration', () => {
    for (const kind of ['commercial_invoice', 'cn23', 'packing_list', 'cmr_draft'] as const) {
      const t = asking(kind);
      const printed = compiler.print(PAPERS[kind].sheet(PAPERS[kind].quote({ ...t, consignee: { ...t.consignee, name } }, references), issue));
      expect(textOf(printed.pdf).replaceAll(/\s/g, '')).toContain(name);
    }
  });

  withPoppler('400 lines take their pages, each with what is carried forward, fast enough', () => {
    const lines = Array.from({ length: 400 }, (_, i) => (i % 2 ? bowlLine : rugLine)({ number: i + 1 }));
    const goods = lines.reduce((sum, l) => sum + l.amountMinor, 0);
    const t = trade({ lines, charges: { ...trade().charges, goodsMinor: goods, totalMinor: goods + 42_728 }, packing: { measured: true, packages: 80, grossWeightGrams: 4_000_000 } });
    const quoted = PAPERS.commercial_invoice.quote(t, references);
    expect(refuses(PAPERS.commercial_invoice.problems(quoted))).toBe(false);
    const began = performance.now();
    const printed = compiler.print(PAPERS.commercial_invoice.sheet(quoted, issue));
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(printed.pages).toBeGreaterThan(20);
    expect(printed.pages).toBeLessThan(MAX_PAGES);
    const text = textOf(printed.pdf);
    const forward = [...text.matchAll(/Carried forward \/ À reporter EUR ([\d,.]+)/g)].map((m) => m[1]);
    const brought = [...text.matchAll(/Brought forward \/ Report EUR ([\d,.]+)/g)].map((m) => m[1]);
    expect(forward.length).toBeGreaterThanOrEqual(printed.pages - 2);
    // What one page carries the next brings, and each sum is one the lines really come to.
    expect(brought).toEqual(forward);
    let sum = 0;
    const reached = new Set(lines.map((l) => amount((sum += l.amountMinor), 'EUR')));
    for (const one of forward) expect(reached.has(one!)).toBe(true);
    expect(text).toContain(`EUR ${amount(goods, 'EUR')}`);
  });
});
