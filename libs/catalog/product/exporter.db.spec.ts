import { newId, SYSTEM } from '#libs/kernel';
import { certificationRoom } from '#libs/certification';
import { Database } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { FindService } from '../find/find.service.js';
import { catalogRoom, CatalogService, ProductService } from '../index.js';
import { RepricingService } from '../price/repricing.service.js';
import { OWN_TERMS, type ExportingCluster } from './exporter.js';
import { ProductPageService } from './product-page.service.js';

let t: TestHouse;
let db: Database;
let catalog: CatalogService;
let artisanId: string;
const cluster: ExportingCluster = { ...OWN_TERMS, kind: 'cluster', id: newId(), name: 'Groupement des tisseuses de Taznakht', fee: { bp: 700, itemMinor: 0, kgMinor: 0, orderMinor: 0 } };

beforeAll(async () => {
  t = await testHouse([registryRoom, certificationRoom, catalogRoom]);
  db = t.db;
  catalog = t.get(CatalogService);
  artisanId = await registeredArtisan(db);
});
afterAll(() => t.close());

const setExporter = (productId: string, to: ExportingCluster | null): Promise<void> => db.write(SYSTEM, (tx) => catalog.setExporter(tx, productId, to));
const rowOf = async (id: string): Promise<unknown> => (await db.read(`select to_jsonb(p) - 'updated_at' as row from catalog.product p where id = $1`, [id]))[0];
const slugOf = (id: string): string => `piece-${id}`;
/** The price of a piece wherever one can read it: trade data, list, page, and the order of the list. */
const prices = async (id: string): Promise<number[]> => [
  (await catalog.tradeData([id]))[0]!.price.goodsMinor,
  (await t.get(FindService).page({ first: 100 }, 'en')).nodes.find((node) => node.id === id)!.price.amountMinor,
  (await t.get(ProductPageService).show(slugOf(id), 'en')).price.amountMinor,
];

describe('a piece that a cluster exports', () => {
  it('costs the fee its member accepted on top, everywhere at once, and exactly the old price after', async () => {
    const id = await listedPiece(db, { artisanId, priceMinor: 60_050 });
    const before = await rowOf(id);
    expect(await prices(id)).toEqual([64_854, 64_854, 64_854]);

    await setExporter(id, cluster);
    // 7 % of 600.50 is 42.035, half up to the centime.
    expect(await prices(id)).toEqual([69_058, 69_058, 69_058]);
    expect((await catalog.tradeData([id]))[0]).toMatchObject({ exporter: { kind: 'cluster', id: cluster.id, name: cluster.name }, price: { makerMinor: 60_050, clusterMinor: 4204, centreMinor: 0, platformMinor: 4804 } });
    expect(await t.get(ProductPageService).show(slugOf(id), 'fr')).toMatchObject({ exporterName: cluster.name, makerName: 'Fatima Amrani', priceShares: { maker: { amountMinor: 60_050 }, cluster: { amountMinor: 4204 } } });

    await setExporter(id, { ...cluster, fee: OWN_TERMS.fee });
    expect(await prices(id)).toEqual([64_854, 64_854, 64_854]);
    await setExporter(id, null);
    expect(await rowOf(id)).toEqual(before);
    expect(await prices(id)).toEqual([64_854, 64_854, 64_854]);
  });

  it('stands in the list by what it costs now', async () => {
    const [dear, cheap] = [await listedPiece(db, { artisanId, branch: 'wood', priceMinor: 100_100 }), await listedPiece(db, { artisanId, branch: 'wood', priceMinor: 100_000 })];
    const order = async (): Promise<string[]> => (await t.get(FindService).page({ first: 10, branch: ['wood'], sort: 'PRICE_UP' }, 'en')).nodes.map((node) => node.id);
    expect(await order()).toEqual([cheap, dear]);
    await setExporter(cheap, cluster);
    expect(await order()).toEqual([dear, cheap]);
    await setExporter(cheap, null);
    expect(await order()).toEqual([cheap, dear]);
  });

  it('keeps the fee while its maker changes the price, while a certificate is live, and when the house’s fees move', async () => {
    const id = await listedPiece(db, { artisanId, priceMinor: 60_050, certificateUntil: '2027-01-01' });
    await db.read(`insert into catalog.photograph (id, product_id, position, original_key, sha256, width, height, created_at) values ($1, $2, 1, '', '', 9, 9, now())`, [newId(), id]);
    await setExporter(id, cluster);
    expect((await catalog.tradeData([id]))[0]!.price).toEqual({ makerMinor: 60_050, clusterMinor: 4204, centreMinor: 1201, platformMinor: 4804, goodsMinor: 70_259, clusterOrderMinor: 0 });
    await t.get(ProductService).save(actor('artisan', { artisanId }), { id, priceMinor: 80_000 });
    expect(await prices(id)).toEqual([93_600, 93_600, 93_600]);
    await db.read(`insert into catalog.fee_schedule (kind, basis_points, valid_from, source, checked_on) values ('platform', 1000, '2026-11-24', 'a test', '2026-11-24')`);
    await t.get(RepricingService).follow();
    expect(await prices(id)).toEqual([95_200, 95_200, 95_200]);
  });

  it('costs what the cluster takes for each piece and each kilogram too, follows the weight, and sells in the least it names', async () => {
    const id = await listedPiece(db, { artisanId, priceMinor: 60_050, units: 5 });
    await db.read(`insert into catalog.photograph (id, product_id, position, original_key, sha256, width, height, created_at) values ($1, $2, 1, '', '', 9, 9, now())`, [newId(), id]);
    const before = await rowOf(id);
    const text = { en: 'Woven together in our workshop.', fr: null, ar: 'منسوجة معاً في ورشتنا.' };
    await setExporter(id, { ...cluster, fee: { bp: 700, itemMinor: 1_000, kgMinor: 333, orderMinor: 0 }, text, minimumQuantity: 2, keptBack: 1 });
    const [house] = await db.read<{ bp: number }>(`select platform_bp bp from catalog.repricing`);
    const fee = 4204 + 1_000 + 333 * 9;
    const whole = 60_050 + Math.round((60_050 * house!.bp) / 10_000) + fee;
    expect(await prices(id)).toEqual([whole, whole, whole]);
    // When the house's fees move, the stored value is worked out anew with every part of the cluster's.
    await db.read(`update catalog.repricing set platform_bp = platform_bp - 1`);
    await db.read(`update catalog.product set goods_minor = price_minor where id = $1`, [id]);
    await t.get(RepricingService).follow();
    expect(await prices(id)).toEqual([whole, whole, whole]);
    expect((await catalog.tradeData([id]))[0]).toMatchObject({ price: { clusterMinor: fee }, minimumQuantity: 2, available: 4, onSale: true });
    expect(await t.get(ProductPageService).show(slugOf(id), 'ar')).toMatchObject({ exporterText: text.ar, exporterTextLocale: 'ar', minimumQuantity: 2, available: 4 });
    expect(await t.get(ProductPageService).show(slugOf(id), 'fr')).toMatchObject({ exporterText: text.en, exporterTextLocale: 'en' });
    await t.get(ProductService).save(actor('artisan', { artisanId }), { id, netWeightGrams: 9500 });
    // Half a kilogram more at 3.33: 31.635 against 29.97, half up.
    expect(await prices(id)).toEqual([whole + 167, whole + 167, whole + 167]);

    const claim = (quantity: number) => db.write(SYSTEM, (tx) => catalog.holdUnits(tx, { productId: id, quantity }, newId(), new Date('2027-01-01')));
    await expect(claim(1)).rejects.toMatchObject({ code: 'CATALOG_MINIMUM_QUANTITY', params: { min: 2 } });
    await expect(claim(5)).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT', params: { available: 4, wanted: 5 } });
    // Two who claim at the same moment never take together what is kept back.
    const claims = await Promise.allSettled([claim(3), claim(2)]);
    expect(claims.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect((await catalog.tradeData([id]))[0]!.available).toBeLessThanOrEqual(2);

    await db.read(`update catalog.unit set state = 'free', order_id = null, held_until = null where product_id = $1`, [id]);
    await t.get(ProductService).save(actor('artisan', { artisanId }), { id, netWeightGrams: 9000 });
    await setExporter(id, null);
    const { row: had } = before as { row: Record<string, unknown> };
    const own = ['exporter_kind', 'exporter_id', 'cluster_fee_bp', 'cluster_item_minor', 'cluster_kg_minor', 'exporter_text', 'minimum_quantity', 'kept_back'];
    expect((await rowOf(id)) as object).toMatchObject({ row: Object.fromEntries(own.map((name) => [name, had[name]])) });
    expect(await t.get(ProductPageService).show(slugOf(id), 'en')).toMatchObject({ exporterText: null, minimumQuantity: 1, available: 5 });
    await expect(db.read(`update catalog.product set minimum_quantity = 2 where id = $1`, [id])).rejects.toMatchObject({ code: '23514' });
  });

  it('leaves no ghost when the transaction that offers it fails', async () => {
    const id = await listedPiece(db, { artisanId });
    const before = await rowOf(id);
    await expect(
      db.write(SYSTEM, async (tx) => {
        await catalog.setExporter(tx, id, cluster);
        throw new Error('the offer fell through');
      }),
    ).rejects.toThrow('the offer fell through');
    expect(await rowOf(id)).toEqual(before);
    await expect(db.read(`update catalog.product set cluster_fee_bp = 700 where id = $1`, [id])).rejects.toMatchObject({ code: '23514' });
  });

  it.each([newId(), 'x', ''])('is refused when there is no piece %j', async (id) => {
    await expect(setExporter(id, cluster)).rejects.toMatchObject({ code: 'CATALOG_PRODUCT_UNKNOWN', field: 'productId' });
  });

  it.each([-1, 5001, 1.5, Number.NaN])('is refused for a fee of %d basis points', async (feeBp) => {
    const id = await listedPiece(db, { artisanId });
    await expect(setExporter(id, { ...cluster, fee: { ...OWN_TERMS.fee, bp: feeBp } })).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'feeBp' });
  });
});
