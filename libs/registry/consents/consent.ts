import { lifecycle, type Words } from '#libs/kernel';
import type { ConsentAct } from '../mandates/mandate.js';

/**
 * What an agent proposed that touches an artisan's money, and what became of it. `given` means carried out: her yes and
 * the act are one transaction. `failed` means that she said yes and the act could no longer be done; `dropped` that the
 * mandate ended first.
 */
export const consentLifecycle = lifecycle({
  waiting: { give: 'given', fail: 'failed', refuse: 'refused', expire: 'expired', drop: 'dropped', withdraw: 'withdrawn' },
  given: {},
  failed: {},
  refused: {},
  expired: {},
  dropped: {},
  withdrawn: {},
});
export type ConsentState = (typeof consentLifecycle.states)[number];
export type ConsentVerb = 'give' | 'fail' | 'refuse' | 'expire' | 'drop' | 'withdraw';

/** Policy of the house: her yes is awaited for two days; an artisan is asked ten times a day at most. */
export const CONSENT_HOURS = 48;
export const CONSENTS_A_DAY = 10;

export interface Consent {
  readonly id: string;
  readonly mandateId: string;
  readonly artisanId: string;
  readonly act: ConsentAct;
  /** The piece, or the artisan herself for her bank details and payouts. */
  readonly subjectId: string;
  /** What she says yes to, as she reads it: the piece and both prices, the last digits of the account. */
  readonly words: Words;
  /** What the room needs to carry it out. Never bank details: those stay sealed in their own room. */
  readonly terms: Readonly<Record<string, string | number | null>>;
  readonly state: ConsentState;
  /** The code of the refusal when carrying it out failed. */
  readonly failure: string | null;
  /** The same refusal in words, as the room that owns the act said it. */
  readonly failureWords: Words | null;
  readonly agentName: string;
  readonly agentAccountId: string | null;
  readonly askedAt: Date;
  readonly until: Date;
  readonly endedAt: Date | null;
}
