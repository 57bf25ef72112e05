import { lifecycle } from '#libs/kernel';

/**
 * An agent of a chamber or cluster acts for an artisan, for the acts and days she agreed to. What touches her money
 * (prices, payouts, bank details) is not on the list: that takes her own hand.
 */
export const mandateLifecycle = lifecycle({
  proposed: { confirm: 'live', decline: 'declined' },
  live: { revoke: 'revoked' },
  declined: {},
  revoked: {},
});
export type MandateState = (typeof mandateLifecycle.states)[number];

/** What can be done in her name. `inspection.request` asks a centre to look at her work, `inspection.follow` resubmits or cancels. */
export const MANDATE_ACTS = ['inspection.request', 'inspection.follow'] as const;
export type MandateAct = (typeof MANDATE_ACTS)[number];

/** Policy of the house: a mandate is given for a year at most, and its code holds for two days and five tries. */
export const MOST_DAYS = 366;
export const CODE_HOURS = 48;
export const CODE_TRIES = 5;

export interface Mandate {
  readonly id: string;
  readonly artisanId: string;
  readonly agentKind: 'chamber' | 'cluster';
  readonly agentId: string;
  readonly acts: readonly MandateAct[];
  readonly validFrom: string;
  readonly validUntil: string;
  readonly state: MandateState;
  readonly proposedBy: string;
  readonly proposedAt: Date;
}
