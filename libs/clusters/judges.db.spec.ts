import { catalogRoom } from '#libs/catalog';
import { certificationRoom, InspectionsService } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { newId } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { registered } from './clusters.fixtures.js';
import { clustersRoom, ClustersService, MembershipService, partOfPrice } from './index.js';

describe('an inspector who is a member', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());

  it('does not judge what others of her cluster made, from the day they work together and never what was begun before she left', async () => {
    const [makerId, judgeId, clusterId] = [await registered(house.db), await registered(house.db), newId()];
    const maker = actor(['buyer', 'artisan'], { artisanId: makerId });
    const judge = actor(['buyer', 'artisan', 'inspector'], { artisanId: judgeId, memberships: [{ kind: 'centre', organisationId: 'carpets' }] });
    const [inspections, membership] = [house.get(InspectionsService), house.get(MembershipService)];
    const ask = async (): Promise<string> => (await inspections.request(maker, { id: newId(), centreId: 'carpets', productType: 'carpets', variant: 'city', description: 'Rug' })).id;
    const id = await ask();
    const look = (inspectionId = id): Promise<unknown> => inspections.record(judge, { id: newId(), inspectionId, seen: [], note: 'Nobody was there.' });
    await expect(look()).resolves.toMatchObject({ state: 'examined' });

    await house.get(ClustersService).create(maker, { id: clusterId, name: `Weavers ${clusterId}`, legalForm: 'cooperative', address: 'Douar', city: 'Azilal', regionCode: 'MA-05', branch: 'carpets', rules: 'Shared', feeBp: 500 });
    await membership.step(judge, clusterId, judgeId, 'request', partOfPrice(500));
    await house.jobs.drain();
    await expect(look()).resolves.toMatchObject({ state: 'examined' });
    house.clock.advance(1000);
    await membership.step(maker, clusterId, judgeId, 'approve', null);
    await house.jobs.drain();
    await expect(look()).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    house.clock.advance(1000);
    await membership.step(judge, clusterId, judgeId, 'leave', null);
    await house.jobs.drain();
    await expect(look()).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    house.clock.advance(1000);
    await expect(look(await ask())).resolves.toMatchObject({ state: 'examined' });
  });
});
