import { apportion, basisPoints, money, ratio, toDecimal } from '#libs/kernel';

/** What a cluster is paid for, on top of what the maker receives. */
export const FEE_ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export type FeeRole = (typeof FEE_ROLES)[number];

/** How it is paid: basis points of what the maker receives, centimes for each piece, centimes for each kilogram of it. */
export interface FeeTerms {
  readonly bp: number;
  readonly itemMinor: number;
  readonly kgMinor: number;
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
/** Five thousand dirhams: no piece or kilogram costs that much to collect, check and pack. */
export const MAX_FIXED_MINOR = 500_000;

/** A fee that is nothing but a part of the price. */
export function partOfPrice(bp: number): FeeTerms {
  return { bp, itemMinor: 0, kgMinor: 0 };
}

export function totalOf(fees: readonly FeeTerms[]): FeeTerms {
  const sum = (part: keyof FeeTerms): number => fees.reduce((total, fee) => total + fee[part], 0);
  return { bp: sum('bp'), itemMinor: sum('itemMinor'), kgMinor: sum('kgMinor') };
}

export function isSameFee(a: FeeTerms, b: FeeTerms): boolean {
  return a.bp === b.bp && a.itemMinor === b.itemMinor && a.kgMinor === b.kgMinor;
}

export function isPaid(fee: FeeTerms): boolean {
  return fee.bp + fee.itemMinor + fee.kgMinor > 0;
}

/** The figures of a fee, for a sentence about it. */
export function feeWords(fee: FeeTerms): { fee: number; item: string; kg: string } {
  const dirhams = (minor: number): string => toDecimal(money(minor, 'MAD'));
  return { fee: fee.bp, item: dirhams(fee.itemMinor), kg: dirhams(fee.kgMinor) };
}

/** Whether a cluster's part of a piece stays within a third of what its maker receives. */
export function isWithinThird(makerMinor: number, clusterMinor: number): boolean {
  return clusterMinor <= basisPoints(makerMinor, MAX_FEE_BP);
}

/** One unit as its fee is worked out. */
export interface PaidPiece {
  readonly makerMinor: number;
  readonly netWeightGrams: number;
}

/** Divides what a sale brings the cluster among its roles, in the proportions its member accepted for such a piece, to the minor unit. */
export function shareByRole(amountMinor: number, fees: readonly RoleFee[], piece: PaidPiece): RoleShare[] {
  if (amountMinor === 0) return [];
  const weights = fees.map((fee) => basisPoints(piece.makerMinor, fee.bp) + fee.itemMinor + ratio(fee.kgMinor, piece.netWeightGrams, 1000));
  if (weights.every((weight) => weight === 0)) return [{ role: fees.find(isPaid)?.role ?? 'coordinator', minor: amountMinor }];
  const parts = apportion(amountMinor, weights);
  return fees.map((fee, i) => ({ role: fee.role, minor: parts[i]! })).filter((share) => share.minor !== 0);
}
