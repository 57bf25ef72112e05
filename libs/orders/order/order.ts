import { lifecycle } from '#libs/kernel';

/** The life of an order. A row reads: from this state, this verb leads there. The rest is refused. */
export const orderLifecycle = lifecycle({
  draft: { place: 'placed', cancel: 'cancelled' },
  placed: { fund: 'funded', cancel: 'cancelled' },
  funded: { accept: 'in_production', decline: 'refund_due' },
  in_production: { finish: 'ready' },
  ready: { document: 'documented' },
  // Nothing goes to a carrier before its export file is complete: `dispatch` starts here alone.
  documented: { dispatch: 'dispatched' },
  dispatched: { deliver: 'delivered' },
  delivered: {},
  refund_due: { refund: 'cancelled' },
  cancelled: {},
});
export type OrderState = (typeof orderLifecycle.states)[number];
export type OrderVerb = Parameters<typeof orderLifecycle.next>[1];

/** One line of an order's history. `sequence` orders it; clocks do not. */
export interface Step {
  readonly sequence: number;
  readonly verb: OrderVerb;
  readonly from: OrderState;
  readonly to: OrderState;
}

/** The state an order is in is what its history adds up to, and nothing else. */
export function stateOf(history: readonly Step[]): OrderState {
  let state = orderLifecycle.initial;
  for (const [i, step] of history.entries()) {
    if (step.sequence !== i + 1 || step.from !== state) throw new RangeError(`history broken at step ${i + 1}`);
    state = orderLifecycle.next(state, step.verb);
    if (state !== step.to) throw new RangeError(`history broken at step ${i + 1}`);
  }
  return state;
}

/** The road an order takes when nothing goes wrong. */
const ROAD: readonly OrderState[] = ['draft', 'placed', 'funded', 'in_production', 'ready', 'documented', 'dispatched', 'delivered'];

/** True when `verb` belongs to a state that this order has yet to reach: whoever says so spoke too early. */
export function isAhead(state: OrderState, verb: OrderVerb): boolean {
  const at = ROAD.indexOf(state);
  return at >= 0 && ROAD.findIndex((step, i) => i > at && orderLifecycle.can(step, verb)) > at && !orderLifecycle.can(state, verb);
}

/** What each side may do by hand; every other verb answers a fact. */
export const BUYER_VERBS: readonly OrderVerb[] = ['cancel'];
export const EXPORTER_VERBS: readonly OrderVerb[] = ['accept', 'decline', 'finish'];

/** `PF-2026-000001`. */
export function proFormaNumber(year: string, sequence: number): string {
  return `PF-${year}-${String(sequence).padStart(6, '0')}`;
}

export const MAX_BASKET_LINES = 40;
export const MAX_QUANTITY = 1_000;
