import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { newId } from '#libs/kernel';
import { dropDatabase, freshDatabase } from '../../../test/database.js';
import { GatewayForged, GatewayRefused, GatewayUnknown, StripeGateway, type SessionRequest } from '../stripe/stripe.gateway.js';
import type { GatewayEvent, GatewaySession } from '../stripe/stripe.shapes.js';
import { startStripeSandbox, type StripeSandbox } from './index.js';

const SECRET = 'whsec_sandbox_spec';
const keys = { STRIPE_SECRET_KEY: 'sk_test_sandbox', STRIPE_WEBHOOK_SECRET: SECRET };
let databaseUrl: string;
let shop: Server;
let webhookUrl: string;
let sandbox: StripeSandbox;
let gateway: StripeGateway;
const received: GatewayEvent[] = [];
let answerWith: number[] = [];

const start = () => startStripeSandbox({ port: 0, databaseUrl, webhookUrl, webhookSecret: SECRET });

beforeAll(async () => {
  databaseUrl = await freshDatabase([]);
  shop = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const status = answerWith.shift() ?? 200;
      if (status === 200) received.push(gateway.verify(Buffer.concat(chunks), request.headers['stripe-signature'], new Date()));
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  webhookUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}/webhooks/stripe`;
  sandbox = await start();
  gateway = new StripeGateway({ ...keys, STRIPE_HOST: sandbox.url });
});
afterAll(async () => {
  await sandbox.close();
  shop.close();
  await dropDatabase(databaseUrl);
});
beforeEach(async () => {
  // What the spec before left to be delivered belongs to it.
  await sandbox.deliver();
  received.length = 0;
  answerWith = [];
  sandbox.faults.clear();
});

function request(over: Partial<SessionRequest> = {}): SessionRequest {
  const checkoutId = over.checkoutId ?? newId();
  return { checkoutId, basketId: newId(), currency: 'EUR', lines: [{ label: 'A <b>rug</b> & زربية', amountMinor: 74_200 }], email: null, locale: 'en', successUrl: 'http://shop.example/done?s={CHECKOUT_SESSION_ID}', cancelUrl: 'http://shop.example/basket', expiresAt: Math.floor(Date.now() / 1000) + 3600, ...over };
}
const open = (over: Partial<SessionRequest> = {}): Promise<GatewaySession> => gateway.openSession(request(over));
const press = (session: GatewaySession, act: string, where = ''): Promise<Response> =>
  fetch(session.url! + where, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act }) });
async function paid(over: Partial<SessionRequest> = {}): Promise<GatewaySession> {
  const session = await open(over);
  await press(session, 'pay');
  return gateway.session(session.id);
}
const types = (): string[] => received.map((e) => e.type);

describe('the hosted page', () => {
  it.each([
    ['en', 'ltr', 'Test payment, no money moves', '€742.00'],
    ['fr', 'ltr', 'Paiement d’essai, aucun argent ne circule', '742,00'],
    ['ar', 'rtl', 'أداء تجريبي، لا يُحوَّل أي مال', '742,00'],
  ] as const)('speaks %s, %s', async (locale, dir, banner, total) => {
    const page = await fetch((await open({ locale })).url!);
    const html = await page.text();
    expect(html).toContain(`<html lang="${locale}" dir="${dir}">`);
    expect(html).toContain(banner);
    expect(html).toContain(total);
    expect(html).toContain('A &#60;b&#62;rug&#60;/b&#62; &#38; زربية');
    expect(page.headers.get('content-security-policy')).toContain(`form-action 'self' http://shop.example;`);
    expect(html).not.toContain('<script');
  });

  it('pays, returns to the shop, and tells it by a signed webhook', async () => {
    const session = await open();
    const back = await press(session, 'pay');
    expect([back.status, back.headers.get('location')]).toEqual([303, `http://shop.example/done?s=${session.id}`]);
    expect(await gateway.session(session.id)).toMatchObject({ status: 'complete', paid: true, url: null, paymentIntent: expect.stringMatching(/^pi_/) as string });
    await sandbox.deliver();
    expect(types()).toEqual(['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']);
    // A reload of the page, or a second press, leads back to the shop and charges nothing.
    expect((await press(session, 'pay')).headers.get('location')).toBe(back.headers.get('location'));
    await sandbox.deliver();
    expect(types()).toHaveLength(4);
  });

  it('charges once when the button is pressed twenty times at once', async () => {
    const session = await open();
    await Promise.all(Array.from({ length: 20 }, () => press(session, 'pay')));
    await sandbox.deliver();
    expect(types().filter((t) => t === 'charge.succeeded')).toHaveLength(1);
  });

  it('declines and lets the buyer try again', async () => {
    const session = await open();
    expect((await press(session, 'decline')).headers.get('location')).toBe(`/c/pay/${session.id}?trouble=declined`);
    expect(await (await fetch(`${session.url!}?trouble=declined`)).text()).toContain('The bank declined this card');
    expect(await gateway.session(session.id)).toMatchObject({ status: 'open', paid: false });
    await sandbox.deliver();
    expect(received.find((e) => e.type === 'payment_intent.payment_failed')?.said).toMatchObject({ kind: 'declined', checkoutId: session.checkoutId, code: 'generic_decline' });
    await press(session, 'pay');
    expect(await gateway.session(session.id)).toMatchObject({ paid: true });
  });

  it('asks the bank’s question, passed or failed', async () => {
    const session = await open();
    expect((await press(session, 'challenge')).headers.get('location')).toBe(`/c/pay/${session.id}/challenge`);
    expect(await (await fetch(`${session.url!}/challenge`)).text()).toContain('Confirm the payment of');
    expect((await press(session, 'fail', '/challenge')).headers.get('location')).toContain('trouble=unproved');
    await press(session, 'challenge');
    expect((await press(session, 'prove', '/challenge')).headers.get('location')).toContain('http://shop.example/done');
    expect(await gateway.session(session.id)).toMatchObject({ paid: true });
  });

  it('goes back to the shop when the buyer gives up, and stays open', async () => {
    const session = await open();
    expect((await press(session, 'abandon')).headers.get('location')).toBe('http://shop.example/basket');
    expect(await gateway.session(session.id)).toMatchObject({ status: 'open' });
  });

  it('sends twice, and late', async () => {
    const twice = await open();
    await press(twice, 'twice');
    await sandbox.deliver();
    expect(types().filter((t) => t === 'checkout.session.completed')).toHaveLength(2);
    received.length = 0;
    const late = await open();
    await press(late, 'late');
    await sandbox.deliver();
    expect(types()).not.toContain('checkout.session.completed');
    expect(await gateway.session(late.id)).toMatchObject({ paid: true });
  });

  it('says so when the session is over or unknown, whatever is pressed', async () => {
    const session = await open();
    await gateway.expireSession(session.id);
    expect((await fetch(session.url!)).status).toBe(410);
    expect((await press(session, 'pay')).status).toBe(410);
    const nowhere = { ...session, url: `${sandbox.url}/c/pay/cs_test_${'0'.repeat(24)}` };
    expect((await press(nowhere, 'pay')).status).toBe(404);
    expect((await press(await open(), '"><script>')).status).toBe(303);
    expect((await fetch(`${sandbox.url}/c/pay/../../etc/passwd`)).status).toBe(401);
    expect((await fetch(session.url!, { method: 'POST', body: 'x'.repeat(200_000) })).status).toBe(413);
  });
});

describe('webhooks', () => {
  it('are tried again until the shop says 200', async () => {
    answerWith = [500, 503];
    const session = await open();
    await press(session, 'decline');
    for (let i = 0; i < 60 && !types().includes('payment_intent.payment_failed'); i++) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(types()).toContain('payment_intent.payment_failed');
  });

  it('that were never delivered can still be listed', async () => {
    sandbox.faults.next('withhold_event', /./, 10);
    const session = await paid();
    await sandbox.deliver();
    expect(received).toHaveLength(0);
    const listed: GatewayEvent[] = [];
    for await (const event of gateway.events(Math.floor(Date.now() / 1000) - 60)) listed.push(event);
    expect(listed.find((e) => e.said.kind === 'session' && e.said.session.id === session.id && e.said.session.paid)).toBeDefined();
  });
});

describe('refunds', () => {
  it('give back in parts, never more than was taken', async () => {
    const session = await paid();
    const paymentIntent = session.paymentIntent!;
    const refundId = newId();
    const refund = await gateway.refund({ refundId, paymentIntent, amountMinor: 70_000 });
    expect(refund).toMatchObject({ refundId, status: 'succeeded', amountMinor: 70_000, currency: 'EUR' });
    expect(await gateway.refund({ refundId, paymentIntent, amountMinor: 70_000 })).toEqual(refund);
    expect(await gateway.refundMade({ refundId, paymentIntent })).toEqual(refund);
    expect(await gateway.refundMade({ refundId: newId(), paymentIntent })).toBeNull();
    await expect(gateway.refund({ refundId, paymentIntent, amountMinor: 69_999 })).rejects.toThrow(GatewayRefused);
    await expect(gateway.refund({ refundId: newId(), paymentIntent, amountMinor: 4_201 })).rejects.toThrow('amount_too_large');
    await gateway.refund({ refundId: newId(), paymentIntent, amountMinor: 4_200 });
    await expect(gateway.refund({ refundId: newId(), paymentIntent, amountMinor: 1 })).rejects.toThrow('charge_already_refunded');
  });

  it('may be taken back by the bank later', async () => {
    const session = await paid();
    const refund = await gateway.refund({ refundId: newId(), paymentIntent: session.paymentIntent!, amountMinor: 100 });
    await sandbox.bounceRefund(refund.id);
    await sandbox.deliver();
    expect(received.at(-1)).toMatchObject({ type: 'refund.failed', said: { kind: 'refund', refund: { status: 'failed' } } });
  });
});

describe('disputes', () => {
  it('take the money at once, refuse refunds, and end as the evidence says', async () => {
    const session = await open();
    for (let i = 0; i < 2; i++) await press(session, 'dispute');
    await sandbox.deliver();
    expect(types().slice(-2)).toEqual(['charge.dispute.created', 'charge.dispute.funds_withdrawn']);
    const said = received.map((event) => event.said).filter((one) => one.kind === 'dispute').map((one) => one.dispute);
    expect(said).toHaveLength(2);
    const { id, paymentIntent } = said[0]!;
    expect(await gateway.dispute(id)).toMatchObject({ status: 'needs_response', amountMinor: 74_200, currency: 'EUR', withdrawn: true, reason: 'product_not_received', dueBy: expect.any(Number) as number });
    await expect(gateway.refund({ refundId: newId(), paymentIntent, amountMinor: 100 })).rejects.toThrow('charge_disputed');
    const evidence = new URLSearchParams({ 'evidence[uncategorized_text]': 'winning_evidence' });
    const answer = await fetch(`${sandbox.url}/v1/disputes/${id}`, { method: 'POST', headers: { authorization: 'Bearer sk_test_sandbox', 'content-type': 'application/x-www-form-urlencoded' }, body: evidence });
    expect(answer.status).toBe(200);
    expect(await gateway.dispute(id)).toMatchObject({ status: 'won', withdrawn: false });
    await gateway.refund({ refundId: newId(), paymentIntent, amountMinor: 100 });
    await sandbox.endDispute(id, 'lost');
    expect(await gateway.dispute(id)).toMatchObject({ status: 'won' });
  });

  it('that are lost keep the money', async () => {
    const { paymentIntent } = await paid();
    const id = await sandbox.dispute(paymentIntent!, { amount: 1_000, reason: 'fraudulent' });
    await sandbox.endDispute(id, 'lost');
    expect(await gateway.dispute(id)).toMatchObject({ status: 'lost', withdrawn: true, amountMinor: 1_000, reason: 'fraudulent' });
    await sandbox.deliver();
    expect(types()).toContain('charge.dispute.closed');
  });
});

describe('when the provider misbehaves', () => {
  it('a time-out after the work is found again under the same key', async () => {
    const session = await paid();
    const refund = { refundId: newId(), paymentIntent: session.paymentIntent!, amountMinor: 5_000 };
    sandbox.faults.next('timeout_after', /refunds/);
    await expect(gateway.refund(refund)).rejects.toThrow(GatewayUnknown);
    const made = await gateway.refundMade(refund);
    expect(made).toMatchObject({ status: 'succeeded', amountMinor: 5_000 });
    expect(await gateway.refund(refund)).toEqual(made);
  }, 15_000);

  it('a 500 is saved under its key, whether the work was done or not', async () => {
    const asked = request();
    sandbox.faults.next('error_500', /sessions/);
    await expect(gateway.openSession(asked)).rejects.toMatchObject({ name: 'GatewayUnknown', status: 500 });
    await expect(gateway.openSession(asked)).rejects.toMatchObject({ name: 'GatewayUnknown', status: 500 });
    const session = await paid();
    const refund = { refundId: newId(), paymentIntent: session.paymentIntent!, amountMinor: 5_000 };
    sandbox.faults.next('error_500_after', /refunds/);
    await expect(gateway.refund(refund)).rejects.toThrow(GatewayUnknown);
    expect(await gateway.refundMade(refund)).toMatchObject({ status: 'succeeded' });
  });

  it('a rate limit is not an answer', async () => {
    sandbox.faults.next('rate_limit');
    await expect(open()).rejects.toMatchObject({ name: 'GatewayUnknown', status: 429 });
  });

  it('a 404 that the client takes for a success is not a payment', async () => {
    const session = await open();
    sandbox.faults.next('garbage', /./, 4);
    await expect(gateway.session(session.id)).rejects.toThrow(GatewayUnknown);
    await expect(open()).rejects.toThrow(GatewayUnknown);
    await expect(gateway.refundMade({ refundId: newId(), paymentIntent: 'pi_1' })).rejects.toThrow(GatewayUnknown);
    await expect(gateway.events(0).next()).rejects.toThrow(GatewayUnknown);
  });

  it('nothing waits longer than five seconds for a black hole', async () => {
    sandbox.faults.next('black_hole', /./, 3);
    const began = Date.now();
    await expect(Promise.all([gateway.session('cs_test_1'), gateway.session('cs_test_1')])).rejects.toThrow(GatewayUnknown);
    expect(Date.now() - began).toBeLessThan(9_000);
  }, 20_000);

  it('a wrong key is a refusal', async () => {
    const other = new StripeGateway({ ...keys, STRIPE_SECRET_KEY: 'pk_wrong', STRIPE_HOST: sandbox.url });
    await expect(other.session('cs_test_1')).rejects.toThrow(GatewayRefused);
    const none = new StripeGateway({ STRIPE_SECRET_KEY: undefined, STRIPE_HOST: sandbox.url, STRIPE_WEBHOOK_SECRET: undefined });
    await expect(none.session('cs_test_1')).rejects.toThrow('not_configured');
    expect(() => none.verify(Buffer.from('{}'), 't=1,v1=00', new Date())).toThrow(GatewayForged);
  });
});

it('remembers everything after it is stopped and started', async () => {
  const session = await open();
  await sandbox.close();
  sandbox = await start();
  gateway = new StripeGateway({ ...keys, STRIPE_HOST: sandbox.url });
  expect(await gateway.session(session.id)).toMatchObject({ id: session.id, status: 'open' });
});
