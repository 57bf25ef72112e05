import { CertificationService, certificationRoom, ChecklistsService, InspectionsService, type Certificate } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { moroccanDay, newId, SYSTEM, type Actor } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { catalogRoom } from '../index.js';
import { MyProductsService } from './my-products.service.js';

let t: TestHouse;
let maker: Actor;
const inspector = actor('inspector', { name: 'Rachida Filali', memberships: [{ kind: 'centre', organisationId: 'carpets' }] });

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
});
beforeEach(async () => {
  maker = actor('artisan', { artisanId: await registeredArtisan(t.db) });
});
afterAll(() => t.close());

const request = (productType: string, variant: string, pieceId: string | null = null): Promise<{ id: string }> =>
  t.get(InspectionsService).request(maker, { id: newId(), centreId: 'carpets', productType, variant, pieceId, description: 'What she makes' });

/** Asked for, seen without fault and issued by the centre of her craft. */
async function certify(productType: string, variant: string, pieceId: string | null = null): Promise<Certificate> {
  const { id: inspectionId } = await request(productType, variant, pieceId);
  const rules = await t.db.write(SYSTEM, (tx) => t.get(ChecklistsService).rules(productType, variant, moroccanDay(tx.now), tx));
  const seen = rules.filter(({ required }) => required).map(({ code, kind, plausibleMin }) => ({ rule: code, ...(kind === 'measurement' ? { value: Math.max(plausibleMin ?? 1, 20) } : kind === 'statement' ? { text: 'Known' } : { outcome: 'met' as const }) }));
  await t.get(InspectionsService).record(inspector, { id: newId(), inspectionId, seen });
  const certificate = await t.get(CertificationService).issue(inspector, { id: newId(), inspectionId });
  await t.jobs.drain();
  return certificate;
}
const workshop = (): Promise<Certificate> => certify('workshop', 'craft');

async function stand(id: string, whose = maker): Promise<readonly [string, string | null]> {
  const { state, certificateNumber } = await t.get(MyProductsService).one(whose, id);
  return [state, certificateNumber];
}

describe('a certificate of the artisan’s workshop', () => {
  it('puts the badge on her pieces of every craft its centre looks at, on no other and on nobody else’s', async () => {
    const other = actor('artisan', { artisanId: await registeredArtisan(t.db) });
    const [rug, blanket, pot, food, hers] = await Promise.all([
      listedPiece(t.db, { artisanId: maker.artisanId!, branch: 'carpets', units: 3 }), listedPiece(t.db, { artisanId: maker.artisanId!, branch: 'textile' }),
      listedPiece(t.db, { artisanId: maker.artisanId!, branch: 'pottery' }), listedPiece(t.db, { artisanId: maker.artisanId!, branch: 'textile' }), listedPiece(t.db, { artisanId: other.artisanId!, branch: 'carpets' }),
    ]);
    await t.db.read('update catalog.product set food_contact = true where id = $1', [food]);
    const { id, number } = await workshop();
    expect([await stand(rug), await stand(blanket)]).toEqual([['listed', number], ['listed', number]]);
    expect([await stand(pot), await stand(food), await stand(hers, other)]).toEqual([['listed', null], ['listed', null], ['listed', null]]);
    // No lot is counted: whatever she adds is under it too.
    expect((await t.get(MyProductsService).one(maker, rug)).certifiedStock).toBeNull();
    await t.get(CertificationService).withdraw(inspector, { certificateId: id, reason: 'A power loom came' });
    await t.jobs.drain();
    expect([await stand(rug), await stand(blanket), await stand(pot)]).toEqual([['suspended', null], ['suspended', null], ['listed', null]]);
  });

  it('gives way to one of the type and to the piece’s own, and stays when those go', async () => {
    const [rug, blanket] = await Promise.all(['carpets', 'textile'].map((branch) => listedPiece(t.db, { artisanId: maker.artisanId!, branch })));
    const whole = await workshop();
    const type = await certify('carpets', 'flatwoven');
    expect([(await stand(rug!))[1], (await stand(blanket!))[1]]).toEqual([type.number, whole.number]);
    const own = await certify('carpets', 'flatwoven', rug!);
    expect((await stand(rug!))[1]).toBe(own.number);
    for (const { id } of [own, type]) await t.get(CertificationService).withdraw(inspector, { certificateId: id, reason: 'x' });
    await t.jobs.drain();
    expect(await stand(rug!)).toEqual(['listed', whole.number]);
  });
});

it('a centre is asked to look at a piece by its maker alone', async () => {
  const piece = await listedPiece(t.db, { artisanId: await registeredArtisan(t.db), branch: 'carpets' });
  for (const unknown of [piece, newId()]) await expect(request('carpets', 'flatwoven', unknown)).rejects.toMatchObject({ code: 'INSPECTION_PIECE_UNKNOWN', field: 'input.pieceId' });
  const own = await listedPiece(t.db, { artisanId: maker.artisanId!, branch: 'carpets' });
  await expect(request('carpets', 'flatwoven', own)).resolves.toMatchObject({ pieceId: own, state: 'requested' });
});
