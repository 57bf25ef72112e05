import { jest } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Fact, FactName, Facts } from '#libs/facts';
import { newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import { IdentityService } from '#libs/identity';
import { Database, Handlers, readConfig } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { createApp } from '../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { maker, ORDER_ROOMS, PARIS, piece, type Maker } from './orders.fixtures.js';

let app: NestFastifyApplication;
let url: string;
let db: Database;
let weaver: Maker;

beforeAll(async () => {
  url = await freshDatabase(ORDER_ROOMS);
  const config = readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
  app = await createApp(config, { rooms: ORDER_ROOMS });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  db = app.get(Database, { strict: false });
  await app.get(ReferenceService, { strict: false }).loadShipped(SYSTEM);
  weaver = await maker(db);
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
});

type Answer = { data: Record<string, Shape> | null; errors?: { message: string; extensions: { code: string; field?: string } }[] };
type Shape = Record<string, unknown>;

async function ask(who: Actor, query: string, variables: object = {}): Promise<Answer> {
  jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<Answer>();
}
const codeOf = (answer: Answer): [string, string | undefined] => [answer.errors![0]!.extensions.code, answer.errors![0]!.extensions.field];

const BASKET = `id country state lines { productId quantity title slug makerName exporterName photographId available unique goods { amountMinor currency } }
  quote { known reasons currency lines { kind label productId amountMinor formula rate source checkedOn confidence } total { amountMinor currency } fx { rate source day } etaDays { min max } warnings { code text } validUntil }`;
const ORDER = `id number basketId state exporterKind exporterName buyerName country consignee { name line1 line2 city postalCode region country phone } incoterm placedAt validUntil
  lines { productId title quantity makerName photographId goods { amountMinor currency } makerShare { amountMinor currency } hsCode certificateNumber }
  charges { kind label amountMinor formula rate source checkedOn confidence } shares { makerMinor clusterMinor centreMinor platformMinor freightMinor dutyMinor feesMinor }
  total { amountMinor currency } steps { verb to at by } carrier trackingNumber verbs`;
const PLACE = `mutation($input: PlaceOrderInput!) { placeOrder(input: $input) { basketId orders { ${ORDER} } total { amountMinor currency } } }`;

async function basketOf(buyer: Actor): Promise<{ id: string; total: number }> {
  const id = newId();
  expect((await ask(buyer, `mutation($id: ID!) { createBasket(id: $id, country: "fr") { ${BASKET} } }`, { id })).data).toMatchObject({ createBasket: { id, country: 'FR', state: 'open', lines: [], quote: null } });
  const set = await ask(buyer, `mutation($id: ID!, $productId: ID!) { setBasketLine(basketId: $id, productId: $productId, quantity: 2) { ${BASKET} } }`, { id, productId: await piece(db, weaver.artisanId) });
  const basket = set.data!['setBasketLine'] as { quote: { total: { amountMinor: number }; warnings: object[] } };
  expect(basket).toMatchObject({ lines: [{ title: 'Tapis du Moyen Atlas', quantity: 2, available: 5, goods: { currency: 'EUR' } }], quote: { known: true, reasons: [] } });
  // What rests on unconfirmed rows is said before the order, in the buyer’s language.
  expect(basket.quote.warnings).toContainEqual({ code: 'ROWS_UNCONFIRMED', text: expect.stringMatching(/^Connaissance générale, à confirmer à la source : /) });
  return { id, total: basket.quote.total.amountMinor };
}

describe('the buyer’s road over the wire', () => {
  const buyer = actor('buyer', { locale: 'fr' });

  it('goes from an empty basket to an order that shows what the basket showed, then to the exporter', async () => {
    const { id, total } = await basketOf(buyer);
    const placed = await ask(buyer, PLACE, { input: { basketId: id, consignee: PARIS, email: 'aurelie@example.org', shownTotalMinor: total } });
    expect(placed.errors).toBeUndefined();
    const placement = placed.data!['placeOrder'] as { orders: Shape[]; total: object };
    expect(placement).toMatchObject({ basketId: id, total: { amountMinor: total, currency: 'EUR' }, orders: [{ state: 'placed', incoterm: 'DDP Paris, FR (Incoterms 2020)', verbs: ['cancel'], steps: [{ verb: 'place', to: 'placed' }] }] });
    const orderId = placement.orders[0]!['id'];
    expect((await ask(buyer, `query($id: ID!) { order(id: $id) { ${ORDER} } }`, { id: orderId })).data!['order']).toEqual(placement.orders[0]);
    expect((await ask(buyer, `{ myOrders(first: 1) { nodes { id } endCursor hasNextPage } }`)).data!['myOrders']).toMatchObject({ nodes: [{ id: orderId }], hasNextPage: false });

    const { number, total: paid } = placement.orders[0] as { number: string; total: { amountMinor: number; currency: string } };
    const fact = { paymentId: newId(), basketId: id, orderIds: [String(orderId)], ...paid };
    await db.write(SYSTEM, (tx) => tx.publish('PaymentCaptured', fact));
    await app.get(Handlers, { strict: false }).discover().hear({ id: newId(), name: 'PaymentCaptured', at: new Date().toISOString(), payload: fact }, 'orders.fund');
    expect((await ask(weaver.actor, `{ salesOrders { nodes { number verbs } } }`)).data!['salesOrders']).toEqual({ nodes: [{ number, verbs: ['accept', 'decline'] }] });
    expect((await ask(weaver.actor, `mutation($id: ID!) { acceptOrder(id: $id) { state verbs } }`, { id: orderId })).data!['acceptOrder']).toEqual({ state: 'in_production', verbs: ['finish'] });
    expect((await ask(weaver.actor, `mutation($id: ID!) { finishOrder(id: $id) { state } }`, { id: orderId })).data!['finishOrder']).toEqual({ state: 'ready' });
    expect(codeOf(await ask(buyer, `mutation($id: ID!) { cancelOrder(id: $id) { id } }`, { id: orderId }))).toEqual(['LIFECYCLE_REFUSED', undefined]);
    const desks = `{ allOrders(first: 5) { nodes { state papersReopened } } }`;
    const say = async <N extends FactName>(name: N, payload: Facts[N], ...hearers: string[]): Promise<void> => {
      const fact = { id: newId(), name, at: new Date().toISOString(), payload };
      for (const hearer of hearers) await app.get(Handlers, { strict: false }).hear(fact as Fact, hearer);
    };
    expect((await ask(actor(['buyer', 'desk']), `{ allOrders(first: 5, state: ready) { nodes { number } } }`)).data!['allOrders']).toEqual({ nodes: [{ number }] });
    const file = { orderId: String(orderId), exportFileId: newId() };
    await say('ExportFileCompleted', { ...file, version: 1 }, 'orders.document', 'shipping.papers-complete');
    expect((await ask(actor(['buyer', 'desk']), desks)).data!['allOrders']).toEqual({ nodes: [{ state: 'documented', papersReopened: false }] });
    await say('ExportFileReopened', { ...file, reason: 'a figure moved' }, 'shipping.papers-reopened');
    expect((await ask(actor(['buyer', 'desk']), desks)).data!['allOrders']).toEqual({ nodes: [{ state: 'documented', papersReopened: true }] });
    await say('ExportFileCompleted', { ...file, version: 2 }, 'orders.document', 'shipping.papers-complete');
    expect((await ask(actor(['buyer', 'desk']), desks)).data!['allOrders']).toEqual({ nodes: [{ state: 'documented', papersReopened: false }] });
  });

  it('says in the buyer’s language which field to mend', async () => {
    const { id } = await basketOf(buyer);
    const answer = await ask(buyer, PLACE, { input: { basketId: id, consignee: { ...PARIS, line1: 'شارع محمد الخامس' }, email: 'aurelie@example.org' } });
    expect(codeOf(answer)).toEqual(['ORDER_NOT_LATIN', 'input.consignee.line1']);
    expect(answer.errors![0]!.message).toMatch(/lettres latines/);
  });

  it('is closed to visitors, and to roles it is not for', async () => {
    const anyId = newId();
    for (const field of ['basket', 'order']) expect(codeOf(await ask(visitor('en'), `query($id: ID!) { ${field}(id: $id) { id } }`, { id: anyId }))[0]).toBe('SIGN_IN_REQUIRED');
    expect(codeOf(await ask(buyer, `{ salesOrders { nodes { id } } }`))[0]).toBe('NOT_ALLOWED');
    expect(codeOf(await ask(buyer, `{ allOrders { nodes { id } } }`))[0]).toBe('NOT_ALLOWED');
    expect(codeOf(await ask(visitor('ar'), `{ orderByKey(key: "guess") { id } }`))[0]).toBe('ORDER_NOT_FOUND');
  });

  it('takes a question for the export desk, once, and its answer', async () => {
    const desk = actor(['buyer', 'desk']);
    const input = { id: newId(), productIds: [await piece(db, weaver.artisanId)], country: 'JP', email: 'kenji@example.org', message: 'Forty, before March?' };
    const REQUEST = `mutation($input: QuoteRequestInput!) { requestQuote(input: $input) { id productIds country email message reasons askedAt answer } }`;
    const asked = (await ask(buyer, REQUEST, { input })).data!['requestQuote'];
    expect(asked).toMatchObject({ id: input.id, country: 'JP', answer: null, reasons: expect.stringMatching(/\w/) });
    expect((await ask(buyer, REQUEST, { input })).data!['requestQuote']).toEqual(asked);
    expect(codeOf(await ask(actor('buyer'), REQUEST, { input }))).toEqual(['ORDER_QUOTE_REQUEST_TAKEN', 'input.id']);
    expect(codeOf(await ask(buyer, REQUEST, { input: { ...input, id: newId(), productIds: [newId()] } }))).toEqual(['ORDER_PRODUCT_UNKNOWN', 'input.productIds.0']);
    expect((await ask(desk, `{ quoteRequests { id } }`)).data!['quoteRequests']).toEqual([{ id: input.id }]);
    expect(codeOf(await ask(buyer, `{ quoteRequests { id } }`))[0]).toBe('NOT_ALLOWED');
    const ANSWER = `mutation($id: ID!, $answer: String!) { answerQuoteRequest(id: $id, answer: $answer) { answer } }`;
    for (const answer of ['1,240 EUR each, delivered.', 'Another answer.']) expect((await ask(desk, ANSWER, { id: input.id, answer })).data!['answerQuoteRequest']).toEqual({ answer: '1,240 EUR each, delivered.' });
    expect(await db.read(`select 1 from platform.mail where recipient = 'kenji@example.org'`)).toHaveLength(1);
    expect((await ask(desk, `{ quoteRequests { id } }`)).data!['quoteRequests']).toEqual([]);
  });
});
