import { newId, SYSTEM, type Actor } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { Handlers } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { BasketsService, OrdersService, PlacementService, type Order } from './index.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from './orders.fixtures.js';

describe('things that happen at the same moment', () => {
  let house: TestHouse;
  let orders: OrdersService;
  let weaver: Maker;
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    orders = house.get(OrdersService);
    weaver = await maker(house.db);
  });
  beforeEach(() => house.clock.set(TODAY));
  afterAll(() => house.close());

  async function basketWith(buyer: Actor, productIds: readonly string[]): Promise<string> {
    const id = newId();
    await house.get(BasketsService).create(buyer, id, 'FR');
    for (const productId of productIds) await house.get(BasketsService).setLine(buyer, id, productId, 1);
    return id;
  }

  async function placedBy(buyer: Actor): Promise<Order> {
    const basketId = await basketWith(buyer, [await piece(house.db, weaver.artisanId, { unique: true })]);
    await house.get(PlacementService).place(buyer, placing(basketId));
    return (await orders.ordersOfBasket(buyer, basketId))[0]!;
  }

  function captured(order: Order): Promise<void> {
    const payload = { paymentId: newId(), basketId: order.basketId, orderIds: [order.id], amountMinor: order.proForma.totals.totalMinor, currency: 'EUR' };
    const fact: Fact<'PaymentCaptured'> = { id: newId(), name: 'PaymentCaptured', at: TODAY.toISOString(), payload };
    return house.get(Handlers).hear(fact, 'orders.fund');
  }

  const unitOf = async (order: Order): Promise<string> => (await house.db.read<{ state: string }>(`select state from catalog.unit where id = $1`, [order.proForma.lines[0]!.unitIds[0]]))[0]!.state;
  const saidOf = async (order: Order): Promise<string[]> => (await house.db.read<{ name: string }>(`select name from platform.outbox where kind = 'fact' and payload ->> 'orderId' = $1 order by name`, [order.id])).map((row) => row.name);

  it('ends paid with the piece sold, or cancelled with the piece free and the money asked back: payment, expiry, cancelling', async () => {
    const endings = new Set<string>();
    for (let round = 0; round < 12; round++) {
      house.clock.set(TODAY);
      const buyer = actor('buyer');
      const order = await placedBy(buyer);
      house.clock.advance(30 * 60_000 + 1);
      const all = [() => captured(order), () => house.jobs.tick('orders.expire-holds'), () => orders.cancel(buyer, order.id)];
      // Each takes its turn at being asked first.
      const outcomes = await Promise.allSettled(all.map((_, i) => all[(i + round) % all.length]!()));
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'LIFECYCLE_REFUSED' });
      const state = await orders.stateOf(order.id);
      endings.add(state);
      expect([state, await unitOf(order), await saidOf(order)]).toEqual(
        state === 'funded' ? ['funded', 'sold', ['OrderFunded', 'OrderPlaced']] : ['cancelled', 'free', ['OrderCancelled', 'OrderCancelled', 'OrderPlaced']],
      );
    }
    expect([...endings].every((state) => state === 'funded' || state === 'cancelled')).toBe(true);
  }, 60_000);

  it('shows nobody a deadlock: baskets with the same pieces in opposite orders', async () => {
    for (let round = 0; round < 4; round++) {
      const rugs = await Promise.all([1, 2, 3, 4].map(() => piece(house.db, weaver.artisanId, { unique: true })));
      const buyers = Array.from({ length: 6 }, () => actor('buyer'));
      const made = await Promise.all(buyers.map((buyer, i) => basketWith(buyer, i % 2 ? rugs : [...rugs].reverse())));
      const outcomes = await Promise.allSettled(buyers.map((buyer, i) => house.get(PlacementService).place(buyer, placing(made[i]!))));
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'CATALOG_SOLD_OUT' });
    }
  }, 60_000);

  it('accepts or declines, never both, when two of the exporter’s people answer', async () => {
    const order = await placedBy(actor('buyer'));
    await captured(order);
    const outcomes = await Promise.allSettled([orders.accept(weaver.actor, order.id), orders.decline(weaver.actor, order.id, 'No wool.'), orders.accept(weaver.actor, order.id)]);
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    expect((await orders.order(weaver.actor, order.id)).timeline).toHaveLength(3);
  });

  it('frees the pieces of the other orders when one cannot be expired, and says that one failed', async () => {
    const [bad, good] = [await placedBy(actor('buyer')), await placedBy(actor('buyer'))];
    house.clock.advance(31 * 60_000);
    await house.db.read(`create function orders.refuse() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$`);
    await house.db.read(`create trigger refuse before insert on orders.history for each row when (new.order_id = '${bad.id}') execute function orders.refuse()`);
    await expect(house.jobs.tick('orders.expire-holds')).rejects.toThrow(/1 of \d+ failed/);
    expect([await orders.stateOf(bad.id), await orders.stateOf(good.id)]).toEqual(['placed', 'cancelled']);
    await house.db.read(`drop function orders.refuse cascade`);
    await house.jobs.tick('orders.expire-holds');
    expect(await orders.stateOf(bad.id)).toBe('cancelled');
  });

  it('writes nothing when the process dies before the commit, and the same once the fact comes again', async () => {
    const order = await placedBy(actor('buyer'));
    const payload = { paymentId: newId(), basketId: order.basketId, orderIds: [order.id], amountMinor: order.proForma.totals.totalMinor, currency: 'EUR' };
    const fact: Fact<'PaymentCaptured'> = { id: newId(), name: 'PaymentCaptured', at: TODAY.toISOString(), payload };
    // The backend is killed while the handler's transaction is open.
    await house.db.read(`create function orders.die() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$`);
    await house.db.read(`create trigger die before insert on orders.history for each row when (new.verb = 'fund') execute function orders.die()`);
    await expect(house.get(Handlers).hear(fact, 'orders.fund')).rejects.toThrow();
    await house.db.read(`drop function orders.die cascade`);
    expect([await orders.stateOf(order.id), await unitOf(order), await saidOf(order)]).toEqual(['placed', 'held', ['OrderPlaced']]);
    await house.get(Handlers).hear(fact, 'orders.fund');
    await house.get(Handlers).hear(fact, 'orders.fund');
    expect([await orders.stateOf(order.id), await unitOf(order), await saidOf(order)]).toEqual(['funded', 'sold', ['OrderFunded', 'OrderPlaced']]);
  });
});
