import { IdentityService, type Grant } from '#libs/identity';
import { SYSTEM } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { admin, applicants, artisan, artisans, buyers, clusters, desk, inspectors, officers, PASSWORD, staff } from '../world.js';
import type { Loading } from './loading.js';
import { loadResponsible } from './responsible.js';

/** Organisations are known to the house by these ids; a chamber by its region, a centre by the name certification gives it. */
export const clusterId = (key: string): string => demoId('cluster', key);
export const DESK = 'casablanca';

/** Accounts for everyone in the cast, and what each may do. */
export async function loadPeople(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  const identity = loading.get(IdentityService);
  const grants = grantsOf(register);
  const makers = artisans.flatMap(({ email, nameLatin, locale }) => (email === null ? [] : [{ email, name: nameLatin, locale }]));
  const everyone = [...staff, ...buyers, ...makers, ...applicants];
  for (const { email, name, locale } of everyone) {
    await loading.once(`person/${email}`, async () => {
      const account = await identity.createPerson({ email, password: PASSWORD, name, locale });
      const given = grants.get(email) ?? [];
      await loading.db.write(SYSTEM, async (tx) => {
        for (const grant of given) await identity.grant(tx, account, grant);
      });
    });
  }
  await loadResponsible(loading);
  return `${everyone.length} people`;
}

function grantsOf(register: ReadonlyMap<string, string>): Map<string, Grant[]> {
  const grants = new Map<string, Grant[]>([
    [admin.email, [{ role: 'admin' }]],
    [desk.email, [{ role: 'desk', organisation: { kind: 'desk', organisationId: DESK } }]],
  ]);
  for (const { email, chamber } of officers) grants.set(email, [{ role: 'officer', organisation: { kind: 'chamber', organisationId: chamber } }]);
  for (const { email, centre } of inspectors) grants.set(email, [{ role: 'inspector', organisation: { kind: 'centre', organisationId: centre } }]);
  for (const { key, agent } of clusters) grants.set(agent.email, [{ role: 'cluster', organisation: { kind: 'cluster', organisationId: clusterId(key) } }]);
  for (const { key } of artisans) {
    const { email } = artisan(key);
    if (email !== null) grants.set(email, [{ role: 'artisan', artisanId: register.get(key)! }]);
  }
  return grants;
}
