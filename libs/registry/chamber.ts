import { belongsTo, hasRole, type Actor } from '#libs/kernel';

/** Whether somebody decides for a region: an officer of its chamber, or the administration. */
export function oversees(actor: Actor, region: string): boolean {
  return hasRole(actor, 'admin') || (hasRole(actor, 'officer') && belongsTo(actor, 'chamber', region));
}
