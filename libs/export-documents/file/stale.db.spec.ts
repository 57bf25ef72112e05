import { Module } from '@nestjs/common';
import { newId, SYSTEM } from '#libs/kernel';
import type { Room } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { STAMPED, TESTED } from '../export-documents.fixtures.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { ExportDocumentsService } from '../export-documents.service.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { PAPER_KINDS } from '../papers/papers.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import type { Evidence } from '../trade/trade.js';
import { TradeSource } from '../trade/trade.source.js';
import type { PaperRow } from './paper.row.js';

class CertifiedOrders extends PlacedOrders {
  override async evidence(): Promise<Map<string, Evidence>> {
    return new Map([STAMPED, TESTED].map((e) => [e.number, e]));
  }
}
const orders = new CertifiedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions };

let t: TestHouse;
let documents: ExportDocumentsService;
const desk = actor('desk');
beforeAll(async () => {
  t = await testHouse([room]);
  documents = t.get(ExportDocumentsService);
});
afterAll(() => t.close());

const says = (paper: PaperRow, figure: string): boolean => JSON.stringify(paper.quoted).includes(figure);

/** What is changed, and how the old and the new figure read in what a paper quotes. */
const CHANGES: readonly { what: string; was: string; is: string; change: (orderId: string) => Promise<unknown> }[] = [
  { what: 'a description', was: 'Hand-knotted wool rug, Beni Ourain', is: 'Hand-knotted rug of undyed wool', change: (id) => documents.correctLine(desk, id, { line: 1, field: 'title_en', value: 'Hand-knotted rug of undyed wool', reason: 'said more fully' }) },
  { what: 'a net weight', was: '"netWeightGrams":14200', is: '"netWeightGrams":14107', change: (id) => documents.correctLine(desk, id, { line: 1, field: 'net_weight_grams', value: '14107', reason: 'weighed' }) },
  { what: 'a code', was: '"hsCode":"570110"', is: '"hsCode":"570190"', change: (id) => documents.correctLine(desk, id, { line: 1, field: 'hs_code', value: '570190', reason: 'goat hair' }) },
  { what: 'the measured weight', was: '"grossWeightGrams":19354', is: '"grossWeightGrams":21487', change: (id) => t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentPacked', { consignmentId: newId(), orderIds: [id], grossWeightGrams: 21_487, packages: 3 })) },
];

it.each(CHANGES)('$what that changes renews every paper that quotes it, and no other', async ({ was, is, change }) => {
  const { orderId } = orders.place();
  await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
  await t.jobs.drain();
  for (const kind of PAPER_KINDS) await documents.requestPaper(desk, orderId, kind);
  await t.jobs.drain();
  const before = (await documents.exportFile(desk, orderId))!;
  const printed = before.papers.filter((p) => p.state === 'ready');
  expect(printed.length).toBeGreaterThan(15);
  // The offer keeps what was offered: only customs papers say it otherwise.
  const quoting = before.papers.filter((p) => says(p, was) && p.kind !== 'pro_forma').map((p) => p.kind).sort();
  expect(quoting.length).toBeGreaterThan(2);

  await change(orderId);
  await t.jobs.drain({ errands: false });
  const between = (await documents.exportFile(desk, orderId))!;
  expect(between.file.state).not.toBe('complete');
  const renewed = between.papers.filter((p) => before.papers.every((b) => b.id !== p.id || b.quotedSha256 !== p.quotedSha256)).map((p) => p.kind).sort();
  expect(renewed).toEqual(quoting);
  const kept = await t.db.read<{ kind: string; state: string; sha256: string }>(`select kind, state, sha256 from export_documents.paper where id = any($1)`, [printed.map((p) => p.id)]);
  for (const p of printed) {
    const now = kept.find((k) => k.kind === p.kind)!;
    expect([p.kind, now.sha256, now.state]).toEqual([p.kind, p.sha256, quoting.includes(p.kind) ? 'stale' : 'ready']);
  }

  await t.jobs.drain();
  const after = (await documents.exportFile(desk, orderId))!;
  for (const p of after.papers.filter((x) => x.kind !== 'pro_forma')) expect([p.kind, says(p, was)]).toEqual([p.kind, false]);
  expect(after.papers.filter((p) => says(p, is)).map((p) => p.kind).sort()).toEqual(quoting);
  for (const p of after.papers.filter((x) => !quoting.includes(x.kind))) expect(before.papers.find((b) => b.id === p.id)?.sha256).toBe(p.sha256);
});
