import { newId, SYSTEM } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import type { Tx } from '#libs/platform';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { SHIPPING_ROOMS } from '../shipping.fixtures.js';
import { ConsignmentsJobs } from './consignments.jobs.js';

let house: TestHouse;
let jobs: ConsignmentsJobs;
beforeAll(async () => {
  house = await testHouse(SHIPPING_ROOMS);
  jobs = house.get(ConsignmentsJobs);
});
afterAll(() => house.close());

const orderId = newId();
const told = (at: string) => ({ id: newId(), at });
const ready: Fact<'OrderReady'> = { ...told('2026-11-24T10:00:00.000Z'), name: 'OrderReady', payload: { orderId, number: 'PF-2026-000007', exporter: { kind: 'artisan', id: newId() }, country: 'DE', netWeightGrams: 900 } };
const completed: Fact<'ExportFileCompleted'> = { ...told('2026-11-24T11:00:00.000Z'), name: 'ExportFileCompleted', payload: { orderId, exportFileId: newId(), version: 1 } };
const reopened: Fact<'ExportFileReopened'> = { ...told('2026-11-24T12:00:00.000Z'), name: 'ExportFileReopened', payload: { orderId, exportFileId: newId(), reason: 'a figure moved', missing: ['Packing list'], missingIn: { fr: ['Liste de colisage'], ar: ['قائمة التعبئة'] } } };

const state = (): Promise<unknown[]> =>
  house.db.read(`select o.*, p.complete, p.missing, p.told_at from shipping.order_to_pack o full join shipping.papers_state p on p.order_id = o.order_id`);

describe.each<[string, (tx: Tx) => Promise<void>]>([
  ['OrderReady', (tx) => jobs.onReady(ready, tx)],
  ['ExportFileCompleted', (tx) => jobs.onCompleted(completed, tx)],
  ['ExportFileReopened', (tx) => jobs.onReopened(reopened, tx)],
])('hearing %s', (_, hear) => {
  it('leaves nothing behind when it dies before the commit', async () => {
    const before = await state();
    await expect(house.db.write(SYSTEM, async (tx) => {
      await hear(tx);
      throw new Error('the power went');
    })).rejects.toThrow('the power went');
    expect(await state()).toEqual(before);
  });

  it('does the same twice as once', async () => {
    await house.db.write(SYSTEM, hear);
    const once = await state();
    expect(once).toHaveLength(1);
    await house.db.write(SYSTEM, hear);
    expect(await state()).toEqual(once);
  });
});
