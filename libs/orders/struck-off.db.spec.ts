import { newId, SYSTEM } from '#libs/kernel';
import { csvLine, headerRow, RegisterImport } from '#libs/registry';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { BasketsService, OrdersService, PlacementService } from './index.js';
import { maker, ORDER_ROOMS, piece, placing } from './orders.fixtures.js';

/** An extract of one row: what its columns say, in the order of the header. */
async function* extractOf(row: Readonly<Record<string, string>>): AsyncGenerator<Buffer> {
  yield Buffer.from(csvLine(headerRow(), ';') + csvLine(headerRow().map((column) => row[column] ?? ''), ';'));
}
const STRUCK = {
  name_latin: 'Fatima Aït Lahcen', sex: 'F', birth_year: '1980', category: 'maâlem', branch: 'Tapis', activity: 'Tapis noué', region: 'Fès-Meknès', province: 'Sefrou',
  chamber: 'Chambre d’artisanat de la région Fès-Meknès', status: 'radié', registered_on: '2022-01-01', valid_until: '04/03/2027',
};

describe('a register extract that strikes off a maker with open orders', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    house.clock.set(TODAY);
    await house.get(ReferenceService).loadShipped(SYSTEM);
  });
  afterAll(() => house.close());

  it('hides her pieces, tells her buyer, and leaves the order to be finished', async () => {
    const { artisanId, actor: weaver } = await maker(house.db);
    const orders = house.get(OrdersService);
    const buyer = actor('buyer');
    const [sold, left] = [await piece(house.db, artisanId, { unique: true }), await piece(house.db, artisanId, { unique: true })];
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, sold, 1);
    await house.get(PlacementService).place(buyer, placing(basketId));
    const order = (await orders.ordersOfBasket(buyer, basketId))[0]!;
    const { totalMinor } = order.proForma.totals;
    await house.db.write(SYSTEM, (tx) => tx.publish('PaymentCaptured', { paymentId: newId(), basketId, orderIds: [order.id], amountMinor: totalMinor, currency: order.proForma.currency }));
    await house.jobs.drain();

    const letters = (): Promise<{ subject: string }[]> => house.db.read(`select subject from platform.mail where subject like '%' || $1 || '%' order by id`, [order.number]);
    const before = (await letters()).length;
    const identifier = 'STRUCK1';
    await house.db.read('update registry.artisan set identifier = $2 where id = $1', [artisanId, identifier]);
    const bring = () => house.get(RegisterImport).run(SYSTEM, extractOf({ ...STRUCK, identifier }), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    expect(await bring()).toMatchObject({ changed: 1, standingsMoved: 1 });
    await bring();
    await house.jobs.drain();

    expect(await house.db.read('select state, suspended_for from catalog.product where id = $1', [left])).toEqual([{ state: 'suspended', suspended_for: 'standing' }]);
    expect(await letters()).toHaveLength(before + 1);
    expect(await orders.stateOf(order.id)).toBe('funded');
    await orders.accept(weaver, order.id);
    await orders.finish(weaver, order.id);
    expect(await orders.stateOf(order.id)).toBe('ready');
    expect((await orders.order(buyer, order.id)).proForma.totals.totalMinor).toBe(totalMinor);
  });
});
