import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { Database, Handlers, readConfig } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { ReferenceService } from './index.js';
import { answered, listed, SHIPPING_ROOMS } from './shipping.fixtures.js';

let app: NestFastifyApplication;
let url: string;
let db: Database;
let rug: string;

beforeAll(async () => {
  url = await freshDatabase(SHIPPING_ROOMS);
  const config = readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
  app = await createApp(config, { rooms: SHIPPING_ROOMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  db = app.get(Database, { strict: false });
  app.get(Handlers, { strict: false }).discover();
  await app.get(ReferenceService, { strict: false }).loadShipped(SYSTEM);
  await answered({ db });
  rug = await listed({ db });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
});

type Answer = { data: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string; field?: string } }[] };

async function ask(who: Actor, query: string, variables: object = {}): Promise<Answer> {
  jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<Answer>();
}
const codeOf = (answer: Answer): [string | undefined, string | undefined] => [answer.errors?.[0]?.extensions.code, answer.errors?.[0]?.extensions.field];

const CHARGE = `kind code label key amountMinor formula rate source checkedOn confidence`;
const QUOTE = `query($input: QuoteInput!) { quote(input: $input) {
  known reasons reasonDetails { code text key field } warnings { code text key field } country currency incoterm buyerKind asOf confidence dataVersion scheme customsBasis
  screening { key outcome rule says paper paperKind source checkedOn confidence } lines { ${CHARGE} }
  perLine { key goodsMinor dutyMinor surchargeMinor taxMinor customsValueMinor commodityCode saved preference { applied regime proof proofKind mention proofMonths originating criterion why } }
  total { amountMinor currency } onArrival { amountMinor currency } fx { rate source day } etaDays { min max } chargeableWeightGrams
  alternative { scheme why moreMinor total { amountMinor currency } etaDays { min max } lines { ${CHARGE} } } validUntil } }`;
const CONSIGNMENT = `id state carrier trackingNumber trackingUrl packedAt dispatchedOn deliveredOn orders { orderId number country netWeightGrams papersComplete missingPapers }
  packages { orderId grossWeightGrams lengthMm widthMm heightMm } timeline { state at }`;

describe('delivered prices over the wire', () => {
  const reader = visitor('fr');

  it('a visitor asks why a rug costs what it costs', async () => {
    const { data, errors } = await ask(reader, QUOTE, { input: { country: 'FR', lines: [{ productId: rug, quantity: 1 }] } });
    expect(errors).toBeUndefined();
    expect(data!['quote']).toMatchObject({
      known: true, currency: 'EUR', incoterm: 'DDP', buyerKind: 'consumer', scheme: 'H1', customsBasis: 'CIF', alternative: null,
      total: { currency: 'EUR' }, onArrival: { amountMinor: 0 }, perLine: [{ key: rug, commodityCode: '5701 10 90', preference: { applied: true, mention: 'REVISED RULES', proofMonths: 10 } }],
      lines: expect.arrayContaining([expect.objectContaining({ kind: 'duty', label: 'Droit de douane 5701 10 90' })]),
    });
  });

  it('the derivation in Arabic, to its last word', async () => {
    const { data, errors } = await ask(visitor('ar'), QUOTE, { input: { country: 'FR', lines: [{ productId: rug, quantity: 1 }] } });
    expect(errors).toBeUndefined();
    expect(data!['quote']).toMatchObject({
      perLine: [{ preference: { why: 'صُنع في المغرب من مواد مغربية فقط', proof: 'تصريح بالمنشأ', proofKind: 'origin_declaration', originating: 'yes', criterion: 'moroccan_materials' } }],
      lines: expect.arrayContaining([expect.objectContaining({ kind: 'duty', formula: expect.stringContaining('أفضلية EU-MA') }), expect.objectContaining({ kind: 'shipping', rate: 'بريد سريع، المنطقة A' })]),
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'ROWS_UNCONFIRMED', text: expect.stringContaining('معلومات عامة') })]),
      screening: expect.arrayContaining([expect.objectContaining({ rule: 'CARPET_STAMP', paper: 'دمغة الزربية', paperKind: 'carpet_stamps' })]),
    });
  });

  it('an unknown country is answered, in her language', async () => {
    const { data } = await ask(reader, QUOTE, { input: { country: 'ZZ', lines: [{ productId: rug, quantity: 1 }] } });
    expect(data!['quote']).toMatchObject({ known: false, currency: null, total: null, lines: [], perLine: [], reasons: ['Nous n’avons pas de données douanières pour « ZZ » au ' + (data!['quote'] as { asOf: string }).asOf + ' : choisissez une destination de la liste, ou demandez un devis.'], reasonDetails: [{ code: 'COUNTRY_UNKNOWN', field: 'country' }] });
  });

  it('a page of cards, and the destinations', async () => {
    const cards = await ask(reader, `query($ids: [ID!]!) { deliveredPrices(productIds: $ids, country: "US") { productId known total { amountMinor currency } savedMinor reasons confidence } countries { code name currency } }`, { ids: [rug] });
    expect(cards.data).toMatchObject({ deliveredPrices: [{ productId: rug, known: true, total: { currency: 'USD' } }], countries: expect.arrayContaining([{ code: 'GB', name: 'Royaume-Uni', currency: 'GBP' }]) });
  });

  it('a wrong quantity names its field', async () => {
    expect(codeOf(await ask(reader, QUOTE, { input: { country: 'FR', lines: [{ productId: rug, quantity: 0 }] } }))).toEqual(['INPUT_INVALID', 'input.lines.0.quantity']);
  });
});

describe('consignments over the wire', () => {
  const desk = actor('desk');
  const packing = `mutation($input: PackConsignmentInput!) { packConsignment(input: $input) { ${CONSIGNMENT} } }`;
  const dispatching = `mutation($id: ID!, $carrier: String!, $number: String!) { dispatchConsignment(id: $id, carrier: $carrier, trackingNumber: $number) { ${CONSIGNMENT} } }`;

  async function hear(): Promise<void> {
    const handlers = app.get(Handlers, { strict: false });
    const facts = await db.read<{ id: string; name: 'OrderReady'; at: Date; payload: never }>(`select id, name, at, payload from platform.outbox where kind = 'fact' and relayed_at is null order by at, id`);
    for (const fact of facts) for (const subscriber of handlers.subscribersOf(fact.name)) await handlers.hear({ ...fact, at: fact.at.toISOString() }, subscriber);
  }

  it('the desk packs, is told which paper is missing, dispatches and delivers', async () => {
    const orderId = newId();
    await db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId, number: 'PF-2026-000031', country: 'FR', netWeightGrams: 14_000 }));
    await hear();
    expect((await ask(desk, `{ ordersToPack(first: 5) { orderId number papersComplete missingPapers } }`)).data!['ordersToPack']).toEqual([{ orderId, number: 'PF-2026-000031', papersComplete: false, missingPapers: [] }]);
    const id = newId();
    const packed = await ask(desk, packing, { input: { id, packages: [{ orderId, grossWeightGrams: 15_200, lengthMm: 1_000, widthMm: 400, heightMm: 400 }] } });
    expect(packed.data!['packConsignment']).toMatchObject({ id, state: 'PACKED', timeline: [{ state: 'PACKED' }] });
    const refused = await ask(desk, dispatching, { id, carrier: 'dhl', number: '3318810025' });
    expect([codeOf(refused)[0], refused.errors![0]!.message]).toEqual(['SHIPPING_PAPERS_MISSING', 'The export file of order PF-2026-000031 is not complete. Missing: the export file itself.']);
    await db.write(SYSTEM, (tx) => tx.publish('ExportFileCompleted', { orderId, exportFileId: newId(), version: 1 }));
    await hear();
    expect((await ask(desk, dispatching, { id, carrier: 'dhl', number: '33 1881 0025' })).data!['dispatchConsignment']).toMatchObject({ state: 'DISPATCHED', trackingNumber: '3318810025', trackingUrl: expect.stringMatching('3318810025') });
    expect((await ask(desk, `mutation($id: ID!) { deliverConsignment(id: $id) { state deliveredOn } }`, { id })).data!['deliverConsignment']).toMatchObject({ state: 'DELIVERED' });
    expect((await ask(desk, `{ consignments(first: 2, state: DELIVERED) { nodes { id state } endCursor hasNextPage } }`)).data!['consignments']).toMatchObject({ nodes: [{ id }], hasNextPage: false });
    expect((await ask(desk, `query($id: ID!) { consignment(id: $id) { ${CONSIGNMENT} } }`, { id })).data!['consignment']).toMatchObject({ id, packages: [{ grossWeightGrams: 15_200 }] });
  });

  it.each([
    ['consignments', '{ consignments { nodes { id } } }'],
    ['consignment', `{ consignment(id: "${newId()}") { id } }`],
    ['ordersToPack', '{ ordersToPack { orderId } }'],
    ['packConsignment', `mutation { packConsignment(input: { id: "${newId()}", packages: [] }) { id } }`],
    ['dispatchConsignment', `mutation { dispatchConsignment(id: "${newId()}", carrier: "dhl", trackingNumber: "1") { id } }`],
    ['deliverConsignment', `mutation { deliverConsignment(id: "${newId()}") { id } }`],
  ])('%s is closed to visitors and buyers', async (_, query) => {
    expect(codeOf(await ask(visitor('en'), query))[0]).toBe('SIGN_IN_REQUIRED');
    expect(codeOf(await ask(actor('buyer'), query))[0]).toBe('NOT_ALLOWED');
  });

  it('delivery is closed to exporters', async () => {
    expect(codeOf(await ask(actor('artisan', { artisanId: newId() }), `mutation { deliverConsignment(id: "${newId()}") { id } }`))[0]).toBe('NOT_ALLOWED');
  });
});

describe('what only the desk and administrators may change', () => {
  const [id, input] = [newId(), `{ id: "${newId()}", name: "X", postalAddress: "Paris", electronicAddress: "x@y.example" }`];
  const roots: readonly (readonly [string, string, readonly string[]])[] = [
    ['houseResponsible', '{ houseResponsible { id } }', ['desk', 'admin']],
    ['proposeResponsible', `mutation { proposeResponsible(input: ${input}) { id } }`, ['admin']],
    ['approveResponsible', `mutation { approveResponsible(id: "${id}") { id } }`, ['desk', 'admin']],
    ['endResponsible', `mutation { endResponsible(id: "${id}") { id } }`, ['admin']],
    ['referenceProposals', '{ referenceProposals { id } }', ['desk', 'admin']],
    ['referenceDue', '{ referenceDue { name why day } }', ['desk', 'admin']],
    ['proposeReference', `mutation { proposeReference(input: { id: "${id}", file: "fx_rate.csv", text: "x" }) { id } }`, ['desk', 'admin']],
    ['approveReference', `mutation { approveReference(id: "${id}") { id } }`, ['desk', 'admin']],
    ['refuseReference', `mutation { refuseReference(id: "${id}", reason: "No") { id } }`, ['desk', 'admin']],
  ];

  it.each(roots)('%s is open to its roles and closed to everybody else', async (_, query, open) => {
    expect(codeOf(await ask(visitor('en'), query))[0]).toBe('SIGN_IN_REQUIRED');
    for (const role of ['buyer', 'artisan', 'cluster', 'inspector', 'officer', 'desk', 'admin'] as const) {
      const refused = codeOf(await ask(actor(role), query))[0];
      if (open.includes(role)) expect(refused).not.toBe('NOT_ALLOWED');
      else expect(refused).toBe('NOT_ALLOWED');
    }
  });

  it('says in the reader’s language that nobody approves her own, and how one who is alone goes on', async () => {
    const amina = actor('admin', { locale: 'ar' });
    const text = 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nJPY,0.0610,2026-01-01,,Bank Al-Maghrib,2026-11-24,verified\n';
    const proposed = await ask(amina, `mutation($input: ProposeReferenceInput!) { proposeReference(input: $input) { id state mayApprove changes { name isNew differences } } }`, { input: { id: newId(), file: 'fx_rate.csv', text } });
    expect(proposed.data!['proposeReference']).toMatchObject({ state: 'waiting', mayApprove: false, changes: [{ name: 'fx_rate JPY · 2026-01-01', isNew: true }] });
    const { id: proposal } = proposed.data!['proposeReference'] as { id: string };
    const refused = await ask(amina, `mutation($id: ID!) { approveReference(id: $id) { id } }`, { id: proposal });
    expect([codeOf(refused), refused.errors![0]!.message]).toEqual([['SHIPPING_SECOND_PERSON', 'id'], expect.stringMatching(/فأسند الدور أولاً إلى شخص ثانٍ/)]);
    expect((await ask(actor('desk'), `mutation($id: ID!) { approveReference(id: $id) { state decidedName } }`, { id: proposal })).data!['approveReference']).toMatchObject({ state: 'approved' });
  });
});
