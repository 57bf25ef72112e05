import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ReleaseService } from '../checkout/release.service.js';
import { splitOf } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { EarningsService } from './earnings.service.js';
import { PayoutAccountsService } from './payout-accounts.service.js';
import { PayoutsService, type PayoutBatch } from './payouts.service.js';
import { SecondPersonService } from './second-person.service.js';

const EARNED = 378_000;
let t: TestHouse;
let payouts: PayoutsService;
let second: SecondPersonService;
beforeAll(async () => {
  // Two sales of hers together are more than one person may send.
  t = await testHouse([paymentsAlone], { PAYOUT_SECOND_PERSON_MAD: '5000' });
  payouts = t.get(PayoutsService);
  second = t.get(SecondPersonService);
});
afterAll(() => t.close());
afterEach(async () => expect(await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).toEqual([]));

const who = actor('artisan', { artisanId: newId() });
const [fatima, admin] = [actor('desk', { name: 'Fatima' }), actor('admin', { name: 'Omar' })];
beforeAll(() => t.get(PayoutAccountsService).save(who, '011519000001205000534921'));

async function delivered(times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: who.artisanId! })));
    await t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));
  }
}
const batch = (by: Actor): Promise<PayoutBatch> => payouts.createBatch(by, newId());
const mine = async () => {
  const { releasedMinor, sentMinor, paidMinor } = await t.get(EarningsService).mine(who, { first: 1 });
  return [releasedMinor, sentMinor, paidMinor];
};

describe('a large payout batch', () => {
  beforeEach(() => t.clock.advance(25 * 60 * 60_000));

  it('waits for another person than its maker, and leaves no file before', async () => {
    await delivered(2);
    const made = await batch(fatima);
    expect(made).toMatchObject({ state: 'waiting', createdName: 'Fatima', totalMinor: 2 * EARNED });
    // For her who is owed it, nothing has left yet.
    expect((await mine()).slice(0, 2)).toEqual([2 * EARNED, 0]);
    await expect(payouts.file(fatima, made.id)).rejects.toMatchObject({ code: 'PAYOUT_NOT_APPROVED' });
    await expect(payouts.settle(fatima, { batchId: made.id })).rejects.toMatchObject({ code: 'PAYOUT_NOT_APPROVED' });
    await expect(second.approve(fatima, made.id)).rejects.toMatchObject({ code: 'PAYOUT_SECOND_PERSON' });
    await expect(second.refuse(fatima, made.id, 'mine')).rejects.toMatchObject({ code: 'PAYOUT_SECOND_PERSON' });

    t.clock.advance(48 * 60 * 60_000);
    const approved = await second.approve(admin, made.id);
    expect(approved).toMatchObject({ state: 'sent', decidedName: 'Omar', decidedAt: t.clock.now() });
    expect(approved.executeOn > made.executeOn).toBe(true);
    expect((await payouts.file(fatima, made.id)).xml).toContain(approved.executeOn);
    expect(await second.approve(admin, made.id)).toEqual(approved);
    await expect(second.refuse(admin, made.id, 'too late')).rejects.toMatchObject({ code: 'PAYOUT_DECIDED' });
    expect(await t.db.read(`select action, actor_name as by from platform.audit where subject_id = $1 and action like 'payout.%pro%' or subject_id = $1 and action = 'payout.create' order by id`, [made.id])).toEqual([
      { action: 'payout.create', by: 'Fatima' },
      { action: 'payout.approve', by: 'Omar' },
    ]);
    await payouts.settle(fatima, { batchId: made.id });
    expect(await mine()).toEqual([0, 0, 2 * EARNED]);
  });

  it('that is refused leaves its money due', async () => {
    await delivered(2);
    const made = await batch(fatima);
    await expect(second.refuse(admin, made.id, ' ')).rejects.toMatchObject({ field: 'reason' });
    const refused = await second.refuse(admin, made.id, 'One of the accounts is new.');
    expect(refused).toMatchObject({ state: 'refused', refusal: 'One of the accounts is new.' });
    expect(await second.refuse(admin, made.id, 'One of the accounts is new.')).toEqual(refused);
    expect((await mine()).slice(0, 2)).toEqual([2 * EARNED, 0]);
    await expect(payouts.file(admin, made.id)).rejects.toMatchObject({ code: 'PAYOUT_NOT_APPROVED' });
    await expect(second.approve(actor('desk'), made.id)).rejects.toMatchObject({ code: 'PAYOUT_DECIDED' });
    const again = await batch(admin);
    expect(again).toMatchObject({ state: 'waiting', totalMinor: 2 * EARNED });
    await second.approve(fatima, again.id);
  });

  it('is not cut into small ones: what one person sends alone in a day counts together', async () => {
    await delivered(1);
    expect(await batch(fatima)).toMatchObject({ state: 'sent' });
    await delivered(1);
    const next = await batch(fatima);
    expect(next).toMatchObject({ state: 'waiting', totalMinor: EARNED });
    await second.approve(admin, next.id);
    await delivered(1);
    expect(await batch(admin)).toMatchObject({ state: 'sent' });
  });

  it('is decided once, whoever asks at the same moment', async () => {
    await delivered(2);
    const made = await batch(fatima);
    const answers = await Promise.allSettled([second.approve(admin, made.id), second.refuse(actor('desk'), made.id, 'No'), second.approve(actor('admin'), made.id)]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(second.approve(admin, 'x')).rejects.toMatchObject({ code: 'PAYOUT_NOT_FOUND' });
    await expect(t.db.read(`update payments.payout_batch set decided_by = created_by where id = $1`, [made.id])).rejects.toMatchObject({ constraint: 'payout_batch_second_person' });
  });

  it('is not approved once an account of it was set aside: its money waits for new details', async () => {
    await delivered(2);
    const made = await batch(fatima);
    await t.db.write(SYSTEM, (tx) => t.get(PayoutAccountsService).setAside(tx, who.artisanId!));
    await expect(second.approve(admin, made.id)).rejects.toMatchObject({ code: 'PAYOUT_SET_ASIDE' });
    await second.refuse(admin, made.id, 'The account was not hers.');
    await expect(batch(fatima)).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
    await t.get(PayoutAccountsService).save(who, '011519000001205000534921');
    // She is owed something, so new details wait, be they the same digits.
    await expect(batch(fatima)).rejects.toMatchObject({ code: 'PAYOUT_NOTHING_DUE' });
    t.clock.advance(72 * 60 * 60_000);
    expect(await batch(fatima)).toMatchObject({ state: 'waiting' });
  });
});
