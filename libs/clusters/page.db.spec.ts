import { newId, type Actor } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { registered } from './clusters.fixtures.js';
import { clustersRoom, ClustersService, LotsQueries, MembershipService } from './index.js';
import { ShelfService } from './offer/shelf.service.js';
import { SalesQueries } from './sale/sales.queries.js';

const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
const [ID, INSTANT] = [newId(), TODAY.toISOString()];

describe('the lists of a cluster', () => {
  let house: TestHouse;
  let founder: Actor;
  const clusterId = newId();
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    house.clock.set(TODAY);
    founder = actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    await house.get(ClustersService).create(founder, { id: clusterId, name: 'Union', legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 0 });
  });
  afterAll(() => house.close());

  const lists: Readonly<Record<string, (after: string) => Promise<unknown>>> = {
    clusters: (after) => house.get(ClustersService).clusters({}, 10, after),
    members: (after) => house.get(MembershipService).members(founder, clusterId, { first: 10, after }),
    offers: (after) => house.get(ShelfService).page(actor([], { locale: 'fr' }), clusterId, { first: 10, after }),
    sales: (after) => house.get(SalesQueries).page(founder, clusterId, { first: 10, after }),
    lots: (after) => house.get(LotsQueries).myLots(founder, { first: 10, after }),
    allotments: (after) => house.get(LotsQueries).allotments(founder, clusterId, { first: 10, after }),
  };

  it.each(Object.keys(lists))('of %s refuse a mark that nobody gave', async (name) => {
    const marks = ['x', cursor(INSTANT), cursor('\0', ID), cursor(INSTANT, 'x'), cursor(null, null), cursor(5, ID), cursor(INSTANT, ID, 'x'), cursor(INSTANT, ID, 1e12), cursor('x', ID, 1)];
    const times = ['x', '2026-02-30T00:00:00.000Z', '2026-02-30 00:00:00+00', '2026-02-28 25:00:00+00', 'infinity', INSTANT].map((at) => cursor(at, ID));
    for (const after of name === 'clusters' ? marks : [...marks, ...times]) await expect(lists[name]!(after)).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    const good = { clusters: cursor('A', ID), allotments: cursor(INSTANT, ID, 1) }[name] ?? cursor('2026-11-24 10:00:00.123+00', ID);
    await expect(lists[name]!(good)).resolves.toMatchObject({ hasNextPage: false });
  });
});
