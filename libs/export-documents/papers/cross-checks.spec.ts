import { trade } from '../export-documents.fixtures.js';
import type { Trade, TradeLine } from '../trade/trade.js';
import { UNDECIDED } from '../trade/transport.js';
import { disagreements, type Quoted } from './cross-checks.js';
import { PAPERS, PAPER_KINDS, type PaperKind } from './papers.js';
import { explain } from './problems.js';

const references = { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' };
const base = trade({ origin: { ...trade().origin, reference: 'A 123456' }, transport: { ...UNDECIDED, way: 'post', number: 'CP123456785MA' } });
const quoted = (kind: PaperKind, t: Trade): Quoted => ({ kind, number: kind === 'commercial_invoice' ? 'CI-2026-000001' : `${PAPERS[kind].series ?? 'PF'}-2026-000001`, data: PAPERS[kind].quote(t, references) });
const file = (t: (kind: PaperKind) => Trade): Quoted[] => PAPER_KINDS.map((kind) => quoted(kind, t(kind)));
const changed = (change: Partial<Trade>): Trade => ({ ...base, ...change });
const lines = (change: Partial<TradeLine>): Trade => changed({ lines: base.lines.map((l) => ({ ...l, ...change })), offer: base.lines });

/** One fact of the trade told otherwise, and the word it is told by. */
const OTHERWISE: readonly (readonly [string, Trade])[] = [
  ['gross_weight', changed({ packing: { ...base.packing, grossWeightGrams: 20_000 } })],
  ['packages', changed({ packing: { ...base.packing, packages: 3 } })],
  ['consignee', changed({ consignee: { ...base.consignee, line1: '15, rue Oberkampf' } })],
  ['consignee', changed({ consignee: { ...base.consignee, phone: '+33 6 99 99 99 99' } })],
  ['destination', changed({ consignee: { ...base.consignee, country: 'BE' } })],
  ['exporter', changed({ seller: { ...base.seller, name: 'Another' } })],
  ['exporter_address', changed({ seller: { ...base.seller, ice: '001234567000099' } })],
  ['importer_number', changed({ buyer: { ...base.buyer, taxId: 'FR12345678901' } })],
  ['terms', changed({ incoterm: { ...base.incoterm, code: 'DAP' } })],
  ['goods_value', changed({ charges: { ...base.charges, goodsMinor: 139_001 } })],
  ['total', changed({ charges: { ...base.charges, totalMinor: 181_729 } })],
  ['certificate_of_origin', changed({ origin: { ...base.origin, reference: 'A 123457' } })],
  ['carriage_number', changed({ transport: { ...base.transport, number: 'CP123456799MA' } })],
  ['quantity', lines({ quantity: 9 })],
  ['net_weight', lines({ netWeightGrams: 1_000 })],
  ['gross_weight', lines({ grossWeightGrams: 1_100 })],
  ['hs_code', lines({ hsCode: '570190' })],
  ['commodity_code', lines({ commodityCode: '5701901000' })],
  ['value', lines({ amountMinor: 77_700 })],
  ['description', lines({ title: { en: 'Something else entirely', fr: 'Autre chose', ar: 'شيء آخر' } })],
  ['materials', lines({ materials: [{ name: 'cotton', percent: 100, originCountry: 'MA', scientificName: null }] })],
  ['origin', lines({ originCountry: 'TN' })],
  ['maker', lines({ makerName: 'Somebody Else' })],
  ['size', lines({ lengthMm: 2_990 })],
  ['certificate', lines({ certificateNumber: 'TAP-2026-000999' })],
];

describe('papers of one file', () => {
  it('agree when they quote one trade', () => {
    expect(disagreements(file(() => base))).toEqual([]);
  });

  it.each(OTHERWISE)('are caught, whichever paper tells another %s', (what, other) => {
    const telling: PaperKind[] = [];
    for (const kind of PAPER_KINDS) {
      const same = JSON.stringify(quoted(kind, base).data) === JSON.stringify(quoted(kind, other).data);
      const found = disagreements(file((k) => (k === kind ? other : base)));
      if (found.some((f) => f.problem.params['what'] === what)) telling.push(kind);
      if (same) expect(found).toEqual([]);
    }
    // A fact that one paper alone tells cannot differ; every one of these is told at least twice.
    expect(telling.length).toBeGreaterThanOrEqual(2);
  });

  it('are refused by paper, box and remedy, in three languages', () => {
    const other = changed({ packing: { ...base.packing, grossWeightGrams: 20_000 } });
    const [first] = disagreements(file((k) => (k === 'cn23' ? other : base)));
    expect(first).toMatchObject({ paper: 'cn23', problem: { code: 'PAPERS_DISAGREE', box: 'Total gross weight', params: { paper: 'CN-2026-000001', other: 'CI-2026-000001', otherBox: 'Total gross weight' } } });
    expect(explain(first!.problem, 'en').message).toBe('Different gross weight: CN-2026-000001 says 20.000 kg, CI-2026-000001 says 19.350 kg (box Total gross weight).');
    expect(explain(first!.problem, 'fr').message).toContain('poids brut');
    expect(explain(first!.problem, 'ar').message).toContain('الوزن الإجمالي');
    for (const locale of ['en', 'fr', 'ar'] as const) expect(explain(first!.problem, locale).remedy.length).toBeGreaterThan(20);
  });

  it('name the line and its box where the lines differ', () => {
    const [first] = disagreements(file((k) => (k === 'packing_list' ? lines({ hsCode: '570190' }) : base)));
    expect(first).toMatchObject({ paper: 'packing_list', problem: { code: 'LINES_DISAGREE', box: 'HS code', params: { line: 1, what: 'hs_code', otherBox: 'HS code' } } });
  });

  it('are caught when one quotes another invoice', () => {
    const other = { kind: 'packing_list' as const, number: 'PL-2026-000001', data: PAPERS.packing_list.quote(base, { ...references, invoiceNumber: 'CI-2026-000002' }) };
    expect(disagreements([quoted('commercial_invoice', base), other])[0]!.problem.params).toMatchObject({ what: 'invoice_number', value: 'CI-2026-000002' });
  });
});
