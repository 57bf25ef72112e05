import { apportion, lifecycle } from '#libs/kernel';
import { clustersErrors } from '../clusters.errors.js';

/** One member's part of a shared order line. What is declined, lapses or fails goes back to be offered again. */
export const lotLifecycle = lifecycle({
  offered: { accept: 'accepted', decline: 'declined', lapse: 'lapsed' },
  accepted: { make: 'made', fail: 'failed' },
  made: { inspect: 'inspected', fail: 'failed' },
  inspected: {},
  declined: {},
  lapsed: {},
  failed: {},
});
export type LotState = (typeof lotLifecycle.states)[number];
export type LotVerb = Parameters<typeof lotLifecycle.next>[1];

export interface Lot {
  readonly id: string;
  readonly artisanId: string;
  readonly quantity: number;
  readonly state: LotState;
}

/** One order line being shared out. `total` never changes; lots are added and move, and none is removed. */
export interface Allotment {
  readonly total: number;
  readonly lots: readonly Lot[];
}

/** Lots that still stand for pieces of the order. */
const STANDING: ReadonlySet<LotState> = new Set(['offered', 'accepted', 'made', 'inspected']);

/** Pieces that nobody has been asked to make, or no longer. */
export function unallotted(allotment: Allotment): number {
  return allotment.total - allotment.lots.reduce((sum, lot) => sum + (STANDING.has(lot.state) ? lot.quantity : 0), 0);
}

export function isFinished(allotment: Allotment): boolean {
  return allotment.lots.reduce((sum, lot) => sum + (lot.state === 'inspected' ? lot.quantity : 0), 0) === allotment.total;
}

/** Offers parts of what is unallotted; never more than there is, never zero. */
export function offer(allotment: Allotment, lots: readonly Pick<Lot, 'id' | 'artisanId' | 'quantity'>[]): Allotment {
  const asked = lots.reduce((sum, lot) => sum + lot.quantity, 0);
  const left = unallotted(allotment);
  const wrong = lots.findIndex((lot) => !Number.isSafeInteger(lot.quantity) || lot.quantity < 1);
  if (wrong >= 0) throw clustersErrors.CLUSTER_LOT_QUANTITY({ left }, `input.shares.${wrong}.quantity`);
  if (asked > left) throw clustersErrors.CLUSTER_LOT_QUANTITY({ left }, 'input.shares');
  return { ...allotment, lots: [...allotment.lots, ...lots.map((lot): Lot => ({ id: lot.id, artisanId: lot.artisanId, quantity: lot.quantity, state: 'offered' }))] };
}

/**
 * Moves one lot. A member may accept, make or bring through inspection fewer pieces than her lot has: the lot
 * shrinks to `quantity` and the rest is unallotted again.
 */
export function moveLot(allotment: Allotment, lotId: string, verb: LotVerb, quantity?: number): Allotment {
  const lot = allotment.lots.find((candidate) => candidate.id === lotId);
  if (!lot) throw clustersErrors.CLUSTER_ORDER_NOT_FOUND();
  const state = lotLifecycle.next(lot.state, verb);
  const kept = quantity ?? lot.quantity;
  if (!Number.isSafeInteger(kept) || kept < 1 || kept > lot.quantity) throw clustersErrors.CLUSTER_LOT_QUANTITY({ left: lot.quantity }, verb === 'inspect' ? 'good' : 'quantity');
  // Of a lot that goes back whole there is nothing to keep: its record stays as it was offered.
  const moved: Lot = { ...lot, state, quantity: STANDING.has(state) ? kept : lot.quantity };
  return { ...allotment, lots: allotment.lots.map((candidate) => (candidate.id === lotId ? moved : candidate)) };
}

export const SHARING_RULES = ['capacity', 'turn', 'quota', 'hand'] as const;
export type SharingRule = (typeof SHARING_RULES)[number];

/** What a member can take. */
export interface Hand {
  readonly artisanId: string;
  /** Pieces she can make by the deadline. */
  readonly capacity: number;
  /** Pieces she has been given before, all orders together: the fewest is next in turn. */
  readonly served: number;
  /** Her agreed part, as a weight; null when the cluster has none for her. */
  readonly quota: number | null;
}

export interface Share {
  readonly artisanId: string;
  readonly quantity: number;
}

/** Divides `quantity` by a rule, within everybody's capacity. What nobody can take is left unshared. */
export function shareOut(quantity: number, hands: readonly Hand[], rule: Exclude<SharingRule, 'hand'>): Share[] {
  const able = hands.filter((hand) => hand.capacity > 0 && (rule !== 'quota' || (hand.quota ?? 0) > 0));
  const most = Math.min(quantity, able.reduce((sum, hand) => sum + hand.capacity, 0));
  if (most <= 0) return [];
  const parts = rule === 'turn' ? byTurn(most, able) : fill(most, able, rule === 'quota' ? able.map((hand) => hand.quota!) : able.map((hand) => hand.capacity));
  return able.map((hand, i) => ({ artisanId: hand.artisanId, quantity: parts[i]! })).filter((share) => share.quantity > 0);
}

/** Who has been given least comes first and takes all she can; ties by id, so that the same question has one answer. */
function byTurn(quantity: number, hands: readonly Hand[]): number[] {
  const order = hands.map((hand, i) => ({ hand, i })).sort((a, b) => a.hand.served - b.hand.served || (a.hand.artisanId < b.hand.artisanId ? -1 : 1));
  const parts = hands.map(() => 0);
  let left = quantity;
  for (const { hand, i } of order) {
    parts[i] = Math.min(left, hand.capacity);
    left -= parts[i];
  }
  return parts;
}

/** By weight; what is above somebody's capacity is divided again among those with room, until all is placed. */
function fill(quantity: number, hands: readonly Hand[], weights: readonly number[]): number[] {
  const parts = hands.map(() => 0);
  let left = quantity;
  while (left > 0) {
    const open = weights.map((weight, i) => (parts[i]! < hands[i]!.capacity ? weight : 0));
    const wanted = apportion(left, open);
    left = 0;
    for (const [i, more] of wanted.entries()) {
      const room = hands[i]!.capacity - parts[i]!;
      parts[i]! += Math.min(more, room);
      left += Math.max(0, more - room);
    }
  }
  return parts;
}
