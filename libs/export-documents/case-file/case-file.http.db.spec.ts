import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import sharp from 'sharp';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import { BasketsService, ComplaintPhotographsService, ComplaintsService, OrdersService, PlacementService } from '#libs/orders';
import { Database, readConfig } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { createApp } from '../../../apps/api/app.js';
import { ROOMS } from '../../../apps/api/rooms.js';
import { actor, dropDatabase, freshDatabase } from '../../../test/database.js';

let app: NestFastifyApplication;
let url: string;
let orderId: string;
const desk = actor('desk');
beforeAll(async () => {
  url = await freshDatabase(ROOMS);
  app = await createApp(readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  orderId = await complainedOf();
}, 60_000);
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
});

const get = <T>(token: abstract new (...args: never[]) => T): T => app.get(token as never, { strict: false });
const as = (who: Actor): void => void jest.spyOn(get(IdentityService), 'actorOf').mockResolvedValue(who);

/** A delivered order of a rug, with a complaint and one photograph. */
async function complainedOf(): Promise<string> {
  const db = get(Database);
  await get(ReferenceService).loadShipped(SYSTEM);
  const [artisanId, productId, basketId] = [newId(), newId(), newId()];
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, 'RNA70', 'Zahra Oubella', 'F', 1980, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', '' from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [artisanId],
  );
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, title_fr, title_ar,
       branch, materials, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique, search, listed_at, created_at, updated_at)
     select $1, $2, 'artisan', $2, a.name_latin, a.name_latin, a.region_code, 'listed', $3, 'Rug', 'Tapis', 'زربية', a.branch, $4, '570110', 240001, 240001, 2800, 3000, 2000, 1200, 12, true, to_tsvector('rug'), now(), now(), now() from registry.artisan a where a.id = $2`,
    [productId, artisanId, `rug-${productId}`, JSON.stringify([{ code: 'wool', name: null, percent: 100, originCountry: 'MA', scientificName: null }])],
  );
  await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, 1)`, [newId(), productId]);
  const buyer = actor('buyer');
  await get(BasketsService).create(buyer, basketId, 'FR');
  await get(BasketsService).setLine(buyer, basketId, productId, 1);
  await get(PlacementService).place(buyer, { basketId, consignee: { name: 'Claire', line1: '1 rue X', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' }, email: 'claire@example.com', buyerKind: 'business', taxId: 'FR40303265045' });
  const [order] = await get(OrdersService).ordersOfBasket(buyer, basketId);
  for (const [from, verb, to, detail] of [['placed', 'fund', 'funded', {}], ['funded', 'accept', 'in_production', {}], ['in_production', 'finish', 'ready', {}], ['ready', 'document', 'documented', {}], ['documented', 'dispatch', 'dispatched', { carrier: 'barid', trackingNumber: 'EE123456785MA' }], ['dispatched', 'deliver', 'delivered', { deliveredOn: '2026-11-30' }]]) {
    await db.read(`insert into orders.history (order_id, sequence, verb, from_state, to_state, at, actor_name, detail) select $1, max(sequence) + 1, $2, $3, $4, now(), 'x', $5 from orders.history where order_id = $1`, [order!.id, verb, from, to, JSON.stringify(detail)]);
  }
  const complaintId = await get(ComplaintsService).open(buyer, { id: newId(), orderId: order!.id, line: 1, quantity: 1, kind: 'damaged', words: 'A corner is torn.' });
  const picture = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } }).jpeg().toBuffer();
  await get(ComplaintPhotographsService).add(buyer, { id: newId(), complaintId, key: null }, picture);
  return order!.id;
}

/** Takes an archive apart by its local headers (PKWARE APPNOTE 6.3, §4.3.7). */
function unpacked(archive: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name, extra] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    found.set(archive.toString('utf8', at + 30, at + 30 + name), inflateRawSync(archive.subarray(start, start + packed)));
    at = start + packed;
  }
  return found;
}

it('the evidence of an order is one ZIP, with the sums of all that is in it', async () => {
  as(desk);
  const answer = await app.inject(`/evidence/${orderId}.zip`);
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/zip']);
  const files = unpacked(answer.rawPayload);
  expect([...files.keys()]).toEqual(['00-evidence.txt', '01-order-history.txt', '02-pro-forma.json', 'complaints/1.txt', 'complaints/1-1.jpg', 'SHA256SUMS']);
  for (const line of files.get('SHA256SUMS')!.toString().trim().split('\n')) expect(createHash('sha256').update(files.get(line.slice(66))!).digest('hex')).toBe(line.slice(0, 64));
  expect(files.get('00-evidence.txt')!.toString()).toContain('[x] Carrier and tracking number: barid EE123456785MA');
  expect(files.get('complaints/1.txt')!.toString()).toContain('A corner is torn.');
});

it('the desk sees what there is, and nobody else does', async () => {
  const query = `{ orderEvidence(orderId: "${orderId}") { kind present note } }`;
  const ask = async (who: Actor) => {
    as(who);
    return (await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query }) })).json<{ data: { orderEvidence: object[] } | null; errors?: { extensions: { code: string } }[] }>();
  };
  expect((await ask(desk)).data!.orderEvidence).toMatchObject([{ kind: 'pro_forma', present: true }, { kind: 'export_file', present: false }, { kind: 'tracking', present: true }, { kind: 'delivery', present: true, note: '2026-11-30' }, { kind: 'passports', present: false }, { kind: 'complaints', present: true }]);
  for (const role of ['buyer', 'artisan', 'cluster', 'inspector', 'officer'] as const) {
    expect((await ask(actor(role))).errors![0]!.extensions.code).toBe('NOT_ALLOWED');
    as(actor(role));
    expect((await app.inject(`/evidence/${orderId}.zip`)).statusCode).toBe(403);
  }
  as(visitor('en'));
  expect((await app.inject(`/evidence/${orderId}.zip`)).statusCode).toBe(401);
  as(desk);
  for (const path of [`/evidence/${newId()}.zip`, '/evidence/x.zip', '/evidence/..%2fx.zip']) expect((await app.inject(path)).statusCode).toBe(404);
});
