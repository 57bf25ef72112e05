import { apportion } from '#libs/kernel';
import type { ClusterRole, PayeeKind, Split } from '../ledger/split.js';

/** One bearer of a give-back. `carried`: freight, duty, tax and fees, which carrier and customs keep, so the house pays them. */
export interface BackPart {
  readonly line: number;
  readonly kind: PayeeKind | 'platform' | 'carried';
  readonly id: string;
  readonly role: ClusterRole | '';
  /** In the order's currency. */
  readonly amountMinor: number;
  /** In centimes of a dirham; nothing for the house. */
  readonly madMinor: number;
}

/** What the buyer paid for one line, and how much of it was for the goods. */
export interface LinePaid {
  readonly line: number;
  readonly lineMinor: number;
  readonly goodsMinor: number;
}

/**
 * Who bears an amount that goes back: everybody who had a part of the line, in proportion to what each still has of it.
 * Largest remainder, so the parts are the amount, and once the whole line is back each has given exactly what she got.
 */
export function partsBack(split: Split, paid: LinePaid, amountMinor: number, before: readonly BackPart[]): BackPart[] {
  const shares = sharesOf(split, paid);
  const taken = shares.map((share) => takenOf(before, share));
  const left = shares.map((share, i) => share.amountMinor - taken[i]!.amountMinor);
  const holds = left.reduce((sum, one) => sum + one, 0);
  if (!Number.isSafeInteger(amountMinor) || amountMinor <= 0 || amountMinor > holds) throw new RangeError(`cannot give ${amountMinor} back of line ${paid.line}, which holds ${holds}`);
  return apportion(amountMinor, left).map((part, i): BackPart => {
    const { kind, id, role, amountMinor: share, madMinor } = shares[i]!;
    // Dirhams follow the whole that was given so far, so that no rounding is left when all is back.
    const given = share === 0 ? 0 : Number((BigInt(madMinor) * BigInt(taken[i]!.amountMinor + part)) / BigInt(share));
    return { line: paid.line, kind, id, role, amountMinor: part, madMinor: given - taken[i]!.madMinor };
  }).filter((part) => part.amountMinor > 0);
}

/** What of it is for the goods; the rest is for their journey, duty and tax. */
export function goodsOf(parts: readonly BackPart[]): number {
  return parts.reduce((sum, part) => (part.kind === 'carried' ? sum : sum + part.amountMinor), 0);
}

function sharesOf(split: Split, { line, lineMinor, goodsMinor }: LinePaid): BackPart[] {
  const payees = split.payees.filter((payee) => payee.line === line).map(({ kind, id, role, amountMinor, madMinor }): BackPart => ({ line, kind, id, role: role ?? '', amountMinor, madMinor }));
  const platform = goodsMinor - payees.reduce((sum, payee) => sum + payee.amountMinor, 0);
  const carried = lineMinor - goodsMinor;
  if (platform < 0 || carried < 0) throw new RangeError(`line ${line} pays ${goodsMinor - platform} of goods worth ${goodsMinor}, of ${lineMinor} in all`);
  return [...payees, { line, kind: 'platform', id: '', role: '', amountMinor: platform, madMinor: 0 }, { line, kind: 'carried', id: '', role: '', amountMinor: carried, madMinor: 0 }];
}

/** What a split still promises. The platform's part may be less than nothing: it pays for journeys that carrier and customs keep. */
export function remaining(split: Split, back: readonly BackPart[]): Split {
  const payees = split.payees.map((payee) => {
    const gone = gaveBack(back, payee);
    return { ...payee, amountMinor: payee.amountMinor - gone.amountMinor, madMinor: payee.madMinor - gone.madMinor };
  });
  const house = { ...split.house, platform: split.house.platform - houseGaveBack(back) };
  return { ...split, totalMinor: split.totalMinor - back.reduce((sum, part) => sum + part.amountMinor, 0), payees, house };
}

type Bearer = Pick<BackPart, 'line' | 'kind' | 'id' | 'role'>;

/** What one payee gave back so far. */
export function gaveBack(back: readonly BackPart[], payee: Split['payees'][number]): { amountMinor: number; madMinor: number } {
  return takenOf(back, { ...payee, role: payee.role ?? '' });
}

/** What the house bore: its own part, and the journeys, duty and tax that others keep. */
export function houseGaveBack(back: readonly BackPart[]): number {
  return back.reduce((sum, part) => (part.kind === 'platform' || part.kind === 'carried' ? sum + part.amountMinor : sum), 0);
}

function takenOf(back: readonly BackPart[], { line, kind, id, role }: Bearer): { amountMinor: number; madMinor: number } {
  const hers = back.filter((part) => part.line === line && part.kind === kind && part.id === id && part.role === role);
  return { amountMinor: hers.reduce((sum, part) => sum + part.amountMinor, 0), madMinor: hers.reduce((sum, part) => sum + part.madMinor, 0) };
}

/** `NC-2026-000001`, note de crédit: `CN` is the series of the CN 23 declarations, and no two papers have one number. */
export function creditNoteNumber(year: string, sequence: number): string {
  return `NC-${year}-${String(sequence).padStart(6, '0')}`;
}
