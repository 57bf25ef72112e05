import { apportion } from '#libs/kernel';
import { assertExact, type Payee, type Split } from './split.js';

/** Who made how many pieces of one line of a shared order. */
export interface Made {
  readonly line: number;
  readonly artisanId: string;
  readonly quantity: number;
}

/**
 * A shared order pays who made it: the maker's share of each line, frozen with the pro forma, is divided by the pieces
 * each member made, to the last minor unit. Every other share stays as it was.
 */
export function dividedAmongMakers(split: Split, made: readonly Made[]): Split {
  const payees = split.payees.flatMap((payee) => (payee.kind === 'artisan' ? among(payee, made.filter(({ line, quantity }) => line === payee.line && quantity > 0)) : [payee]));
  const divided: Split = { ...split, payees };
  assertExact(divided);
  return divided;
}

function among(payee: Payee, made: readonly Made[]): Payee[] {
  // A line that nobody shared out stays its own maker's.
  if (made.length === 0) return [payee];
  const pieces = [...new Set(made.map((one) => one.artisanId))].map((id) => ({ id, pieces: made.reduce((sum, one) => (one.artisanId === id ? sum + one.quantity : sum), 0) }));
  const weights = pieces.map((one) => one.pieces);
  const [amounts, dirhams] = [apportion(payee.amountMinor, weights), apportion(payee.madMinor, weights)];
  return pieces.map((one, i) => ({ ...payee, ...one, amountMinor: amounts[i]!, madMinor: dirhams[i]! })).filter((part) => part.amountMinor > 0 || part.madMinor > 0);
}
