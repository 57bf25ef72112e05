import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registered, rugOf } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, MembershipService, OffersService, partOfPrice } from '../index.js';
import { OfferableService, type OfferableAsked } from './offerable.service.js';

describe('what a cluster may offer and does not yet', () => {
  let house: TestHouse;
  let founder: Actor;
  let weaver: Actor;
  let potter: Actor;
  let clusterId: string;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    [founder, weaver, potter, clusterId] = [await artisan(), await artisan(), await artisan(), newId()];
    await found(founder, clusterId);
    for (const one of [weaver, potter]) await join(one, founder, clusterId);
  });

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const found = (who: Actor, id: string) => house.get(ClustersService).create(who, { id, name: `Union ${id}`, legalForm: 'association', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'None.', feeBp: 500 });
  async function join(who: Actor, by: Actor, id: string): Promise<void> {
    await house.get(MembershipService).step(who, id, who.artisanId!, 'request', partOfPrice(500));
    await house.get(MembershipService).step(by, id, who.artisanId!, 'approve', null);
    await lets(who, true, id);
  }
  const lets = (who: Actor, granted: boolean, id = clusterId) => house.get(MembershipService).setPermission(who, id, 'list', granted);
  const rug = async (of: Actor, title = 'Rug'): Promise<string> => {
    const id = await rugOf(house.db, of.artisanId!);
    house.clock.advance(1_000);
    await house.db.read(`update catalog.product set title_en = $2, created_at = $3 where id = $1`, [id, title, house.clock.now()]);
    return id;
  };
  const page = (asked: Partial<OfferableAsked> = {}, who = founder) => house.get(OfferableService).page({ ...who, locale: 'en' }, clusterId, { first: 24, ...asked });
  const seen = async (asked: Partial<OfferableAsked> = {}): Promise<string[]> => (await page(asked)).nodes.map((one) => one.productId);

  it('are the pieces on sale of members who let it, with maker and price, until it offers them and again after that', async () => {
    const mine = await rug(weaver);
    const other = await rug(potter);
    const draft = await rug(weaver);
    await house.db.read(`update catalog.product set state = 'withdrawn' where id = $1`, [draft]);
    await rug(await artisan());
    await lets(potter, false);
    expect((await page()).nodes).toEqual([{ productId: mine, artisanId: weaver.artisanId, title: 'Rug', makerName: 'Rqia Bennani', slug: `rug-${mine}`, unique: true, maker: { amountMinor: 240_000, currency: 'MAD' }, photographId: null }]);
    await lets(potter, true);
    expect(await seen()).toEqual([other, mine]);
    await house.get(OffersService).offer(founder, clusterId, mine, null);
    expect(await seen()).toEqual([other]);
    await house.get(OffersService).withdraw(weaver, mine);
    expect(await seen()).toEqual([other, mine]);
    await house.get(MembershipService).step(potter, clusterId, potter.artisanId!, 'leave', null);
    expect(await seen()).toEqual([mine]);
  });

  it('leave out what another cluster offers, also while that offer is paused or rests', async () => {
    const [mine, stranger, elsewhere] = [await rug(weaver), await artisan(), newId()];
    await found(stranger, elsewhere);
    await join(weaver, stranger, elsewhere);
    await house.get(OffersService).offer(stranger, elsewhere, mine, null);
    expect(await seen()).toEqual([]);
    for (const state of ['paused_at = now()', 'paused_at = null, resting = true']) {
      await house.db.read(`update clusters.offer set ${state} where product_id = $1`, [mine]);
      await house.db.write(SYSTEM, (tx) => house.get(CatalogService).setExporter(tx, mine, null));
      expect(await seen()).toEqual([]);
    }
  });

  it('are found by letters of the piece or its maker, of one member, and walked by key in both orders, each once', async () => {
    await house.db.read(`update registry.artisan set name_latin = 'Zoubida Amrani' where id = $1`, [potter.artisanId]);
    const rugs = [await rug(weaver, 'Kilim of Azilal'), await rug(weaver, 'Cushion'), await rug(weaver, 'Kilim of Taznakht')];
    const jar = await rug(potter, 'Jar');
    expect(await seen({ query: 'KILIM' })).toEqual([rugs[2], rugs[0]]);
    expect(await seen({ query: 'zoubïda jar' })).toEqual([jar]);
    expect(await seen({ query: 'nobody%_\0' })).toEqual([]);
    expect(await seen({ artisanId: potter.artisanId })).toEqual([jar]);
    const walk = async (sort: 'NEWEST' | 'OLDEST'): Promise<string[]> => {
      const all: string[] = [];
      for (let after: string | undefined; ; ) {
        const one = await page({ first: 1, sort, after });
        all.push(...one.nodes.map((piece) => piece.productId));
        if (!one.hasNextPage) return all;
        after = one.endCursor!;
      }
    };
    expect(await walk('NEWEST')).toEqual([jar, ...rugs.toReversed()]);
    expect(await walk('OLDEST')).toEqual([...rugs, jar]);
    await expect(page({ after: 'x' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('are for who speaks for it', async () => {
    await rug(weaver);
    for (const who of [weaver, await artisan(), actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: newId() }] })]) await expect(page({}, who)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND', field: 'clusterId' });
    expect((await page({}, actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: clusterId }] }))).nodes).toHaveLength(1);
  });
});
