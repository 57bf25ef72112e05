import { apportion, basisPoints, money, ratio, toDecimal } from '#libs/kernel';

/** What a cluster is paid for, on top of what the maker receives. */
export const FEE_ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export type FeeRole = (typeof FEE_ROLES)[number];

/** How it is paid: basis points of what the maker receives, centimes for each piece, for each kilogram of it, and once for each order. */
export interface FeeTerms {
  readonly bp: number;
  readonly itemMinor: number;
  readonly kgMinor: number;
  readonly orderMinor: number;
}

export interface RoleFee extends FeeTerms {
  readonly role: FeeRole;
}

export interface RoleShare {
  readonly role: FeeRole;
  readonly minor: number;
}

/** A cluster takes at most a third on top of what the maker receives; more needs another house. */
export const MAX_FEE_BP = 3_333;
/** Five thousand dirhams: no piece, kilogram or order costs that much to collect, check and pack. */
export const MAX_FIXED_MINOR = 500_000;

/** A fee that is nothing but a part of the price. */
export function partOfPrice(bp: number): FeeTerms {
  return { bp, itemMinor: 0, kgMinor: 0, orderMinor: 0 };
}

export function totalOf(fees: readonly FeeTerms[]): FeeTerms {
  const sum = (part: keyof FeeTerms): number => fees.reduce((total, fee) => total + fee[part], 0);
  return { bp: sum('bp'), itemMinor: sum('itemMinor'), kgMinor: sum('kgMinor'), orderMinor: sum('orderMinor') };
}

export function isSameFee(a: FeeTerms, b: FeeTerms): boolean {
  return a.bp === b.bp && a.itemMinor === b.itemMinor && a.kgMinor === b.kgMinor && a.orderMinor === b.orderMinor;
}

/** The cluster's own price for a piece, another fee than the accepted one: what is null is as she accepted, whatever she accepts later. */
export interface AskedFee {
  readonly bp: number | null;
  readonly itemMinor: number | null;
}

export const NOT_ASKED: AskedFee = { bp: null, itemMinor: null };

export function priced(accepted: FeeTerms, asked: AskedFee): FeeTerms {
  return { ...accepted, bp: asked.bp ?? accepted.bp, itemMinor: asked.itemMinor ?? accepted.itemMinor };
}

export function isPaid(fee: FeeTerms): boolean {
  return fee.bp + fee.itemMinor + fee.kgMinor + fee.orderMinor > 0;
}

/** The figures of a fee, for a sentence about it. */
export function feeWords(fee: FeeTerms): { fee: number; percent: number; item: string; kg: string; order: string } {
  const dirhams = (minor: number): string => toDecimal(money(minor, 'MAD'));
  return { fee: fee.bp, percent: fee.bp / 100, item: dirhams(fee.itemMinor), kg: dirhams(fee.kgMinor), order: dirhams(fee.orderMinor) };
}

/** A piece as its maker and her cluster sell it: what each receives of a unit, what the cluster takes once an order, and the fewest sold at once. */
export interface FeeOnPiece {
  readonly makerMinor: number;
  readonly clusterMinor: number;
  readonly clusterOrderMinor: number;
  readonly minimumQuantity: number;
}

/** Whether a cluster's part of the smallest order stays within a third of what its maker receives, and the figures of the sentence that says no. */
export function judgeFee(piece: FeeOnPiece): { within: boolean; feeMinor: number; mostMinor: number } {
  const feeMinor = piece.clusterMinor * piece.minimumQuantity + piece.clusterOrderMinor;
  const mostMinor = basisPoints(piece.makerMinor * piece.minimumQuantity, MAX_FEE_BP);
  return { within: feeMinor <= mostMinor, feeMinor, mostMinor };
}

/** A line of an order as its fee is worked out: one unit of it, how many there are, and its part of the fee for the order. */
export interface PaidLine {
  readonly makerMinor: number;
  readonly netWeightGrams: number;
  readonly quantity: number;
  readonly onceMinor: number;
}

/** Divides what a sale brings the cluster among its roles, in the proportions its member accepted for such a line, to the minor unit. */
export function shareByRole(amountMinor: number, fees: readonly RoleFee[], line: PaidLine): RoleShare[] {
  if (amountMinor === 0) return [];
  const once = line.onceMinor > 0 && fees.some((fee) => fee.orderMinor > 0) ? apportion(line.onceMinor, fees.map((fee) => fee.orderMinor)) : fees.map(() => 0);
  const weights = fees.map((fee, i) => (basisPoints(line.makerMinor, fee.bp) + fee.itemMinor + ratio(fee.kgMinor, line.netWeightGrams, 1000)) * line.quantity + once[i]!);
  if (weights.every((weight) => weight === 0)) return [{ role: fees.find(isPaid)?.role ?? 'coordinator', minor: amountMinor }];
  const parts = apportion(amountMinor, weights);
  return fees.map((fee, i) => ({ role: fee.role, minor: parts[i]! })).filter((share) => share.minor !== 0);
}
