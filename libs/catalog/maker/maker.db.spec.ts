import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { newId, type Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { FindService } from '../find/find.service.js';
import { catalogRoom } from '../index.js';
import { MakerStoryService } from './maker-story.service.js';

describe('a maker’s page', () => {
  let house: TestHouse;
  let db: Database;
  let stories: MakerStoryService;
  let artisanId: string;
  let weaver: Actor;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
    [db, stories] = [house.db, house.get(MakerStoryService)];
    artisanId = await registeredArtisan(db);
    weaver = actor(['buyer', 'artisan'], { artisanId });
  });
  afterAll(() => house.close());

  it('tells her story in the language asked for, or the nearest she wrote', async () => {
    expect(await stories.shown(artisanId, 'en')).toBeNull();
    await stories.save(weaver, { fr: '  J’ai appris de ma mère.\u0000 ', ar: 'تعلمت من أمي' });
    expect(await stories.shown(artisanId, 'en')).toEqual({ text: 'J’ai appris de ma mère.', locale: 'fr' });
    expect(await stories.shown(artisanId, 'ar')).toEqual({ text: 'تعلمت من أمي', locale: 'ar' });
    await stories.save(weaver, { en: 'My mother taught me.' });
    expect(await stories.mine(weaver)).toEqual({ en: 'My mother taught me.', fr: null, ar: null });
  });

  it('is gone while she may not sell', async () => {
    await db.read(`update registry.artisan set standing = 'suspended' where id = $1`, [artisanId]);
    await expect(stories.shown(artisanId, 'en')).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await db.read(`update registry.artisan set standing = 'registered' where id = $1`, [artisanId]);
  });

  it('shows her pieces only', async () => {
    const other = await registeredArtisan(db);
    const [hers] = [await listedPiece(db, { artisanId }), await listedPiece(db, { artisanId: other })];
    const page = await house.get(FindService).page({ first: 12, maker: artisanId }, 'en');
    expect(page.nodes.map((card) => card.id)).toEqual([hers]);
    expect((await house.get(FindService).page({ first: 12, maker: newId() }, 'en')).nodes).toEqual([]);
    await expect(house.get(FindService).page({ first: 12, maker: "x' or true --" }, 'en')).rejects.toMatchObject({ code: 'CATALOG_MAKER_UNKNOWN', field: 'maker' });
  });

  it('refuses what is too long, and an account without an entry', async () => {
    await expect(stories.save(weaver, { en: 'x'.repeat(2_001) })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'input.en' });
    await expect(stories.save(actor('artisan'), { en: 'x' })).rejects.toMatchObject({ code: 'CATALOG_NOT_AN_ARTISAN' });
  });
});
