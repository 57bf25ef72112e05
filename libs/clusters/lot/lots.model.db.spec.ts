import fc from 'fast-check';
import { DomainError, newId, SYSTEM, type Actor } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registered } from '../clusters.fixtures.js';
import { clustersRoom, ClustersService, LotsQueries, LotsService, MembershipService, partOfPrice } from '../index.js';

/**
 * The house itself, through the service and the database, in any sequence of sharing out, accepting, declining, making,
 * inspecting, failing, letting time pass and leaving. After every step each piece is in one place, and at the end who made
 * what adds up to what was bought.
 */
const DAYS = 86_400_000;
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('share' as const), line: fc.integer({ min: 1, max: 2 }), rule: fc.constantFrom('capacity', 'turn', 'quota') }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('next' as const), lot: fc.nat(40), part: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2 }) }) },
  // One piece of a lot that has several, in whichever state it is.
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('one' as const), lot: fc.nat(40), state: fc.constantFrom('offered', 'accepted', 'made'), part: fc.constant(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('decline' as const, 'fail' as const), lot: fc.nat(40), part: fc.constant(null) }) },
  fc.record({ kind: fc.constant('inspect' as const), lot: fc.nat(40), part: fc.option(fc.integer({ min: 0, max: 8 })) }),
  fc.constant({ kind: 'wait' as const }),
  fc.record({ kind: fc.constant('leave' as const), who: fc.nat(2) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

describe('a shared order, whatever happens to it', () => {
  let house: TestHouse;
  let lots: LotsService;
  const reached = new Map<string, number>();
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    lots = house.get(LotsService);
  });
  afterAll(() => house.close());

  interface World {
    readonly founder: Actor;
    readonly weavers: Actor[];
    readonly clusterId: string;
    readonly orderId: string;
  }

  async function world(totals: readonly [number, number]): Promise<World> {
    const artisan = async (): Promise<Actor> => actor(['buyer', 'artisan'], { artisanId: await registered(house.db) });
    const [founder, clusterId, orderId, weavers] = [await artisan(), newId(), newId(), [await artisan(), await artisan(), await artisan()]];
    await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'cooperative', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'By turn.', feeBp: 0 });
    for (const [i, weaver] of weavers.entries()) {
      await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(0));
      await house.get(MembershipService).step(founder, clusterId, weaver.artisanId!, 'approve', null);
      await house.get(MembershipService).setWork(founder, clusterId, weaver.artisanId!, { quota: i + 1 });
      await house.get(MembershipService).setWork(weaver, clusterId, weaver.artisanId!, { capacity: 12 * (i + 1) });
    }
    const lines = totals.map((quantity, i) => ({ number: i + 1, productId: newId(), artisanId: weavers[0]!.artisanId!, quantity }));
    await house.db.write(SYSTEM, (tx) => lots.open(tx, orderId, clusterId, lines));
    return { founder, weavers, clusterId, orderId };
  }

  async function take(w: World, move: Step): Promise<void> {
    if (move.kind === 'share') return void (await lots.shareOut(w.founder, { orderId: w.orderId, line: move.line, rule: move.rule as 'turn', answerDays: 3 }));
    if (move.kind === 'leave') return void (await house.get(MembershipService).step(w.weavers[move.who]!, w.clusterId, w.weavers[move.who]!.artisanId!, 'leave', null));
    if (move.kind === 'wait') {
      house.clock.advance(4 * DAYS);
      return house.jobs.tick('clusters.lapse-lots');
    }
    const all = await house.db.read<{ id: string; artisan_id: string; state: string; quantity: number }>(`select id, artisan_id, state, quantity from clusters.lot where order_id = $1 order by offered_at, id`, [w.orderId]);
    // A step along its life is asked of a lot that has one; anything else of any.
    const able = move.kind === 'next' && move.lot % 3 > 0 ? all.filter((one) => ['offered', 'accepted', 'made'].includes(one.state)) : all;
    const several = move.kind === 'one' ? all.filter((one) => one.quantity > 1 && one.state === move.state) : able;
    const lot = several[move.lot % Math.max(1, several.length)];
    if (!lot) return;
    reached.set(lot.state, (reached.get(lot.state) ?? 0) + 1);
    if (move.part !== null && move.part < lot.quantity) reached.set(`part of ${lot.state}`, (reached.get(`part of ${lot.state}`) ?? 0) + 1);
    const part = move.part === null ? lot.quantity : Math.min(move.part, lot.quantity);
    if (move.kind === 'inspect' || (move.kind !== 'decline' && move.kind !== 'fail' && lot.state === 'made')) return lots.inspect(w.founder, lot.id, part, null);
    const verb = move.kind === 'decline' || move.kind === 'fail' ? move.kind : lot.state === 'offered' ? 'accept' : 'make';
    return lots.byMember(w.weavers.find((weaver) => weaver.artisanId === lot.artisan_id)!, lot.id, verb, verb === 'accept' || verb === 'make' ? part : null, null);
  }

  it('loses and doubles no piece, and says who made them once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 })), fc.array(step, { minLength: 10, maxLength: 40, size: 'max' }), async (totals, moves) => {
        house.clock.set(TODAY);
        const w = await world(totals);
        for (const move of moves) {
          await take(w, move).catch((error: unknown) => expect(error).toBeInstanceOf(DomainError));
          const { nodes } = await house.get(LotsQueries).allotments(w.founder, w.clusterId, { first: 10, sort: 'OLDEST' });
          expect(nodes.map((one) => one.total)).toEqual([...totals]);
          const standing = nodes.map((one) => one.lots.reduce((sum, lot) => (['offered', 'accepted', 'made', 'inspected'].includes(lot.state) ? sum + lot.quantity : sum), 0));
          standing.forEach((pieces, i) => expect(pieces).toBeLessThanOrEqual(totals[i]!));
          const progress = await house.get(LotsQueries).progress(w.orderId);
          if (progress) expect(progress.left + progress.offered + progress.accepted + progress.made + progress.inspected).toBe(totals[0] + totals[1]);
          const said = await house.db.read<{ made: { quantity: number }[] }>(`select payload -> 'made' made from platform.outbox where name = 'LotsFinished' and payload ->> 'orderId' = $1`, [w.orderId]);
          const whole = nodes.every((one) => one.state === 'finished');
          expect(said.map((fact) => fact.made.reduce((sum, one) => sum + one.quantity, 0))).toEqual(whole ? [totals[0] + totals[1]] : []);
        }
      }),
      { numRuns: 30 },
    );
    // It got somewhere: lots were met in every state they can be in.
    for (const state of ['offered', 'accepted', 'made', 'inspected', 'declined', 'lapsed', 'failed']) expect([state, reached.has(state)]).toEqual([state, true]);
    const parts = ['offered', 'accepted', 'made'].reduce((sum, state) => sum + (reached.get(`part of ${state}`) ?? 0), 0);
    expect(parts).toBeGreaterThan(3);
  }, 60_000);
});
