import { HOUSE_PURPOSES, type ClusterRole, type PayeeKind, type Split } from './split.js';

/**
 * Double entry, in minor units, per currency. A positive amount is a debit, a negative one a credit; the amounts of
 * an entry add up to zero in each of its currencies. Dirham payouts and euro receipts meet in two `fx` accounts:
 * their balances are what the house must exchange at the bank.
 */
export interface AccountKey {
  readonly ownerKind: 'house' | 'order' | PayeeKind;
  /** Empty for the house. */
  readonly ownerId: string;
  readonly purpose: Purpose;
  readonly currency: string;
}

/** Assets first, then what the house owes or keeps. */
export const PURPOSES = {
  /** Our balance at the payment provider. */
  provider: 'debit',
  /** Taken by the provider while a buyer's bank disputes the payment: back with us when it is won. */
  disputed: 'debit',
  /** Our bank in Morocco: negative until the exchanged money arrives there. */
  bank: 'debit',
  /** Money that changes currency. */
  fx: 'credit',
  /** The buyer's money, per order, until the goods are hers. */
  held: 'credit',
  /** On its way back to the buyer. */
  refunding: 'credit',
  /** A second payment of an order already paid, until it is given back. */
  surplus: 'credit',
  /** What a maker or a centre earned, or a cluster whose part nobody divided by work. */
  earnings: 'credit',
  /** What a cluster earned by each of its works. */
  coordinator: 'credit',
  collection: 'credit',
  quality: 'credit',
  packing: 'credit',
  /** What somebody was paid for goods whose price went back since: her next payout settles it. */
  receivable: 'debit',
  /** In a batch file at the bank. */
  transit: 'credit',
  platform: 'credit',
  freight: 'credit',
  duty: 'credit',
  tax: 'credit',
  fees: 'credit',
} as const satisfies Record<string, 'debit' | 'credit'>;
export type Purpose = keyof typeof PURPOSES;

/** These may never owe the house: the database refuses the commit that would make them. */
export const FLOORED: readonly Purpose[] = ['held', 'refunding', 'surplus', 'earnings', 'coordinator', 'collection', 'quality', 'packing', 'receivable', 'disputed', 'transit'];

export type EntryKind =
  | 'capture'
  | 'release'
  | 'refund_start'
  | 'refund_done'
  | 'refund_failed'
  | 'give_back'
  | 'set_off'
  | 'dispute_withdraw'
  | 'dispute_reopen'
  | 'dispute_lose'
  | 'dispute_return'
  | 'surplus'
  | 'payout'
  | 'payout_settled'
  | 'payout_rejected';

export interface Posting {
  readonly account: AccountKey;
  readonly amountMinor: number;
}

export interface Entry {
  readonly kind: EntryKind;
  /** The order, refund, checkout or payout it is about: one entry per kind and reference, ever. */
  readonly reference: string;
  readonly orderId: string | null;
  readonly postings: readonly Posting[];
}

const house = (purpose: Purpose, currency: string): AccountKey => ({ ownerKind: 'house', ownerId: '', purpose, currency });
const order = (orderId: string, purpose: Purpose, currency: string): AccountKey => ({ ownerKind: 'order', ownerId: orderId, purpose, currency });

type Move = readonly [from: AccountKey, to: AccountKey, amountMinor: number];

function entry(kind: EntryKind, reference: string, orderId: string | null, moves: readonly Move[]): Entry {
  const postings: Posting[] = [];
  for (const [from, to, amountMinor] of moves) {
    if (!Number.isSafeInteger(amountMinor) || amountMinor < 0) throw new RangeError(`cannot move ${amountMinor}`);
    if (amountMinor > 0) postings.push({ account: from, amountMinor }, { account: to, amountMinor: -amountMinor });
  }
  if (postings.length === 0) throw new RangeError(`an entry that moves nothing: ${kind} ${reference}`);
  return { kind, reference, orderId, postings };
}

/** Where a payee's dirhams stand between delivery and the bank. */
function earned(kind: PayeeKind, id: string, role?: ClusterRole): AccountKey {
  return { ownerKind: kind, ownerId: id, purpose: role ?? 'earnings', currency: 'MAD' };
}

/** A part of a payout, by the account it was earned on. */
export interface PayoutPart {
  readonly role?: ClusterRole;
  readonly amountMinor: number;
}

interface Amount {
  readonly amountMinor: number;
  readonly currency: string;
}

/** The provider took the buyer's money: we own it there, and owe it to the order. */
export function captured(orderId: string, { amountMinor, currency }: Amount): Entry {
  return entry('capture', orderId, orderId, [[house('provider', currency), order(orderId, 'held', currency), amountMinor]]);
}

/**
 * Delivered: every part goes to its owner, dirhams through the exchange accounts. The split is what is left of it: where the
 * house gave back more of an order than its own share, it pays the difference into what is held.
 */
export function released(orderId: string, split: Split): Entry {
  const held = order(orderId, 'held', split.currency);
  const moves: Move[] = [];
  for (const purpose of HOUSE_PURPOSES) {
    const [own, part] = [house(purpose, split.currency), split.house[purpose]];
    moves.push(part >= 0 ? [held, own, part] : [own, held, -part]);
  }
  for (const payee of split.payees) {
    moves.push([held, house('fx', split.currency), payee.amountMinor]);
    moves.push([house('fx', 'MAD'), earned(payee.kind, payee.id, payee.role), payee.madMinor]);
  }
  return entry('release', orderId, orderId, moves);
}

/** What a bearer of a give-back loses, in the order's currency and in dirhams; the house has no dirhams of it. */
export interface Borne {
  readonly payee: { readonly kind: PayeeKind; readonly id: string } | null;
  readonly amountMinor: number;
  readonly madMinor: number;
}

/** Shared out already: the house gives its part, and what the payees were promised is theirs to give back. */
export function givenBack(giveBackId: string, orderId: string, currency: string, bearers: readonly Borne[]): Entry {
  const refunding = order(orderId, 'refunding', currency);
  const moves: Move[] = [];
  for (const { payee, amountMinor, madMinor } of bearers) {
    moves.push([house(payee === null ? 'platform' : 'fx', currency), refunding, amountMinor]);
    if (payee !== null) moves.push([receivable(payee.kind, payee.id), house('fx', 'MAD'), madMinor]);
  }
  return entry('give_back', giveBackId, orderId, moves);
}

/** What she owes is taken from what she earned since. */
export function setOff(reference: string, kind: PayeeKind, id: string, parts: readonly PayoutPart[]): Entry {
  return entry('set_off', reference, null, parts.map(({ role, amountMinor }) => [earned(kind, id, role), receivable(kind, id), amountMinor]));
}

/** Decided: no longer held for the order, not yet with the buyer. */
export function refundStarted(refundId: string, orderId: string, { amountMinor, currency }: Amount): Entry {
  return entry('refund_start', refundId, orderId, [[order(orderId, 'held', currency), order(orderId, 'refunding', currency), amountMinor]]);
}

export function refundDone(refundId: string, orderId: string | null, { amountMinor, currency }: Amount): Entry {
  const from = orderId === null ? house('surplus', currency) : order(orderId, 'refunding', currency);
  return entry('refund_done', refundId, orderId, [[from, house('provider', currency), amountMinor]]);
}

/** What the provider did with a disputed amount, and who bears it. */
export function disputeMoved(move: 'withdraw' | 'reopen' | 'lose' | 'return', reference: string, { amountMinor, currency }: Amount): Entry {
  const [provider, disputed, platform] = [house('provider', currency), house('disputed', currency), house('platform', currency)];
  const ways: Readonly<Record<typeof move, Move>> = {
    withdraw: [disputed, provider, amountMinor],
    lose: [platform, disputed, amountMinor],
    reopen: [disputed, platform, amountMinor],
    return: [provider, disputed, amountMinor],
  };
  return entry(`dispute_${move}`, reference, null, [ways[move]]);
}

/** The buyer's bank made this refund for us: out of what it took, or, once the loss was booked, out of what the house bore of it. */
export function refundCovered(refundId: string, orderId: string | null, { amountMinor, currency }: Amount, lost: boolean): Entry {
  const from = orderId === null ? house('surplus', currency) : order(orderId, 'refunding', currency);
  return entry('refund_done', refundId, orderId, [[from, house(lost ? 'platform' : 'disputed', currency), amountMinor]]);
}

/** The buyer's bank sent back what an accepted complaint gave her: it is hers all the same, and goes out again. */
export function giveBackBounced(refundId: string, orderId: string, { amountMinor, currency }: Amount): Entry {
  return entry('refund_failed', refundId, orderId, [[house('provider', currency), order(orderId, 'refunding', currency), amountMinor]]);
}

/**
 * The buyer's bank sent it back, or the provider refused: the money is the order's again. Surplus that never left
 * has not moved, so there is nothing to write.
 */
export function refundFailed(refundId: string, orderId: string | null, { amountMinor, currency }: Amount, wasDone: boolean): Entry | null {
  if (orderId === null) return wasDone ? entry('refund_failed', refundId, null, [[house('provider', currency), house('surplus', currency), amountMinor]]) : null;
  const from = wasDone ? house('provider', currency) : order(orderId, 'refunding', currency);
  return entry('refund_failed', refundId, orderId, [[from, order(orderId, 'held', currency), amountMinor]]);
}

/** Somebody paid twice for the same basket. */
export function surplus(checkoutId: string, { amountMinor, currency }: Amount): Entry {
  return entry('surplus', checkoutId, null, [[house('provider', currency), house('surplus', currency), amountMinor]]);
}

export function payoutSent(payoutId: string, kind: PayeeKind, id: string, parts: readonly PayoutPart[]): Entry {
  return entry('payout', payoutId, null, parts.map(({ role, amountMinor }) => [earned(kind, id, role), inTransit(kind, id), amountMinor]));
}

export function payoutSettled(payoutId: string, kind: PayeeKind, id: string, amountMinor: number): Entry {
  return entry('payout_settled', payoutId, null, [[inTransit(kind, id), house('bank', 'MAD'), amountMinor]]);
}

/** The bank refused the transfer: it is owed again, and goes out in a later batch as a new payout. */
export function payoutRejected(payoutId: string, kind: PayeeKind, id: string, parts: readonly PayoutPart[]): Entry {
  return entry('payout_rejected', payoutId, null, parts.map(({ role, amountMinor }) => [inTransit(kind, id), earned(kind, id, role), amountMinor]));
}

function inTransit(kind: PayeeKind, id: string): AccountKey {
  return { ownerKind: kind, ownerId: id, purpose: 'transit', currency: 'MAD' };
}

function receivable(kind: PayeeKind, id: string): AccountKey {
  return { ownerKind: kind, ownerId: id, purpose: 'receivable', currency: 'MAD' };
}
