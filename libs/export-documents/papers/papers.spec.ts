import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import { explain, PROBLEMS, refuses } from './problems.js';
import type { Trade } from '../trade/trade.js';
import { valueContent } from './us-origin-declaration.js';
import { asking } from './papers.fixtures.js';
import { PAPERS, PAPER_KINDS, type PaperKind } from './papers.js';

const references = { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' };
const faults = (kind: PaperKind, change: Partial<Trade>) => PAPERS[kind].problems(PAPERS[kind].quote(trade(change), references));
const codes = (kind: PaperKind, change: Partial<Trade>) => faults(kind, change).map((p) => `${p.code} in ${p.box}`);

describe('every paper', () => {
  it.each(PAPER_KINDS)('%s lays out the trade it quotes, and refuses nothing right', (kind) => {
    const t = asking(kind);
    const quoted = PAPERS[kind].quote(t, references);
    expect(refuses(PAPERS[kind].problems(quoted))).toBe(false);
    const sheet = PAPERS[kind].sheet(JSON.parse(JSON.stringify(quoted)), { number: 'XX-2026-000001', version: 1, issuedOn: '2026-11-24' });
    expect(sheet.number).toBe('XX-2026-000001');
    expect(sheet.title.ar).toMatch(/\p{Script=Arabic}/u);
    expect(sheet.boxes.reduce((sum, b) => sum + b.span * (b.tall ?? 1), 0) % 4).toBe(0);
  });

  it('says each problem and its remedy in three languages, parameters filled', () => {
    for (const code of Object.keys(PROBLEMS) as (keyof typeof PROBLEMS)[]) {
      const params = Object.fromEntries(['line', 'detail', 'country', 'net', 'gross', 'parts', 'total', 'currency', 'expected', 'letters', 'missing', 'why', 'percent', 'what', 'paper', 'value', 'other', 'otherValue', 'packages', 'code', 'material', 'box', 'otherBox', 'certificate', 'asked'].map((k) => [k, 'x']));
      for (const locale of ['en', 'fr', 'ar'] as const) {
        const { message, remedy } = explain({ code, box: 'Box', params }, locale);
        expect(`${message} ${remedy}`).not.toContain('{');
        expect(remedy.length).toBeGreaterThan(4);
      }
    }
  });
});

describe('the commercial invoice', () => {
  it.each<[string, Partial<Trade>, string]>([
    ['a missing HS code', { lines: [rugLine({ hsCode: '' }), bowlLine()] }, 'HS_CODE_WRONG in HS code'],
    ['an HS code of four digits', { lines: [rugLine({ hsCode: '5701' }), bowlLine()] }, 'HS_CODE_WRONG in HS code'],
    ['an unknown country', { consignee: { ...trade().consignee, country: 'ZZ' } }, 'COUNTRY_UNKNOWN in Consignee'],
    ['a weight of zero', { lines: [rugLine({ netWeightGrams: 0 }), bowlLine()] }, 'WEIGHT_ZERO in Net weight'],
    ['net above gross', { packing: { ...trade().packing, grossWeightGrams: 17_000 } }, 'NET_ABOVE_GROSS in Gross weight'],
    ['a description of two words', { lines: [rugLine({ title: { en: 'A wool rug', fr: 'Un tapis', ar: 'زربية' }, materials: [{ name: 'wool', percent: 100, originCountry: 'MA', scientificName: null }] }), bowlLine()] }, 'DESCRIPTION_VAGUE in Description'],
    ['a description that says nothing', { lines: [rugLine({ title: { en: 'Gift samples and articles', fr: 'Cadeaux divers', ar: '' } }), bowlLine()] }, 'DESCRIPTION_VAGUE in Description'],
    ['an Arabic description alone', { lines: [rugLine({ title: { en: '', fr: '', ar: 'زربية صوفية معقودة' } }), bowlLine()], consignee: { ...trade().consignee, country: 'US' } }, 'DESCRIPTION_SCRIPT in Description'],
    ['three currencies', { lines: [rugLine({ currency: 'USD' }), bowlLine({ currency: 'MAD' })] }, 'CURRENCIES_MIXED in Amount'],
    ['a value of zero', { lines: [rugLine({ amountMinor: 0 }), bowlLine()], charges: { ...trade().charges, goodsMinor: 14_950 } }, 'VALUE_ZERO in Amount'],
    ['lines that do not add up', { lines: [rugLine({ amountMinor: 124_051 }), bowlLine()] }, 'TOTAL_DIFFERS in Goods'],
    ['charges that do not add up', { charges: { ...trade().charges, totalMinor: 181_729 } }, 'TOTAL_DIFFERS in Total'],
    ['no lines', { lines: [] }, 'FIELD_MISSING in Goods'],
    ['no consignee', { consignee: { ...trade().consignee, name: ' ' } }, 'FIELD_MISSING in Consignee'],
    ['no street', { consignee: { ...trade().consignee, line1: '' } }, 'FIELD_MISSING in Consignee'],
    ['a quantity of zero', { lines: [rugLine({ quantity: 0 }), bowlLine()] }, 'FIELD_MISSING in Quantity'],
    ['goods of the southern regions', { origin: { ...trade().origin, proof: 'desk' } }, 'ORIGIN_FOR_DESK in Origin'],
  ])('refuses %s, naming the box', (_, change, expected) => {
    expect(codes('commercial_invoice', change)).toContain(expected);
    expect(refuses(faults('commercial_invoice', change))).toBe(true);
  });

  it('warns of what the desk may let pass', () => {
    const seller = { ...trade().seller, ice: null, signatory: null };
    const found = faults('commercial_invoice', { seller, packing: { ...trade().packing, measured: false, packages: null } });
    expect(found.map((p) => p.code).sort()).toEqual(['SELLER_INCOMPLETE', 'WEIGHT_NOT_MEASURED']);
    expect(refuses(found)).toBe(false);
  });

  it('names every box in the reader’s language, except those of a form printed in Arabic alone', () => {
    for (const kind of PAPER_KINDS) {
      const quoted = PAPERS[kind].quote(asking(kind), references) as Record<string, unknown>;
      const lines = Array.isArray(quoted['lines']) ? Object.keys(quoted['lines'][0] as object).map((key) => `lines.${key}`) : [];
      for (const path of [...Object.keys(quoted), ...lines].filter((one) => /^(seller|consignee|buyer|lines|packing|charges|invoice|incoterm|transport|contents)/.test(one))) {
        const box = PAPERS[kind].boxOf(path);
        const { box: arabic } = explain({ code: 'FIELD_MISSING', box, params: { detail: 'it is empty' } }, 'ar');
        expect([kind, path, arabic]).toEqual([kind, path, expect.stringMatching(/^[^A-Za-z]+$/)]);
      }
    }
    expect(explain({ code: 'FIELD_MISSING', box: 'Box 8', params: { detail: 'it is empty' } }, 'fr')).toEqual({ box: 'Case 8', message: 'Cette case est vide ou inutilisable : elle est vide', remedy: 'Renseignez-la.' });
  });

  it('leaves an Arabic or French reader no English, whatever the contract found or the country is called', () => {
    const without = explain(faults('commercial_invoice', { seller: { ...trade().seller, city: null as never } }).find((p) => p.code === 'FIELD_MISSING')!, 'ar');
    expect(without.message).toBe('هذه الخانة فارغة أو غير صالحة: هي فارغة');
    const odd = faults('commercial_invoice', { charges: { ...trade().charges, shippingMinor: -1 } }).find((p) => p.code === 'FIELD_MISSING')!;
    expect(explain(odd, 'fr').message).toBe('Cette case est vide ou inutilisable : elle est inutilisable');
    const script = faults('commercial_invoice', { lines: [rugLine({ title: { en: '', fr: '', ar: 'زربية صوفية معقودة' } }), bowlLine()], consignee: { ...trade().consignee, country: 'US' } }).find((p) => p.code === 'DESCRIPTION_SCRIPT')!;
    expect([explain(script, 'fr').message, explain(script, 'ar').message]).toEqual([expect.stringContaining('États-Unis'), expect.stringContaining('الولايات المتحدة')]);
    expect(explain({ code: 'RENDER_FAILED', box: 'Paper', params: { detail: 'timed out' } }, 'ar').message).toBe('تعذرت الطباعة.');
  });

  it('speaks the reader’s language inside its sentences too', () => {
    const [incomplete] = faults('commercial_invoice', { seller: { ...trade().seller, ice: null, signatory: null } });
    expect(explain(incomplete!, 'fr').message).toBe('Il manque pour l’exportateur : ICE, signataire.');
    const [desk] = faults('commercial_invoice', { origin: { ...trade().origin, proof: 'desk', why: 'southern_region' } });
    expect(explain(desk!, 'ar').message).toContain('أقاليم الجنوب');
  });

  it('names what was cumulated where an EUR-MED declaration is still taken, and never to the Union', () => {
    const materials = [{ name: 'wool', percent: 100, originCountry: 'TR', scientificName: null }];
    const said = (country: string): string => {
      const t = trade({ lines: [rugLine({ materials }), bowlLine()], consignee: { ...trade().consignee, country } });
      return JSON.stringify(PAPERS.commercial_invoice.sheet(PAPERS.commercial_invoice.quote(t, references), { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' }).statements);
    };
    expect(said('GB')).toContain('cumulation applied with Türkiye');
    expect(said('FR')).not.toContain('cumulation');
  });

  it('says which line its origin declaration leaves out', () => {
    const t = trade({ lines: [rugLine(), bowlLine({ preference: false })] });
    const sheet = PAPERS.commercial_invoice.sheet(PAPERS.commercial_invoice.quote(t, references), { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' });
    const said = sheet.table!.rows.map((row) => row.flat().some((l) => l.text.startsWith('Not covered by the origin declaration')));
    expect(said).toEqual([false, true]);
  });
});

describe('other papers', () => {
  it('label only textiles, each with fibres that make a whole', () => {
    expect(codes('fibre_label', { lines: [rugLine({ materials: [{ name: 'wool', percent: 80, originCountry: 'MA', scientificName: null }] })] })).toEqual(['FIBRES_INCOMPLETE in Composition']);
    expect(codes('fibre_label', { lines: [bowlLine()] })).toEqual(['FIELD_MISSING in Textiles']);
  });

  it('name the article of a label in the language of the label where the makers wrote it', () => {
    const named = (country: string): string[] => {
      const t = trade({ consignee: { ...trade().consignee, country }, lines: [rugLine()] });
      return PAPERS.fibre_label.sheet(PAPERS.fibre_label.quote(t, references), { number: 'FL-1', version: 1, issuedOn: '2026-11-24' }).table!.rows[0]![1]!.filter((l) => l.style === 'strong').map((l) => l.text);
    };
    const { en, fr } = rugLine().title;
    expect([named('FR'), named('US'), named('CA'), named('DE')]).toEqual([[fr], [en], [en, fr], [en]]);
  });

  it('warn before customs endorse a mass nobody has weighed', () => {
    const unpacked = { packing: { ...trade().packing, measured: false, packages: null } };
    for (const kind of ['eur1_data', 'eur1_form'] as const) expect(codes(kind, { ...asking(kind), ...unpacked })).toEqual(['WEIGHT_NOT_MEASURED in Box 9']);
  });

  it('label in the languages of the state of sale, by the legal name of each fibre', () => {
    const said = (country: string): string[] => {
      const t = trade({ consignee: { ...trade().consignee, country }, lines: [rugLine({ materials: [{ name: 'cotton', percent: 15, originCountry: 'MA', scientificName: null }, { name: 'sheep wool', percent: 85, originCountry: 'MA', scientificName: null }] })] });
      const quoted = PAPERS.fibre_label.quote(t, references);
      const sheet = PAPERS.fibre_label.sheet(quoted, { number: 'FL-1', version: 1, issuedOn: '2026-11-24' });
      return [...PAPERS.fibre_label.languages(quoted), ...sheet.table!.rows[0]![2]!.map((l) => l.text)];
    };
    expect(said('DE')).toEqual(['de', '85 % Wolle, 15 % Baumwolle']);
    expect(said('BE')).toEqual(['nl', 'fr', 'de', '85 % wol, 15 % katoen', '85 % laine, 15 % coton', '85 % Wolle, 15 % Baumwolle']);
    expect(said('US')).toEqual(['en', '85 % wool, 15 % cotton']);
    expect(codes('fibre_label', { consignee: { ...trade().consignee, country: 'FI' }, lines: [rugLine()] })).toEqual(['LABEL_LANGUAGE_UNKNOWN in Composition']);
  });

  it('show the value test of the agreement with the United States from the maker’s costs, and warn of what does not meet it', () => {
    const making = (exWorksMadMinor: number, work: number | null = 200_000) => ({ operations: ['spinning', 'weaving'], processingCostMadMinor: work, exWorksMadMinor, materialCostsMadMinor: [100_000, 50_000] });
    const materials = [{ name: 'wool', percent: 85, originCountry: 'MA', scientificName: null }, { name: 'cotton', percent: 15, originCountry: 'US', scientificName: null }];
    const declared = (m: ReturnType<typeof making>): Trade => trade({ ...asking('us_origin_declaration'), lines: [rugLine({ materials, making: m })] });
    const said = (t: Trade): string[] => PAPERS.us_origin_declaration.problems(PAPERS.us_origin_declaration.quote(t, references)).map((p) => p.code);
    // 1,000 + 500 + 2,000 of 10,000 is 35.0 %; a centime more of price and it is not.
    expect(said(declared(making(1_000_000)))).toEqual([]);
    expect(said(declared(making(1_000_100)))).toEqual(['VALUE_CONTENT_LOW']);
    // Of 1,000 ex-works the American 500 count for 150.
    const { valueTest } = asking('us_origin_declaration');
    expect(valueContent({ materials, making: { ...making(100_000, 10_000), materialCostsMadMinor: [0, 50_000] } }, valueTest)).toBe(250);
    // The law is the corridor’s row: with 40 % in it, the same costs fall short.
    expect(said({ ...declared(making(1_000_000)), valueTest: { ...valueTest!, minPercent: 40 } })).toEqual(['VALUE_CONTENT_LOW']);
    expect(said(declared(making(1_000_000, null)))).toEqual(['COSTS_NOT_RECORDED']);
    const sheet = PAPERS.us_origin_declaration.sheet(PAPERS.us_origin_declaration.quote(declared(making(1_000_000)), references), { number: 'UD-1', version: 1, issuedOn: '2026-11-24' });
    expect(JSON.stringify(sheet.statements)).toContain('spinning, weaving; direct cost of processing MAD 2,000.00; ex-works price MAD 10,000.00; value content 35.0 %');
  });

  it('warn of what a piece is not for, and say nothing of what is', () => {
    const warned = (foodContact: boolean): string => JSON.stringify(PAPERS.gpsr_data.sheet(PAPERS.gpsr_data.quote(trade({ lines: [bowlLine({ foodContact })] }), references), { number: 'GP-1', version: 1, issuedOn: '2026-11-24' }));
    expect(warned(false)).toContain('Ne convient pas au contact alimentaire');
    expect(warned(true)).not.toContain('contact alimentaire');
  });

  it('say their languages', () => {
    const languages = (kind: PaperKind): readonly string[] => PAPERS[kind].languages(PAPERS[kind].quote(asking(kind), references));
    expect(languages('arab_certificate')).toEqual(['ar']);
    expect(languages('commercial_invoice')).toEqual(['en', 'fr', 'ar']);
    expect(languages('cn23')).toEqual(['en', 'fr']);
  });

  it('go stale only by what they quote', () => {
    const quoted = (kind: PaperKind, t: Trade) => JSON.stringify(PAPERS[kind].quote(t, references));
    const heavier = trade({ packing: { ...trade().packing, grossWeightGrams: 20_000 } });
    expect(PAPER_KINDS.filter((k) => quoted(k, heavier) !== quoted(k, trade()))).toEqual([
      'commercial_invoice', 'packing_list', 'us_origin_declaration', 'eur1_data', 'eur1_form', 'eur_med_data', 'eur_med_form', 'arab_certificate', 'form_a_data', 'cn22', 'cn23', 'dum_data', 'shipping_instructions', 'air_waybill_draft', 'cmr_draft', 'bill_of_lading_draft', 'wood_packaging',
    ]);
    const answerable = trade({ seller: { ...trade().seller, responsiblePerson: 'Somebody else' } });
    expect(PAPER_KINDS.filter((k) => quoted(k, answerable) !== quoted(k, trade()))).toEqual(['packing_list', 'gpsr_data']);
  });
});
