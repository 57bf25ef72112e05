import { jest } from '@jest/globals';
import { newId, type Actor } from '#libs/kernel';
import { ClustersService, CollectiveSalesService, MembershipService, partOfPrice } from '#libs/clusters';
import { BasketsService, OrdersService, PlacementService, type Order } from '#libs/orders';
import { CheckoutsService } from '#libs/payments';
import { SaleMovementsService } from '../../libs/clusters/sale/movements.service.js';
import { SalesQueries } from '../../libs/clusters/sale/sales.queries.js';
import { piece, PARIS } from '../../libs/orders/orders.fixtures.js';
import { actor } from '../database.js';
import { openFittingHouse, type FittingHouse, type Person } from './fitting-house.js';

jest.setTimeout(120_000);

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** A collective sale from its plan to the last piece given back, with two buyers who meet its last minute. */
describe('a collective sale of a cluster', () => {
  let house: FittingHouse;
  let founder: Person;
  let weaver: Person;
  let rug: string;
  let saleId: string;
  let held: { basketId: string; shown: number };
  let slow: { basketId: string; shown: number };
  const clusterId = newId();
  const [quick, late]: readonly [Actor, Actor] = [actor('buyer'), actor('buyer')];
  beforeAll(async () => {
    house = await openFittingHouse();
    // The payment page lives by the real clock: the day of the sale is the one that ends now.
    house.clock.set(new Date(Date.now() - 24 * HOUR - MINUTE));
    [founder, weaver] = [await house.artisan('Rqia Bennani', 'fr'), await house.artisan('Itto Oubella', 'fr')];
  }, 120_000);
  afterAll(() => house?.close());
  afterEach(async () => expect(await house.broken()).toEqual([]));

  const basketOf = async (buyer: Actor, quantity: number) => {
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, rug, quantity);
    return { basketId, shown: await shownTo(buyer, basketId) };
  };
  const shownTo = async (buyer: Actor, basketId: string): Promise<number> => {
    const { quote } = await house.get(BasketsService).basket(buyer, basketId, 'consumer');
    return quote?.known ? quote.total.amountMinor : 0;
  };
  const place = (buyer: Actor, { basketId, shown }: { basketId: string; shown: number }) =>
    house.get(PlacementService).place(buyer, { basketId, consignee: PARIS, email: 'claire@example.com', buyerKind: 'consumer', shownTotalMinor: shown });
  const paid = async (buyer: Actor, basketId: string): Promise<Order> => {
    await fetch(await house.get(CheckoutsService).start(buyer, basketId), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act: 'pay' }) });
    await house.settle();
    return (await house.get(OrdersService).ordersOfBasket(buyer, basketId))[0]!;
  };
  const sale = async () => (await house.get(SalesQueries).page(founder, clusterId, { first: 5, states: ['planned', 'open', 'closed'] })).nodes[0]!;
  async function pass(ms: number): Promise<void> {
    house.clock.advance(ms);
    await house.jobs.tick('clusters.turn-sales');
  }

  it('is planned with pieces of a member who lets it, and opens by itself at its hour', async () => {
    await house.get(ClustersService).create(founder, { id: clusterId, name: 'Tifawin', legalForm: 'cooperative', address: 'Douar', city: 'Sefrou', regionCode: 'MA-03', branch: 'carpets', rules: 'By turn.', feeBp: 300 });
    await house.get(MembershipService).step(founder, clusterId, weaver.artisanId, 'invite', null);
    await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId, 'accept', partOfPrice(300));
    for (const permission of ['list', 'price'] as const) await house.get(MembershipService).setPermission(weaver, clusterId, permission, true);
    rug = await piece(house.db, weaver.artisanId, { priceMinor: 100_000, stock: 5 });
    const [now, inDays] = [house.clock.now().getTime(), (days: number) => new Date(house.clock.now().getTime() + days * 24 * HOUR)];
    saleId = newId();
    await house.get(CollectiveSalesService).plan(founder, {
      id: saleId, clusterId, title: 'Semaine de la laine', opensAt: new Date(now + HOUR), closesAt: inDays(1), collectionOn: inDays(4).toISOString().slice(0, 10),
      pieces: [{ productId: rug, feeBp: 1_000 }], outlets: [{ name: 'Ensemble artisanal', city: 'Rabat' }],
    });
    const before = (await basketOf(quick, 1)).shown;
    await pass(HOUR - MINUTE);
    expect([(await sale()).state, (await basketOf(quick, 1)).shown]).toEqual(['planned', before]);
    await pass(MINUTE);
    expect((await sale()).state).toBe('open');
    expect((await basketOf(quick, 1)).shown).toBeGreaterThan(before);
  });

  it('sells on its terms until its last moment: who placed by then pays them, who did not is told the price of after', async () => {
    [held, slow] = [await basketOf(quick, 2), await basketOf(late, 1)];
    await pass(23 * HOUR - 2 * MINUTE);
    await place(quick, held);
    await pass(3 * MINUTE);
    expect((await sale()).state).toBe('closed');
    const order = await paid(quick, held.basketId);
    expect(order.proForma).toMatchObject({ exporter: { kind: 'cluster', id: clusterId }, totals: { totalMinor: held.shown }, lines: [{ sharesMad: { makerMinor: 200_000, clusterMinor: 20_000 } }] });
    await expect(place(late, slow)).rejects.toMatchObject({ code: 'ORDER_PRICE_MOVED' });
    const after = await shownTo(late, slow.basketId);
    expect(after).toBeLessThan(slow.shown);
    await place(late, { ...slow, shown: after });
    expect((await paid(late, slow.basketId)).proForma).toMatchObject({ exporter: { kind: 'artisan', id: weaver.artisanId }, lines: [{ sharesMad: { clusterMinor: 0 } }] });
  });

  it('tells its maker what to bring in: what was sold in it, the order paid afterwards too', async () => {
    expect((await sale()).pieces).toMatchObject([{ sold: 2, offered: false }]);
    house.clock.advance(3 * HOUR);
    await house.jobs.drain();
    const letters = await house.db.read<{ subject: string; body: string }>(`select subject, body from platform.mail where recipient = $1 and subject like '%Semaine de la laine%' order by id`, [weaver.email]);
    expect(letters).toHaveLength(2);
    expect(letters[1]!.body).toContain('Tapis du Moyen Atlas: 2');
  });

  it('is brought in, received by its outlet, and what is left goes back', async () => {
    const move = (over: object) => house.get(SaleMovementsService).record(founder, { id: newId(), saleId, productId: rug, quantity: 1, ...over });
    await move({ quantity: 4 });
    await move({ outlet: 1, quantity: 1 });
    await move({ outlet: 1, quantity: 1 });
    await move({ back: true, quantity: 2 });
    await expect(move({ outlet: 1 })).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_HERE' });
    expect(await sale()).toMatchObject({ pieces: [{ sold: 2, broughtIn: 4, sentOut: 2, goneBack: 2 }], outlets: [{ name: 'Ensemble artisanal', received: 2 }] });
  });
});
