import { Module } from '@nestjs/common';
import { newId, SYSTEM } from '#libs/kernel';
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

const withdrawn = new Set<string>();
class CertifiedOrders extends PlacedOrders {
  override async evidence(): Promise<Map<string, Evidence | null>> {
    return new Map([STAMPED, TESTED].map((e) => [e.number, withdrawn.has(e.number) ? null : e]));
  }
}
const orders = new CertifiedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions };

describe('a certificate withdrawn before the goods have left', () => {
  let t: TestHouse;
  beforeAll(async () => {
    t = await testHouse([room]);
  });
  afterAll(() => t.close());

  it('is cited by no paper but the offer, and nothing it vouched for is declared', async () => {
    const { orderId } = orders.place();
    const file = async () => (await t.get(ExportDocumentsService).exportFile(actor('desk'), orderId))!;
    const citing = async (number: string) => (await file()).papers.filter((paper) => JSON.stringify(paper.quoted).includes(number)).map((paper) => paper.kind);
    await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
    await t.jobs.drain();
    expect(await citing(TESTED.number)).toEqual(expect.arrayContaining(['commercial_invoice', 'piece_passports']));

    const lapsed = { certificateId: newId(), number: TESTED.number, artisanId: newId(), pieceId: null };
    const before = (await file()).papers.map((paper) => paper.id);
    await t.db.write(SYSTEM, (tx) => tx.publish('CertificateLapsed', { ...lapsed, reason: 'expired' }));
    await t.jobs.drain();
    expect((await file()).papers.map((paper) => paper.id)).toEqual(before);

    withdrawn.add(TESTED.number);
    await t.db.write(SYSTEM, (tx) => tx.publish('CertificateLapsed', { ...lapsed, reason: 'withdrawn' }));
    await t.jobs.drain();
    expect(await citing(TESTED.number)).toEqual(['pro_forma']);
    expect(await citing(STAMPED.number)).toEqual(expect.arrayContaining(['commercial_invoice', 'piece_passports']));
  });
});
