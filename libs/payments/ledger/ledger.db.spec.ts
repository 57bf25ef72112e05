import { newId, SYSTEM } from '#libs/kernel';
import { codeOf } from '#libs/platform';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { brokenInvariants } from '../payments.invariants.js';
import { frozenOrder, paymentsAlone } from '../payments.fixtures.js';
import { captured, payoutSent, refundDone, refundStarted, released, type AccountKey } from './ledger.js';
import { LedgerService } from './ledger.service.js';
import { splitOf } from './split.js';

let t: TestHouse;
let ledger: LedgerService;
beforeAll(async () => {
  t = await testHouse([paymentsAlone]);
  ledger = t.get(LedgerService);
});
afterAll(() => t.close());

const post = (entry: Parameters<LedgerService['post']>[1]) => t.db.write(SYSTEM, (tx) => ledger.post(tx, entry));
const held = (orderId: string, currency = 'EUR'): AccountKey => ({ ownerKind: 'order', ownerId: orderId, purpose: 'held', currency });
const raw = async (...statements: [sql: string, params?: unknown[]][]): Promise<string> => {
  try {
    await t.db.write(SYSTEM, async (tx) => {
      for (const [sql, params] of statements) await tx.query(sql, params);
    });
    return 'done';
  } catch (error) {
    return codeOf(error);
  }
};

describe('the ledger', () => {
  it('moves money from the buyer to everybody’s share, exactly, through two currencies', async () => {
    const split = splitOf(frozenOrder({ artisanId: 'a-1', clusterId: 'c-1' }));
    const orderId = newId();
    await post(captured(orderId, { amountMinor: split.totalMinor, currency: 'EUR' }));
    expect(await ledger.balance(held(orderId))).toBe(split.totalMinor);
    await post(released(orderId, split));
    expect(await ledger.balance(held(orderId))).toBe(0);
    expect(await ledger.balance({ ownerKind: 'artisan', ownerId: 'a-1', purpose: 'earnings', currency: 'MAD' })).toBe(378_000);
    expect(await ledger.balance({ ownerKind: 'cluster', ownerId: 'c-1', purpose: 'earnings', currency: 'MAD' })).toBe(18_900);
    expect(await ledger.balance({ ownerKind: 'house', ownerId: '', purpose: 'tax', currency: 'EUR' })).toBe(22_299);
    expect(await ledger.balance({ ownerKind: 'house', ownerId: '', purpose: 'fx', currency: 'EUR' })).toBe(35_001 + 1_750 + 1_049);
    expect(await ledger.balance({ ownerKind: 'house', ownerId: '', purpose: 'fx', currency: 'MAD' })).toBe(-(378_000 + 18_900 + 11_340));
  });

  it('writes an entry once per kind and reference, also when fifty try at once', async () => {
    const orderId = newId();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(captured(orderId, { amountMinor: 100, currency: 'EUR' }))));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await ledger.balance(held(orderId))).toBe(100);
  });

  it('keeps what is held at zero or above, also when two take it at once', async () => {
    const orderId = newId();
    await post(captured(orderId, { amountMinor: 100, currency: 'EUR' }));
    const takes = await Promise.allSettled(Array.from({ length: 50 }, () => post(refundStarted(newId(), orderId, { amountMinor: 60, currency: 'EUR' }))));
    expect(takes.filter((take) => take.status === 'fulfilled')).toHaveLength(1);
    expect(await ledger.balance(held(orderId))).toBe(40);
    await expect(post(payoutSent(newId(), 'artisan', 'nobody', [{ amountMinor: 1 }]))).rejects.toMatchObject({ driverError: { constraint: 'account_floor' } });
  });

  it('keeps it there even when both have been judged before either commits', async () => {
    const orderId = newId();
    await post(captured(orderId, { amountMinor: 101, currency: 'EUR' }));
    // Both accounts exist from here on: nothing but the held account's own lock makes the second wait.
    await post(refundStarted(newId(), orderId, { amountMinor: 1, currency: 'EUR' }));
    let judged: () => void;
    const first = new Promise<void>((resolve) => (judged = resolve));
    const take = (then: (() => Promise<void>) | null) => t.db.write(SYSTEM, async (tx) => {
      await ledger.post(tx, refundStarted(newId(), orderId, { amountMinor: 60, currency: 'EUR' }));
      await tx.query('set constraints all immediate');
      await then?.();
    });
    const slow = take(async () => {
      judged();
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await first;
    const both = await Promise.allSettled([slow, take(null)]);
    expect(both.map((b) => b.status)).toEqual(['fulfilled', 'rejected']);
    expect(await ledger.balance(held(orderId))).toBe(40);
  });

  it('lets the database refuse what does not balance, moves nothing, or comes too late', async () => {
    const orderId = newId();
    await post(captured(orderId, { amountMinor: 100, currency: 'EUR' }));
    const [{ entry, account } = { entry: '', account: 0 }] = await t.db.read<{ entry: string; account: number }>(
      `select e.id as entry, p.account_id as account from payments.entry e join payments.posting p on p.entry_id = e.id where e.reference = $1 limit 1`,
      [orderId],
    );
    const lonely = `insert into payments.entry (id, kind, reference, at) values ($1::uuid, 'capture', $1::uuid::text, now())`;
    const posting = `insert into payments.posting (entry_id, account_id, currency, amount_minor) values ($1, $2, $3, $4)`;
    const id = newId();
    expect(await raw([lonely, [id]], [posting, [id, account, 'EUR', 5]], [posting, [id, account, 'EUR', -4]])).toBe('23514');
    expect(await raw([lonely, [id]])).toBe('23514');
    expect(await raw([lonely, [id]], [posting, [id, account, 'EUR', 0]])).toBe('23514');
    expect(await raw([posting, [entry, account, 'EUR', 5]], [posting, [entry, account, 'EUR', -5]])).toBe('23001');
    expect(await raw([lonely, [id]], [posting, [id, account, 'USD', 5]])).toBe('23503');
  });

  it('never changes or loses a row', async () => {
    for (const table of ['account', 'entry', 'posting']) {
      expect(await raw([`delete from payments.${table}`])).toBe('23001');
      expect(await raw([`truncate payments.${table} cascade`])).toBe('23001');
    }
    expect(await raw([`update payments.posting set amount_minor = 1`])).toBe('23001');
    expect(await raw([`update payments.entry set at = now()`])).toBe('23001');
  });

  it('balances by snapshot and by sum are the same at every moment', async () => {
    const orderId = newId();
    await post(captured(orderId, { amountMinor: 1_000, currency: 'GBP' }));
    for (let i = 1; i <= 5; i++) {
      const refundId = newId();
      await post(refundStarted(refundId, orderId, { amountMinor: 10, currency: 'GBP' }));
      await t.jobs.tick('payments.snapshot-balances');
      await post(refundDone(refundId, orderId, { amountMinor: 10, currency: 'GBP' }));
      expect(await ledger.balance(held(orderId, 'GBP'))).toBe(1_000 - 10 * i);
    }
    expect(await ledger.balance({ ownerKind: 'house', ownerId: '', purpose: 'provider', currency: 'GBP' })).toBe(950);
    const oracles = await brokenInvariants((sql) => t.db.read(sql), t.clock.now());
    // Entries were written here without the payments they belong to; the ledger's own promises must still hold.
    expect(oracles.filter((o) => o.name.startsWith('I1'))).toEqual([]);
  });
});
