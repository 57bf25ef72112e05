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

async function listedCarpet(stock?: number): Promise<string> {
  const id = newId();
  await t.get(ProductService).save(maker, {
    id, title: { fr: 'Tapis Beni Ouarain' }, branch: 'carpets', materials: [{ code: 'wool', percent: 100 }], hsCode: '570110', price: '9000',
    netWeightGrams: 9000, grossWeightGrams: 10_000, lengthMm: 2000, widthMm: 1500, heightMm: 20, ...(stock === undefined ? {} : { unique: false, stock }),
  });
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
  await t.get(PhotographService).add(maker, { id: newId(), productId: id }, picture);
  return t.get(ListingService).list(maker, id);
}

/** A carpet without fault, as the centre's checklist asks it. */
const MEASURED: Readonly<Record<string, number>> = { length: 2000, width: 1500, 'knots-width': 18, 'knots-height': 15 };

async function certify(pieceId: string | null, lotSize: number | null = null, validUntil?: string): Promise<Certificate> {
  const [inspectionId, kind] = [newId(), ['carpets', 'middle-atlas'] as const];
  await t.get(InspectionsService).request(maker, { id: inspectionId, centreId: 'carpets', productType: kind[0], variant: kind[1], pieceId, lotSize, description: 'Beni Ouarain' });
  const rules = await t.db.write(SYSTEM, (tx) => t.get(ChecklistsService).rules(...kind, moroccanDay(tx.now), tx));
  const seen = rules.filter((rule) => rule.required).map((rule) => (rule.kind === 'observation' ? { rule: rule.code, outcome: 'met' as const } : { rule: rule.code, value: MEASURED[rule.code] ?? rule.plausibleMin ?? 1 }));
  await t.get(InspectionsService).record(inspector, { id: newId(), inspectionId, seen });
  const certificate = await t.get(CertificationService).issue(inspector, { id: newId(), inspectionId, ...(validUntil === undefined ? {} : { validUntil }) });
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

describe('a certificate of a lot', () => {
  const restock = (id: string, stock: number): Promise<string> => t.get(ProductService).save(maker, { id, stock });
  const buy = async (productId: string, quantity: number, certificateNumber?: string): Promise<string> => {
    const orderId = newId();
    await t.db.write(SYSTEM, (tx) => t.get(CatalogService).holdUnits(tx, { productId, quantity, ...(certificateNumber ? { certificateNumber } : {}) }, orderId, new Date('2027-01-01')));
    return orderId;
  };
  const pay = (orderId: string): Promise<void> => t.db.write(SYSTEM, (tx) => t.get(CatalogService).sellUnits(tx, orderId));
  const giveBack = (orderId: string): Promise<void> => t.db.write(SYSTEM, (tx) => t.get(CatalogService).releaseUnits(tx, orderId));
  /** Number on the badge, what a buyer can have, what her maker reads: units she has, and those under the certificate. */
  const stand = async (id: string): Promise<readonly unknown[]> => {
    const { state, certificateNumber, stock, certifiedStock } = await t.get(MyProductsService).one(maker, id);
    const [trade] = await t.get(CatalogService).tradeData([id]);
    return [state, certificateNumber, trade!.available, stock, certifiedStock];
  };

  it('covers the units that were looked at, and none that its maker adds later', async () => {
    const id = await listedCarpet(3);
    const { number } = await certify(id, 3);
    expect(await stand(id)).toEqual(['listed', number, 3, 3, 3]);
    await restock(id, 8);
    expect(await stand(id)).toEqual(['listed', number, 3, 8, 3]);
    const { slug } = await t.get(MyProductsService).one(maker, id);
    expect(await t.get(ProductPageService).show(slug!, 'en')).toMatchObject({ certified: true, available: 3 });
    await expect(buy(id, 4)).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT', params: { available: 3, wanted: 4 } });
    await pay(await buy(id, 3));
    await t.jobs.drain();
    // What is left was never looked at: off the shelf, until its maker lists it without the badge or has it looked at.
    expect(await stand(id)).toEqual(['suspended', null, 5, 5, null]);
    await t.get(ListingService).list(maker, id);
    expect(await stand(id)).toEqual(['listed', null, 5, 5, null]);
    const second = await certify(id, 5);
    expect(await stand(id)).toEqual(['listed', second.number, 5, 5, 5]);
  });

  it('of one piece covers one unit of a stock, and all of a unique piece', async () => {
    const [stocked, unique] = [await listedCarpet(4), await listedCarpet()];
    const one = await certify(stocked);
    expect(await stand(stocked)).toEqual(['listed', one.number, 1, 4, 1]);
    const whole = await certify(unique);
    expect(await stand(unique)).toEqual(['listed', whole.number, 1, 1, null]);
    await t.get(ProductService).save(maker, { id: unique, unique: false, stock: 6 });
    expect(await stand(unique)).toEqual(['listed', whole.number, 1, 6, 1]);
  });

  it('names pieces finished after the inspection as far as the lot goes, and never one twice', async () => {
    const id = await listedCarpet(2);
    const { number } = await certify(id, 5);
    expect(await stand(id)).toEqual(['listed', number, 2, 2, 2]);
    await restock(id, 9);
    expect(await stand(id)).toEqual(['listed', number, 5, 9, 5]);
    // Uncertified pieces go first; one that is taken out of the lot is out of it for good.
    await restock(id, 3);
    expect(await stand(id)).toEqual(['listed', number, 3, 3, 3]);
    await restock(id, 9);
    expect(await stand(id)).toEqual(['listed', number, 3, 9, 3]);
  });

  it('gives way to the next lot with its last piece, and comes back with a piece given back', async () => {
    const id = await listedCarpet(4);
    const first = await certify(id, 2, '2027-03-01');
    const second = await certify(id, 2, '2027-09-01');
    expect(await stand(id)).toEqual(['listed', first.number, 2, 4, 2]);
    const order = await buy(id, 2, first.number);
    expect(await stand(id)).toEqual(['listed', second.number, 2, 4, 2]);
    // A buyer who still sees the first is not sold a piece of the second.
    await expect(buy(id, 1, first.number)).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT' });
    await pay(await buy(id, 2, second.number));
    await giveBack(order);
    expect(await stand(id)).toEqual(['listed', first.number, 2, 2, 2]);
  });

  it('renewed early waits for the old one to end, and a withdrawn one leaves its pieces to the next', async () => {
    const id = await listedCarpet(3);
    const first = await certify(id, 3, '2026-12-31');
    const renewal = await certify(id, 3, '2027-12-31');
    expect(await stand(id)).toEqual(['listed', first.number, 3, 3, 3]);
    t.clock.set(new Date('2026-12-31T23:00:00Z'));
    await t.jobs.drain();
    expect(await stand(id)).toEqual(['listed', renewal.number, 3, 3, 3]);
    await t.get(CertificationService).withdraw(inspector, { certificateId: renewal.id, reason: 'Moths.' });
    await t.jobs.drain();
    expect(await stand(id)).toEqual(['suspended', null, 3, 3, null]);
    const third = await certify(id, 2);
    expect(await stand(id)).toEqual(['listed', third.number, 2, 3, 2]);
  });

  it('steps back where a certificate of the whole type covers every unit', async () => {
    const id = await listedCarpet(5);
    const lot = await certify(id, 2);
    expect(await stand(id)).toEqual(['listed', lot.number, 2, 5, 2]);
    const type = await certify(null);
    expect(await stand(id)).toEqual(['listed', type.number, 5, 5, null]);
  });
});
