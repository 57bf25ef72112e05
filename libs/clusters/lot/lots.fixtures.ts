import { newId, SYSTEM, type Actor, type StoppedClock } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { registered } from '../clusters.fixtures.js';
import { ClustersService } from '../clusters.service.js';
import { partOfPrice } from '../fee/fee.js';
import { MembershipService } from '../member/membership.service.js';
import type { LotState, SharingRule } from './allotment.js';
import { LotsService } from './lots.service.js';

interface House {
  readonly db: Database;
  readonly clock: StoppedClock;
  readonly jobs: { drain(options?: { errands?: boolean }): Promise<void>; tick(timer: string): Promise<void> };
  get<T>(token: new (...args: never[]) => T): T;
}

export interface SharedOrder {
  readonly founder: Actor;
  readonly weavers: readonly Actor[];
  readonly clusterId: string;
  readonly orderId: string;
  readonly totals: readonly [number, number];
}

/** What somebody does to a shared order, to a lot by its place among all there are, or to a member by her place. */
export type Move =
  | { readonly kind: 'share'; readonly line: number; readonly rule: Exclude<SharingRule, 'hand'> }
  | { readonly kind: 'hand'; readonly line: number; readonly who: number; readonly quantity: number }
  | { readonly kind: 'next'; readonly lot: number; readonly part: number | null }
  | { readonly kind: 'inspect'; readonly lot: number; readonly good: number }
  | { readonly kind: 'decline' | 'fail' | 'acceptFor' | 'takeBack'; readonly lot: number }
  | { readonly kind: 'permit' | 'forbid' | 'leave' | 'join' | 'strike' | 'restore'; readonly who: number }
  | { readonly kind: 'work'; readonly who: number; readonly capacity: number }
  | { readonly kind: 'wait'; readonly days: number };

type OfLot = Extract<Move, { lot: number }>;
type OfMember = Extract<Move, { who: number; kind: 'permit' | 'forbid' | 'leave' | 'join' | 'strike' | 'restore' }>;

/** What a lot must be once its move came off. */
export interface Moved {
  readonly id: string;
  readonly state: LotState;
  readonly quantity: number;
}

/** The states in which each of them can come off. Most are asked of a lot there; some are asked of any. */
const ABLE: Readonly<Record<OfLot['kind'], readonly LotState[]>> = {
  next: ['offered', 'accepted', 'made'],
  inspect: ['made'],
  decline: ['offered'],
  fail: ['accepted', 'made'],
  acceptFor: ['offered'],
  takeBack: ['accepted', 'made'],
};

const DAY_MS = 86_400_000;

async function artisan(db: Database): Promise<Actor> {
  return { accountId: newId(), name: 'Rqia Bennani', roles: ['buyer', 'artisan'], memberships: [], artisanId: await registered(db), locale: 'en' };
}

/** A cluster of a founder who makes nothing and three weavers, with an order of two lines to share out. */
export async function sharedOrder(house: House, totals: readonly [number, number]): Promise<SharedOrder> {
  const [founder, clusterId, orderId] = [await artisan(house.db), newId(), newId()];
  const weavers = [await artisan(house.db), await artisan(house.db), await artisan(house.db)];
  await house.get(ClustersService).create(founder, { id: clusterId, name: `Union ${clusterId}`, legalForm: 'cooperative', address: 'Kasbah', city: 'Chefchaouen', regionCode: 'MA-01', branch: 'carpets', rules: 'By turn.', feeBp: 0 });
  const order = { founder, clusterId, orderId, weavers, totals };
  for (const [i, weaver] of weavers.entries()) {
    await join(house, order, weaver);
    await house.get(MembershipService).setWork(founder, clusterId, weaver.artisanId!, { quota: i + 1 });
    await house.get(MembershipService).setWork(weaver, clusterId, weaver.artisanId!, { capacity: 12 * (i + 1) });
  }
  // One of them lets it answer for her from the beginning.
  await house.get(MembershipService).setPermission(weavers[0]!, clusterId, 'act', true);
  const lines = totals.map((quantity, i) => ({ number: i + 1, productId: newId(), artisanId: weavers[0]!.artisanId!, quantity }));
  await house.db.write(SYSTEM, (tx) => house.get(LotsService).open(tx, orderId, clusterId, lines));
  return order;
}

async function join(house: House, { founder, clusterId }: Pick<SharedOrder, 'founder' | 'clusterId'>, weaver: Actor): Promise<void> {
  await house.get(MembershipService).step(weaver, clusterId, weaver.artisanId!, 'request', partOfPrice(0));
  await house.get(MembershipService).step(founder, clusterId, weaver.artisanId!, 'approve', null);
}

/** Each move through the services, as its person makes it; `done` is told of what came off. */
export class LotMoves {
  constructor(
    private readonly house: House,
    private readonly done: (what: string) => void,
  ) {}

  /** Of a move on a lot, what it must be now. */
  async take(w: SharedOrder, move: Move): Promise<Moved | null> {
    if ('lot' in move) return this.onLot(w, move);
    if (move.kind === 'share') await this.lots.shareOut(w.founder, { orderId: w.orderId, line: move.line, rule: move.rule, answerDays: 3 });
    else if (move.kind === 'hand') {
      const shares = [{ artisanId: w.weavers[move.who]!.artisanId!, quantity: move.quantity }];
      await this.lots.shareOut(w.founder, { orderId: w.orderId, line: move.line, rule: 'hand', answerDays: 3, reason: 'Her loom is free.', shares });
    } else if (move.kind === 'work') await this.house.get(MembershipService).setWork(w.weavers[move.who]!, w.clusterId, w.weavers[move.who]!.artisanId!, { capacity: move.capacity });
    else if (move.kind === 'wait') {
      this.house.clock.advance(move.days * DAY_MS);
      await this.house.jobs.tick('clusters.lapse-lots');
    } else await this.ofMember(w, move);
    this.done(move.kind);
    return null;
  }

  /** The order is finished by its coordinator without waiting, or its buyer has her money back. */
  async end(w: SharedOrder, how: 'ready' | 'cancelled'): Promise<void> {
    await this.house.db.write(SYSTEM, async (tx) => void (how === 'ready' ? await tx.publish('OrderReady', { orderId: w.orderId }) : await tx.publish('OrderCancelled', { orderId: w.orderId, reason: 'declined' })));
    await this.house.jobs.drain({ errands: false });
    this.done(how);
  }

  private get lots(): LotsService {
    return this.house.get(LotsService);
  }

  private async ofMember(w: SharedOrder, { kind, who }: OfMember): Promise<void> {
    const weaver = w.weavers[who]!;
    if (kind === 'join') return join(this.house, w, weaver);
    if (kind === 'leave') return void (await this.house.get(MembershipService).step(weaver, w.clusterId, weaver.artisanId!, 'leave', null));
    if (kind === 'permit' || kind === 'forbid') return void (await this.house.get(MembershipService).setPermission(weaver, w.clusterId, 'act', kind === 'permit'));
    const standing = kind === 'strike' ? ('struck_off' as const) : ('registered' as const);
    await this.house.db.write(SYSTEM, async (tx) => {
      await tx.query(`update registry.artisan set standing = $2 where id = $1`, [weaver.artisanId, standing]);
      await tx.publish('StandingChanged', { artisanId: weaver.artisanId!, standing, maySell: standing === 'registered' });
    });
    await this.house.jobs.drain({ errands: false });
  }

  private async onLot(w: SharedOrder, move: OfLot): Promise<Moved | null> {
    const all = await this.house.db.read<{ id: string; artisanId: string; state: LotState; quantity: number }>(`select id, artisan_id "artisanId", state, quantity from clusters.lot where order_id = $1 order by offered_at, id`, [w.orderId]);
    const able = move.lot % 4 > 0 ? all.filter(({ state }) => ABLE[move.kind].includes(state)) : all;
    const lot = able[move.lot % Math.max(1, able.length)];
    if (!lot) return null;
    const some = 'part' in move && move.part !== null ? Math.min(move.part, lot.quantity) : null;
    const state = await this.said(w, move, lot, some);
    this.done(move.kind);
    if (some !== null && some < lot.quantity) this.done('part');
    // Of what goes back whole the record stays as it was offered.
    const kept = move.kind === 'inspect' && state === 'inspected' ? Math.min(move.good, lot.quantity) : (some ?? lot.quantity);
    return { id: lot.id, state, quantity: kept };
  }

  /** Each by who may; answers the state it must lead to. */
  private async said(w: SharedOrder, move: OfLot, lot: Moved & { artisanId: string }, some: number | null): Promise<LotState> {
    const hers = w.weavers.find(({ artisanId }) => artisanId === lot.artisanId)!;
    if (move.kind === 'decline') return this.lots.byMember(hers, lot.id, 'decline', null, null).then(() => 'declined' as const);
    if (move.kind === 'fail') return this.lots.byMember(hers, lot.id, 'fail', null, null).then(() => 'failed' as const);
    if (move.kind === 'acceptFor') return this.lots.byMember(w.founder, lot.id, 'accept', null, null).then(() => 'accepted' as const);
    if (move.kind === 'takeBack') return this.lots.byMember(w.founder, lot.id, 'fail', null, 'She is not heard of.').then(() => 'failed' as const);
    const good = move.kind === 'inspect' ? Math.min(move.good, lot.quantity) : lot.state === 'made' ? (some ?? lot.quantity) : null;
    if (good !== null) return this.lots.inspect(w.founder, lot.id, good, 'One is too short.').then(() => (good === 0 ? ('failed' as const) : ('inspected' as const)));
    return lot.state === 'offered' ? this.lots.byMember(hers, lot.id, 'accept', some, null).then(() => 'accepted' as const) : this.lots.byMember(hers, lot.id, 'make', some, null).then(() => 'made' as const);
  }
}
