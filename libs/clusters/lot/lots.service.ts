import { Inject, Injectable } from '@nestjs/common';
import { freeText, isId, newId, SYSTEM, type Actor, type Clock, oneByOne } from '#libs/kernel';
import { CLOCK, Database, parse, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { z } from 'zod';
import { lotLifecycle, moveLot, offer, SHARING_RULES, shareOut, unallotted, isFinished, type Hand, type Lot, type LotState, type LotVerb, type Share, type SharingRule } from './allotment.js';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { PermissionsService } from '../member/permissions.service.js';
import { LOT_STATES } from '../words.js';
import { LotLettersService } from './lot-letters.service.js';
import { WHY } from './lot-words.js';

interface AllotmentRow {
  readonly orderId: string;
  readonly line: number;
  readonly clusterId: string;
  readonly total: number;
  readonly state: 'open' | 'finished' | 'closed';
  readonly rule: SharingRule | null;
  readonly answerDays: number;
}

interface Opened extends AllotmentRow {
  readonly lots: readonly Lot[];
}

const sharing = z.object({
  id: z.string().refine(isId, 'not an id').nullish(),
  orderId: z.string().refine(isId, 'not an id'),
  line: z.number().int().min(1).max(1_000),
  rule: z.enum(SHARING_RULES),
  answerDays: z.number().int().min(1).max(60),
  reason: z.string().max(100_000).nullish(),
  shares: z.array(z.object({ artisanId: z.string().refine(isId, 'not an id'), quantity: z.number().int().min(1).max(100_000) })).max(500).nullish(),
});
export type Sharing = z.input<typeof sharing>;

const ALLOTMENT = `select order_id "orderId", line, cluster_id "clusterId", total, state, rule, answer_days "answerDays" from clusters.allotment`;
const DAY_MS = 86_400_000;

/** Sharing a cluster's order out among its members, and following each lot until all of it is made and inspected. */
@Injectable()
export class LotsService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly letters: LotLettersService,
    private readonly permissions: PermissionsService,
    private readonly registry: RegistryService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A funded order of a cluster: its lines can be shared out. */
  async open(tx: Tx, orderId: string, clusterId: string, lines: readonly { number: number; productId: string; artisanId: string; quantity: number }[]): Promise<void> {
    for (const line of lines) {
      await tx.query(`insert into clusters.allotment (order_id, line, cluster_id, product_id, total, opened_at, artisan_id) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing`, [
        orderId, line.number, clusterId, line.productId, line.quantity, tx.now, line.artisanId,
      ]);
    }
  }

  /**
   * The order ended, or its coordinator finished it without waiting for all lots: what was still out comes back. Pieces whose
   * maker has said that they are made went into a finished order, looked at or not: they are hers, and she is paid for them.
   */
  async close(tx: Tx, orderId: string, how: 'finished' | 'cancelled'): Promise<void> {
    const closed = await tx.query<{ clusterId: string }>(`update clusters.allotment set state = 'closed' where order_id = $1 and state = 'open' returning cluster_id "clusterId"`, [orderId]);
    if (closed.length === 0) return;
    if (how === 'finished') await this.sayMadeSoFar(tx, orderId, closed[0]!.clusterId);
    const ended = await tx.query<{ id: string; state: LotState }>(
      `update clusters.lot l set state = case l.state when 'offered' then 'lapsed' else 'failed' end, outcome = $3 from (select id, state from clusters.lot where order_id = $1 for update) was
       where l.id = was.id and l.state = any($2::text[]) returning l.id, was.state`,
      [orderId, how === 'finished' ? ['offered', 'accepted'] : ['offered', 'accepted', 'made'], WHY.ended],
    );
    // Whoever has begun must not go on for nothing.
    for (const lot of ended.filter(({ state }) => state !== 'offered')) await this.letters.tellEnded(tx, lot.id);
  }

  /** Members whose lots were made are paid for them; the rest of each line was made by whose listing it is. */
  private async sayMadeSoFar(tx: Tx, orderId: string, clusterId: string): Promise<void> {
    const good = await this.madeLots(tx, orderId, ['made', 'inspected']);
    if (good.length === 0) return;
    const lines = await tx.query<{ line: number; total: number; artisanId: string | null }>(`select line, total, artisan_id "artisanId" from clusters.allotment where order_id = $1 order by line`, [orderId]);
    const rest = lines.flatMap(({ line, total, artisanId }) => {
      const quantity = total - good.reduce((sum, lot) => (lot.line === line ? sum + lot.quantity : sum), 0);
      return artisanId !== null && quantity > 0 ? [{ line, artisanId, quantity }] : [];
    });
    await tx.publish('LotsFinished', { orderId, clusterId, made: [...good, ...rest] });
  }

  private madeLots(tx: Tx, orderId: string, states: readonly LotState[]): Promise<{ line: number; artisanId: string; quantity: number }[]> {
    return tx.query(`select line, artisan_id "artisanId", sum(quantity)::int quantity from clusters.lot where order_id = $1 and state = any($2::text[]) group by line, artisan_id order by line, artisan_id`, [orderId, states]);
  }

  /** She left the cluster: what she has not made yet is offered to others. What she made may still be inspected, and is hers to be paid for. */
  async comeBackFrom(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    await this.bringBack(tx, artisanId, { clusterId, states: ['offered', 'accepted'], why: WHY.left });
  }

  /** She may not sell, and so cannot accept: what she was offered, in any cluster, goes to others at once. */
  async withdrawOffersTo(tx: Tx, artisanId: string): Promise<void> {
    // Whoever is sharing out at this moment read that she may: what comes of it is waited for, and taken back with the rest.
    await tx.query(`select 1 from clusters.cluster c where c.id in (select m.cluster_id from clusters.member m where m.artisan_id = $1 and m.state = 'active') order by c.id for no key update`, [artisanId]);
    await this.bringBack(tx, artisanId, { clusterId: null, states: ['offered'], why: WHY.barred });
  }

  private async bringBack(tx: Tx, artisanId: string, of: { readonly clusterId: string | null; readonly states: readonly LotState[]; readonly why: string }): Promise<void> {
    const lots = await tx.query<{ id: string; orderId: string; line: number }>(
      `select l.id, l.order_id "orderId", l.line from clusters.lot l join clusters.allotment a on a.order_id = l.order_id and a.line = l.line
       where ($1::uuid is null or a.cluster_id = $1) and l.artisan_id = $2 and a.state = 'open' and l.state = any($3::text[]) order by a.cluster_id, l.order_id, l.line, l.id`,
      [of.clusterId, artisanId, of.states],
    );
    for (const { id, orderId, line } of lots) {
      const allotment = await this.lock(tx, orderId, line);
      const state = allotment.lots.find((lot) => lot.id === id)!.state;
      if (of.states.includes(state)) await this.settle(tx, allotment, id, state === 'offered' ? 'lapse' : 'fail', null, of.why);
    }
  }

  async shareOut(actor: Actor, raw: Sharing): Promise<Share[]> {
    const input = parse(sharing, raw, 'input');
    // A rule is its own reason; a hand has to give one.
    if (input.rule === 'hand' && !input.reason?.trim()) throw clustersErrors.CLUSTER_HAND_REASON({}, 'input.reason');
    const reason = input.reason?.trim() ? freeText(input.reason, 500, 'input.reason') : WHY.by(input.rule);
    const work = (tx: Tx): Promise<Share[]> => this.shareAt(tx, input, reason);
    // A second press of the same button, or a repeat after a lost answer, shares out nothing more.
    return this.db.write(actor, (tx) => (input.id == null ? work(tx) : tx.once(`clusters.share-out:${input.id}`, { ...input, id: null }, () => work(tx))));
  }

  private async shareAt(tx: Tx, input: z.output<typeof sharing>, reason: string): Promise<Share[]> {
    const allotment = await this.lock(tx, input.orderId, input.line);
    await this.clusters.assertCoordinator(tx, allotment.clusterId);
    this.assertOpen(allotment);
    await tx.query(`update clusters.allotment set rule = $3, answer_days = $4 where order_id = $1 and line = $2`, [input.orderId, input.line, input.rule, input.answerDays]);
    const left = unallotted(allotment);
    const shares = input.rule === 'hand' ? (input.shares ?? []) : shareOut(left, await this.hands(tx, allotment), input.rule);
    // An offer that reaches nobody is none: the coordinator is told, and the order waits as it did.
    if (shares.length === 0 && input.rule === 'hand') throw clustersErrors.CLUSTER_LOT_QUANTITY({ left }, 'input.shares');
    if (shares.length === 0 && left > 0) throw clustersErrors.CLUSTER_NO_HANDS({}, 'input.rule');
    if (input.rule === 'hand') await this.assertMembers(tx, allotment.clusterId, shares);
    await this.offer(tx, { ...allotment, rule: input.rule, answerDays: input.answerDays }, shares, reason);
    await tx.audit({ action: 'cluster.share_out', subject: { type: 'order', id: input.orderId }, detail: { line: input.line, rule: input.rule, reason, shares } });
    return shares;
  }

  /** A member's own word on her lot, or a coordinator's whom she lets act for her. */
  async byMember(actor: Actor, lotId: string, verb: 'accept' | 'decline' | 'make' | 'fail', quantity: number | null, why: string | null): Promise<void> {
    const outcome = why?.trim() ? freeText(why, 500, 'reason') : null;
    await this.move(actor, lotId, verb, quantity, outcome, async (tx, lot, clusterId) => {
      const hers = tx.actor.artisanId === lot.artisanId;
      if (!hers) await this.clusters.assertCoordinator(tx, clusterId);
      if (!hers && verb === 'fail') return this.assertTakesBack(tx, lot, outcome);
      if (!hers) await this.permissions.assert(tx, clusterId, lot.artisanId, 'act');
      if (verb === 'accept' && !(await this.registry.sellersAmong(tx, [lot.artisanId])).has(lot.artisanId)) throw clustersErrors.CLUSTER_HAND_UNREGISTERED();
    });
  }

  /** An order may not wait for ever for somebody who said yes and is not heard of again. It needs a reason, and she is told. */
  private async assertTakesBack(tx: Tx, lot: Lot, outcome: string | null): Promise<void> {
    if (outcome === null) throw clustersErrors.CLUSTER_TAKE_BACK_REASON({}, 'reason');
    await this.letters.tellTaken(tx, lot.id);
  }

  /** How many of a made lot are good. None: the lot failed. Nobody inspects what she made herself, and nobody's work is turned down without a word. */
  async inspect(actor: Actor, lotId: string, good: number, why: string | null): Promise<void> {
    const outcome = why?.trim() ? freeText(why, 500, 'reason') : null;
    await this.move(actor, lotId, good === 0 ? 'fail' : 'inspect', good === 0 ? null : good, outcome, async (tx, lot, clusterId) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      if (tx.actor.artisanId === lot.artisanId) throw clustersErrors.CLUSTER_OWN_LOT();
      if (good < 0 || good >= lot.quantity) return;
      if (outcome === null) throw clustersErrors.CLUSTER_INSPECT_REASON({}, 'reason');
      await this.letters.tellRefused(tx, lot.id, lot.quantity - good);
    });
  }

  /** Offers nobody answered in time come back, one lot per transaction. */
  async lapseDue(): Promise<void> {
    const due = await this.db.read<{ id: string; orderId: string; line: number }>(`select id, order_id "orderId", line from clusters.lot where state = 'offered' and answer_by < $1 order by answer_by limit 500`, [this.clock.now()]);
    await oneByOne(due, ({ id, orderId, line }) =>
      this.db.write(SYSTEM, async (tx) => {
        const allotment = await this.lock(tx, orderId, line);
        // Answered between the look and the lock: then it is not due any more.
        if (allotment.lots.find((lot) => lot.id === id)?.state === 'offered') await this.settle(tx, allotment, id, 'lapse', null, null);
      }),
    );
  }

  private async move(actor: Actor, lotId: string, verb: LotVerb, quantity: number | null, outcome: string | null, assertMay: (tx: Tx, lot: Lot, clusterId: string) => Promise<void>): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const [row] = isId(lotId) ? await tx.query<{ order_id: string; line: number; answer_by: Date }>(`select order_id, line, answer_by from clusters.lot where id = $1`, [lotId]) : [];
      if (!row) throw clustersErrors.CLUSTER_ORDER_NOT_FOUND();
      const allotment = await this.lock(tx, row.order_id, row.line);
      await assertMay(tx, allotment.lots.find((lot) => lot.id === lotId)!, allotment.clusterId);
      this.assertOpen(allotment);
      // The timer may be late; the deadline is not.
      const { state } = allotment.lots.find((lot) => lot.id === lotId)!;
      if (!lotLifecycle.can(state, verb)) throw clustersErrors.CLUSTER_LOT_MOVED({ state }).worded({ state: LOT_STATES[state] });
      if (verb === 'accept' && row.answer_by < tx.now) throw clustersErrors.CLUSTER_LOT_LATE();
      await this.settle(tx, allotment, lotId, verb, quantity, outcome);
      await tx.audit({ action: `cluster.lot_${verb}`, subject: { type: 'lot', id: lotId }, detail: { quantity, outcome } });
    });
  }

  private async settle(tx: Tx, allotment: Opened, lotId: string, verb: LotVerb, quantity: number | null, outcome: string | null): Promise<void> {
    const after: Opened = { ...allotment, lots: moveLot(allotment, lotId, verb, quantity ?? undefined).lots };
    const moved = after.lots.find((lot) => lot.id === lotId)!;
    await tx.query(`update clusters.lot set state = $2, quantity = $3, outcome = coalesce($4, outcome) where id = $1`, [lotId, moved.state, moved.quantity, outcome]);
    if (isFinished(after)) return this.finish(tx, after);
    const left = unallotted(after);
    if (left === 0 || after.rule === null) return;
    const shares = after.rule === 'hand' ? [] : shareOut(left, await this.hands(tx, after), after.rule);
    await this.offer(tx, after, shares, WHY.again(after.rule));
    const waiting = left - shares.reduce((sum, share) => sum + share.quantity, 0);
    if (waiting > 0) await this.letters.tellWaiting(tx, { orderId: allotment.orderId, line: allotment.line, quantity: waiting });
  }

  private async finish(tx: Tx, allotment: Opened): Promise<void> {
    await tx.query(`update clusters.allotment set state = 'finished' where order_id = $1 and line = $2`, [allotment.orderId, allotment.line]);
    const open = await tx.query(`select 1 from clusters.allotment where order_id = $1 and state <> 'finished'`, [allotment.orderId]);
    if (open.length > 0) return;
    await tx.publish('LotsFinished', { orderId: allotment.orderId, clusterId: allotment.clusterId, made: await this.madeLots(tx, allotment.orderId, ['inspected']) });
  }

  private async offer(tx: Tx, allotment: Opened, shares: readonly Share[], reason: string): Promise<void> {
    const lots = shares.map((share) => ({ ...share, id: newId(tx.now.getTime()) }));
    offer(allotment, lots);
    const answerBy = new Date(tx.now.getTime() + allotment.answerDays * DAY_MS);
    for (const lot of lots) {
      await tx.query(
        `insert into clusters.lot (id, order_id, line, artisan_id, quantity, state, rule, reason, answer_by, offered_at) values ($1,$2,$3,$4,$5,'offered',$6,$7,$8,$9)`,
        [lot.id, allotment.orderId, allotment.line, lot.artisanId, lot.quantity, allotment.rule, reason, answerBy, tx.now],
      );
      await this.letters.tellOffered(tx, lot.id);
    }
  }

  /**
   * The cluster first: what a member can take counts all its orders, and nobody leaves while she is being given something. Then all
   * lines of the order together, so that two lines finishing at once do not both miss the end.
   */
  private async lock(tx: Tx, orderId: string, line: number): Promise<Opened> {
    await tx.query(`select 1 from clusters.cluster where id = (select cluster_id from clusters.allotment where order_id = $1 limit 1) for no key update`, [orderId]);
    const rows = await tx.query<AllotmentRow>(`${ALLOTMENT} where order_id = $1 order by line for update`, [orderId]);
    const row = rows.find((candidate) => candidate.line === line);
    if (!row) throw clustersErrors.CLUSTER_ORDER_NOT_FOUND();
    const lots = await tx.query<Lot>(`select id, artisan_id "artisanId", quantity, state from clusters.lot where order_id = $1 and line = $2 order by offered_at, id`, [orderId, line]);
    return { ...row, lots };
  }

  private assertOpen(allotment: AllotmentRow): void {
    if (allotment.state !== 'open') throw clustersErrors.CLUSTER_ALLOTMENT_CLOSED();
  }

  /** Registered members with room. Whoever gave a lot of this line back is not asked for it again by rule. */
  private async hands(tx: Tx, allotment: AllotmentRow): Promise<Hand[]> {
    const hands = await tx.query<Hand>(
      `select m.artisan_id "artisanId", m.quota,
         greatest(0, m.capacity - coalesce(sum(l.quantity) filter (where l.state in ('offered', 'accepted')), 0))::int capacity,
         coalesce(sum(l.quantity) filter (where l.state in ('offered', 'accepted', 'made', 'inspected')), 0)::int served
       from clusters.member m
       left join (clusters.lot l join clusters.allotment a on a.order_id = l.order_id and a.line = l.line) on l.artisan_id = m.artisan_id and a.cluster_id = m.cluster_id
       where m.cluster_id = $1 and m.state = 'active' and not exists (
         select 1 from clusters.lot back where back.order_id = $2 and back.line = $3 and back.artisan_id = m.artisan_id and back.state in ('declined', 'lapsed', 'failed'))
       group by m.artisan_id, m.quota, m.capacity order by m.artisan_id`,
      [allotment.clusterId, allotment.orderId, allotment.line],
    );
    const sellers = await this.registry.sellersAmong(tx, hands.map((hand) => hand.artisanId));
    return hands.filter((hand) => sellers.has(hand.artisanId));
  }

  private async assertMembers(tx: Tx, clusterId: string, shares: readonly Share[]): Promise<void> {
    const rows = await tx.query<{ artisan_id: string }>(`select artisan_id from clusters.member where cluster_id = $1 and state = 'active' and artisan_id = any($2::uuid[])`, [clusterId, shares.map((share) => share.artisanId)]);
    const members = new Set(rows.map((row) => row.artisan_id));
    const stranger = shares.findIndex((share) => !members.has(share.artisanId));
    if (stranger >= 0) throw clustersErrors.CLUSTER_NOT_MEMBER({}, `input.shares.${stranger}.artisanId`);
    const sellers = await this.registry.sellersAmong(tx, [...members]);
    const unregistered = shares.findIndex((share) => !sellers.has(share.artisanId));
    if (unregistered >= 0) throw clustersErrors.CLUSTER_HAND_UNREGISTERED({}, `input.shares.${unregistered}.artisanId`);
  }
}
