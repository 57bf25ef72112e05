import { newId, SYSTEM } from '#libs/kernel';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { certificationRoom } from '#libs/certification';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { catalogRoom, CatalogService } from '../index.js';
import { MakerStoryService } from '../maker/maker-story.service.js';
import { ListingService } from './listing.service.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
});
afterAll(() => t.close());

const stateOf = async (id: string): Promise<unknown> => (await t.db.read<{ state: string; why: string | null }>('select state, suspended_for as why from catalog.product where id = $1', [id]))[0];
const takenBack = (artisanId: string, at: Date | null): Promise<unknown> => t.db.read('update registry.artisan set taken_back_at = $2 where id = $1', [artisanId, at]);

describe('the pieces of an entry that the wrong person held', () => {
  it('cannot be bought from that moment, leave the shelf, and come back by their maker’s own word alone', async () => {
    const artisanId = await registeredArtisan(t.db);
    const [listed, suspended, other] = [await listedPiece(t.db, { artisanId }), await listedPiece(t.db, { artisanId }), await listedPiece(t.db, { artisanId: await registeredArtisan(t.db) })];
    await t.db.read(`update catalog.product set state = 'suspended', suspended_for = 'certificate' where id = $1`, [suspended]);
    const maker = actor('artisan', { artisanId });
    await t.get(MakerStoryService).save(maker, { en: 'I am she.' });

    await takenBack(artisanId, t.clock.now());
    await expect(t.db.write(SYSTEM, (tx) => t.get(CatalogService).holdUnits(tx, { productId: listed, quantity: 1, certificateNumber: null }, newId(), new Date(t.clock.now().getTime() + 60_000)))).rejects.toMatchObject({ code: 'CATALOG_NOT_ON_SALE' });
    for (let heard = 0; heard < 2; heard++) {
      await t.db.write(SYSTEM, (tx) => tx.publish('EntryTakenBack', { artisanId, claimId: newId(), accountId: newId() }));
      await t.jobs.drain();
    }
    expect([await stateOf(listed), await stateOf(suspended), await stateOf(other)]).toEqual([{ state: 'withdrawn', why: null }, { state: 'withdrawn', why: null }, { state: 'listed', why: null }]);
    expect(await t.db.read(`select payload->>'reason' as reason from platform.outbox where name = 'ProductWithdrawn' and payload->>'productId' = any($1)`, [[listed, suspended]])).toEqual([{ reason: 'standing' }]);
    await expect(t.get(ListingService).list(maker, listed)).rejects.toMatchObject({ code: 'CATALOG_MAY_NOT_SELL' });

    await takenBack(artisanId, null);
    await t.db.write(SYSTEM, (tx) => tx.publish('StandingChanged', { artisanId, standing: 'registered', maySell: true }));
    await t.jobs.drain();
    expect(await stateOf(listed)).toEqual({ state: 'withdrawn', why: null });
    expect(await t.get(MakerStoryService).mine(maker)).toEqual({ en: null, fr: null, ar: null });
  });
});
