import { newId, type Actor } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registered } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, MembershipService, partOfPrice } from '../index.js';
import { InvitationsService } from './invitations.service.js';

describe('finding whom to invite', () => {
  let house: TestHouse;
  let invitations: InvitationsService;
  let membership: MembershipService;
  let founder: Actor;
  let clusterId: string;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    [invitations, membership] = [house.get(InvitationsService), house.get(MembershipService)];
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    [founder, clusterId] = [await artisan(), newId()];
    await found(founder, clusterId);
  });

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const found = (who: Actor, id: string) => house.get(ClustersService).create(who, { id, name: `Union ${id}`, legalForm: 'cooperative_union', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
  /** The entry of a cooperative in the register, and the grouping it founds. */
  async function cooperative(): Promise<{ who: Actor; entry: string; id: string }> {
    const [who, id] = [await artisan(), newId()];
    await house.db.read(`update registry.artisan set category = 'cooperative' where id = $1`, [who.artisanId]);
    await found(who, id);
    return { who, entry: who.artisanId!, id };
  }
  async function join(member: { who: Actor; entry: string }, of: { who: Actor; id: string }): Promise<unknown> {
    await membership.step(of.who, of.id, member.entry, 'invite', null);
    return membership.step(member.who, of.id, member.entry, 'accept', partOfPrice(500));
  }

  it('invites by the number on her card, however it is typed', async () => {
    const weaver = await registered(house.db);
    const number = `RNA${weaver.slice(24)}`;
    expect(await invitations.byNumber(founder, clusterId, ` ${number.toLowerCase().slice(0, 5)}-${number.slice(5)} `)).toMatchObject({ artisanId: weaver, state: 'invited' });
    await expect(invitations.byNumber(founder, clusterId, number)).rejects.toMatchObject({ code: 'CLUSTER_TIE_MOVED' });
    for (const wrong of ['', 'nobody', "'; drop table registry.artisan; --", '\u0000', 'x'.repeat(100_000)]) await expect(invitations.byNumber(founder, clusterId, wrong)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND', field: 'identifier' });
    const suspended = await registered(house.db);
    await house.db.read(`update registry.artisan set standing = 'suspended' where id = $1`, [suspended]);
    await expect(invitations.byNumber(founder, clusterId, `RNA${suspended.slice(24)}`)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
  });

  it('looks by name among those who may sell, page by page, and for coordinators only', async () => {
    const name = `Zineb ${newId().slice(-6)}`;
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push(await registered(house.db));
    await house.db.read(`update registry.artisan set name_latin = $2, search = platform.fold($2), sort_key = platform.fold($2) where id = any($1::uuid[])`, [ids, name]);
    await house.db.read(`update registry.artisan set standing = 'lapsed' where id = $1`, [ids[2]]);
    const first = await invitations.candidates(founder, clusterId, name.toUpperCase(), 1, null);
    expect(first).toMatchObject({ hasNextPage: true, nodes: [{ name, state: 'outside' }] });
    const next = await invitations.candidates(founder, clusterId, name, 1, first.endCursor);
    expect([...first.nodes, ...next.nodes].map((one) => one.artisanId).sort()).toEqual(ids.slice(0, 2).sort());
    await membership.step(founder, clusterId, ids[0]!, 'invite', null);
    expect((await invitations.candidates(founder, clusterId, name, 10, null)).nodes.map((one) => one.state).sort()).toEqual(['invited', 'outside']);
    await expect(invitations.candidates(founder, clusterId, 'ab', 10, null)).rejects.toMatchObject({ code: 'CLUSTER_SEARCH_SHORT', field: 'query' });
    await expect(invitations.candidates(await artisan(), clusterId, name, 10, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    await expect(invitations.candidates(founder, newId(), name, 10, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
  });

  it('lets a cooperative be a member of a union, and nobody of itself, near or far', async () => {
    const [one, two, three] = [await cooperative(), await cooperative(), await cooperative()];
    await join(one, two);
    await join(two, three);
    await expect(membership.step(one.who, one.id, two.entry, 'invite', null)).rejects.toMatchObject({ code: 'CLUSTER_CIRCULAR' });
    await expect(membership.step(one.who, one.id, three.entry, 'invite', null)).rejects.toMatchObject({ code: 'CLUSTER_CIRCULAR' });
    await expect(membership.step(three.who, one.id, three.entry, 'request', partOfPrice(500))).rejects.toMatchObject({ code: 'CLUSTER_CIRCULAR' });
    await membership.step(one.who, two.id, one.entry, 'leave', null);
    await join(two, one);
  });

  it('closes no circle when both halves are joined at the same moment', async () => {
    const [one, two] = [await cooperative(), await cooperative()];
    await membership.step(one.who, one.id, two.entry, 'invite', null);
    await membership.step(two.who, two.id, one.entry, 'invite', null);
    const outcomes = await Promise.allSettled([membership.step(two.who, one.id, two.entry, 'accept', partOfPrice(500)), membership.step(one.who, two.id, one.entry, 'accept', partOfPrice(500))]);
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('walks members by key, each once, in either order and by state', async () => {
    const states: string[] = [];
    for (let i = 0; i < 5; i++) {
      house.clock.advance(1_000);
      const who = await artisan();
      await membership.step(founder, clusterId, who.artisanId!, 'invite', null);
      if (i % 2 === 0) await membership.step(who, clusterId, who.artisanId!, 'accept', partOfPrice(500));
      states.push(i % 2 === 0 ? 'active' : 'invited');
    }
    const walk = async (sort: 'NEWEST' | 'OLDEST', state?: 'active'): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | undefined; ; ) {
        const page = await membership.members(founder, clusterId, { first: 2, after, sort, state });
        seen.push(...page.nodes.map((one) => one.artisanId));
        if (!page.hasNextPage) return seen;
        after = page.endCursor!;
      }
    };
    const newest = await walk('NEWEST');
    expect(new Set(newest).size).toBe(6);
    expect(await walk('OLDEST')).toEqual(newest.toReversed());
    expect(await walk('NEWEST', 'active')).toHaveLength(1 + states.filter((state) => state === 'active').length);
    await expect(membership.members(founder, clusterId, { first: 101 })).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
    await expect(membership.members(founder, clusterId, { first: 2, after: 'rubbish' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
