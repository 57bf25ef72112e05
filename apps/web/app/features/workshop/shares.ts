import type { Money } from '../../format.js';
import type { Share } from './queries.js';

/** What a workshop receives of an order, in dirhams: the parts that name it. */
export function receivedBy(exporterId: string | null, shares: readonly Share[]): Money | null {
  const mine = shares.filter(({ beneficiaryId, receives }) => beneficiaryId === exporterId && receives !== null);
  if (exporterId === null || mine.length === 0) return null;
  return { amountMinor: mine.reduce((sum, { receives }) => sum + (receives?.amountMinor ?? 0), 0), currency: 'MAD' };
}

/** One line for each kind of beneficiary. */
export function byBeneficiary(shares: readonly Share[]): { to: string; amount: Money; receives: Money | null }[] {
  const lines = new Map<string, { to: string; amount: Money; receives: Money | null }>();
  for (const { to, amount, receives } of shares) {
    const line = lines.get(to);
    if (line === undefined) lines.set(to, { to, amount, receives });
    else {
      line.amount = { ...amount, amountMinor: line.amount.amountMinor + amount.amountMinor };
      line.receives = receives === null ? line.receives : { ...receives, amountMinor: (line.receives?.amountMinor ?? 0) + receives.amountMinor };
    }
  }
  return [...lines.values()];
}
