import type { Money } from '../../format.js';
import type { Share } from './queries.js';

/** What a workshop receives of an order, in dirhams: the parts that name it, less what of them went back to the buyer. */
export function receivedBy(exporterId: string | null, shares: readonly Share[]): Money | null {
  const mine = shares.filter(({ beneficiaryId, receives }) => beneficiaryId === exporterId && receives !== null);
  if (exporterId === null || mine.length === 0) return null;
  return { amountMinor: mine.reduce((sum, { receives, receivesBack }) => sum + (receives?.amountMinor ?? 0) - (receivesBack?.amountMinor ?? 0), 0), currency: 'MAD' };
}

export interface ShareLine {
  to: string;
  amount: Money;
  receives: Money | null;
  /** What was taken back of both; null when nothing was. */
  back: Money | null;
  receivesBack: Money | null;
}

/** One line for each kind of beneficiary. */
export function byBeneficiary(shares: readonly Share[]): ShareLine[] {
  const lines = new Map<string, ShareLine>();
  for (const { to, amount, receives, back, receivesBack } of shares) {
    const line = lines.get(to);
    if (line === undefined) lines.set(to, { to, amount, receives, back, receivesBack });
    else {
      line.amount = sum(line.amount, amount)!;
      line.receives = sum(line.receives, receives);
      line.back = sum(line.back, back);
      line.receivesBack = sum(line.receivesBack, receivesBack);
    }
  }
  return [...lines.values()];
}

function sum(one: Money | null, other: Money | null): Money | null {
  if (one === null || other === null) return one ?? other;
  return { ...one, amountMinor: one.amountMinor + other.amountMinor };
}
