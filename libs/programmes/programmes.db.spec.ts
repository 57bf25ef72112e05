import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { certificationRoom } from '#libs/certification';
import { catalogRoom } from '#libs/catalog';
import { clustersRoom } from '#libs/clusters';
import { identityRoom } from '#libs/identity';
import { BasketsService, ordersRoom, OrdersService, PlacementService } from '#libs/orders';
import { registryRoom } from '#libs/registry';
import { ReferenceService, shippingRoom } from '#libs/shipping';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { programmesRoom, ProgrammesService } from './index.js';
import { exportingWeaver } from './programmes.fixtures.js';

describe('statistics', () => {
  let house: TestHouse;
  let programmes: ProgrammesService;
  const desk: Actor = actor(['buyer', 'desk']);
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom, shippingRoom, ordersRoom, programmesRoom]);
    await house.get(ReferenceService).loadShipped(SYSTEM);
    programmes = house.get(ProgrammesService);
  });
  afterAll(() => house.close());

  async function deliver(sex: 'F' | 'M'): Promise<string> {
    const buyer = actor('buyer');
    const { artisanId, productId } = await exportingWeaver(house.db, sex);
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, productId, 2);
    const consignee = { name: 'Aurélie Lefèvre', line1: '12, rue de l’Échiquier', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' };
    await house.get(PlacementService).place(buyer, { basketId, consignee, email: 'aurelie@example.org', buyerKind: 'consumer' });
    const [order] = await house.get(OrdersService).ordersOfBasket(buyer, basketId);
    await house.db.write(SYSTEM, (tx) => programmes.countOrder(tx, 'export', order!.id, '2026-11-24'));
    await house.db.write(SYSTEM, (tx) => programmes.countOrder(tx, 'export', order!.id, '2026-11-24'));
    return artisanId;
  }

  it('counts a delivered order once, and shows no cell about fewer than five', async () => {
    for (const sex of ['F', 'F', 'F', 'F', 'M'] as const) await deliver(sex);
    expect(await programmes.table(desk, { of: 'export', by: 'sex', year: 2026 })).toEqual({
      cells: [{ key: 'F', hidden: true }, { key: 'M', hidden: true }],
      total: { artisans: 5, events: 5, pieces: 10, makerMadMinor: 5 * 2 * 240_000 },
    });
    for (const sex of ['F', 'M', 'M', 'M', 'M'] as const) await deliver(sex);
    expect((await programmes.table(desk, { of: 'export', by: 'sex', year: 2026 })).cells.map((cell) => [cell.key, cell.hidden])).toEqual([['F', false], ['M', false]]);
    expect(await programmes.table(desk, { of: 'export', by: 'region', year: 2025 })).toEqual({ cells: [], total: null });
  }, 60_000);

  it('hears certificates, shows an officer her own region, and refuses questions it does not know', async () => {
    for (let i = 0; i < 5; i++) {
      const { artisanId } = await exportingWeaver(house.db, 'F');
      const fact = { certificateId: newId(), number: `MH-${i}`, artisanId, pieceId: null, productType: 'carpets', validFrom: '2026-11-24', validUntil: '2027-11-24' };
      await house.db.write(SYSTEM, (tx) => tx.publish('CertificateIssued', fact));
    }
    await house.jobs.drain();
    const [place] = await house.db.read<{ region_code: string }>(`select region_code from programmes.event limit 1`);
    const officer = (region: string): Actor => actor(['buyer', 'officer'], { memberships: [{ kind: 'chamber', organisationId: region }] });
    expect((await programmes.table(officer(place!.region_code), { of: 'certificate', by: 'age', year: 2026 })).total).toMatchObject({ artisans: 5 });
    expect((await programmes.table(officer('MA-99'), { of: 'certificate', by: 'age', year: 2026 })).total).toBeNull();
    await expect(programmes.table(desk, { of: 'export', by: 'name' as never, year: 2026 })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.by' });
    await expect(programmes.table(desk, { of: 'export', by: 'sex', year: 1 })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.year' });
  });

  it('counts exports by country, a region by branch, and no two filters at once', async () => {
    const exported = await programmes.table(desk, { of: 'export', by: 'country', year: 2026 });
    expect(exported.cells).toMatchObject([{ key: 'FR', hidden: false, counts: { artisans: 10, pieces: 20 } }]);
    const [place] = await house.db.read<{ region_code: string; branch: string }>(`select region_code, branch from programmes.event limit 1`);
    expect((await programmes.table(desk, { of: 'export', by: 'country', year: 2026, branch: place!.branch })).cells).toMatchObject([{ key: 'FR', counts: { artisans: 10 } }]);
    expect((await programmes.table(desk, { of: 'export', by: 'branch', year: 2026, region: place!.region_code })).total).toMatchObject({ artisans: 10 });
    expect(await programmes.table(desk, { of: 'export', by: 'branch', year: 2026, region: place!.region_code === 'MA-09' ? 'MA-08' : 'MA-09' })).toEqual({ cells: [], total: null });
    await expect(programmes.table(desk, { of: 'export', by: 'sex', year: 2026, region: 'MA-03', branch: 'carpets' })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.branch' });
    await expect(programmes.table(desk, { of: 'payout', by: 'country', year: 2026 })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.by' });
    await expect(programmes.table(desk, { of: 'export', by: 'sex', year: 2026, region: 'MA-99' })).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.region' });
  });

  it('counts once in the total who sold to two countries, also where she moved between the two', async () => {
    const sold = (artisanId: string, country: string, region: string): Promise<unknown> =>
      house.db.read(`insert into programmes.event (kind, source_id, artisan_id, year, sex, birth_year, region_code, branch, pieces, maker_mad_minor, country) values ('export', $1, $2, 2031, 'F', 1990, $3, 'carpets', 2, 100, $4)`, [newId(), artisanId, region, country]);
    const makers = Array.from({ length: 12 }, () => newId());
    for (const [i, maker] of makers.entries()) {
      await sold(maker, 'FR', 'MA-03');
      if (i % 2 === 0) await sold(maker, 'ES', i === 0 ? 'MA-09' : 'MA-03');
    }
    const both = [{ key: 'ES', counts: { artisans: 6, events: 6, pieces: 12, makerMadMinor: 600 } }, { key: 'FR', counts: { artisans: 12, events: 12, pieces: 24 } }];
    const total = { artisans: 12, events: 18, pieces: 36, makerMadMinor: 1_800 };
    expect(await programmes.table(desk, { of: 'export', by: 'country', year: 2031 })).toMatchObject({ cells: both, total });
    expect(await programmes.table(desk, { of: 'export', by: 'country', year: 2031, branch: 'carpets' })).toMatchObject({ cells: both, total });
    expect((await programmes.table(desk, { of: 'export', by: 'age', year: 2031, branch: 'carpets' })).cells).toMatchObject([{ key: '35-44', counts: { artisans: 12, events: 18 } }]);
  }, 60_000);

  it('counts those who made a shared order, not the maker of the listing', async () => {
    const buyer = actor('buyer');
    const { artisanId, productId } = await exportingWeaver(house.db, 'F');
    const [one, two] = [(await exportingWeaver(house.db, 'F')).artisanId, (await exportingWeaver(house.db, 'F')).artisanId];
    const basketId = newId();
    await house.get(BasketsService).create(buyer, basketId, 'FR');
    await house.get(BasketsService).setLine(buyer, basketId, productId, 2);
    const consignee = { name: 'Aurélie Lefèvre', line1: '12, rue de l’Échiquier', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' };
    await house.get(PlacementService).place(buyer, { basketId, consignee, email: 'aurelie@example.org', buyerKind: 'consumer' });
    const [order] = await house.get(OrdersService).ordersOfBasket(buyer, basketId);
    const counted = (kind: string): Promise<unknown[]> => house.db.read(`select artisan_id, pieces, maker_mad_minor from programmes.event where kind = $1 and source_id = $2 order by artisan_id`, [kind, order!.id]);
    await house.db.write(SYSTEM, (tx) => programmes.countOrder(tx, 'order', order!.id, '2026-11-24'));
    expect(await counted('order')).toEqual([{ artisan_id: artisanId, pieces: 2, maker_mad_minor: 480_000 }]);
    const made = [one, two].map((maker) => ({ line: 1, artisanId: maker, quantity: 1 }));
    for (let heard = 0; heard < 2; heard++) await house.db.write(SYSTEM, (tx) => programmes.noteMakers(tx, order!.id, made));
    await house.db.write(SYSTEM, (tx) => programmes.countOrder(tx, 'export', order!.id, '2026-12-24'));
    const both = [one, two].sort().map((maker) => ({ artisan_id: maker, pieces: 1, maker_mad_minor: 240_000 }));
    expect([await counted('order'), await counted('export')]).toEqual([both, both]);
  });

  it('counts who attended and who completed a training', async () => {
    for (let i = 0; i < 5; i++) {
      const { artisanId } = await exportingWeaver(house.db, 'F');
      const sessionId = newId();
      await house.db.write(SYSTEM, async (tx) => {
        await tx.publish('TrainingAttended', { enrolmentId: newId(), sessionId, artisanId, endedOn: '2026-12-02' });
        await tx.publish('TrainingCompleted', { completionId: newId(), number: `TAP-F-2026-${i}`, sessionId, artisanId, completedOn: '2026-12-02' });
      });
    }
    await house.jobs.drain();
    for (const kind of ['training', 'completion'] as const) expect((await programmes.table(desk, { of: kind, by: 'sex', year: 2026 })).total).toMatchObject({ artisans: 5, events: 5 });
  });
});
