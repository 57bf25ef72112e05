import sharp from 'sharp';
import { moroccanDay, newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import { CertificationService, certificationRoom, ChecklistsService, InspectionsService, type Certificate } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registeredArtisan } from '../catalog.world.js';
import { FindService } from '../find/find.service.js';
import { catalogRoom, CatalogService, ListingService, PhotographService, ProductService } from '../index.js';
import { MyProductsService } from './my-products.service.js';
import { ProductPageService } from './product-page.service.js';

let t: TestHouse;
let maker: Actor;
const inspector = actor('inspector', { name: 'Rachida Filali', memberships: [{ kind: 'centre', organisationId: 'carpets' }] });

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
  maker = actor('artisan', { artisanId: await registeredArtisan(t.db) });
});
beforeEach(() => t.clock.set(TODAY));
afterAll(() => t.close());

async function listedCarpet(): Promise<string> {
  const id = newId();
  await t.get(ProductService).save(maker, {
    id, title: { fr: 'Tapis Beni Ouarain' }, branch: 'carpets', materials: [{ code: 'wool', percent: 100 }], hsCode: '570110', price: '9000',
    netWeightGrams: 9000, grossWeightGrams: 10_000, lengthMm: 2000, widthMm: 1500, heightMm: 20,
  });
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
  await t.get(PhotographService).add(maker, { id: newId(), productId: id }, picture);
  return t.get(ListingService).list(maker, id);
}

/** A carpet without fault, as the centre's checklist asks it. */
const MEASURED: Readonly<Record<string, number>> = { length: 2000, width: 1500, 'knots-width': 18, 'knots-height': 15 };

async function certify(pieceId: string): Promise<Certificate> {
  const [inspectionId, kind] = [newId(), ['carpets', 'middle-atlas'] as const];
  await t.get(InspectionsService).request(maker, { id: inspectionId, centreId: 'carpets', productType: kind[0], variant: kind[1], pieceId, description: 'Beni Ouarain' });
  const rules = await t.db.write(SYSTEM, (tx) => t.get(ChecklistsService).rules(...kind, moroccanDay(tx.now), tx));
  const seen = rules.filter((rule) => rule.required).map((rule) => (rule.kind === 'observation' ? { rule: rule.code, outcome: 'met' as const } : { rule: rule.code, value: MEASURED[rule.code] ?? rule.plausibleMin ?? 1 }));
  await t.get(InspectionsService).record(inspector, { id: newId(), inspectionId, seen });
  const certificate = await t.get(CertificationService).issue(inspector, { id: newId(), inspectionId });
  await t.jobs.drain();
  return certificate;
}

/** What a buyer sees: the badge on the page, the piece under "certified", the number in its trade data; or nothing at all. */
async function seen(id: string): Promise<{ state: string; page: boolean | null; filtered: boolean; number: string | null | undefined }> {
  const { state, slug } = await t.get(MyProductsService).one(maker, id);
  const page = await t.get(ProductPageService).show(slug!, visitor('en').locale).then((shown) => shown.certified, () => null);
  const { nodes } = await t.get(FindService).page({ first: 100, certified: true }, 'en');
  const [trade] = await t.get(CatalogService).tradeData([id]);
  return { state, page, filtered: nodes.some((node) => node.id === id), number: trade?.certificateNumber };
}

describe('a piece and its real certificate', () => {
  it('is listed as certified only while one is live: issued, withdrawn, issued again', async () => {
    const id = await listedCarpet();
    expect(await seen(id)).toEqual({ state: 'listed', page: false, filtered: false, number: null });
    const first = await certify(id);
    expect(await seen(id)).toEqual({ state: 'listed', page: true, filtered: true, number: first.number });
    await t.get(CertificationService).withdraw(inspector, { certificateId: first.id, reason: 'The dye ran.' });
    await t.jobs.drain();
    expect(await seen(id)).toEqual({ state: 'suspended', page: null, filtered: false, number: null });
    const second = await certify(id);
    expect(second.number).not.toBe(first.number);
    expect(await seen(id)).toEqual({ state: 'listed', page: true, filtered: true, number: second.number });
  });

  it('loses the badge at the end of its last day, before any job, and the shelf with the job', async () => {
    const id = await listedCarpet();
    const { number, validUntil } = await certify(id);
    t.clock.set(new Date(`${validUntil}T20:00:00Z`));
    expect(await seen(id)).toEqual({ state: 'listed', page: true, filtered: true, number });
    t.clock.advance(86_400_000);
    expect(await seen(id)).toEqual({ state: 'listed', page: false, filtered: false, number: null });
    await t.jobs.tick('certification.expire');
    await t.jobs.drain();
    expect(await seen(id)).toEqual({ state: 'suspended', page: null, filtered: false, number: null });
  });

  it('stays off the shelf when it was withdrawn while it was being inspected, and carries the badge once listed anew', async () => {
    const id = await listedCarpet();
    await t.get(ListingService).withdraw(maker, id);
    const { number } = await certify(id);
    expect(await seen(id)).toMatchObject({ state: 'withdrawn', page: null, filtered: false });
    await t.get(ListingService).list(maker, id);
    expect(await seen(id)).toEqual({ state: 'listed', page: true, filtered: true, number });
  });

  it('says nothing of another piece of the same maker', async () => {
    const [one, other] = [await listedCarpet(), await listedCarpet()];
    await certify(one);
    expect([(await seen(one)).page, (await seen(other)).page]).toEqual([true, false]);
  });
});
