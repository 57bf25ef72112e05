export interface Desk {
  /** Names its messages: `desk.<key>` and `desk.<key>.lead`. */
  readonly key: string;
  readonly path: string;
  /** Whom it is for; nobody named is everybody who signed in. */
  readonly roles: readonly string[];
}

/** Every desk of the house. The server refuses the others whatever this list says. */
const desks: readonly Desk[] = [
  { key: 'orders', path: 'orders', roles: [] },
  { key: 'workshop', path: 'workshop', roles: ['artisan', 'cluster'] },
  { key: 'training', path: 'training', roles: ['artisan', 'officer'] },
  { key: 'clusters', path: 'clusters', roles: ['artisan', 'cluster', 'admin'] },
  { key: 'mandates', path: 'workshop/mandates', roles: ['artisan'] },
  { key: 'acting', path: 'workshop/acting', roles: ['officer', 'cluster'] },
  { key: 'inspection', path: 'inspection', roles: ['inspector', 'admin'] },
  { key: 'register', path: 'register', roles: ['officer', 'admin'] },
  { key: 'claims', path: 'register/claims', roles: ['officer', 'admin'] },
  { key: 'checklist', path: 'register/checklist', roles: ['admin'] },
  { key: 'export', path: 'export', roles: ['desk', 'admin'] },
  { key: 'complaints', path: 'export/complaints', roles: ['desk', 'admin'] },
  { key: 'disputes', path: 'export/disputes', roles: ['desk', 'admin'] },
  { key: 'payouts', path: 'export/payouts', roles: ['desk', 'admin'] },
  { key: 'reference', path: 'export/reference', roles: ['desk', 'admin'] },
  { key: 'responsible', path: 'export/responsible', roles: ['desk', 'admin'] },
  { key: 'statistics', path: 'statistics', roles: ['officer', 'desk', 'admin'] },
  { key: 'audit', path: 'audit', roles: ['admin'] },
];

export function desksFor(roles: readonly string[]): Desk[] {
  return desks.filter((desk) => desk.roles.length === 0 || desk.roles.some((role) => roles.includes(role)));
}

/** The desk a page belongs to: the one whose address begins it most exactly. */
export function deskOf(pathname: string): string | undefined {
  const path = pathname.split('/').slice(2).join('/');
  return desks
    .filter((desk) => path === desk.path || path.startsWith(`${desk.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]?.key;
}
