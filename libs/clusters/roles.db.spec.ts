import { DiscoveryService } from '@nestjs/core';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { hasRole, newId, SYSTEM, type Actor } from '#libs/kernel';
import { rootsOf, type Root } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { ClustersResolver } from './clusters.resolver.js';
import { registered, rugOf } from './clusters.fixtures.js';
import { ClusterFeesResolver } from './fee/fees.resolver.js';
import { clustersRoom, LotsService, partOfPrice } from './index.js';
import { CoordinationResolver } from './member/coordination.resolver.js';
import { LotsResolver } from './lot/lots.resolver.js';
import { MembershipResolver } from './member/membership.resolver.js';
import { OffersResolver } from './offer/offers.resolver.js';
import { CollectiveSalesResolver } from './sale/collective-sales.resolver.js';

const DAY = 86_400_000;
const first = { first: 24 };
const CAST = ['stranger', 'memberOfB', 'coordinatorOfB', 'agentOfB', 'visitor', 'buyer', 'officer', 'inspector', 'desk'] as const;
type Outsider = (typeof CAST)[number];

/** Everybody there is before every root of the room, about cluster A, its members, offers, lots and sales. */
describe('who may do what with a cluster', () => {
  let house: TestHouse;
  let roots: Root[];
  let a: World;
  let outsiders: Record<Outsider, Actor>;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    house.clock.set(TODAY);
    roots = rootsOf(house.get(DiscoveryService));
    a = await world();
    const b = await world();
    outsiders = {
      stranger: await artisan(), memberOfB: b.weaver, coordinatorOfB: b.founder, agentOfB: agentOf(b.clusterId), visitor: actor([]), buyer: actor('buyer'),
      officer: actor(['buyer', 'officer'], { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] }), inspector: actor(['buyer', 'inspector']), desk: actor(['buyer', 'desk']),
    };
  });
  afterAll(() => house.close());

  interface World {
    readonly clusterId: string;
    readonly founder: Actor;
    readonly weaver: Actor;
    /** Another plain member. */
    readonly sister: Actor;
    readonly candidate: string;
    readonly rug: string;
    readonly plainRug: string;
    readonly orderId: string;
    readonly lot: string;
    readonly madeLot: string;
    readonly sale: string;
  }

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const agentOf = (clusterId: string): Actor => actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: clusterId }] });

  async function world(): Promise<World> {
    const [founder, weaver, sister, clusterId, orderId] = [await artisan(), await artisan(), await artisan(), newId(), newId()];
    const [members, offers] = [house.get(MembershipResolver), house.get(OffersResolver)];
    await house.get(ClustersResolver).createCluster(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    for (const one of [weaver, sister]) {
      await members.requestMembership(one, clusterId, 500, 0, 0);
      await members.answerMembershipRequest(founder, clusterId, one.artisanId!, true);
      await members.setClusterPermission(one, clusterId, 'list', true);
    }
    const candidate = (await artisan()).artisanId!;
    await members.inviteMember(founder, clusterId, candidate);
    const [rug, plainRug] = [await rugOf(house.db, weaver.artisanId!), await rugOf(house.db, weaver.artisanId!)];
    await offers.offerProduct(founder, clusterId, rug);
    await house.db.write(SYSTEM, (tx) => house.get(LotsService).open(tx, orderId, clusterId, [{ number: 1, productId: rug, artisanId: weaver.artisanId!, quantity: 9 }]));
    const share = (quantity: number) => house.get(LotsResolver).shareOutOrder(founder, { orderId, line: 1, rule: 'hand', answerDays: 3, reason: 'Her kiln is free.', shares: [{ artisanId: weaver.artisanId!, quantity }] });
    await share(2);
    const madeLot = (await house.get(LotsResolver).myLots(weaver, first)).nodes[0]!.id;
    await house.get(LotsResolver).acceptLot(weaver, madeLot);
    await house.get(LotsResolver).finishLot(weaver, madeLot);
    await share(3);
    const lot = (await house.get(LotsResolver).myLots(weaver, first)).nodes.find((one) => one.state === 'offered')!.id;
    const sale = newId();
    await house.get(CollectiveSalesResolver).planCollectiveSale(founder, plan(clusterId, plainRug, sale));
    return { clusterId, founder, weaver, sister, candidate, rug, plainRug, orderId, lot, madeLot, sale };
  }

  const plan = (clusterId: string, productId: string, id: string) => ({
    id, clusterId, title: 'Wool', opensAt: new Date(TODAY.getTime() + DAY), closesAt: new Date(TODAY.getTime() + 2 * DAY), collectionOn: '2026-11-27', pieces: [{ productId, feeBp: 500, minimumQuantity: 1 }], outlets: [{ name: 'Ensemble artisanal', city: 'Rabat' }],
  });

  /** Through the same door as the wire: the roles of the root first, then the room's own look at the object. */
  async function ask(who: Actor, where: string, call: (who: Actor) => Promise<unknown>): Promise<unknown> {
    const root = roots.find((one) => one.where === where);
    if (!root) throw new Error(`there is no ${where}`);
    const allowed = root.allowed ?? [];
    if (!allowed.includes('anyone') && !hasRole(who, ...allowed.filter((role) => role !== 'anyone'))) throw Object.assign(new Error('not allowed'), { code: 'NOT_ALLOWED' });
    return call(who);
  }

  const writes: Record<string, (who: Actor) => Promise<unknown>> = {
    'ClustersResolver.createCluster': (who) => house.get(ClustersResolver).createCluster(who, { id: a.clusterId, name: `Mine ${newId()}`, legalForm: 'company', address: 'x', city: 'x', regionCode: 'MA-01', branch: 'carpets', rules: 'Mine.', feeBp: 0 }),
    'MembershipResolver.inviteMember': async (who) => house.get(MembershipResolver).inviteMember(who, a.clusterId, newId()),
    'MembershipResolver.answerInvitation': (who) => house.get(MembershipResolver).answerInvitation(who, a.clusterId, true, 500, 0, 0),
    'MembershipResolver.requestMembership': (who) => house.get(MembershipResolver).requestMembership(who, a.clusterId, 0, 0, 0),
    'MembershipResolver.answerMembershipRequest': (who) => house.get(MembershipResolver).answerMembershipRequest(who, a.clusterId, a.candidate, true),
    'MembershipResolver.retractMembership': (who) => house.get(MembershipResolver).retractMembership(who, a.clusterId, a.candidate),
    'MembershipResolver.leaveCluster': (who) => house.get(MembershipResolver).leaveCluster(who, a.clusterId),
    'MembershipResolver.removeMember': (who) => house.get(MembershipResolver).removeMember(who, a.clusterId, a.weaver.artisanId!),
    'MembershipResolver.setCoordinator': (who) => house.get(MembershipResolver).setCoordinator(who, a.clusterId, a.sister.artisanId!, true),
    'CoordinationResolver.nameCoordinator': (who) => house.get(CoordinationResolver).nameCoordinator(who, a.clusterId, who.artisanId),
    'MembershipResolver.setMemberWork': (who) => house.get(MembershipResolver).setMemberWork(who, a.clusterId, a.weaver.artisanId!, 7, 7),
    'MembershipResolver.inviteByNumber': (who) => house.get(MembershipResolver).inviteByNumber(who, a.clusterId, `RNA${a.sister.artisanId!.slice(24)}`),
    'MembershipResolver.setMemberStock': (who) => house.get(MembershipResolver).setMemberStock(who, a.clusterId, a.rug, 1),
    'MembershipResolver.setClusterPermission': (who) => house.get(MembershipResolver).setClusterPermission(who, a.clusterId, 'act', true),
    'OffersResolver.offerProduct': (who) => house.get(OffersResolver).offerProduct(who, a.clusterId, a.plainRug),
    'OffersResolver.withdrawOffer': (who) => house.get(OffersResolver).withdrawOffer(who, a.rug),
    'ClusterFeesResolver.setClusterFees': (who) => house.get(ClusterFeesResolver).setClusterFees(who, a.clusterId, [{ role: 'quality', ...partOfPrice(3_000) }]),
    'ClusterFeesResolver.acceptClusterFee': (who) => house.get(ClusterFeesResolver).acceptClusterFee(who, a.clusterId, 500, 0, 0),
    'LotsResolver.shareOutOrder': (who) => house.get(LotsResolver).shareOutOrder(who, { orderId: a.orderId, line: 1, rule: 'hand', answerDays: 3, reason: 'Her kiln is free.', shares: [{ artisanId: a.sister.artisanId!, quantity: 1 }] }),
    'LotsResolver.acceptLot': (who) => house.get(LotsResolver).acceptLot(who, a.lot),
    'LotsResolver.declineLot': (who) => house.get(LotsResolver).declineLot(who, a.lot),
    'LotsResolver.finishLot': (who) => house.get(LotsResolver).finishLot(who, a.lot),
    'LotsResolver.failLot': (who) => house.get(LotsResolver).failLot(who, a.madeLot),
    'LotsResolver.inspectLot': (who) => house.get(LotsResolver).inspectLot(who, a.madeLot, 2),
    'CollectiveSalesResolver.planCollectiveSale': (who) => house.get(CollectiveSalesResolver).planCollectiveSale(who, plan(a.clusterId, a.plainRug, newId())),
    'CollectiveSalesResolver.recordSaleMovement': (who) => house.get(CollectiveSalesResolver).recordSaleMovement(who, { id: newId(), saleId: a.sale, productId: a.plainRug, quantity: 1 }),
    'CollectiveSalesResolver.cancelCollectiveSale': (who) => house.get(CollectiveSalesResolver).cancelCollectiveSale(who, a.sale),
  };
  /** What is anybody's to read, or nobody's but the caller's own. */
  const open = ['ClustersResolver.cluster', 'ClustersResolver.clusters', 'OffersResolver.clusterOffers'];
  const own: Record<string, (who: Actor) => Promise<unknown>> = {
    'ClustersResolver.coordinatedClusters': (who) => house.get(ClustersResolver).coordinatedClusters(who),
    'MembershipResolver.clusterMembers': (who) => house.get(MembershipResolver).clusterMembers(who, a.clusterId, first),
    'CoordinationResolver.clusterCoordination': (who) => house.get(CoordinationResolver).clusterCoordination(who, a.clusterId),
    'CoordinationResolver.restingClusters': () => house.get(CoordinationResolver).restingClusters(first),
    'MembershipResolver.myMemberships': (who) => house.get(MembershipResolver).myMemberships(who),
    'MembershipResolver.memberCandidates': (who) => house.get(MembershipResolver).memberCandidates(who, a.clusterId, 'Bennani', first),
    'OffersResolver.offerablePieces': (who) => house.get(OffersResolver).offerablePieces(who, a.clusterId, first),
    'CollectiveSalesResolver.collectiveSales': (who) => house.get(CollectiveSalesResolver).collectiveSales(who, a.clusterId, first),
    'LotsResolver.clusterAllotments': (who) => house.get(LotsResolver).clusterAllotments(who, a.clusterId, first),
    'LotsResolver.myLots': (who) => house.get(LotsResolver).myLots(who, first),
  };

  /** All that the room keeps of cluster A, and the catalogue of its pieces. */
  async function kept(): Promise<unknown> {
    const tables = ['cluster', 'member', 'voice', 'permission', 'fee', 'member_fee', 'offer', 'allotment', 'collective_sale'];
    const rows: unknown[] = [];
    for (const table of tables) rows.push(await house.db.read(`select to_jsonb(t) r from clusters.${table} t where ${table === 'cluster' ? 'id' : 'cluster_id'} = $1 order by to_jsonb(t)::text`, [a.clusterId]));
    rows.push(await house.db.read(`select to_jsonb(t) r from clusters.lot t where order_id = $1 order by id`, [a.orderId]));
    rows.push(await house.db.read(`select to_jsonb(t) r from clusters.collective_piece t where sale_id = $1`, [a.sale]));
    rows.push(await house.db.read(`select to_jsonb(p) r from catalog.product p where id = any($1::uuid[]) order by id`, [[a.rug, a.plainRug]]));
    return rows;
  }

  it('knows every root of the room', () => {
    const resolvers = [ClustersResolver, MembershipResolver, CoordinationResolver, OffersResolver, ClusterFeesResolver, LotsResolver, CollectiveSalesResolver].map((one) => one.name);
    const there = roots.map((root) => root.where).filter((where) => resolvers.includes(where.split('.')[0]!));
    expect([...Object.keys(writes), ...open, ...Object.keys(own)].sort()).toEqual(there.sort());
  });

  it.each(CAST)('changes nothing for a %s', async (name) => {
    const before = await kept();
    for (const [where, act] of Object.entries(writes)) {
      const outcome = await ask(outsiders[name], where, act).then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
      expect([where, outcome]).toEqual([where, expect.stringMatching(/^(NOT_ALLOWED|CLUSTER_NOT_FOUND|CLUSTER_NOT_MEMBER|CLUSTER_MEMBER_NOT_FOUND|CLUSTER_NAME_TAKEN|CLUSTER_FEE_CHANGED|CLUSTER_TIE_MOVED)$/)]);
      expect([where, await kept()]).toEqual([where, before]);
    }
  });

  it.each(CAST.filter((name) => name !== 'desk'))('shows nothing of its inside to a %s', async (name) => {
    for (const [where, read] of Object.entries(own)) {
      const seen = JSON.stringify(await ask(outsiders[name], where, read).catch((error: { code?: string }) => error.code));
      for (const secret of [a.clusterId, a.weaver.artisanId!, a.sister.artisanId!, a.lot, a.orderId]) expect([where, seen.includes(secret)]).toEqual([where, false]);
    }
  });

  it('shows the export desk members and lots, and lets it change none of them', async () => {
    expect(await ask(outsiders.desk, 'MembershipResolver.clusterMembers', own['MembershipResolver.clusterMembers']!)).toHaveProperty('nodes.length', 4);
    expect(await ask(outsiders.desk, 'LotsResolver.clusterAllotments', own['LotsResolver.clusterAllotments']!)).toHaveProperty('nodes.length', 1);
  });

  it('gives a plain member her own line and lots, and no word over the others or the cluster', async () => {
    expect(await own['MembershipResolver.clusterMembers']!(a.sister)).toMatchObject({ nodes: [{ artisanId: a.sister.artisanId }] });
    expect(await own['LotsResolver.clusterAllotments']!(a.sister)).toMatchObject({ nodes: [] });
    expect(await own['LotsResolver.myLots']!(a.sister)).toMatchObject({ nodes: [] });
    const before = await kept();
    const hers = ['MembershipResolver.leaveCluster', 'MembershipResolver.setClusterPermission', 'ClusterFeesResolver.acceptClusterFee'];
    for (const [where, act] of Object.entries(writes).filter(([name]) => !hers.includes(name))) {
      await expect(ask(a.sister, where, act)).rejects.toMatchObject({ code: expect.stringMatching(/^(CLUSTER_|CLUSTER_TIE_MOVED)/) as unknown });
      expect([where, await kept()]).toEqual([where, before]);
    }
  });

  it('lets a coordinating member and an agent of the organisation do the cluster’s work, and not the maker’s', async () => {
    for (const who of [a.founder, agentOf(a.clusterId)]) {
      expect(await own['ClustersResolver.coordinatedClusters']!(who)).toEqual([expect.objectContaining({ id: a.clusterId })]);
      expect(await own['MembershipResolver.clusterMembers']!(who)).toHaveProperty('nodes.length', 4);
      expect(await own['LotsResolver.clusterAllotments']!(who)).toHaveProperty('nodes.length', 1);
      for (const where of ['LotsResolver.acceptLot', 'LotsResolver.declineLot']) await expect(ask(who, where, writes[where]!)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING' });
      for (const where of ['MembershipResolver.setMemberWork', 'OffersResolver.offerProduct', 'LotsResolver.shareOutOrder', 'CollectiveSalesResolver.planCollectiveSale', 'MembershipResolver.memberCandidates']) await ask(who, where, (writes[where] ?? own[where])!);
    }
    await ask(agentOf(a.clusterId), 'LotsResolver.inspectLot', writes['LotsResolver.inspectLot']!);
    await ask(agentOf(a.clusterId), 'CollectiveSalesResolver.cancelCollectiveSale', writes['CollectiveSalesResolver.cancelCollectiveSale']!);
  });
});
