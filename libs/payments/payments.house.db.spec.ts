import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { BasketsService, ComplaintsQueries, ComplaintsService, OrdersService, PlacementService } from '#libs/orders';
import { ReferenceService } from '#libs/shipping';
import { ROOMS } from '../../apps/api/rooms.js';
import { actor, dropDatabase, freshDatabase, testHouse, type TestHouse } from '../../test/database.js';
import { EventsService } from './checkout/events.service.js';
import { DisputesQueries } from './dispute/disputes.queries.js';
import { ReleaseService } from './checkout/release.service.js';
import { brokenInvariants, CheckoutsService, PaymentsService, PayoutAccountsService, PayoutsService } from './index.js';
import { EarningsService } from './payouts/earnings.service.js';
import { startStripeSandbox, type StripeSandbox } from './sandbox/index.js';

/** This room among all the others: what it hears from orders and shipping, and what they hear from it. */
let t: TestHouse;
let sandbox: StripeSandbox;
let sandboxUrl: string;
let shop: Server;
let artisanId: string;
let weaver: Actor;

beforeAll(async () => {
  shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      t.get(EventsService).receive(Buffer.concat(chunks), request.headers['stripe-signature']).then(() => response.writeHead(200).end(), () => response.writeHead(400).end());
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  sandboxUrl = await freshDatabase([]);
  sandbox = await startStripeSandbox({ port: 0, databaseUrl: sandboxUrl, webhookUrl: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/`, webhookSecret: 'whsec_only_for_tests' });
  t = await testHouse(ROOMS, { STRIPE_HOST: sandbox.url });
  t.clock.set(new Date());
  await t.get(ReferenceService).loadShipped(SYSTEM);
  artisanId = newId();
  weaver = actor(['buyer', 'artisan'], { artisanId });
  await t.db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, 'RNA60', 'Zahra Oubella', 'F', 1980, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', '' from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [artisanId],
  );
}, 60_000);
afterAll(async () => {
  await sandbox.close();
  shop.close();
  await t.close();
  await dropDatabase(sandboxUrl);
});
beforeEach(() => t.clock.set(new Date()));
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

/** A unique rug of hers. */
async function rug(): Promise<string> {
  const id = newId();
  await t.db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, title_fr, title_ar,
       branch, materials, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique, search, listed_at, created_at, updated_at)
     select $1, $2, 'artisan', $2, a.name_latin, a.name_latin, a.region_code, 'listed', $3, 'Rug', 'Tapis', 'زربية', a.branch, $4, '570110', 240001, 240001, 2800, 3000, 2000, 1200, 12, true, to_tsvector('rug'), now(), now(), now()
     from registry.artisan a where a.id = $2`,
    [id, artisanId, `rug-${id}`, JSON.stringify([{ code: 'wool', name: null, percent: 100, originCountry: 'MA', scientificName: null }])],
  );
  await t.db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, 1)`, [newId(), id]);
  return id;
}

async function ordered(buyer: Actor, productId: string): Promise<{ basketId: string; orderId: string }> {
  const basketId = newId();
  await t.get(BasketsService).create(buyer, basketId, 'FR');
  await t.get(BasketsService).setLine(buyer, basketId, productId, 1);
  const consignee = { name: 'Claire', line1: '1 rue X', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' };
  await t.get(PlacementService).place(buyer, { basketId, consignee, email: 'claire@example.com', buyerKind: 'business', taxId: 'FR40303265045' });
  const [order] = await t.get(OrdersService).ordersOfBasket(buyer, basketId);
  return { basketId, orderId: order!.id };
}
const press = (url: string, act: string) => fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act }) });
const heard = async () => {
  await sandbox.deliver();
  await t.jobs.drain();
};
async function bought(buyer: Actor) {
  const order = await ordered(buyer, await rug());
  await press(await t.get(CheckoutsService).start(buyer, order.basketId), 'pay');
  await heard();
  return order;
}
const state = (orderId: string) => t.get(OrdersService).stateOf(orderId);

it('a paid order is funded, and every part of its price has an owner', async () => {
  const buyer = actor('buyer');
  const { basketId, orderId } = await bought(buyer);
  expect(await state(orderId)).toBe('funded');
  expect(await t.get(PaymentsService).payment(buyer, basketId)).toMatchObject({ state: 'paid', orderIds: [orderId] });
  const proForma = await t.get(OrdersService).proForma(orderId);
  for (const who of [buyer, weaver, actor('desk')]) {
    const ledger = await t.get(PaymentsService).orderLedger(who, orderId);
    expect(ledger.shares.reduce((sum, share) => sum + share.amount.amountMinor, 0)).toBe(proForma.totals.totalMinor);
    expect(ledger.shares[0]).toMatchObject({ to: 'artisan', beneficiaryId: artisanId, receives: { amountMinor: 240_001, currency: 'MAD' } });
  }
  await expect(t.get(PaymentsService).orderLedger(actor('buyer'), orderId)).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
});

it('a declined order’s money goes back, and then the order is over', async () => {
  const buyer = actor('buyer');
  const { basketId, orderId } = await bought(buyer);
  await t.get(OrdersService).decline(weaver, orderId, 'The wool has run out');
  expect(await state(orderId)).toBe('refund_due');
  await heard();
  expect(await state(orderId)).toBe('cancelled');
  expect(await t.get(PaymentsService).payment(buyer, basketId)).toMatchObject({ state: 'refunded' });
});

it('money that comes after the hold ran out and the piece was sold goes back by itself', async () => {
  const [late, quick] = [actor('buyer'), actor('buyer')];
  const productId = await rug();
  const first = await ordered(late, productId);
  await press(await t.get(CheckoutsService).start(late, first.basketId), 'late');
  // Nothing is heard of it while the hold passes and somebody else buys the rug.
  t.clock.advance(2 * 60 * 60_000);
  await t.jobs.tick('orders.expire-holds');
  expect(await state(first.orderId)).toBe('cancelled');
  t.clock.set(new Date());
  const second = await ordered(quick, productId);
  await press(await t.get(CheckoutsService).start(quick, second.basketId), 'pay');
  await heard();
  await t.jobs.tick('payments.reconcile');
  await heard();
  expect(await state(second.orderId)).toBe('funded');
  expect(await t.get(PaymentsService).payment(late, first.basketId)).toMatchObject({ state: 'refunded' });
  expect(await state(first.orderId)).toBe('cancelled');
});

it('a buyer who gives up her order finds its payment page closed', async () => {
  const buyer = actor('buyer');
  const { basketId, orderId } = await ordered(buyer, await rug());
  const url = await t.get(CheckoutsService).start(buyer, basketId);
  await t.get(OrdersService).cancel(buyer, orderId);
  await heard();
  expect((await press(url, 'pay')).status).toBe(410);
  await expect(t.get(CheckoutsService).start(buyer, basketId)).rejects.toMatchObject({ code: 'PAYMENT_NOTHING_OPEN' });
});

it('an expired pro forma cannot be paid', async () => {
  const buyer = actor('buyer');
  const { basketId } = await ordered(buyer, await rug());
  t.clock.advance(31 * 60_000);
  await expect(t.get(CheckoutsService).start(buyer, basketId)).rejects.toMatchObject({ code: 'PAYMENT_PRO_FORMA_EXPIRED' });
});

it('delivered goods pay their maker, under the name the register has', async () => {
  await t.get(PayoutAccountsService).save(weaver, '011519000001205000534921');
  const { orderId } = await bought(actor('buyer'));
  // As on hearing ConsignmentDelivered; the road there, with its papers, is the journey's.
  await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
  expect(await t.get(EarningsService).mine(weaver, { first: 10 })).toMatchObject({ releasedMinor: 240_001 });
  t.clock.advance(72 * 60 * 60_000);
  const id = newId();
  await t.get(PayoutsService).createBatch(actor('desk'), id);
  expect((await t.get(PayoutsService).file(actor('desk'), id)).xml).toContain('<Nm>Zahra Oubella</Nm>');
});

it('an accepted complaint goes back to the buyer’s card: at once from what is held, and from her next payout once the maker has her money', async () => {
  const buyer = actor('buyer');
  const [{ orderId }, next] = [await bought(buyer), await bought(actor('buyer'))];
  // As on the facts of the journey: accepted, made, papers, dispatched, delivered.
  for (const [from, verb, to] of [['funded', 'accept', 'in_production'], ['in_production', 'finish', 'ready'], ['ready', 'document', 'documented'], ['documented', 'dispatch', 'dispatched'], ['dispatched', 'deliver', 'delivered']]) {
    await t.db.read(`insert into orders.history (order_id, sequence, verb, from_state, to_state, at, actor_name, detail) select $1, max(sequence) + 1, $2, $3, $4, $5, 'x', '{}' from orders.history where order_id = $1`, [orderId, verb, from, to, t.clock.now()]);
  }
  await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
  t.clock.advance(4 * 24 * 60 * 60_000);
  const paid = newId();
  await t.get(PayoutsService).createBatch(actor('desk'), paid);
  await t.get(PayoutsService).settle(actor('desk'), { batchId: paid });
  const complaint = newId();
  await t.get(ComplaintsService).open(buyer, { id: complaint, orderId, line: 1, quantity: 1, kind: 'not_as_described', words: 'It is blue.' });
  await t.get(ComplaintsService).answer(weaver, 'offer', { id: complaint, amountMinor: 10_000 });
  await t.get(ComplaintsService).reply(buyer, 'agree', { id: complaint });
  await heard();
  expect(await t.get(ComplaintsQueries).one(buyer, complaint, null)).toMatchObject({ state: 'refunded', amountMinor: 10_000, creditNote: expect.stringMatching(/^NC-\d{4}-000001$/) as string });
  const { captured, refunded, released, lines, shares } = await t.get(PaymentsService).orderLedger(actor('desk'), orderId);
  expect([refunded.amountMinor, released.amountMinor]).toEqual([10_000, captured.amountMinor - 10_000]);
  expect(lines.reduce((sum, line) => sum + (line.currency === 'EUR' ? line.amountMinor : 0), 0)).toBe(0);

  const mine = await t.get(EarningsService).mine(weaver, { first: 10 });
  // Each part shows what was taken back of it: together what the buyer got, and of the maker's what she owes.
  expect(shares.reduce((sum, share) => sum + (share.back?.amountMinor ?? 0), 0)).toBe(10_000);
  expect(shares.filter(({ to }) => to === 'artisan')).toMatchObject([{ receives: { amountMinor: 240_001 }, receivesBack: { amountMinor: mine.owedMinor, currency: 'MAD' } }]);
  expect(mine.owedMinor).toBeGreaterThan(0);
  expect(mine.owedMinor).toBeLessThan(240_001);
  await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, next.orderId));
  const batch = newId();
  expect(await t.get(PayoutsService).createBatch(actor('desk'), batch)).toMatchObject({ totalMinor: 240_001 - mine.owedMinor });
  expect(await t.get(EarningsService).mine(weaver, { first: 10 })).toMatchObject({ owedMinor: 0 });
});

it('a payment that the buyer’s bank takes back is frozen, shown to the desk, and ends as the provider says', async () => {
  const orders = [await bought(actor('buyer')), await bought(actor('buyer'))];
  const queries = t.get(DisputesQueries);
  for (const [i, { orderId }] of orders.entries()) {
    const [checkout] = await t.db.read<{ intent: string }>(`select payment_intent as intent from payments.checkout where $1 = any(order_ids)`, [orderId]);
    const id = await sandbox.dispute(checkout!.intent);
    await heard();
    const [open] = (await queries.page(true, 5, undefined)).nodes;
    expect(open).toMatchObject({ id, standing: 'open', status: 'needs_response', orders: [{ orderId }] });
    expect(open!.dueAt!.getTime()).toBeGreaterThan(t.clock.now().getTime());
    // Declined while it is disputed: what goes back waits, since the provider would refuse it.
    await t.get(OrdersService).decline(weaver, orderId, 'The wool has run out');
    await heard();
    expect(await state(orderId)).toBe('refund_due');
    await sandbox.endDispute(id, i === 0 ? 'won' : 'lost');
    await heard();
    await heard();
    expect(await state(orderId)).toBe('cancelled');
    // Both may have been opened in one second: found by its number, not by its place.
    expect((await queries.page(false, 5, undefined)).nodes.find((one) => one.id === id)).toMatchObject({ standing: i === 0 ? 'won' : 'lost' });
  }
  expect((await queries.page(true, 5, undefined)).nodes).toEqual([]);
});
