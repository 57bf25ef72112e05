/** Where a dispute stands for the money: somebody still decides, we keep it, or it is gone. */
export const STANDINGS = ['open', 'won', 'lost'] as const;
export type Standing = (typeof STANDINGS)[number];

/**
 * Of the provider's words (Stripe 23.1.0, checked 2026-11-24). `warning_*` is an inquiry: no money has moved, and none does if
 * it closes. An appeal opens a lost dispute again. A word we do not know is open: nothing goes out until somebody looked.
 */
const ENDS: Readonly<Record<string, Standing>> = { won: 'won', warning_closed: 'won', prevented: 'won', lost: 'lost' };

export function standingOf(status: string): Standing {
  return ENDS[status] ?? 'open';
}

interface Booked {
  readonly withdrawn: boolean;
  readonly booked: boolean;
}

/** What the ledger has to do so that it says what the provider says. */
export type Move = 'withdraw' | 'reopen' | 'lose' | 'return';

/** From what stands on the books to what the provider says now; whatever came between, the end is the same. */
export function movesTo(before: Booked, now: { readonly withdrawn: boolean; readonly standing: Standing }): Move[] {
  const moves: Move[] = [];
  if (now.withdrawn && !before.withdrawn) moves.push('withdraw');
  const lost = now.standing === 'lost' && now.withdrawn;
  if (before.booked && !lost) moves.push('reopen');
  if (lost && !before.booked) moves.push('lose');
  if (!now.withdrawn && before.withdrawn) moves.push('return');
  return moves;
}
