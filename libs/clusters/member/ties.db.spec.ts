import { newId, SYSTEM, type Actor, type Locale } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registered } from '../clusters.fixtures.js';
import { ClusterFeesService, clustersRoom, ClustersService, MembershipService, partOfPrice } from '../index.js';
import { membershipLifecycle } from './membership.js';
import { RollService } from './roll.service.js';
import { tieLetter, toldTo, type TieNews } from './tie-letters.js';

describe('an artisan and a cluster', () => {
  let house: TestHouse;
  let founder: Actor;
  let weaver: Actor;
  let clusterId: string;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    [founder, weaver, clusterId] = [await artisan(), await artisan(), newId()];
    await found(founder, clusterId);
  });

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const found = (who: Actor, id: string, more: object = {}) =>
    house.get(ClustersService).create(who, { id, name: `Union ${id.slice(-8)}`, nameAr: `اتحاد ${id.slice(-8)}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500, ...more });
  const step = (who: Actor, of: Actor, verb: TieNews, fee: number | null = null) => house.get(MembershipService).step(who, clusterId, of.artisanId!, verb, fee === null ? null : partOfPrice(fee));
  async function lettersOf(who: Actor, locale: Locale): Promise<() => Promise<{ subject: string; body: string }[]>> {
    const [identity, email] = [house.get(IdentityService), `${newId()}@example.org`];
    const account = await identity.createPerson({ email, password: 'correct horse battery', name: 'Rqia', locale });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: who.artisanId! }));
    return async () => {
      await house.jobs.drain();
      return house.db.read(`select subject, body from platform.mail where recipient = $1 order by id`, [email]);
    };
  }

  it('each hear what the other does, in their own language, and nothing of what they did themselves', async () => {
    const [hers, theirs] = [await lettersOf(weaver, 'ar'), await lettersOf(founder, 'fr')];
    await step(founder, weaver, 'invite');
    expect(await hers()).toEqual([{ subject: `يدعوك اتحاد ${clusterId.slice(-8)} إلى الانضمام`, body: expect.stringContaining('/ar/clusters\n') as string }]);
    await step(weaver, weaver, 'accept', 500);
    expect(await theirs()).toEqual([{ subject: `Rqia Bennani a rejoint Union ${clusterId.slice(-8)}`, body: expect.stringContaining(`/fr/clusters/${clusterId}/members`) as string }]);
    await step(weaver, weaver, 'leave');
    await step(weaver, weaver, 'request', 500);
    await step(founder, weaver, 'approve');
    await step(founder, weaver, 'remove');
    expect([(await hers()).length, (await theirs()).length]).toEqual([3, 3]);
  });

  it('have a letter for each step, complete in each language', () => {
    for (const news of new Set([...membershipLifecycle.states.flatMap((state) => membershipLifecycle.verbs(state)), 'barred' as const, 'restored' as const])) {
      if (news === 'retract') continue;
      expect(['artisan', 'cluster']).toContain(toldTo(news));
      for (const locale of ['en', 'fr', 'ar'] as const) expect(JSON.stringify(tieLetter(news, { cluster: 'C', artisan: 'A' }, locale, 'https://x'))).not.toMatch(/[{]\w+[}]/);
    }
  });

  it('are tied only while she is registered: nobody suspended founds, is invited, asks, or is admitted', async () => {
    const standing = (to: string) => house.db.read(`update registry.artisan set standing = $2 where id = $1`, [weaver.artisanId, to]);
    await step(weaver, weaver, 'request', 500);
    await standing('suspended');
    await expect(step(founder, weaver, 'approve')).rejects.toMatchObject({ code: 'CLUSTER_ARTISAN_UNREGISTERED', field: 'artisanId' });
    await step(founder, weaver, 'refuse');
    await expect(step(founder, weaver, 'invite')).rejects.toMatchObject({ code: 'CLUSTER_ARTISAN_UNREGISTERED' });
    await expect(step(weaver, weaver, 'request', 500)).rejects.toMatchObject({ code: 'CLUSTER_ARTISAN_UNREGISTERED' });
    await expect(found(weaver, newId())).rejects.toMatchObject({ code: 'CLUSTER_ARTISAN_UNREGISTERED' });
    await standing('registered');
    await step(weaver, weaver, 'request', 500);
    await step(founder, weaver, 'approve');
    // A member who is suspended later stays one, may leave, and is paid for what she made.
    await standing('suspended');
    expect(await step(weaver, weaver, 'leave')).toMatchObject({ state: 'outside' });
  });

  it('shows beside the fee she accepted what the cluster takes today', async () => {
    await step(weaver, weaver, 'request', 500);
    await step(founder, weaver, 'approve');
    await house.get(ClusterFeesService).set(founder, clusterId, [{ role: 'packing', itemMinor: 2_000 }]);
    const [tie] = await house.get(RollService).mine({ ...weaver, locale: 'ar' });
    expect(tie).toMatchObject({ feeBp: 500, clusterName: `اتحاد ${clusterId.slice(-8)}`, cluster: { id: clusterId, feeBp: 0, feeItemMinor: 2_000, fees: [{ role: 'packing' }] } });
  });

  it('find each other by some letters of a name in either script, by name or the newest first, each once', async () => {
    const mark = newId().slice(-8);
    const ids = [newId(), newId(), newId()];
    for (const [i, id] of ids.entries()) {
      house.clock.advance(1_000);
      await found(founder, id, { name: `Coopérative ${['C', 'A', 'B'][i]} ${mark}`, nameAr: `تعاونية الأمل ${mark}` });
    }
    const list = async (query: string, sort: 'NAME' | 'NEWEST', more: object = {}) => {
      const seen: string[] = [];
      for (let after: string | undefined, more_ = true; more_; ) {
        const page = await house.get(ClustersService).clusters({ query, sort, ...more }, 2, after);
        seen.push(...page.nodes.map((one) => one.id));
        [after, more_] = [page.endCursor ?? undefined, page.hasNextPage];
      }
      return seen;
    };
    expect(await list(`COOPERATIVE`, 'NAME').then((all) => all.filter((id) => ids.includes(id)))).toEqual([ids[1], ids[2], ids[0]]);
    expect(await list(`الامل ${mark}`, 'NEWEST')).toEqual([ids[2], ids[1], ids[0]]);
    expect(await list(mark, 'NEWEST', { regionCode: 'MA-02' })).toEqual([]);
    expect(await list('nobody%_\0', 'NAME')).toEqual([]);
    await expect(house.get(ClustersService).clusters({ sort: 'NEWEST' }, 2, Buffer.from(JSON.stringify(['A', newId()])).toString('base64url'))).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });
});
