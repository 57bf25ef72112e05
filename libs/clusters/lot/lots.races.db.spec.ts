import { newId, SYSTEM } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { clustersRoom, LotsService, MembershipService, partOfPrice } from '../index.js';
import { sharedOrder, type SharedOrder } from './lots.fixtures.js';

/** What is right one after the other must be right at the same moment. */
describe('sharing out at the same moment', () => {
  let house: TestHouse;
  let lots: LotsService;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    lots = house.get(LotsService);
  });
  afterAll(() => house.close());

  async function another({ clusterId, weavers }: SharedOrder, quantity: number): Promise<string> {
    const orderId = newId();
    await house.db.write(SYSTEM, (tx) => lots.open(tx, orderId, clusterId, [{ number: 1, productId: newId(), artisanId: weavers[0]!.artisanId!, quantity }]));
    return orderId;
  }
  const share = (w: SharedOrder, orderId: string) => lots.shareOut(w.founder, { orderId, line: 1, rule: 'capacity', answerDays: 3 });
  const offered = (orderId: string) => house.db.read<{ artisanId: string; quantity: number }>(`select artisan_id "artisanId", quantity from clusters.lot where order_id = $1 and state = 'offered'`, [orderId]);

  it('asks nobody for more than she can make, of however many orders', async () => {
    const w = await sharedOrder(house, [1, 1]);
    const orders = [await another(w, 60), await another(w, 60), await another(w, 60)];
    const shares = await Promise.all(orders.map((orderId) => share(w, orderId).catch((error: { code?: string }) => expect(error.code).toBe('CLUSTER_NO_HANDS'))));
    expect(shares.filter(Array.isArray).length).toBeGreaterThan(0);
    const hers = await house.db.read<{ capacity: number; asked: number }>(
      `select m.capacity, sum(l.quantity)::int asked from clusters.member m join clusters.lot l on l.artisan_id = m.artisan_id where m.cluster_id = $1 and l.state = 'offered' group by 1, m.artisan_id order by 1`,
      [w.clusterId],
    );
    expect(hers).toEqual([12, 24, 36].map((capacity) => ({ capacity, asked: capacity })));
  });

  it.each(['leaves', 'is struck off'])('leaves nothing with a member who %s meanwhile', async (how) => {
    const w = await sharedOrder(house, [1, 1]);
    const membership = house.get(MembershipService);
    const [gone] = w.weavers;
    const goes = async (): Promise<unknown> => {
      if (how === 'leaves') return membership.step(gone!, w.clusterId, gone!.artisanId!, 'leave', null);
      await house.db.read(`update registry.artisan set standing = 'struck_off' where id = $1`, [gone!.artisanId]);
      return house.db.write(SYSTEM, (tx) => lots.withdrawOffersTo(tx, gone!.artisanId!));
    };
    for (let round = 0; round < 12; round++) {
      const orderId = await another(w, 30);
      await Promise.all([share(w, orderId), goes()]);
      const standing = await offered(orderId);
      expect(standing.filter((lot) => lot.artisanId === gone!.artisanId)).toEqual([]);
      expect(standing.reduce((sum, lot) => sum + lot.quantity, 0)).toBe(30);
      await house.db.write(SYSTEM, (tx) => lots.close(tx, orderId, 'cancelled'));
      if (how !== 'leaves') await house.db.read(`update registry.artisan set standing = 'registered' where id = $1`, [gone!.artisanId]);
      else {
        await membership.step(gone!, w.clusterId, gone!.artisanId!, 'request', partOfPrice(0));
        await membership.step(w.founder, w.clusterId, gone!.artisanId!, 'approve', null);
        await membership.setWork(gone!, w.clusterId, gone!.artisanId!, { capacity: 12 });
      }
    }
  });
});
