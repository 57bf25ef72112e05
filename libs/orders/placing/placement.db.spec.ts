import { ClusterFeesService, ClustersService, MembershipService, OffersService } from '#libs/clusters';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { CONFIG, type Config } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { basketShape } from '../basket/basket.view.js';
import { ClaimsService } from '../order/claims.service.js';
import { BasketsService, OrdersService, PlacementService } from '../index.js';
import { orderKey } from '../order/order-key.js';
import { BOSTON, houseAnswers, maker, ORDER_ROOMS, PARIS, piece, placing, type Maker } from '../orders.fixtures.js';

describe('placing a basket', () => {
  let house: TestHouse;
  let baskets: BasketsService;
  let orders: OrdersService;
  let placements: PlacementService;
  let fatima: Maker;
  let idir: Maker;
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    [baskets, orders, placements] = [house.get(BasketsService), house.get(OrdersService), house.get(PlacementService)];
    [fatima, idir] = [await maker(house.db), await maker(house.db, 'Idir Amghar')];
  });
  beforeEach(() => house.clock.set(TODAY));
  afterAll(() => house.close());

  async function basketWith(buyer: Actor, lines: readonly (readonly [string, number])[], country = 'FR'): Promise<string> {
    const id = newId();
    await baskets.create(buyer, id, country);
    for (const [productId, quantity] of lines) await baskets.setLine(buyer, id, productId, quantity);
    return id;
  }

  async function unitsOf(productId: string): Promise<Record<string, number>> {
    const rows = await house.db.read<{ state: string; n: number }>(`select state, count(*)::int n from catalog.unit where product_id = $1 group by state`, [productId]);
    return Object.fromEntries(rows.map((row) => [row.state, row.n]));
  }

  it('makes one order per exporter whose totals are exactly what the basket showed', async () => {
    const buyer = actor('buyer', { locale: 'fr' });
    const [rug, cushion, bowl] = [await piece(house.db, fatima.artisanId), await piece(house.db, fatima.artisanId, { priceMinor: 35_001 }), await piece(house.db, idir.artisanId, { priceMinor: 9_999 })];
    const basketId = await basketWith(buyer, [[rug, 1], [bowl, 3], [cushion, 2]]);
    const shown = (await baskets.basket(buyer, basketId)).quote!;
    if (!shown.known) throw new Error(shown.reasons[0]!.text);

    expect(await placements.place(buyer, placing(basketId, { shownTotalMinor: shown.total.amountMinor }))).toBe(basketId);
    const placed = await orders.ordersOfBasket(buyer, basketId);

    expect(placed.map((order) => order.proForma.exporter.id).sort()).toEqual([fatima.artisanId, idir.artisanId].sort());
    expect(placed.map((order) => order.number)).toEqual(['PF-2026-000001', 'PF-2026-000002']);
    expect(placed.reduce((sum, order) => sum + order.proForma.totals.totalMinor, 0)).toBe(shown.total.amountMinor);
    for (const { proForma } of placed) {
      expect(Object.values(proForma.shares).reduce((a, b) => a + b, 0)).toBe(proForma.totals.totalMinor);
      expect(proForma.lines.every((line) => line.unitIds.length === line.quantity)).toBe(true);
      expect(proForma).toMatchObject({
        currency: 'EUR', incoterm: { code: 'DDP', version: '2020', place: 'Paris, FR' }, buyer: { locale: 'fr', kind: 'consumer' }, issuedOn: '2026-11-24',
        validUntil: '2026-11-24T12:30:00.000Z', fx: shown.fx, quote: { basketTotalMinor: shown.total.amountMinor, dataVersion: shown.dataVersion },
      });
    }
    expect(placed[0]!.proForma.quote.charges.map((charge) => charge.label)).toEqual(expect.arrayContaining([expect.stringMatching(/^Transport/), expect.stringMatching(/^TVA/)]));
    expect(placed[0]!.proForma.lines[0]).toMatchObject({ title: { ar: 'زربية الأطلس المتوسط' }, hsCode: '570110', originCountry: 'MA', makerName: 'Fatima Aït Lahcen', goodsMadMinor: 259_200 });
    expect(await unitsOf(bowl)).toEqual({ free: 2, held: 3 });
    expect(await orders.placement(basketId)).toMatchObject({ state: 'payable', totalMinor: shown.total.amountMinor, currency: 'EUR', owner: buyer.accountId });
  });

  describe('to a consumer in the Union', () => {
    const end = (): Promise<unknown> => house.db.read(`update shipping.house_responsible set ended_on = '2026-11-24', ended_name = 'Amina' where ended_on is null`);
    afterEach(async () => {
      await end();
      await houseAnswers(house.db);
    });

    it('is no offer while nobody answers for the pieces there: the basket says so, and nothing is placed or held', async () => {
      const [buyer, rug] = [actor('buyer', { locale: 'fr' }), await piece(house.db, fatima.artisanId)];
      await end();
      const basketId = await basketWith(buyer, [[rug, 1]]);
      const shown = basketShape(await baskets.basket(buyer, basketId), 'fr').quote!;
      expect(shown).toMatchObject({ known: false, total: null, responsible: [], reasons: [expect.stringMatching(/^Personne dans l’Union ne répond encore/)] });
      await expect(placements.place(buyer, placing(basketId))).rejects.toMatchObject({ code: 'ORDER_NOT_QUOTABLE', params: { why: expect.stringMatching(/2023\/988/) } });
      expect(await unitsOf(rug)).toEqual({ free: 5 });
      // A business answers for what it brings in itself.
      expect((await baskets.basket(buyer, basketId, 'business')).quote).toMatchObject({ known: true });
    });

    it('names the maker’s own person before the house’s', async () => {
      const [buyer, idirs, rug] = [actor('buyer'), await piece(house.db, idir.artisanId), await piece(house.db, fatima.artisanId)];
      await house.db.read(`insert into shipping.own_responsible (exporter_kind, exporter_id, said, changed_at) values ('artisan', $1, 'Atelier Amghar Europe, 2 quai Un, 13002 Marseille, www.amghar.example', now())`, [idir.artisanId]);
      const basketId = await basketWith(buyer, [[idirs, 1], [rug, 1]]);
      expect(basketShape(await baskets.basket(buyer, basketId), 'en').quote!.responsible).toEqual([
        { said: 'Atelier Amghar Europe, 2 quai Un, 13002 Marseille, www.amghar.example', demonstration: false },
        { said: 'Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, answers@maison.example', demonstration: false },
      ]);
      await house.db.read(`delete from shipping.own_responsible`);
    });

    it('asks the same for Northern Ireland, which only the postal code shows', async () => {
      const [buyer, rug] = [actor('buyer'), await piece(house.db, fatima.artisanId)];
      const basketId = await basketWith(buyer, [[rug, 1]], 'GB');
      const belfast = { name: 'Ciara Byrne', line1: '4 Lisburn Road', city: 'Belfast', postalCode: 'BT9 7AA', country: 'GB', phone: '+442890000000' };
      await end();
      expect((await baskets.basket(buyer, basketId)).quote).toMatchObject({ known: true });
      await expect(placements.place(buyer, placing(basketId, { consignee: belfast }))).rejects.toMatchObject({ code: 'ORDER_NOBODY_ANSWERS', field: 'input.consignee.postalCode' });
      await houseAnswers(house.db);
      expect(await placements.place(buyer, placing(basketId, { consignee: belfast }))).toBe(basketId);
    });
  });

  it('sells a member’s piece under her cluster’s name, with what its fee is for frozen as she accepted it', async () => {
    const [buyer, clusterId, rug] = [actor('buyer'), newId(), await piece(house.db, fatima.artisanId)];
    await house.get(ClustersService).create(fatima.actor, { id: clusterId, name: 'Coopérative Tifawin', legalForm: 'cooperative', address: 'Aït Bougmez', city: 'Azilal', regionCode: 'MA-05', branch: 'carpets', rules: 'By turn.', feeBp: 400 });
    await house.get(ClusterFeesService).set(fatima.actor, clusterId, [{ role: 'quality', bp: 100 }, { role: 'packing', bp: 233, itemMinor: 1_001 }, { role: 'collection', kgMinor: 333 }]);
    await house.get(ClusterFeesService).accept(fatima.actor, clusterId, { bp: 333, itemMinor: 1_001, kgMinor: 333, orderMinor: 0 });
    await house.get(MembershipService).setPermission(fatima.actor, clusterId, 'list', true);
    await house.get(OffersService).offer(fatima.actor, clusterId, rug, null, { minimumQuantity: 2 });
    await house.get(ClusterFeesService).set(fatima.actor, clusterId, [{ role: 'coordinator', bp: 900 }]);
    const basketId = await basketWith(buyer, [[rug, 2]]);
    await expect(baskets.setLine(buyer, basketId, rug, 1)).rejects.toMatchObject({ code: 'CATALOG_MINIMUM_QUANTITY', field: 'quantity', params: { min: 2 } });
    // The minimum rises after she filled her basket: she is told which line, and buys nothing by it.
    await house.get(OffersService).offer(fatima.actor, clusterId, rug, null, { minimumQuantity: 3 });
    await expect(placements.place(buyer, placing(basketId))).rejects.toMatchObject({ code: 'CATALOG_MINIMUM_QUANTITY', field: 'lines.0.quantity' });
    await house.get(OffersService).offer(fatima.actor, clusterId, rug, null, { minimumQuantity: 2 });
    await placements.place(buyer, placing(basketId));
    const [order] = await orders.ordersOfBasket(buyer, basketId);
    const [line] = order!.proForma.lines;
    expect(order!.proForma.exporter).toEqual({ kind: 'cluster', id: clusterId, name: 'Coopérative Tifawin' });
    // Twice: 1 % and 2.33 % of 2,400.00, 10.01 for the piece, 2.8 kg at 3.33.
    expect(line!.sharesMad.clusterMinor).toBe(2 * (7_992 + 1_001 + 932));
    expect(line!.clusterRoles!.map((share) => [share.role, share.madMinor])).toEqual([['collection', 1_864], ['packing', 13_186], ['quality', 4_800]]);
    expect(Object.values(line!.shares).reduce((sum, share) => sum + share, 0)).toBe(line!.goodsMinor);
    expect(line!.clusterRoles!.reduce((sum, share) => sum + share.minor, 0)).toBe(line!.shares.clusterMinor);
  });

  it('takes a cluster’s fee for the order once, in the goods value of its lines, as the basket showed it', async () => {
    const [buyer, clusterId] = [actor('buyer'), newId()];
    const [rug, cushion, bowl] = [await piece(house.db, fatima.artisanId), await piece(house.db, fatima.artisanId, { priceMinor: 60_000 }), await piece(house.db, idir.artisanId)];
    await house.get(ClustersService).create(fatima.actor, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'cooperative', address: 'Aït Bougmez', city: 'Azilal', regionCode: 'MA-05', branch: 'carpets', rules: 'By turn.', feeBp: 0 });
    await house.get(ClusterFeesService).set(fatima.actor, clusterId, [{ role: 'coordinator', bp: 100 }, { role: 'packing', orderMinor: 6_001 }, { role: 'collection', orderMinor: 3_000 }]);
    await house.get(ClusterFeesService).accept(fatima.actor, clusterId, { bp: 100, itemMinor: 0, kgMinor: 0, orderMinor: 9_001 });
    await house.get(MembershipService).setPermission(fatima.actor, clusterId, 'list', true);
    for (const one of [rug, cushion]) await house.get(OffersService).offer(fatima.actor, clusterId, one, null);
    const basketId = await basketWith(buyer, [[rug, 2], [cushion, 1], [bowl, 1]]);
    const shown = (await baskets.basket(buyer, basketId)).quote!;
    if (!shown.known) throw new Error(shown.reasons[0]!.text);
    await placements.place(buyer, placing(basketId, { shownTotalMinor: shown.total.amountMinor }));
    const placed = await orders.ordersOfBasket(buyer, basketId);
    const { proForma } = placed.find((order) => order.proForma.exporter.id === clusterId)!;
    // 90.01 by value: 4,800.00 of rugs and 600.00 of cushions.
    expect(proForma.lines.map((line) => line.onceMadMinor)).toEqual([8_001, 1_000]);
    expect(proForma.lines.map((line) => line.sharesMad.clusterMinor)).toEqual([2 * 2_400 + 8_001, 600 + 1_000]);
    for (const line of proForma.lines) {
      expect(line.clusterRoles!.reduce((sum, share) => sum + share.madMinor, 0)).toBe(line.sharesMad.clusterMinor);
      expect(line.clusterRoles!.reduce((sum, share) => sum + share.minor, 0)).toBe(line.shares.clusterMinor);
      expect(Object.values(line.sharesMad).reduce((sum, share) => sum + share, 0)).toBe(line.goodsMadMinor);
    }
    const paid = (role: string): number => proForma.lines.flatMap((line) => line.clusterRoles!).reduce((sum, share) => (share.role === role ? sum + share.madMinor : sum), 0);
    expect([paid('coordinator'), paid('packing'), paid('collection')]).toEqual([5_400, 6_001, 3_000]);
    // Another exporter's part of the basket bears none of it.
    expect(placed.find((order) => order.proForma.exporter.id === idir.artisanId)!.proForma.lines[0]).not.toHaveProperty('onceMadMinor');
  });

  it('quotes each exporter’s part as a consignment of its own, and freezes exactly those', async () => {
    const buyer = actor('buyer');
    // Together above EUR 150, each below: two low-value consignments.
    const [one, other] = [await piece(house.db, fatima.artisanId, { priceMinor: 110_000 }), await piece(house.db, idir.artisanId, { priceMinor: 110_000 })];
    const basketId = await basketWith(buyer, [[one, 1], [other, 1]]);
    const shown = (await baskets.basket(buyer, basketId)).quote!;
    if (!shown.known) throw new Error(shown.reasons[0]!.text);
    const alone = (await baskets.basket(buyer, await basketWith(buyer, [[one, 1]]))).quote!;
    const together = (await baskets.basket(buyer, await basketWith(buyer, [[one, 2]]))).quote!;
    if (!alone.known || !together.known) throw new Error('no price');
    expect(alone.parts[0]!.quote.scheme).not.toBe(together.parts[0]!.quote.scheme);
    expect(shown.parts.map((part) => part.quote.scheme)).toEqual([alone.parts[0]!.quote.scheme, alone.parts[0]!.quote.scheme]);
    expect(shown.total.amountMinor).toBe(shown.parts.reduce((sum, part) => sum + part.quote.total.amountMinor, 0));
    await placements.place(buyer, placing(basketId, { shownTotalMinor: shown.total.amountMinor }));
    for (const { proForma } of await orders.ordersOfBasket(buyer, basketId)) {
      const part = shown.parts.find(({ exporter }) => exporter.id === proForma.exporter.id)!;
      expect(proForma.totals.totalMinor).toBe(part.quote.total.amountMinor);
      expect(proForma.quote.scheme).toBe(part.quote.scheme);
      expect(proForma.quote.charges.map((charge) => charge.amountMinor)).toEqual(part.quote.lines.map((line) => line.amountMinor));
    }
  });

  it('says beside a line what has changed since it was put in', async () => {
    const [buyer, clusterId, rug] = [actor('buyer'), newId(), await piece(house.db, fatima.artisanId)];
    await house.get(ClustersService).create(fatima.actor, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'cooperative', address: 'Aït Bougmez', city: 'Azilal', regionCode: 'MA-05', branch: 'carpets', rules: 'By turn.', feeBp: 400 });
    await house.get(MembershipService).setPermission(fatima.actor, clusterId, 'list', true);
    await house.get(OffersService).offer(fatima.actor, clusterId, rug, null);
    const basketId = await basketWith(buyer, [[rug, 1]]);
    const notice = async () => basketShape(await baskets.basket(buyer, basketId), 'en').lines[0]!.notice;
    expect(await notice()).toBeNull();
    const before = (await baskets.basket(buyer, basketId)).quote!;
    await house.get(OffersService).withdraw(fatima.actor, rug);
    expect(await notice()).toBe('It is now sold by Fatima Aït Lahcen, at the price shown.');
    const after = (await baskets.basket(buyer, basketId)).quote!;
    expect(before.known && after.known && after.total.amountMinor < before.total.amountMinor).toBe(true);
    await baskets.setLine(buyer, basketId, rug, 1);
    expect(await notice()).toBeNull();
    await house.db.read(`update catalog.product set state = 'withdrawn' where id = $1`, [rug]);
    expect(await notice()).toBe('This piece is no longer for sale. Take it out to go on.');
  });

  it('lets a guest’s order join the account that holds the key of its letter, once', async () => {
    const identity = house.get(IdentityService);
    const person = async (email: string): Promise<Actor> => actor('buyer', { accountId: await identity.createPerson({ email, password: 'correct horse battery', name: 'Ada', locale: 'en' }) });
    const [guest, ada, other] = [actor('buyer'), await person('ada@example.org'), await person('bob@example.org')];
    const basketId = await basketWith(guest, [[await piece(house.db, fatima.artisanId), 1], [await piece(house.db, idir.artisanId), 1]]);
    await placements.place(guest, placing(basketId));
    const [first, second] = await orders.ordersOfBasket(guest, basketId);
    const key = orderKey(house.get<Config>(CONFIG).SECRET, first!.id);
    const claims = house.get(ClaimsService);
    await expect(claims.claim(actor('buyer'), key)).rejects.toMatchObject({ code: 'ORDER_CLAIM_SIGN_IN' });
    await expect(claims.claim(ada, 'x'.repeat(43))).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    const outcomes = await Promise.allSettled([claims.claim(ada, key), claims.claim(ada, key)]);
    expect(outcomes.every((outcome) => outcome.status === 'fulfilled')).toBe(true);
    // One purchase: both of its orders, and the payment of the basket, are hers now.
    expect((await orders.myOrders(ada, 10, undefined)).nodes.map((order) => order.id).sort()).toEqual([first!.id, second!.id].sort());
    expect(await orders.placement(basketId)).toMatchObject({ owner: ada.accountId });
    await expect(claims.claim(other, key)).rejects.toMatchObject({ code: 'ORDER_CLAIM_TAKEN' });
    await expect(orders.order(guest, first!.id)).rejects.toMatchObject({ code: 'ORDER_NOT_FOUND' });
    await expect(house.db.read(`update orders.orders set owner = 'x', claimed_at = now() where id = $1`, [first!.id])).rejects.toMatchObject({ code: '23001' });
    expect(await house.db.read(`select count(*)::int n from platform.audit where action = 'order.claim' and subject_id = any($1)`, [[first!.id, second!.id]])).toEqual([{ n: 2 }]);
  });

  it('answers the same orders when the same basket is placed again, even at the same moment', async () => {
    const buyer = actor('buyer');
    const rug = await piece(house.db, fatima.artisanId);
    const basketId = await basketWith(buyer, [[rug, 1]]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => placements.place(buyer, placing(basketId))));
    expect(new Set(answers)).toEqual(new Set([basketId]));
    expect(await orders.ordersOfBasket(buyer, basketId)).toHaveLength(1);
    expect(await unitsOf(rug)).toEqual({ free: 4, held: 1 });
    await expect(baskets.setLine(buyer, basketId, rug, 2)).rejects.toMatchObject({ code: 'ORDER_BASKET_PLACED' });
  });

  it('sells a unique rug once, however many buyers race for it, and names the line to the others', async () => {
    const [rug, common] = [await piece(house.db, fatima.artisanId, { unique: true }), await piece(house.db, idir.artisanId, { stock: 100 })];
    const buyers = Array.from({ length: 10 }, () => actor('buyer'));
    const made = await Promise.all(buyers.map((buyer) => basketWith(buyer, [[common, 1], [rug, 1]])));
    const outcomes = await Promise.allSettled(buyers.map((buyer, i) => placements.place(buyer, placing(made[i]!))));
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(9);
    for (const outcome of lost) expect(outcome.reason).toMatchObject({ code: 'CATALOG_SOLD_OUT', field: 'lines.1.quantity' });
    expect(await unitsOf(rug)).toEqual({ held: 1 });
    // A lost race holds nothing else either.
    expect(await unitsOf(common)).toEqual({ free: 99, held: 1 });
  });

  it('leaves no gap in the numbers when a placement fails', async () => {
    const buyer = actor('buyer');
    const rug = await piece(house.db, fatima.artisanId, { unique: true });
    const [first, second, third] = [await basketWith(buyer, [[rug, 1]]), await basketWith(buyer, [[rug, 1]]), await basketWith(buyer, [[await piece(house.db, idir.artisanId), 1]])];
    await placements.place(buyer, placing(first));
    await expect(placements.place(buyer, placing(second))).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT' });
    await placements.place(buyer, placing(third));
    const numbers = (await house.db.read<{ number: string }>(`select number from orders.orders order by number`)).map((row) => Number(row.number.slice(8)));
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  it('refuses a price that moved since the buyer looked, and places nothing', async () => {
    const buyer = actor('buyer');
    const rug = await piece(house.db, fatima.artisanId);
    const basketId = await basketWith(buyer, [[rug, 1]]);
    await expect(placements.place(buyer, placing(basketId, { shownTotalMinor: 1 }))).rejects.toMatchObject({ code: 'ORDER_PRICE_MOVED', field: 'input.shownTotalMinor' });
    expect(await unitsOf(rug)).toEqual({ free: 5 });
  });

  it('does not place what it cannot price, and says why', async () => {
    const buyer = actor('buyer', { locale: 'fr' });
    const basketId = await basketWith(buyer, [[await piece(house.db, fatima.artisanId), 1]], 'JP');
    expect((await baskets.basket(buyer, basketId)).quote).toMatchObject({ known: false });
    const consignee = { ...PARIS, country: 'JP', postalCode: '150-0001', phone: '+81312345678' };
    await expect(placements.place(buyer, placing(basketId, { consignee }))).rejects.toMatchObject({ code: 'ORDER_NOT_QUOTABLE', params: { why: expect.stringMatching(/Nous n’avons pas/) } });
  });

  it.each<[string, object, string, string]>([
    ['an Arabic-only address', { consignee: { ...PARIS, line1: 'شارع الحسن الثاني' } }, 'ORDER_NOT_LATIN', 'input.consignee.line1'],
    ['an address of 300 characters', { consignee: { ...PARIS, line1: 'x'.repeat(300) } }, 'TEXT_TOO_LONG', 'input.consignee.line1'],
    ['another country than the one priced', { consignee: BOSTON }, 'ORDER_COUNTRY_DIFFERS', 'input.consignee.country'],
    ['an address that is no mail address', { email: 'aurelie@' }, 'INPUT_INVALID', 'input.email'],
    ['a forged mail header', { email: 'a@example.org\nBcc: all@example.org' }, 'INPUT_INVALID', 'input.email'],
    ['a business without a tax number', { buyerKind: 'business' }, 'ORDER_TAX_ID', 'input.taxId'],
    ['a kind of buyer there is not', { buyerKind: 'pirate' }, 'INPUT_INVALID', 'input.buyerKind'],
    ['a basket id that is no id', { basketId: "'; drop table orders.orders; --" }, 'INPUT_INVALID', 'input.basketId'],
    ['a basket there is not', { basketId: '019ab3a0-0000-7000-8000-000000000000' }, 'ORDER_BASKET_NOT_FOUND', ''],
  ])('refuses %s', async (_, change, code, field) => {
    const buyer = actor('buyer');
    const basketId = await basketWith(buyer, [[await piece(house.db, fatima.artisanId), 1]]);
    await expect(placements.place(buyer, { ...placing(basketId), ...change } as never)).rejects.toMatchObject(field === '' ? { code } : { code, field });
    expect(await orders.placement(basketId)).toBeNull();
  });

  it('keeps hostile words as words, in the pro forma and in the letter', async () => {
    const buyer = actor('buyer');
    const basketId = await basketWith(buyer, [[await piece(house.db, fatima.artisanId), 1]]);
    await placements.place(buyer, placing(basketId, { consignee: { ...PARIS, name: "Robert'); DROP TABLE orders.orders;-- \u202E\u0000#import (x)" } }));
    const [order] = await orders.ordersOfBasket(buyer, basketId);
    expect(order!.proForma.consignee.name).toBe("Robert'); DROP TABLE orders.orders;-- #import (x)");
  });

  it.each([-1, 1.5, 1_001, Number.NaN, 2 ** 40])('refuses %d of a piece in a basket', async (quantity) => {
    const buyer = actor('buyer');
    const basketId = await basketWith(buyer, []);
    await expect(baskets.setLine(buyer, basketId, await piece(house.db, fatima.artisanId), quantity)).rejects.toMatchObject({ code: 'ORDER_QUANTITY', field: 'quantity' });
  });

  it('refuses two of a unique piece, unknown pieces and countries, and empties a line with zero', async () => {
    const buyer = actor('buyer');
    const rug = await piece(house.db, fatima.artisanId, { unique: true });
    const basketId = await basketWith(buyer, [[rug, 1]]);
    await expect(baskets.setLine(buyer, basketId, rug, 2)).rejects.toMatchObject({ code: 'ORDER_UNIQUE_PIECE' });
    await expect(baskets.setLine(buyer, basketId, newId(), 1)).rejects.toMatchObject({ code: 'ORDER_PRODUCT_UNKNOWN' });
    await expect(baskets.setLine(buyer, basketId, 'rug', 1)).rejects.toMatchObject({ code: 'ORDER_PRODUCT_UNKNOWN' });
    for (const country of ['', 'France', 'F1', '🇫🇷']) await expect(baskets.setCountry(buyer, basketId, country)).rejects.toMatchObject({ code: 'ORDER_COUNTRY_UNKNOWN' });
    expect((await baskets.setLine(buyer, basketId, rug, 0)).lines).toEqual([]);
    await expect(placements.place(buyer, placing(basketId))).rejects.toMatchObject({ code: 'ORDER_BASKET_EMPTY' });
  });

  it('lets a guest’s basket follow her when she signs in, and no other basket', async () => {
    const identity = house.get(IdentityService);
    const person = async (email: string): Promise<Actor> => actor('buyer', { accountId: await identity.createPerson({ email, password: 'correct horse battery', name: 'Grace', locale: 'en' }) });
    const [guest, grace, other] = [actor('buyer'), await person('grace@example.org'), await person('other@example.org')];
    const basketId = await basketWith(guest, [[await piece(house.db, fatima.artisanId), 1]]);
    expect((await baskets.basket(grace, basketId)).lines).toHaveLength(1);
    for (const late of [guest, other]) await expect(baskets.basket(late, basketId)).rejects.toMatchObject({ code: 'ORDER_BASKET_NOT_FOUND' });
    await placements.place(grace, placing(basketId));
    const placed = await basketWith(guest, [[await piece(house.db, fatima.artisanId), 1]]);
    await placements.place(guest, placing(placed));
    await expect(baskets.basket(grace, placed)).rejects.toMatchObject({ code: 'ORDER_BASKET_NOT_FOUND' });
  });

  it('shows a basket to nobody else', async () => {
    const [buyer, other] = [actor('buyer'), actor('buyer')];
    const basketId = await basketWith(buyer, [[await piece(house.db, fatima.artisanId), 1]]);
    await expect(baskets.basket(other, basketId)).rejects.toMatchObject({ code: 'ORDER_BASKET_NOT_FOUND' });
    await expect(baskets.create(other, basketId, 'FR')).rejects.toMatchObject({ code: 'ORDER_BASKET_NOT_FOUND' });
    await expect(placements.place(other, placing(basketId))).rejects.toMatchObject({ code: 'ORDER_BASKET_NOT_FOUND' });
  });
});
