import { newId, type Actor } from '#libs/kernel';
import type { Facts } from '#libs/facts';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ConsignmentsService, ShippingService } from '../index.js';
import { SHIPPING_ROOMS } from '../shipping.fixtures.js';
import { ConsignmentsReader } from './consignments.reader.js';

let house: TestHouse;
let service: ConsignmentsService;
let reader: ConsignmentsReader;
const desk = actor('desk');
const maker = actor('artisan', { artisanId: newId() });
let serial = 0;

beforeAll(async () => {
  house = await testHouse(SHIPPING_ROOMS);
  service = house.get(ConsignmentsService);
  reader = house.get(ConsignmentsReader);
});
afterAll(() => house.close());

async function say<N extends keyof Facts>(name: N, payload: Facts[N]): Promise<void> {
  await house.db.write(desk, (tx) => tx.publish(name, payload));
  await house.jobs.drain();
}
/** An order that is made, its papers as wished. */
async function ready(papers: 'complete' | 'missing' | 'none' = 'complete', more: Partial<Facts['OrderReady']> = {}, travels: Facts['ExportFileCompleted']['travels'] = { way: 'air', number: null }): Promise<string> {
  const orderId = newId();
  await say('OrderReady', { orderId, number: `PF-2026-${String(++serial).padStart(6, '0')}`, exporter: { kind: 'artisan', id: maker.artisanId! }, country: 'FR', consigneeKey: 'home', netWeightGrams: 14_000, ...more });
  if (papers === 'complete') await say('ExportFileCompleted', { orderId, exportFileId: newId(), version: 1, ...(travels.way !== 'undecided' && { travels }) });
  if (papers === 'missing') await say('ExportFileReopened', { orderId, exportFileId: newId(), reason: 'a figure moved', missing: ['Packing list PL-2026-000001', 'Origin declaration'] });
  return orderId;
}
const box = (orderId: string, grossWeightGrams = 15_000) => ({ orderId, grossWeightGrams, lengthMm: 1_000, widthMm: 400, heightMm: 300 });
async function packed(orderIds: string[], by: Actor = maker): Promise<string> {
  return (await service.pack(by, { id: newId(), packages: orderIds.map((id) => box(id)) })).id;
}
const NUMBER = 'RB123456785MA';
const serialNumber = (): string => {
  const seven = String(++serial).padStart(7, '0');
  return `147-${seven}${Number(seven) % 7}`;
};
async function facts(name: string): Promise<Record<string, unknown>[]> {
  return (await house.db.read<{ payload: Record<string, unknown> }>('select payload from platform.outbox where name = $1 order by at, id', [name])).map((row) => row.payload);
}

describe('a consignment', () => {
  it('goes from the packing table to the door, and says so', async () => {
    const orderId = await ready('complete', {}, { way: 'post', number: NUMBER });
    const id = await packed([orderId]);
    await service.dispatch(maker, id, 'barid', 'rb 123456785 ma');
    house.clock.advance(4 * 86_400_000);
    const done = await service.deliver(desk, id, '2026-11-27');
    expect(done).toMatchObject({ state: 'delivered', carrier: 'barid', trackingNumber: NUMBER, dispatchedOn: '2026-11-24', deliveredOn: '2026-11-27', orders: [{ orderId, papersComplete: true }] });
    expect(done.timeline.map((step) => step.state)).toEqual(['packed', 'dispatched', 'delivered']);
    expect(await house.get(ShippingService).consignmentOf(orderId)).toMatchObject({ id, state: 'delivered' });
    expect((await facts('ConsignmentPacked')).at(-1)).toEqual({ consignmentId: id, orderIds: [orderId], grossWeightGrams: 15_000, packages: 1, orders: [{ orderId, grossWeightGrams: 15_000, packages: 1 }] });
    expect((await facts('ConsignmentDispatched')).at(-1)).toEqual({ consignmentId: id, orderIds: [orderId], trackingNumber: NUMBER, carrier: 'barid', dispatchedOn: '2026-11-24' });
    expect((await facts('ConsignmentDelivered')).at(-1)).toEqual({ consignmentId: id, orderIds: [orderId], deliveredOn: '2026-11-27' });
  });

  it('is packed, dispatched and delivered once, however often it is asked', async () => {
    const orderId = await ready();
    const input = { id: newId(), packages: [box(orderId)] };
    await Promise.all([service.pack(maker, input), service.pack(maker, input), service.pack(maker, input)]);
    const number = serialNumber();
    await service.dispatch(desk, input.id, 'air', number);
    await service.dispatch(desk, input.id, 'air', number.replace('-', ''));
    await service.deliver(desk, input.id);
    await service.deliver(desk, input.id);
    for (const name of ['ConsignmentPacked', 'ConsignmentDispatched', 'ConsignmentDelivered']) {
      expect((await facts(name)).filter((fact) => fact['consignmentId'] === input.id)).toHaveLength(1);
    }
    await expect(service.dispatch(desk, input.id, 'air', serialNumber())).rejects.toMatchObject({ code: 'LIFECYCLE_REFUSED' });
  });

  it('two packers of one order: one consignment', async () => {
    const orderId = await ready();
    const tries = await Promise.allSettled(Array.from({ length: 6 }, () => packed([orderId])));
    expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1);
    expect(tries.filter((t) => t.status === 'rejected').every((t) => (t as PromiseRejectedResult).reason.code === 'SHIPPING_ORDER_PACKED')).toBe(true);
  });

  it('is packed again with other weights, until it leaves', async () => {
    const orderId = await ready();
    const id = await packed([orderId]);
    const again = await service.pack(maker, { id, packages: [box(orderId, 9_000), box(orderId, 8_500)] });
    expect(again.packages.map((one) => one.grossWeightGrams)).toEqual([9_000, 8_500]);
    expect((await facts('ConsignmentPacked')).filter((fact) => fact['consignmentId'] === id).map((fact) => fact['grossWeightGrams']).sort()).toEqual([15_000, 17_500]);
    await expect(service.pack(maker, { id, packages: [box(orderId), box(await ready())] })).rejects.toMatchObject({ code: 'SHIPPING_OTHER_ORDERS' });
    await expect(service.pack(maker, { id, packages: [box(await ready())] })).rejects.toMatchObject({ code: 'SHIPPING_OTHER_ORDERS' });
    await service.dispatch(maker, id, 'air', serialNumber());
    await expect(service.pack(maker, { id, packages: [box(orderId, 15_001)] })).rejects.toMatchObject({ code: 'LIFECYCLE_REFUSED' });
  });

  it('carries several orders to one consignee, and only to one', async () => {
    const together = await packed([await ready(), await ready()]);
    expect((await reader.byId(desk, together)).orders).toHaveLength(2);
    await expect(packed([await ready(), await ready('complete', { consigneeKey: 'elsewhere' })])).rejects.toMatchObject({ code: 'SHIPPING_DESTINATIONS_DIFFER' });
    await expect(packed([await ready('complete', { consigneeKey: undefined }), await ready('complete', { consigneeKey: undefined })])).rejects.toMatchObject({ code: 'SHIPPING_DESTINATIONS_DIFFER' });
  });

  it('leaves the way its papers say, under the number they quote', async () => {
    const undecided = await packed([await ready('complete', {}, { way: 'undecided', number: null })]);
    await expect(service.dispatch(desk, undecided, 'air', serialNumber())).rejects.toMatchObject({ code: 'SHIPPING_PAPERS_OTHER_WAY', field: 'carrier' });
    await expect(service.dispatch(desk, undecided, 'sea', 'CMDU-TNG0471')).rejects.toMatchObject({ code: 'SHIPPING_PAPERS_OTHER_WAY' });
    await service.dispatch(desk, undecided, 'dhl', '3318810025');
    const posted = await packed([await ready('complete', {}, { way: 'post', number: 'CP123456785MA' })]);
    await expect(service.dispatch(desk, posted, 'ups', '1Z5R89390357567127')).rejects.toMatchObject({ code: 'SHIPPING_PAPERS_OTHER_WAY' });
    await expect(service.dispatch(desk, posted, 'barid', 'CP123456799MA')).rejects.toMatchObject({ code: 'SHIPPING_PAPERS_OTHER_NUMBER', field: 'trackingNumber' });
    await service.dispatch(desk, posted, 'barid', 'CP123456785MA');
    const hauled = await packed([await ready('complete', {}, { way: 'road', number: null })]);
    expect((await service.dispatch(desk, hauled, 'road', 'CMR 2026/118')).trackingNumber).toBe('CMR2026/118');
  });

  it('weighs at least what is in it', async () => {
    const orderId = await ready();
    await expect(service.pack(maker, { id: newId(), packages: [box(orderId, 13_999)] })).rejects.toMatchObject({ code: 'SHIPPING_WEIGHT_BELOW_NET', field: 'packages' });
  });

  it.each([
    { grossWeightGrams: 0 }, { grossWeightGrams: -5 }, { grossWeightGrams: 1.5 }, { grossWeightGrams: 1e12 }, { lengthMm: 0 }, { heightMm: 1e9 }, { orderId: 'not an id' },
  ])('refuses a package of %j', async (wrong) => {
    await expect(service.pack(desk, { id: newId(), packages: [{ ...box(newId()), ...wrong }] })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: expect.stringMatching(/^input\.packages\.0\./) });
  });

  it('refuses no packages, and orders nobody made', async () => {
    await expect(service.pack(desk, { id: newId(), packages: [] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(packed([newId()], desk)).rejects.toMatchObject({ code: 'SHIPPING_ORDER_NOT_FOUND' });
  });
});

describe('dispatch', () => {
  it('is refused while a paper is missing, naming it', async () => {
    const [one, other] = [await ready(), await ready('missing')];
    const id = await packed([one, other]);
    await expect(service.dispatch(desk, id, 'air', serialNumber())).rejects.toMatchObject({
      code: 'SHIPPING_PAPERS_MISSING',
      message: expect.stringMatching(/PF-2026-\d{6} is not complete. Missing: Packing list PL-2026-000001, Origin declaration\./),
    });
    expect((await reader.byId(desk, id)).state).toBe('packed');
    const never = await packed([await ready('none')]);
    await expect(service.dispatch(desk, never, 'air', serialNumber())).rejects.toMatchObject({ message: expect.stringMatching('the export file itself') });
    const arabic = actor('desk', { locale: 'ar' });
    await expect(service.dispatch(arabic, never, 'air', serialNumber())).rejects.toMatchObject({ params: { missing: 'ملف التصدير نفسه' } });
  });

  it('names what is missing in the reader’s language, on the desk and in the refusal', async () => {
    const orderId = await ready('none');
    await house.db.write(desk, (tx) => tx.publish('ExportFileReopened', { orderId, exportFileId: newId(), reason: 'x', missing: ['Packing list PL-1'], missingIn: { fr: ['Liste de colisage PL-1'], ar: ['قائمة التعبئة PL-1', 'فاتورة CI-1'] } }));
    await house.jobs.drain();
    const waiting = async (locale: 'en' | 'fr' | 'ar') => (await reader.waiting(actor('desk', { locale }), 100)).find((one) => one.orderId === orderId)!.missingPapers;
    expect([await waiting('en'), await waiting('fr')]).toEqual([['Packing list PL-1'], ['Liste de colisage PL-1']]);
    const id = await packed([orderId]);
    await house.jobs.drain();
    const arabic = actor('desk', { locale: 'ar' });
    expect((await reader.byId(arabic, id)).orders[0]!.missingPapers).toEqual(['قائمة التعبئة PL-1', 'فاتورة CI-1']);
    await expect(service.dispatch(arabic, id, 'air', serialNumber())).rejects.toMatchObject({ params: { missing: 'قائمة التعبئة PL-1، فاتورة CI-1' } });
  });

  it('waits until what was measured is dealt with', async () => {
    const orderId = await ready();
    const id = await packed([orderId]);
    // The export file learned of the weights and said so, but its word has not reached us yet.
    await house.db.write(desk, (tx) => tx.publish('ExportFileReopened', { orderId, exportFileId: newId(), reason: 'the goods were weighed', missing: ['Packing list'] }));
    await expect(service.dispatch(desk, id, 'air', serialNumber())).rejects.toMatchObject({ code: 'SHIPPING_PAPERS_MISSING', message: expect.stringMatching('being drawn up now') });
    await house.jobs.drain();
    await expect(service.dispatch(desk, id, 'air', serialNumber())).rejects.toMatchObject({ message: expect.stringMatching('Missing: Packing list') });
    house.clock.advance(1);
    await say('ExportFileCompleted', { orderId, exportFileId: newId(), version: 2, travels: { way: 'air', number: null } });
    expect((await service.dispatch(desk, id, 'air', serialNumber())).state).toBe('dispatched');
  });

  it('listens to the last word about the papers, in whatever order the words arrive', async () => {
    const orderId = await ready('none');
    const id = await packed([orderId]);
    const first = await house.db.write(desk, (tx) => tx.publish('ExportFileCompleted', { orderId, exportFileId: newId(), version: 1 }));
    house.clock.advance(1_000);
    await house.db.write(desk, (tx) => tx.publish('ExportFileReopened', { orderId, exportFileId: newId(), reason: 'the weight moved' }));
    // The first word is held back and comes after the second.
    await house.db.read(`update platform.outbox set relayed_at = now() where id = $1`, [first]);
    await house.jobs.drain();
    await house.db.read(`update platform.outbox set relayed_at = null where id = $1`, [first]);
    await house.jobs.drain();
    await expect(service.dispatch(desk, id, 'air', serialNumber())).rejects.toMatchObject({ message: expect.stringMatching('the weight moved') });
  });

  it.each([
    ['dhl', '3318810010', 'SHIPPING_TRACKING_INVALID', 'trackingNumber'],
    ['barid', 'RB123456786MA', 'SHIPPING_TRACKING_INVALID', 'trackingNumber'],
    ['barid', '', 'SHIPPING_TRACKING_INVALID', 'trackingNumber'],
    ['air', `147-${'1'.repeat(100_000)}`, 'SHIPPING_TRACKING_INVALID', 'trackingNumber'],
    ['pigeon', NUMBER, 'SHIPPING_CARRIER_UNKNOWN', 'carrier'],
    ['constructor', NUMBER, 'SHIPPING_CARRIER_UNKNOWN', 'carrier'],
  ])('refuses %s %.20s', async (carrier, number, code, field) => {
    const id = await packed([await ready()]);
    await expect(service.dispatch(desk, id, carrier, number)).rejects.toMatchObject({ code, field });
  });

  it('never gives one tracking number to two consignments', async () => {
    const [one, two] = [await packed([await ready()]), await packed([await ready()])];
    const number = serialNumber();
    const tries = await Promise.allSettled([service.dispatch(desk, one, 'air', number), service.dispatch(desk, two, 'air', number)]);
    expect(tries.map((t) => (t.status === 'fulfilled' ? 'done' : (t.reason as { code: string }).code)).sort()).toEqual(['SHIPPING_TRACKING_USED', 'done']);
  });
});

describe('who may', () => {
  it('an exporter handles his own and finds nothing of others', async () => {
    const stranger = actor('artisan', { artisanId: newId() });
    const orderId = await ready();
    await expect(packed([orderId], stranger)).rejects.toMatchObject({ code: 'SHIPPING_ORDER_NOT_FOUND' });
    const id = await packed([orderId]);
    await expect(service.dispatch(stranger, id, 'air', serialNumber())).rejects.toMatchObject({ code: 'SHIPPING_CONSIGNMENT_NOT_FOUND' });
    await expect(reader.byId(stranger, id)).rejects.toMatchObject({ code: 'SHIPPING_CONSIGNMENT_NOT_FOUND' });
    expect((await reader.page(stranger, null, 10, undefined)).nodes).toEqual([]);
    expect(await reader.waiting(stranger, 10)).toEqual([]);
  });

  it('an exporter does not say that his goods arrived', async () => {
    const id = await packed([await ready()]);
    await service.dispatch(maker, id, 'air', serialNumber());
    await expect(service.deliver(maker, id)).rejects.toMatchObject({ code: 'SHIPPING_CONSIGNMENT_NOT_FOUND' });
  });

  it('a member of the cluster packs the cluster’s order', async () => {
    const clusterId = newId();
    const member = actor('cluster', { memberships: [{ kind: 'cluster', organisationId: clusterId }] });
    const orderId = await ready('complete', { exporter: { kind: 'cluster', id: clusterId } });
    expect((await reader.waiting(member, 10)).map((order) => order.orderId)).toEqual([orderId]);
    const id = await packed([orderId], member);
    expect((await reader.page(member, 'packed', 10, undefined)).nodes.map((node) => node.id)).toEqual([id]);
  });

  it('delivery lies between dispatch and today', async () => {
    const id = await packed([await ready()]);
    await service.dispatch(desk, id, 'air', serialNumber());
    for (const day of ['2026-11-01', '2030-01-01']) await expect(service.deliver(desk, id, day)).rejects.toMatchObject({ code: 'SHIPPING_DELIVERY_DAY', field: 'deliveredOn' });
    await expect(service.deliver(desk, id, 'yesterday')).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('pages through all of them without repeating any', async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await reader.page(desk, null, 3, after);
      seen.push(...page.nodes.map((node) => node.id));
      after = page.hasNextPage ? page.endCursor! : undefined;
    } while (after);
    const [count] = await house.db.read<{ count: number }>('select count(*)::int as count from shipping.consignment');
    expect(new Set(seen).size).toBe(count!.count);
    await expect(reader.page(desk, null, 3, 'nonsense')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(reader.page(desk, null, 500, undefined)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
  });
});
