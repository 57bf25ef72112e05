import { jest } from '@jest/globals';
import fc from 'fast-check';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { modelRuns } from '../../../test/model-runs.js';
import { RefundsService } from '../checkout/refunds.service.js';
import { ReleaseService } from '../checkout/release.service.js';
import { DisputesService } from '../dispute/disputes.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { EarningsService } from '../payouts/earnings.service.js';
import { PayoutAccountsService } from '../payouts/payout-accounts.service.js';
import { PayoutsService } from '../payouts/payouts.service.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayDispute } from '../stripe/stripe.shapes.js';
import { GiveBacksService } from './give-backs.service.js';

/**
 * Any sequence of complaints, deliveries, payouts, rejections, disputes and news of refunds, told once or twice, about three orders
 * of one maker. After each step the ledger adds up (the oracles), the buyer's money is all somewhere, and what the maker
 * has, is owed and owes is exactly what her orders promised less what went back.
 */
interface Order {
  readonly orderId: string;
  readonly total: number;
  given: number;
  released: boolean;
}
interface Real {
  readonly who: Actor;
  /** What one person may send on her word alone is counted by the day, and the clock stands: each sequence has its own. */
  readonly desk: Actor;
  readonly orders: readonly Order[];
  batch: string | null;
}

const LINE = { lineMinor: 72_450, goodsMinor: 40_050 };
const EARNED = 378_000;
const { numRuns, timeoutMs } = modelRuns(25, 180_000);
let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '1000000' });
  jest.spyOn(t.get(StripeGateway), 'dispute').mockImplementation(async (id) => truth.get(id)!);
});
afterAll(() => t.close());

/** What the provider would answer of each dispute. */
const truth = new Map<string, GatewayDispute>();

const give = (order: Order, complaintId: string, line: number, amountMinor: number): Promise<void> =>
  t.db.write(SYSTEM, (tx) => t.get(GiveBacksService).give(tx, { complaintId, orderId: order.orderId, line, ...LINE, amountMinor, currency: 'EUR' }));

type Step = (r: Real) => Promise<void>;

const steps = {
  deliver: (n: number): Step => async (r) => {
    const order = r.orders[n]!;
    for (let i = 0; i < 2; i++) await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, order.orderId));
    order.released = true;
  },
  complain: (n: number, line: number, share: number): Step => async (r) => {
    const order = r.orders[n]!;
    const [back] = await t.db.read<{ minor: number }>(`select coalesce(sum(amount_minor), 0)::bigint as minor from payments.give_back where order_id = $1 and line = $2`, [order.orderId, line]);
    const left = LINE.lineMinor - back!.minor;
    const amount = Math.max(1, Math.floor((left * share) / 100));
    if (left === 0) return void (await expect(give(order, newId(), line, amount)).rejects.toThrow(RangeError));
    const id = newId();
    await give(order, id, line, amount);
    await give(order, id, line, amount);
    order.given += amount;
  },
  refundSaid: (n: number, status: 'succeeded' | 'failed'): Step => async (r) => {
    const [refund] = await t.db.read<{ id: string; amountMinor: number }>(`select id, amount_minor as "amountMinor" from payments.refund where order_id = $1 order by state = 'failed', id desc limit 1`, [r.orders[n]!.orderId]);
    if (!refund) return;
    for (let i = 0; i < 2; i++) await t.db.write(SYSTEM, (tx) => t.get(RefundsService).apply(tx, { id: `re_${refund.id}`, refundId: refund.id, status, amountMinor: refund.amountMinor, currency: 'EUR', reason: null }));
  },
  repeat: (n: number): Step => (r) => t.get(RefundsService).repeat(r.desk, r.orders[n]!.orderId).catch((e: { code?: string }) => expect(e.code).toBe('PAYMENT_NOT_FOUND')),
  dispute: (n: number, status: 'needs_response' | 'won' | 'lost'): Step => async (r) => {
    const { orderId, total } = r.orders[n]!;
    const id = `du_${orderId}`;
    const [checkout] = await t.db.read<{ intent: string }>(`select payment_intent as intent from payments.checkout where $1 = any(order_ids)`, [orderId]);
    const said: GatewayDispute = { id, paymentIntent: checkout!.intent, amountMinor: total, currency: 'EUR', reason: 'general', status, created: 1, dueBy: null, withdrawn: status !== 'won' };
    truth.set(id, said);
    for (let i = 0; i < 2; i++) {
      await t.db.write(SYSTEM, (tx) => t.get(DisputesService).hear(tx, said));
      await t.get(DisputesService).ask({ disputeId: id });
    }
  },
  batch: (): Step => async (r) => {
    if (r.batch !== null) return;
    const id = newId();
    const made = await t.get(PayoutsService).createBatch(r.desk, id).catch((e: { code?: string }) => e.code);
    if (made === 'PAYOUT_NOTHING_DUE') return;
    expect(made).toMatchObject({ id });
    r.batch = id;
  },
  settle: (reject: boolean): Step => async (r) => {
    if (r.batch === null) return;
    const rejectedPayoutIds = reject ? (await t.get(PayoutsService).payoutsOf([r.batch])).map((payout) => payout.id) : [];
    await t.get(PayoutsService).settle(r.desk, { batchId: r.batch, rejectedPayoutIds });
    r.batch = null;
  },
};

async function agree(r: Real): Promise<void> {
  expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]);
  const ledger = t.get(LedgerService);
  for (const { orderId, total, given, released } of r.orders) {
    expect(await ledger.balance({ ownerKind: 'order', ownerId: orderId, purpose: 'held', currency: 'EUR' })).toBe(released ? 0 : total - given);
    const [money] = await t.db.read<{ back: number }>(`select refunding_minor + refunded_minor as back from payments.order_money where order_id = $1`, [orderId]);
    expect(money!.back).toBe(given);
  }
  const taken = await t.db.read<{ orderId: string; mad: number }>(
    `select b.order_id as "orderId", sum(p.mad_minor)::bigint as mad from payments.give_back b join payments.give_back_part p on p.give_back_id = b.id where p.beneficiary_id = $1 group by 1`,
    [r.who.artisanId],
  );
  const promised = r.orders.filter(({ released }) => released).reduce((sum, { orderId }) => sum + 2 * EARNED - (taken.find((one) => one.orderId === orderId)?.mad ?? 0), 0);
  const mine = await t.get(EarningsService).mine(r.who, { first: 1 });
  expect(mine.releasedMinor + mine.frozenMinor + mine.sentMinor + mine.paidMinor - mine.owedMinor).toBe(promised);
}

async function begin(): Promise<Real> {
  const who = actor('artisan', { artisanId: newId() });
  await t.get(PayoutAccountsService).save(who, '011519000001205000534921');
  const split = splitOf(frozenOrder({ artisanId: who.artisanId!, lines: 2 }));
  const orders: Order[] = [];
  for (let i = 0; i < 3; i++) orders.push({ orderId: await paidOrder(t, split), total: split.totalMinor, given: 0, released: false });
  return { who, desk: actor('desk'), orders, batch: null };
}

it('the money of three orders is all somewhere, and nobody is paid what went back, after any sequence of complaints, deliveries, disputes and payouts', async () => {
  const n = fc.nat(2);
  const step = fc.oneof(
    n.map((i) => steps.deliver(i)),
    fc.tuple(n, fc.constantFrom(1, 2), fc.integer({ min: 1, max: 100 })).map(([i, line, share]) => steps.complain(i, line, share)),
    fc.tuple(n, fc.constantFrom(1, 2)).map(([i, line]) => steps.complain(i, line, 100)),
    fc.tuple(n, fc.constantFrom('succeeded' as const, 'failed' as const)).map(([i, status]) => steps.refundSaid(i, status)),
    n.map((i) => steps.repeat(i)),
    fc.tuple(n, fc.constantFrom('needs_response' as const, 'won' as const, 'lost' as const)).map(([i, status]) => steps.dispute(i, status)),
    fc.constant(steps.batch()),
    fc.boolean().map((reject) => steps.settle(reject)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 25, size: 'max' }), async (sequence) => {
      const real = await begin();
      for (const one of sequence) {
        await one(real);
        await agree(real);
      }
      // Whoever is still owed would be swept into the next run's batch.
      await steps.settle(false)(real);
      for (const at of [0, 1, 2]) await steps.dispute(at, 'won')(real);
      await t.get(PayoutsService).createBatch(real.desk, newId()).catch(() => undefined);
    }),
    { numRuns, endOnFailure: true, examples: [[[steps.dispute(0, 'lost'), steps.complain(0, 1, 100), steps.refundSaid(0, 'failed'), steps.repeat(0), steps.refundSaid(0, 'succeeded')]]] },
  );
}, timeoutMs);
