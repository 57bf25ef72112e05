import { newId, type Actor } from '#libs/kernel';
import { Database, Storage } from '#libs/platform';
import { identityRoom, IdentityService } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { certificationRoom, CertificationService } from '#libs/certification';
import sharp from 'sharp';
import { jest } from '@jest/globals';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { registeredArtisan } from '../catalog.world.js';
import { catalogRoom, CatalogService } from '../index.js';
import { fromPhone, TRACES } from '../photograph/photograph.fixtures.js';
import { FORMATS, renditionKey, WIDTHS } from '../photograph/photograph.js';
import { PhotographService } from '../photograph/photograph.service.js';
import { RepricingService } from '../price/repricing.service.js';
import { ListingService } from './listing.service.js';
import { MyProductsService } from './my-products.service.js';
import { ProductPageService } from './product-page.service.js';
import { ProductService, type SaveInput } from './product.service.js';
import type { MyProduct } from './my-product.types.js';

let t: TestHouse;
let db: Database;
let maker: Actor;
let products: ProductService;
let listings: ListingService;
let mine: MyProductsService;
let pages: ProductPageService;
let photographs: PhotographService;
let catalog: CatalogService;
let picture: Buffer;

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom]);
  db = t.db;
  products = t.get(ProductService);
  listings = t.get(ListingService);
  mine = t.get(MyProductsService);
  pages = t.get(ProductPageService);
  photographs = t.get(PhotographService);
  catalog = t.get(CatalogService);
  picture = await sharp({ create: { width: 800, height: 1000, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
});
beforeEach(async () => {
  maker = actor('artisan', { artisanId: await registeredArtisan(db) });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => t.close());

const whole = (change: Partial<SaveInput> = {}): SaveInput => ({
  id: newId(), title: { en: 'Beni Ourain rug', ar: 'زربية بني وراين' }, story: { fr: 'Trois mois de travail.' }, branch: 'carpets', techniques: ['hand-knotted'],
  materials: [{ code: 'wool', percent: 90 }, { code: 'cotton', percent: 10, originCountry: 'EG' }], hsCode: '5701.10', price: '600,50',
  netWeightGrams: 9000, grossWeightGrams: 10_000, lengthMm: 2000, widthMm: 1500, heightMm: 20, leadTimeDays: 3,
  ...change,
});
const save = async (change: Partial<SaveInput> = {}, by = maker): Promise<MyProduct> => mine.one(by, await products.save(by, whole(change)));
const addPhotograph = (productId: string, by = maker, id = newId()): ReturnType<PhotographService['add']> => photographs.add(by, { id, productId }, picture);
const listed = async (change: Partial<SaveInput> = {}): Promise<MyProduct> => {
  const { id } = await save(change);
  await addPhotograph(id);
  await listings.list(maker, id);
  return mine.one(maker, id);
};
const factsOf = (productId: string): Promise<string[]> =>
  db.read<{ said: string }>(`select name || coalesce(' ' || (payload->>'reason'), '') as said from platform.outbox where payload->>'productId' = $1 and name like 'Product%' order by at, id`, [productId]).then((rows) => rows.map((row) => row.said));
/** Stands for a certificate of a centre, which has specs of its own. */
const certified = (number: string | null): void => {
  jest.spyOn(t.get(CertificationService), 'liveCertificatesFor').mockResolvedValue(number === null ? [] : [{ id: newId(), number, scheme: 'centre', grade: null, foodContact: false, validUntil: '2027-11-24', pieceId: null, lotSize: null }]);
};
const hear = async (name: 'StandingChanged' | 'CertificateLapsed' | 'CertificateIssued', more: object): Promise<void> => {
  await db.write(maker, (tx) => tx.publish(name, { artisanId: maker.artisanId, certificateId: newId(), number: 'X', pieceId: null, ...more } as never));
  await t.jobs.drain();
};

describe('writing a piece', () => {
  it('begins with nothing but an id and grows by autosave', async () => {
    const id = newId();
    await products.save(maker, { id });
    await products.save(maker, { id, title: { fr: 'Tapis' } });
    await products.save(maker, { id, price: '600' });
    expect(await mine.one(maker, id)).toMatchObject({ state: 'draft', title: { en: null, fr: 'Tapis', ar: null }, priceMinor: 60_000, stock: 1, unique: true });
  });

  it('is the same piece when the command is sent again, even twice at once', async () => {
    const input = whole();
    await Promise.all([products.save(maker, input), products.save(maker, input)]);
    await products.save(maker, input);
    const { nodes } = await mine.page(maker, { first: 24 });
    expect(nodes).toHaveLength(1);
    expect(nodes[0]).toMatchObject({ priceMinor: 60_050, stock: 1, missing: ['photographs'] });
  });

  it('is nobody else’s: not to see, not to change, not to list, not to photograph', async () => {
    const { id } = await save();
    const other = actor('artisan', { artisanId: await registeredArtisan(db) });
    const unknown = { code: 'CATALOG_PRODUCT_UNKNOWN' };
    await expect(mine.one(other, id)).rejects.toMatchObject(unknown);
    await expect(products.save(other, { id, price: '1' })).rejects.toMatchObject(unknown);
    await expect(listings.list(other, id)).rejects.toMatchObject(unknown);
    await expect(listings.withdraw(other, id)).rejects.toMatchObject(unknown);
    await expect(addPhotograph(id, other)).rejects.toMatchObject(unknown);
    expect((await mine.page(other, { first: 24 })).nodes).toEqual([]);
    await expect(products.save(actor('cluster'), whole())).rejects.toMatchObject({ code: 'CATALOG_NOT_AN_ARTISAN' });
  });

  it('takes an HS code from the handicraft table alone', async () => {
    await expect(save({ hsCode: '010121' })).rejects.toMatchObject({ code: 'CATALOG_HS_CODE_UNKNOWN', field: 'input.hsCode' });
    expect((await save({ hsCode: '442090' })).hsCode).toBe('442090');
  });

  it('keeps stock in step with its units, and never below what is promised', async () => {
    const { id } = await save({ unique: false, stock: 5 });
    await addPhotograph(id);
    await listings.list(maker, id);
    await db.write(maker, (tx) => catalog.holdUnits(tx, { productId: id, quantity: 2 }, newId(), new Date('2026-11-24T13:00:00Z')));
    await products.save(maker, { id, stock: 3 });
    expect(await mine.one(maker, id)).toMatchObject({ stock: 3, held: 2, sold: 0 });
    await expect(products.save(maker, { id, stock: 1 })).rejects.toMatchObject({ code: 'CATALOG_STOCK_HELD', field: 'input.stock' });
    await expect(products.save(maker, { id, stock: 5001 })).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'input.stock' });
    await expect(save({ unique: true, stock: 2 })).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'input.stock' });
  });

  it('pages through many, newest first', async () => {
    for (let i = 0; i < 3; i++) await products.save(maker, { id: newId() });
    const first = await mine.page(maker, { first: 2 });
    const second = await mine.page(maker, { first: 2, after: first.endCursor! });
    expect([first.nodes.length, first.hasNextPage, second.nodes.length, second.hasNextPage]).toEqual([2, true, 1, false]);
    await expect(mine.page(maker, { first: 2, after: 'WyJ4IiwieSJd' })).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('narrows her list to a state and to some letters of a name in any of its languages, from either end', async () => {
    const [blue, red] = [await save({ title: { en: 'Blue Rug', ar: 'زَرْبِيّة زرقاء' } }), await save({ title: { fr: 'Tapis rouge' } })];
    await addPhotograph(blue.id);
    await listings.list(maker, blue.id);
    await db.read(`update catalog.product set created_at = created_at - interval '1 day' where id = $1`, [blue.id]);
    const found = async (asked: object): Promise<string[]> => (await mine.page(maker, { first: 24, ...asked })).nodes.map(({ id }) => id);
    expect([await found({}), await found({ oldest: true })]).toEqual([[red.id, blue.id], [blue.id, red.id]]);
    expect([await found({ state: 'listed' }), await found({ state: 'draft' }), await found({ state: 'sold' })]).toEqual([[blue.id], [red.id], []]);
    for (const query of ['blue', 'RUG  blu', 'زربيه', 'Blue%Rug']) expect(await found({ query })).toEqual([blue.id]);
    expect([await found({ query: 'tapis', state: 'listed' }), await found({ query: '%' }), await found({ query: 'x\0y' })]).toEqual([[], [red.id, blue.id], []]);
    const [one] = [await mine.page(maker, { first: 1, oldest: true })];
    expect((await mine.page(maker, { first: 1, oldest: true, after: one.endCursor! })).nodes.map(({ id }) => id)).toEqual([red.id]);
  });
});

describe('listing a piece', () => {
  it('asks for a photograph and whole trade data, naming what lacks', async () => {
    const { id } = await save({ hsCode: null });
    await expect(listings.list(maker, id)).rejects.toMatchObject({ code: 'CATALOG_PHOTOGRAPH_MISSING', field: 'photographs' });
    await addPhotograph(id);
    await expect(listings.list(maker, id)).rejects.toMatchObject({ code: 'CATALOG_FIELD_MISSING', field: 'hsCode' });
  });

  it('asks for the right to sell', async () => {
    const lapsed = actor('artisan', { artisanId: await registeredArtisan(db, { standing: 'lapsed' }) });
    const { id } = await save({}, lapsed);
    await addPhotograph(id, lapsed);
    await expect(listings.list(lapsed, id)).rejects.toMatchObject({ code: 'CATALOG_MAY_NOT_SELL' });
  });

  it('opens its page in three languages, and tells its trade data', async () => {
    const piece = await listed();
    expect(piece).toMatchObject({ state: 'listed', missing: [] });
    expect(await pages.show(piece.slug!, 'fr')).toMatchObject({
      title: 'Beni Ourain rug', titleLocale: 'en', story: 'Trois mois de travail.', storyLocale: 'fr', regionName: 'Fès-Meknès', techniques: ['Noué main'], hsCode: '570110',
      price: { amountMinor: 64_854, currency: 'MAD' }, priceShares: { maker: { amountMinor: 60_050 }, cluster: { amountMinor: 0 }, centre: { amountMinor: 0 }, platform: { amountMinor: 4804 } }, certified: false, available: 1,
    });
    expect(await pages.show(piece.slug!, 'ar')).toMatchObject({ title: 'زربية بني وراين', titleLocale: 'ar', makerName: 'فاطمة العمراني' });
    expect(await catalog.tradeData([newId(), piece.id])).toEqual([
      expect.objectContaining({
        productId: piece.id, onSale: true, available: 1, originRegion: 'MA-03', hsCode: '570110', title: { en: 'Beni Ourain rug', fr: 'Beni Ourain rug', ar: 'زربية بني وراين' },
        exporter: { kind: 'artisan', id: maker.artisanId, name: 'Fatima Amrani' }, price: { makerMinor: 60_050, clusterMinor: 0, centreMinor: 0, platformMinor: 4804, goodsMinor: 64_854, clusterOrderMinor: 0 },
        materials: [
          { code: 'wool', name: 'Wool', percent: 90, originCountry: 'MA', scientificName: null, hsCode: null, costMadMinor: null, originProof: false, words: { en: 'Wool', fr: 'Laine', ar: 'صوف' } },
          { code: 'cotton', name: 'Cotton', percent: 10, originCountry: 'EG', scientificName: null, hsCode: null, costMadMinor: null, originProof: false, words: { en: 'Cotton', fr: 'Coton', ar: 'قطن' } },
        ],
        making: { operations: [], processingCostMadMinor: null, exWorksMadMinor: 60_050 },
        photograph: { id: piece.photographs[0]!.id, width: 800, height: 1000, colour: null },
      }),
    ]);
  });

  it('happens once, keeps its address and its place among the newest', async () => {
    const piece = await listed();
    await listings.list(maker, piece.id);
    await listings.withdraw(maker, piece.id);
    await listings.withdraw(maker, piece.id);
    await expect(pages.show(piece.slug!, 'en')).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN' });
    t.clock.advance(60_000);
    await products.save(maker, { id: piece.id, title: { en: 'Another name' } });
    await listings.list(maker, piece.id);
    expect((await pages.show(piece.slug!, 'en')).title).toBe('Another name');
    expect(await factsOf(piece.id)).toEqual(['ProductListed', 'ProductWithdrawn maker', 'ProductListed']);
    expect((await pages.show(piece.slug!, 'en')).listedAt.getTime()).toBeLessThan(t.clock.now().getTime());
  });

  it('stays whole while it is on sale', async () => {
    const piece = await listed();
    await expect(products.save(maker, { id: piece.id, hsCode: null })).rejects.toMatchObject({ code: 'CATALOG_FIELD_MISSING', field: 'input.hsCode' });
    await expect(photographs.remove(maker, piece.photographs[0]!.id)).rejects.toMatchObject({ code: 'CATALOG_PHOTOGRAPH_LAST' });
    await expect(db.read(`update catalog.product set hs_code = null where id = $1`, [piece.id])).rejects.toMatchObject({ code: '23514' });
  });

  it('keeps the page of a sold piece, with nothing to buy', async () => {
    const piece = await listed();
    const order = newId();
    await db.write(maker, async (tx) => {
      await catalog.holdUnits(tx, { productId: piece.id, quantity: 1 }, order, t.clock.now());
      await catalog.sellUnits(tx, order);
    });
    expect(await pages.show(piece.slug!, 'en')).toMatchObject({ state: 'sold', available: 0 });
    await expect(listings.list(maker, piece.id)).rejects.toMatchObject({ code: 'CATALOG_UNIQUE_SOLD' });
  });

  it('stores hostile words as words, wherever a maker may write', async () => {
    const hostile = `\u202E#read("/etc/passwd") ${'<script>alert(1)</script>'} '); drop table catalog.product; -- \u0000😀`;
    const piece = await listed({ title: { en: hostile, fr: hostile, ar: hostile }, story: { en: hostile }, materials: [{ code: 'other', name: '=cmd|x!\u2066A1 😀', percent: 100, scientificName: `${'x'.repeat(70)}` }] });
    const { title, story, materials } = await pages.show(piece.slug!, 'en');
    expect(title).toBe(`#read("/etc/passwd") <script>alert(1)</script> '); drop table catalog.product; -- 😀`);
    expect(story).toBe(title);
    expect(materials[0]!.name).toBe('=cmd|x!A1 😀');
    await expect(save({ story: { ar: 'ط'.repeat(100_000) } })).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'input.story.ar' });
  });
});

describe('certificates and standing', () => {
  it('a live certificate gives the badge and the centre its fee', async () => {
    certified('TAP-2026-000001');
    const piece = await listed();
    expect(await pages.show(piece.slug!, 'en')).toMatchObject({ certified: true, certificateNumber: 'TAP-2026-000001', price: { amountMinor: 66_055 } });
    expect((await catalog.tradeData([piece.id]))[0]).toMatchObject({ certified: true, certificateNumber: 'TAP-2026-000001', price: { centreMinor: 1201, goodsMinor: 66_055 } });
  });

  it('a certified piece leaves the shelf with its certificate and comes back with the next, each said once', async () => {
    certified('TAP-2026-000002');
    const piece = await listed();
    certified(null);
    for (let i = 0; i < 2; i++) await hear('CertificateLapsed', { reason: 'expired' });
    expect(await mine.one(maker, piece.id)).toMatchObject({ state: 'suspended', suspendedFor: 'certificate', certificateNumber: null });
    certified('TAP-2026-000003');
    await hear('CertificateIssued', { productType: 'carpets', validFrom: '2026-11-24', validUntil: '2027-11-24' });
    expect(await mine.one(maker, piece.id)).toMatchObject({ state: 'listed', certificateNumber: 'TAP-2026-000003' });
    expect(await factsOf(piece.id)).toEqual(['ProductListed', 'ProductWithdrawn certificate', 'ProductListed']);
  });

  it('its maker is told by a letter in her language', async () => {
    const identity = t.get(IdentityService);
    const account = await identity.createPerson({ email: 'zahra@example.org', password: 'correct horse battery', name: 'Zahra', locale: 'ar' });
    await db.write(maker, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: maker.artisanId! }));
    certified('TAP-2026-000005');
    const piece = await listed();
    certified(null);
    await hear('CertificateLapsed', { reason: 'expired', pieceId: piece.id });
    const letters = await db.read<{ recipient: string; subject: string }>(`select recipient, subject from platform.mail where body like $1`, [`%/ar/workshop/pieces/${piece.id}`]);
    expect(letters).toEqual([{ recipient: 'zahra@example.org', subject: expect.stringContaining('لم تعد معروضة للبيع') }]);
  });

  it('its maker may list it again without the badge', async () => {
    certified('TAP-2026-000004');
    const piece = await listed();
    certified(null);
    await hear('CertificateLapsed', { reason: 'withdrawn' });
    await listings.list(maker, piece.id);
    expect(await pages.show(piece.slug!, 'en')).toMatchObject({ certified: false, price: { amountMinor: 64_854 } });
  });

  it('a lost standing takes every piece down, and its return brings back those that were on sale', async () => {
    const [shown, hidden, draft] = [await listed(), await listed(), await save()];
    await listings.withdraw(maker, hidden.id);
    await db.read(`update registry.artisan set standing = 'suspended' where id = $1`, [maker.artisanId]);
    await hear('StandingChanged', { standing: 'suspended', maySell: false });
    const states = async (): Promise<string[]> => Promise.all([shown, hidden, draft].map(async ({ id }) => (await mine.one(maker, id)).state));
    expect(await states()).toEqual(['suspended', 'withdrawn', 'draft']);
    await db.read(`update registry.artisan set standing = 'registered' where id = $1`, [maker.artisanId]);
    await hear('StandingChanged', { standing: 'registered', maySell: true });
    expect(await states()).toEqual(['listed', 'withdrawn', 'draft']);
  });
});

describe('fees', () => {
  it('begin on their day: shares at once, goods values with the next look at the schedule', async () => {
    const piece = await listed();
    await db.read(`insert into catalog.fee_schedule (kind, basis_points, valid_from, source, checked_on) values ('platform', 1000, '2026-12-01', 'a test', '2026-11-24')`);
    const goods = async (): Promise<number[]> => [(await catalog.tradeData([piece.id]))[0]!.price.goodsMinor, (await db.read<{ g: number }>(`select goods_minor as g from catalog.product where id = $1`, [piece.id]))[0]!.g];
    await t.jobs.tick('catalog.follow-fees');
    expect(await goods()).toEqual([64_854, 64_854]);
    t.clock.set(new Date('2026-12-01T12:00:00Z'));
    await t.jobs.tick('catalog.follow-fees');
    expect(await goods()).toEqual([66_055, 66_055]);
    await t.get(RepricingService).follow();
  });
});

describe('photographs', () => {
  const rowsOf = (productId: string): Promise<{ id: string; state: string }[]> => db.read(`select id, state from catalog.photograph where product_id = $1 order by position`, [productId]);

  it('are one upload however often it is sent', async () => {
    const { id } = await save();
    const upload = newId();
    const answers = [...(await Promise.all([addPhotograph(id, maker, upload), addPhotograph(id, maker, upload)])), await addPhotograph(id, maker, upload)];
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect(await rowsOf(id)).toHaveLength(1);
    const another = await save();
    await expect(addPhotograph(another.id, maker, upload)).rejects.toMatchObject({ code: 'CATALOG_PHOTOGRAPH_UNKNOWN' });
  });

  it('get their sizes from a job, which may run twice', async () => {
    const { id } = await save();
    const { id: photograph } = await addPhotograph(id);
    expect(await photographs.file(photograph, '640.webp')).toBeNull();
    await photographs.render(photograph);
    // Shown at once; the lighter file comes when nothing else waits, and until then the same size is answered as WebP.
    expect(await photographs.file(photograph, '640.avif')).toMatchObject({ format: 'webp', final: false });
    await t.jobs.drain();
    await photographs.render(photograph);
    await photographs.lighten(photograph);
    expect(await photographs.file(photograph, '640.avif')).toMatchObject({ format: 'avif', final: true });
    for (const [file, width] of [['320.webp', 320], ['640.avif', 640], ['960.webp', 800]] as const) {
      const found = await photographs.file(photograph, file);
      expect((await sharp(found!.bytes).metadata()).width).toBe(width);
    }
    expect((await mine.one(maker, id)).photographs).toEqual([{ id: photograph, width: 800, height: 1000, colour: expect.stringMatching(/^#b/), ready: true }]);
    expect(await photographs.file(photograph, '../original.jpg')).toBeNull();
  });

  it('are twelve at most', async () => {
    const { id } = await save();
    for (let i = 0; i < 12; i++) await addPhotograph(id);
    await expect(addPhotograph(id)).rejects.toMatchObject({ code: 'CATALOG_PHOTOGRAPHS_FULL' });
  });

  it('leave the store when removed, unless an order shows them', async () => {
    const { id } = await save();
    const [first, second] = [await addPhotograph(id), await addPhotograph(id)];
    await t.jobs.drain();
    await photographs.remove(maker, first.id);
    await t.jobs.drain();
    expect(await photographs.file(first.id, '640.webp')).toBeNull();
    expect((await mine.one(maker, id)).photographs.map((photograph) => photograph.id)).toEqual([second.id]);
    expect(await db.read(`select cover_photograph_id as cover from catalog.product where id = $1`, [id])).toEqual([{ cover: second.id }]);

    await listings.list(maker, id);
    await db.write(maker, (tx) => catalog.holdUnits(tx, { productId: id, quantity: 1 }, newId(), t.clock.now()));
    await addPhotograph(id);
    await photographs.remove(maker, second.id);
    await t.jobs.drain();
    expect(await photographs.file(second.id, '640.webp')).not.toBeNull();
  });

  it('keep no byte of the file that came, nor the place it was taken in', async () => {
    const { id } = await save();
    const file = await fromPhone();
    const { id: photograph } = await photographs.add(maker, { id: newId(), productId: id }, file);
    await t.jobs.drain();
    const [row] = await db.read<{ original_key: string }>(`select original_key from catalog.photograph where id = $1`, [photograph]);
    const keys = [row!.original_key, ...WIDTHS.flatMap((width) => FORMATS.map((format) => renditionKey(photograph, `${width}.${format}`)))];
    expect(keys).toHaveLength(7);
    for (const key of keys) {
      const stored = await t.get(Storage).get(key);
      for (const trace of TRACES) expect(stored.includes(trace)).toBe(false);
      expect((await sharp(stored).metadata()).exif).toBeUndefined();
    }
  });
});
