import { lifecycle } from '#libs/kernel';

/** A window of time in which members' pieces are offered under the cluster's name, and the day they are brought in. */
export const saleLifecycle = lifecycle({
  planned: { open: 'open', cancel: 'cancelled' },
  open: { close: 'closed', cancel: 'cancelled' },
  closed: {},
  cancelled: {},
});
export type SaleState = (typeof saleLifecycle.states)[number];

export interface SaleWindow {
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** The Moroccan day on which makers bring their pieces. */
  readonly collectionOn: string;
}

const DAY_MS = 86_400_000;
export const MAX_SALE_DAYS = 90;

/** What is wrong with a window, or null. A sale starts in the future, ends after it starts, and collects after it ends. */
export function windowFault(window: SaleWindow, now: Date, closingDay: string): 'opensAt' | 'closesAt' | 'collectionOn' | null {
  if (!(window.opensAt.getTime() >= now.getTime() - 60_000)) return 'opensAt';
  const length = window.closesAt.getTime() - window.opensAt.getTime();
  if (!(length > 0 && length <= MAX_SALE_DAYS * DAY_MS)) return 'closesAt';
  return window.collectionOn < closingDay ? 'collectionOn' : null;
}

/** What a sale should do at this moment, if anything. */
export function dueVerb(state: SaleState, window: Pick<SaleWindow, 'opensAt' | 'closesAt'>, now: Date): 'open' | 'close' | 'cancel' | null {
  // A house that was down for the whole window does not open a sale that is over.
  if (state === 'planned' && now >= window.closesAt) return 'cancel';
  if (state === 'planned' && now >= window.opensAt) return 'open';
  return state === 'open' && now >= window.closesAt ? 'close' : null;
}
