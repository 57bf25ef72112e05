import { Module } from '@nestjs/common';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import type { ProForma } from '#libs/orders';
import type { Room } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { STAMPED, TESTED } from '../export-documents.fixtures.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { ExportDocumentsService } from '../export-documents.service.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import type { Evidence } from '../trade/trade.js';
import { TradeSource } from '../trade/trade.source.js';

class CertifiedOrders extends PlacedOrders {
  override async maySee(who: Actor, orderId: string): Promise<boolean> {
    return who.artisanId === this.placed.get(orderId)?.exporter.id || super.maySee(who, orderId);
  }
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
beforeAll(async () => {
  t = await testHouse([room]);
  documents = t.get(ExportDocumentsService);
});
afterAll(() => t.close());

const desk = actor('desk');
const packed = (orderIds: string[], grossWeightGrams: number): Promise<unknown> => t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentPacked', { consignmentId: newId(), orderIds, grossWeightGrams, packages: 2 }));
const factsOf = (name: string, orderId: string) => t.db.read<{ payload: { travels?: { way: string; number: string | null } } }>(`select payload from platform.outbox where name = $1 and payload->>'orderId' = $2 order by id`, [name, orderId]);
const papersOf = async (orderId: string) => (await documents.exportFile(desk, orderId))!.papers;

async function drawn(change: Partial<ProForma> = {}): Promise<ProForma> {
  const p = orders.place(change);
  await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));
  await t.jobs.drain();
  return p;
}

describe('how it travels', () => {
  it('draws the papers of the way once it is recorded, with its checked number, and drops those of another', async () => {
    const p = await drawn();
    const kinds = async () => (await papersOf(p.orderId)).map((x) => x.kind);
    expect(await kinds()).toContain('cn23');
    await expect(documents.recordTransport(desk, p.orderId, { way: 'post', number: 'RB123456786MA' })).rejects.toMatchObject({ code: 'EXPORT_CARRIAGE_NUMBER', field: 'input.number' });
    await expect(documents.recordTransport(desk, p.orderId, { way: 'air', number: '147-10000002' })).rejects.toMatchObject({ code: 'EXPORT_CARRIAGE_NUMBER' });
    await expect(documents.recordTransport(actor('artisan', { artisanId: newId() }), p.orderId, { way: 'express' })).rejects.toMatchObject({ code: 'EXPORT_FILE_NOT_FOUND' });

    await documents.recordTransport(desk, p.orderId, { way: 'post' });
    await t.jobs.drain();
    const waiting = (await documents.exportFile(desk, p.orderId))!;
    expect(waiting.file.state).toBe('blocked');
    expect(waiting.papers.find((x) => x.kind === 'cn23')!.problems.map((x) => x.code)).toContain('POSTAL_IDENTIFIER_MISSING');
    await documents.recordTransport(desk, p.orderId, { way: 'post', carrier: 'Barid Al-Maghrib', number: 'cp 123456785 ma' });
    await t.jobs.drain();
    const posted = (await documents.exportFile(desk, p.orderId))!;
    expect([posted.file.state, (posted.papers.find((x) => x.kind === 'cn23')!.quoted as { identifier: string }).identifier]).toEqual(['complete', 'CP123456785MA']);

    await documents.recordTransport(desk, p.orderId, { way: 'air', carrier: 'Royal Air Maroc Cargo', number: '14710000001', from: 'CMN', to: 'CDG', wood: 'none' });
    await t.jobs.drain();
    const flown = (await documents.exportFile(desk, p.orderId))!;
    expect(flown.file.state).toBe('complete');
    expect(await kinds()).toEqual(expect.arrayContaining(['air_waybill_draft', 'wood_packaging']));
    expect(await kinds()).not.toContain('cn23');
    const facts = await factsOf('ExportFileCompleted', p.orderId);
    expect(facts.at(-1)!.payload).toMatchObject({ travels: { way: 'air', number: '147-10000001' } });
  });

  it('is told to every open file of the exporter in one consignment', async () => {
    const one = await drawn();
    const other = await drawn({ exporter: one.exporter });
    await packed([one.orderId, other.orderId], 42_000);
    await t.jobs.drain();
    await documents.recordTransport(desk, one.orderId, { way: 'road', carrier: 'Transports du Détroit', from: 'Fès', wood: 'treated', woodMark: 'IPPC MA-123 HT' });
    await t.jobs.drain();
    expect((await papersOf(other.orderId)).map((x) => x.kind)).toEqual(expect.arrayContaining(['cmr_draft', 'wood_packaging']));
  });
});

describe('several orders in one consignment', () => {
  it('each say the weight and the packages that were measured for them', async () => {
    const [one, other] = [await drawn(), await drawn()];
    const orders = [{ orderId: one.orderId, grossWeightGrams: 19_800, packages: 1 }, { orderId: other.orderId, grossWeightGrams: 22_200, packages: 3 }];
    await t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentPacked', { consignmentId: newId(), orderIds: [one.orderId, other.orderId], grossWeightGrams: 42_000, packages: 4, orders }));
    await t.jobs.drain();
    for (const { orderId, grossWeightGrams, packages } of orders) {
      const view = (await documents.exportFile(desk, orderId))!;
      expect(view.file.state).toBe('complete');
      for (const kind of ['packing_list', 'commercial_invoice', 'cn23', 'dum_data']) expect(view.papers.find((x) => x.kind === kind)!.quoted).toMatchObject({ packing: { measured: true, grossWeightGrams, packages } });
      const lines = (view.papers.find((x) => x.kind === 'packing_list')!.quoted as { lines: { grossWeightGrams: number }[] }).lines;
      expect(lines.reduce((sum, l) => sum + l.grossWeightGrams, 0)).toBe(grossWeightGrams);
    }
  });
});

describe('papers that tell different stories', () => {
  it('hold the file up by both boxes, and are forgotten once they agree', async () => {
    const p = orders.place();
    await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));
    await t.jobs.drain({ errands: false });
    // One paper was quoted by a faulty hand, before anything was printed.
    const [list] = await t.db.read<{ id: string }>(`update export_documents.paper set quoted = jsonb_set(quoted, '{packing,grossWeightGrams}', '99000') where order_id = $1 and kind = 'packing_list' returning id`, [p.orderId]);
    await t.jobs.drain();
    const view = (await documents.exportFile(desk, p.orderId))!;
    expect(view.file.state).toBe('blocked');
    const faults = view.papers.flatMap((x) => x.problems.filter((f) => f.code === 'PAPERS_DISAGREE').map((f) => [x.kind, f.box, f.params['what'], f.params['otherBox']]));
    expect(faults.length).toBeGreaterThan(0);
    for (const [, box, what] of faults) expect([box, what]).toEqual(['Total gross weight', 'gross_weight']);
    expect(list).toBeDefined();
    await packed([p.orderId], 20_500);
    await t.jobs.drain();
    const again = (await documents.exportFile(desk, p.orderId))!;
    expect(again.file.state).toBe('complete');
    expect(again.papers.flatMap((x) => x.problems.map((f) => f.code))).not.toContain('PAPERS_DISAGREE');
  });
});

describe('what was sent', () => {
  it('keeps what was sent: the file is sent, and nobody can alter or supersede its papers, not even in the database', async () => {
    const p = await drawn();
    await t.db.write(SYSTEM, (tx) => tx.publish('ConsignmentDispatched', { consignmentId: newId(), orderIds: [p.orderId], trackingNumber: 'RB123456785GB', carrier: 'barid', dispatchedOn: '2026-11-25' }));
    await t.jobs.drain();
    expect((await documents.exportFile(desk, p.orderId))!.file.state).toBe('sent');
    const sent = await papersOf(p.orderId);
    for (const paper of sent) {
      await expect(t.db.read(`update export_documents.paper set state = 'superseded' where id = $1`, [paper.id])).rejects.toThrow(/was sent/);
      await expect(t.db.read(`update export_documents.paper set sha256 = $2 where id = $1`, [paper.id, 'f'.repeat(64)])).rejects.toThrow(/cannot change|was sent/);
      expect((await documents.paper(desk, paper.id)).row.sha256).toBe(paper.sha256);
    }
    await expect(t.db.read(`update export_documents.file set state = 'drawing' where order_id = $1`, [p.orderId])).rejects.toThrow(/was sent/);
    await expect(t.db.read(`insert into export_documents.paper select (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid(), 'version', p.version + 1))).* from export_documents.paper p where p.id = $1`, [sent[0]!.id])).rejects.toThrow(/was sent/);
    await expect(documents.recordTransport(desk, p.orderId, { way: 'express' })).rejects.toMatchObject({ code: 'EXPORT_FILE_SENT' });
    await expect(documents.recordOrigin(desk, p.orderId, 'A 1')).rejects.toMatchObject({ code: 'EXPORT_FILE_SENT' });
    await expect(documents.retryPaper(desk, sent[0]!.id)).rejects.toMatchObject({ code: 'EXPORT_PAPER_NOT_FAILED' });
  });
});
