import { lifecycle } from '#libs/kernel';
import type { ProForma, ProFormaLine } from '../pro-forma.js';

/**
 * A buyer's complaint about one line. Its exporter answers first; the export desk decides where the two disagree or she is
 * silent. `accepted` is the word that money goes back; with the goods to be returned it is given when they have come.
 */
export const complaintLifecycle = lifecycle({
  open: { accept: 'accepted', accept_on_return: 'returning', offer: 'offered', refuse: 'refused', escalate: 'with_desk', withdraw: 'withdrawn' },
  offered: { agree: 'accepted', agree_to_return: 'returning', disagree: 'with_desk', withdraw: 'withdrawn' },
  refused: { disagree: 'with_desk', close: 'closed' },
  with_desk: { award: 'accepted', award_on_return: 'returning', dismiss: 'closed', withdraw: 'withdrawn' },
  returning: { receive: 'accepted', dismiss: 'closed', withdraw: 'withdrawn' },
  accepted: { refund: 'refunded' },
  refunded: {},
  closed: {},
  withdrawn: {},
});
export type ComplaintState = (typeof complaintLifecycle.states)[number];
export type ComplaintVerb = Parameters<typeof complaintLifecycle.next>[1];

export const COMPLAINT_KINDS = ['missing', 'damaged', 'not_as_described'] as const;
export type ComplaintKind = (typeof COMPLAINT_KINDS)[number];
export const GOODS_FATES = ['keep', 'return'] as const;
export type GoodsFate = (typeof GOODS_FATES)[number];

export type ComplaintSide = 'buyer' | 'exporter' | 'house';

/** What each side may say; the verbs of several words follow from an answer's terms. */
const SAYS: Readonly<Record<ComplaintSide, readonly ComplaintVerb[]>> = {
  buyer: ['agree', 'disagree', 'withdraw'],
  exporter: ['accept', 'offer', 'refuse', 'receive'],
  house: ['award', 'dismiss', 'receive'],
};

export function verbsOf(state: ComplaintState, side: ComplaintSide): ComplaintVerb[] {
  return SAYS[side].filter((verb) => complaintLifecycle.can(state, verb));
}

/** What silence says when its time is over. */
export function silenceSays(state: ComplaintState, goods: GoodsFate | null): ComplaintVerb {
  if (state === 'open') return 'escalate';
  if (state === 'offered') return goods === 'return' ? 'agree_to_return' : 'agree';
  return 'close';
}

export interface ComplaintTerms {
  readonly openDays: number;
  readonly lateDays: number;
  readonly answerDays: number;
  readonly replyDays: number;
}

const DAY_MS = 24 * 60 * 60_000;

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * DAY_MS);
}

export interface Window {
  readonly kinds: readonly ComplaintKind[];
  /** The last moment; null while nothing has come and the complaint is that it has not. */
  readonly until: Date | null;
}

/** What may be complained of now: anything for some days once it was delivered; that it never came, once it is late. */
export function windowOf(terms: ComplaintTerms, order: { readonly dispatchedAt: Date | null; readonly deliveredAt: Date | null; readonly etaDays: number }, now: Date): Window | null {
  if (order.deliveredAt !== null) {
    const until = daysAfter(order.deliveredAt, terms.openDays);
    return now <= until ? { kinds: COMPLAINT_KINDS, until } : null;
  }
  const late = order.dispatchedAt !== null && now > daysAfter(order.dispatchedAt, order.etaDays + terms.lateDays);
  return late ? { kinds: ['missing'], until: null } : null;
}

/** What the buyer paid for a line: its goods, and with their journey, duty, tax and fees. Of a stall's sale, the journey alone. */
export function paidFor(line: ProFormaLine): { lineMinor: number; goodsMinor: number } {
  const goodsMinor = Object.values(line.shares).reduce((sum, share) => sum + share, 0);
  return { goodsMinor, lineMinor: goodsMinor + line.shippingMinor + line.insuranceMinor + line.dutyMinor + line.surchargeMinor + line.taxMinor + line.feeMinor };
}

/** What so many pieces of a line cost her, delivered; all of them, exactly the line. */
export function askedFor(line: ProFormaLine, quantity: number): number {
  return Number((BigInt(paidFor(line).lineMinor) * BigInt(quantity)) / BigInt(line.quantity));
}

export function lineNumber(proForma: ProForma, number: number): ProFormaLine | null {
  return proForma.lines.find((line) => line.number === number) ?? null;
}
