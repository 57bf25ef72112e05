import sharp from 'sharp';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService, PhotographService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { registered, rugOf } from './clusters.fixtures.js';
import { clustersRoom, ClustersService, LotsQueries, LotsService, MembershipService, OffersService, partOfPrice, type Permission } from './index.js';
import { DelegatedService } from './member/delegated.service.js';
import { PERMISSIONS } from './member/membership.js';

/** Each permission does something, does it only while it stands, and only for the cluster it was given to. */
describe('what a member lets a cluster do', () => {
  let house: TestHouse;
  let founder: Actor;
  let weaver: Actor;
  let clusterId: string;
  let rug: string;
  let picture: Buffer;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    picture = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    house.clock.set(TODAY);
    [founder, weaver, clusterId] = [await artisan(), await artisan(), newId()];
    await found(founder, clusterId);
    await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(founder, clusterId, weaver.artisanId!, 'approve', null);
    rug = await rugOf(house.db, weaver.artisanId!);
    await house.db.read(`update catalog.product set is_unique = false where id = $1`, [rug]);
  });

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const found = (who: Actor, id: string) => house.get(ClustersService).create(who, { id, name: `Union ${id}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
  const lets = (permission: Permission, granted: boolean) => house.get(MembershipService).setPermission(weaver, clusterId, permission, granted);

  async function offeredLot(): Promise<string> {
    const orderId = newId();
    await house.db.write(SYSTEM, (tx) => house.get(LotsService).open(tx, orderId, clusterId, [{ number: 1, productId: rug, artisanId: weaver.artisanId!, quantity: 3 }]));
    await house.get(LotsService).shareOut(founder, { orderId, line: 1, rule: 'hand', answerDays: 3, reason: 'Her kiln is free.', shares: [{ artisanId: weaver.artisanId!, quantity: 3 }] });
    return (await house.get(LotsQueries).myLots(weaver, { first: 1 })).nodes[0]!.id;
  }

  /** What each permission is for, as somebody of the cluster does it. */
  const acts: Record<Permission, (who: Actor) => Promise<unknown>> = {
    list: (who) => house.get(OffersService).offer(who, clusterId, rug, null),
    price: async (who) => {
      await lets('list', true);
      return house.get(OffersService).offer(who, clusterId, rug, 900);
    },
    stock: (who) => house.get(DelegatedService).stock(who, clusterId, rug, 7),
    photograph: (who) => house.get(DelegatedService).photograph(who, clusterId, { id: newId(), productId: rug }, picture),
    act: async (who) => house.get(LotsService).byMember(who, await offeredLot(), 'accept', null, null),
  };

  it('has an act for each permission there is', () => expect(Object.keys(acts).sort()).toEqual([...PERMISSIONS].sort()));

  it.each(PERMISSIONS)('needs "%s" for it, has it at once when it is given, and no longer when it is taken back', async (permission) => {
    await expect(acts[permission](founder)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission } });
    for (const other of PERMISSIONS.filter((one) => one !== permission && one !== 'list')) await lets(other, true);
    await expect(acts[permission](founder)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission } });
    await lets(permission, true);
    await acts[permission](founder);
    await lets(permission, false);
    await expect(acts[permission](founder)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission } });
  });

  it.each(PERMISSIONS)('is done before "%s" is taken back or refused after, never in between, and leaves nothing that it alone allowed', async (permission) => {
    const outcomes = new Set<string>();
    for (let turn = 0; turn < 6; turn++) {
      house.clock.advance(1_000);
      for (const one of ['list', permission] as const) await lets(one, true);
      const act = permission === 'act' ? await offeredLot() : null;
      const doing = act === null ? (permission === 'stock' ? house.get(OffersService).offer(founder, clusterId, rug, null, { keptBack: 2 }) : permission === 'price' ? house.get(OffersService).offer(founder, clusterId, rug, 900) : acts[permission](founder)) : house.get(LotsService).byMember(founder, act, 'accept', null, null);
      const [done] = await Promise.allSettled([doing, lets(permission, false)]);
      outcomes.add(done.status === 'fulfilled' ? 'done' : (done.reason as { code: string }).code);
      const [kept] = await house.db.read<{ asked_bp: number | null; kept_back: number }>(`select asked_bp, kept_back from clusters.offer where product_id = $1`, [rug]);
      const [piece] = await house.get(CatalogService).tradeData([rug]);
      if (permission === 'list') expect([kept, piece!.exporter.kind, piece!.price.clusterMinor]).toEqual([undefined, 'artisan', 0]);
      if (permission === 'price') expect([kept?.asked_bp ?? null, [0, 12_000].includes(piece!.price.clusterMinor)]).toEqual([null, true]);
      if (permission === 'stock') expect(kept?.kept_back ?? 0).toBe(0);
    }
    for (const outcome of outcomes) expect(['done', 'CLUSTER_PERMISSION_MISSING']).toContain(outcome);
  });

  it.each(PERMISSIONS)('gives "%s" to nobody outside: no other cluster, no plain member, no agent of another', async (permission) => {
    await lets(permission, true);
    const [stranger, other] = [await artisan(), newId()];
    await found(stranger, other);
    const agent = actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: other }] });
    for (const who of [stranger, agent]) await expect(acts[permission](who)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await house.get(MembershipService).step(stranger, clusterId, stranger.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(founder, clusterId, stranger.artisanId!, 'approve', null);
    await expect(acts[permission](stranger)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
  });

  it('counts and photographs as she would, with the name of who did it on the record', async () => {
    await lets('stock', true);
    await lets('photograph', true);
    expect(await acts.stock(founder)).toBe(7);
    const id = newId();
    const taken = await house.get(DelegatedService).photograph(founder, clusterId, { id, productId: rug }, picture);
    expect(await house.get(DelegatedService).photograph(founder, clusterId, { id, productId: rug }, picture)).toEqual(taken);
    await expect(house.get(PhotographService).add(founder, { id: newId(), productId: rug }, picture)).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
    await expect(house.get(DelegatedService).stock(founder, clusterId, rug, -1)).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'stock' });
    const strangers = await rugOf(house.db, (await artisan()).artisanId!);
    await expect(house.get(DelegatedService).stock(founder, clusterId, strangers, 1)).rejects.toMatchObject({ code: 'CLUSTER_MEMBER_NOT_FOUND' });
    const rows = await house.db.read<{ action: string; account_id: string }>(`select action, account_id from platform.audit where subject_id = $1 and action like 'cluster.%' order by action`, [rug]);
    // The same photograph sent twice is one act.
    expect(rows.filter((row) => row.action === 'cluster.photograph')).toHaveLength(1);
    expect(rows.map((row) => row.action)).toContain('cluster.stock');
    expect(rows.every((row) => row.account_id === founder.accountId)).toBe(true);
  });

  it('ends all of them when she leaves, and offers to others what she has not made yet', async () => {
    const sister = await artisan();
    await house.get(MembershipService).step(sister, clusterId, sister.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(founder, clusterId, sister.artisanId!, 'approve', null);
    for (const one of [weaver, sister]) await house.get(MembershipService).setWork(one, clusterId, one.artisanId!, { capacity: 10 });
    for (const permission of PERMISSIONS) await lets(permission, true);
    const orderId = newId();
    await house.db.write(SYSTEM, (tx) => house.get(LotsService).open(tx, orderId, clusterId, [{ number: 1, productId: rug, artisanId: weaver.artisanId!, quantity: 6 }]));
    await house.get(LotsService).shareOut(founder, { orderId, line: 1, rule: 'capacity', answerDays: 3 });
    await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId!, 'leave', null);
    for (const permission of ['stock', 'photograph'] as const) await expect(acts[permission](founder)).rejects.toMatchObject({ code: 'CLUSTER_MEMBER_NOT_FOUND' });
    expect((await house.get(LotsQueries).myLots(weaver, { first: 10 })).nodes).toEqual([expect.objectContaining({ state: 'lapsed', outcome: 'She left the cluster' })]);
    const theirs = (await house.get(LotsQueries).allotments(founder, clusterId, { first: 10 })).nodes[0]!.lots.filter((lot) => lot.state === 'offered');
    expect(theirs.reduce((sum, lot) => sum + lot.quantity, 0)).toBe(6);
    expect(new Set(theirs.map((lot) => lot.artisanId))).toEqual(new Set([sister.artisanId]));
  });

  it('pauses an offer whose fee is above a third of a lowered price, tells both, and resumes it with the price', async () => {
    const identity = house.get(IdentityService);
    // Her joining was told before she had an account.
    await house.jobs.drain();
    const account = await identity.createPerson({ email: `w${newId()}@example.org`, password: 'correct horse battery', name: 'Rqia', locale: 'fr' });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: weaver.artisanId! }));
    await lets('list', true);
    await lets('price', true);
    await house.get(OffersService).offer(founder, clusterId, rug, 3_000);
    const reprice = async (minor: number): Promise<void> => {
      await house.db.read(`update catalog.product set price_minor = $2, goods_minor = $2 where id = $1`, [rug, minor]);
      await house.db.write(SYSTEM, (tx) => tx.publish('ProductRepriced', { productId: rug }));
      await house.jobs.drain();
    };
    const exporter = async () => (await house.get(CatalogService).tradeData([rug]))[0]!.exporter.kind;
    await reprice(200_000);
    expect(await exporter()).toBe('cluster');
    // The fee of an order stays what it was while her price falls.
    await house.db.read(`update clusters.offer set fee_order_minor = 50000 where product_id = $1`, [rug]);
    await reprice(100_000);
    expect(await exporter()).toBe('artisan');
    expect(await house.db.read(`select paused_at is not null paused from clusters.offer where product_id = $1`, [rug])).toEqual([{ paused: true }]);
    await reprice(90_000);
    await reprice(2_000_000);
    expect(await exporter()).toBe('cluster');
    const letters = await house.db.read<{ subject: string }>(`select subject from platform.mail m where m.recipient in (select email from identity."user" where id = $1) order by id`, [account]);
    expect(letters.map((letter) => letter.subject)).toEqual([`Union ${clusterId} ne propose plus « Rug » pour l’instant`, `Union ${clusterId} propose de nouveau « Rug »`]);
    await reprice(100_000);
    await house.get(OffersService).withdraw(weaver, rug);
    await reprice(2_000_000);
    expect(await exporter()).toBe('artisan');
  });
});
