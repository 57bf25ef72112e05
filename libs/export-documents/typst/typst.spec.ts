import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import { commercialInvoice } from '../papers/commercial-invoice.js';
import { packingList } from '../papers/packing-list.js';
import { withPoppler } from '../papers/poppler.fixtures.js';
import type { Sheet } from '../papers/sheet.js';
import type { Trade } from '../trade/trade.js';
import { MAX_PAGES, TypstCompiler } from './typst.compiler.js';

const folder = mkdtempSync(join(tmpdir(), 'dar-sanaa-papers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const compiler = new TypstCompiler();

function textOf(pdf: Uint8Array, layout = true): string {
  const file = join(folder, 'paper.pdf');
  writeFileSync(file, pdf);
  return execFileSync('pdftotext', [...(layout ? ['-layout'] : []), '-enc', 'UTF-8', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** Without the marks of direction pdftotext puts in, and with one space where it puts many. */
function words(text: string): string {
  return text.replace(/[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u00AD]/g, '').normalize('NFKC').replace(/\s+/g, ' ');
}

function invoice(t: Trade): Sheet {
  const data = commercialInvoice.quote(t, { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' });
  return commercialInvoice.sheet(data, { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' });
}

describe('a printed paper', () => {
  it('is the same bytes for the same data, in any compiler', () => {
    const first = Buffer.from(compiler.print(invoice(trade())).pdf);
    expect(first.equals(Buffer.from(compiler.print(invoice(trade())).pdf))).toBe(true);
    expect(first.equals(Buffer.from(new TypstCompiler().print(invoice(trade())).pdf))).toBe(true);
  });

  it('is an archival file, tagged for a reader that speaks where the compiler writes tags', () => {
    const pdf = Buffer.from(compiler.print(invoice(trade())).pdf).toString('latin1');
    expect(pdf).toContain('<pdfaid:part>3</pdfaid:part>');
    // Typst 0.14 comes compiled for Linux on x64; elsewhere 0.13 prints, which has no tags.
    const tagged = process.platform === 'linux' && process.arch === 'x64';
    expect(/<pdfaid:conformance>(.)/.exec(pdf)![1]).toBe(tagged ? 'A' : 'B');
    if (!tagged) return;
    for (const said of ['/StructTreeRoot', '/MarkInfo<</Marked true', '/Lang(en)', '/AFRelationship/Alternative']) expect(pdf.replace(/\s+/g, ' ').replace(/ ?([/<(]) ?/g, '$1')).toContain(said);
  });

  withPoppler('is read aloud in the order of the page, its table as a table with headings', () => {
    const file = join(folder, 'tagged.pdf');
    writeFileSync(file, compiler.print(invoice(trade())).pdf);
    const structure = execFileSync('pdfinfo', ['-struct-text', file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    if (process.arch !== 'x64' || process.platform !== 'linux') return;
    expect(structure).toMatch(/Document[\s\S]+"Commercial invoice"[\s\S]+Table[\s\S]+TH[\s\S]+TD[\s\S]+5701101000/);
  });

  withPoppler('says what the order says, field by field', () => {
    const t = trade();
    const text = words(textOf(compiler.print(invoice(t)).pdf));
    for (const said of [
      'CI-2026-000001', '24 November 2026', 'PF-2026-000042', 'DDP Paris, FR', 'Page 1 of 1',
      t.seller.name, 'ICE 001234567000089', t.consignee.name, '14, rue Oberkampf', '75011 Paris', 'France (FR)', 'Morocco (MA)',
      'Hand-knotted wool rug, Beni Ourain', '570110', '5701101000', '691200', '14.200', '6.00 m2', '1,240.50', '24.916667', '149.50',
      '85 % wool, 15 % cotton', 'TAP-2026-000117', 'EUR 1,390.00', 'EUR 98.00', 'EUR 300.38', 'EUR 1,817.28', '19.350 kg', 'REVISED RULES',
      'déclare que, sauf indication claire du contraire, ces produits ont', 'Khadija Amrani',
    ]) expect(text).toContain(said);
    for (const arabic of ['مجموعة', 'أطلس', 'للنسيج', 'زربية', 'صوفية', 'بني', 'وراين', 'فاتورة']) expect(text).toContain(arabic);
  });

  withPoppler('writes a maker’s name in Tifinagh', () => {
    const t = trade({ consignee: { ...trade().consignee, name: 'ⵜⵉⴼⴰⵡⵉⵏ ⵏ ⵜⴰⵏⴰⵍⵜ' } });
    expect(words(textOf(compiler.print(invoice(t)).pdf))).toContain('ⵜⵉⴼⴰⵡⵉⵏ ⵏ ⵜⴰⵏⴰⵍⵜ');
  });

  withPoppler('carries its machine copy, unchanged', () => {
    const file = join(folder, 'attached.pdf');
    const sheet = invoice(trade());
    writeFileSync(file, compiler.print(sheet).pdf);
    execFileSync('pdfdetach', ['-save', '1', '-o', join(folder, 'invoice.xml'), file]);
    expect(readFileSync(join(folder, 'invoice.xml'), 'utf8')).toBe(sheet.attachments![0]!.text);
  });

  withPoppler('prints markup as the letters it is', () => {
    const hostile = ['#read("/etc/passwd")', ']#pagebreak()[', '$x^2$', '#import "@preview/cetz:0.3.0"', '\\u{41}', '*bold* _it_ `raw`', '</text>', '"; drop table', '= Heading', '#(1+1)', '@label <label>', '// not a comment'];
    const t = trade({
      lines: [rugLine({ title: { en: hostile.slice(0, 6).join(' '), fr: hostile.slice(6).join(' '), ar: hostile[0]! } })],
      consignee: { ...trade().consignee, name: hostile[1]! },
    });
    const printed = compiler.print(invoice(t));
    expect(printed.pages).toBe(1);
    const text = words(textOf(printed.pdf, false)).replaceAll(' ', '');
    for (const said of hostile) expect(text).toContain(said.replaceAll(' ', ''));
    expect(text).not.toContain('root:');
  });

  withPoppler('breaks a name of 300 characters over lines and loses none of it', () => {
    const name = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(9).slice(0, 300);
    const text = textOf(compiler.print(invoice(trade({ consignee: { ...trade().consignee, name } }))).pdf);
    expect(text.replace(/[\s\u200B]/g, '')).toContain(name.slice(0, 28));
    expect(Math.max(...text.split('\n').map((l) => l.length))).toBeLessThan(200);
    expect((text.match(/Wolfes|chlegel|steinh/g) ?? []).length).toBeGreaterThan(15);
  });

  withPoppler('puts 400 lines on numbered pages, each with the table’s heading', () => {
    const lines = Array.from({ length: 400 }, (_, i) => (i % 2 ? bowlLine : rugLine)({ number: i + 1 }));
    const t = trade({ lines });
    const data = packingList.quote(t, { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' });
    const { pdf, pages } = compiler.print(packingList.sheet(data, { number: 'PL-2026-000001', version: 1, issuedOn: '2026-11-24' }));
    const text = textOf(pdf);
    expect(pages).toBeGreaterThan(10);
    expect(pages).toBeLessThan(MAX_PAGES);
    expect(text).toContain(`Page ${pages} of ${pages}`);
    expect((text.match(/Description of goods/g) ?? []).length).toBeGreaterThanOrEqual(pages - 1);
    expect(text).toMatch(/^\s*400\s+Glazed/m);
  });

  it('survives any string in any box', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'\u202E\u200F\u0640\u0651\u064Bاب ab\u200D🙂中\u0300ⵜ#[]$\\"\u0000\uD800\u2028٣\u06DD'), maxLength: 60 }));
    fc.assert(
      fc.property(anything, anything, anything, (name, title, arabic) => {
        const t = trade({ lines: [rugLine({ title: { en: title, fr: arabic, ar: name } })], consignee: { ...trade().consignee, line2: name, line1: arabic || '-' } });
        const data = commercialInvoice.quote({ ...t, seller: { ...t.seller, address: [title, arabic] } }, { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' });
        const { line1 } = (data as { consignee: { line1: string } }).consignee;
        if (line1.trim() === '') return;
        expect(compiler.print(commercialInvoice.sheet(data, { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' })).pages).toBeLessThan(4);
      }),
      { numRuns: 100 },
    );
  });
});
