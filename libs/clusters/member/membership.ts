import { lifecycle } from '#libs/kernel';

/** The forms under which Moroccan craftspeople group to sell together. */
export const LEGAL_FORMS = ['cooperative', 'cooperative_union', 'association', 'economic_interest_group', 'company'] as const;
export type LegalForm = (typeof LEGAL_FORMS)[number];

/**
 * An artisan and a cluster. Either side opens, the other side answers; nobody is put into a cluster,
 * and the fee she reads is the fee she accepts. Who has left may come back by the same two doors.
 */
export const membershipLifecycle = lifecycle({
  outside: { invite: 'invited', request: 'requested' },
  invited: { accept: 'active', decline: 'outside', retract: 'outside' },
  requested: { approve: 'active', refuse: 'outside', retract: 'outside' },
  active: { leave: 'outside', remove: 'outside' },
});
export type MembershipState = (typeof membershipLifecycle.states)[number];
export type MembershipVerb = Parameters<typeof membershipLifecycle.next>[1];

/** Whose word each verb is. */
export const MEMBERSHIP_SIDE: Readonly<Record<MembershipVerb, 'artisan' | 'coordinator' | 'opener'>> = {
  invite: 'coordinator',
  request: 'artisan',
  accept: 'artisan',
  decline: 'artisan',
  approve: 'coordinator',
  refuse: 'coordinator',
  leave: 'artisan',
  remove: 'coordinator',
  retract: 'opener',
};

/**
 * What an artisan lets a cluster do with her goods, each granted and withdrawn on its own by her alone.
 * `list`: offer a product under the cluster's name. `price`: set the cluster's fee on it, above her price.
 * `stock`: say how many there are, and leave some of them out of an offer. `photograph`: add pictures to her piece.
 * `act`: answer lots of a shared order for her.
 */
export const PERMISSIONS = ['list', 'price', 'stock', 'photograph', 'act'] as const;
export type Permission = (typeof PERMISSIONS)[number];
