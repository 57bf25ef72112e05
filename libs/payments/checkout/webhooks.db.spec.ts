import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { newId, SYSTEM } from '#libs/kernel';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { sign } from '../sandbox/sandbox.events.js';
import { CancellationsService } from './cancellations.service.js';
import { EventsService } from './events.service.js';

const SECRET = 'whsec_only_for_tests';
let t: TestHouse;
let events: EventsService;
beforeAll(async () => {
  t = await testHouse([paymentsAlone], { STRIPE_HOST: 'http://127.0.0.1:9' });
  events = t.get(EventsService);
});
afterAll(() => t.close());
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

interface Opened {
  readonly paymentId: string;
  readonly checkoutId: string;
  readonly orderId: string;
  readonly sessionId: string;
  readonly total: number;
}
const hex = (): string => newId().replaceAll('-', '').slice(8);

/** A basket of one order whose page is open. */
async function opened(of?: Opened): Promise<Opened> {
  const split = splitOf(frozenOrder());
  const made = { paymentId: of?.paymentId ?? newId(), checkoutId: newId(), orderId: of?.orderId ?? newId(), sessionId: `cs_test_${hex()}`, total: split.totalMinor };
  await t.db.write(SYSTEM, async (tx) => {
    if (!of) {
      await tx.query(`insert into payments.payment (id, basket_id, currency, created_at) values ($1, $2, 'EUR', now())`, [made.paymentId, newId()]);
      await tx.query(`insert into payments.order_money (order_id, payment_id, number, currency, total_minor, split) values ($1, $2, 'PF-1', 'EUR', $3, $4)`, [made.orderId, made.paymentId, made.total, JSON.stringify(split)]);
    }
    await tx.query(
      `insert into payments.checkout (id, payment_id, order_ids, amount_minor, currency, state, locale, success_url, cancel_url, expires_at, session_id, created_at)
       values ($1, $2, array[$3]::uuid[], $4, 'EUR', $5, 'en', 'http://x', 'http://x', now() + interval '1 hour', $6, now())`,
      [made.checkoutId, made.paymentId, made.orderId, made.total, of ? 'expired' : 'open', made.sessionId],
    );
  });
  return made;
}

const event = (type: string, object: object, over: object = {}): string =>
  JSON.stringify({ id: `evt_${hex()}`, object: 'event', api_version: '2026-10-28.endive', created: Math.floor(t.clock.now().getTime() / 1000), type, livemode: false, pending_webhooks: 1, data: { object }, ...over });
const session = (o: Opened, over: object = {}): object => ({
  id: o.sessionId,
  object: 'checkout.session',
  amount_total: o.total,
  currency: 'eur',
  expires_at: 1,
  metadata: { checkout_id: o.checkoutId },
  payment_intent: `pi_${o.checkoutId.replaceAll('-', '')}`,
  payment_status: 'paid',
  status: 'complete',
  url: null,
  customer_details: { email: 'person@example.com', name: 'Somebody' },
  ...over,
});
const intent = (o: Opened, declineCode: string): object => ({ id: 'pi_1', object: 'payment_intent', metadata: { checkout_id: o.checkoutId }, last_payment_error: { code: 'card_declined', decline_code: declineCode } });
const paid = (o: Opened, over: object = {}): string => event('checkout.session.completed', session(o, over));

const at = (offset = 0): number => Math.floor(t.clock.now().getTime() / 1000) + offset;
const receive = (body: string | Buffer, header?: string | string[]): Promise<void> => events.receive(Buffer.from(body), header ?? sign(body.toString(), SECRET, at()));

async function stateOf(o: Opened): Promise<unknown> {
  const [row] = await t.db.read(
    `select c.state, c.declines, c.decline_code, c.payment_intent, p.captured_by = c.id as captured, m.captured_minor, m.refunding_minor, m.refunded_minor, m.released_minor,
       (select array_agg(e.kind order by e.kind) from payments.entry e where e.order_id = m.order_id) as entries,
       (select count(*)::int from payments.earning where order_id = m.order_id) as earnings,
       (select count(*)::int from platform.outbox where name = 'PaymentCaptured' and payload->>'paymentId' = p.id::text) as said
     from payments.checkout c join payments.payment p on p.id = c.payment_id join payments.order_money m on m.payment_id = p.id where c.id = $1`,
    [o.checkoutId],
  );
  return { ...(row as object), payment_intent: row!['payment_intent'] !== null };
}

function shuffled<T>(items: readonly T[], order: readonly number[]): T[] {
  return order.map((i) => items[i]!);
}
function permutations(n: number): number[][] {
  if (n === 0) return [[]];
  return permutations(n - 1).flatMap((rest) => Array.from({ length: n }, (_, i) => [...rest.slice(0, i), n - 1, ...rest.slice(i)]));
}

describe('the events of one payment', () => {
  const all = permutations(6);
  const six = (o: Opened): string[] => [
    event('payment_intent.payment_failed', intent(o, 'insufficient_funds')),
    event('payment_intent.payment_failed', intent(o, 'generic_decline')),
    paid(o),
    event('checkout.session.async_payment_succeeded', session(o)),
    event('checkout.session.async_payment_failed', session(o, { payment_status: 'unpaid' })),
    event('checkout.session.expired', session(o, { status: 'expired', payment_status: 'unpaid', payment_intent: null })),
  ];

  it('end in one state in 120 of their 720 orders, each received one to three times', async () => {
    expect(all).toHaveLength(720);
    const states = new Set<string>();
    for (const [n, order] of fc.sample(fc.constantFrom(...all), { numRuns: 120, seed: 20261124 }).entries()) {
      const o = await opened();
      const bodies = shuffled(six(o), order);
      for (const [i, body] of bodies.entries()) {
        for (let copy = 0; copy <= (n + i) % 3; copy++) await receive(body);
        if ((n + i) % 2 === 0) await t.jobs.drain();
      }
      await t.jobs.drain();
      states.add(JSON.stringify(await stateOf(o)));
    }
    expect([...states].map((s) => JSON.parse(s) as unknown)).toEqual([
      { state: 'paid', declines: 2, decline_code: 'insufficient_funds', payment_intent: true, captured: true, captured_minor: 72_450, refunding_minor: 0, refunded_minor: 0, released_minor: 0, entries: ['capture'], earnings: 2, said: 1 },
    ]);
  }, 120_000);

  it('end in the same state when all of them are applied at once, three times each', async () => {
    for (let round = 0; round < 10; round++) {
      const o = await opened();
      const bodies = six(o);
      await Promise.all(bodies.flatMap((body) => [receive(body), receive(body), receive(body)]));
      const ids = bodies.map((body) => (JSON.parse(body) as { id: string }).id);
      await Promise.all(ids.flatMap((eventId) => [events.apply({ eventId }), events.apply({ eventId }), events.apply({ eventId })]));
      expect(await stateOf(o)).toMatchObject({ state: 'paid', declines: 2, entries: ['capture'], said: 1 });
    }
  });

  it('of a refund end in one state in all their orders', async () => {
    const refund = (id: string, o: Opened, status: string, type: string): string =>
      event(type, { id: `re_${id.replaceAll('-', '')}`, object: 'refund', amount: o.total, currency: 'eur', status, payment_intent: 'pi_1', metadata: { refund_id: id } });
    const run = async (kinds: readonly (readonly [string, string])[]): Promise<Set<string>> => {
      const ends = new Set<string>();
      for (const order of permutations(kinds.length)) {
        const o = await opened();
        await receive(paid(o));
        await t.jobs.drain();
        await t.db.write(SYSTEM, (tx) => t.get(CancellationsService).cancel(tx, o.orderId));
        const [{ id } = { id: '' }] = await t.db.read<{ id: string }>(`select id from payments.refund where order_id = $1`, [o.orderId]);
        for (const body of shuffled(kinds.map(([status, type]) => refund(id, o, status, type)), order)) {
          await receive(body);
          await receive(body);
          await events.apply({ eventId: (JSON.parse(body) as { id: string }).id });
        }
        const [row] = await t.db.read(
          `select r.state, m.refunding_minor, m.refunded_minor, (select payments.balance(id) from payments.account where owner_id = m.order_id::text and purpose = 'held')::int as held
           from payments.refund r join payments.order_money m using (order_id) where r.id = $1`,
          [id],
        );
        ends.add(JSON.stringify(row));
        // The refund's own errand would ask a provider that is not there.
        await t.db.write(SYSTEM, (tx) => tx.query(`update platform.outbox set relayed_at = now() where relayed_at is null`));
      }
      return ends;
    };
    expect(await run([['pending', 'refund.created'], ['succeeded', 'refund.updated'], ['pending', 'refund.updated']])).toEqual(new Set(['{"state":"succeeded","refunding_minor":0,"refunded_minor":72450,"held":0}']));
    expect(await run([['pending', 'refund.created'], ['succeeded', 'refund.updated'], ['failed', 'refund.failed']])).toEqual(new Set(['{"state":"failed","refunding_minor":0,"refunded_minor":0,"held":-72450}']));
  }, 60_000);

  it('bring a second payment of the same basket back, and leave the first alone', async () => {
    const first = await opened();
    await receive(paid(first));
    await t.jobs.drain();
    const second = await opened(first);
    await receive(paid(second));
    await t.jobs.drain({ errands: true }).catch(() => undefined);
    expect(await stateOf(first)).toMatchObject({ state: 'paid', captured: true, captured_minor: 72_450, said: 1 });
    expect(await t.db.read(`select amount_minor as amount, order_id as order, checkout_id as checkout from payments.refund where payment_id = $1`, [first.paymentId])).toEqual([{ amount: 72_450, order: null, checkout: second.checkoutId }]);
    await t.db.write(SYSTEM, (tx) => tx.query(`update platform.outbox set relayed_at = now() where relayed_at is null`));
  });

  it('keep no personal data of the provider’s', async () => {
    const o = await opened();
    await receive(paid(o));
    const [row] = await t.db.read<{ said: string }>(`select said::text as said from payments.event where said->'session'->>'id' = $1`, [o.sessionId]);
    expect(row!.said).not.toContain('person@example.com');
    expect(row!.said).not.toContain('Somebody');
    await t.jobs.drain();
  });
});

describe('a forged webhook', () => {
  const forgeries: [string, (o: Opened) => [body: string | Buffer, header: string | string[] | undefined]][] = [
    ['has no signature', (o) => [paid(o), undefined]],
    ['has an empty signature', (o) => [paid(o), '']],
    ['is signed with another secret', (o) => [paid(o), sign(paid(o), 'whsec_other', at())]],
    ['is signed with a secret of before the rotation', (o) => { const b = paid(o); return [b, sign(b, 'whsec_old', at())]; }],
    ['was changed after it was signed', (o) => { const b = paid(o); return [b.replace('72450', '72451'), sign(b, SECRET, at())]; }],
    ['was parsed and written again', (o) => { const b = JSON.stringify(JSON.parse(paid(o)), null, 1); return [b, sign(JSON.stringify(JSON.parse(b)), SECRET, at())]; }],
    ['is 301 seconds old', (o) => { const b = paid(o); return [b, sign(b, SECRET, at(-301))]; }],
    ['comes from the future', (o) => { const b = paid(o); return [b, sign(b, SECRET, at(301))]; }],
    ['carries only wrong signatures', (o) => [paid(o), `t=${at()},v1=00,v1=${'0'.repeat(64)}`]],
    ['carries its signature under an old scheme', (o) => { const b = paid(o); return [b, sign(b, SECRET, at()).replace('v1=', 'v0=')]; }],
    ['has two signature headers', (o) => { const b = paid(o); return [b, [sign(b, SECRET, at()), sign(b, SECRET, at())]]; }],
    ['speaks of another account', (o) => { const b = event('checkout.session.completed', session(o), { account: 'acct_1' }); return [b, sign(b, SECRET, at())]; }],
    ['is of live mode', (o) => { const b = event('checkout.session.completed', session(o), { livemode: true }); return [b, sign(b, SECRET, at())]; }],
    ['is empty', () => ['', sign('', SECRET, at())]],
    ['is ten megabytes', () => { const b = JSON.stringify({ a: 'x'.repeat(10_000_000) }); return [b, sign(b, SECRET, at())]; }],
    ['is compressed', (o) => { const b = gzipSync(paid(o)); return [b, sign(b.toString(), SECRET, at())]; }],
    ['is not JSON', () => ['<xml/>', sign('<xml/>', SECRET, at())]],
    ['is JSON but no event', () => ['{"object":"event"}', sign('{"object":"event"}', SECRET, at())]],
    ['has a hostile id', (o) => { const b = event('checkout.session.completed', session(o), { id: "evt_1'; drop table payments.event --" }); return [b, sign(b, SECRET, at())]; }],
    ['has a header of a megabyte', (o) => [paid(o), `t=${at()},v1=${'0'.repeat(1_000_000)}`]],
  ];

  it.each(forgeries)('that %s changes nothing', async (_name, forge) => {
    const o = await opened();
    const count = async () => (await t.db.read<{ n: number }>(`select count(*)::int as n from payments.event`))[0]!.n;
    const before = await count();
    const [body, header] = forge(o);
    await expect(events.receive(Buffer.from(body), header)).rejects.toMatchObject({ code: 'PAYMENT_WEBHOOK_REFUSED' });
    await t.jobs.drain();
    expect(await count()).toBe(before);
    expect(await stateOf(o)).toMatchObject({ state: 'open', said: 0, captured_minor: 0 });
  });

  it('is not: one of two signatures is right while the secret is being changed', async () => {
    const o = await opened();
    const body = paid(o);
    await receive(body, `${sign(body, SECRET, at())},v1=${'0'.repeat(64)}`);
    await t.jobs.drain();
    expect(await stateOf(o)).toMatchObject({ state: 'paid' });
  });
});

describe('a genuine event that cannot be right', () => {
  it('over another amount or currency is kept, pays nothing, and is tried again', async () => {
    for (const over of [{ amount_total: 1 }, { currency: 'usd' }]) {
      const o = await opened();
      const body = paid(o, over);
      await receive(body);
      await expect(events.apply({ eventId: (JSON.parse(body) as { id: string }).id })).rejects.toThrow(RangeError);
      expect(await stateOf(o)).toMatchObject({ state: 'open', said: 0 });
      await t.db.write(SYSTEM, (tx) => tx.query(`update platform.outbox set relayed_at = now() where relayed_at is null`));
    }
  });

  it('in a shape we do not know is kept for a person, and stops no other', async () => {
    const body = event('checkout.session.completed', { id: 'cs_test_1', object: 'checkout.session', version: 'next' });
    await receive(body);
    const o = await opened();
    await receive(paid(o));
    await t.jobs.drain();
    expect(await stateOf(o)).toMatchObject({ state: 'paid' });
    expect(await t.db.read(`select said from payments.event where event_id = $1 and applied_at is null`, [(JSON.parse(body) as { id: string }).id])).toEqual([{ said: { kind: 'unread' } }]);
  });

  it('of a payment that is not ours, or of a kind we do not use, is noted and changes nothing', async () => {
    const stranger: Opened = { paymentId: newId(), checkoutId: newId(), orderId: newId(), sessionId: 'cs_test_other', total: 5 };
    await receive(paid(stranger));
    await receive(event('customer.created', { id: 'cus_1', object: 'customer' }));
    await receive(event('payment_intent.payment_failed', { id: 'pi_1', object: 'payment_intent', metadata: {} }));
    await t.jobs.drain();
    expect((await t.db.read(`select 1 from payments.event where type = 'customer.created' and applied_at is not null`)).length).toBe(1);
  });
});
