import { newId, SYSTEM } from '#libs/kernel';
import { ExportDocumentsService, exportDocumentsRoom } from '#libs/export-documents';
import { BasketsService, OrdersService, PlacementService } from '#libs/orders';
import { ReferenceService } from '#libs/shipping';
import { maker, ORDER_ROOMS, piece, placing } from '../../libs/orders/orders.fixtures.js';
import { actor, testHouse, type TestHouse } from '../database.js';

/**
 * A drawing that took a second connection while it holds one would stop for ever once as many drawings as connections run.
 * With one connection left, it would stop at the first.
 */
describe('a house with one free connection to its database', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse([...ORDER_ROOMS, exportDocumentsRoom], { DATABASE_POOL: '4' });
    await house.get(ReferenceService).loadShipped(SYSTEM);
  });
  afterAll(() => house.close());

  it('draws the files of six orders, each from the order, its maker and its certificates', async () => {
    const [buyer, weaver] = [actor('buyer'), await maker(house.db)];
    const orderIds: string[] = [];
    for (let n = 0; n < 6; n++) {
      const basketId = newId();
      const rug = await piece(house.db, weaver.artisanId, { unique: true, certificateNumber: `CE-MA03-2026-00000${n}` });
      await house.get(BasketsService).create(buyer, basketId, 'FR');
      await house.get(BasketsService).setLine(buyer, basketId, rug, 1);
      await house.get(PlacementService).place(buyer, placing(basketId));
      orderIds.push((await house.get(OrdersService).ordersOfBasket(buyer, basketId))[0]!.id);
    }
    const held = await Promise.all([1, 2, 3].map(() => house.db.pool.connect()));
    try {
      for (const orderId of orderIds) await house.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }));
      // Printing is another matter: it never holds a connection while it asks for one.
      await house.jobs.drain({ errands: false });
    } finally {
      for (const connection of held) connection.release();
    }
    const files = await Promise.all(orderIds.map((id) => house.get(ExportDocumentsService).exportFile(buyer, id)));
    expect(files.map((f) => f!.papers.filter((p) => p.kind === 'commercial_invoice').length)).toEqual(Array(6).fill(1));
  });
});
