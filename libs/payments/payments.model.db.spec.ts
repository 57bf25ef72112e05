import fc from 'fast-check';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { modelRuns } from '../../test/model-runs.js';
import { CancellationsService } from './checkout/cancellations.service.js';
import { CaptureService } from './checkout/capture.service.js';
import { RefundsService } from './checkout/refunds.service.js';
import { ReleaseService } from './checkout/release.service.js';
import { LedgerService } from './ledger/ledger.service.js';
import { splitOf } from './ledger/split.js';
import { frozenOrder, paymentsAlone } from './payments.fixtures.js';
import { brokenInvariants } from './payments.invariants.js';
import { EarningsService } from './payouts/earnings.service.js';
import { PayoutAccountsService } from './payouts/payout-accounts.service.js';
import { PayoutsService } from './payouts/payouts.service.js';

/**
 * Any sequence of what can happen to the money of three orders of one maker, told once or twice, early or late, against
 * a model of a few numbers. After each step the house and the model agree and every invariant holds.
 */
interface Model {
  orders: { captured: boolean; cancelled: boolean; refund: 'none' | 'under_way' | 'succeeded' | 'failed'; released: boolean }[];
  batch: { id: string; amount: number } | null;
  due: number;
  paid: number;
}
interface Real {
  t: TestHouse;
  who: Actor;
  /** What one person may send on her word alone is counted by the day, and the clock stands: each sequence has its own. */
  desk: Actor;
  orders: { orderId: string; checkoutId: string; total: number }[];
}
type Step = fc.AsyncCommand<Model, Real>;

const EARNED = 378_000;
const { numRuns, timeoutMs } = modelRuns(40, 180_000);
let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '1000000' });
});
afterAll(() => t.close());

abstract class OnOrder implements Step {
  constructor(protected readonly n: number) {}
  abstract check(model: Model): boolean;
  abstract run(model: Model, real: Real): Promise<void>;
  toString(): string {
    return `${this.constructor.name}(${this.n})`;
  }
}

class Pay extends OnOrder {
  check = (): boolean => true;
  async run(m: Model, r: Real): Promise<void> {
    const { checkoutId, total } = r.orders[this.n]!;
    await r.t.db.write(SYSTEM, (tx) =>
      r.t.get(CaptureService).settle(tx, { id: `cs_${checkoutId}`, checkoutId, status: 'complete', paid: true, amountMinor: total, currency: 'EUR', paymentIntent: `pi_${checkoutId}`, url: null, expiresAt: 1 }),
    );
    const order = m.orders[this.n]!;
    if (!order.captured && order.cancelled) order.refund = 'under_way';
    order.captured = true;
  }
}

class Cancel extends OnOrder {
  check = (): boolean => true;
  async run(m: Model, r: Real): Promise<void> {
    await r.t.db.write(SYSTEM, (tx) => r.t.get(CancellationsService).cancel(tx, r.orders[this.n]!.orderId));
    const order = m.orders[this.n]!;
    order.cancelled = true;
    const held = order.captured && !order.released && (order.refund === 'none' || order.refund === 'failed');
    if (held) order.refund = 'under_way';
  }
}

class Deliver extends OnOrder {
  check = (): boolean => true;
  async run(m: Model, r: Real): Promise<void> {
    await r.t.db.write(SYSTEM, (tx) => r.t.get(ReleaseService).release(tx, r.orders[this.n]!.orderId));
    const order = m.orders[this.n]!;
    if (order.captured && !order.released && order.refund === 'none') {
      order.released = true;
      m.due += EARNED;
    }
  }
}

class ProviderSays extends OnOrder {
  constructor(
    n: number,
    private readonly status: 'succeeded' | 'failed',
  ) {
    super(n);
  }
  check = (m: Readonly<Model>): boolean => m.orders[this.n]!.refund !== 'none';
  async run(m: Model, r: Real): Promise<void> {
    const { orderId, total } = r.orders[this.n]!;
    const [refund] = await r.t.db.read<{ id: string }>(`select id from payments.refund where order_id = $1 order by state = 'failed', id desc limit 1`, [orderId]);
    await r.t.db.write(SYSTEM, (tx) => r.t.get(RefundsService).apply(tx, { id: `re_${refund!.id}`, refundId: refund!.id, status: this.status, amountMinor: total, currency: 'EUR', reason: null }));
    const order = m.orders[this.n]!;
    // A refund that failed stays failed, whatever is said later.
    if (order.refund !== 'failed') order.refund = this.status;
  }
}

class Batch implements Step {
  check = (m: Readonly<Model>): boolean => m.batch === null;
  async run(m: Model, r: Real): Promise<void> {
    const id = newId();
    const made = await r.t.get(PayoutsService).createBatch(r.desk, id).catch((e: { code?: string }) => e.code);
    if (m.due === 0) expect(made).toBe('PAYOUT_NOTHING_DUE');
    else {
      expect(made).toMatchObject({ id, totalMinor: m.due });
      m.batch = { id, amount: m.due };
      m.due = 0;
    }
  }
  toString = (): string => 'Batch';
}

class Settle implements Step {
  constructor(private readonly reject: boolean) {}
  check = (m: Readonly<Model>): boolean => m.batch !== null;
  async run(m: Model, r: Real): Promise<void> {
    const { id, amount } = m.batch!;
    const rejected = this.reject ? (await r.t.get(PayoutsService).payoutsOf([id])).map((p) => p.id) : [];
    for (let i = 0; i < 2; i++) await r.t.get(PayoutsService).settle(r.desk, { batchId: id, rejectedPayoutIds: rejected });
    if (this.reject) m.due += amount;
    else m.paid += amount;
    m.batch = null;
  }
  toString = (): string => (this.reject ? 'SettleRejected' : 'Settle');
}

async function agree(m: Model, r: Real): Promise<void> {
  const ledger = r.t.get(LedgerService);
  for (const [i, order] of m.orders.entries()) {
    const { orderId, total } = r.orders[i]!;
    const held = order.captured && !order.released && order.refund !== 'under_way' && order.refund !== 'succeeded' ? total : 0;
    expect(await ledger.balance({ ownerKind: 'order', ownerId: orderId, purpose: 'held', currency: 'EUR' })).toBe(held);
    expect(await ledger.balance({ ownerKind: 'order', ownerId: orderId, purpose: 'refunding', currency: 'EUR' })).toBe(order.refund === 'under_way' ? total : 0);
  }
  const mine = await r.t.get(EarningsService).mine(r.who, { first: 100 });
  expect([mine.releasedMinor, mine.sentMinor, mine.paidMinor]).toEqual([m.due, m.batch?.amount ?? 0, m.paid]);
  expect(await brokenInvariants((sql) => r.t.db.read(sql), r.t.clock.now())).toEqual([]);
}

class Checked implements Step {
  constructor(private readonly step: Step) {}
  check = (m: Readonly<Model>): boolean => this.step.check(m) as boolean;
  async run(m: Model, r: Real): Promise<void> {
    await this.step.run(m, r);
    await agree(m, r);
  }
  toString = (): string => String(this.step);
}

async function begin(): Promise<Real> {
  const who = actor('artisan', { artisanId: newId() });
  await t.get(PayoutAccountsService).save(who, '011519000001205000534921');
  const orders = await Promise.all(
    [0, 1, 2].map(async () => {
      const split = splitOf(frozenOrder({ artisanId: who.artisanId! }));
      const [paymentId, checkoutId, orderId] = [newId(), newId(), newId()];
      await t.db.write(SYSTEM, async (tx) => {
        await tx.query(`insert into payments.payment (id, basket_id, currency, created_at) values ($1, $2, 'EUR', now())`, [paymentId, newId()]);
        await tx.query(`insert into payments.order_money (order_id, payment_id, number, currency, total_minor, split) values ($1, $2, 'PF-1', 'EUR', $3, $4)`, [orderId, paymentId, split.totalMinor, JSON.stringify(split)]);
        await tx.query(
          `insert into payments.checkout (id, payment_id, order_ids, amount_minor, currency, state, locale, success_url, cancel_url, expires_at, created_at) values ($1, $2, array[$3]::uuid[], $4, 'EUR', 'open', 'en', 'x', 'x', now(), now())`,
          [checkoutId, paymentId, orderId, split.totalMinor],
        );
      });
      return { orderId, checkoutId, total: split.totalMinor };
    }),
  );
  return { t, who, desk: actor('desk'), orders };
}

it('the money of three orders is where the model says, after any sequence of events', async () => {
  const n = fc.nat(2);
  const steps = [
    n.map((i) => new Pay(i)),
    n.map((i) => new Cancel(i)),
    n.map((i) => new Deliver(i)),
    fc.tuple(n, fc.constantFrom('succeeded' as const, 'failed' as const)).map(([i, status]) => new ProviderSays(i, status)),
    fc.constant(new Batch()),
    fc.boolean().map((reject) => new Settle(reject)),
  ].map((arbitrary) => (arbitrary as fc.Arbitrary<Step>).map((step) => new Checked(step)));
  await fc.assert(
    fc.asyncProperty(fc.commands(steps, { maxCommands: 30, size: 'max' }), async (commands) => {
      const real = await begin();
      const model: Model = { orders: [0, 1, 2].map(() => ({ captured: false, cancelled: false, refund: 'none', released: false })), batch: null, due: 0, paid: 0 };
      await fc.asyncModelRun(() => ({ model, real }), commands);
      // Whoever is still owed would be swept into the next run's batch.
      if (model.batch) await real.t.get(PayoutsService).settle(real.desk, { batchId: model.batch.id });
      await real.t.get(PayoutsService).createBatch(real.desk, newId()).catch(() => undefined);
    }),
    { numRuns, endOnFailure: true },
  );
}, timeoutMs);
