import { lifecycle } from '#libs/kernel';

/** How an artisan takes her register entry: she answers a checklist and shows papers, an officer of her chamber decides. */
export const claimLifecycle = lifecycle({
  open: { submit: 'submitted', withdraw: 'withdrawn' },
  submitted: { approve: 'approved', return: 'returned', refuse: 'refused', withdraw: 'withdrawn' },
  returned: { submit: 'submitted', withdraw: 'withdrawn' },
  approved: {},
  refused: {},
  withdrawn: {},
});
export type ClaimState = (typeof claimLifecycle.states)[number];
export type ClaimVerdict = 'approve' | 'return' | 'refuse';

/** A line of the checklist that the operator composes: a box to accept, words to write, a paper to show. */
export interface ClaimItem {
  readonly code: string;
  readonly kind: 'accept' | 'text' | 'document';
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  readonly required: boolean;
}

/** What was answered: true for a box, words for a text. Papers are counted from what was uploaded. */
export type Answers = Readonly<Record<string, string | true>>;

/** Days a chamber takes to decide: policy of the house. */
export const DAYS_TO_DECIDE = 10;

/** The required items that still lack their answer. */
export function missing(items: readonly ClaimItem[], answers: Answers, papers: ReadonlySet<string>): string[] {
  return items.filter((item) => item.required && !(item.kind === 'document' ? papers.has(item.code) : Object.hasOwn(answers, item.code))).map((item) => item.code);
}
