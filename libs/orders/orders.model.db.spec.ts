import fc from 'fast-check';
import { DomainError, newId, SYSTEM, type Actor } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { BasketsService, OrdersService, PlacementService, type Order } from './index.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from './orders.fixtures.js';

/** What the house should hold, kept by the simplest rules there are. */
interface Model {
  readonly pieces: { id: string; stock: number; free: number; held: number; sold: number; listed: boolean }[];
  readonly orders: Map<string, { state: 'placed' | 'funded' | 'refund_due' | 'cancelled'; wants: Map<string, number>; placedAt: number }>;
}

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('buy' as const), wants: fc.uniqueArray(fc.record({ piece: fc.nat(3), quantity: fc.integer({ min: 1, max: 3 }) }), { selector: (want) => want.piece, minLength: 1, maxLength: 3 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('pay' as const, 'cancel' as const, 'decline' as const, 'refund' as const), order: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
);

describe('baskets, orders and units, against a model', () => {
  let house: TestHouse;
  let weaver: Maker;
  let potter: Maker;
  const buyer: Actor = actor('buyer');
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    [weaver, potter] = [await maker(house.db), await maker(house.db, 'Idir Amghar')];
  });
  afterAll(() => house.close());

  async function buy(model: Model, wants: readonly { piece: number; quantity: number }[]): Promise<void> {
    const [baskets, basketId] = [house.get(BasketsService), newId()];
    const wanted = new Map(wants.map((want) => [model.pieces[want.piece]!, want.quantity]));
    const possible = [...wanted].every(([one, quantity]) => one.listed && quantity <= one.free && (one.stock > 1 || quantity === 1));
    try {
      await baskets.create(buyer, basketId, 'FR');
      for (const [one, quantity] of wanted) await baskets.setLine(buyer, basketId, one.id, quantity);
      await house.get(PlacementService).place(buyer, placing(basketId));
    } catch (error) {
      expect(error).toBeInstanceOf(DomainError);
      expect(possible).toBe(false);
      return;
    }
    expect(possible).toBe(true);
    for (const [one, quantity] of wanted) [one.free, one.held] = [one.free - quantity, one.held + quantity];
    for (const order of await house.get(OrdersService).ordersOfBasket(buyer, basketId)) {
      model.orders.set(order.id, { state: 'placed', wants: new Map(order.proForma.lines.map((line) => [line.productId, line.quantity])), placedAt: house.clock.now().getTime() });
    }
  }

  async function act(model: Model, verb: 'pay' | 'cancel' | 'decline' | 'refund', id: string): Promise<void> {
    const orders = house.get(OrdersService);
    const order = await orders.order(buyer, id);
    const [known, exporter] = [model.orders.get(id)!, order.exporterId === weaver.artisanId ? weaver.actor : potter.actor];
    const total = { amountMinor: order.proForma.totals.totalMinor, currency: 'EUR' };
    const fact = { paymentId: newId(), ...total };
    if (verb === 'pay') await house.db.write(SYSTEM, (tx) => tx.publish('PaymentCaptured', { ...fact, basketId: order.basketId, orderIds: [id] }));
    else if (verb === 'refund') await house.db.write(SYSTEM, (tx) => tx.publish('PaymentRefunded', { ...fact, orderId: id }));
    else {
      const attempt = verb === 'cancel' ? orders.cancel(buyer, id) : orders.decline(exporter, id, 'No wool.');
      const may = verb === 'cancel' ? known.state === 'placed' : known.state === 'funded';
      if (may) await attempt;
      else await expect(attempt).rejects.toMatchObject({ code: 'LIFECYCLE_REFUSED' });
    }
    await house.jobs.drain();
    moveModel(model, known, verb);
  }

  function moveModel(model: Model, known: Model['orders'] extends Map<string, infer O> ? O : never, verb: string): void {
    const each = (change: (one: Model['pieces'][number], quantity: number) => void): void => known.wants.forEach((quantity, id) => change(model.pieces.find((one) => one.id === id)!, quantity));
    if (known.state === 'placed' && verb === 'pay') {
      known.state = 'funded';
      each((one, quantity) => [one.held, one.sold] = [one.held - quantity, one.sold + quantity]);
      each((one) => (one.listed &&= one.sold < one.stock));
    } else if (known.state === 'placed' && (verb === 'cancel' || verb === 'expire')) {
      known.state = 'cancelled';
      each((one, quantity) => [one.held, one.free] = [one.held - quantity, one.free + quantity]);
    } else if (known.state === 'funded' && verb === 'decline') {
      known.state = 'refund_due';
      each((one, quantity) => [one.sold, one.free] = [one.sold - quantity, one.free + quantity]);
    } else if (known.state === 'refund_due' && verb === 'refund') known.state = 'cancelled';
  }

  async function expectSame(model: Model): Promise<void> {
    for (const one of model.pieces) {
      const rows = await house.db.read<{ state: 'free' | 'held' | 'sold'; n: number }>(`select state, count(*)::int n from catalog.unit where product_id = $1 group by state`, [one.id]);
      const counts = { free: 0, held: 0, sold: 0, ...Object.fromEntries(rows.map((row) => [row.state, row.n])) };
      expect(counts).toEqual({ free: one.free, held: one.held, sold: one.sold });
      expect(counts.free + counts.held + counts.sold).toBe(one.stock);
    }
    for (const [id, known] of model.orders) {
      const order: Order = await house.get(OrdersService).order(buyer, id);
      expect(order.state).toBe(known.state);
      const owned = await house.db.read<{ id: string }>(`select id from catalog.unit where order_id = $1 order by id`, [id]);
      const frozen = order.proForma.lines.flatMap((line) => line.unitIds).sort();
      expect(owned.map((unit) => unit.id)).toEqual(known.state === 'placed' || known.state === 'funded' ? frozen : []);
    }
  }

  it('conserves every unit through any sequence of buying, paying, cancelling, declining, refunding and waiting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        house.clock.set(TODAY);
        const stocks = [1, 3, 5, 2];
        const ids = await Promise.all(stocks.map((stock, i) => piece(house.db, (i % 2 ? potter : weaver).artisanId, { stock, unique: stock === 1 })));
        const model: Model = { pieces: ids.map((id, i) => ({ id, stock: stocks[i]!, free: stocks[i]!, held: 0, sold: 0, listed: true })), orders: new Map() };
        for (const move of steps) {
          if (move.kind === 'buy') await buy(model, move.wants);
          else if (move.kind === 'wait') {
            house.clock.advance(move.minutes * 60_000);
            await house.jobs.tick('orders.expire-holds');
            for (const known of model.orders.values()) if (house.clock.now().getTime() - known.placedAt > 30 * 60_000) moveModel(model, known, 'expire');
          } else if (model.orders.size > 0) await act(model, move.kind, [...model.orders.keys()][move.order % model.orders.size]!);
          await expectSame(model);
        }
      }),
      { numRuns: 30 },
    );
  }, 120_000);
});
