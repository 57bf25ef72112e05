import fc from 'fast-check';
import { newId, SYSTEM, visitor } from '#libs/kernel';
import { DeliveredService, ReferenceService } from '#libs/shipping';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { BasketsService } from '../index.js';
import { maker, ORDER_ROOMS, piece } from '../orders.fixtures.js';
import { basketShape } from '../basket/basket.view.js';

/** What the public price says of some pieces, and what a basket of the same pieces says, must be the same to the cent. */
describe('the price on the piece’s page and the basket’s', () => {
  let house: TestHouse;
  const pieces: string[] = [];

  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    // Cheap, dear and heavy pieces of three makers; and two that a cluster exports, with a fee once for its order.
    for (const name of ['Fatima', 'Idir', 'Hadda']) {
      const { artisanId } = await maker(house.db, name);
      for (const priceMinor of [30_000, 145_000, 900_000]) pieces.push(await piece(house.db, artisanId, { priceMinor, stock: 20 }));
    }
    const clusterId = newId();
    const bowls = pieces.splice(6, 2);
    await house.db.read(
      `update catalog.product set exporter_kind = 'cluster', exporter_id = $2, exporter_name = 'Tifawin', cluster_order_minor = 6000, hs_code = '691200', net_weight_grams = 700, gross_weight_grams = 900, length_mm = 240, width_mm = 240, height_mm = 90 where id = any($1)`,
      [bowls, clusterId],
    );
    pieces.push(...bowls);
  });
  afterAll(() => house.close());

  const baskets = fc.record({
    country: fc.constantFrom('FR', 'DE', 'GB', 'US', 'CH', 'CA', 'AE', 'ZZ'),
    buyerKind: fc.constantFrom('consumer' as const, 'business' as const),
    lines: fc.uniqueArray(fc.record({ at: fc.nat({ max: 8 }), quantity: fc.integer({ min: 1, max: 6 }) }), { minLength: 1, maxLength: 6, selector: (line) => line.at }),
  });

  it('are one price, whoever sends the pieces', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(baskets, async ({ country, buyerKind, lines }) => {
        const wanted = lines.map(({ at, quantity }) => ({ productId: pieces[at]!, quantity }));
        const { together } = await house.get(DeliveredService).quote({ country, buyerKind, incoterm: 'DDP', lines: wanted });
        const buyer = actor('buyer');
        const id = newId();
        await house.get(BasketsService).create(buyer, id, country);
        for (const { productId, quantity } of wanted) await house.get(BasketsService).setLine(buyer, id, productId, quantity);
        const { quote } = await house.get(BasketsService).basket(buyer, id, buyerKind);
        expect(together).toEqual(quote);
        if (together.known && together.parts.length > 1) several += 1;
        if (together.known) expect(together.parts.reduce((sum, part) => sum + part.quote.total.amountMinor, 0)).toBe(together.total.amountMinor);
      }),
      { numRuns: 60 },
    );
    expect(several).toBeGreaterThan(10);
  }, 60_000);

  it('are one price on a card too, where a basket holds the one piece', async () => {
    const cards = await house.get(DeliveredService).cards(pieces, 'DE');
    for (const { productId, total } of cards) {
      const buyer = actor('buyer');
      const id = newId();
      await house.get(BasketsService).create(buyer, id, 'DE');
      const basket = basketShape(await house.get(BasketsService).setLine(buyer, id, productId, 1), visitor('en').locale);
      expect([productId, basket.quote?.total]).toEqual([productId, total]);
    }
  });
});
