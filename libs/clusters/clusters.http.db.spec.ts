import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import sharp from 'sharp';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { newId, type Actor } from '#libs/kernel';
import { Database, readConfig, type Room } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { createApp } from '../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { registered, rugOf } from './clusters.fixtures.js';
import { clustersRoom } from './index.js';

const ROOMS: readonly Room[] = [identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom];
let app: NestFastifyApplication;
let url: string;
let db: Database;
let files: string;

beforeAll(async () => {
  url = await freshDatabase(ROOMS);
  files = await mkdtemp(join(tmpdir(), 'clusters-'));
  const config = readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, DATA_DIR: files, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
  app = await createApp(config, { rooms: ROOMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  db = app.get(Database, { strict: false });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
  await rm(files, { recursive: true, force: true });
});

type Answer = { data: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string; field?: string } }[] };

async function ask(who: Actor, query: string, variables: object = {}): Promise<Answer> {
  jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<Answer>();
}

const FEE = `feeBp feeItemMinor feeKgMinor fees { role bp itemMinor kgMinor }`;
const OFFER = `productId title makerName slug onSale maker { amountMinor currency } cluster { amountMinor currency } feeBp feeItemMinor feeKgMinor text { en fr ar } minimumQuantity keptBack`;

describe('a cluster over the wire', () => {
  it('goes from founding to a piece under its name, at the fee its maker read', async () => {
    const artisan = async (locale: 'fr' | 'ar'): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(db), locale });
    const [founder, weaver, clusterId] = [await artisan('fr'), await artisan('ar'), newId()];
    const input = { id: clusterId, name: 'Coopérative Tifawin', nameAr: 'تعاونية تيفاوين', legalForm: 'cooperative', address: '4, rue des Tanneurs', city: 'Azilal', regionCode: 'MA-05', branch: 'carpets', rules: 'By turn.', feeBp: 0 };
    expect((await ask(founder, `mutation($input: CreateClusterInput!) { createCluster(input: $input) { id ${FEE} } }`, { input })).data).toEqual({ createCluster: { id: clusterId, feeBp: 0, feeItemMinor: 0, feeKgMinor: 0, fees: [] } });
    const fees = [{ role: 'coordinator', bp: 200 }, { role: 'packing', itemMinor: 2_000 }, { role: 'collection', kgMinor: 500 }];
    const set = await ask(founder, `mutation($id: ID!, $fees: [ClusterFeeInput!]!) { setClusterFees(clusterId: $id, fees: $fees) { ${FEE} } }`, { id: clusterId, fees });
    expect(set.data).toMatchObject({ setClusterFees: { feeBp: 200, feeItemMinor: 2_000, feeKgMinor: 500 } });
    await ask(founder, `mutation($id: ID!, $who: ID!) { inviteMember(clusterId: $id, artisanId: $who) { state } }`, { id: clusterId, who: weaver.artisanId });

    const mine = (await ask(weaver, `{ myMemberships { clusterName name state ${FEE} } }`)).data!['myMemberships'] as object[];
    expect(mine).toEqual([expect.objectContaining({ clusterName: 'تعاونية تيفاوين', state: 'invited', feeItemMinor: 2_000, feeKgMinor: 500 })]);
    // The bare part of the price is not the fee she was shown.
    const half = await ask(weaver, `mutation($id: ID!) { answerInvitation(clusterId: $id, accept: true, feeBp: 200) { state } }`, { id: clusterId });
    expect(half.errors![0]!.extensions).toMatchObject({ code: 'CLUSTER_FEE_CHANGED', field: 'feeBp' });
    expect(half.errors![0]!.message).toContain('20.00');
    const joined = await ask(weaver, `mutation($id: ID!) { answerInvitation(clusterId: $id, accept: true, feeBp: 200, feeItemMinor: 2000, feeKgMinor: 500) { state permissions } }`, { id: clusterId });
    expect(joined.data).toEqual({ answerInvitation: { state: 'active', permissions: [] } });
    await ask(weaver, `mutation($id: ID!) { setClusterPermission(clusterId: $id, permission: list, granted: true) { permissions } }`, { id: clusterId });

    const rug = await rugOf(db, weaver.artisanId!);
    const offered = await ask(founder, `mutation($id: ID!, $rug: ID!) { offerProduct(clusterId: $id, productId: $rug, text: { fr: "Lavée à la rivière." }) { ${OFFER} } }`, { id: clusterId, rug });
    const offer = { productId: rug, title: 'Rug', maker: { amountMinor: 240_000, currency: 'MAD' }, cluster: { amountMinor: 8_200, currency: 'MAD' }, minimumQuantity: 1, keptBack: 0, text: { en: null, fr: 'Lavée à la rivière.', ar: null } };
    expect(offered.data).toEqual({ offerProduct: expect.objectContaining(offer) as unknown });
    await db.read(`insert into catalog.unit (id, product_id, serial) values (gen_random_uuid(), $1, 1)`, [rug]);
    const shown = { ...offer, keptBack: null };
    expect((await ask(actor('buyer'), `query($id: ID!) { clusterOffers(clusterId: $id) { nodes { ${OFFER} } } }`, { id: clusterId })).data).toEqual({ clusterOffers: { nodes: [expect.objectContaining(shown)] } });
    const page = await ask(actor('buyer'), `query($slug: String!) { product(slug: $slug, locale: "ar") { exporterName exporterText exporterTextLocale minimumQuantity priceShares { cluster { amountMinor } } } }`, { slug: `rug-${rug}` });
    expect(page.data).toEqual({ product: { exporterName: 'Coopérative Tifawin', exporterText: 'Lavée à la rivière.', exporterTextLocale: 'fr', minimumQuantity: 1, priceShares: { cluster: { amountMinor: 8_200 } } } });
    expect((await ask(weaver, `mutation($rug: ID!) { withdrawOffer(productId: $rug) }`, { rug })).data).toEqual({ withdrawOffer: true });
  });

  it('takes a photograph of a member’s piece while she lets it, and from nobody else', async () => {
    const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(db) });
    const [founder, weaver, clusterId] = [await artisan(), await artisan(), newId()];
    const input = { id: clusterId, name: `Union ${clusterId}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 0 };
    await ask(founder, `mutation($input: CreateClusterInput!) { createCluster(input: $input) { id } }`, { input });
    const invited = await ask(founder, `mutation($id: ID!, $number: String!) { inviteByNumber(clusterId: $id, identifier: $number) { artisanId state } }`, { id: clusterId, number: `rna-${weaver.artisanId!.slice(24)}` });
    expect(invited.data).toEqual({ inviteByNumber: { artisanId: weaver.artisanId, state: 'invited' } });
    await ask(weaver, `mutation($id: ID!) { answerInvitation(clusterId: $id, accept: true, feeBp: 0) { state } }`, { id: clusterId });
    const rug = await rugOf(db, weaver.artisanId!);
    const permit = (granted: boolean) => ask(weaver, `mutation($id: ID!, $granted: Boolean!) { setClusterPermission(clusterId: $id, permission: photograph, granted: $granted) { permissions } }`, { id: clusterId, granted });
    const send = async (who: Actor, query = `clusterId=${clusterId}&productId=${rug}&id=${newId()}`) => {
      jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
      const form = new FormData();
      form.append('photograph', new Blob([new Uint8Array(await sharp({ create: { width: 800, height: 600, channels: 3, background: '#b4472c' } }).jpeg().toBuffer())], { type: 'image/jpeg' }), 'photo.jpg');
      const request = new Request('http://x/', { method: 'POST', body: form });
      return app.inject({ method: 'POST', url: `/uploads/cluster-photographs?${query}`, headers: { 'content-type': request.headers.get('content-type')! }, payload: Buffer.from(await request.arrayBuffer()) });
    };
    expect((await send(founder)).json()).toMatchObject({ error: { code: 'CLUSTER_PERMISSION_MISSING' } });
    await permit(true);
    expect((await send(founder)).statusCode).toBe(201);
    expect((await send(await artisan())).json()).toMatchObject({ error: { code: 'CLUSTER_NOT_FOUND' } });
    expect((await send(actor('buyer'))).statusCode).toBe(403);
    for (const hostile of ['', 'clusterId=x', `clusterId=${clusterId}&productId=../../etc/passwd`]) expect((await send(founder, hostile)).json()).toMatchObject({ error: { code: 'CLUSTER_MEMBER_NOT_FOUND' } });
    await permit(false);
    expect((await send(founder)).json()).toMatchObject({ error: { code: 'CLUSTER_PERMISSION_MISSING' } });
  });

  it.each<[string, string]>([
    ['a fee that is no number', `mutation { acceptClusterFee(clusterId: "x", feeBp: 1, feeItemMinor: "free") { state } }`],
    ['a permission there is not', `mutation { setClusterPermission(clusterId: "x", permission: everything, granted: true) { state } }`],
    ['a role there is not', `mutation { setClusterFees(clusterId: "x", fees: [{ role: boss, bp: 1 }]) { id } }`],
  ])('refuses %s before any work', async (_, query) => {
    const answer = await ask(actor(['buyer', 'artisan']), query);
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toHaveLength(1);
  });
});
