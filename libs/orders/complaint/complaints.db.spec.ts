import sharp from 'sharp';
import type { FactName, Facts } from '#libs/facts';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { BasketsService, OrdersService, PlacementService, type Order } from '../index.js';
import { orderKey } from '../order/order-key.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from '../orders.fixtures.js';
import { ComplaintPhotographsService } from './complaint-photographs.service.js';
import { ComplaintsQueries } from './complaints.queries.js';
import { ComplaintsService, type OpenComplaint } from './complaints.service.js';
import type { Complaint } from './complaint.rows.js';

const DAY_MS = 24 * 60 * 60_000;
const WEAVER = 'weaver@example.org';
let house: TestHouse;
let complaints: ComplaintsService;
let queries: ComplaintsQueries;
let weaver: Maker;
const buyer = actor('buyer', { name: 'Grace' });
const desk = actor('desk', { name: 'Fatima' });
beforeAll(async () => {
  house = await testHouse(ORDER_ROOMS);
  await house.get(ReferenceService).loadShipped(SYSTEM);
  complaints = house.get(ComplaintsService);
  queries = house.get(ComplaintsQueries);
  weaver = await maker(house.db);
  const identity = house.get(IdentityService);
  const account = await identity.createPerson({ email: WEAVER, password: 'correct horse battery', name: 'Fatima', locale: 'ar' });
  await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: weaver.artisanId }));
});
beforeEach(() => house.clock.set(TODAY));
afterAll(() => house.close());

async function say<N extends FactName>(name: N, payload: Facts[N]): Promise<void> {
  await house.db.write(SYSTEM, (tx) => tx.publish(name, payload));
  await house.jobs.drain();
}

async function dispatched(quantity = 3): Promise<Order> {
  const basketId = newId();
  await house.get(BasketsService).create(buyer, basketId, 'FR');
  await house.get(BasketsService).setLine(buyer, basketId, await piece(house.db, weaver.artisanId), quantity);
  await house.get(PlacementService).place(buyer, placing(basketId));
  const order = (await house.get(OrdersService).ordersOfBasket(buyer, basketId))[0]!;
  await say('PaymentCaptured', { paymentId: newId(), basketId, orderIds: [order.id], amountMinor: order.proForma.totals.totalMinor, currency: order.proForma.currency });
  await house.get(OrdersService).accept(weaver.actor, order.id);
  await house.get(OrdersService).finish(weaver.actor, order.id);
  await say('ExportFileCompleted', { orderId: order.id, exportFileId: newId(), version: 1 });
  await say('ConsignmentDispatched', { consignmentId: newId(), orderIds: [order.id], trackingNumber: 'EE123456785MA', carrier: 'barid', dispatchedOn: '2026-11-24' });
  return order;
}
async function delivered(quantity = 3): Promise<Order> {
  const order = await dispatched(quantity);
  await say('ConsignmentDelivered', { consignmentId: newId(), orderIds: [order.id], deliveredOn: '2026-11-24' });
  return order;
}
const about = (order: Order, more: Partial<OpenComplaint> = {}): OpenComplaint => ({ id: newId(), orderId: order.id, line: 1, quantity: 1, kind: 'damaged', words: 'A corner is torn.', ...more });
const opened = async (order: Order, more: Partial<OpenComplaint> = {}): Promise<string> => complaints.open(buyer, about(order, more));
const seen = (id: string, by: Actor = buyer): Promise<Complaint> => queries.one(by, id, null);
const facts = (id: string) => house.db.read<{ payload: Facts['ComplaintAccepted'] }>(`select payload from platform.outbox where name = 'ComplaintAccepted' and payload->>'complaintId' = $1`, [id]);
async function letters(to: string, number: string): Promise<{ subject: string; body: string }[]> {
  await house.jobs.drain();
  return house.db.read(`select subject, body from platform.mail where recipient = $1 and body like '%' || $2 || '%' order by at, id`, [to, number]);
}
const refunded = async (id: string, goodsMinor: number): Promise<void> => {
  const { orderId, amountMinor } = await seen(id);
  await say('PaymentRefunded', { paymentId: newId(), orderId, amountMinor: amountMinor!, currency: 'EUR', complaintId: id, creditNote: 'CN-2026-000001', goodsMinor });
};

describe('a complaint', () => {
  it('is accepted by the exporter, and ends with a credit note that says what duty does', async () => {
    const order = await delivered();
    const line = order.proForma.lines[0]!;
    const id = await opened(order);
    expect(await complaints.open(buyer, { ...about(order), id })).toBe(id);
    expect(await seen(id)).toMatchObject({ state: 'open', quantity: 1, verbs: ['withdraw'], dueAt: new Date(TODAY.getTime() + 5 * DAY_MS) });
    expect((await queries.toAnswer(weaver.actor)).map((one) => one.id)).toContain(id);
    const whole = line.goodsMinor + line.shippingMinor + line.insuranceMinor + line.dutyMinor + line.surchargeMinor + line.taxMinor + line.feeMinor;
    const asked = Math.floor(whole / 3);
    expect((await seen(id)).askedMinor).toBe(asked);
    const [toWeaver] = (await letters(WEAVER, order.id)).filter(({ subject }) => subject.includes('شكاية'));
    expect(toWeaver!.body).toContain('> A corner is torn.');
    expect(toWeaver!.body).toContain('2026-11-29');

    await complaints.answer(weaver.actor, 'accept', { id, words: 'I am sorry.' });
    expect(await facts(id)).toEqual([{ payload: { complaintId: id, orderId: order.id, line: 1, lineMinor: whole, goodsMinor: line.goodsMinor, amountMinor: asked, currency: 'EUR' } }]);
    await refunded(id, 100);
    await refunded(id, 100);
    expect(await seen(id)).toMatchObject({ state: 'refunded', creditNote: 'CN-2026-000001', amountMinor: asked, goods: 'keep', verbs: [] });
    const toBuyer = (await letters('aurelie@example.org', order.number)).filter(({ subject }) => subject.includes('CN-2026-000001'));
    expect(toBuyer).toHaveLength(1);
    expect(toBuyer[0]!.body).toContain('of which for the goods: 1.00 EUR');
    expect(toBuyer[0]!.body).toContain('customs keep them');
    expect((await seen(id)).steps.map(({ verb, side, words }) => [verb, side, words])).toEqual([
      ['open', 'buyer', 'A corner is torn.'],
      ['accept', 'exporter', 'I am sorry.'],
      ['refund', 'house', null],
    ]);
  });

  it('is answered by an offer, which the buyer takes, or takes to the desk, whose word ends it', async () => {
    const order = await delivered();
    const id = await opened(order, { quantity: 2 });
    await complaints.answer(weaver.actor, 'offer', { id, amountMinor: 5_000 });
    expect(await seen(id)).toMatchObject({ state: 'offered', amountMinor: 5_000, verbs: ['agree', 'disagree', 'withdraw'] });
    await complaints.reply(buyer, 'disagree', { id, words: 'It is torn in half.' });
    expect((await queries.forDesk(true, 50, undefined)).nodes.map((one) => one.id)).toContain(id);
    await expect(complaints.decide(desk, 'award', { id, amountMinor: 9_000 })).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    await complaints.decide(desk, 'award', { id, amountMinor: 9_000, words: 'The photographs show half of it.' });
    expect((await facts(id))[0]!.payload.amountMinor).toBe(9_000);

    const other = await delivered();
    const second = await opened(other);
    await complaints.answer(weaver.actor, 'offer', { id: second, amountMinor: 1_000 });
    await complaints.reply(buyer, 'agree', { id: second });
    expect((await facts(second))[0]!.payload.amountMinor).toBe(1_000);
  });

  it('that is refused goes to the desk if the buyer says so, and else stands', async () => {
    const order = await delivered();
    const [one, two] = [await opened(order), await delivered().then((next) => opened(next))];
    await expect(complaints.answer(weaver.actor, 'refuse', { id: one })).rejects.toMatchObject({ code: 'TEXT_EMPTY', field: 'input.words' });
    for (const id of [one, two]) await complaints.answer(weaver.actor, 'refuse', { id, words: 'It left whole.' });
    await complaints.reply(buyer, 'disagree', { id: one });
    await complaints.decide(desk, 'dismiss', { id: one, words: 'The seal was not broken.' });
    house.clock.advance(7 * DAY_MS);
    await house.jobs.tick('orders.chase-complaints');
    expect([(await seen(one)).state, (await seen(two)).state]).toEqual(['closed', 'closed']);
    expect([await facts(one), await facts(two)]).toEqual([[], []]);
  });

  it('is not left lying: the silence of each side says what the terms say', async () => {
    const [silent, taken] = [await opened(await delivered()), await opened(await delivered())];
    await complaints.answer(weaver.actor, 'offer', { id: taken, amountMinor: 700 });
    house.clock.advance(5 * DAY_MS);
    await house.jobs.tick('orders.chase-complaints');
    expect([(await seen(silent)).state, (await seen(taken)).state]).toEqual(['with_desk', 'offered']);
    house.clock.advance(2 * DAY_MS);
    for (let i = 0; i < 2; i++) await house.jobs.tick('orders.chase-complaints');
    expect([(await seen(silent)).state, (await seen(taken)).state]).toEqual(['with_desk', 'accepted']);
    expect((await facts(taken)).map(({ payload }) => payload.amountMinor)).toEqual([700]);
  });

  it('whose goods are to come back gives money when they have', async () => {
    const id = await opened(await delivered());
    await complaints.answer(weaver.actor, 'accept', { id, goods: 'return', words: 'Send it to the address on the parcel.' });
    expect(await seen(id, weaver.actor)).toMatchObject({ state: 'returning', goods: 'return', verbs: ['receive'] });
    expect(await facts(id)).toEqual([]);
    await complaints.received(weaver.actor, { id });
    expect(await facts(id)).toHaveLength(1);
    expect(await seen(id)).toMatchObject({ state: 'accepted' });
  });

  it('never takes more of a line than it holds, however many there are of it', async () => {
    const order = await delivered();
    const whole = (await seen(await opened(order, { quantity: 3 }))).askedMinor;
    const [first] = await queries.ofOrder(order.id, 'buyer');
    await expect(opened(order)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_OPEN' });
    await expect(complaints.answer(weaver.actor, 'offer', { id: first!.id, amountMinor: whole + 1 })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_AMOUNT', field: 'input.amountMinor' });
    await complaints.answer(weaver.actor, 'offer', { id: first!.id, amountMinor: whole - 100 });
    await complaints.reply(buyer, 'agree', { id: first!.id });
    const second = await opened(order, { quantity: 3 });
    expect((await seen(second)).askedMinor).toBe(100);
    await complaints.answer(weaver.actor, 'accept', { id: second });
    await expect(opened(order)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_LINE' });
    expect(Math.max(...(await Promise.all([facts(first!.id), facts(second)])).flat().map(({ payload }) => payload.amountMinor))).toBe(whole - 100);
  });

  it('is opened in time only, but by the desk for a buyer the law gives longer', async () => {
    const order = await delivered();
    house.clock.advance(15 * DAY_MS);
    await expect(opened(order)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_TIME' });
    expect(await complaints.open(desk, about(order))).toBeDefined();
    const underway = await dispatched();
    await expect(opened(underway, { kind: 'missing' })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_TIME' });
    house.clock.advance(90 * DAY_MS);
    expect(await queries.windowOf(underway.id)).toEqual({ kinds: ['missing'], until: null });
    await expect(opened(underway)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_KIND' });
    await opened(underway, { kind: 'missing', quantity: 3 });
  });

  it('is between its two sides and the desk: for everybody else it does not exist', async () => {
    const order = await delivered();
    const id = await opened(order);
    const other = await maker(house.db, 'Somebody Else');
    for (const stranger of [actor('buyer'), other.actor]) {
      await expect(seen(id, stranger)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
      await expect(complaints.open(stranger, about(order))).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
      await expect(complaints.answer(stranger, 'accept', { id })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
      await expect(complaints.reply(stranger, 'withdraw', { id })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
      await expect(complaints.decide(stranger, 'award', { id, words: 'x' })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    }
    await expect(complaints.answer(buyer, 'accept', { id })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    await expect(complaints.open(weaver.actor, about(order))).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    await expect(complaints.decide(desk, 'award', { id, words: 'Too soon' })).rejects.toMatchObject({ code: 'LIFECYCLE_REFUSED' });
    for (const hostile of ['', 'x', "'; drop table orders.complaint --", '\u0000']) await expect(seen(hostile)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    await expect(opened(order, { id: 'x' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(opened(await delivered(), { quantity: 4 })).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_QUANTITY', field: 'input.quantity' });
  });

  it('is opened and followed by a guest with the key of her letters, and with no other', async () => {
    const order = await delivered();
    const key = orderKey(house.config.SECRET, order.id);
    const guest = actor('buyer');
    const id = await complaints.open(guest, about(order, { key }));
    expect(await queries.one(guest, id, key)).toMatchObject({ state: 'open', verbs: ['withdraw'] });
    await expect(queries.one(guest, id, orderKey(house.config.SECRET, newId()))).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    await complaints.reply(guest, 'withdraw', { id, key });
    expect(await seen(id)).toMatchObject({ state: 'withdrawn' });
  });

  it('shows photographs of nothing but pixels, to those it concerns', async () => {
    const id = await opened(await delivered());
    const photographs = house.get(ComplaintPhotographsService);
    // What hides behind the picture, as places and scripts do.
    const file = Buffer.concat([await sharp({ create: { width: 300, height: 200, channels: 3, background: '#a33' } }).jpeg().toBuffer(), Buffer.from('secret place')]);
    const photographId = newId();
    for (let i = 0; i < 2; i++) await photographs.add(buyer, { id: photographId, complaintId: id, key: null }, file);
    const kept = await photographs.read(weaver.actor, photographId, null);
    expect(kept.includes('secret place')).toBe(false);
    expect((await seen(id)).photographs).toEqual([{ id: photographId }]);
    await expect(photographs.read(actor('buyer'), photographId, null)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    await expect(photographs.add(weaver.actor, { id: newId(), complaintId: id, key: null }, file)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_NOT_FOUND' });
    for (const bad of [Buffer.from('<svg/>'), Buffer.alloc(0), Buffer.from('GIF89a')]) await expect(photographs.add(buyer, { id: newId(), complaintId: id, key: null }, bad)).rejects.toMatchObject({ code: 'ORDER_COMPLAINT_PICTURE' });
  });

  it('answered by two at once moves once', async () => {
    const id = await opened(await delivered());
    const answers = await Promise.allSettled([complaints.answer(weaver.actor, 'accept', { id }), complaints.answer(weaver.actor, 'refuse', { id, words: 'No' }), complaints.reply(buyer, 'withdraw', { id })]);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(2);
    const { steps } = await seen(id);
    expect(steps.filter(({ verb }) => verb !== 'open')).toHaveLength(answers.filter(({ status }) => status === 'fulfilled').length);
    expect((await facts(id)).length).toBeLessThanOrEqual(1);
  });
});
