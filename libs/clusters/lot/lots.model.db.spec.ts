import fc from 'fast-check';
import { DomainError } from '#libs/kernel';
import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { modelRuns } from '../../../test/model-runs.js';
import { clustersRoom, LotsQueries } from '../index.js';
import { lotLifecycle, type LotState } from './allotment.js';
import { LotMoves, sharedOrder, type Move, type SharedOrder } from './lots.fixtures.js';

/**
 * The house itself, through its services and the database, in any sequence of what can happen to an order being shared out: by rule
 * and by hand, answers in whole and in part, by a member and for her, deadlines, leaving and coming back, being struck off and
 * registered again, permissions given and taken back, several of these at the same moment, and the end of the order. After every
 * step each piece is in one place, no record went back or away, and whoever may not make anything waits for nothing.
 */
const who = fc.nat(2);
const lot = fc.nat(40);
const part = fc.option(fc.integer({ min: 1, max: 8 }), { freq: 2 });
const single = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('share' as const), line: fc.constantFrom(1, 2), rule: fc.constantFrom('capacity' as const, 'turn' as const, 'quota' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hand' as const), line: fc.constantFrom(1, 2), who, quantity: fc.integer({ min: 1, max: 9 }) }) },
  { weight: 7, arbitrary: fc.record({ kind: fc.constant('next' as const), lot, part }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('next' as const), lot, part: fc.constant(1) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('decline' as const, 'fail' as const), lot }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('inspect' as const), lot, good: fc.nat(8) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('acceptFor' as const, 'takeBack' as const), lot }) },
  fc.record({ kind: fc.constantFrom('permit' as const, 'forbid' as const), who }),
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('leave' as const, 'join' as const, 'join' as const), who }) },
  fc.record({ kind: fc.constantFrom('strike' as const, 'restore' as const), who }),
  fc.record({ kind: fc.constant('work' as const), who, capacity: fc.nat(30) }),
  fc.record({ kind: fc.constant('wait' as const), days: fc.constantFrom(1, 4) }),
);
const step: fc.Arbitrary<Move[]> = fc.oneof({ weight: 5, arbitrary: single.map((move) => [move]) }, { weight: 2, arbitrary: fc.array(single, { minLength: 2, maxLength: 4 }) });
const STANDING: readonly LotState[] = ['offered', 'accepted', 'made', 'inspected'];
const { numRuns, timeoutMs } = modelRuns(25, 120_000);

interface Seen {
  readonly id: string;
  readonly line: number;
  readonly artisanId: string;
  readonly state: LotState;
  readonly quantity: number;
}

/** Every state to which its verbs can lead, itself among them. */
function reachable(from: LotState): ReadonlySet<LotState> {
  const found = new Set<LotState>([from]);
  for (const state of found) for (const verb of ['accept', 'decline', 'lapse', 'make', 'inspect', 'fail'] as const) if (lotLifecycle.can(state, verb)) found.add(lotLifecycle.next(state, verb));
  return found;
}

describe('a shared order, whatever happens to it', () => {
  let house: TestHouse;
  let moves: LotMoves;
  const reached = new Map<string, number>();
  const count = (what: string): void => void reached.set(what, (reached.get(what) ?? 0) + 1);
  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom]);
    moves = new LotMoves(house, count);
  });
  afterAll(() => house.close());

  const seen = (w: SharedOrder): Promise<Seen[]> => house.db.read<Seen>(`select id, line, artisan_id "artisanId", state, quantity from clusters.lot where order_id = $1 order by offered_at, id`, [w.orderId]);

  /** Nothing that was on record is gone, went back along its life, or grew; what came to its end stays as it ended. */
  function expectForward(before: readonly Seen[], now: readonly Seen[]): void {
    for (const old of before) {
      const same = now.find((one) => one.id === old.id);
      expect(same).toMatchObject({ line: old.line, artisanId: old.artisanId });
      expect([old.state, same!.state, reachable(old.state).has(same!.state)]).toEqual([old.state, same!.state, true]);
      expect(same!.quantity).toBeLessThanOrEqual(old.quantity);
      if (!['offered', 'accepted', 'made'].includes(old.state)) expect(same).toEqual(old);
    }
  }

  async function expectWhole(w: SharedOrder, lots: readonly Seen[]): Promise<void> {
    const { nodes } = await house.get(LotsQueries).allotments(w.founder, w.clusterId, { first: 10, sort: 'OLDEST', states: ['open', 'finished', 'closed'] });
    expect(nodes.map((one) => one.total)).toEqual([...w.totals]);
    for (const { line, total, state } of nodes) {
      const of = (states: readonly LotState[]): number => lots.reduce((sum, one) => (one.line === line && states.includes(one.state) ? sum + one.quantity : sum), 0);
      expect(of(STANDING)).toBeLessThanOrEqual(total);
      if (state !== 'closed') expect([line, state]).toEqual([line, of(['inspected']) === total ? 'finished' : 'open']);
    }
    const progress = await house.get(LotsQueries).progress(w.orderId);
    if (progress) expect(progress.left + progress.offered + progress.accepted + progress.made + progress.inspected).toBe(w.totals[0] + w.totals[1]);
    // Who may not sell waits for nothing, and who left has nothing in hand.
    const idle = await house.db.read(
      `select l.id, l.state from clusters.lot l join clusters.member m on m.artisan_id = l.artisan_id and m.cluster_id = $2 join registry.artisan r on r.id = l.artisan_id
       where l.order_id = $1 and ((l.state = 'offered' and r.standing <> 'registered') or (l.state in ('offered', 'accepted') and m.state <> 'active'))`,
      [w.orderId, w.clusterId],
    );
    expect(idle).toEqual([]);
  }

  /** Who made how many is said once, when all of it is made and seen or the order was finished as it was; it adds up to what was bought. */
  async function expectSaid(w: SharedOrder, lots: readonly Seen[], ended: 'ready' | 'cancelled' | null): Promise<void> {
    const said = await house.db.read<{ made: { line: number; artisanId: string; quantity: number }[] }>(`select payload -> 'made' made from platform.outbox where name = 'LotsFinished' and payload ->> 'orderId' = $1`, [w.orderId]);
    const inspected = lots.filter(({ state }) => state === 'inspected');
    const whole = inspected.reduce((sum, one) => sum + one.quantity, 0) === w.totals[0] + w.totals[1];
    const asItWas = ended === 'ready' && lots.some(({ state }) => state === 'made' || state === 'inspected');
    expect(said).toHaveLength(whole || asItWas ? 1 : 0);
    const [fact] = said;
    if (!fact) return;
    for (const [i, total] of w.totals.entries()) expect(fact.made.reduce((sum, one) => (one.line === i + 1 ? sum + one.quantity : sum), 0)).toBe(total);
    for (const { id: artisanId } of w.weavers.map((weaver) => ({ id: weaver.artisanId! }))) {
      const hers = lots.filter((one) => one.artisanId === artisanId && (one.state === 'inspected' || one.state === 'made')).reduce((sum, one) => sum + one.quantity, 0);
      const told = fact.made.reduce((sum, one) => (one.artisanId === artisanId ? sum + one.quantity : sum), 0);
      // Whose listing it is made what no lot brought.
      if (artisanId !== w.weavers[0]!.artisanId) expect(told).toBe(hers);
      else expect(told).toBeGreaterThanOrEqual(hers);
    }
  }

  async function walk(w: SharedOrder, step: readonly Move[], before: readonly Seen[], ended: 'ready' | 'cancelled' | null): Promise<Seen[]> {
    const tried = await Promise.allSettled(step.map((move) => moves.take(w, move)));
    for (const one of tried) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DomainError);
    if (step.length > 1) count(`at once, ${tried.filter(({ status }) => status === 'fulfilled').length} done`);
    await house.jobs.drain({ errands: false });
    const now = await seen(w);
    // Alone, it is what its person said, and not a piece more or less.
    const [alone] = tried;
    if (step.length === 1 && alone!.status === 'fulfilled' && alone!.value !== null) expect(now).toContainEqual(expect.objectContaining(alone!.value));
    for (const { state } of now) count(state);
    expectForward(before, now);
    await expectWhole(w, now);
    await expectSaid(w, now, ended);
    return now;
  }

  it('loses and doubles no piece, and says who made them once', async () => {
    const totals = fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }));
    const steps = fc.array(step, { minLength: 10, maxLength: 35, size: 'max' });
    await fc.assert(
      fc.asyncProperty(totals, steps, fc.constantFrom('ready' as const, 'cancelled' as const, null), fc.array(step, { maxLength: 4 }), async (bought, sequence, end, late) => {
        house.clock.set(TODAY);
        const w = await sharedOrder(house, bought);
        let lots: Seen[] = [];
        for (const one of sequence) lots = await walk(w, one, lots, null);
        if (end === null) return;
        await moves.end(w, end);
        lots = await walk(w, [], lots, end);
        const atEnd = lots;
        expect(lots.filter(({ state }) => state === 'offered' || state === 'accepted' || (state === 'made' && end === 'cancelled'))).toEqual([]);
        // Whatever is still tried afterwards moves nothing.
        for (const one of late) lots = await walk(w, one, lots, end);
        expect(lots).toEqual(atEnd);
      }),
      { numRuns, endOnFailure: true },
    );
    // A property that never gets anywhere proves nothing: every state was met, and every kind of step did something.
    const every = [...lotLifecycle.states, 'hand', 'acceptFor', 'takeBack', 'leave', 'join', 'strike', 'restore', 'part', 'ready', 'cancelled', 'at once, 2 done'];
    expect(every.filter((what) => !reached.has(what))).toEqual([]);
  }, timeoutMs);
});
