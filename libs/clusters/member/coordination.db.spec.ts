import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { MandatesService, registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registered, rugOf } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, CoordinationService, LotsService, MembershipService, OffersService, partOfPrice } from '../index.js';
import { ShelfService } from '../offer/shelf.service.js';
import { coordinationLetter } from './coordination-letters.js';

describe('a cluster whose last coordinator loses her standing', () => {
  let house: TestHouse;
  let founder: Actor;
  let weaver: Actor;
  let sister: Actor;
  let third: Actor;
  let clusterId: string;
  let rug: string;
  const admin = actor(['buyer', 'admin']);
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    [founder, weaver, sister, third, clusterId] = [await artisan(), await artisan(), await artisan(), await artisan(), newId()];
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId.slice(-8)}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    for (const one of [weaver, sister, third]) {
      await membership().step(one, clusterId, one.artisanId!, 'request', partOfPrice(500));
      await membership().step(founder, clusterId, one.artisanId!, 'approve', null);
    }
    await membership().setPermission(weaver, clusterId, 'list', true);
    rug = await rugOf(house.db, weaver.artisanId!);
    await house.get(OffersService).offer(founder, clusterId, rug, null);
    await house.jobs.drain();
  });

  const membership = (): MembershipService => house.get(MembershipService);
  const coordination = (): CoordinationService => house.get(CoordinationService);
  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const exporter = async (): Promise<{ kind: string; clusterMinor: number }> => {
    const [piece] = await house.get(CatalogService).tradeData([rug]);
    return { kind: piece!.exporter.kind, clusterMinor: piece!.price.clusterMinor };
  };
  const rests = async (): Promise<boolean> => (await house.get(ClustersService).cluster(clusterId))!.restedAt !== null;
  async function becomes(who: Actor, standing: 'registered' | 'suspended' | 'lapsed' | 'struck_off'): Promise<void> {
    await house.db.read(`update registry.artisan set standing = $2 where id = $1`, [who.artisanId, standing]);
    await house.db.write(SYSTEM, (tx) => tx.publish('StandingChanged', { artisanId: who.artisanId!, standing, maySell: standing === 'registered' }));
    await house.jobs.drain();
  }
  async function account(of: { artisan: Actor } | { role: 'admin' }, locale: 'fr' | 'ar'): Promise<() => Promise<string[]>> {
    const [identity, email] = [house.get(IdentityService), `${newId()}@example.org`];
    const id = await identity.createPerson({ email, password: 'correct horse battery', name: 'Rqia', locale });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, id, 'role' in of ? { role: of.role } : { role: 'artisan', artisanId: of.artisan.artisanId! }));
    return async () => (await house.db.read<{ subject: string }>(`select subject from platform.mail where recipient = $1 order by id`, [email])).map((letter) => letter.subject).filter((subject) => subject.includes(clusterId.slice(-8)));
  }

  it.each(['suspended', 'lapsed', 'struck_off'] as const)('rests while she is %s: she speaks for it no more, its pieces are their makers’ alone, and both come back with her', async (standing) => {
    await becomes(founder, standing);
    expect(await rests()).toBe(true);
    expect(await exporter()).toEqual({ kind: 'artisan', clusterMinor: 0 });
    await expect(house.get(OffersService).offer(founder, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_COORDINATOR_UNREGISTERED' });
    expect(await house.get(ClustersService).coordinated(founder)).toEqual([]);
    expect((await house.get(ShelfService).page(actor([]), clusterId, { first: 5 })).nodes).toEqual([]);
    expect((await house.get(ShelfService).page(weaver, clusterId, { first: 5 })).nodes).toMatchObject([{ productId: rug, resting: true, paused: false }]);
    await becomes(founder, 'registered');
    expect(await rests()).toBe(false);
    expect(await exporter()).toMatchObject({ kind: 'cluster', clusterMinor: 12_000 });
  });

  it('does not rest while another coordinates, or an agent of the organisation is there; and comes to rest when she goes', async () => {
    await membership().setCoordinator(founder, clusterId, sister.artisanId!, true);
    await becomes(founder, 'struck_off');
    expect(await rests()).toBe(false);
    // Of two coordinators the one who may sell is the last.
    await expect(membership().step(sister, clusterId, sister.artisanId!, 'leave', null)).rejects.toMatchObject({ code: 'CLUSTER_LAST_COORDINATOR' });
    await expect(membership().setCoordinator(sister, clusterId, sister.artisanId!, false)).rejects.toMatchObject({ code: 'CLUSTER_LAST_COORDINATOR' });
    await membership().setCoordinator(sister, clusterId, founder.artisanId!, false);
    const identity = house.get(IdentityService);
    const id = await identity.createPerson({ email: `${newId()}@example.org`, password: 'correct horse battery', name: 'Hajar', locale: 'fr' });
    const grant = { role: 'cluster', organisation: { kind: 'cluster', organisationId: clusterId } } as const;
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, id, grant));
    await becomes(sister, 'lapsed');
    expect(await rests()).toBe(false);
    await house.db.write(SYSTEM, (tx) => identity.revoke(tx, id, grant));
    await house.jobs.tick('clusters.find-resting');
    await house.jobs.drain();
    expect(await rests()).toBe(true);
    expect((await exporter()).kind).toBe('artisan');
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, id, grant));
    await house.jobs.tick('clusters.find-resting');
    await house.jobs.drain();
    expect([await rests(), (await exporter()).kind]).toEqual([false, 'cluster']);
  });

  it('tells its members and the administration once, each in their language, and its waking to its members', async () => {
    const [hers, theirs, named] = [await account({ artisan: weaver }, 'ar'), await account({ role: 'admin' }, 'fr'), await account({ artisan: sister }, 'fr')];
    const mark = clusterId.slice(-8);
    await becomes(founder, 'struck_off');
    await house.jobs.tick('clusters.find-resting');
    await house.jobs.drain();
    expect(await hers()).toEqual([`لم يعد أحد يمثل Union ${mark}`]);
    expect(await theirs()).toEqual([`Plus personne ne représente Union ${mark}`]);
    await membership().setCoordinator(admin, clusterId, sister.artisanId!, true);
    await house.jobs.drain();
    expect(await hers()).toEqual([`لم يعد أحد يمثل Union ${mark}`, `عاد التنسيق إلى Union ${mark}`]);
    expect((await named()).sort()).toEqual([`Plus personne ne représente Union ${mark}`, `Union ${mark} est de nouveau coordonné`, `Vous coordonnez Union ${mark}`]);
    expect(await rests()).toBe(false);
    for (const news of ['resting', 'woken', 'resting_told_admin', 'named', 'unnamed'] as const) for (const locale of ['en', 'fr', 'ar'] as const) expect(JSON.stringify(coordinationLetter(news, 'C', locale, 'https://x'))).not.toMatch(/[{]\w+[}]/);
  });

  it('keeps what its members took on, offers nothing new, and lets the administration name nobody who may not sell', async () => {
    const orderId = newId();
    await house.db.write(SYSTEM, (tx) => house.get(LotsService).open(tx, orderId, clusterId, [{ number: 1, productId: rug, artisanId: weaver.artisanId!, quantity: 3 }]));
    await house.get(LotsService).shareOut(founder, { orderId, line: 1, rule: 'hand', answerDays: 3, reason: 'Her kiln is free.', shares: [{ artisanId: sister.artisanId!, quantity: 3 }] });
    const [lot] = await house.db.read<{ id: string }>(`select id from clusters.lot where order_id = $1`, [orderId]);
    await becomes(founder, 'struck_off');
    await house.get(LotsService).byMember(sister, lot!.id, 'accept', null, null);
    await house.get(LotsService).byMember(sister, lot!.id, 'make', null, null);
    await expect(house.get(OffersService).offer(admin, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_AT_REST' });
    await becomes(third, 'suspended');
    await expect(membership().setCoordinator(admin, clusterId, third.artisanId!, true)).rejects.toMatchObject({ code: 'CLUSTER_COORDINATOR_UNREGISTERED', field: 'artisanId' });
    // Who coordinates nothing any more is free to go.
    expect(await membership().step(founder, clusterId, founder.artisanId!, 'leave', null)).toMatchObject({ state: 'outside' });
    expect(await rests()).toBe(true);
    await membership().setCoordinator(admin, clusterId, weaver.artisanId!, true);
    await house.get(LotsService).inspect(weaver, lot!.id, 3, null);
    expect(await house.db.read(`select state from clusters.allotment where order_id = $1`, [orderId])).toEqual([{ state: 'finished' }]);
  });

  it('stays hers alone while her price is too low for the fee, whichever of the two came first', async () => {
    const reprice = async (minor: number): Promise<void> => {
      await house.db.read(`update catalog.product set price_minor = $2, goods_minor = $2 where id = $1`, [rug, minor]);
      await house.db.write(SYSTEM, (tx) => tx.publish('ProductRepriced', { productId: rug }));
      await house.jobs.drain();
    };
    await house.db.read(`update clusters.offer set fee_order_minor = 50000 where product_id = $1`, [rug]);
    await becomes(founder, 'suspended');
    await reprice(100_000);
    await becomes(founder, 'registered');
    expect((await exporter()).kind).toBe('artisan');
    expect((await house.get(ShelfService).page(weaver, clusterId, { first: 5 })).nodes).toMatchObject([{ resting: false, paused: true }]);
    await reprice(300_000);
    expect((await exporter()).kind).toBe('cluster');
  });

  it('lets its members name one of them who wants to, by more than half of those who may sell', async () => {
    await expect(coordination().nameOne(weaver, clusterId, weaver.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_AT_REST' });
    await becomes(founder, 'struck_off');
    await becomes(third, 'suspended');
    await expect(coordination().nameOne(third, clusterId, third.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_COORDINATOR_UNREGISTERED' });
    await expect(coordination().nameOne(weaver, clusterId, sister.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_STANDING', field: 'artisanId' });
    await expect(coordination().nameOne(await artisan(), clusterId, sister.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    expect(await coordination().nameOne(sister, clusterId, sister.artisanId)).toMatchObject({ electorate: 2, needed: 2, named: sister.artisanId, candidates: [{ artisanId: sister.artisanId, voices: 1 }] });
    await coordination().nameOne(sister, clusterId, null);
    await expect(coordination().nameOne(weaver, clusterId, sister.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_STANDING' });
    await coordination().nameOne(sister, clusterId, sister.artisanId);
    expect(await coordination().nameOne(weaver, clusterId, sister.artisanId)).toMatchObject({ restedAt: null, candidates: [], coordinators: expect.arrayContaining([{ artisanId: sister.artisanId, name: 'Rqia Bennani', active: true }, { artisanId: founder.artisanId, name: 'Rqia Bennani', active: false }]) as unknown });
    await house.jobs.drain();
    expect([await rests(), (await exporter()).kind]).toEqual([false, 'cluster']);
    expect(await house.db.read(`select 1 from clusters.voice where cluster_id = $1`, [clusterId])).toEqual([]);
    expect(await house.get(ClustersService).coordinated(sister)).toMatchObject([{ id: clusterId }]);
  });

  it('forgets the voice of who leaves, and counts each once however many press at the same moment', async () => {
    await becomes(founder, 'struck_off');
    await coordination().nameOne(third, clusterId, third.artisanId);
    await coordination().nameOne(sister, clusterId, third.artisanId);
    // Three may sell: two of them are more than half. So it is over, and the third has nothing to name.
    await expect(coordination().nameOne(weaver, clusterId, weaver.artisanId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_AT_REST' });
    await becomes(third, 'suspended');
    expect(await rests()).toBe(true);
    await Promise.all([coordination().nameOne(weaver, clusterId, weaver.artisanId), coordination().nameOne(sister, clusterId, sister.artisanId), coordination().nameOne(weaver, clusterId, weaver.artisanId)]);
    expect(await rests()).toBe(true);
    await membership().step(sister, clusterId, sister.artisanId!, 'leave', null);
    expect(await coordination().of(admin, clusterId)).toMatchObject({ electorate: 1, needed: 1, candidates: [{ artisanId: weaver.artisanId, voices: 1 }] });
    await coordination().nameOne(weaver, clusterId, weaver.artisanId);
    expect(await rests()).toBe(false);
  });

  it('is shown to the administration with the others at rest, each once, and to nobody outside', async () => {
    await becomes(founder, 'struck_off');
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await coordination().resting({ first: 1, after, sort: 'OLDEST' });
      seen.push(...page.nodes.map((one) => one.id));
      if (!page.hasNextPage) break;
      after = page.endCursor!;
    }
    expect(seen.filter((id) => id === clusterId)).toHaveLength(1);
    for (const who of [await artisan(), actor('buyer'), actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: newId() }] })]) await expect(coordination().of(who, clusterId)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
  });
});

describe('the agent of a cluster', () => {
  let house: TestHouse;
  let founder: Actor;
  let clusterId: string;
  let agent: Actor;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    [founder, clusterId] = [actor(['buyer', 'artisan'], { artisanId: await registered(house.db) }), newId()];
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    agent = actor(['buyer', 'cluster'], { name: 'Hajar Ouchen', memberships: [{ kind: 'cluster', organisationId: clusterId }] });
  });
  const propose = (artisanId: string) => house.get(MandatesService).propose(agent, { id: newId(), artisanId, agentKind: 'cluster', agentId: clusterId, acts: ['listing.list', 'price'], validUntil: house.clock.now().toISOString().slice(0, 10) });
  async function weaverWithAccount(): Promise<{ who: Actor; email: string }> {
    const [identity, email, artisanId] = [house.get(IdentityService), `${newId()}@example.org`, await registered(house.db)];
    const accountId = await identity.createPerson({ email, password: 'correct horse battery', name: 'Rqia', locale: 'fr' });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, accountId, { role: 'artisan', artisanId }));
    return { who: actor(['buyer', 'artisan'], { accountId, artisanId }), email };
  }
  const join = async (who: Actor): Promise<void> => {
    await house.get(MembershipService).step(who, clusterId, who.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(founder, clusterId, who.artisanId!, 'approve', null);
  };
  const confirm = async (who: Actor, email: string, mandateId: string) => {
    const [letter] = await house.db.read<{ body: string }>(`select body from platform.mail where recipient = $1 and body like '%code%' order by id desc`, [email]);
    return house.get(MandatesService).confirm(who, { mandateId, code: /: (\d{6})/.exec(letter!.body)![1]! });
  };

  it('asks its members for a mandate and nobody else, whether they have an account or not', async () => {
    const { who } = await weaverWithAccount();
    for (const stranger of [who.artisanId!, await registered(house.db)]) await expect(propose(stranger)).rejects.toMatchObject({ code: 'MANDATE_NOT_MEMBER', field: 'input.artisanId' });
    await house.get(MembershipService).step(who, clusterId, who.artisanId!, 'request', partOfPrice(500));
    await expect(propose(who.artisanId!)).rejects.toMatchObject({ code: 'MANDATE_NOT_MEMBER' });
    await house.get(MembershipService).step(founder, clusterId, who.artisanId!, 'approve', null);
    expect(await propose(who.artisanId!)).toMatchObject({ state: 'proposed' });
    await expect(propose(founder.artisanId!)).rejects.toMatchObject({ code: 'MANDATE_NO_ACCOUNT' });
  });

  it.each(['leave', 'remove'] as const)('may act no longer once she is out by "%s": what it asked and what she gave end with her membership', async (verb) => {
    const { who, email } = await weaverWithAccount();
    await join(who);
    const live = await propose(who.artisanId!);
    await confirm(who, email, live.id);
    const asked = await propose(who.artisanId!);
    const allowed = () => house.db.write(agent, (tx) => house.get(MandatesService).allowing(tx, who.artisanId!, 'listing.list'));
    expect(await allowed()).toBe(live.id);
    await house.get(MembershipService).step(verb === 'leave' ? who : founder, clusterId, who.artisanId!, verb, null);
    expect(await allowed()).toBeNull();
    expect(await house.db.read(`select state from registry.mandate where id = any($1::uuid[]) order by state`, [[live.id, asked.id]])).toEqual([{ state: 'declined' }, { state: 'revoked' }]);
    await expect(confirm(who, email, asked.id)).rejects.toMatchObject({ code: 'MANDATE_MOVED' });
  });

  it('has none who left at the same moment that it asked', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { who } = await weaverWithAccount();
      await join(who);
      await Promise.allSettled([propose(who.artisanId!), house.get(MembershipService).step(who, clusterId, who.artisanId!, 'leave', null)]);
      expect(await house.db.read(`select 1 from registry.mandate where artisan_id = $1 and state in ('proposed', 'live')`, [who.artisanId])).toEqual([]);
    }
  });
});
