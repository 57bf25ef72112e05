import { newId, type Actor } from '#libs/kernel';
import { catalogRoom, CatalogService } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, type TestHouse } from '../../test/database.js';
import { registered, rugOf } from './clusters.fixtures.js';
import type { SetFees } from './fee/fees.service.js';
import { ShelfService } from './offer/shelf.service.js';
import { ClusterFeesService, clustersRoom, ClustersService, MembershipService, OffersService, partOfPrice, type CreateCluster } from './index.js';

describe('clusters', () => {
  let house: TestHouse;
  let clusters: ClustersService;
  let membership: MembershipService;
  let offers: OffersService;
  let founder: Actor;
  let clusterId: string;
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    [clusters, membership, offers] = [house.get(ClustersService), house.get(MembershipService), house.get(OffersService)];
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    founder = await artisan();
    clusterId = newId();
    await clusters.create(founder, grouping(clusterId));
  });

  const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
  const grouping = (id: string, more: Partial<CreateCluster> = {}): CreateCluster => ({
    id, name: `Coopérative ${id.slice(-8)}`, legalForm: 'cooperative', ice: '001234567000089', address: '4, rue des Tanneurs', city: 'Fès', regionCode: 'MA-03', branch: 'carpets', rules: 'One member, one voice.', feeBp: 500, ...more,
  });
  const step = (who: Actor, of: Actor, verb: Parameters<MembershipService['step']>[3], fee: number | null = null) => membership.step(who, clusterId, of.artisanId!, verb, fee === null ? null : partOfPrice(fee));

  const membersOf = async (who: Actor, id: string) => (await membership.members(who, id, { first: 100 })).nodes;
  const offersOf = async (id: string) => (await house.get(ShelfService).page(founder, id, { first: 100 })).nodes;

  async function member(): Promise<Actor> {
    const weaver = await artisan();
    await step(founder, weaver, 'invite');
    await step(weaver, weaver, 'accept', 500);
    return weaver;
  }

  describe('founding', () => {
    it('makes the founder its coordinator, once however often it is asked', async () => {
      await expect(clusters.create(founder, grouping(''))).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'input.id', definition: { ar: 'هذا ليس معرّفاً. أعد تحميل الصفحة وحاول من جديد.' } });
      expect(await clusters.create(founder, grouping(clusterId))).toMatchObject({ id: clusterId, feeBp: 500 });
      expect(await membersOf(founder, clusterId)).toEqual([expect.objectContaining({ artisanId: founder.artisanId, state: 'active', coordinator: true })]);
      expect(await clusters.coordinatedBy(founder)).toEqual([clusterId]);
    });

    it.each<[string, Partial<CreateCluster>, string, string]>([
      ['a fee beyond a third', { feeBp: 3_334 }, 'INPUT_INVALID', 'input.feeBp'],
      ['a negative fee', { feeBp: -1 }, 'INPUT_INVALID', 'input.feeBp'],
      ['an ICE of fourteen digits', { ice: '00123456700008' }, 'INPUT_INVALID', 'input.ice'],
      ['a legal form there is not', { legalForm: 'gang' }, 'INPUT_INVALID', 'input.legalForm'],
      ['a region there is not', { regionCode: 'MA-13' }, 'INPUT_INVALID', 'input.regionCode'],
      ['an id that is no id', { id: 'x' }, 'INPUT_INVALID', 'input.id'],
      ['a name of nothing but overrides', { name: '\u202E\u0000' }, 'TEXT_EMPTY', 'input.name'],
      ['100,000 characters of rules', { rules: 'x'.repeat(100_000) }, 'TEXT_TOO_LONG', 'input.rules'],
    ])('refuses %s', async (_, change, code, field) => {
      await expect(clusters.create(founder, grouping(newId(), change))).rejects.toMatchObject({ code, field });
    });

    it('gives a name to one cluster, whatever its accents and case', async () => {
      const name = `Atlas ${newId()}`;
      const other = await artisan();
      await clusters.create(founder, grouping(newId(), { name }));
      await expect(clusters.create(other, grouping(newId(), { name: name.toUpperCase().replace('A', 'Â') }))).rejects.toMatchObject({ code: 'CLUSTER_NAME_TAKEN', field: 'input.name' });
      await expect(clusters.create(other, grouping(clusterId))).rejects.toMatchObject({ code: 'CLUSTER_NAME_TAKEN', field: 'input.id' });
    });
  });

  describe('joining and leaving', () => {
    it('needs both sides, and the fee the artisan has read', async () => {
      const weaver = await artisan();
      await expect(step(weaver, weaver, 'accept', 500)).rejects.toMatchObject({ code: 'CLUSTER_TIE_MOVED' });
      await step(founder, weaver, 'invite');
      await expect(step(founder, weaver, 'accept', 500)).rejects.toMatchObject({ code: 'CLUSTER_MEMBER_NOT_FOUND' });
      await expect(step(weaver, weaver, 'accept', 400)).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED', params: { fee: 500 } });
      expect(await step(weaver, weaver, 'accept', 500)).toMatchObject({ state: 'active', feeBp: 500, permissions: [] });
    });

    it('keeps for each member the fee she accepted, by role, until she accepts another', async () => {
      const weaver = await member();
      const fees = house.get(ClusterFeesService);
      await fees.set(founder, clusterId, [{ role: 'collection', bp: 300 }, { role: 'quality', bp: 300 }]);
      expect(await clusters.cluster(clusterId)).toMatchObject({ feeBp: 600, fees: [{ role: 'collection', ...partOfPrice(300) }, { role: 'quality', ...partOfPrice(300) }] });
      expect(await membership.myMemberships(weaver)).toEqual([expect.objectContaining({ feeBp: 500, fees: [{ role: 'coordinator', ...partOfPrice(500) }] })]);
      await expect(fees.accept(weaver, clusterId, partOfPrice(500))).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED' });
      await fees.accept(weaver, clusterId, partOfPrice(600));
      expect((await membership.myMemberships(weaver))[0]!.fees).toHaveLength(2);
      await expect(fees.set(weaver, clusterId, [])).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
      await expect(fees.accept(await artisan(), clusterId, partOfPrice(600))).rejects.toMatchObject({ code: 'CLUSTER_NOT_MEMBER' });
      const bad: SetFees[] = [
        [{ role: 'quality', bp: 1 }, { role: 'quality', bp: 2 }],
        [{ role: 'quality', bp: 3_000 }, { role: 'packing', bp: 3_000 }],
        [{ role: 'quality', itemMinor: 300_000 }, { role: 'packing', itemMinor: 300_000 }],
      ];
      for (const one of bad) await expect(fees.set(founder, clusterId, one)).rejects.toMatchObject({ code: 'CLUSTER_FEES' });
      for (const one of [[{ role: 'quality', kgMinor: -1 }], [{ role: 'quality', itemMinor: 1.5 }], [{ role: 'quality', itemMinor: 500_001 }]] as SetFees[]) {
        await expect(fees.set(founder, clusterId, one)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
      }
    });

    it('shows a fee by the piece and the kilogram before it is accepted, and moves nobody’s silently', async () => {
      const [weaver, fees] = [await artisan(), house.get(ClusterFeesService)];
      await fees.set(founder, clusterId, [{ role: 'coordinator', bp: 200 }, { role: 'collection', kgMinor: 500 }, { role: 'packing', itemMinor: 2_000 }]);
      const shown = await step(founder, weaver, 'invite');
      expect(shown).toMatchObject({ feeBp: 200, feeItemMinor: 2_000, feeKgMinor: 500 });
      expect(shown.fees.map((fee) => fee.role)).toEqual(['collection', 'coordinator', 'packing']);
      await expect(step(weaver, weaver, 'accept', 200)).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED', params: { fee: 200, item: '20.00', kg: '5.00' } });
      await membership.step(weaver, clusterId, weaver.artisanId!, 'accept', { bp: 200, itemMinor: 2_000, kgMinor: 500, orderMinor: 0 });
      await membership.setPermission(weaver, clusterId, 'list', true);
      const rug = await rugOf(house.db, weaver.artisanId!);
      await fees.set(founder, clusterId, [{ role: 'packing', itemMinor: 9_000 }]);
      expect(await offers.offer(founder, clusterId, rug, null)).toMatchObject({ feeBp: 200, feeItemMinor: 2_000, feeKgMinor: 500 });
      // 2 % of 2,400.00, 20.00 for the piece, 2.8 kg at 5.00.
      expect((await house.get(CatalogService).tradeData([rug]))[0]!.price).toMatchObject({ makerMinor: 240_000, clusterMinor: 4_800 + 2_000 + 1_400 });
      expect((await offersOf(clusterId))[0]).toMatchObject({ productId: rug, title: 'Rug', cluster: { amountMinor: 8_200, currency: 'MAD' } });
    });

    it('takes at most a third on top of what a maker receives, however it is paid', async () => {
      const [weaver, fees] = [await member(), house.get(ClusterFeesService)];
      await membership.setPermission(weaver, clusterId, 'list', true);
      const rug = await rugOf(house.db, weaver.artisanId!);
      await fees.set(founder, clusterId, [{ role: 'packing', itemMinor: 80_000 }]);
      await fees.accept(weaver, clusterId, { bp: 0, itemMinor: 80_000, kgMinor: 0, orderMinor: 0 });
      await expect(offers.offer(founder, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_FEE_TOO_HIGH', params: { fee: '800.00', most: '799.92' } });
      expect(await offersOf(clusterId)).toEqual([]);
      expect((await house.get(CatalogService).tradeData([rug]))[0]!.price.clusterMinor).toBe(0);
    });

    it('invites only whom the register knows, and by their id', async () => {
      await expect(membership.step(founder, clusterId, newId(), 'invite', null)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
      await expect(membership.step(founder, clusterId, 'x', 'invite', null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
      expect(await membersOf(founder, clusterId)).toHaveLength(1);
    });

    it('works by request too, and either side may say no', async () => {
      const weaver = await artisan();
      await expect(step(weaver, weaver, 'request', 0)).rejects.toMatchObject({ code: 'CLUSTER_FEE_CHANGED' });
      await step(weaver, weaver, 'request', 500);
      await expect(step(weaver, weaver, 'approve')).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
      await step(founder, weaver, 'refuse');
      await step(weaver, weaver, 'request', 500);
      await expect(step(founder, weaver, 'retract')).rejects.toMatchObject({ code: 'CLUSTER_MEMBER_NOT_FOUND' });
      await step(weaver, weaver, 'retract');
      await step(founder, weaver, 'invite');
      expect(await step(weaver, weaver, 'decline', 500)).toMatchObject({ state: 'outside' });
    });

    it('keeps one coordinator, even when the last two leave at the same moment', async () => {
      await expect(step(founder, founder, 'leave')).rejects.toMatchObject({ code: 'CLUSTER_LAST_COORDINATOR' });
      const weaver = await member();
      await membership.setCoordinator(founder, clusterId, weaver.artisanId!, true);
      const outcomes = await Promise.allSettled([step(founder, founder, 'leave'), step(weaver, weaver, 'leave')]);
      expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
      const [row] = await house.db.read<{ n: number }>(`select count(*)::int n from clusters.member where cluster_id = $1 and coordinator`, [clusterId]);
      expect(row!.n).toBe(1);
    });

    it('shows members to coordinators, her own line to a member, and nothing to others', async () => {
      const weaver = await member();
      expect(await membersOf(founder, clusterId)).toHaveLength(2);
      expect((await membersOf(weaver, clusterId)).map((one) => one.artisanId)).toEqual([weaver.artisanId]);
      expect(await membersOf(await artisan(), clusterId)).toEqual([]);
      const agent = actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: clusterId }] });
      expect(await membersOf(agent, clusterId)).toHaveLength(2);
      const stranger = actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: newId() }] });
      await expect(membership.step(stranger, clusterId, weaver.artisanId!, 'remove', null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
      await expect(membership.setCoordinator(stranger, clusterId, weaver.artisanId!, true)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    });
  });

  describe('offering a member’s product', () => {
    const exporterOf = async (productId: string) => (await house.get(CatalogService).tradeData([productId]))[0]!;

    it('needs her permission, and one more for another fee than she accepted', async () => {
      const weaver = await member();
      const rug = await rugOf(house.db, weaver.artisanId!);
      await expect(offers.offer(founder, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission: 'list' } });
      await membership.setPermission(weaver, clusterId, 'list', true);
      await expect(offers.offer(founder, clusterId, rug, 900)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission: 'price' } });
      await expect(offers.offer(weaver, clusterId, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
      expect(await offers.offer(founder, clusterId, rug, null)).toMatchObject({ feeBp: 500 });
      expect((await exporterOf(rug)).exporter).toMatchObject({ kind: 'cluster', id: clusterId });
    });

    it('leaves no ghost behind: her price alone remains when she withdraws, revokes or leaves', async () => {
      const weaver = await member();
      const rug = await rugOf(house.db, weaver.artisanId!);
      const before = await exporterOf(rug);
      const undo: (() => Promise<unknown>)[] = [
        () => offers.withdraw(weaver, rug),
        () => offers.withdraw(founder, rug),
        () => membership.setPermission(weaver, clusterId, 'list', false),
        () => step(weaver, weaver, 'leave'),
      ];
      for (const end of undo) {
        await membership.setPermission(weaver, clusterId, 'list', true);
        await membership.setPermission(weaver, clusterId, 'price', true);
        await offers.offer(founder, clusterId, rug, 1_000);
        const offered = await exporterOf(rug);
        expect(offered.price.clusterMinor).toBe(offered.price.makerMinor / 10);
        await end();
        expect(await exporterOf(rug)).toEqual(before);
        expect(await offersOf(clusterId)).toEqual([]);
      }
      expect(await membership.myMemberships(weaver)).toEqual([]);
    });

    it('carries the cluster’s own words, minimum and stock rule, and all of it ends with the offer', async () => {
      const weaver = await member();
      const rug = await rugOf(house.db, weaver.artisanId!);
      await house.db.read(`update catalog.product set is_unique = false where id = $1`, [rug]);
      await house.db.read(`insert into catalog.unit (id, product_id, serial) select gen_random_uuid(), $1, n from generate_series(1, 9) n`, [rug]);
      const before = await exporterOf(rug);
      await membership.setPermission(weaver, clusterId, 'list', true);
      const words = { text: { en: ' Woven by five hands. ', ar: 'نسجتها خمس أيادٍ.' }, minimumQuantity: 3, keptBack: 2 };
      await expect(offers.offer(founder, clusterId, rug, null, words)).rejects.toMatchObject({ code: 'CLUSTER_PERMISSION_MISSING', params: { permission: 'stock' } });
      await membership.setPermission(weaver, clusterId, 'stock', true);
      expect(await offers.offer(founder, clusterId, rug, null, words)).toMatchObject({ text: { en: 'Woven by five hands.', fr: null, ar: 'نسجتها خمس أيادٍ.' }, minimumQuantity: 3, keptBack: 2 });
      expect(await exporterOf(rug)).toMatchObject({ minimumQuantity: 3, available: 7 });
      expect(await offersOf(clusterId)).toEqual([expect.objectContaining({ minimumQuantity: 3, keptBack: 2, text: expect.objectContaining({ en: 'Woven by five hands.' }) as unknown })]);
      // Taking back the permission about her stock ends what it allowed.
      await membership.setPermission(weaver, clusterId, 'stock', false);
      expect(await exporterOf(rug)).toMatchObject({ minimumQuantity: 3, available: 9 });
      expect((await offersOf(clusterId))[0]).toMatchObject({ keptBack: 0 });
      await offers.withdraw(weaver, rug);
      expect(await exporterOf(rug)).toEqual(before);
      for (const [bad, code] of [[{ minimumQuantity: 0 }, 'INPUT_INVALID'], [{ minimumQuantity: 1_001 }, 'INPUT_INVALID'], [{ keptBack: -1 }, 'INPUT_INVALID'], [{ text: { en: 'x'.repeat(1_001) } }, 'TEXT_TOO_LONG'], [{ text: { en: '\u202E' } }, 'TEXT_EMPTY']] as const) {
        await expect(offers.offer(founder, clusterId, rug, null, bad)).rejects.toMatchObject({ code });
      }
      const one = await rugOf(house.db, weaver.artisanId!);
      await expect(offers.offer(founder, clusterId, one, null, { minimumQuantity: 2 })).rejects.toMatchObject({ code: 'CATALOG_NUMBER_RANGE', field: 'minimumQuantity' });
    });

    it('is one cluster’s at a time, and only of members', async () => {
      const weaver = await member();
      const rug = await rugOf(house.db, weaver.artisanId!);
      await membership.setPermission(weaver, clusterId, 'list', true);
      await offers.offer(founder, clusterId, rug, null);
      const other = newId();
      await clusters.create(founder, grouping(other));
      await expect(offers.offer(founder, other, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_NOT_MEMBER' });
      await membership.step(weaver, other, weaver.artisanId!, 'request', partOfPrice(500));
      await membership.step(founder, other, weaver.artisanId!, 'approve', null);
      await membership.setPermission(weaver, other, 'list', true);
      await expect(offers.offer(founder, other, rug, null)).rejects.toMatchObject({ code: 'CLUSTER_OFFERED_ELSEWHERE' });
      await expect(offers.withdraw(await artisan(), rug)).rejects.toMatchObject({ code: 'CLUSTER_NOT_FOUND' });
    });
  });
});
