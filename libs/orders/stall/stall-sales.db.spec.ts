import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { BasketsService, OrdersService, PlacementService, StallSalesService } from '../index.js';
import { BOSTON, maker, ORDER_ROOMS, piece, placing, type Maker } from '../orders.fixtures.js';

describe('a piece bought in the medina', () => {
  let house: TestHouse;
  let sales: StallSalesService;
  let baskets: BasketsService;
  let orders: OrdersService;
  let placements: PlacementService;
  let fatima: Maker;
  let idir: Maker;
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    [sales, baskets, orders, placements] = [house.get(StallSalesService), house.get(BasketsService), house.get(OrdersService), house.get(PlacementService)];
    [fatima, idir] = [await maker(house.db), await maker(house.db, 'Idir Amghar')];
  });
  beforeEach(() => house.clock.set(TODAY));
  afterAll(() => house.close());

  async function sold(more: { quantity?: number; paidEachMinor?: number; stock?: number } = {}): Promise<{ id: string; productId: string; key: string }> {
    const productId = await piece(house.db, fatima.artisanId, { stock: more.stock ?? 1 });
    const { id, key } = await sales.sell(fatima.actor, { id: newId(), productId, quantity: more.quantity ?? 1, paidEachMinor: more.paidEachMinor ?? 200_000 });
    return { id, productId, key };
  }

  async function sendHome(visitor: Actor, key: string): Promise<string> {
    const basketId = newId();
    await sales.takeHome(visitor, key, basketId, 'US');
    return placements.place(visitor, placing(basketId, { consignee: BOSTON }));
  }

  const pay = async (basketId: string): Promise<void> => {
    const placement = await orders.placement(basketId);
    await house.db.write(SYSTEM, (tx) => tx.publish('PaymentCaptured', { paymentId: newId(), basketId, orderIds: placement!.orders.map((order) => order.id), amountMinor: placement!.totalMinor, currency: placement!.currency }));
    await house.jobs.drain();
  };

  it('goes home at the price that was paid for it: customs is told its value, the visitor pays the journey', async () => {
    const [visitor, { productId, key }] = [actor('buyer'), await sold()];
    const basketId = newId();
    const basket = await sales.takeHome(visitor, key, basketId, 'US');
    if (!basket.quote?.known) throw new Error('no price');
    const goods = basket.quote.perLine[0]!.goodsMinor;
    const due = basket.quote.total.amountMinor - goods;

    await placements.place(visitor, placing(basketId, { consignee: BOSTON, shownTotalMinor: due }));
    const [order] = await orders.ordersOfBasket(visitor, basketId);
    const { proForma } = order!;
    expect(proForma.totals).toMatchObject({ goodsMinor: goods, prepaidMinor: goods, totalMinor: due });
    expect(proForma.lines[0]).toMatchObject({ goodsMadMinor: 200_000, goodsMinor: goods, shares: { makerMinor: 0, platformMinor: 0 }, sharesMad: { makerMinor: 0 } });
    // The United States count whole dollars.
    expect(proForma.lines[0]!.customsValueMinor).toBeGreaterThan(goods - 100);
    expect(proForma.shares.freightMinor + proForma.shares.dutyMinor + proForma.shares.feesMinor).toBe(due);
    expect(proForma.quote.charges.at(-1)).toMatchObject({ kind: 'prepaid', amountMinor: -goods, formula: '1 × 2000.00 MAD' });
    expect(proForma.stall).toEqual({ saleId: expect.any(String), soldOn: '2026-11-24', paidMadMinor: 200_000 });
    expect(proForma.lines[0]!.unitIds).toEqual((await house.db.read<{ id: string }>(`select id from catalog.unit where product_id = $1`, [productId])).map((unit) => unit.id));

    await pay(basketId);
    expect((await orders.order(visitor, order!.id)).timeline.map((step) => step.verb)).toEqual(['place', 'fund', 'accept', 'finish']);
  });

  it('is hers from the moment she paid, and nobody else buys it', async () => {
    const { productId } = await sold();
    expect(await house.db.read(`select state from catalog.product where id = $1`, [productId])).toEqual([{ state: 'sold' }]);
    const other = actor('buyer');
    const id = newId();
    await baskets.create(other, id, 'US');
    await expect(baskets.setLine(other, id, productId, 1)).rejects.toMatchObject({ code: 'ORDER_PRODUCT_UNKNOWN' });
  });

  it('stays hers when she does not pay the journey in time, and may be sent again', async () => {
    const [visitor, { productId, key }] = [actor('buyer'), await sold()];
    await sendHome(visitor, key);
    await expect(sales.takeHome(visitor, key, newId(), 'US')).rejects.toMatchObject({ code: 'ORDER_STALL_SENDING' });
    house.clock.set(new Date(TODAY.getTime() + 3_600_000));
    await house.jobs.tick('orders.expire-holds');
    await house.jobs.drain();
    expect(await house.db.read(`select state from catalog.unit where product_id = $1`, [productId])).toEqual([{ state: 'sold' }]);
    expect(await sendHome(visitor, key)).toBeTruthy();
  });

  it('makes one journey, however many try at once', async () => {
    const { key } = await sold();
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => sendHome(actor('buyer'), key)));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'ORDER_STALL_SENDING' });
  });

  it('is the same sale when it is said twice, and the maker’s again when it is undone', async () => {
    const productId = await piece(house.db, fatima.artisanId, { stock: 2 });
    const input = { id: newId(), productId, quantity: 1, paidEachMinor: 150_000 };
    const [first, again] = [await sales.sell(fatima.actor, input), await sales.sell(fatima.actor, input)];
    expect(again).toEqual(first);
    for (let i = 0; i < 2; i++) expect((await sales.undo(fatima.actor, input.id)).undoneAt).not.toBeNull();
    expect(await house.db.read(`select count(*)::int n from catalog.unit where product_id = $1 and state = 'free'`, [productId])).toEqual([{ n: 2 }]);
    await expect(sales.takeHome(actor('buyer'), first.key, newId(), 'US')).rejects.toMatchObject({ code: 'ORDER_STALL_CLOSED' });
  });

  it('is one sale when its button is pressed twice at the same moment, each press told so', async () => {
    for (let round = 0; round < 5; round++) {
      const productId = await piece(house.db, fatima.artisanId, { stock: 1 });
      const input = { id: newId(), productId, quantity: 1, paidEachMinor: 150_000 };
      const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => sales.sell(fatima.actor, input)));
      for (const one of others) expect(one).toEqual(first);
      expect(await sales.ofPiece(fatima.actor, productId)).toHaveLength(1);
      expect(await house.db.read(`select count(*)::int n from platform.audit where action = 'stall-sale.sell' and subject_id = $1`, [input.id])).toEqual([{ n: 1 }]);
    }
  }, 60_000);

  it('is sold once when two people of the stall sell it at the same moment, and the other is told', async () => {
    const productId = await piece(house.db, fatima.artisanId, { stock: 1 });
    const tries = await Promise.allSettled(Array.from({ length: 4 }, () => sales.sell(fatima.actor, { id: newId(), productId, quantity: 1, paidEachMinor: 150_000 })));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'CATALOG_SOLD_OUT' });
  });

  it('is not undone once it is on its way, nor taken home after its days', async () => {
    const [one, two] = [await sold(), await sold()];
    await sendHome(actor('buyer'), one.key);
    await expect(sales.undo(fatima.actor, one.id)).rejects.toMatchObject({ code: 'ORDER_STALL_SENDING' });
    house.clock.set(new Date(TODAY.getTime() + 31 * 86_400_000));
    await expect(sales.takeHome(actor('buyer'), two.key, newId(), 'US')).rejects.toMatchObject({ code: 'ORDER_STALL_CLOSED' });
  });

  it('takes no other piece along', async () => {
    const [visitor, { key }, other] = [actor('buyer'), await sold(), await piece(house.db, idir.artisanId)];
    const id = newId();
    await sales.takeHome(visitor, key, id, 'US');
    await expect(baskets.setLine(visitor, id, other, 1)).rejects.toMatchObject({ code: 'ORDER_STALL_BASKET' });
  });

  it('refuses what the rule does not let a merchant send, what is not there, and a key that opens nothing', async () => {
    const productId = await piece(house.db, fatima.artisanId, { stock: 1 });
    const sale = { id: newId(), productId, quantity: 1, paidEachMinor: 5_000_001 };
    await expect(sales.sell(fatima.actor, sale)).rejects.toMatchObject({ code: 'ORDER_STALL_LIMIT', field: 'input.paidEachMinor', params: { max: '50000.00' } });
    await expect(sales.sell(fatima.actor, { ...sale, paidEachMinor: 1, quantity: 2 })).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT' });
    await expect(sales.sell(fatima.actor, { ...sale, paidEachMinor: 0 })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.paidEachMinor' });
    await expect(sales.takeHome(actor('buyer'), 'no-such-key', newId(), 'US')).rejects.toMatchObject({ code: 'ORDER_STALL_SALE_UNKNOWN', field: 'key' });
  });

  it('is only the business of its maker', async () => {
    const { id, productId } = await sold();
    await expect(sales.sell(idir.actor, { id: newId(), productId, quantity: 1, paidEachMinor: 1 })).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
    await expect(sales.ofPiece(idir.actor, productId)).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
    await expect(sales.undo(idir.actor, id)).rejects.toMatchObject({ code: 'ORDER_STALL_SALE_UNKNOWN' });
    expect(await sales.ofPiece(fatima.actor, productId)).toMatchObject([{ id, orderNumber: null }]);
  });
});
