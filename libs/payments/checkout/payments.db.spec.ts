import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import pg from 'pg';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, dropDatabase, freshDatabase, testHouse, type TestHouse } from '../../../test/database.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { PaymentsService } from '../payments.service.js';
import { FakePlacements, frozenOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { startStripeSandbox, type StripeSandbox } from '../sandbox/index.js';
import { CaptureService } from './capture.service.js';
import { CheckoutsService } from './checkouts.service.js';
import { EventsService } from './events.service.js';
import { Placements } from './placements.port.js';
import { RefundsService } from './refunds.service.js';

const SECRET = 'whsec_only_for_tests';
const TOTAL = 72_450;
let t: TestHouse;
let sandbox: StripeSandbox;
let sandboxUrl: string;
let shop: Server;
let checkouts: CheckoutsService;
let payments: PaymentsService;
let placements: FakePlacements;
let deaf = false;

beforeAll(async () => {
  shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const done = (status: number) => void response.writeHead(status).end();
      if (deaf) return done(503);
      t.get(EventsService).receive(Buffer.concat(chunks), request.headers['stripe-signature']).then(() => done(200), () => done(400));
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  sandboxUrl = await freshDatabase([]);
  sandbox = await startStripeSandbox({ port: 0, databaseUrl: sandboxUrl, webhookUrl: `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhooks/stripe`, webhookSecret: SECRET });
  t = await testHouse([paymentsAlone], { STRIPE_HOST: sandbox.url });
  // The sandbox lives by the real clock, as the real provider does.
  t.clock.set(new Date());
  checkouts = t.get(CheckoutsService);
  payments = t.get(PaymentsService);
  placements = t.get(Placements as never);
});
afterAll(async () => {
  await sandbox.close();
  shop.close();
  await t.close();
  await dropDatabase(sandboxUrl);
});
beforeEach(() => {
  deaf = false;
  sandbox.faults.clear();
  t.clock.set(new Date());
});
afterEach(async () => {
  await sandbox.deliver();
  await t.jobs.drain();
  expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]);
});

const buyer = (): Actor => actor('buyer');
function place(who: Actor, orders = 1) {
  return placements.place(who, Array.from({ length: orders }, () => frozenOrder()), new Date(t.clock.now().getTime() + 30 * 60_000));
}
const press = (url: string, act: string) => fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act }) });
const facts = (name: string, field: string, id: string) =>
  t.db.read<{ payload: Record<string, unknown> }>(`select payload from platform.outbox where kind = 'fact' and name = $1 and payload->>$2 = $3 order by at, id`, [name, field, id]);
const say = (name: 'OrderCancelled' | 'ConsignmentDelivered', payload: never) => t.db.write(SYSTEM, (tx) => tx.publish(name, payload));
const cancel = async (orderId: string, reason = 'declined') => {
  await say('OrderCancelled', { orderId, reason } as never);
  await t.jobs.drain();
};
const heard = async () => {
  await sandbox.deliver();
  await t.jobs.drain();
};
async function paidBasket(who: Actor, orders = 1) {
  const basket = place(who, orders);
  await press(await checkouts.start(who, basket.basketId), 'pay');
  await heard();
  return basket;
}
const refundsOf = (orderId: string) => t.db.read<{ id: string; state: string; amountMinor: number }>(`select id, state, amount_minor as "amountMinor" from payments.refund where order_id = $1 order by id`, [orderId]);

describe('paying', () => {
  it('opens one page for a basket, captures once, and says so once', async () => {
    const who = buyer();
    const { basketId, orderIds } = place(who, 3);
    const urls = await Promise.all(Array.from({ length: 8 }, () => checkouts.start(who, basketId)));
    expect(new Set(urls).size).toBe(1);
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'open', amount: { amountMinor: 3 * TOTAL, currency: 'EUR' }, url: urls[0] });
    await press(urls[0]!, 'twice');
    await heard();
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'paid', url: null, orderIds });
    const captured = await facts('PaymentCaptured', 'basketId', basketId);
    expect(captured.map((f) => f.payload)).toEqual([{ paymentId: expect.any(String) as string, basketId, orderIds, amountMinor: 3 * TOTAL, currency: 'EUR' }]);
    for (const ownerId of orderIds) expect(await t.get(LedgerService).balance({ ownerKind: 'order', ownerId, purpose: 'held', currency: 'EUR' })).toBe(TOTAL);
    await expect(checkouts.start(who, basketId)).rejects.toMatchObject({ code: 'PAYMENT_ALREADY_MADE' });
  });

  it('holds the pieces a little longer than the page is open, and not longer each time it is asked for', async () => {
    const who = buyer();
    const { basketId } = place(who);
    await checkouts.start(who, basketId);
    t.clock.advance(5 * 60_000);
    await checkouts.start(who, basketId);
    const kept = placements.kept.filter((k) => k.basketId === basketId).map((k) => k.until.getTime());
    expect(new Set(kept).size).toBe(1);
  });

  it('shows the buyer who comes back before the webhook that it is paid, and the late webhook changes nothing', async () => {
    const who = buyer();
    const { basketId } = place(who);
    const url = await checkouts.start(who, basketId);
    deaf = true;
    await press(url, 'pay');
    await sandbox.deliver();
    t.clock.advance(3_000);
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'paid' });
    deaf = false;
    for (let i = 0; i < 30 && (await t.db.read(`select 1 from payments.event where said->'session'->>'checkoutId' = (select c.id::text from payments.checkout c join payments.payment p on p.id = c.payment_id where p.basket_id = $1)`, [basketId])).length === 0; i++) await new Promise((r) => setTimeout(r, 200));
    await t.jobs.drain();
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(1);
  });

  it('keeps the page open after a decline or a failed challenge, and says why', async () => {
    const who = buyer();
    const { basketId } = place(who);
    const url = await checkouts.start(who, basketId);
    await press(url, 'decline');
    await heard();
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'open', declineCode: 'generic_decline', url });
    expect(await facts('PaymentFailed', 'basketId', basketId)).toMatchObject([{ payload: { reason: 'declined' } }]);
    await press(url, 'challenge');
    await press(`${url}/challenge`, 'prove');
    await heard();
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'paid', declineCode: null });
  });

  it('says that a page nobody paid on is over', async () => {
    const who = buyer();
    const { basketId } = place(who);
    await checkouts.start(who, basketId);
    const [checkout] = await t.db.read<{ id: string; session: string }>(`select c.id, c.session_id as session from payments.checkout c join payments.payment p on p.id = c.payment_id where p.basket_id = $1`, [basketId]);
    await fetch(`${sandbox.url}/v1/checkout/sessions/${checkout!.session}/expire`, { method: 'POST', headers: { authorization: 'Bearer sk_test_x' } });
    await heard();
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'expired', url: null });
    expect(await facts('PaymentFailed', 'basketId', basketId)).toMatchObject([{ payload: { reason: 'expired' } }]);
  });

  it('refuses what is not to be paid', async () => {
    const who = buyer();
    const { basketId } = place(who);
    const code = (basket: string, as: Actor = who, back?: string) => checkouts.start(as, basket, back).then(() => 'started', (e: { code?: string }) => e.code);
    placements.change(basketId, { state: 'expired' });
    expect(await code(basketId)).toBe('PAYMENT_PRO_FORMA_EXPIRED');
    placements.change(basketId, { state: 'cancelled' });
    expect(await code(basketId)).toBe('PAYMENT_NOTHING_OPEN');
    placements.change(basketId, { state: 'settled' });
    expect(await code(basketId)).toBe('PAYMENT_ALREADY_MADE');
    placements.change(basketId, { state: 'payable' });
    expect(await code(basketId, buyer())).toBe('PAYMENT_NOT_FOUND');
    expect(await code(newId())).toBe('PAYMENT_NOT_FOUND');
    expect(await code(basketId, { ...who, accountId: null })).toBe('PAYMENT_NOT_FOUND');
    for (const hostile of ['', "' or 1=1 --", '\u0000', '../../x', 'x'.repeat(100_000), '😀']) expect(await code(hostile)).toBe('PAYMENT_NOT_FOUND');
    expect(await code(basketId, who, 'https://evil.example/')).toBe('PAYMENT_RETURN_URL');
    await expect(payments.payment(buyer(), basketId)).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'not_started' });
  });
});

describe('when the provider is not well', () => {
  it('a page opened and not answered for is found again: one session, one payment', async () => {
    const who = buyer();
    const { basketId } = place(who);
    sandbox.faults.next('cut_after', /sessions$/);
    await expect(checkouts.start(who, basketId)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNAVAILABLE' });
    const states = () => t.db.read<{ state: string }>(`select c.state from payments.checkout c join payments.payment p on p.id = c.payment_id where p.basket_id = $1 order by c.id`, [basketId]);
    expect(await states()).toEqual([{ state: 'unresolved' }]);
    expect(await checkouts.start(who, basketId)).toContain('/c/pay/cs_test_');
    expect(await states()).toEqual([{ state: 'open' }]);
  }, 20_000);

  it('a saved 500 does not block the buyer: the next try is a new row under a new key', async () => {
    const who = buyer();
    const { basketId } = place(who);
    sandbox.faults.next('error_500', /sessions$/);
    await expect(checkouts.start(who, basketId)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNAVAILABLE' });
    expect(await checkouts.start(who, basketId)).toContain('/c/pay/');
  });

  it('a 404 that looks like a success pays nothing', async () => {
    const who = buyer();
    const { basketId } = place(who);
    await checkouts.start(who, basketId);
    sandbox.faults.next('garbage', /sessions/, 3);
    t.clock.advance(5_000);
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'open' });
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(0);
  });

  it('events that never came are found in the provider’s list', async () => {
    const who = buyer();
    const { basketId } = place(who);
    const url = await checkouts.start(who, basketId);
    sandbox.faults.next('withhold_event', /./, 10);
    await press(url, 'pay');
    await heard();
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(0);
    await t.jobs.tick('payments.reconcile');
    await t.jobs.drain();
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(1);
    await t.jobs.tick('payments.reconcile');
    await t.jobs.drain();
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(1);
  });

  it('a page that cannot be closed yet is said to be so, and is not paid beside a new one', async () => {
    const who = buyer();
    const { basketId, orderIds } = place(who, 2);
    const first = await checkouts.start(who, basketId);
    placements.change(basketId, { waiting: [orderIds[1]!] });
    sandbox.faults.next('rate_limit', /expire$/);
    await expect(checkouts.start(who, basketId)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNAVAILABLE' });
    const second = await checkouts.start(who, basketId);
    expect(second).not.toBe(first);
    expect((await press(first, 'pay')).status).toBe(410);
  });

  it('a process that dies between the provider’s answer and its own commit asks again, and finds the same', async () => {
    const who = buyer();
    const { basketId, orderIds } = place(who);
    const settle = jest.spyOn(t.get(CaptureService), 'settle').mockRejectedValueOnce(new Error('killed'));
    await expect(checkouts.start(who, basketId)).rejects.toThrow('killed');
    settle.mockRestore();
    const url = await checkouts.start(who, basketId);
    await press(url, 'pay');
    await heard();
    const apply = jest.spyOn(t.get(RefundsService), 'apply').mockRejectedValueOnce(new Error('killed'));
    await say('OrderCancelled', { orderId: orderIds[0]!, reason: 'declined' } as never);
    await expect(t.jobs.drain()).rejects.toThrow('killed');
    apply.mockRestore();
    await heard();
    expect(await refundsOf(orderIds[0]!)).toMatchObject([{ state: 'succeeded' }]);
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(1);
    expect(await facts('PaymentRefunded', 'orderId', orderIds[0]!)).toHaveLength(1);
  });

  it('a try left in the dark is asked for again by itself', async () => {
    const who = buyer();
    const { basketId } = place(who);
    sandbox.faults.next('cut', /sessions$/);
    await expect(checkouts.start(who, basketId)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNAVAILABLE' });
    t.clock.advance(2 * 60_000);
    await t.jobs.tick('payments.reconcile');
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'open' });
  }, 20_000);
});

describe('giving back', () => {
  it('returns one order of a basket, whole, once, and keeps the rest', async () => {
    const who = buyer();
    const { basketId, orderIds } = await paidBasket(who, 2);
    await Promise.all(Array.from({ length: 5 }, () => say('OrderCancelled', { orderId: orderIds[0]!, reason: 'declined' } as never)));
    await heard();
    await cancel(orderIds[0]!);
    expect(await refundsOf(orderIds[0]!)).toMatchObject([{ state: 'succeeded', amountMinor: TOTAL }]);
    expect(await facts('PaymentRefunded', 'orderId', orderIds[0]!)).toMatchObject([{ payload: { orderId: orderIds[0], amountMinor: TOTAL, currency: 'EUR' } }]);
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'paid', refunded: { amountMinor: TOTAL } });
    await cancel(orderIds[1]!, 'sold_out');
    expect(await payments.payment(who, basketId)).toMatchObject({ state: 'refunded', refunded: { amountMinor: 2 * TOTAL } });
  });

  it('returns money that came for an order already cancelled', async () => {
    const who = buyer();
    const { basketId, orderIds } = place(who);
    const url = await checkouts.start(who, basketId);
    await press(url, 'late');
    // The hold ran out and the piece went to somebody else before the news of the payment came.
    await cancel(orderIds[0]!, 'expired');
    await heard();
    expect(await refundsOf(orderIds[0]!)).toMatchObject([{ state: 'succeeded', amountMinor: TOTAL }]);
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toHaveLength(1);
  });

  it('closes the page of a cancelled order, and lets the others be paid on a new one', async () => {
    const who = buyer();
    const { basketId, orderIds } = place(who, 2);
    const first = await checkouts.start(who, basketId);
    await cancel(orderIds[0]!, 'buyer');
    await heard();
    expect((await press(first, 'pay')).status).toBe(410);
    expect(await facts('PaymentFailed', 'basketId', basketId)).toEqual([]);
    placements.change(basketId, { waiting: [orderIds[1]!] });
    const second = await checkouts.start(who, basketId);
    expect(second).not.toBe(first);
    await press(second, 'pay');
    await heard();
    expect(await facts('PaymentCaptured', 'basketId', basketId)).toMatchObject([{ payload: { orderIds: [orderIds[1]], amountMinor: TOTAL } }]);
  });

  it('asks under one key until it knows, whatever is lost on the way', async () => {
    for (const [fault, times] of [['cut_after', 1], ['error_500_after', 1], ['rate_limit', 2], ['garbage', 1], ['cut', 1]] as const) {
      const who = buyer();
      const { orderIds } = await paidBasket(who);
      sandbox.faults.next(fault, /POST \/v1\/refunds/, times);
      await say('OrderCancelled', { orderId: orderIds[0]!, reason: 'declined' } as never);
      let tries = 0;
      for (let done = false; !done && tries < 6; tries++) done = await t.jobs.drain().then(() => true, () => false);
      const [refund] = await refundsOf(orderIds[0]!);
      expect([fault, refund?.state, tries > 1]).toEqual([fault, 'succeeded', true]);
      const made = await fetch(`${sandbox.url}/v1/refunds?limit=100`, { headers: { authorization: 'Bearer sk_test_x' } }).then((r) => r.json() as Promise<{ data: { metadata: Record<string, string> }[] }>);
      expect(made.data.filter((r) => r.metadata['refund_id'] === refund!.id)).toHaveLength(1);
    }
  }, 60_000);

  it('finds a refund it made, even when the provider has forgotten the key', async () => {
    const who = buyer();
    const { orderIds } = await paidBasket(who);
    sandbox.faults.next('cut_after', /POST \/v1\/refunds/);
    await say('OrderCancelled', { orderId: orderIds[0]!, reason: 'declined' } as never);
    await t.jobs.drain().catch(() => undefined);
    const keys = new pg.Client({ connectionString: sandboxUrl });
    await keys.connect();
    await keys.query('delete from stripe_sandbox.request');
    await keys.end();
    sandbox.faults.next('withhold_event', /./, 10);
    await t.jobs.drain();
    const [refund] = await refundsOf(orderIds[0]!);
    expect(refund).toMatchObject({ state: 'succeeded' });
    const made = await fetch(`${sandbox.url}/v1/refunds?limit=100`, { headers: { authorization: 'Bearer sk_test_x' } }).then((r) => r.json() as Promise<{ data: { metadata: Record<string, string> }[] }>);
    expect(made.data.filter((r) => r.metadata['refund_id'] === refund!.id)).toHaveLength(1);
  }, 20_000);

  it('that the bank sends back later is held for the order again, and can be returned anew', async () => {
    const who = buyer();
    const { orderIds } = await paidBasket(who);
    await cancel(orderIds[0]!);
    const [{ providerId } = { providerId: '' }] = await t.db.read<{ providerId: string }>(`select provider_id as "providerId" from payments.refund where order_id = $1`, [orderIds[0]]);
    await sandbox.bounceRefund(providerId);
    await heard();
    expect(await refundsOf(orderIds[0]!)).toMatchObject([{ state: 'failed' }]);
    expect(await t.get(LedgerService).balance({ ownerKind: 'order', ownerId: orderIds[0]!, purpose: 'held', currency: 'EUR' })).toBe(TOTAL);
    const [first] = await refundsOf(orderIds[0]!);
    // The desk tries again, with two hands: one new refund, under a key of its own. The provider gave the money back once, so it says no.
    await Promise.all([t.get(RefundsService).repeat(actor('desk'), orderIds[0]!), t.get(RefundsService).repeat(actor('desk'), orderIds[0]!)]);
    await t.jobs.drain();
    const after = await refundsOf(orderIds[0]!);
    expect(after).toMatchObject([{ state: 'failed' }, { state: 'failed' }]);
    expect(after.map((refund) => refund.id)).toContain(first!.id);
    for (const id of [newId(), 'x', '\u0000']) await expect(t.get(RefundsService).repeat(actor('desk'), id)).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
  });
});

describe('delivery', () => {
  it('gives everybody the share that was frozen, once', async () => {
    const who = buyer();
    const { orderIds } = await paidBasket(who);
    for (let i = 0; i < 2; i++) await say('ConsignmentDelivered', { consignmentId: newId(), orderIds, deliveredOn: '2026-12-01' } as never);
    await t.jobs.drain();
    const view = await payments.orderLedger(actor('desk'), orderIds[0]!);
    expect(view).toMatchObject({ total: { amountMinor: TOTAL }, released: { amountMinor: TOTAL } });
    expect(view.shares.reduce((sum, share) => sum + share.amount.amountMinor, 0)).toBe(TOTAL);
    expect(view.lines.length).toBeGreaterThan(4);
    expect((await payments.orderLedger(who, orderIds[0]!)).lines).toEqual([]);
    await expect(payments.orderLedger(buyer(), orderIds[0]!)).rejects.toMatchObject({ code: 'PAYMENT_NOT_FOUND' });
    await cancel(orderIds[0]!);
    expect(await refundsOf(orderIds[0]!)).toEqual([]);
  });
});
