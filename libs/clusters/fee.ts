import { apportion } from '#libs/kernel';

/** What a cluster is paid for, on top of what the maker receives. */
export const FEE_ROLES = ['coordinator', 'collection', 'quality', 'packing'] as const;
export type FeeRole = (typeof FEE_ROLES)[number];

export interface RoleFee {
  readonly role: FeeRole;
  /** Basis points of what the maker receives. */
  readonly bp: number;
}

export interface RoleShare {
  readonly role: FeeRole;
  readonly minor: number;
}

export function totalBp(fees: readonly RoleFee[]): number {
  return fees.reduce((sum, fee) => sum + fee.bp, 0);
}

/** Divides what a sale brings the cluster among its roles, in the proportions its member accepted, to the minor unit. */
export function shareByRole(amountMinor: number, fees: readonly RoleFee[]): RoleShare[] {
  const paid = fees.filter((fee) => fee.bp > 0);
  if (amountMinor === 0) return [];
  if (paid.length === 0) return [{ role: 'coordinator', minor: amountMinor }];
  const parts = apportion(amountMinor, paid.map((fee) => fee.bp));
  return paid.map((fee, i) => ({ role: fee.role, minor: parts[i]! })).filter((share) => share.minor !== 0);
}
