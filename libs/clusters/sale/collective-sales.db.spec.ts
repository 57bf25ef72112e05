import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registered, rugOf } from '../clusters.fixtures.js';
import { SaleMovementsService } from './movements.service.js';
import { SalesQueries } from './sales.queries.js';
import { clustersRoom, ClustersService, CollectiveSalesService, MembershipService, OffersService, partOfPrice } from '../index.js';

const HOUR = 3_600_000;
const at = (hours: number): Date => new Date(TODAY.getTime() + hours * HOUR);

describe('collective sales', () => {
  let house: TestHouse;
  let sales: CollectiveSalesService;
  let founder: Actor;
  let weaver: Actor;
  let clusterId: string;
  let rugs: string[];
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    sales = house.get(CollectiveSalesService);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.set(TODAY);
    founder = actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    weaver = actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    clusterId = newId();
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(founder, clusterId, weaver.artisanId!, 'approve', null);
    for (const permission of ['list', 'price'] as const) await house.get(MembershipService).setPermission(weaver, clusterId, permission, true);
    rugs = [await rugOf(house.db, weaver.artisanId!), await rugOf(house.db, weaver.artisanId!)];
  });

  const planned = (more: object = {}, who: Actor = founder) =>
    sales.plan(who, { id: newId(), clusterId, title: 'Week of the wool', opensAt: at(1), closesAt: at(25), collectionOn: '2026-11-26', pieces: rugs.map((productId) => ({ productId, feeBp: 1_000 })), ...more });
  const salesOf = async () => (await house.get(SalesQueries).page(founder, clusterId, { first: 24 })).nodes;
  const exporters = async (): Promise<string[]> => (await house.get(CatalogService).tradeData(rugs)).map((piece) => `${piece.exporter.kind} ${piece.price.clusterMinor}`);
  async function pass(hours: number): Promise<void> {
    house.clock.set(at(hours));
    await house.jobs.tick('clusters.turn-sales');
  }

  it('offers its pieces from opening to closing, and not a moment longer', async () => {
    const { id } = await planned();
    await pass(0.5);
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
    await pass(1);
    expect(await exporters()).toEqual(['cluster 24000', 'cluster 24000']);
    expect(await salesOf()).toEqual([expect.objectContaining({ id, state: 'open' })]);
    await pass(25);
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
    expect(await salesOf()).toEqual([]);
  });

  it('leaves out what may no longer be offered, says why, and sells the rest', async () => {
    const other = newId();
    await house.get(ClustersService).create(founder, { id: other, name: `Autre ${other}`, legalForm: 'company', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 200 });
    await house.get(MembershipService).step(weaver, other, weaver.artisanId!, 'request', partOfPrice(200));
    await house.get(MembershipService).step(founder, other, weaver.artisanId!, 'approve', null);
    await house.get(MembershipService).setPermission(weaver, other, 'list', true);
    await planned();
    await house.get(OffersService).offer(founder, other, rugs[0]!, null);
    await pass(2);
    const [sale] = await salesOf();
    expect(sale!.pieces.map((piece) => piece.leftOut).sort()).toEqual(['CLUSTER_OFFERED_ELSEWHERE', null]);
    await pass(26);
    // What the other cluster offers is not this sale's to end.
    expect((await house.get(CatalogService).tradeData([rugs[0]!]))[0]!.exporter.id).toBe(other);
  });

  it('keeps on sale afterwards what was on sale before, and ends at once for a maker who takes her permission back', async () => {
    await house.get(OffersService).offer(founder, clusterId, rugs[0]!, 700);
    await planned();
    await pass(2);
    // During the sale its own terms, afterwards those of before.
    expect(await exporters()).toEqual(['cluster 24000', 'cluster 24000']);
    await pass(25);
    expect(await exporters()).toEqual(['cluster 16800', 'artisan 0']);
    await planned({ opensAt: at(30), closesAt: at(40), collectionOn: '2026-11-28' });
    await pass(31);
    await house.get(MembershipService).setPermission(weaver, clusterId, 'list', false);
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
    await pass(41);
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
  });

  it('has a price, a fee and a minimum of its own days, and gives back exactly the offer of before', async () => {
    await house.db.read(`update catalog.product set is_unique = false where id = any($1::uuid[])`, [rugs]);
    const offer = () => house.db.read(`select fee_bp, fee_item_minor, minimum_quantity, kept_back, text from clusters.offer where product_id = $1`, [rugs[0]]);
    await house.get(OffersService).offer(founder, clusterId, rugs[0]!, 700, { minimumQuantity: 2, text: { en: 'Woven by turn.' } });
    const [before, listed] = [await offer(), (await house.get(CatalogService).tradeData([rugs[0]!]))[0]];
    await planned({ pieces: [{ productId: rugs[0]!, feeBp: 300, itemMinor: 4_000, minimumQuantity: 4 }] });
    await pass(2);
    expect((await house.get(CatalogService).tradeData([rugs[0]!]))[0]).toMatchObject({ minimumQuantity: 4, price: { clusterMinor: 7_200 + 4_000 } });
    await pass(25);
    expect(await offer()).toEqual(before);
    expect((await house.get(CatalogService).tradeData([rugs[0]!]))[0]).toEqual(listed);
    // What a coordinator says during a sale outlives it.
    await planned({ opensAt: at(30), closesAt: at(40), collectionOn: '2026-11-28', pieces: [{ productId: rugs[0]!, feeBp: 300, minimumQuantity: 4 }] });
    await pass(31);
    await house.get(OffersService).offer(founder, clusterId, rugs[0]!, 900);
    await pass(41);
    expect(await offer()).toEqual([expect.objectContaining({ fee_bp: 900, minimum_quantity: 1 })]);
  });

  it.each<[string, boolean]>([['the offer of before', true], ['her own listing', false]])('gives back %s when two sales overlap, and no price of a sale that is over', async (_, offered) => {
    if (offered) await house.get(OffersService).offer(founder, clusterId, rugs[0]!, 700);
    const before = await exporters();
    const of = (feeBp: number, opens: number, closes: number) => planned({ opensAt: at(opens), closesAt: at(closes), pieces: [{ productId: rugs[0]!, feeBp }] });
    const first = async (): Promise<string> => (await exporters())[0]!;
    await of(1_000, 1, 10);
    await of(300, 5, 20);
    await pass(2);
    expect(await first()).toBe('cluster 24000');
    await pass(6);
    expect(await first()).toBe('cluster 7200');
    await pass(11);
    expect(await first()).toBe('cluster 7200');
    await pass(21);
    expect(await exporters()).toEqual(before);
    // One within the other: the outer one goes on on its own terms until it closes.
    await of(1_000, 22, 40);
    await of(300, 24, 30);
    await pass(25);
    expect(await first()).toBe('cluster 7200');
    await pass(31);
    expect(await first()).toBe('cluster 24000');
    await pass(41);
    expect(await exporters()).toEqual(before);
  });

  it('leaves a piece to its maker for as long as the offer of before may not come back', async () => {
    await house.get(OffersService).offer(founder, clusterId, rugs[0]!, 700);
    await planned({ pieces: [{ productId: rugs[0]!, feeBp: 100 }] });
    await pass(2);
    // Her price fell meanwhile: the old fixed fee would be above a third.
    await house.db.read(`update clusters.collective_piece set before = jsonb_set(before, '{asked,itemMinor}', '200000') where product_id = $1`, [rugs[0]]);
    await pass(25);
    expect((await house.get(CatalogService).tradeData([rugs[0]!]))[0]!.exporter.kind).toBe('artisan');
    expect(await house.db.read(`select paused_at is not null paused from clusters.offer where product_id = $1`, [rugs[0]])).toEqual([{ paused: true }]);
  });

  it('counts what suppliers bring in and outlets take out, never more out than in', async () => {
    const { id } = await planned({ outlets: [{ name: 'Ensemble artisanal', city: 'Rabat' }, { name: 'Foire', city: 'Fès' }] });
    const movements = house.get(SaleMovementsService);
    const move = (outlet: number | null, quantity: number, over: object = {}, who: Actor = founder) => movements.record(who, { id: newId(), saleId: id, productId: rugs[0]!, outlet, quantity, ...over });
    await expect(move(null, 1)).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_ON' });
    await pass(2);
    const [twice, lastOut] = [newId(), newId()];
    await move(null, 5, { id: twice });
    await move(null, 5, { id: twice });
    await move(1, 2);
    await expect(move(2, 4)).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_HERE', field: 'input.quantity' });
    const races = await Promise.allSettled([move(1, 2), move(2, 2), move(2, 2)]);
    expect(races.filter((race) => race.status === 'fulfilled')).toHaveLength(1);
    await move(1, 1, { id: lastOut });
    await move(1, 1, { id: lastOut });
    await expect(move(1, 2, { id: lastOut })).rejects.toMatchObject({ code: 'CLUSTER_MOVEMENT_TAKEN', field: 'input.id' });
    expect(await house.db.read(`select count(*)::int n from platform.audit where subject_id = $1 and action = 'cluster.sale_in'`, [id])).toEqual([{ n: 1 }]);
    const [sale] = await salesOf();
    expect(sale!.pieces.find((piece) => piece.productId === rugs[0])).toMatchObject({ broughtIn: 5, sentOut: 5, title: 'Rug' });
    expect(sale!.outlets.reduce((sum, outlet) => sum + outlet.received, 0)).toBe(5);
    await expect(move(3, 1)).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_FOUND', field: 'input.outlet' });
    await expect(move(null, 1, { productId: newId() })).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_FOUND', field: 'input.productId' });
    await expect(move(null, 1, {}, weaver)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await expect(house.db.read(`delete from clusters.sale_movement where sale_id = $1`, [id])).rejects.toMatchObject({ code: '23001' });
  });

  it('gives back to its maker what is left over, never more than is here, also of a sale that was called off midway', async () => {
    const { id } = await planned({ outlets: [{ name: 'Ensemble artisanal', city: 'Rabat' }] });
    const move = (over: object) => house.get(SaleMovementsService).record(founder, { id: newId(), saleId: id, productId: rugs[0]!, quantity: 1, ...over });
    await pass(2);
    await move({ quantity: 5 });
    await move({ outlet: 1, quantity: 2 });
    await expect(move({ back: true, quantity: 4 })).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_HERE', field: 'input.quantity' });
    await expect(move({ back: true, outlet: 1 })).rejects.toMatchObject({ code: 'CLUSTER_SALE_ONE_WAY', field: 'input.outlet' });
    await sales.cancel(founder, id);
    const once = newId();
    for (let i = 0; i < 2; i++) await move({ id: once, back: true, quantity: 3 });
    await expect(move({ id: once, quantity: 3 })).rejects.toMatchObject({ code: 'CLUSTER_MOVEMENT_TAKEN' });
    await expect(move({ outlet: 1 })).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_HERE' });
    const [sale] = (await house.get(SalesQueries).page(founder, clusterId, { first: 1, states: ['cancelled'] })).nodes;
    expect(sale!.pieces.find((piece) => piece.productId === rugs[0])).toMatchObject({ broughtIn: 5, sentOut: 2, goneBack: 3 });
    const never = await planned({ opensAt: at(3), closesAt: at(4) });
    await sales.cancel(founder, never.id);
    await expect(move({ saleId: never.id })).rejects.toMatchObject({ code: 'CLUSTER_SALE_NOT_ON' });
  });

  it('counts what was ordered in its days, also when it is paid after them, and of two sales at once in the one that had the piece', async () => {
    const outer = await planned({ opensAt: at(1), closesAt: at(40) });
    const inner = await planned({ opensAt: at(10), closesAt: at(20), pieces: [{ productId: rugs[0]!, feeBp: 300 }] });
    const ordered = async (hours: number, quantity: number): Promise<string> => {
      const orderId = newId();
      await house.db.write(SYSTEM, (tx) => tx.publish('OrderFunded', { orderId, basketId: newId(), clusterId, placedAt: at(hours).toISOString(), lines: [{ number: 1, productId: rugs[0]!, artisanId: weaver.artisanId!, quantity }] }));
      await house.jobs.drain({ errands: false });
      return orderId;
    };
    const sold = async (id: string): Promise<number> => (await house.get(SalesQueries).page(founder, clusterId, { first: 9, states: ['open', 'closed'] })).nodes.find((sale) => sale.id === id)!.pieces.find((piece) => piece.productId === rugs[0])!.sold;
    await pass(1);
    await ordered(0.5, 64);
    await ordered(2, 1);
    await pass(10);
    await ordered(11, 2);
    const undone = await ordered(12, 8);
    await pass(20);
    await ordered(19.9, 4);
    await ordered(21, 32);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderCancelled', { orderId: undone, reason: 'declined' }));
    await house.jobs.drain({ errands: false });
    expect([await sold(outer.id), await sold(inner.id)]).toEqual([33, 6]);
  });

  it('is called off by a coordinator, and never opens when its whole window was slept through', async () => {
    const { id } = await planned();
    await pass(2);
    await expect(sales.cancel(weaver, id)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    expect(await sales.cancel(founder, id)).toMatchObject({ state: 'cancelled' });
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
    await expect(sales.cancel(founder, id)).rejects.toMatchObject({ code: 'CLUSTER_SALE_MOVED' });
    await planned({ opensAt: at(3), closesAt: at(4) });
    await pass(100);
    expect(await salesOf()).toEqual([]);
    expect(await exporters()).toEqual(['artisan 0', 'artisan 0']);
  });

  it.each<[string, object, string, string]>([
    ['an opening in the past', { opensAt: at(-1) }, 'CLUSTER_SALE_WINDOW', 'input.opensAt'],
    ['a closing before the opening', { closesAt: at(0.5) }, 'CLUSTER_SALE_WINDOW', 'input.closesAt'],
    ['a sale of a year', { closesAt: at(24 * 365), collectionOn: '2028-01-01' }, 'CLUSTER_SALE_WINDOW', 'input.closesAt'],
    ['a collection before the end', { collectionOn: '2026-11-24' }, 'CLUSTER_SALE_WINDOW', 'input.collectionOn'],
    ['a day that is no day', { collectionOn: '2026-02-30' }, 'INPUT_INVALID', 'input.collectionOn'],
    ['a fee above a third, when it is planned', { fee: true }, 'CLUSTER_FEE_TOO_HIGH', 'input.pieces.0.feeBp'],
    ['a minimum of a unique piece, when it is planned', { minimum: true }, 'CATALOG_NUMBER_RANGE', 'input.pieces.0.minimumQuantity'],
    ['no pieces', { pieces: [] }, 'INPUT_INVALID', 'input.pieces'],
    ['a piece there is not', { pieces: [{ productId: newId(), feeBp: 0 }] }, 'CLUSTER_NOT_MEMBER', 'input.pieces.0.productId'],
    ['a title of overrides', { title: '\u202E' }, 'TEXT_EMPTY', 'input.title'],
  ])('refuses %s', async (_, asked, code, field) => {
    const [piece] = rugs.map((productId) => ({ productId, feeBp: 500 }));
    const change = 'fee' in asked ? { pieces: [{ ...piece, itemMinor: 100_000 }] } : 'minimum' in asked ? { pieces: [{ ...piece, minimumQuantity: 2 }] } : asked;
    await expect(planned(change)).rejects.toMatchObject({ code, field });
  });

  it('is seen whole by who speaks for the cluster, with her own pieces by a member, and by nobody else', async () => {
    const sister = actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    await house.get(MembershipService).step(sister, clusterId, sister.artisanId!, 'request', partOfPrice(500));
    const page = async (who: Actor) => (await house.get(SalesQueries).page(who, clusterId, { first: 24 })).nodes.map((sale) => sale.pieces.length);
    await planned();
    await planned({ opensAt: at(2) });
    expect(await page(founder)).toEqual([2, 2]);
    expect(await page(actor('desk'))).toEqual([2, 2]);
    expect(await page(weaver)).toEqual([2, 2]);
    for (const who of [sister, actor('buyer'), actor([])]) expect(await page(who)).toEqual([]);
    await house.get(MembershipService).step(founder, clusterId, sister.artisanId!, 'approve', null);
    expect(await page(sister)).toEqual([0, 0]);
    const order = async (sort: 'NEWEST' | 'OLDEST') => (await house.get(SalesQueries).page(founder, clusterId, { first: 24, sort })).nodes.map((sale) => sale.id);
    expect(await order('OLDEST')).toEqual((await order('NEWEST')).reverse());
  });

  it('is told to whose pieces it takes in, with its hours and the day to bring them, and again when it is called off', async () => {
    const [identity, email] = [house.get(IdentityService), `${newId()}@example.org`];
    await house.jobs.drain();
    const account = await identity.createPerson({ email, password: 'correct horse battery', name: 'Rqia', locale: 'ar' });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: weaver.artisanId! }));
    const { id } = await planned();
    await sales.cancel(founder, id);
    const slept = await planned({ title: 'Slept', opensAt: at(1), closesAt: at(2), collectionOn: '2026-11-24' });
    const held = await planned({ title: 'Held', opensAt: at(3), closesAt: at(4), collectionOn: '2026-11-25' });
    await pass(3);
    await house.db.write(SYSTEM, (tx) => tx.publish('OrderFunded', { orderId: newId(), basketId: newId(), clusterId, placedAt: at(3.5).toISOString(), lines: [{ number: 1, productId: rugs[0]!, artisanId: weaver.artisanId!, quantity: 3 }] }));
    await pass(4);
    await house.jobs.drain({ until: at(8) });
    const about = (title: string) => house.db.read<{ subject: string; body: string }>(`select subject, body from platform.mail where recipient = $1 and subject like '%' || $2 || '%' order by id`, [email, title]);
    expect(await house.db.read(`select state from clusters.collective_sale where id = any($1::uuid[]) order by opens_at`, [[slept.id, held.id]])).toEqual([{ state: 'cancelled' }, { state: 'closed' }]);
    expect((await about('Slept')).map((letter) => letter.subject)[1]).toBe(`ألغى Union ${clusterId} بيع «Slept»`);
    expect((await about('Held'))[1]).toMatchObject({ subject: `Union ${clusterId}: أحضر يوم 25 نونبر 2026 ما بيع في «Held»`, body: expect.stringContaining('\n\nRug: 3\n\n') as string });
    const letters = await house.db.read<{ subject: string; body: string }>(`select subject, body from platform.mail where recipient = $1 and subject like '%wool%' order by subject`, [email]);
    expect(letters.map((letter) => letter.subject)).toEqual([`Union ${clusterId}: قطعك في «Week of the wool»`, `ألغى Union ${clusterId} بيع «Week of the wool»`]);
    expect(letters[0]!.body).toMatch(/24 نونبر 2026[^]*25 نونبر 2026[^]*Rug\nRug[^]*26 نونبر 2026[^]*\/ar\/clusters/);
  });

  it('is planned by coordinators only, for pieces whose makers let them', async () => {
    await expect(planned({}, weaver)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await house.get(MembershipService).setPermission(weaver, clusterId, 'price', false);
    await expect(planned()).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING' });
  });
});
