import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM, visitor, type Actor, type Role } from '#libs/kernel';
import { Database, readConfig } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { createApp } from '../../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../../test/database.js';
import { BasketsService, OrdersService, PlacementService } from '../index.js';
import { orderKey } from '../order/order-key.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from '../orders.fixtures.js';

/** The doors of complaints over the wire: every role at every one, and a buyer's road through them. */
const SECRET = 'only-for-tests-only-for-tests-only';
let app: NestFastifyApplication;
let url: string;
let db: Database;
let weaver: Maker;
beforeAll(async () => {
  url = await freshDatabase(ORDER_ROOMS);
  app = await createApp(readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET, LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }), { rooms: ORDER_ROOMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  db = app.get(Database, { strict: false });
  await app.get(ReferenceService, { strict: false }).loadShipped(SYSTEM);
  weaver = await maker(db);
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
});

type Answer = { data: Record<string, unknown> | null; errors?: { extensions: { code: string } }[] };
const as = (who: Actor): void => void jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
async function ask(who: Actor, query: string, variables: object = {}): Promise<Answer> {
  as(who);
  return (await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) })).json<Answer>();
}
const code = async (who: Actor, query: string): Promise<string | undefined> => (await ask(who, query)).errors?.[0]?.extensions.code;

const word = (field: string): string => `mutation { ${field}(input: { id: "${newId()}", words: "x", amountMinor: 1 }) { id } }`;
const ROOTS: [string, string, readonly Role[]][] = [
  ['openComplaint', `mutation { openComplaint(input: { id: "${newId()}", orderId: "${newId()}", line: 1, quantity: 1, kind: damaged, words: "x" }) { id } }`, ['buyer', 'desk', 'admin']],
  ['acceptComplaint', word('acceptComplaint'), ['artisan', 'cluster', 'admin']],
  ['offerForComplaint', word('offerForComplaint'), ['artisan', 'cluster', 'admin']],
  ['refuseComplaint', word('refuseComplaint'), ['artisan', 'cluster', 'admin']],
  ['agreeToOffer', word('agreeToOffer'), ['buyer', 'admin']],
  ['takeComplaintToDesk', word('takeComplaintToDesk'), ['buyer', 'admin']],
  ['withdrawComplaint', word('withdrawComplaint'), ['buyer', 'admin']],
  ['awardComplaint', word('awardComplaint'), ['desk', 'admin']],
  ['dismissComplaint', word('dismissComplaint'), ['desk', 'admin']],
  ['receiveReturn', word('receiveReturn'), ['artisan', 'cluster', 'desk', 'admin']],
  ['complaintsToAnswer', `{ complaintsToAnswer { id } }`, ['artisan', 'cluster', 'admin']],
  ['complaints', `{ complaints(first: 5) { nodes { id } } }`, ['desk', 'admin']],
];

it.each(ROOTS)('%s is for those named, and nobody else', async (_name, query, allowed) => {
  expect(await code(visitor('en'), query)).toBe('SIGN_IN_REQUIRED');
  for (const role of ['buyer', 'artisan', 'cluster', 'inspector', 'officer', 'desk', 'admin'] as const) {
    const answered = await code(actor(role), query);
    expect([role, answered === 'NOT_ALLOWED']).toEqual([role, !allowed.includes(role)]);
    expect(answered).not.toBe('INTERNAL');
  }
});

it('a buyer opens one by the key of her letter, sees it on her order, and its picture is not a stranger’s', async () => {
  const buyer = actor('buyer', { locale: 'fr' });
  const basketId = newId();
  await app.get(BasketsService, { strict: false }).create(buyer, basketId, 'FR');
  await app.get(BasketsService, { strict: false }).setLine(buyer, basketId, await piece(db, weaver.artisanId), 1);
  await app.get(PlacementService, { strict: false }).place(buyer, placing(basketId));
  const [order] = await app.get(OrdersService, { strict: false }).ordersOfBasket(buyer, basketId);
  // As after delivery: the road there is the journey's.
  for (const [from, verb, to] of [['placed', 'fund', 'funded'], ['funded', 'accept', 'in_production'], ['in_production', 'finish', 'ready'], ['ready', 'document', 'documented'], ['documented', 'dispatch', 'dispatched'], ['dispatched', 'deliver', 'delivered']]) {
    await db.read(`insert into orders.history (order_id, sequence, verb, from_state, to_state, at, actor_name, detail) select $1, max(sequence) + 1, $2, $3, $4, now(), 'x', '{}' from orders.history where order_id = $1`, [order!.id, verb, from, to]);
  }
  const key = orderKey(SECRET, order!.id);
  const SEEN = `complaintWindow { kinds until } complaints { id state title kind asked { amountMinor currency } photographIds steps { verb side words } verbs }`;
  const input = { id: newId(), orderId: order!.id, line: 1, quantity: 1, kind: 'damaged', words: 'Une frange manque.', key };
  const guest = actor('buyer', { locale: 'fr' });
  expect((await ask(guest, `query($key: String!) { orderByKey(key: $key) { ${SEEN} } }`, { key })).data!['orderByKey']).toMatchObject({ complaints: [], complaintWindow: { kinds: ['missing', 'damaged', 'not_as_described'] } });
  expect((await ask(guest, `mutation($input: OpenComplaintInput!) { openComplaint(input: $input) { state title verbs } }`, { input: { ...input, key: null } })).errors?.[0]?.extensions.code).toBe('ORDER_NOT_FOUND');
  expect((await ask(guest, `mutation($input: OpenComplaintInput!) { openComplaint(input: $input) { state title verbs } }`, { input })).data!['openComplaint']).toEqual({ state: 'open', title: 'Tapis du Moyen Atlas', verbs: ['withdraw'] });
  const { orderByKey } = (await ask(guest, `query($key: String!) { orderByKey(key: $key) { ${SEEN} } }`, { key })).data as { orderByKey: { complaints: unknown[] } };
  expect(orderByKey.complaints).toMatchObject([{ id: input.id, state: 'open', title: 'Tapis du Moyen Atlas', verbs: ['withdraw'], steps: [{ verb: 'open', side: 'buyer', words: 'Une frange manque.' }] }]);
  expect((await ask(weaver.actor, `query($id: ID!) { order(id: $id) { ${SEEN} } }`, { id: order!.id })).data!['order']).toMatchObject({ complaints: [{ verbs: ['accept', 'offer', 'refuse'] }] });

  const show = async (who: Actor, path: string) => {
    as(who);
    return (await app.inject(path)).statusCode;
  };
  for (const path of [`/complaints/photographs/${newId()}.jpg`, '/complaints/photographs/x.jpg', '/complaints/photographs/..%2f..%2fetc.jpg']) expect(await show(visitor('en'), path)).toBe(404);
});
