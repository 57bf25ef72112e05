import { jest } from '@jest/globals';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { ClusterFeesService, ClustersService, MembershipService, OffersService, type RoleFee } from '#libs/clusters';
import { BasketsService, ComplaintsService, OrdersService, PlacementService, type Order } from '#libs/orders';
import { CheckoutsService, PaymentsService } from '#libs/payments';
import { piece, PARIS } from '../../libs/orders/orders.fixtures.js';
import { DeliveredService } from '../../libs/shipping/quotes/delivered.service.js';
import { actor } from '../database.js';
import { DESK, openFittingHouse, type FittingHouse, type Person } from './fitting-house.js';

jest.setTimeout(120_000);

type Fees = readonly (Pick<RoleFee, 'role'> & Partial<RoleFee>)[];
interface Line {
  readonly priceMinor: number;
  readonly quantity: number;
  /** What its maker accepted; the cluster changed its fee between two of them. */
  readonly fees: Fees;
  /** What the cluster must receive of the line, in centimes, by role: worked out by hand. The rug weighs 2.8 kg. */
  readonly due: Readonly<Record<string, number>>;
}

/** Each way in which a cluster is paid, alone and together, from the fee its member accepts to what each of its works has in the ledger. */
const CASES: readonly (readonly [string, readonly Line[]])[] = [
  ['nothing', [{ priceMinor: 240_000, quantity: 2, fees: [], due: {} }]],
  ['a part of the price', [{ priceMinor: 100_003, quantity: 3, fees: [{ role: 'coordinator', bp: 333 }], due: { coordinator: 3 * 3_330 } }]],
  ['an amount for each piece', [{ priceMinor: 50_000, quantity: 4, fees: [{ role: 'packing', itemMinor: 1_501 }], due: { packing: 4 * 1_501 } }]],
  // 2.8 kg at 3.33 dirhams are 9.324, which is 9.32.
  ['an amount for each kilogram', [{ priceMinor: 50_000, quantity: 3, fees: [{ role: 'collection', kgMinor: 333 }], due: { collection: 3 * 932 } }]],
  ['an amount for the order', [{ priceMinor: 50_000, quantity: 5, fees: [{ role: 'quality', orderMinor: 7_777 }], due: { quality: 7_777 } }]],
  // Two percent of nine dirhams are 18 centimes.
  ['a little of a tiny price', [{ priceMinor: 900, quantity: 5, fees: [{ role: 'coordinator', bp: 200 }, { role: 'packing', itemMinor: 1 }], due: { coordinator: 90, packing: 5 } }]],
  [
    'all of them together',
    [{
      priceMinor: 100_000, quantity: 3,
      fees: [{ role: 'coordinator', bp: 300, orderMinor: 1_000 }, { role: 'collection', kgMinor: 500 }, { role: 'quality', itemMinor: 250 }, { role: 'packing', itemMinor: 2_000, orderMinor: 3_000 }],
      due: { coordinator: 3 * 3_000 + 1_000, collection: 3 * 1_400, quality: 3 * 250, packing: 3 * 2_000 + 3_000 },
    }],
  ],
  [
    'the highest fee for the order, once, over the lines of makers who accepted one',
    [
      { priceMinor: 100_000, quantity: 1, fees: [{ role: 'packing', orderMinor: 4_000 }], due: { packing: 2_000 } },
      { priceMinor: 50_000, quantity: 2, fees: [{ role: 'packing', bp: 100, orderMinor: 1_000 }], due: { packing: 2 * 500 + 2_000 } },
      { priceMinor: 80_000, quantity: 1, fees: [{ role: 'coordinator', bp: 250 }], due: { coordinator: 2_000 } },
    ],
  ],
];

describe('what a cluster is paid', () => {
  let house: FittingHouse;
  let founder: Person;
  const buyer: Actor = actor('buyer');
  beforeAll(async () => {
    house = await openFittingHouse();
    founder = await house.artisan('Rqia Bennani', 'fr');
  }, 120_000);
  afterAll(() => house?.close());
  afterEach(async () => expect(await house.broken()).toEqual([]));

  async function founded(): Promise<string> {
    const clusterId = newId();
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'cooperative', address: 'Douar', city: 'Sefrou', regionCode: 'MA-03', branch: 'carpets', rules: 'By turn.', feeBp: 0 });
    return clusterId;
  }

  /** The fee as it stands on her page is the fee she accepts. */
  async function read(clusterId: string) {
    const { feeBp: bp, feeItemMinor: itemMinor, feeKgMinor: kgMinor, feeOrderMinor: orderMinor } = (await house.get(ClustersService).cluster(clusterId))!;
    return { bp, itemMinor, kgMinor, orderMinor };
  }

  async function joined(clusterId: string, fees: Fees): Promise<Person> {
    const weaver = await house.artisan('Itto Oubella', 'ar');
    await house.get(ClusterFeesService).set(founder, clusterId, [...fees]);
    await house.get(MembershipService).step(founder, clusterId, weaver.artisanId, 'invite', null);
    const [tie] = await house.get(MembershipService).myMemberships(weaver);
    expect(tie!.fees.map(({ role }) => role).sort()).toEqual(fees.map(({ role }) => role).sort());
    await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId, 'accept', await read(clusterId));
    await house.get(MembershipService).setPermission(weaver, clusterId, 'list', true);
    return weaver;
  }

  async function basketOf(lines: readonly { productId: string; quantity: number }[]): Promise<{ basketId: string; shown: number }> {
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    for (const { productId, quantity } of lines) await house.get(BasketsService).setLine(buyer, basketId, productId, quantity);
    const { quote } = await house.get(BasketsService).basket(buyer, basketId, 'consumer');
    if (!quote?.known) throw new Error('the basket has no price');
    return { basketId, shown: quote.total.amountMinor };
  }

  async function bought(basketId: string, shown: number): Promise<Order> {
    await house.get(PlacementService).place(buyer, { basketId, consignee: PARIS, email: 'claire@example.com', buyerKind: 'consumer', shownTotalMinor: shown });
    await fetch(await house.get(CheckoutsService).start(buyer, basketId), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ act: 'pay' }) });
    await house.settle();
    return (await house.get(OrdersService).ordersOfBasket(buyer, basketId))[0]!;
  }

  async function delivered(orderId: string): Promise<void> {
    const consignment = { consignmentId: newId(), orderIds: [orderId] };
    await house.get(OrdersService).accept(founder, orderId);
    await house.get(OrdersService).finish(founder, orderId);
    await house.jobs.drain({ errands: false });
    for (const say of [
      (tx: Parameters<Parameters<typeof house.db.write>[1]>[0]) => tx.publish('ExportFileCompleted', { orderId, exportFileId: newId(), version: 1 }),
      (tx: Parameters<Parameters<typeof house.db.write>[1]>[0]) => tx.publish('ConsignmentDispatched', { ...consignment, trackingNumber: 'RB20261124', carrier: 'barid', dispatchedOn: '2026-11-28' }),
      (tx: Parameters<Parameters<typeof house.db.write>[1]>[0]) => tx.publish('ConsignmentDelivered', { ...consignment, deliveredOn: '2026-11-29' }),
    ]) {
      await house.db.write(SYSTEM, say);
      await house.jobs.drain({ errands: false });
    }
  }

  const inLedger = (clusterId: string) => house.db.read<{ role: string; minor: number }>(
    `select a.purpose as role, -sum(p.amount_minor)::bigint as minor from payments.account a join payments.posting p on p.account_id = a.id
     where a.owner_kind = 'cluster' and a.owner_id = $1 and a.currency = 'MAD' group by 1 having sum(p.amount_minor) <> 0 order by 1`, [clusterId]);

  it.each(CASES)('as %s: one price from quote to bank, each work its own account', async (_, lines) => {
    const clusterId = await founded();
    const asked: { productId: string; quantity: number }[] = [];
    for (const { priceMinor, quantity, fees } of lines) {
      const weaver = await joined(clusterId, fees);
      const productId = await piece(house.db, weaver.artisanId, { priceMinor, stock: quantity });
      await house.get(OffersService).offer(founder, clusterId, productId, null);
      asked.push({ productId, quantity });
    }
    const { together } = await house.get(DeliveredService).quote({ country: 'FR', buyerKind: 'consumer', incoterm: 'DDP', lines: asked });
    const { basketId, shown } = await basketOf(asked);
    expect(together).toMatchObject({ known: true, total: { amountMinor: shown, currency: 'EUR' } });
    const order = await bought(basketId, shown);
    const { lines: frozen, totals } = order.proForma;
    expect(totals.totalMinor).toBe(shown);
    const dues: Record<string, number> = {};
    for (const [i, { priceMinor, quantity, due }] of lines.entries()) {
      const line = frozen.find(({ productId }) => productId === asked[i]!.productId)!;
      expect(line.sharesMad).toMatchObject({ makerMinor: priceMinor * quantity, clusterMinor: Object.values(due).reduce((sum, minor) => sum + minor, 0) });
      expect(Object.fromEntries(line.clusterRoles!.map((role) => [role.role, role.madMinor]))).toEqual(due);
      expect(line.clusterRoles!.reduce((sum, role) => sum + role.minor, 0)).toBe(line.shares.clusterMinor);
      for (const [role, minor] of Object.entries(due)) dues[role] = (dues[role] ?? 0) + minor;
    }
    await delivered(order.id);
    const ledger = await house.get(PaymentsService).orderLedger(DESK, order.id);
    expect(ledger.shares.reduce((sum, share) => sum + share.amount.amountMinor, 0)).toBe(shown);
    expect(Object.fromEntries((await inLedger(clusterId)).map(({ role, minor }) => [role, minor]))).toEqual(dues);
  });

  it('gives a part of each work back with a part of its line', async () => {
    const clusterId = await founded();
    const weaver = await joined(clusterId, [{ role: 'coordinator', bp: 300 }, { role: 'packing', itemMinor: 2_000, orderMinor: 3_000 }]);
    const productId = await piece(house.db, weaver.artisanId, { priceMinor: 100_000, stock: 4 });
    await house.get(OffersService).offer(founder, clusterId, productId, null);
    const { basketId, shown } = await basketOf([{ productId, quantity: 4 }]);
    const order = await bought(basketId, shown);
    await delivered(order.id);
    const before = Object.fromEntries((await inLedger(clusterId)).map(({ role, minor }) => [role, minor]));
    const id = newId();
    await house.get(ComplaintsService).open(buyer, { id, orderId: order.id, line: 1, quantity: 1, kind: 'not_as_described', words: 'One is blue.' });
    await house.get(ComplaintsService).answer(founder, 'accept', { id });
    await house.settle();
    const after = Object.fromEntries((await inLedger(clusterId)).map(({ role, minor }) => [role, minor]));
    // A quarter of each, to a cent of what the buyer paid in.
    for (const role of ['coordinator', 'packing']) expect(Math.abs(before[role]! * 0.75 - after[role]!)).toBeLessThanOrEqual(11);
  });

  it('stays as a member accepted it until she accepts another, and an order keeps the one it was placed at', async () => {
    const clusterId = await founded();
    const weaver = await joined(clusterId, [{ role: 'coordinator', bp: 300 }]);
    const productId = await piece(house.db, weaver.artisanId, { priceMinor: 100_000, stock: 5 });
    await house.get(OffersService).offer(founder, clusterId, productId, null);
    const [placed, open] = [await basketOf([{ productId, quantity: 1 }]), await basketOf([{ productId, quantity: 1 }])];
    await house.get(PlacementService).place(buyer, { basketId: placed.basketId, consignee: PARIS, email: 'claire@example.com', buyerKind: 'consumer' });
    const old = await read(clusterId);
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'coordinator', bp: 300 }, { role: 'quality', itemMinor: 5_000 }]);
    expect((await basketOf([{ productId, quantity: 1 }])).shown).toBe(open.shown);
    await expect(house.get(ClusterFeesService).accept(weaver, clusterId, old)).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED' });
    await house.get(ClusterFeesService).accept(weaver, clusterId, await read(clusterId));
    // A basket that was open shows the new price, and is not sold at one that its buyer has not seen.
    await expect(bought(open.basketId, open.shown)).rejects.toMatchObject({ code: 'ORDER_PRICE_MOVED' });
    const { shown } = await basketOf([{ productId, quantity: 1 }]);
    expect(shown).toBeGreaterThan(open.shown);
    const [kept, later] = [await bought(placed.basketId, placed.shown), await bought(open.basketId, shown)];
    expect(kept.proForma.lines[0]!.clusterRoles).toMatchObject([{ role: 'coordinator', madMinor: 3_000 }]);
    expect(later.proForma.lines[0]!.clusterRoles).toMatchObject([{ role: 'coordinator', madMinor: 3_000 }, { role: 'quality', madMinor: 5_000 }]);
  });

  it('is never above a third of the price: such a piece is not offered, and one that becomes so is its maker’s alone', async () => {
    const clusterId = await founded();
    const weaver = await joined(clusterId, [{ role: 'packing', itemMinor: 2_000 }]);
    const [cheap, dear] = [await piece(house.db, weaver.artisanId, { priceMinor: 1_000 }), await piece(house.db, weaver.artisanId, { priceMinor: 10_000 })];
    await expect(house.get(OffersService).offer(founder, clusterId, cheap, null)).rejects.toMatchObject({ code: 'CLUSTER_FEE_TOO_HIGH' });
    await house.get(OffersService).offer(founder, clusterId, dear, null);
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'packing', itemMinor: 20_000 }]);
    await house.get(ClusterFeesService).accept(weaver, clusterId, await read(clusterId));
    const { basketId, shown } = await basketOf([{ productId: dear, quantity: 1 }]);
    const order = await bought(basketId, shown);
    expect(order.proForma).toMatchObject({ exporter: { kind: 'artisan', id: weaver.artisanId }, lines: [{ sharesMad: { makerMinor: 10_000, clusterMinor: 0 } }] });
  });
});
