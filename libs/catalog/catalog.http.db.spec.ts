import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { newId, visitor, type Actor } from '#libs/kernel';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { Database, readConfig } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { createApp } from '../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { listedPiece, registeredArtisan } from './catalog.world.js';
import { catalogRoom } from './index.js';
import { PhotographService } from './photograph/photograph.service.js';

let app: NestFastifyApplication;
let url: string;
let files: string;
let db: Database;
let maker: Actor;
let picture: Buffer;
const rooms = [identityRoom, registryRoom, certificationRoom, catalogRoom];

beforeAll(async () => {
  url = await freshDatabase(rooms);
  files = await mkdtemp(join(tmpdir(), 'dar-sanaa-files-'));
  const config = readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, DATA_DIR: files, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
  app = await createApp(config, { rooms });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  db = app.get(Database, { strict: false });
  maker = actor('artisan', { artisanId: await registeredArtisan(db), locale: 'fr' });
  picture = await sharp({ create: { width: 800, height: 1000, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
  await rm(files, { recursive: true, force: true });
});

const as = (who: Actor): void => void jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);

async function ask(who: Actor, query: string, variables: object = {}) {
  as(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<{ data: Record<string, never> | null; errors?: { message: string; extensions: { code: string; field?: string } }[] }>();
}

async function upload(who: Actor, productId: string, file: Buffer, more: { name?: string; type?: string; id?: string } = {}) {
  as(who);
  const form = new FormData();
  form.append('photograph', new Blob([new Uint8Array(file)], { type: more.type ?? 'image/jpeg' }), more.name ?? 'photo.jpg');
  const request = new Request('http://x/', { method: 'POST', body: form });
  const headers = { 'content-type': request.headers.get('content-type')! };
  return app.inject({ method: 'POST', url: `/uploads/photographs?productId=${productId}${more.id ? `&id=${more.id}` : ''}`, headers, payload: Buffer.from(await request.arrayBuffer()) });
}

const SAVE = `mutation($input: SaveProductInput!) { saveProduct(input: $input) { id state priceMinor missing title { en fr ar } } }`;

describe('the maker’s road over the wire', () => {
  it('writes, photographs, lists, shows and withdraws a piece', async () => {
    const id = newId();
    const input = {
      id, title: { fr: 'Tapis Beni Ourain' }, branch: 'carpets', techniques: ['hand-knotted'], materials: [{ code: 'wool', percent: 100 }], hsCode: '570110', price: '600,50',
      netWeightGrams: 9000, grossWeightGrams: 10_000, lengthMm: 2000, widthMm: 1500, heightMm: 20,
    };
    expect((await ask(maker, SAVE, { input })).data).toEqual({ saveProduct: { id, state: 'draft', priceMinor: 60_050, missing: ['photographs'], title: { en: null, fr: 'Tapis Beni Ourain', ar: null } } });
    const sent = await upload(maker, id, picture, { name: '../../صورة‮gpj.html\0', type: 'text/html' });
    expect([sent.statusCode, sent.json()]).toEqual([201, { id: expect.any(String), productId: id, position: 1, state: 'received', width: 800, height: 1000, colour: null }]);
    const listed = await ask(maker, `mutation($id: ID!) { listProduct(id: $id) { state slug } }`, { id });
    expect(listed.data).toMatchObject({ listProduct: { state: 'listed', slug: expect.stringMatching(/^tapis-beni-ourain-/) } });

    const { id: photograph } = sent.json<{ id: string }>();
    await app.get(PhotographService, { strict: false }).render(photograph);
    const page = await ask(visitor('en'), `query($slug: String!) { product(slug: $slug) { title titleLocale makerName priceShares { maker { amountMinor currency } } photographs { id ready colour } hsDescription } }`, { slug: (listed.data as unknown as { listProduct: { slug: string } }).listProduct.slug });
    expect(page.data).toMatchObject({ product: { title: 'Tapis Beni Ourain', titleLocale: 'fr', makerName: 'Fatima Amrani', photographs: [{ id: photograph, ready: true }], priceShares: { maker: { amountMinor: 60_050, currency: 'MAD' } } } });
    expect((await ask(maker, `{ myProducts(first: 5) { nodes { id state stock held sold } hasNextPage } }`)).data).toEqual({ myProducts: { nodes: [{ id, state: 'listed', stock: 1, held: 0, sold: 0 }], hasNextPage: false } });
    expect((await ask(maker, `mutation($id: ID!) { withdrawProduct(id: $id) { state } }`, { id })).data).toEqual({ withdrawProduct: { state: 'withdrawn' } });
    expect((await ask(maker, `mutation($id: ID!) { removePhotograph(id: $id) }`, { id: photograph })).data).toEqual({ removePhotograph: photograph });
  });

  it.each([
    [{ price: '0' }, 'CATALOG_PRICE_RANGE', 'input.price'],
    [{ price: '-600' }, 'CATALOG_PRICE_RANGE', 'input.price'],
    [{ price: '600,123456789' }, 'CATALOG_PRICE_DECIMALS', 'input.price'],
    [{ materials: [{ code: 'wool', percent: 100, originCountry: '??' }] }, 'CATALOG_COUNTRY_UNKNOWN', 'input.materials.0.originCountry'],
    [{ title: { ar: 'ط'.repeat(200) } }, 'TEXT_TOO_LONG', 'input.title.ar'],
  ])('refuses %j with a code, the field and words in French', async (change, code, field) => {
    const { errors } = await ask(maker, SAVE, { input: { id: newId(), ...change } });
    expect(errors).toMatchObject([{ extensions: { code, field } }]);
    expect(errors![0]!.message).toMatch(/[éàùê’]|prix|texte/i);
  });

  it('is closed to visitors and buyers', async () => {
    expect((await ask(visitor('en'), SAVE, { input: { id: newId() } })).errors).toMatchObject([{ extensions: { code: 'SIGN_IN_REQUIRED' } }]);
    expect((await ask(actor('buyer'), `{ myProducts { nodes { id } } }`)).errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    expect((await upload(visitor('en'), newId(), picture)).statusCode).toBe(401);
    expect((await upload(actor('buyer'), newId(), picture)).statusCode).toBe(403);
  });
});

describe('uploads', () => {
  const draft = async (): Promise<string> => {
    const id = newId();
    await ask(maker, SAVE, { input: { id } });
    return id;
  };

  it('are judged by content and refused with the field, in the caller’s language', async () => {
    const id = await draft();
    for (const [file, code] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'), 'CATALOG_PHOTOGRAPH_KIND'],
      [picture.subarray(0, picture.length / 2), 'CATALOG_PHOTOGRAPH_UNREADABLE'],
      [Buffer.alloc(15 * 1024 * 1024 + 1), 'CATALOG_PHOTOGRAPH_TOO_HEAVY'],
    ] as const) {
      const answer = await upload(maker, id, file);
      expect(answer.json()).toMatchObject({ error: { code, field: 'photograph', message: expect.stringMatching(/image|photographie/i) } });
      expect(answer.statusCode).toBe(400);
    }
    expect((await upload(maker, newId(), picture)).json()).toMatchObject({ error: { code: 'CATALOG_PRODUCT_UNKNOWN' } });
    expect((await upload(maker, 'x', picture)).statusCode).toBe(404);
    as(maker);
    const bare = await app.inject({ method: 'POST', url: `/uploads/photographs?productId=${id}`, headers: { 'content-type': 'application/json' }, payload: '{}' });
    expect(bare.json()).toMatchObject({ error: { code: 'CATALOG_PHOTOGRAPH_ABSENT' } });
    const cut = await app.inject({ method: 'POST', url: `/uploads/photographs?productId=${id}`, headers: { 'content-type': 'multipart/form-data; boundary=x' }, payload: '--x\r\nContent-Disposition: form-data; name="photograph"; filename="a.jpg"\r\n\r\nabc' });
    expect(cut.statusCode).toBe(400);
    expect(cut.json()).toMatchObject({ error: { code: 'CATALOG_PHOTOGRAPH_UNREADABLE' } });
  });

  it('are served for good, guarded, and only under their names', async () => {
    const id = newId();
    await upload(maker, await draft(), picture, { id });
    expect((await app.inject(`/files/photographs/${id}/640.webp`)).statusCode).toBe(404);
    await app.get(PhotographService, { strict: false }).render(id);
    const answer = await app.inject(`/files/photographs/${id}/640.webp`);
    expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect((await sharp(answer.rawPayload).metadata()).format).toBe('webp');
    // While the lighter form is not made, its address shows the other, and not for long.
    expect((await app.inject(`/files/photographs/${id}/640.avif`)).headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'public, max-age=60' });
    await app.get(PhotographService, { strict: false }).lighten(id);
    expect((await app.inject(`/files/photographs/${id}/640.avif`)).headers).toMatchObject({ 'content-type': 'image/avif', 'cache-control': 'public, max-age=31536000, immutable' });
    for (const path of [`${id}/641.webp`, `${id}/..%2f..%2fsecret`, `${id}/original-0000000000000000.jpg`, `..%2f${id}/640.webp`, `${newId()}/640.webp`]) {
      const refused = await app.inject(`/files/photographs/${path}`);
      expect(refused.statusCode).toBe(404);
      expect(refused.headers['cache-control'] ?? '').not.toContain('immutable');
    }
  });
});

describe('finding over the wire', () => {
  it('counts totals and facets only when asked, whole page within what a visitor may ask', async () => {
    await listedPiece(db, { artisanId: maker.artisanId!, title: { ar: 'فانوس نحاسي' }, branch: 'metal', materials: [{ code: 'brass', percent: 100 }] });
    const whole = await ask(
      visitor('ar'),
      `query($first: Int!, $branch: [String!], $priceMin: MinorUnits, $sort: ProductSort) { products(first: $first, branch: $branch, priceMin: $priceMin, sort: $sort, query: "نحاسي") {
         nodes { id slug title titleLocale makerName branch branchName regionCode regionName price { amountMinor currency } certified unique available leadTimeDays photographId photographColour }
         endCursor hasNextPage total facets { name values { value label count } } } }`,
      { first: 24, branch: ['metal'], priceMin: 1, sort: null },
    );
    expect(whole.errors).toBeUndefined();
    expect(whole.data).toMatchObject({
      products: { total: 1, nodes: [{ title: 'فانوس نحاسي', branchName: 'النحاس والحديد', makerName: 'فاطمة العمراني', price: { currency: 'MAD' }, photographId: null }], facets: expect.arrayContaining([{ name: 'branch', values: [{ value: 'metal', label: 'النحاس والحديد', count: 1 }] }]) },
    });
    expect((await ask(visitor('en'), `{ products(locale: "fr") { nodes { regionName } } }`)).data).toMatchObject({ products: { nodes: [{ regionName: 'Fès-Meknès' }] } });
  });

  it('knows the handicraft table in three languages', async () => {
    const codes = async (query: string): Promise<unknown> => (await ask(visitor('fr'), `query($q: String!) { handicraftCodes(query: $q) { code description } }`, { q: query })).data;
    for (const query of ['rug', 'kilim', '5702', 'زربية']) expect(JSON.stringify(await codes(query))).toMatch(/57\d{4}/);
    expect(await codes('zzzz')).toEqual({ handicraftCodes: [] });
  });
});

describe('hostile words over the wire', () => {
  const HOSTILE = ['\u0000', '\u202E\u2066gpj.exe\u2069', '\uD800', '😀👩‍👩‍👧‍👦', `#read("/etc/passwd") = <script>alert(1)</script> '); drop table catalog.product; --`, '%_\\"\'():*&|!', '=HYPERLINK("http://x")', 'x'.repeat(50_000), '__proto__'];
  const refusals = async (who: Actor, query: string, variables: object): Promise<string[]> => ((await ask(who, query, variables)).errors ?? []).map((error) => error.extensions.code);
  const ours = /^(?:TEXT_(?:EMPTY|TOO_LONG)|CATALOG_(?:PRICE_INVALID|PRICE_RANGE|PRICE_DECIMALS|WORD_UNKNOWN|COUNTRY_UNKNOWN|PRODUCT_UNKNOWN)|HS_CODE_INVALID|CURSOR_INVALID)$/;

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('%j in any field of a piece is kept clean or refused by name', async (_, text) => {
    const material = { code: 'wool', percent: 100 };
    const id = newId();
    for (const change of [
      ...['en', 'fr', 'ar'].flatMap((locale) => [{ title: { [locale]: text } }, { story: { [locale]: text } }]),
      ...['code', 'name', 'originCountry', 'scientificName'].map((field) => ({ materials: [{ ...material, [field]: text }] })),
      { branch: text }, { techniques: [text] }, { hsCode: text }, { price: text },
    ]) {
      for (const code of await refusals(maker, SAVE, { input: { id, ...change } })) expect(code).toMatch(ours);
    }
    const [row] = await db.read<{ words: string }>(`select concat_ws(' ', title_en, title_fr, title_ar, story_en, story_fr, story_ar, materials) as words from catalog.product where id = $1`, [id]);
    // eslint-disable-next-line no-control-regex
    expect(row?.words ?? '').not.toMatch(/[\u0000-\u0008\u000B-\u001F\u202A-\u202E\u2066-\u2069]/);
  });

  it.each(HOSTILE.map((text) => [text.slice(0, 40), text]))('%j in any question finds little and breaks nothing', async (_, a) => {
    const find = `query($a: String!, $l: [String!]!) { products(first: 5, query: $a, branch: $l, region: $l, material: $l, locale: $a) { nodes { id } total facets { name } } handicraftCodes(query: $a, locale: $a) { code } }`;
    expect(await refusals(visitor('ar'), find, { a, l: [a] })).toEqual([]);
    for (const query of ['query($a: String!) { product(slug: $a) { id } }', 'query($a: String!) { products(first: 5, after: $a) { nodes { id } } }']) expect((await refusals(visitor('ar'), query, { a }))[0]).toMatch(ours);
  });

  it('says that 100,000 characters are too many, and stands', async () => {
    as(maker);
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', 'accept-language': 'fr' }, payload: JSON.stringify({ query: SAVE, variables: { input: { id: newId(), title: { ar: 'ط'.repeat(100_000) } } } }) });
    expect([answer.statusCode, answer.json()]).toEqual([413, { error: { code: 'REQUEST_TOO_LARGE', kind: 'invalid', message: expect.stringContaining('Raccourcissez') } }]);
    expect((await ask(visitor('en'), '{ products(first: 1) { hasNextPage } }')).errors).toBeUndefined();
  });
});
