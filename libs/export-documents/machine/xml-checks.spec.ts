import { bowlLine, rugLine, trade } from '../export-documents.fixtures.js';
import { advanceDataXml } from '../papers/carriage/advance-data.js';
import type { Cn23 } from '../papers/carriage/postal-contract.js';
import { asking } from '../papers/papers.fixtures.js';
import type { CommercialInvoice } from '../papers/invoice-contract.js';
import { PAPERS } from '../papers/papers.js';
import type { Trade } from '../trade/trade.js';
import { COMPLETE, INVOICE_RULES } from './en16931.js';
import { ublInvoice } from './ubl-invoice.js';
import { faultsOf } from './xml-checks.js';

const issue = { number: 'CI-2026-000001', version: 1, issuedOn: '2026-11-24' };
const xmlOf = (change: Partial<Trade> = {}): string => ublInvoice(PAPERS.commercial_invoice.quote(trade(change), { invoiceNumber: issue.number, invoicedOn: issue.issuedOn }) as CommercialInvoice, issue);
const good = xmlOf();

describe('the invoice for machines, against its schema and the core invoice', () => {
  it('is what both ask for, in whatever shape it comes', () => {
    expect(faultsOf('invoice.xml', good)).toEqual([]);
    const shapes: Partial<Trade>[] = [
      { lines: [rugLine({ title: { en: '', fr: 'Tapis', ar: '' }, certificateNumber: null, materials: [] }), bowlLine()] },
      { lines: Array.from({ length: 400 }, (_, i) => (i % 2 ? bowlLine : rugLine)({ number: i + 1 })), charges: { ...trade().charges, goodsMinor: 200 * (rugLine().amountMinor + bowlLine().amountMinor), totalMinor: 200 * (rugLine().amountMinor + bowlLine().amountMinor) + trade().charges.totalMinor - trade().charges.goodsMinor } },
      { buyer: { name: 'Somebody Else', email: '', kind: 'business', taxId: 'FR12345678901' } },
      { consignee: { ...trade().consignee, name: '<&>"', line2: '</x>', region: 'Île & Co' } },
      { seller: { ...trade().seller, address: [], city: '', ice: null, phone: null, email: null, taxNumber: null } },
    ];
    for (const shape of shapes) expect(faultsOf('invoice.xml', xmlOf(shape))).toEqual([]);
  });

  it('tells a seller who has not given her numbers from one who has', () => {
    const seller = { ...trade().seller, ice: '001234567000089', taxNumber: '12345678' };
    expect(faultsOf('invoice.xml', xmlOf({ seller }), COMPLETE)).toEqual([]);
    expect(faultsOf('invoice.xml', xmlOf({ seller: { ...seller, ice: null, taxNumber: null } }), COMPLETE).map((f) => f.split(':')[0])).toEqual(['BR-CO-26', 'BR-G-02']);
  });

  it('is refused for an element out of order, unknown, missing or of the wrong kind', () => {
    const spoiled = [
      good.replace(/(<cbc:ID>CI-2026-000001<\/cbc:ID>)\s*(<cbc:IssueDate>.*?<\/cbc:IssueDate>)/, '$2$1'),
      good.replace('<cbc:IssueDate>', '<cbc:IssueDay/><cbc:IssueDate>'),
      good.replace(/<cac:LegalMonetaryTotal>[\s\S]*<\/cac:LegalMonetaryTotal>/, ''),
      good.replace('<cbc:IssueDate>2026-11-24', '<cbc:IssueDate>24 November'),
      good.replace(' currencyID="EUR"', ''),
      good.replace('</Invoice>', ''),
      `<!DOCTYPE Invoice [<!ENTITY x SYSTEM "file:///etc/passwd">]>${good.slice(good.indexOf('<Invoice'))}`,
    ];
    for (const xml of spoiled) {
      expect(xml).not.toBe(good);
      expect(faultsOf('invoice.xml', xml).length).toBeGreaterThan(0);
    }
    expect(faultsOf('else.xml', '<x/>')).toEqual(['else.xml has no schema to be checked against']);
  });

  const BREAKS: Readonly<Record<string, (xml: string) => string>> = {
    'BR-01': (x) => x.replace(/<cbc:CustomizationID>.*\n/, ''),
    'BR-05': (x) => x.replace('<cbc:DocumentCurrencyCode>EUR', '<cbc:DocumentCurrencyCode>EURO'),
    'BR-09': (x) => x.replace('<cbc:IdentificationCode>MA', '<cbc:IdentificationCode>'),
    'BR-21': (x) => x.replace('<cbc:ID>2</cbc:ID>', '<cbc:ID>1</cbc:ID>'),
    'BR-22': (x) => x.replace(/(<cbc:InvoicedQuantity[^>]*>)\d+/, '$10'),
    'BR-23': (x) => x.replace(/<cbc:InvoicedQuantity unitCode="C62"/, '<cbc:InvoicedQuantity'),
    'BR-CO-10': (x) => x.replace('>1240.50</cbc:LineExtensionAmount>', '>1240.51</cbc:LineExtensionAmount>'),
    'BR-CO-12': (x) => x.replace(/(<cbc:Amount currencyID="EUR">)98\.00/, '$198.01'),
    'BR-CO-13': (x) => x.replace(/(<cbc:TaxExclusiveAmount currencyID="EUR">)[\d.]+/, '$11817.27'),
    'BR-CO-15': (x) => x.replace(/(<cbc:TaxInclusiveAmount currencyID="EUR">)[\d.]+/, '$11817.29'),
    'BR-CO-16': (x) => x.replace(/(<cbc:PayableAmount currencyID="EUR">)[\d.]+/, '$11.00'),
    'BR-G-05': (x) => x.replace(/(<cac:ClassifiedTaxCategory>\s*<cbc:ID>)G/, '$1S'),
    'BR-G-08': (x) => x.replace(/(<cbc:TaxableAmount currencyID="EUR">)[\d.]+/, '$11.00'),
    'BR-G-09': (x) => x.replace(/(<cac:TaxSubtotal>[\s\S]*?<cbc:TaxAmount currencyID="EUR">)0\.00/, '$11.00'),
    'BR-G-10': (x) => x.replace(/<cbc:TaxExemptionReason>.*\n/, ''),
    'BR-DEC': (x) => x.replace('>1390.00<', '>1390.000<'),
    'BR-CL-03': (x) => x.replace('currencyID="EUR"', 'currencyID="USD"'),
  };
  it.each(Object.keys(BREAKS))('%s is noticed when it is broken', (rule) => {
    const xml = BREAKS[rule]!(good);
    expect(xml).not.toBe(good);
    expect(faultsOf('invoice.xml', xml).map((f) => f.split(':')[0])).toContain(rule);
  });

  it('has no rule twice, and costs a few milliseconds', () => {
    expect(new Set(INVOICE_RULES.map((r) => r.rule)).size).toBe(INVOICE_RULES.length);
    // Of the processor, whoever else keeps the machine busy.
    const began = process.cpuUsage();
    for (let i = 0; i < 20; i++) faultsOf('invoice.xml', good);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1000 / 20).toBeLessThan(20);
  });
});

describe('the advance data of a parcel, against its schema', () => {
  const advance = (change: Partial<Trade> = {}): string => advanceDataXml(PAPERS.cn23.quote({ ...asking('cn23'), ...change }, { invoiceNumber: issue.number, invoicedOn: issue.issuedOn }) as Cn23, issue.issuedOn);

  it('is what it asks for, in whatever shape it comes', () => {
    const shapes: Partial<Trade>[] = [{}, { lines: [rugLine({ certificateNumber: null, materials: [] })] }, { consignee: { ...trade().consignee, name: '<&>"', line2: null, postalCode: null, region: 'Île' } }, { seller: { ...trade().seller, address: [], ice: null, phone: null, email: null } }];
    for (const shape of shapes) expect(faultsOf('itmatt.xml', advance(shape))).toEqual([]);
  });

  it('is refused with an element missing, out of order or of the wrong kind', () => {
    const right = advance();
    const spoiled = [right.replace(/<postingDate>.*<\/postingDate>\s*/, ''), right.replace(/(<postingDate>.*<\/postingDate>)(\s*)(<originCountry>.*<\/originCountry>)/, '$3$2$1'), right.replace(/<grossWeightKg>[\d.]+/, '<grossWeightKg>heavy')];
    for (const xml of spoiled) {
      expect(xml).not.toBe(right);
      expect(faultsOf('itmatt.xml', xml).length).toBeGreaterThan(0);
    }
  });
});
