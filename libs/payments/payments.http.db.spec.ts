import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, visitor, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { Database, readConfig } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { ROOMS } from '../../apps/api/rooms.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { sign } from './sandbox/sandbox.events.js';

/** The doors of this room over the wire: who may knock, and what comes back. */
const SECRET = 'whsec_http';
let app: NestFastifyApplication;
let url: string;
beforeAll(async () => {
  url = await freshDatabase(ROOMS);
  app = await createApp(readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: SECRET, STRIPE_HOST: 'http://127.0.0.1:9' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
});

const as = (who: Actor): void => void jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
async function code(who: Actor, query: string, variables: object = {}): Promise<string | undefined> {
  as(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  const body = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return body.errors?.[0]?.extensions.code;
}
const webhook = (body: string, headers: Record<string, string>) => app.inject({ method: 'POST', url: '/webhooks/stripe', headers: { 'content-type': 'application/json', ...headers }, payload: body });
const event = (): string => JSON.stringify({ id: `evt_${newId().replaceAll('-', '')}`, object: 'event', created: 1, type: 'customer.created', livemode: false, data: { object: {} } }, null, 2);

describe('the webhook', () => {
  it('takes a signed body exactly as it was sent, white space and all', async () => {
    const body = event();
    expect((await webhook(body, { 'stripe-signature': sign(body, SECRET) })).statusCode).toBe(200);
    expect((await webhook(body, { 'stripe-signature': sign(body, SECRET) })).statusCode).toBe(200);
    expect(await app.get(Database, { strict: false }).read(`select count(*)::int as n from payments.event where event_id = $1`, [(JSON.parse(body) as { id: string }).id])).toEqual([{ n: 1 }]);
  });

  it('refuses the rest without a word too many', async () => {
    for (const headers of [{}, { 'stripe-signature': 't=1,v1=00' }, { 'stripe-signature': sign(event(), 'whsec_other') }] as Record<string, string>[]) {
      const answer = await webhook(event(), headers);
      expect([answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([400, 'PAYMENT_WEBHOOK_REFUSED']);
    }
    expect((await webhook('{"a":', { 'stripe-signature': sign('{"a":', SECRET) })).statusCode).toBe(400);
    expect((await app.inject({ method: 'POST', url: '/webhooks/stripe', headers: { 'content-type': 'application/xml', 'stripe-signature': sign('<a/>', SECRET) }, payload: '<a/>' })).statusCode).toBeGreaterThanOrEqual(400);
    expect((await webhook('x'.repeat(2_000_000), {})).statusCode).toBe(413);
    expect((await app.inject('/webhooks/stripe')).statusCode).toBe(404);
  });
});

describe('access', () => {
  const nobody = visitor('en');
  const roots: [string, string, readonly Actor[]][] = [
    ['startPayment', `mutation { startPayment(basketId: "${newId()}") { url } }`, [actor('buyer'), actor('admin')]],
    ['payment', `{ payment(basketId: "${newId()}") { state } }`, [actor('buyer'), actor('desk'), actor('admin')]],
    ['ledger', `{ ledger(orderId: "${newId()}") { number } }`, [actor('buyer'), actor('artisan'), actor('cluster'), actor('desk'), actor('admin')]],
    ['repeatRefund', `mutation { repeatRefund(orderId: "${newId()}") { number } }`, [actor('desk'), actor('admin')]],
    ['myEarnings', `{ myEarnings(first: 5) { hasNextPage } }`, [actor('artisan'), actor('cluster'), actor('admin')]],
    ['savePayoutAccount', `mutation { savePayoutAccount(rib: "011519000001205000534921") { masked } }`, [actor('artisan'), actor('cluster'), actor('admin')]],
    ['saveHouseAccount', `mutation { saveHouseAccount(holder: "Dar Sanaa", rib: "011519000001205000534921") { masked } }`, [actor('admin')]],
    ['saveCentreAccount', `mutation { saveCentreAccount(centreId: "carpets", rib: "011519000001205000534921") { masked } }`, [actor('admin')]],
    ['payoutBatches', `{ payoutBatches(first: 5) { hasNextPage } }`, [actor('desk'), actor('admin')]],
    ['createPayoutBatch', `mutation { createPayoutBatch(id: "${newId()}") { number } }`, [actor('desk'), actor('admin')]],
    ['approvePayoutBatch', `mutation { approvePayoutBatch(id: "${newId()}") { number } }`, [actor('desk'), actor('admin')]],
    ['refusePayoutBatch', `mutation { refusePayoutBatch(id: "${newId()}", reason: "No") { number } }`, [actor('desk'), actor('admin')]],
    ['disputes', `{ disputes(first: 5) { hasNextPage nodes { id } } }`, [actor('desk'), actor('admin')]],
    ['askDispute', `mutation { askDispute(id: "du_x") { id } }`, [actor('desk'), actor('admin')]],
    ['settlePayoutBatch', `mutation { settlePayoutBatch(input: { batchId: "${newId()}" }) { number } }`, [actor('desk'), actor('admin')]],
  ];
  const roles = ['buyer', 'artisan', 'cluster', 'inspector', 'officer', 'desk', 'admin'] as const;

  it.each(roots)('to %s is for those named, and nobody else', async (_name, query, allowed) => {
    expect(await code(nobody, query)).toBe('SIGN_IN_REQUIRED');
    for (const role of roles) {
      const may = allowed.some((who) => who.roles.includes(role));
      const answered = await code(actor(role), query);
      expect([role, answered === 'NOT_ALLOWED']).toEqual([role, !may]);
      // Whoever may knock hears a clear word or an answer, never a fault of ours.
      if (may) expect(answered).not.toBe('INTERNAL');
    }
  });

  it('to the bank’s file is for the desk', async () => {
    const get = async (who: Actor, path: string) => {
      as(who);
      return (await app.inject(path)).statusCode;
    };
    expect(await get(nobody, `/payouts/${newId()}.xml`)).toBe(401);
    for (const role of ['buyer', 'artisan', 'cluster', 'inspector', 'officer'] as const) expect(await get(actor(role), `/payouts/${newId()}.xml`)).toBe(403);
    for (const path of [`/payouts/${newId()}.xml`, '/payouts/x.xml', '/payouts/..%2f..%2fetc%2fpasswd', "/payouts/'%20or%201=1.xml", '/payouts/%00.xml']) expect(await get(actor('desk'), path)).toBe(404);
  });
});
