import { jest } from '@jest/globals';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { ClusterFeesService, ClustersService, LotsQueries, LotsService, MembershipService, OffersService, type FeeTerms } from '#libs/clusters';
import { ComplaintsService, OrdersService, type Order } from '#libs/orders';
import { PaymentsService, PayoutAccountsService, PayoutsService } from '#libs/payments';
import { piece } from '../../libs/orders/orders.fixtures.js';
import { EarningsService } from '../../libs/payments/payouts/earnings.service.js';
import { actor } from '../database.js';
import { DESK, openFittingHouse, type FittingHouse, type Person } from './fitting-house.js';

jest.setTimeout(120_000);

const PIECES = 12;
const DAY = 24 * 3_600_000;
const FEE: FeeTerms = { bp: 300, itemMinor: 2_000, kgMinor: 0, orderMinor: 5_000 };
const clusterId = newId();

/** An order that one maker could not fill, from the founding of the cluster to what its buyer is given back. */
describe('a wholesale order of a cluster', () => {
  let house: FittingHouse;
  let founder: Person;
  let amina: Person;
  let itto: Person;
  let rug: string;
  let order: Order;
  const buyer: Actor = actor('buyer');

  beforeAll(async () => {
    house = await openFittingHouse();
    [founder, amina, itto] = [await house.artisan('Rqia Bennani', 'fr'), await house.artisan('Amina Fassi', 'ar'), await house.artisan('Itto Oubella', 'ar')];
  }, 120_000);
  afterAll(() => house?.close());
  afterEach(async () => expect(await house.broken()).toEqual([]));

  const lots = async () => (await house.get(LotsQueries).allotments(founder, clusterId, { first: 10, states: ['open', 'finished', 'closed'] })).nodes.flatMap((one) => one.lots);
  const lotOf = async (who: Person, state: string) => (await lots()).find((lot) => lot.artisanId === who.artisanId && lot.state === state)!;
  const standing = async (): Promise<Record<string, number>> => {
    const sums: Record<string, number> = {};
    for (const { artisanId, quantity, state } of await lots()) if (!['declined', 'lapsed', 'failed'].includes(state)) sums[artisanId] = (sums[artisanId] ?? 0) + quantity;
    return sums;
  };
  const earned = async (who: Actor, of: string | null = null) => house.get(EarningsService).mine(who, { first: 50, clusterId: of });

  it('is offered by a cluster of three, at its own price above its maker’s', async () => {
    const membership = house.get(MembershipService);
    await house.get(ClustersService).create(founder, { id: clusterId, name: 'Tifawin', legalForm: 'cooperative', address: 'Douar', city: 'Sefrou', regionCode: 'MA-03', branch: 'carpets', rules: 'By what each can make.', feeBp: 300 });
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'coordinator', bp: 300 }, { role: 'packing', itemMinor: 2_000 }, { role: 'quality', orderMinor: 5_000 }]);
    await membership.step(founder, clusterId, amina.artisanId, 'invite', null);
    await expect(membership.step(amina, clusterId, amina.artisanId, 'accept', { ...FEE, bp: 0 })).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED' });
    await membership.step(amina, clusterId, amina.artisanId, 'accept', FEE);
    await membership.step(itto, clusterId, itto.artisanId, 'request', FEE);
    await membership.step(founder, clusterId, itto.artisanId, 'approve', null);
    await membership.setCoordinator(founder, clusterId, amina.artisanId, true);
    for (const who of [founder, amina, itto]) await membership.setWork(who, clusterId, who.artisanId, { capacity: 8 });
    rug = await piece(house.db, amina.artisanId, { stock: PIECES, priceMinor: 100_003 });
    const offer = () => house.get(OffersService).offer(founder, clusterId, rug, 1_000, { minimumQuantity: 4 });
    await expect(offer()).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', field: 'productId' });
    for (const permission of ['list', 'price'] as const) await membership.setPermission(amina, clusterId, permission, true);
    expect(await offer()).toMatchObject({ feeBp: 1_000, feeItemMinor: 2_000, minimumQuantity: 4 });
  });

  it('is bought in one, paid, and its value split is frozen to the centime', async () => {
    await expect(house.buy(buyer, rug, 3)).rejects.toMatchObject({ field: expect.stringContaining('quantity') as string });
    order = await house.buy(buyer, rug, PIECES);
    expect(order.state).toBe('funded');
    const [line] = order.proForma.lines;
    expect(line).toMatchObject({ quantity: PIECES, sharesMad: { makerMinor: PIECES * 100_003, clusterMinor: PIECES * (10_000 + 2_000) + 5_000 } });
    expect(line!.clusterRoles!.reduce((sum, role) => sum + role.madMinor, 0)).toBe(line!.sharesMad.clusterMinor);
  });

  it('is shared out by capacity; what is declined or left unanswered is offered again, and nothing is lost', async () => {
    const service = house.get(LotsService);
    await service.shareOut(founder, { orderId: order.id, line: 1, rule: 'capacity', answerDays: 3 });
    expect(await standing()).toEqual({ [founder.artisanId]: 4, [amina.artisanId]: 4, [itto.artisanId]: 4 });
    await service.byMember(amina, (await lotOf(amina, 'offered')).id, 'decline', null, 'My loom is broken.');
    expect(await standing()).toEqual({ [founder.artisanId]: 6, [itto.artisanId]: 6 });
    for (const lot of (await lots()).filter(({ artisanId, state }) => artisanId === founder.artisanId && state === 'offered')) await service.byMember(founder, lot.id, 'accept', null, null);
    house.clock.advance(3 * DAY + 1);
    await house.jobs.tick('clusters.lapse-lots');
    // The founder has room for two more; four wait, and who speaks for the cluster is told.
    expect(await standing()).toEqual({ [founder.artisanId]: 8 });
    await house.jobs.drain();
    expect(await house.db.read(`select from platform.mail where recipient = $1 and subject like '4 pièces d’une commande partagée%'`, [founder.email])).toHaveLength(1);
    await service.shareOut(founder, { orderId: order.id, line: 1, rule: 'hand', answerDays: 3, reason: 'Her loom is mended.', shares: [{ artisanId: amina.artisanId, quantity: 4 }] });
    expect(await standing()).toEqual({ [founder.artisanId]: 8, [amina.artisanId]: 4 });
  });

  it('is made, and inspected by whoever did not make it', async () => {
    const service = house.get(LotsService);
    for (const who of [founder, amina]) {
      for (const lot of (await lots()).filter(({ artisanId, state }) => artisanId === who.artisanId && state === 'offered')) await service.byMember(who, lot.id, 'accept', null, null);
      for (const lot of (await lots()).filter(({ artisanId, state }) => artisanId === who.artisanId && state === 'accepted')) await service.byMember(who, lot.id, 'make', null, null);
    }
    for (const lot of (await lots()).filter(({ state }) => state === 'made')) {
      const [own, other] = lot.artisanId === founder.artisanId ? [founder, amina] : [amina, founder];
      await expect(service.inspect(own, lot.id, lot.quantity, null)).rejects.toMatchObject({ code: 'CLUSTER_OWN_LOT' });
      await service.inspect(other, lot.id, lot.quantity, null);
    }
    await house.jobs.drain({ errands: false });
    expect(await house.get(OrdersService).stateOf(order.id)).toBe('ready');
  });

  it('pays, once it is delivered, whoever made it and each of the cluster’s works as they were frozen', async () => {
    // As on the road that another journey walks with its papers.
    await house.db.write(SYSTEM, (tx) => tx.publish('ExportFileCompleted', { orderId: order.id, exportFileId: newId(), version: 1 }));
    await house.jobs.drain({ errands: false });
    const consignment = { consignmentId: newId(), orderIds: [order.id] };
    await house.db.write(SYSTEM, (tx) => tx.publish('ConsignmentDispatched', { ...consignment, trackingNumber: 'RB20261124', carrier: 'barid', dispatchedOn: '2026-11-28' }));
    await house.jobs.drain({ errands: false });
    await house.db.write(SYSTEM, (tx) => tx.publish('ConsignmentDelivered', { ...consignment, deliveredOn: '2026-11-29' }));
    await house.jobs.drain({ errands: false });
    expect(await house.get(OrdersService).stateOf(order.id)).toBe('delivered');

    const [line] = order.proForma.lines;
    const ledger = await house.get(PaymentsService).orderLedger(DESK, order.id);
    expect(ledger.shares.reduce((sum, share) => sum + share.amount.amountMinor, 0)).toBe(order.proForma.totals.totalMinor);
    const made = ledger.shares.filter((share) => share.to === 'artisan');
    expect(made.map((share) => [share.beneficiaryId, share.pieces, share.receives!.amountMinor]).sort()).toEqual([[founder.artisanId, 8, 8 * 100_003], [amina.artisanId, 4, 4 * 100_003]].sort());
    expect(made.reduce((sum, share) => sum + share.amount.amountMinor, 0)).toBe(line!.shares.makerMinor);
    const works = ledger.shares.filter((share) => share.to === 'cluster').map((share) => ({ role: share.role, minor: share.amount.amountMinor, madMinor: share.receives!.amountMinor }));
    expect(works.sort((a, b) => (a.role! < b.role! ? -1 : 1))).toEqual([...line!.clusterRoles!].sort((a, b) => (a.role < b.role ? -1 : 1)));

    const accounts = house.get(PayoutAccountsService);
    for (const who of [founder, amina]) await accounts.save(who, '011519000001205000534921');
    house.clock.advance(4 * DAY);
    const batch = newId();
    expect(await house.get(PayoutsService).createBatch(DESK, batch)).toMatchObject({ totalMinor: PIECES * 100_003 });
    await house.get(PayoutsService).settle(DESK, { batchId: batch });
    expect([(await earned(founder)).paidMinor, (await earned(amina)).paidMinor, (await earned(itto)).paidMinor]).toEqual([8 * 100_003, 4 * 100_003, 0]);
    expect((await earned(founder, clusterId)).releasedMinor).toBe(line!.sharesMad.clusterMinor);
  });

  it('gives back of an accepted complaint from each as she had it', async () => {
    const complaint = newId();
    await house.get(ComplaintsService).open(buyer, { id: complaint, orderId: order.id, line: 1, quantity: 3, kind: 'not_as_described', words: 'Three are blue.' });
    await house.get(ComplaintsService).answer(founder, 'accept', { id: complaint });
    await house.settle();
    const { captured, refunded, released } = await house.get(PaymentsService).orderLedger(DESK, order.id);
    expect(refunded.amountMinor).toBeGreaterThan(0);
    expect(released.amountMinor + refunded.amountMinor).toBe(captured.amountMinor);
    const [most, least] = [(await earned(founder)).owedMinor, (await earned(amina)).owedMinor];
    expect(least).toBeGreaterThan(0);
    // To a cent of what the buyer pays in, which is eleven centimes of what they were paid in.
    expect(Math.abs(most - 2 * least)).toBeLessThanOrEqual(11);
    expect((await earned(founder, clusterId)).releasedMinor).toBeLessThan(order.proForma.lines[0]!.sharesMad.clusterMinor);
  });
});
