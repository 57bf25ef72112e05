import { ClustersService, MembershipService, partOfPrice } from '#libs/clusters';
import { artisan, clusters } from '../world.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';

/** What each grouping takes on top of what the maker receives. */
const FEE_BP = 500;

/** The first member founds the grouping; the others ask to join, having read the fee, and let it list their work. */
export async function loadClusters(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  for (const cluster of clusters) {
    await loading.once(`cluster/${cluster.key}`, async () => {
      const [founder, ...others] = cluster.members;
      await found(loading, cluster, founder);
      for (const key of others) await join(loading, cluster, key, register.get(key)!);
      for (const key of cluster.members) await loading.get(MembershipService).setPermission(await maker(loading, key), clusterId(cluster.key), 'list', true);
    });
  }
  return clusters.map((cluster) => cluster.name.en).join(', ');
}

type CastCluster = (typeof clusters)[number];
const maker = (loading: Loading, key: string) => loading.as(artisan(key).email!);

async function found(loading: Loading, cluster: CastCluster, founder: string): Promise<void> {
  await loading.get(ClustersService).create(await maker(loading, founder), {
    id: clusterId(cluster.key), name: cluster.name.fr, nameAr: cluster.name.ar, legalForm: cluster.legalForm, ice: cluster.ice, address: cluster.address, city: cluster.city,
    regionCode: cluster.region, branch: cluster.branch, rules: cluster.rules, feeBp: FEE_BP,
  });
}

async function join(loading: Loading, cluster: CastCluster, key: string, artisanId: string): Promise<void> {
  const membership = loading.get(MembershipService);
  const [mine] = (await membership.myMemberships(await maker(loading, key))).filter((one) => one.clusterId === clusterId(cluster.key));
  if (!mine) await membership.step(await maker(loading, key), clusterId(cluster.key), artisanId, 'request', partOfPrice(FEE_BP));
  if (mine?.state !== 'active') await membership.step(await loading.as(cluster.agent.email), clusterId(cluster.key), artisanId, 'approve', null);
}
