import type { Locale } from './errors.js';

/**
 * Who acts. `buyer` is anybody with a session, guests included; the other roles are granted.
 * `system` is the house itself: jobs and timers.
 */
export type Role = 'buyer' | 'artisan' | 'cluster' | 'inspector' | 'officer' | 'desk' | 'admin' | 'system';

/** A place in an organisation: a cluster, a centre of excellence, a chamber, an export desk. */
export interface Membership {
  readonly kind: 'cluster' | 'centre' | 'chamber' | 'desk';
  readonly organisationId: string;
}

export interface Actor {
  /** Null only for a visitor without a session, and for the house itself. */
  readonly accountId: string | null;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly memberships: readonly Membership[];
  /** The register entry this account is, once claimed. */
  readonly artisanId: string | null;
  readonly locale: Locale;
}

export const SYSTEM: Actor = { accountId: null, name: 'Dar Sanaa', roles: ['system'], memberships: [], artisanId: null, locale: 'en' };

export function visitor(locale: Locale): Actor {
  return { accountId: null, name: '', roles: [], memberships: [], artisanId: null, locale };
}

export function hasRole(actor: Actor, ...roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}

export function belongsTo(actor: Actor, kind: Membership['kind'], organisationId: string): boolean {
  return actor.memberships.some((m) => m.kind === kind && m.organisationId === organisationId);
}
