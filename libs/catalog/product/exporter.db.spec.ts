import { newId, SYSTEM } from '#libs/kernel';
import { certificationRoom } from '#libs/certification';
import { Database } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { FindService } from '../find/find.service.js';
import { catalogRoom, CatalogService, ProductService } from '../index.js';
import { RepricingService } from '../price/repricing.service.js';
import type { ExportingCluster } from './exporter.js';
import { ProductPageService } from './product-page.service.js';

let t: TestHouse;
let db: Database;
let catalog: CatalogService;
let artisanId: string;
const cluster: ExportingCluster = { kind: 'cluster', id: newId(), name: 'Groupement des tisseuses de Taznakht', feeBp: 700 };

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

    await setExporter(id, { ...cluster, feeBp: 0 });
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
    expect((await catalog.tradeData([id]))[0]!.price).toEqual({ makerMinor: 60_050, clusterMinor: 4204, centreMinor: 1201, platformMinor: 4804, goodsMinor: 70_259 });
    await t.get(ProductService).save(actor('artisan', { artisanId }), { id, priceMinor: 80_000 });
    expect(await prices(id)).toEqual([93_600, 93_600, 93_600]);
    await db.read(`insert into catalog.fee_schedule (kind, basis_points, valid_from, source, checked_on) values ('platform', 1000, '2026-11-24', 'a test', '2026-11-24')`);
    await t.get(RepricingService).follow();
    expect(await prices(id)).toEqual([95_200, 95_200, 95_200]);
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
    await expect(setExporter(id, { ...cluster, feeBp })).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'feeBp' });
  });
});
