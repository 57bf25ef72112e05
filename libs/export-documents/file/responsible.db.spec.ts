import { Module } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import type { ProForma } from '#libs/orders';
import type { Room } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { ExportDocumentsService } from '../export-documents.service.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { explain } from '../papers/problems.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import { TradeSource } from '../trade/trade.source.js';

const orders = new PlacedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions };

describe('who answers in the Union (Regulation (EU) 2023/988, article 16)', () => {
  let t: TestHouse;
  let documents: ExportDocumentsService;
  const desk = actor('desk');
  beforeAll(async () => {
    t = await testHouse([room]);
    documents = t.get(ExportDocumentsService);
  });
  afterAll(() => t.close());

  async function drawn(change: Partial<ProForma> = {}): Promise<ProForma> {
    const p = orders.place(change);
    await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));
    await t.jobs.drain();
    return p;
  }
  const seen = async (p: ProForma) => (await documents.exportFile(desk, p.orderId))!;
  const sheet = async (p: ProForma) => (await seen(p)).papers.find((paper) => paper.kind === 'gpsr_data');

  it('holds the file until there is somebody, says what to do, and goes on by itself once somebody is named', async () => {
    const named = orders.house;
    orders.house = null;
    const p = await drawn();
    expect((await seen(p)).file.state).toBe('blocked');
    const fault = (await sheet(p))!.problems.find((one) => one.code === 'RESPONSIBLE_PERSON_MISSING')!;
    expect(explain(fault, 'ar')).toMatchObject({ message: expect.stringContaining('لا أحد مسؤول عن البضاعة داخل الاتحاد'), remedy: expect.stringContaining('الشخص المسؤول') });
    const [held] = await t.db.read<{ missing: string[] }>(`select payload->'missing' missing from platform.outbox where name = 'ExportFileReopened' and payload->>'orderId' = $1`, [p.orderId]);
    const [inArabic] = await t.db.read<{ missing: string[] }>(`select payload->'missingIn'->'ar' missing from platform.outbox where name = 'ExportFileReopened' and payload->>'orderId' = $1`, [p.orderId]);
    expect(inArabic!.missing.join()).toMatch(/^معلومات سلامة المنتج GP-\S+ \(الشخص المسؤول: لا أحد مسؤول/);
    expect(held!.missing.join()).toMatch(/Product safety information GP-.*Nobody answers for the goods in the Union/);

    orders.house = named;
    await t.db.write(SYSTEM, (tx) => tx.publish('ResponsiblePersonChanged', { day: '2026-11-24' }));
    await t.jobs.drain();
    expect((await seen(p)).file.state).toBe('complete');
    for (const kind of ['gpsr_data', 'packing_list']) expect(JSON.stringify((await seen(p)).papers.find((paper) => paper.kind === kind)!.quoted)).toContain(named);
  });

  it('prints the exporter’s own before the house’s, and the house’s again when it is taken back', async () => {
    const p = await drawn();
    const own = 'Atelier Europe, 2 quai Un, 13002 Marseille, www.atelier.example';
    await documents.saveExporterDetails(desk, p.exporter.kind, p.exporter.id, { responsiblePerson: own });
    await t.jobs.drain();
    expect((await sheet(p))!.quoted).toMatchObject({ responsiblePerson: own });
    expect((await seen(p)).file.state).toBe('complete');
    await documents.saveExporterDetails(desk, p.exporter.kind, p.exporter.id, { responsiblePerson: null });
    await t.jobs.drain();
    expect((await sheet(p))!.quoted).toMatchObject({ responsiblePerson: orders.house });
  });

  it('wants an electronic address, and says so beside the field', async () => {
    const p = await drawn();
    await expect(documents.saveExporterDetails(desk, p.exporter.kind, p.exporter.id, { responsiblePerson: 'Atelier Europe, 2 quai Un, 13002 Marseille' })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.responsiblePerson' });
  });

  it('is not asked of a business, nor outside the Union but for Northern Ireland', async () => {
    const named = orders.house;
    orders.house = null;
    const { buyer, consignee } = orders.place();
    expect(await sheet(await drawn({ buyer: { ...buyer, kind: 'business', taxId: 'FR40303265045' } }))).toBeUndefined();
    const british = { ...consignee, city: 'London', postalCode: 'E8 3RL', country: 'GB' };
    expect(await sheet(await drawn({ consignee: british }))).toBeUndefined();
    expect((await sheet(await drawn({ consignee: { ...british, city: 'Belfast', postalCode: 'BT1 5GS' } })))!.problems.map((one) => one.code)).toContain('RESPONSIBLE_PERSON_MISSING');
    orders.house = named;
  });
});
