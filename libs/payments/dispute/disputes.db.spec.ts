import { jest } from '@jest/globals';
import fc from 'fast-check';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { EventsService } from '../checkout/events.service.js';
import { RefundsService } from '../checkout/refunds.service.js';
import { ReleaseService } from '../checkout/release.service.js';
import { GiveBacksService } from '../give-back/give-backs.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { EarningsService } from '../payouts/earnings.service.js';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { SecondPersonService } from '../payouts/second-person.service.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayDispute } from '../stripe/stripe.shapes.js';
import { DisputesService } from './disputes.service.js';

const EARNED = 378_000;
const TOTAL = 72_450;
const desk = actor('desk');
let t: TestHouse;
/** What the provider would answer now. */
const truth = new Map<string, GatewayDispute>();
beforeAll(async () => {
  t = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '1000000' });
  jest.spyOn(t.get(StripeGateway), 'dispute').mockImplementation(async (id) => truth.get(id)!);
});
afterAll(() => t.close());
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

async function sold(): Promise<{ who: Actor; orderId: string; intent: string }> {
  const who = actor('artisan', { artisanId: newId() });
  await t.get(PayoutAccountsService).save(who, '011519000001205000534921');
  const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: who.artisanId! })));
  const [checkout] = await t.db.read<{ intent: string }>(`select payment_intent as intent from payments.checkout where $1 = any(order_ids)`, [orderId]);
  return { who, orderId, intent: checkout!.intent };
}
const deliver = (orderId: string): Promise<void> => t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
const give = (orderId: string, complaintId: string, amountMinor: number): Promise<void> =>
  t.db.write(SYSTEM, (tx) => t.get(GiveBacksService).give(tx, { complaintId, orderId, line: 1, lineMinor: TOTAL, goodsMinor: 40_050, amountMinor, currency: 'EUR' }));
function dispute(intent: string, over: Partial<GatewayDispute> = {}): GatewayDispute {
  const said: GatewayDispute = { id: `du_${newId().replaceAll('-', '')}`, paymentIntent: intent, amountMinor: TOTAL, currency: 'EUR', reason: 'product_not_received', status: 'needs_response', created: 1, dueBy: 1_800_000_000, withdrawn: true, ...over };
  truth.set(said.id, said);
  return said;
}
/** An event of it, applied as the queue does; the question it asks waits in the outbox. */
async function event(said: GatewayDispute, type = 'charge.dispute.updated'): Promise<void> {
  const eventId = `evt_${newId()}`;
  await t.db.write(SYSTEM, (tx) => t.get(EventsService).take(tx, { id: eventId, type, created: 1, said: { kind: 'dispute', dispute: said } }, 'webhook'));
  await t.get(EventsService).apply({ eventId });
}
const asked = (disputeId: string): Promise<void> => t.get(DisputesService).ask({ disputeId });
const becomes = async (said: GatewayDispute, over: Partial<GatewayDispute>): Promise<void> => {
  truth.set(said.id, { ...said, ...over });
  await event(said);
  await asked(said.id);
};
const balance = (purpose: 'disputed' | 'platform' | 'provider'): Promise<number> => t.get(LedgerService).balance({ ownerKind: 'house', ownerId: '', purpose, currency: 'EUR' });
const mine = (who: Actor) => t.get(EarningsService).mine(who, { first: 5 });
const refunds = (orderId: string) => t.db.read<{ id: string; state: string; covered: boolean }>(`select id, state, covered_by is not null as covered from payments.refund where order_id = $1 order by id`, [orderId]);

/** A question that is answered with what was true when it was asked, but only when it is told to. */
async function slowly(disputeId: string): Promise<{ answer: () => void; done: Promise<void> }> {
  const then = truth.get(disputeId)!;
  let [arrived, answer] = [(): void => undefined, (): void => undefined];
  const [reached, gate] = [new Promise<void>((resolve) => (arrived = resolve)), new Promise<void>((resolve) => (answer = resolve))];
  jest.spyOn(t.get(StripeGateway), 'dispute').mockImplementationOnce(async () => {
    arrived();
    await gate;
    return then;
  });
  const done = asked(disputeId);
  await reached;
  return { answer, done };
}

describe('a payment that the buyer’s bank disputes', () => {
  it('is frozen from the first word of it, and paid out once it is won', async () => {
    const { who, orderId, intent } = await sold();
    await deliver(orderId);
    const said = dispute(intent);
    await event(said);
    await expect(t.get(PayoutsService).createBatch(desk, newId())).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
    expect(await mine(who)).toMatchObject({ releasedMinor: 0, frozenMinor: EARNED, nodes: [{ state: 'frozen' }] });
    const before = [await balance('disputed'), await balance('provider'), await balance('platform')] as const;
    await asked(said.id);
    expect([await balance('disputed'), await balance('provider')]).toEqual([before[0] + TOTAL, before[1] - TOTAL]);
    await becomes(said, { status: 'won', withdrawn: false });
    expect([await balance('disputed'), await balance('provider'), await balance('platform')]).toEqual(before);
    expect(await t.get(PayoutsService).createBatch(desk, newId())).toMatchObject({ totalMinor: EARNED });
  });

  it('that is lost is the house’s loss: who made the goods is told, and paid', async () => {
    const { who, orderId, intent } = await sold();
    await deliver(orderId);
    const said = dispute(intent);
    const platform = await balance('platform');
    await event(said);
    await asked(said.id);
    await t.jobs.drain();
    await becomes(said, { status: 'lost' });
    expect(await balance('platform')).toBe(platform - TOTAL);
    await t.jobs.drain();
    const letters = await t.db.read<{ subject: string; body: string }>(`select subject, body from platform.mail where recipient = $1 and subject like '%PF-1%' order by at, id`, [`${who.artisanId!}@example.com`]);
    expect(letters.map(({ subject }) => subject)).toEqual(['Votre argent pour PF-1 attend', 'Le litige sur PF-1 est terminé']);
    expect(letters[1]!.body).toContain('vos 3780.00 MAD partent');
    expect(await t.get(PayoutsService).createBatch(desk, newId())).toMatchObject({ totalMinor: EARNED });
  });

  it('does not give a buyer twice what a complaint had given her: her refund waits, and her bank’s is it', async () => {
    const { who, orderId, intent } = await sold();
    await deliver(orderId);
    const said = dispute(intent);
    await event(said);
    const complaint = newId();
    await give(orderId, complaint, 10_000);
    const [refund] = await refunds(orderId);
    const ask = jest.spyOn(t.get(StripeGateway), 'refund');
    await t.get(RefundsService).ask({ refundId: refund!.id });
    expect(ask).not.toHaveBeenCalled();
    const platform = await balance('platform');
    await becomes(said, { status: 'lost' });
    expect(await refunds(orderId)).toEqual([{ id: refund!.id, state: 'succeeded', covered: true }]);
    expect(await balance('platform')).toBe(platform - (TOTAL - 10_000));
    expect((await mine(who)).releasedMinor).toBeLessThan(EARNED);
    expect(await t.db.read(`select 1 from platform.outbox where name = 'PaymentRefunded' and payload->>'complaintId' = $1`, [complaint])).toHaveLength(1);
    // Accepted after the loss, it is covered the same way, and the house gets the makers' part of it.
    const after = await balance('platform');
    await give(orderId, newId(), 5_000);
    expect((await refunds(orderId)).map(({ state, covered }) => [state, covered])).toEqual([['succeeded', true], ['succeeded', true]]);
    expect(await balance('platform')).toBeGreaterThan(after);
    ask.mockRestore();
  });

  it('sends what waited once it is won', async () => {
    const { orderId, intent } = await sold();
    await deliver(orderId);
    const said = dispute(intent);
    await event(said);
    await give(orderId, newId(), 3_000);
    await becomes(said, { status: 'won', withdrawn: false });
    const [refund] = await refunds(orderId);
    expect(await t.db.read(`select 1 from platform.outbox where name = 'payments.refund' and payload->>'refundId' = $1`, [refund!.id])).toHaveLength(2);
    await t.db.write(SYSTEM, (tx) => t.get(RefundsService).apply(tx, { id: `re_${refund!.id}`, refundId: refund!.id, status: 'succeeded', amountMinor: 3_000, currency: 'EUR', reason: null }));
  });

  it('cannot be approved in a batch that was made before', async () => {
    const strict = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '0' });
    try {
      const who = actor('artisan', { artisanId: newId() });
      await strict.get(PayoutAccountsService).save(who, '011519000001205000534921');
      const orderId = await paidOrder(strict, splitOf(frozenOrder({ artisanId: who.artisanId! })));
      await strict.db.write(SYSTEM, (tx) => strict.get(ReleaseService).release(tx, orderId));
      const { id } = await strict.get(PayoutsService).createBatch(desk, newId());
      const [checkout] = await strict.db.read<{ intent: string }>(`select payment_intent as intent from payments.checkout`);
      await strict.db.write(SYSTEM, (tx) => strict.get(DisputesService).hear(tx, dispute(checkout!.intent)));
      await expect(strict.get(SecondPersonService).approve(actor('admin'), id)).rejects.toMatchObject({ code: 'PAYOUT_FROZEN' });
      expect(await strict.get(SecondPersonService).refuse(actor('admin'), id, 'Disputed')).toMatchObject({ state: 'refused' });
    } finally {
      await strict.close();
    }
  });

  it('that is only asked about moves no money, and is over when the inquiry closes', async () => {
    const { who, orderId, intent } = await sold();
    await deliver(orderId);
    const said = dispute(intent, { status: 'warning_needs_response', withdrawn: false });
    await event(said);
    await asked(said.id);
    expect((await mine(who)).frozenMinor).toBe(EARNED);
    await becomes(said, { status: 'warning_closed' });
    expect((await mine(who)).frozenMinor).toBe(0);
    expect(await t.db.read(`select 1 from payments.entry where reference like $1`, [`${said.id}%`])).toEqual([]);
  });

  it('heard of before its payment waits for it', async () => {
    const said = dispute(`pi_${newId()}`);
    await event(said);
    await expect(asked(said.id)).rejects.toThrow(/have not heard/);
    await t.db.read(`delete from payments.dispute where id = $1`, [said.id]);
  });

  it('ends as the provider says it ended, whatever was heard and answered before, how often and in what order', async () => {
    const news: Partial<GatewayDispute>[] = [{ withdrawn: false, status: 'needs_response' }, { status: 'needs_response' }, { status: 'under_review' }, { status: 'lost' }, { status: 'appeal_under_review' }, { status: 'won', withdrawn: false }];
    const step = fc.constantFrom('event', 'ask', 'slow ask', 'next');
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: news.length }), fc.array(step, { maxLength: 14 }), async (length, steps) => {
        const { who, orderId, intent } = await sold();
        await deliver(orderId);
        const [start, held] = [await balance('platform'), await balance('disputed')];
        const said = dispute(intent, news[0]);
        const road = news.slice(0, length).map((one) => ({ ...said, withdrawn: true, ...one }));
        const late: { answer: () => void; done: Promise<void> }[] = [];
        let now = 0;
        truth.set(said.id, road[0]!);
        await event(said);
        for (const [i, one] of steps.entries()) {
          if (one === 'next') truth.set(said.id, road[(now = Math.min(now + 1, road.length - 1))]!);
          // Whatever an event says of a dispute, it is the question that counts.
          if (one === 'event') await event(road[i % road.length]!);
          if (one === 'ask') await asked(said.id);
          if (one === 'slow ask') late.push(await slowly(said.id));
        }
        const last = road.at(-1)!;
        truth.set(said.id, last);
        await asked(said.id);
        for (const { answer, done } of late) {
          answer();
          await done;
        }
        const [row] = await t.db.read<{ status: string; standing: string; withdrawn: boolean }>(`select status, standing, withdrawn from payments.dispute where id = $1`, [said.id]);
        expect(row).toMatchObject({ status: last.status, withdrawn: last.withdrawn });
        const lost = last.status === 'lost';
        expect([await balance('platform') - start, await balance('disputed') - held]).toEqual([lost ? -TOTAL : 0, last.withdrawn && !lost ? TOTAL : 0]);
        expect((await mine(who)).frozenMinor).toBe(row!.standing === 'open' ? EARNED : 0);
        expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  }, 90_000);
});
