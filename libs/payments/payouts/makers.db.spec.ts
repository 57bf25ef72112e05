import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { CancellationsService } from '../checkout/cancellations.service.js';
import { MakersService } from '../checkout/makers.service.js';
import { ReleaseService } from '../checkout/release.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { splitOf, type ClusterRole } from '../ledger/split.js';
import { frozenOrder, paidOrder, paymentsAlone } from '../payments.fixtures.js';
import { brokenInvariants } from '../payments.invariants.js';
import { EarningsService } from './earnings.service.js';
import { PayoutAccountsService } from './payout-accounts.service.js';
import { PayoutsService } from './payouts.service.js';
import { ribKey } from './rib.js';

/** Money of orders that a cluster shared out: to those who made them, and to the cluster by its works. */
let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([paymentsAlone]);
});
afterAll(() => t.close());
const broken = async (): Promise<string[]> => (await brokenInvariants((sql) => t.db.read(sql), t.clock.now())).map((oracle) => oracle.name);
afterEach(async () => expect(await broken()).toEqual([]));

let ribs = 0;
const rib = (): string => {
  const first22 = `011777${String(++ribs).padStart(16, '0')}`;
  return first22 + ribKey(first22);
};
const artisan = (): Actor => actor('artisan', { artisanId: newId() });
const mine = (who: Actor) => t.get(EarningsService).mine(who, { first: 24 });
const hear = async (orderId: string, made: { line: number; artisanId: string; quantity: number }[]): Promise<void> => {
  await t.db.write(SYSTEM, (tx) => tx.publish('LotsFinished', { orderId, clusterId: newId(), made }));
  await t.jobs.drain();
};
/** The same without the queue, where no provider stands behind a refund. */
const divide = (orderId: string, made: { line: number; artisanId: string; quantity: number }[]) => t.db.write(SYSTEM, (tx) => t.get(MakersService).divide(tx, orderId, made));
const release = (orderId: string) => t.db.write(SYSTEM, (tx) => t.get(ReleaseService).release(tx, orderId));

it('pays who made the pieces, not whose listing it was', async () => {
  const [listing, one, two] = [artisan(), artisan(), artisan()];
  const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: listing.artisanId!, clusterId: newId() })));
  expect(await mine(listing)).toMatchObject({ heldMinor: 378_000 });
  const made = [{ line: 1, artisanId: one.artisanId!, quantity: 2 }, { line: 1, artisanId: two.artisanId!, quantity: 5 }];
  await hear(orderId, made);
  await hear(orderId, made);
  expect((await mine(listing)).nodes).toEqual([expect.objectContaining({ state: 'voided' })]);
  expect((await mine(one)).nodes).toEqual([expect.objectContaining({ amountMinor: 108_000, pieces: 2, state: 'held' })]);
  expect((await mine(two)).nodes).toEqual([expect.objectContaining({ amountMinor: 270_000, pieces: 5 })]);
  await release(orderId);
  expect(await mine(one)).toMatchObject({ releasedMinor: 108_000 });
  expect(await t.get(LedgerService).balance({ ownerKind: 'artisan', ownerId: two.artisanId!, purpose: 'earnings', currency: 'MAD' })).toBe(270_000);
});

it('keeps a part for the maker of the listing when she made some, and the whole of a line nobody shared out', async () => {
  const [listing, other] = [artisan(), artisan()];
  const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: listing.artisanId!, clusterId: newId(), lines: 2 })));
  await hear(orderId, [{ line: 1, artisanId: listing.artisanId!, quantity: 1 }, { line: 1, artisanId: other.artisanId!, quantity: 2 }]);
  expect(await mine(listing)).toMatchObject({ heldMinor: 126_000 + 378_000 });
  expect(await mine(other)).toMatchObject({ heldMinor: 252_000 });
});

it('gives the buyer everything back when the order is cancelled, before or after it was divided', async () => {
  for (const first of ['cancel', 'divide'] as const) {
    const [listing, other] = [artisan(), artisan()];
    const orderId = await paidOrder(t, splitOf(frozenOrder({ artisanId: listing.artisanId!, clusterId: newId() })));
    const cancel = () => t.db.write(SYSTEM, (tx) => t.get(CancellationsService).cancel(tx, orderId));
    if (first === 'cancel') await cancel();
    await divide(orderId, [{ line: 1, artisanId: other.artisanId!, quantity: 3 }]);
    if (first === 'divide') await cancel();
    for (const who of [listing, other]) expect(await mine(who)).toMatchObject({ heldMinor: 0, releasedMinor: 0 });
  }
});

it('posts a cluster’s part by its works, pays it in one transfer, and owes each again when the bank sends it back', async () => {
  const clusterId = newId();
  const agent = actor('cluster', { memberships: [{ kind: 'cluster', organisationId: clusterId }] });
  await t.get(PayoutAccountsService).save(agent, rib(), clusterId);
  await release(await paidOrder(t, splitOf(frozenOrder({ clusterId, roles: true }))));
  const owed = (purpose: ClusterRole | 'earnings') => t.get(LedgerService).balance({ ownerKind: 'cluster', ownerId: clusterId, purpose, currency: 'MAD' });
  expect([await owed('coordinator'), await owed('packing'), await owed('earnings')]).toEqual([10_800, 8_100, 0]);
  const seen = await t.get(EarningsService).mine(agent, { first: 24, clusterId });
  expect(seen.nodes.map(({ role, amountMinor }) => [role, amountMinor]).sort()).toEqual([['coordinator', 10_800], ['packing', 8_100]]);
  const id = newId();
  const desk = actor('desk');
  expect(await t.get(PayoutsService).createBatch(desk, id)).toMatchObject({ payouts: 1, totalMinor: 18_900 });
  expect([await owed('coordinator'), await owed('packing')]).toEqual([0, 0]);
  const [payout] = await t.get(PayoutsService).payoutsOf([id]);
  await t.get(PayoutsService).settle(desk, { batchId: id, rejectedPayoutIds: [payout!.id] });
  expect([await owed('coordinator'), await owed('packing')]).toEqual([10_800, 8_100]);
});

it('has promises that can be broken: a centime too much for a maker, an earner out of the split', async () => {
  const orderId = await paidOrder(t, splitOf(frozenOrder({ clusterId: newId() })));
  await divide(orderId, [{ line: 1, artisanId: newId(), quantity: 1 }]);
  const [before] = await t.db.read<{ promised: string }>(`select promised::text from payments.order_money where order_id = $1`, [orderId]);
  await t.db.read(`update payments.order_money set promised = jsonb_set(promised, '{payees,0,madMinor}', '377999') where order_id = $1`, [orderId]);
  expect(await broken()).toEqual(['I3-makers']);
  await t.db.read(`update payments.order_money set promised = $2::jsonb where order_id = $1`, [orderId, before!.promised]);
  const [earning] = await t.db.read<{ id: string; beneficiary_id: string }>(`select id, beneficiary_id from payments.earning where order_id = $1 and beneficiary_kind = 'artisan' and state = 'held'`, [orderId]);
  await t.db.read(`update payments.earning set beneficiary_id = 'nobody' where id = $1`, [earning!.id]);
  expect(await broken()).toEqual(['I3-earnings', 'I3-earners']);
  await t.db.read(`update payments.earning set beneficiary_id = $2 where id = $1`, [earning!.id, earning!.beneficiary_id]);
});
