import { newId, SYSTEM, DomainError } from '#libs/kernel';
import { Database, isUniqueViolation } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { certificationRoom } from '#libs/certification';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { catalogRoom, CatalogService } from '../index.js';

let t: TestHouse;
let db: Database;
let catalog: CatalogService;
let artisanId: string;
const until = new Date('2026-11-24T13:00:00Z');

beforeAll(async () => {
  t = await testHouse([registryRoom, certificationRoom, catalogRoom]);
  db = t.db;
  catalog = t.get(CatalogService);
  artisanId = await registeredArtisan(db);
});
afterAll(() => t.close());

const buy = (lines: readonly [productId: string, quantity: number][], orderId = newId(), after?: () => Promise<void>): Promise<string | null> =>
  db
    .write(SYSTEM, async (tx) => {
      for (const [productId, quantity] of lines) await catalog.holdUnits(tx, { productId, quantity }, orderId, until);
      await after?.();
    })
    .then(() => orderId)
    .catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'CATALOG_SOLD_OUT') return null;
      throw error;
    });

const states = (productId: string): Promise<{ state: string; n: number }[]> => db.read(`select state, count(*)::int as n from catalog.unit where product_id = $1 group by state order by state`, [productId]);

describe('a race for unique rugs', () => {
  it('has exactly one winner each among fifty buyers, and every loser is told', async () => {
    const rugs = await Promise.all(Array.from({ length: 6 }, () => listedPiece(db, { artisanId })));
    const results = await Promise.all(rugs.flatMap((rug) => Array.from({ length: 50 }, async () => ({ rug, order: await buy([[rug, 1]]) }))));
    for (const rug of rugs) {
      const winners = results.filter((result) => result.rug === rug && result.order !== null);
      expect(winners).toHaveLength(1);
      expect(await db.read(`select order_id, state from catalog.unit where product_id = $1`, [rug])).toEqual([{ order_id: winners[0]!.order, state: 'held' }]);
    }
  });

  it('sells to the next buyer when the first one fails after holding', async () => {
    const rug = await listedPiece(db, { artisanId });
    const failing = buy([[rug, 1]], newId(), async () => {
      await new Promise((resolve) => setTimeout(resolve, 150));
      throw new Error('the quote fell through');
    }).catch((error: Error) => error.message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const next = await buy([[rug, 1]]);
    expect(await failing).toBe('the quote fell through');
    expect(next).not.toBeNull();
  });

  const race = async (sorted: boolean): Promise<void> => {
    const pair = [await listedPiece(db, { artisanId }), await listedPiece(db, { artisanId })].sort();
    const [a, b] = pair as [string, string];
    const orders = await Promise.all([buy([[a, 1], [b, 1]]), buy(sorted ? [[a, 1], [b, 1]] : [[b, 1], [a, 1]])]);
    const won = orders.filter((order) => order !== null);
    expect(won).toHaveLength(1);
    expect(await db.read(`select count(*)::int as n from catalog.unit where order_id = $1`, [won[0]])).toEqual([{ n: 2 }]);
  };

  it('ends with one whole order when two baskets want the same rugs', async () => {
    const before = Date.now();
    for (let round = 0; round < 20; round++) await race(true);
    // Claimed in one order, nobody runs into the second after which PostgreSQL looks for deadlocks.
    expect(Date.now() - before).toBeLessThan(5000);
  });

  it('ends so even when they take them in opposite order', async () => {
    for (let round = 0; round < 3; round++) await race(false);
  });

  it('hands out a stock to the last unit and no further', async () => {
    const bowls = await listedPiece(db, { artisanId, units: 100 });
    const quantities = Array.from({ length: 80 }, (_, i) => (i % 5) + 1);
    const orders = await Promise.all(quantities.map(async (quantity) => ({ quantity, order: await buy([[bowls, quantity]]) })));
    const held = orders.filter(({ order }) => order !== null).reduce((sum, { quantity }) => sum + quantity, 0);
    const [row] = await db.read<{ n: number }>(`select count(*)::int as n from catalog.unit where product_id = $1 and state = 'held'`, [bowls]);
    expect(row!.n).toBe(held);
    // Whoever was refused wanted more than what was left.
    const refused = orders.filter(({ order }) => order === null).map(({ quantity }) => quantity);
    expect(Math.min(...refused)).toBeGreaterThan(100 - held);
  });
});

describe('holding, releasing, selling', () => {
  it('holds once for a command sent twice', async () => {
    const bowls = await listedPiece(db, { artisanId, units: 3 });
    const order = newId();
    await buy([[bowls, 2]], order);
    await buy([[bowls, 2]], order);
    expect(await states(bowls)).toEqual([{ state: 'free', n: 1 }, { state: 'held', n: 2 }]);
  });

  it('names the field and what is left when too few are', async () => {
    const bowls = await listedPiece(db, { artisanId, units: 2 });
    const error = await db.write(SYSTEM, (tx) => catalog.holdUnits(tx, { productId: bowls, quantity: 3 }, newId(), until)).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: 'CATALOG_SOLD_OUT', field: 'quantity', params: { available: 2, wanted: 3 } });
    expect(await states(bowls)).toEqual([{ state: 'free', n: 2 }]);
  });

  it('gives held units back, once or twice', async () => {
    const rug = await listedPiece(db, { artisanId });
    const order = (await buy([[rug, 1]]))!;
    for (let i = 0; i < 2; i++) await db.write(SYSTEM, (tx) => catalog.releaseUnits(tx, order));
    expect(await states(rug)).toEqual([{ state: 'free', n: 1 }]);
    expect(await buy([[rug, 1]])).not.toBeNull();
  });

  it('takes a piece off the shelf with its last unit, and says so once', async () => {
    const bowls = await listedPiece(db, { artisanId, units: 2 });
    const orders = [(await buy([[bowls, 1]]))!, (await buy([[bowls, 1]]))!];
    await Promise.all(orders.map((order) => db.write(SYSTEM, (tx) => catalog.sellUnits(tx, order))));
    await db.write(SYSTEM, (tx) => catalog.sellUnits(tx, orders[0]!));
    expect(await states(bowls)).toEqual([{ state: 'sold', n: 2 }]);
    expect(await db.read(`select state from catalog.product where id = $1`, [bowls])).toEqual([{ state: 'sold' }]);
    expect(await db.read(`select payload->>'reason' as reason from platform.outbox where name = 'ProductWithdrawn' and payload->>'productId' = $1`, [bowls])).toEqual([{ reason: 'sold' }]);
    expect(await buy([[bowls, 1]])).toBeNull();
  });

  it('gives a sold piece back to its maker when the order falls through', async () => {
    const rug = await listedPiece(db, { artisanId });
    const order = (await buy([[rug, 1]]))!;
    await db.write(SYSTEM, (tx) => catalog.sellUnits(tx, order));
    await db.write(SYSTEM, (tx) => catalog.releaseUnits(tx, order));
    expect(await states(rug)).toEqual([{ state: 'free', n: 1 }]);
    expect(await db.read(`select state from catalog.product where id = $1`, [rug])).toEqual([{ state: 'withdrawn' }]);
  });

  it.each(['draft', 'withdrawn', 'suspended'])('holds nothing of a %s piece', async (state) => {
    const rug = await listedPiece(db, { artisanId });
    await db.read(`update catalog.product set state = $2, suspended_for = case when $2 = 'suspended' then 'standing' end where id = $1`, [rug, state]);
    await expect(buy([[rug, 1]])).rejects.toMatchObject({ code: state === 'draft' ? 'CATALOG_PRODUCT_UNKNOWN' : 'CATALOG_NOT_ON_SALE' });
  });

  it('holds nothing of a maker struck off a moment ago, before the shelf has heard of it', async () => {
    const artisan = await registeredArtisan(db);
    const rug = await listedPiece(db, { artisanId: artisan });
    await db.read(`update registry.artisan set standing = 'struck_off' where id = $1`, [artisan]);
    await expect(buy([[rug, 1]])).rejects.toMatchObject({ code: 'CATALOG_NOT_ON_SALE', field: 'productId' });
    await expect(db.write(SYSTEM, (tx) => catalog.takeAtStall(tx, rug, 1, newId()))).rejects.toMatchObject({ code: 'CATALOG_NOT_ON_SALE' });
    expect(await states(rug)).toEqual([{ state: 'free', n: 1 }]);
  });

  it('cannot write a unit that is promised without an order, free with one, or twice', async () => {
    const rug = await listedPiece(db, { artisanId });
    await expect(db.read(`update catalog.unit set state = 'held' where product_id = $1`, [rug])).rejects.toMatchObject({ code: '23514' });
    await expect(db.read(`update catalog.unit set order_id = gen_random_uuid() where product_id = $1`, [rug])).rejects.toMatchObject({ code: '23514' });
    const twice = await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, 1)`, [newId(), rug]).catch((e: unknown) => e);
    expect(isUniqueViolation(twice)).toBe(true);
  });
});
