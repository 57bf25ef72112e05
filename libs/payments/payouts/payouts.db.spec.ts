import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { convert } from 'xmlbuilder2';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ReleaseService } from '../checkout/release.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { EarningsService } from './earnings.service.js';
import { PayoutAccountsService } from './payout-accounts.service.js';
import { PayoutsService } from './payouts.service.js';
import { ribKey } from './rib.js';

const HOUR_MS = 60 * 60_000;
let t: TestHouse;
let payouts: PayoutsService;
let accounts: PayoutAccountsService;
let earnings: EarningsService;
beforeAll(async () => {
  t = await testHouse([paymentsAlone]);
  payouts = t.get(PayoutsService);
  accounts = t.get(PayoutAccountsService);
  earnings = t.get(EarningsService);
});
afterAll(() => t.close());
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

let ribs = 0;
const rib = (): string => {
  const first22 = `011519${String(++ribs).padStart(16, '0')}`;
  return first22 + ribKey(first22);
};
const artisan = (): Actor => actor('artisan', { artisanId: newId() });
const desk = actor('desk');

/** An order of hers, paid, and delivered unless said otherwise. */
async function sold(artisanId: string, { delivered = true, ...of }: { delivered?: boolean; clusterId?: string; centreId?: string } = {}): Promise<string> {
  const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId, ...of })));
  if (delivered) await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
  return orderId;
}
const mine = (who: Actor) => earnings.mine(who, { first: 24 });

describe('bank details', () => {
  it('are sealed at rest, masked in sight, and said to their holder', async () => {
    const who = artisan();
    const digits = rib();
    const account = await accounts.save(who, digits);
    expect(account).toMatchObject({ masked: `011 … ${digits.slice(-4)}`, usableFrom: t.clock.now() });
    for (const table of ['payments.payout_account', 'platform.audit', 'platform.outbox', 'platform.mail']) {
      const rows = await t.db.read<{ row: string }>(`select x::text as row from ${table} x`);
      expect(rows.filter(({ row }) => row.includes(digits) || row.includes(Buffer.from(digits).toString('hex')) || row.includes(digits.slice(6, 22)))).toEqual([]);
    }
    const [letter] = await t.db.read<{ body: string }>(`select body from platform.mail where recipient = $1`, [`${who.artisanId!}@example.com`]);
    expect(letter!.body).toContain(account.masked);
    expect(await accounts.save(who, digits.replace(/(....)/g, '$1 '))).toEqual(account);
  });

  it('that are new wait 72 hours, unless they are the first of somebody owed nothing', async () => {
    const who = artisan();
    await accounts.save(who, rib());
    const second = await accounts.save(who, rib());
    expect(second.usableFrom.getTime() - t.clock.now().getTime()).toBe(72 * HOUR_MS);
    const owed = artisan();
    await sold(owed.artisanId!, { delivered: false });
    expect((await accounts.save(owed, rib())).usableFrom.getTime() - t.clock.now().getTime()).toBe(72 * HOUR_MS);
  });

  it('saved twenty times at once leave one in use', async () => {
    const who = artisan();
    await Promise.all(Array.from({ length: 20 }, () => accounts.save(who, rib())));
    expect(await t.db.read(`select id from payments.payout_account where owner_id = $1 and replaced_at is null`, [who.artisanId])).toHaveLength(1);
  });

  it('are only one’s own to give', async () => {
    await expect(accounts.save(actor('artisan'), rib())).rejects.toMatchObject({ code: 'PAYOUT_HOLDER_UNKNOWN' });
    await expect(accounts.save(artisan(), rib(), newId())).rejects.toMatchObject({ code: 'PAYOUT_HOLDER_UNKNOWN' });
    const clusterId = newId();
    const agent = actor('cluster', { memberships: [{ kind: 'cluster', organisationId: clusterId }] });
    expect(await accounts.save(agent, rib(), clusterId)).toMatchObject({ holder: expect.stringContaining('Zahra') as string });
    await expect(accounts.save(agent, rib())).rejects.toMatchObject({ code: 'PAYOUT_HOLDER_UNKNOWN' });
    await expect(accounts.saveHouse(desk, 'Dar Sanaa', rib())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(accounts.saveHouse(actor('admin'), '\u202e\u0000', rib())).rejects.toMatchObject({ field: 'holder' });
    await expect(accounts.saveCentre(desk, 'carpets', rib())).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await accounts.saveCentre(actor('admin'), 'carpets', rib())).toMatchObject({ masked: expect.stringMatching(/^011 … \d{4}$/) as string });
    await expect(accounts.save(artisan(), '0115')).rejects.toMatchObject({ code: 'PAYOUT_RIB_LENGTH', field: 'rib' });
  });
});

describe('a payout batch', () => {
  it('pays each beneficiary once, in one transfer, and settles', async () => {
    const who = artisan();
    const digits = rib();
    await accounts.save(who, digits);
    await sold(who.artisanId!);
    await sold(who.artisanId!);
    await sold(who.artisanId!, { delivered: false });
    expect(await mine(who)).toMatchObject({ heldMinor: 378_000, releasedMinor: 756_000, sentMinor: 0, paidMinor: 0 });
    const id = newId();
    const batch = await payouts.createBatch(desk, id);
    expect(batch).toMatchObject({ state: 'sent', payouts: 1, totalMinor: 756_000, executeOn: '2026-11-25' });
    expect(batch.number).toMatch(/^PO-2026-\d{6}$/);
    expect(await payouts.createBatch(desk, id)).toEqual(batch);
    expect(await mine(who)).toMatchObject({ heldMinor: 378_000, releasedMinor: 0, sentMinor: 756_000 });

    const { xml, number } = await payouts.file(desk, id);
    expect(number).toBe(batch.number);
    const read = convert(xml, { format: 'object' }) as unknown as { Document: { CstmrCdtTrfInitn: { GrpHdr: object; PmtInf: { CdtTrfTxInf: object } } } };
    expect(read.Document.CstmrCdtTrfInitn.GrpHdr).toMatchObject({ MsgId: batch.number, NbOfTxs: '1', CtrlSum: '7560.00' });
    expect(read.Document.CstmrCdtTrfInitn.PmtInf.CdtTrfTxInf).toMatchObject({ Amt: { InstdAmt: { '#': '7560.00' } }, CdtrAcct: { Id: { IBAN: expect.stringMatching(new RegExp(`^MA\\d\\d${digits}$`)) as string } } });
    expect((await payouts.file(desk, id)).xml).toBe(xml);

    const settled = await payouts.settle(desk, { batchId: id });
    expect(settled).toMatchObject({ state: 'settled', settledAt: t.clock.now() });
    expect(await payouts.settle(desk, { batchId: id })).toEqual(settled);
    expect(await mine(who)).toMatchObject({ releasedMinor: 0, sentMinor: 0, paidMinor: 756_000 });
    expect(await t.db.read(`select payload->>'amountMinor' as amount from platform.outbox where name = 'PayoutSettled' and payload->>'artisanId' = $1`, [who.artisanId])).toEqual([{ amount: '756000' }]);
    await expect(payouts.createBatch(desk, newId())).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
  });

  it('pays the centre that certified the piece', async () => {
    await accounts.saveCentre(actor('admin'), 'pottery', rib());
    await sold(newId(), { centreId: 'pottery' });
    const id = newId();
    expect(await payouts.createBatch(desk, id)).toMatchObject({ payouts: 1, totalMinor: 11_340 });
    expect((await payouts.payoutsOf([id]))[0]).toMatchObject({ kind: 'centre', beneficiaryId: 'pottery' });
    await payouts.settle(desk, { batchId: id });
  });

  it('is not doubled by ten desks at once', async () => {
    const people = Array.from({ length: 5 }, artisan);
    for (const who of people) {
      await accounts.save(who, rib());
      await sold(who.artisanId!);
    }
    const made = await Promise.allSettled(Array.from({ length: 10 }, () => payouts.createBatch(desk, newId())));
    const batches = made.filter((m) => m.status === 'fulfilled').map((m) => m.value);
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({ payouts: 5, totalMinor: 5 * 378_000 });
  });

  it('waits for new details, and pays to the details of its own day', async () => {
    const who = artisan();
    await accounts.save(who, rib());
    await sold(who.artisanId!);
    await accounts.save(who, rib());
    await expect(payouts.createBatch(desk, newId())).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
    t.clock.advance(72 * HOUR_MS);
    const id = newId();
    await payouts.createBatch(desk, id);
    const { xml } = await payouts.file(desk, id);
    await accounts.save(who, rib());
    expect((await payouts.file(desk, id)).xml).toBe(xml);
    await payouts.settle(desk, { batchId: id });
  });

  it('owes again what the bank sent back, and pays it as a new payout', async () => {
    const [one, two] = [artisan(), artisan()];
    for (const who of [one, two]) {
      await accounts.save(who, rib());
      await sold(who.artisanId!);
    }
    const id = newId();
    await payouts.createBatch(desk, id);
    const [first] = await payouts.payoutsOf([id]);
    await payouts.settle(desk, { batchId: id, rejectedPayoutIds: [first!.id, first!.id] });
    await expect(payouts.settle(desk, { batchId: id })).rejects.toMatchObject({ code: 'PAYOUT_ALREADY_SETTLED' });
    const again = newId();
    expect(await payouts.createBatch(desk, again)).toMatchObject({ payouts: 1, totalMinor: 378_000 });
    expect((await payouts.payoutsOf([again]))[0]).toMatchObject({ beneficiaryId: first!.beneficiaryId, state: 'sent' });
    await payouts.settle(desk, { batchId: again });
    expect(await t.get(LedgerService).balance({ ownerKind: 'artisan', ownerId: first!.beneficiaryId, purpose: 'earnings', currency: 'MAD' })).toBe(0);
  });

  it('needs a bank account of the house where nothing is for show', async () => {
    const real = await testHouse([paymentsAlone], { DEMO: 'false' });
    try {
      await expect(real.db.write(SYSTEM, (tx) => real.get(PayoutAccountsService).house(tx))).rejects.toMatchObject({ code: 'PAYOUT_DEBTOR_MISSING' });
      await real.get(PayoutAccountsService).saveHouse(actor('admin'), 'Dar Sanaa SARL', rib());
      expect(await real.db.write(SYSTEM, (tx) => real.get(PayoutAccountsService).house(tx))).toMatchObject({ holder: 'Dar Sanaa SARL' });
    } finally {
      await real.close();
    }
  });

  it('answers hostile ids with a clear refusal', async () => {
    for (const hostile of ['', 'x', "'; drop table payments.payout --", '\u0000', '../../etc/passwd', newId().toUpperCase(), 'x'.repeat(100_000)]) {
      await expect(payouts.createBatch(desk, hostile)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      await expect(payouts.file(desk, hostile)).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
      await expect(payouts.settle(desk, { batchId: hostile })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    }
    await expect(payouts.settle(desk, { batchId: newId() })).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
    await expect(payouts.batches(0, undefined)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
    await expect(payouts.batches(10, 'rubbish')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});

describe('lists', () => {
  it('page by key, each row once', async () => {
    const who = artisan();
    await accounts.save(who, rib());
    for (let i = 0; i < 5; i++) await sold(who.artisanId!, { delivered: i % 2 === 0 });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await earnings.mine(who, { first: 2, after });
      seen.push(...page.nodes.map((node) => node.id));
      after = page.hasNextPage ? page.endCursor! : undefined;
    } while (after);
    expect(new Set(seen).size).toBe(5);
    expect(seen).toEqual([...seen].sort().reverse());
    const first = await payouts.batches(1, undefined);
    expect(first).toMatchObject({ hasNextPage: true });
    expect((await payouts.batches(1, first.endCursor!)).nodes[0]!.number < first.nodes[0]!.number).toBe(true);
    await expect(earnings.mine(actor('artisan'), { first: 10 })).rejects.toMatchObject({ code: 'PAYOUT_HOLDER_UNKNOWN' });
  });
});
