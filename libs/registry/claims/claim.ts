import { lifecycle } from '#libs/kernel';

/** How an artisan takes her register entry: she answers a checklist and shows papers, an officer of her chamber decides. */
export const claimLifecycle = lifecycle({
  open: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { approve: 'approved', return: 'returned', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  // Given to somebody who is not the artisan: a namesake, or a fraud.
  approved: { undo: 'undone' },
  refused: {},
  withdrawn: {},
  undone: {},
});
export type ClaimState = (typeof claimLifecycle.states)[number];
export type ClaimVerdict = 'approve' | 'return' | 'refuse';

export const ITEM_KINDS = ['accept', 'text', 'document', 'contact', 'bank'] as const;

/**
 * A line of the checklist that the operator composes: a box to accept, words to write, a paper to show, a telephone or
 * address proved by a code, bank details.
 */
export interface ClaimItem {
  readonly code: string;
  readonly kind: (typeof ITEM_KINDS)[number];
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  readonly required: boolean;
}

/** What was answered: true for a box, words for a text, the ends of the account for bank details. */
export type Answers = Readonly<Record<string, string | true>>;

/** What else speaks for a claim: papers uploaded, a contact proved, lines that the chamber waived. */
export interface Shown {
  readonly papers: ReadonlySet<string>;
  readonly reachable: boolean;
  readonly waived: ReadonlySet<string>;
}

/** Days a chamber takes to decide: policy of the house. */
export const DAYS_TO_DECIDE = 10;

const DAY_MS = 86_400_000;
/**
 * How long the papers of a request are kept, in days from what brought it to its state, or from what was last sent while it is not handed
 * in: policy of the house (`docs/adr/0017-papers-of-a-request.md`), for law 09-08, article 3, asks to keep no longer than is needed.
 * The chamber reads those of a request that waits; those of an approval show for a year whether it was the right person.
 */
const DAYS_KEPT: Readonly<Record<ClaimState, number | null>> = { open: 180, submitted: null, returned: 180, approved: 365, refused: 90, withdrawn: 90, undone: 365 };

/** Until when the papers are kept of a request that is in this state from now on; null while its chamber reads them. */
export function papersUntil(state: ClaimState, now: Date): Date | null {
  const days = DAYS_KEPT[state];
  return days === null ? null : new Date(now.getTime() + days * DAY_MS);
}

/** The required items that still lack their answer. */
export function missing(items: readonly ClaimItem[], answers: Answers, { papers, reachable, waived }: Shown): string[] {
  const has = ({ code, kind }: ClaimItem): boolean => (kind === 'document' ? papers.has(code) : kind === 'contact' ? reachable : Object.hasOwn(answers, code));
  return items.filter((item) => item.required && !waived.has(item.code) && !has(item)).map((item) => item.code);
}
