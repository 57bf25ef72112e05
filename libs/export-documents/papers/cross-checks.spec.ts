import { disagreements, type Quoted } from './cross-checks.js';
import { trade } from '../export-documents.fixtures.js';
import { PAPERS, PAPER_KINDS, type PaperKind } from './papers.js';
import type { Trade } from '../trade/trade.js';

const references = { invoiceNumber: 'CI-2026-000001', invoicedOn: '2026-11-24' };
const numbers: Partial<Record<PaperKind, string>> = { commercial_invoice: 'CI-2026-000001' };
const quoted = (kind: PaperKind, t: Trade): Quoted => ({ kind, number: numbers[kind] ?? `${kind}-1`, data: PAPERS[kind].quote(t, references) });
const file = (change: (kind: PaperKind) => Trade): Quoted[] => PAPER_KINDS.map((kind) => quoted(kind, change(kind)));

describe('papers of one file', () => {
  it('agree when they quote one trade', () => {
    expect(disagreements(file(() => trade()))).toEqual([]);
  });

  it.each<[string, Partial<Trade>]>([
    ['Gross weight', { packing: { ...trade().packing, grossWeightGrams: 20_000 } }],
    ['Packages', { packing: { ...trade().packing, packages: 3 } }],
    ['Consignee', { consignee: { ...trade().consignee, line1: '15, rue Oberkampf' } }],
    ['Exporter', { seller: { ...trade().seller, name: 'Another' } }],
    ['Line 1, quantity', { lines: trade().lines.map((l) => ({ ...l, quantity: l.quantity + 1 })) }],
    ['Line 1, net weight', { lines: trade().lines.map((l) => ({ ...l, netWeightGrams: l.netWeightGrams + 1 })) }],
    ['Line 1, HS code', { lines: trade().lines.map((l) => ({ ...l, hsCode: '570190' })) }],
    ['Line 1, description', { lines: trade().lines.map((l) => ({ ...l, title: { ...l.title, en: 'Something else entirely' } })) }],
  ])('are caught when one of them has another %s', (what, change) => {
    const found = disagreements(file((kind) => (kind === 'packing_list' ? trade(change) : trade())));
    expect(found.map((f) => f.problem.params['what'])).toContain(what);
    expect(found.every((f) => f.paper === 'packing_list')).toBe(true);
  });

  it('are caught when one quotes another invoice', () => {
    const other = { kind: 'packing_list' as const, number: 'PL-2026-000001', data: PAPERS.packing_list.quote(trade(), { ...references, invoiceNumber: 'CI-2026-000002' }) };
    expect(disagreements([quoted('commercial_invoice', trade()), other])[0]!.problem.params).toMatchObject({ what: 'Invoice number', value: 'CI-2026-000002' });
  });
});
