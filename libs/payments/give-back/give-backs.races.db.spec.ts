import { jest } from '@jest/globals';
import { newId, SYSTEM } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { CancellationsService } from '../checkout/cancellations.service.js';
import { RefundsService } from '../checkout/refunds.service.js';
import { ReleaseService } from '../checkout/release.service.js';
import { DisputesService } from '../dispute/disputes.service.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import { GiveBacksService } from './give-backs.service.js';

/** Two or three things happen to one order's money in the same moment; whichever is first, every promise holds. */
const PAID = { line: 1, lineMinor: 72_450, goodsMinor: 40_050, currency: 'EUR' };
const who = actor('artisan', { artisanId: newId() });
let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '10000000' });
  await t.get(PayoutAccountsService).save(who, '011519000001205000534921');
});
afterAll(() => t.close());

const give = (orderId: string, amountMinor: number, complaintId = newId()) => t.db.write(SYSTEM, (tx) => t.get(GiveBacksService).give(tx, { ...PAID, complaintId, orderId, amountMinor }));
const deliver = (orderId: string) => t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
const cancel = (orderId: string) => t.db.write(SYSTEM, (tx) => t.get(CancellationsService).cancel(tx, orderId));
const batch = () => t.get(PayoutsService).createBatch(actor('desk'), newId()).catch((error: { code?: string }) => expect(error.code).toBe('PAYOUT_NOTHING_DUE'));

async function succeed(orderId: string): Promise<void> {
  const waiting = await t.db.read<{ id: string; amountMinor: number }>(`select id, amount_minor as "amountMinor" from payments.refund where order_id = $1 and state = 'due'`, [orderId]);
  for (const { id, amountMinor } of waiting) await t.db.write(SYSTEM, (tx) => t.get(RefundsService).apply(tx, { id: `re_${id}`, refundId: id, status: 'succeeded', amountMinor, currency: 'EUR', reason: null }));
}

async function lost(orderId: string): Promise<void> {
  const [checkout] = await t.db.read<{ intent: string }>(`select payment_intent as intent from payments.checkout where $1 = any(order_ids)`, [orderId]);
  const said = { id: `du_${orderId}`, paymentIntent: checkout!.intent, amountMinor: PAID.lineMinor, currency: 'EUR', reason: 'general', status: 'lost', created: 1, dueBy: null, withdrawn: true };
  jest.spyOn(t.get(StripeGateway), 'dispute').mockResolvedValue(said);
  await t.db.write(SYSTEM, (tx) => t.get(DisputesService).hear(tx, said));
  await t.get(DisputesService).ask({ disputeId: said.id });
}

const refused = (error: unknown): void => expect(error).toBeInstanceOf(RangeError);
const races: [string, (orderId: string) => Promise<unknown>[]][] = [
  ['two complaints over more than the line', (id) => [give(id, 50_000).catch(refused), give(id, 50_000).catch(refused)]],
  ['one complaint told three times', (id) => { const complaint = newId(); return [1, 2, 3].map(() => give(id, 10_001, complaint)); }],
  ['a complaint and the delivery', (id) => [give(id, 33_333), deliver(id)]],
  ['a complaint, the delivery and a payout', (id) => [deliver(id), give(id, 12_345), batch()]],
  ['a complaint and the end of the order', (id) => [give(id, 20_000).catch(refused), cancel(id)]],
  ['a complaint and a lost dispute', (id) => [deliver(id), give(id, 5_000), lost(id)]],
  ['a payout and a lost dispute', (id) => [deliver(id).then(batch), lost(id)]],
];

it.each(races)('%s', async (_name, race) => {
  for (let round = 0; round < 8; round++) {
    const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: who.artisanId! })));
    await Promise.all(race(orderId));
    expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]);
    await succeed(orderId);
    expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]);
    const [money] = await t.db.read<{ back: number }>(`select refunding_minor + refunded_minor as back from payments.order_money where order_id = $1`, [orderId]);
    expect(money!.back).toBeLessThanOrEqual(PAID.lineMinor);
  }
}, 60_000);
