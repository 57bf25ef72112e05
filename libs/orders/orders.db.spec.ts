import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import type { FactName, Facts } from '#libs/facts';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { BasketsService, orderLifecycle, OrdersService, PlacementService, type Order, type OrderState } from './index.js';
import { stateOf, type Step } from './order/order.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from './orders.fixtures.js';

describe('the life of an order', () => {
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

  async function placed(buyer: Actor = actor('buyer'), certificateNumber?: string): Promise<Order> {
    const basketId = newId();
    const rug = await piece(house.db, weaver.artisanId, { unique: true, ...(certificateNumber ? { certificateNumber } : {}) });
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, rug, 1);
    await house.get(PlacementService).place(buyer, placing(basketId));
    return (await orders.ordersOfBasket(buyer, basketId))[0]!;
  }

  async function say<N extends FactName>(name: N, payload: Facts[N]): Promise<void> {
    await house.db.write(SYSTEM, (tx) => tx.publish(name, payload));
    await house.jobs.drain();
  }

  const pay = (order: Order, paymentId = newId()): Promise<void> =>
    say('PaymentCaptured', { paymentId, basketId: order.basketId, orderIds: [order.id], amountMinor: order.proForma.totals.totalMinor, currency: order.proForma.currency });
  const day = '2026-11-24';
  const dispatch = (order: Order): Promise<void> => say('ConsignmentDispatched', { consignmentId: newId(), orderIds: [order.id], trackingNumber: 'EE123456785MA', carrier: 'Barid Al-Maghrib', dispatchedOn: day });

  async function factsOf(orderId: string): Promise<string[]> {
    const rows = await house.db.read<{ name: string }>(`select name from platform.outbox where kind = 'fact' and payload ->> 'orderId' = $1 order by at, id`, [orderId]);
    return rows.map((row) => row.name);
  }

  async function unitState(order: Order): Promise<string> {
    const [unit] = await house.db.read<{ state: string }>(`select state from catalog.unit where id = $1`, [order.proForma.lines[0]!.unitIds[0]]);
    return unit!.state;
  }

  async function lettersTo(order: Order): Promise<string[]> {
    const rows = await house.db.read<{ subject: string }>(`select subject from platform.mail where subject like '%' || $1 || '%' order by at, id`, [order.number]);
    return rows.map((row) => row.subject);
  }

  it('goes from pro forma to delivery, each step kept with who and when', async () => {
    const buyer = actor('buyer', { name: 'Grace' });
    const order = await placed(buyer);
    await pay(order);
    expect(await unitState(order)).toBe('sold');
    await orders.accept(weaver.actor, order.id);
    await orders.finish(weaver.actor, order.id);
    await say('ExportFileCompleted', { orderId: order.id, exportFileId: newId(), version: 1 });
    await dispatch(order);
    await say('ConsignmentDelivered', { consignmentId: newId(), orderIds: [order.id], deliveredOn: day });

    const end = await orders.order(buyer, order.id);
    expect(end.timeline.map((step) => [step.sequence, step.verb, step.state, step.by])).toEqual([
      [1, 'place', 'placed', 'Grace'],
      [2, 'fund', 'funded', 'Dar Sanaa'],
      [3, 'accept', 'in_production', 'Fatima Aït Lahcen'],
      [4, 'finish', 'ready', 'Fatima Aït Lahcen'],
      [5, 'document', 'documented', 'Dar Sanaa'],
      [6, 'dispatch', 'dispatched', 'Dar Sanaa'],
      [7, 'deliver', 'delivered', 'Dar Sanaa'],
    ]);
    expect(await factsOf(order.id)).toEqual(['OrderPlaced', 'OrderFunded', 'OrderReady', 'ExportFileCompleted']);
    expect(await lettersTo(order)).toHaveLength(4);
    const audited = await house.db.read(`select 1 from platform.audit where subject_id = $1`, [order.id]);
    expect(audited).toHaveLength(7);
  });

  it('tells the exporter of a paid order, once, in her own language', async () => {
    const identity = house.get(IdentityService);
    const email = 'fatima@example.org';
    const account = await identity.createPerson({ email, password: 'correct horse battery', name: 'Fatima', locale: 'ar' });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: weaver.artisanId }));
    const order = await placed();
    await pay(order);
    await house.db.read(`update platform.outbox set relayed_at = null where name = 'orders.tell-exporter'`);
    await house.jobs.drain();
    const letters = await house.db.read<{ body: string }>(`select body from platform.mail where recipient = $1 and subject like '%' || $2 || '%'`, [email, order.number]);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.body).toContain(`/ar/workshop/orders/${order.id}`);
    expect(letters[0]!.body).toContain('1 × زربية الأطلس المتوسط (2400.00 MAD)');
  });

  it('moves once however often a fact is said', async () => {
    const order = await placed();
    const paymentId = newId();
    await pay(order, paymentId);
    await pay(order, paymentId);
    await orders.accept(weaver.actor, order.id);
    await orders.finish(weaver.actor, order.id);
    for (const version of [1, 2]) await say('ExportFileCompleted', { orderId: order.id, exportFileId: newId(), version });
    await dispatch(order);
    await dispatch(order);
    expect((await orders.order(weaver.actor, order.id)).timeline.map((step) => step.verb)).toEqual(['place', 'fund', 'accept', 'finish', 'document', 'dispatch']);
    expect((await factsOf(order.id)).filter((name) => name === 'OrderFunded')).toHaveLength(1);
  });

  it('throws back to the queue what comes before its time', async () => {
    const order = await placed();
    await pay(order);
    await expect(dispatch(order)).rejects.toThrow(/too early/);
    expect(await orders.stateOf(order.id)).toBe('funded');
    await house.db.read(`update platform.outbox set relayed_at = now() where relayed_at is null`);
  });

  it('funds nothing with another amount than its pro formas ask', async () => {
    const order = await placed();
    const short = { paymentId: newId(), basketId: order.basketId, orderIds: [order.id], amountMinor: order.proForma.totals.totalMinor - 1, currency: 'EUR' };
    await expect(say('PaymentCaptured', short)).rejects.toThrow(/its orders ask/);
    expect(await orders.stateOf(order.id)).toBe('placed');
    await house.db.read(`update platform.outbox set relayed_at = now() where relayed_at is null`);
  });

  it('lets nobody pay an expired pro forma, and frees its pieces', async () => {
    const buyer = actor('buyer');
    const order = await placed(buyer);
    house.clock.advance(31 * 60_000);
    await expect(house.db.write(buyer, (tx) => orders.keepForPayment(tx, order.basketId, new Date(house.clock.now().getTime() + 3_600_000)))).rejects.toMatchObject({ code: 'ORDER_PRO_FORMA_EXPIRED' });
    await house.jobs.tick('orders.expire-holds');
    expect(await orders.stateOf(order.id)).toBe('cancelled');
    expect(await unitState(order)).toBe('free');
    expect(await factsOf(order.id)).toEqual(['OrderPlaced', 'OrderCancelled']);
    // Money that comes all the same is asked to go back.
    await pay(order);
    expect(await factsOf(order.id)).toEqual(['OrderPlaced', 'OrderCancelled', 'OrderCancelled']);
    expect(await unitState(order)).toBe('free');
  });

  it('keeps the pieces of a buyer who is at the cashier’s', async () => {
    const buyer = actor('buyer');
    const order = await placed(buyer);
    house.clock.advance(29 * 60_000);
    await house.db.write(buyer, (tx) => orders.keepForPayment(tx, order.basketId, new Date(house.clock.now().getTime() + 31 * 60_000)));
    house.clock.advance(5 * 60_000);
    await house.jobs.tick('orders.expire-holds');
    expect(await orders.stateOf(order.id)).toBe('placed');
    await say('PaymentFailed', { paymentId: newId(), basketId: order.basketId, reason: 'declined' });
    expect(await orders.stateOf(order.id)).toBe('placed');
    await say('PaymentFailed', { paymentId: newId(), basketId: order.basketId, reason: 'expired' });
    expect(await orders.stateOf(order.id)).toBe('cancelled');
  });

  it('waits for the refund when the exporter declines, then ends', async () => {
    const buyer = actor('buyer');
    const order = await placed(buyer);
    await pay(order);
    expect((await orders.decline(weaver.actor, order.id, 'The wool has run out.\u202E')).state).toBe('refund_due');
    expect((await orders.order(buyer, order.id)).timeline.at(-1)).toMatchObject({ detail: { reason: 'The wool has run out.' } });
    expect(await factsOf(order.id)).toEqual(['OrderPlaced', 'OrderFunded', 'OrderCancelled']);
    expect(await unitState(order)).toBe('free');
    await say('PaymentRefunded', { paymentId: newId(), orderId: order.id, amountMinor: order.proForma.totals.totalMinor, currency: 'EUR' });
    expect(await orders.stateOf(order.id)).toBe('cancelled');
    for (const reason of ['', '\u0000', 'x'.repeat(501)]) await expect(orders.decline(weaver.actor, order.id, reason)).rejects.toMatchObject({ code: expect.stringMatching(/^TEXT_/) });
  });

  it('reminds a silent exporter once, then declines for her; not where members are at work', async () => {
    const [silent, shared] = [await placed(), await placed()];
    for (const order of [silent, shared]) await pay(order);
    const [clusterId, artisanId, lotId] = [newId(), newId(), newId()];
    await house.db.read(`insert into clusters.cluster (id, name, legal_form, address, city, region_code, branch, rules, fee_bp, created_at) values ($1::uuid, $1::text, 'company', 'x', 'x', 'MA-01', 'carpets', 'x', 0, now())`, [clusterId]);
    await house.db.read(`insert into clusters.allotment (order_id, line, cluster_id, product_id, total, opened_at) values ($1, 1, $2, $3, 1, now())`, [shared.id, clusterId, newId()]);
    await house.db.read(`insert into clusters.lot (id, order_id, line, artisan_id, quantity, state, rule, reason, answer_by, offered_at) values ($1, $2, 1, $3, 1, 'accepted', 'hand', 'x', now(), now())`, [lotId, shared.id, artisanId]);
    const reminders = async (): Promise<number> => (await house.db.read(`select 1 from platform.outbox where name = 'orders.tell-exporter' and payload ->> 'news' = 'waiting' and payload ->> 'orderId' = $1`, [silent.id])).length;
    house.clock.advance(47 * 3_600_000);
    await house.jobs.tick('orders.chase-answers');
    expect(await reminders()).toBe(0);
    for (const hours of [2, 20]) {
      house.clock.advance(hours * 3_600_000);
      await house.jobs.tick('orders.chase-answers');
      expect(await reminders()).toBe(1);
    }
    house.clock.advance(60 * 3_600_000);
    await house.jobs.tick('orders.chase-answers');
    expect([await orders.stateOf(silent.id), await orders.stateOf(shared.id)]).toEqual(['refund_due', 'funded']);
    expect(await factsOf(silent.id)).toEqual(['OrderPlaced', 'OrderFunded', 'OrderCancelled']);
    expect((await orders.order(weaver.actor, silent.id)).timeline.at(-1)).toMatchObject({ by: 'Dar Sanaa', detail: { reason: 'no answer within 120 hours' } });
    await house.jobs.drain();
  });

  it('lets a buyer cancel before paying, and not after', async () => {
    const buyer = actor('buyer');
    const [one, two] = [await placed(buyer), await placed(buyer)];
    expect((await orders.cancel(buyer, one.id)).state).toBe('cancelled');
    expect(await unitState(one)).toBe('free');
    await pay(two);
    await expect(orders.cancel(buyer, two.id)).rejects.toMatchObject({ code: 'LIFECYCLE_REFUSED' });
  });

  it('is made when the members of its cluster have finished their lots', async () => {
    const order = await placed();
    await pay(order);
    await say('LotsFinished', { orderId: order.id, clusterId: newId() });
    expect(await orders.stateOf(order.id)).toBe('ready');
    expect(await factsOf(order.id)).toContain('OrderReady');
  });

  it('tells the buyer of an open order that a certificate lapsed or a maker may not sell', async () => {
    const [open, closed] = [await placed(actor('buyer', { locale: 'ar' }), 'MH-2026-77'), await placed(actor('buyer'), 'MH-2026-77')];
    house.clock.advance(31 * 60_000);
    await pay(open);
    await house.jobs.tick('orders.expire-holds');
    const before = [await lettersTo(open), await lettersTo(closed)];
    await say('CertificateLapsed', { certificateId: newId(), number: 'MH-2026-77', artisanId: weaver.artisanId, pieceId: null, reason: 'withdrawn' });
    expect(await lettersTo(open)).toEqual([...before[0]!, `شهادة في الطلبية ${open.number}`]);
    expect(await lettersTo(closed)).toEqual(before[1]);
    await say('StandingChanged', { artisanId: weaver.artisanId, standing: 'suspended', maySell: false });
    expect((await lettersTo(open)).at(-1)).toBe(`بخصوص صانع في الطلبية ${open.number}`);
  });

  it('opens by the key of its letter, and by nothing that the tables hold', async () => {
    const order = await placed();
    const [letter] = await house.db.read<{ body: string }>(`select body from platform.mail where subject like '%' || $1 limit 1`, [order.number]);
    const key = /\/track\/([\w-]{43})/.exec(letter!.body)![1]!;
    expect(await orders.orderByKey(key)).toMatchObject({ id: order.id, verbs: [] });
    const [row] = await house.db.read<{ key_hash: string }>(`select key_hash from orders.orders where id = $1`, [order.id]);
    for (const guess of [row!.key_hash, order.id, '', `${key.slice(0, -1)}!`, 'A'.repeat(43), 'A'.repeat(100_000)]) {
      await expect(orders.orderByKey(guess)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    }
  });

  it('is one buyer’s, one exporter’s and the desk’s; for others it does not exist', async () => {
    const buyer = actor('buyer');
    const order = await placed(buyer);
    const stranger = actor(['buyer', 'artisan'], { artisanId: newId() });
    const cluster = actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: newId() }] });
    for (const who of [stranger, cluster, actor('buyer'), actor(['buyer', 'officer']), actor(['buyer', 'inspector'])]) {
      await expect(orders.order(who, order.id)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      for (const act of [() => orders.accept(who, order.id), () => orders.decline(who, order.id, 'no'), () => orders.finish(who, order.id), () => orders.cancel(who, order.id)]) {
        await expect(act()).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      }
      expect(await orders.maySee(who, order.id)).toBe(false);
    }
    await expect(orders.accept(buyer, order.id)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    await expect(orders.cancel(weaver.actor, order.id)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    expect((await orders.order(buyer, order.id)).verbs).toEqual(['cancel']);
    expect((await orders.order(actor(['buyer', 'desk']), order.id)).verbs).toEqual([]);
    expect([await orders.isOwner(buyer, order.id), await orders.isOwner(stranger, order.id)]).toEqual([true, false]);
  });

  it('pages through orders, newest first, each exactly once', async () => {
    const buyer = actor('buyer');
    const made: string[] = [];
    for (let i = 0; i < 5; i++) {
      house.clock.advance(1_000);
      made.unshift((await placed(buyer)).id);
    }
    const seen: string[] = [];
    for (let after: string | undefined, more = true; more; ) {
      const page = await orders.myOrders(buyer, 2, after);
      seen.push(...page.nodes.map((order) => order.id));
      [after, more] = [page.endCursor ?? undefined, page.hasNextPage];
    }
    expect(seen).toEqual(made);
    expect((await orders.salesOrders(weaver.actor, 1, undefined)).nodes[0]!.id).toBe(made[0]);
    expect((await orders.salesOrders(actor('artisan', { artisanId: newId() }), 5, undefined)).nodes).toEqual([]);
    await expect(orders.myOrders(buyer, 101, undefined)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
    await expect(orders.myOrders(buyer, 5, 'forged')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('cannot be bent in the database: no state without its step, no step outside the lifecycle, no changed pro forma', async () => {
    const order = await placed();
    const refused = async (sql: string): Promise<void> => {
      await expect(house.db.read(sql, [order.id])).rejects.toMatchObject({ code: expect.stringMatching(/^(23001|23503)$/) });
    };
    await refused(`update orders.orders set state = 'delivered' where id = $1`);
    await refused(`update orders.orders set pro_forma = '{}' where id = $1`);
    await refused(`delete from orders.orders where id = $1`);
    await refused(`update orders.history set to_state = 'funded' where order_id = $1`);
    await refused(`delete from orders.history where order_id = $1`);
    await refused(`insert into orders.history values ($1, 2, 'deliver', 'placed', 'delivered', now(), null, 'x', '{}')`);
    await refused(`insert into orders.history values ($1, 2, 'accept', 'funded', 'in_production', now(), null, 'x', '{}')`);
  });

  it('knows the same transitions in the database as in the code', async () => {
    const rows = await house.db.read<{ from_state: OrderState; verb: never; to_state: OrderState }>(`select * from orders.transition`);
    for (const row of rows) expect(orderLifecycle.next(row.from_state, row.verb)).toBe(row.to_state);
    expect(rows).toHaveLength(orderLifecycle.states.reduce((sum, state) => sum + orderLifecycle.verbs(state).length, 0));
  });

  it('left every order of these tests where its history says', async () => {
    const rows = await house.db.read<{ id: string; state: OrderState; steps: Step[] }>(
      `select o.id, o.state, (select json_agg(json_build_object('sequence', h.sequence, 'verb', h.verb, 'from', h.from_state, 'to', h.to_state) order by h.sequence) from orders.history h where h.order_id = o.id) steps from orders.orders o`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(stateOf(row.steps)).toBe(row.state);
  });
});
