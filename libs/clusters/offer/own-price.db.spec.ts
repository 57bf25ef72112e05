import { newId, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registered, rugOf } from '../clusters.fixtures.js';
import { ShelfService } from './shelf.service.js';
import { ClusterFeesService, clustersRoom, ClustersService, CollectiveSalesService, MembershipService, OffersService, partOfPrice } from '../index.js';

const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(TODAY.getTime() + hours * HOUR);

/** What a buyer pays for a member's piece is what she accepted, or the cluster's own price for as long as she lets it have one. */
describe('a cluster’s own price', () => {
  let house: TestHouse;
  let offers: OffersService;
  let membership: MembershipService;
  let founder: Actor;
  let weaver: Actor;
  let clusterId: string;
  let rugs: string[];
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    [offers, membership] = [house.get(OffersService), house.get(MembershipService)];
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.set(TODAY);
    [founder, weaver, clusterId] = [actor(['buyer', 'artisan'], { artisanId: await registered(house.db) }), actor(['buyer', 'artisan'], { artisanId: await registered(house.db) }), newId()];
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    await membership.step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(500));
    await membership.step(founder, clusterId, weaver.artisanId!, 'approve', null);
    for (const permission of ['list', 'price', 'stock'] as const) await membership.setPermission(weaver, clusterId, permission, true);
    rugs = [await rugOf(house.db, weaver.artisanId!), await rugOf(house.db, weaver.artisanId!)];
    await house.db.read(`update catalog.product set is_unique = false where id = any($1::uuid[])`, [rugs]);
  });

  /** Of a rug for 2,400.00: what the cluster takes of each. */
  const taken = async (): Promise<number[]> => (await house.get(CatalogService).tradeData(rugs)).map((piece) => piece.price.clusterMinor);
  const price = (granted: boolean) => membership.setPermission(weaver, clusterId, 'price', granted);
  async function sale(more: object): Promise<void> {
    await house.get(CollectiveSalesService).plan(founder, { id: newId(), clusterId, title: 'Wool', opensAt: at(1), closesAt: at(25), collectionOn: '2026-11-26', pieces: [{ productId: rugs[0]!, feeBp: 300, ...more }] });
    await pass(2);
  }
  async function pass(hours: number): Promise<void> {
    house.clock.set(at(hours));
    await house.jobs.tick('clusters.turn-sales');
  }

  it('ends with the permission to price, at once, and does not come back with it', async () => {
    await offers.offer(founder, clusterId, rugs[0]!, 1_000, { feeItemMinor: 1_500 });
    await offers.offer(founder, clusterId, rugs[1]!, null);
    expect(await taken()).toEqual([25_500, 12_000]);
    await price(false);
    expect(await taken()).toEqual([12_000, 12_000]);
    await price(true);
    expect(await taken()).toEqual([12_000, 12_000]);
    expect((await house.get(ShelfService).page(founder, clusterId, { first: 9 })).nodes.map((offer) => [offer.ownFeeBp, offer.ownFeeItemMinor])).toEqual([[null, null], [null, null]]);
  });

  it('stands while she accepts another fee, which her other pieces ask from that moment', async () => {
    await offers.offer(founder, clusterId, rugs[0]!, 1_000);
    await offers.offer(founder, clusterId, rugs[1]!, null);
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'coordinator', bp: 200 }, { role: 'packing', itemMinor: 2_000 }]);
    expect(await taken()).toEqual([24_000, 12_000]);
    await house.get(ClusterFeesService).accept(weaver, clusterId, { bp: 200, itemMinor: 2_000, kgMinor: 0, orderMinor: 0 });
    expect(await taken()).toEqual([26_000, 6_800]);
  });

  it('pauses a piece whose newly accepted fee is above a third of its price, and resumes it with the next', async () => {
    await offers.offer(founder, clusterId, rugs[1]!, null);
    const fees = house.get(ClusterFeesService);
    await fees.set(founder, clusterId, [{ role: 'packing', itemMinor: 90_000 }]);
    await fees.accept(weaver, clusterId, { bp: 0, itemMinor: 90_000, kgMinor: 0, orderMinor: 0 });
    expect((await house.get(CatalogService).tradeData([rugs[1]!]))[0]).toMatchObject({ exporter: { kind: 'artisan' }, price: { clusterMinor: 0 } });
    await fees.set(founder, clusterId, [{ role: 'packing', itemMinor: 9_000 }]);
    await fees.accept(weaver, clusterId, { bp: 0, itemMinor: 9_000, kgMinor: 0, orderMinor: 0 });
    expect((await house.get(CatalogService).tradeData([rugs[1]!]))[0]).toMatchObject({ exporter: { kind: 'cluster' }, price: { clusterMinor: 9_000 } });
  });

  it('of a sale that is on ends with the permission too, and closing brings back nothing that was taken back meanwhile', async () => {
    await offers.offer(founder, clusterId, rugs[0]!, 1_000, { keptBack: 2 });
    await sale({});
    expect((await taken())[0]).toBe(7_200);
    await price(false);
    await membership.setPermission(weaver, clusterId, 'stock', false);
    expect((await taken())[0]).toBe(12_000);
    await price(true);
    await membership.setPermission(weaver, clusterId, 'stock', true);
    await pass(25);
    expect((await taken())[0]).toBe(12_000);
    expect((await house.get(ShelfService).page(founder, clusterId, { first: 9 })).nodes[0]).toMatchObject({ feeBp: 500, ownFeeBp: null, keptBack: 0 });
  });

  it('comes back after a sale as what she accepted during it, or paused where her price no longer allows it', async () => {
    await offers.offer(founder, clusterId, rugs[0]!, null);
    await sale({});
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'packing', itemMinor: 5_000 }]);
    await house.get(ClusterFeesService).accept(weaver, clusterId, { bp: 0, itemMinor: 5_000, kgMinor: 0, orderMinor: 0 });
    await pass(25);
    expect((await taken())[0]).toBe(5_000);
    await offers.offer(founder, clusterId, rugs[0]!, null, { feeItemMinor: 60_000 });
    await house.get(CollectiveSalesService).plan(founder, { id: newId(), clusterId, title: 'Wool', opensAt: at(30), closesAt: at(40), collectionOn: '2026-11-28', pieces: [{ productId: rugs[0]!, feeBp: 0, itemMinor: 0 }] });
    await pass(31);
    await house.db.read(`update catalog.product set price_minor = 100000 where id = $1`, [rugs[0]]);
    await pass(41);
    expect((await taken())[0]).toBe(0);
    expect((await house.get(ShelfService).page(founder, clusterId, { first: 9 })).nodes[0]).toMatchObject({ paused: true, ownFeeItemMinor: 60_000 });
  });

  it('is seen by who speaks for the cluster and by the maker, like what is paused or kept back; others see what they can buy', async () => {
    await house.db.read(`insert into catalog.unit (id, product_id, serial) select gen_random_uuid(), p, n from unnest($1::uuid[]) p, generate_series(1, 9) n`, [rugs]);
    await offers.offer(founder, clusterId, rugs[0]!, 1_000, { keptBack: 2 });
    await offers.offer(founder, clusterId, rugs[1]!, null);
    const page = async (who: Actor) => (await house.get(ShelfService).page(who, clusterId, { first: 9, sort: 'OLDEST' })).nodes.map((offer) => [offer.ownFeeBp, offer.keptBack, offer.paused]).sort();
    for (const who of [founder, weaver, actor('desk')]) expect(await page(who)).toEqual([[null, 0, false], [1_000, 2, false]]);
    for (const who of [actor([]), actor('buyer')]) expect(await page(who)).toEqual([[null, null, false], [null, null, false]]);
    await house.db.read(`update clusters.offer set paused_at = now() where product_id = $1`, [rugs[0]]);
    await house.db.read(`update catalog.product set state = 'withdrawn' where id = $1`, [rugs[1]]);
    expect(await page(weaver)).toHaveLength(2);
    expect(await page(actor([]))).toEqual([]);
    expect((await house.get(ShelfService).page(founder, clusterId, { first: 9, artisanId: 'x' })).nodes).toEqual([]);
  });
});
