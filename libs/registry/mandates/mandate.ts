import { lifecycle } from '#libs/kernel';

/** An agent of a chamber or cluster acts for an artisan, for the acts and days she agreed to. */
export const mandateLifecycle = lifecycle({
  proposed: { confirm: 'live', decline: 'declined', expire: 'expired' },
  live: { revoke: 'revoked', expire: 'expired' },
  declined: {},
  revoked: {},
  // Its days are over, its artisan moved out of that chamber's region, or nobody answered in time.
  expired: {},
});
export type MandateState = (typeof mandateLifecycle.states)[number];

/** What touches her money. The agent only proposes it: each time it waits for her own yes by a code. */
export const CONSENT_ACTS = ['price', 'payout', 'bank'] as const;
export type ConsentAct = (typeof CONSENT_ACTS)[number];

/**
 * What can be done in her name. `inspection.request` asks a centre to look at her work, `inspection.follow` resubmits or
 * cancels; `listing.save` writes a piece, all but its price, `listing.list` offers it, `listing.withdraw` takes it off.
 */
export const MANDATE_ACTS = ['inspection.request', 'inspection.follow', 'listing.save', 'listing.list', 'listing.withdraw', ...CONSENT_ACTS] as const;
export type MandateAct = (typeof MANDATE_ACTS)[number];

/** Policy of the house: a mandate is given for a year at most, and its code holds for two days. */
export const MOST_DAYS = 366;
export const CODE_HOURS = 48;
/** Asked more often in a day for one artisan, the rest waits: a telephone is not a bell to ring. */
export const PROPOSALS_A_DAY = 5;

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
