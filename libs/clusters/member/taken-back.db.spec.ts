import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registered, rugOf } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, MembershipService, OffersService, partOfPrice } from '../index.js';
import { tieLetter } from './tie-letters.js';

describe('a member whose account was not hers', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });

  it('stays a member; what that account let the cluster do has ended, and its coordinators are told', async () => {
    const [founder, weaver, clusterId] = [await artisan(), await artisan(), newId()];
    const identity = house.get(IdentityService);
    const account = await identity.createPerson({ email: 'founder@example.ma', password: 'a long password', name: 'Rqia', locale: 'fr' });
    await house.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: founder.artisanId! }));
    await house.get(ClustersService).create(founder, { id: clusterId, name: 'Union', legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
    const members = house.get(MembershipService);
    await members.step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(500));
    await members.step(founder, clusterId, weaver.artisanId!, 'approve', null);
    await members.setPermission(weaver, clusterId, 'list', true);
    const rug = await rugOf(house.db, weaver.artisanId!);
    await house.get(OffersService).offer(founder, clusterId, rug, null);

    await house.db.read('update registry.artisan set taken_back_at = now() where id = $1', [weaver.artisanId]);
    for (let heard = 0; heard < 2; heard++) await house.db.write(SYSTEM, (tx) => tx.publish('EntryTakenBack', { artisanId: weaver.artisanId!, claimId: newId(), accountId: newId() }));
    await house.jobs.drain();

    expect((await members.members(founder, clusterId, { first: 24 })).nodes.find((one) => one.artisanId === weaver.artisanId)).toMatchObject({ state: 'active', permissions: [] });
    expect(await house.db.read('select 1 from clusters.offer where product_id = $1', [rug])).toEqual([]);
    expect(await house.db.read('select state, exporter_kind from catalog.product where id = $1', [rug])).toEqual([{ state: 'withdrawn', exporter_kind: 'artisan' }]);
    await expect(house.get(OffersService).offer(founder, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING' });
    expect(await house.db.read(`select subject from platform.mail where recipient = 'founder@example.ma' and subject like '%pas le bon'`)).toEqual(expect.arrayContaining([{ subject: 'Le compte de Rqia Bennani, de Union, n’était pas le bon' }]));
  });

  it('is written of in each language', () => {
    for (const locale of ['en', 'fr', 'ar'] as const) expect(JSON.stringify(tieLetter('taken_back', { cluster: 'C', artisan: 'A' }, locale, 'https://x'))).not.toMatch(/[{]\w+[}]/);
  });
});
