import { inflateRawSync } from 'node:zlib';
import { create } from 'xmlbuilder2';
import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import type { CommercialInvoice } from '../papers/invoice-contract.js';
import { PAPERS } from '../papers/papers.js';
import { brokerCsv } from './broker.js';
import { tradeJson } from './trade-json.js';
import { ublInvoice } from './ubl-invoice.js';
import { zip } from './zip.js';

const issue = { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' };
const quoted = (change = {}) => PAPERS.commercial_invoice.quote(trade(change), { invoiceNumber: issue.number, invoicedOn: issue.issuedOn }) as CommercialInvoice;

describe('the invoice for machines', () => {
  it('is well-formed and says the amounts of the paper', () => {
    const xml = ublInvoice(quoted(), issue);
    const { Invoice } = create(xml).end({ format: 'object' }) as unknown as { Invoice: Record<string, Record<string, unknown>> };
    expect(Invoice['cbc:ID']).toBe('CI-2026-000001');
    expect(Invoice['cac:LegalMonetaryTotal']!['cbc:LineExtensionAmount']).toEqual({ '@currencyID': 'EUR', '#': '1390.00' });
    expect(Invoice['cac:LegalMonetaryTotal']!['cbc:TaxInclusiveAmount']).toEqual({ '@currencyID': 'EUR', '#': '1817.28' });
    expect(Invoice['cac:InvoiceLine']).toHaveLength(2);
    expect(xml).toContain('زربية صوفية');
    // The sum of lines and charges is the total (EN 16931, BR-CO-10 and BR-CO-13).
    const charges = [...xml.matchAll(/<cbc:Amount currencyID="EUR">([\d.]+)</g)].map((m) => Math.round(Number(m[1]) * 100));
    expect(139_000 + charges.reduce((a, b) => a + b, 0)).toBe(181_728);
  });

  it('escapes what a person typed and drops what XML cannot hold', () => {
    const title = { en: '</cbc:Name><x/> & ]]> \u0000\uFFFE\uD800 <!DOCTYPE a>', fr: '', ar: '' };
    const xml = ublInvoice(quoted({ lines: [rugLine({ title }), bowlLine()] }), issue);
    expect(xml).toContain('&lt;/cbc:Name&gt;&lt;x/&gt; &amp; ]]&gt;');
    expect(() => create(xml)).not.toThrow();
  });
});

describe('the broker’s files', () => {
  it('have one row a line, and no cell a spreadsheet would run', () => {
    const csv = brokerCsv(trade({ lines: [rugLine({ title: { en: '=HYPERLINK("http://x")', fr: '-1+1, "fin"', ar: '' } }), bowlLine()] }));
    const rows = csv.trimEnd().split('\r\n');
    expect(rows).toHaveLength(3);
    expect(rows[1]).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(rows[1]).toContain(`"'-1+1, ""fin"""`);
    expect(rows[1]).toContain(',"85 % wool, 15 % cotton",MA,MA-03,yes,TAP-2026-000117,1,C62,6.00,14.200,15.100,1240.50,EUR,13400.00');
    expect(new Set(rows.map((row) => row.replace(/"[^"]*(?:""[^"]*)*"/g, '').split(',').length)).size).toBe(1);
  });

  it('say the same trade in JSON', () => {
    const json = JSON.parse(tradeJson(trade(), { number: 'CI-2026-000001', issuedOn: '2026-11-24' })) as { tradeSettlement: { grandTotalAmount: unknown; charges: { actualAmount: { value: string } }[] }; lineItems: unknown[] };
    expect(json.tradeSettlement.grandTotalAmount).toEqual({ value: '1817.28', currencyCode: 'EUR' });
    expect(json.tradeSettlement.charges.map((c) => c.actualAmount.value)).toEqual(['98.00', '13.90', '0.00', '300.38', '15.00']);
    expect(json.lineItems).toHaveLength(2);
  });

  it('leave nothing of the trade out of the JSON', () => {
    const t = trade();
    const json = tradeJson(t, { number: 'CI-2026-000001', issuedOn: '2026-11-24' });
    for (const said of [t.seller.ice, t.seller.taxNumber, t.seller.address[1], t.buyer.email, t.consignee.line2, t.consignee.phone, t.incoterm.place, t.lines[0]!.commodityCode, t.lines[0]!.makerName, t.lines[1]!.certificateNumber, t.lines[1]!.evidence!.page, t.lines[0]!.unitIds[0], t.fx.rate, t.customs.scheme, t.origin.mention]) expect(json).toContain(said);
    expect(JSON.parse(json)).toMatchObject({ consignment: { grossWeightMeasure: { value: 19_350, unitCode: 'GRM' }, netWeightMeasure: { value: 17_500 }, packageQuantity: 2, originProof: { type: 'origin_declaration' } } });
  });
});

describe('the ZIP', () => {
  it('is the same bytes for the same entries, and gives each back', () => {
    const entries = [{ name: 'a.txt', bytes: Buffer.from('hello '.repeat(100)) }, { name: 'ملف.txt', bytes: Buffer.from('é') }];
    const archive = zip(entries, '2026-11-24');
    expect(archive.equals(zip(entries, '2026-11-24'))).toBe(true);
    const packed = archive.readUInt32LE(18);
    const start = 30 + archive.readUInt16LE(26);
    expect(inflateRawSync(archive.subarray(start, start + packed)).equals(entries[0]!.bytes)).toBe(true);
    expect(archive.readUInt32LE(archive.length - 22)).toBe(0x06054b50);
    expect(archive.readUInt16LE(archive.length - 12)).toBe(2);
  });
});
