import { CatalogService } from '#libs/catalog';
import { CertificationService, ChecklistsService, InspectionsService, type Certificate } from '#libs/certification';
import { moroccanDay, newId, SYSTEM, type Actor } from '#libs/kernel';
import { ReferenceService } from '#libs/shipping';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { maker, ORDER_ROOMS, piece, placing, type Maker } from './orders.fixtures.js';
import { BasketsService, OrdersService, PlacementService } from './index.js';

const INSPECTOR = actor('inspector', { name: 'Nadia Amrani', memberships: [{ kind: 'centre', organisationId: 'carpets' }] });
const STOCK = 3;
const MEASURED: Readonly<Record<string, number>> = { length: 2800, width: 2000, 'knots-width': 18, 'knots-height': 15 };

/** A certificate across the rooms: the shelf, the badge, the buyer who waits, and the renewal. */
describe('a certificate that ends while an order is open', () => {
  let house: TestHouse;
  let weaver: Maker;
  let pieceId: string;
  beforeAll(async () => {
    house = await testHouse(ORDER_ROOMS);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    weaver = await maker(house.db);
    // Its branch is the carpets', whatever the first activity of the register is.
    await house.db.read(`update registry.artisan set branch = 'carpets', activity = 'knotted-carpet' where id = $1`, [weaver.artisanId]);
    pieceId = await piece(house.db, weaver.artisanId, { stock: STOCK });
  });
  afterAll(() => house.close());

  /** A lot of the piece, or all she makes of its type. */
  async function certify(validUntil: string, lotSize: number | null = STOCK): Promise<Certificate> {
    const inspectionId = newId();
    await house.get(InspectionsService).request(weaver.actor, { id: inspectionId, centreId: 'carpets', productType: 'carpets', variant: 'middle-atlas', ...(lotSize === null ? { pieceId: null } : { pieceId, lotSize }), description: 'Rug' });
    const rules = await house.get(ChecklistsService).rules('carpets', 'middle-atlas', moroccanDay(house.clock.now()));
    const seen = rules.filter((rule) => rule.required).map((rule) => (rule.kind === 'observation' ? { rule: rule.code, outcome: 'met' as const } : { rule: rule.code, value: MEASURED[rule.code] ?? 1 }));
    await house.get(InspectionsService).record(INSPECTOR, { id: newId(), inspectionId, seen });
    const certificate = await house.get(CertificationService).issue(INSPECTOR, { id: newId(), inspectionId, validUntil });
    await house.jobs.drain();
    return certificate;
  }

  async function placed(buyer: Actor, quantity = 1): Promise<{ id: string; number: string }> {
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, pieceId, quantity);
    await house.get(PlacementService).place(buyer, placing(basketId));
    const [order] = await house.get(OrdersService).ordersOfBasket(buyer, basketId);
    await house.db.write(SYSTEM, (tx) => tx.publish('PaymentCaptured', { paymentId: newId(), basketId, orderIds: [order!.id], amountMinor: order!.proForma.totals.totalMinor, currency: 'EUR' }));
    await house.jobs.drain();
    return { id: order!.id, number: order!.proForma.number };
  }

  /** Where the piece stands, and what a buyer would be sold it under; the badge and the filter have a spec in the catalog. */
  async function shown(): Promise<{ state: string; certified: boolean | undefined; number: string | null | undefined }> {
    const [row] = await house.db.read<{ state: string }>('select state from catalog.product where id = $1', [pieceId]);
    const [trade] = await house.get(CatalogService).tradeData([pieceId]);
    return { state: row!.state, certified: trade?.certified, number: trade?.certificateNumber };
  }

  it('takes the badge, the filter and the listing down at that moment, tells the buyer, and is restored when renewed', async () => {
    const first = await certify('2026-12-31');
    expect(await shown()).toEqual({ state: 'listed', certified: true, number: first.number });
    const order = await placed(actor('buyer', { locale: 'en' }));
    const letters = async (): Promise<number> => (await house.db.read(`select from platform.mail where subject = $1`, [`A certificate in order ${order.number}`])).length;

    house.clock.set(new Date('2026-12-31T22:59:59Z'));
    await house.jobs.drain();
    expect([(await shown()).state, await letters()]).toEqual(['listed', 0]);
    // Midnight in Morocco, an hour before that of UTC: no timer, only the errand of the day.
    house.clock.set(new Date('2026-12-31T23:00:00Z'));
    await house.jobs.drain();
    expect([await shown(), await letters()]).toEqual([{ state: 'suspended', certified: false, number: null }, 1]);

    const second = await certify('2027-12-31');
    expect(await shown()).toEqual({ state: 'listed', certified: true, number: second.number });
    await house.get(CertificationService).withdraw(INSPECTOR, { certificateId: second.id, reason: 'The dye ran.' });
    await house.jobs.drain();
    // Her order was placed under the first: the second is no news to this buyer.
    expect([await shown(), await letters()]).toEqual([{ state: 'suspended', certified: false, number: null }, 1]);
  });

  it('for a lot sells the pieces it speaks for and no other', async () => {
    const { number } = await certify('2027-12-31', 1);
    const buyer = actor('buyer');
    await expect(placed(buyer, 2)).rejects.toMatchObject({ code: 'CATALOG_SOLD_OUT', field: 'lines.0.quantity', params: { available: 1, wanted: 2 } });
    const order = await placed(buyer);
    const [line] = await house.db.read<{ number: string; named: string }>(
      `select o.pro_forma->'lines'->0->>'certificateNumber' as number, u.certificate_number as named from orders.orders o join catalog.unit u on u.order_id = o.id where o.id = $1`,
      [order.id],
    );
    expect([line, (await shown()).state]).toEqual([{ number, named: number }, 'suspended']);
  });

  it('for a piece withdrawn meanwhile is issued, and waits until the maker lists it again', async () => {
    await house.db.read(`update catalog.product set state = 'withdrawn', suspended_for = null where id = $1`, [pieceId]);
    const { number } = await certify('2027-12-31');
    expect(await shown()).toMatchObject({ state: 'withdrawn' });
    const [row] = await house.db.read<{ number: string }>('select certificate_number as number from catalog.product where id = $1', [pieceId]);
    expect(row!.number).toBe(number);
  });

  it('withdrawn while a buyer orders either refuses her or writes to her, whoever of the two was first', async () => {
    const rug = await piece(house.db, weaver.artisanId, { stock: 60 });
    let [refused, told] = [0, 0];
    for (let round = 0; round < 20; round++) {
      pieceId = rug;
      const { id: certificateId, number } = await certify('2027-12-31');
      const buyer = actor('buyer');
      const basketId = newId();
      await house.get(BasketsService).create(buyer, basketId, 'FR');
      await house.get(BasketsService).setLine(buyer, basketId, rug, 1);
      const withdraw = () => house.get(CertificationService).withdraw(INSPECTOR, { certificateId, reason: 'The dye ran.' });
      const place = () => house.get(PlacementService).place(buyer, placing(basketId)).then(() => null, (error: { code: string; field: string }) => `${error.code} ${error.field}`);
      // Every other time the withdrawal is done, and only the shelf has not heard of it.
      if (round % 2 === 1) await withdraw();
      const [answer] = await Promise.all([place(), round % 2 === 1 ? null : withdraw()]);
      await house.jobs.drain();
      const order = (await house.get(OrdersService).ordersOfBasket(buyer, basketId))[0];
      if (answer !== null) expect(answer).toBe('CATALOG_NOT_ON_SALE lines.0.quantity');
      const letters = order ? await house.db.read(`select from platform.mail where subject = $1`, [`A certificate in order ${order.proForma.number}`]) : [];
      expect([order?.proForma.lines[0]!.certificateNumber, letters.length]).toEqual(answer === null ? [number, 1] : [undefined, 0]);
      if (answer === null) told++;
      else refused++;
    }
    expect([refused + told, refused >= 10]).toEqual([20, true]);
  });

  it('for decoration only never certifies a piece sold for food', async () => {
    const inspector = actor('inspector', { memberships: [{ kind: 'centre', organisationId: 'pottery' }] });
    const id = newId();
    await house.get(InspectionsService).request(weaver.actor, { id, centreId: 'pottery', productType: 'pottery', variant: 'decorative', pieceId: null, description: 'Plates for the wall' });
    await house.get(InspectionsService).record(inspector, { id: newId(), inspectionId: id, seen: ['decorative-mark', 'firing', 'by-hand', 'materials', 'finish'].map((rule) => ({ rule, outcome: 'met' as const })) });
    const { number } = await house.get(CertificationService).issue(inspector, { id: newId(), inspectionId: id });
    const bowl = await piece(house.db, weaver.artisanId);
    const judged = async (foodContact: boolean): Promise<string | null> => {
      await house.db.read(`update catalog.product set branch = 'pottery', food_contact = $2, certificate_number = null, certificate_until = null, suspended_for = null, state = 'listed' where id = $1`, [bowl, foodContact]);
      await house.db.write(SYSTEM, (tx) => tx.publish('CertificateIssued', { certificateId: newId(), number, artisanId: weaver.artisanId, pieceId: bowl, productType: 'pottery', validFrom: '2027-01-01', validUntil: '2027-12-31' }));
      await house.jobs.drain();
      const [row] = await house.db.read<{ number: string | null }>('select certificate_number as number from catalog.product where id = $1', [bowl]);
      return row!.number;
    };
    expect([await judged(false), await judged(true)]).toEqual([number, null]);
  });

  it('renewed before its end is no alarm: the buyer reads which one vouches for her piece now', async () => {
    pieceId = await piece(house.db, weaver.artisanId, { stock: STOCK });
    const first = await certify('2027-11-30', null);
    const order = await placed(actor('buyer', { locale: 'en' }));
    const second = await certify('2027-12-31', null);
    await house.get(CertificationService).withdraw(INSPECTOR, { certificateId: first.id, reason: 'Its label was lost.' });
    await house.jobs.drain();
    const [letter] = await house.db.read<{ body: string }>('select body from platform.mail where subject = $1', [`A certificate in order ${order.number}`]);
    expect(letter!.body).toContain(`${first.number} of a piece in your order ${order.number} no longer holds (it was withdrawn), and certificate ${second.number} vouches for the piece now.`);
    expect(await shown()).toMatchObject({ certified: true, number: second.number });
  });
});
