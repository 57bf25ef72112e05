import { ClusterFeesService, ClustersService, CollectiveSalesService, MembershipService, type FeeTerms } from '#libs/clusters';
import { moroccanDay } from '#libs/kernel';
import { demoId } from '../demo-id.js';
import { artisan, clusters } from '../world.js';
import type { Loading } from './loading.js';
import { clusterId } from './people.js';
import { pieceId } from './pieces.js';

/** Pieces a hand of a grouping can have in work at once, as each says of herself. */
const HAND = 12;

/** The first member founds the grouping and says what it is paid for; the others ask to join, having read the fee, and let it do their work. */
export async function loadClusters(loading: Loading, register: ReadonlyMap<string, string>): Promise<string> {
  for (const cluster of clusters) {
    await loading.once(`cluster/${cluster.key}`, async () => {
      const [founder, ...others] = cluster.members;
      await found(loading, cluster, founder);
      for (const key of others) await join(loading, cluster, key, register.get(key)!);
      for (const key of cluster.members) {
        for (const permission of ['list', 'price', 'photograph'] as const) await loading.get(MembershipService).setPermission(await maker(loading, key), clusterId(cluster.key), permission, true);
        await loading.get(MembershipService).setWork(await maker(loading, key), clusterId(cluster.key), register.get(key)!, { capacity: HAND });
      }
    });
  }
  return clusters.map((cluster) => cluster.name.en).join(', ');
}

type CastCluster = (typeof clusters)[number];
const maker = (loading: Loading, key: string) => loading.as(artisan(key).email!);

async function found(loading: Loading, cluster: CastCluster, founder: string): Promise<void> {
  await loading.get(ClustersService).create(await maker(loading, founder), {
    id: clusterId(cluster.key), name: cluster.name.fr, nameAr: cluster.name.ar, legalForm: cluster.legalForm, ice: cluster.ice, address: cluster.address, city: cluster.city,
    regionCode: cluster.region, branch: cluster.branch, rules: cluster.rules, feeBp: 0,
  });
  await loading.get(ClusterFeesService).set(await loading.as(cluster.agent.email), clusterId(cluster.key), [...cluster.fees]);
  await loading.get(ClusterFeesService).accept(await maker(loading, founder), clusterId(cluster.key), await feeOf(loading, cluster));
}

async function join(loading: Loading, cluster: CastCluster, key: string, artisanId: string): Promise<void> {
  const membership = loading.get(MembershipService);
  const [mine] = (await membership.myMemberships(await maker(loading, key))).filter((one) => one.clusterId === clusterId(cluster.key));
  if (!mine) await membership.step(await maker(loading, key), clusterId(cluster.key), artisanId, 'request', await feeOf(loading, cluster));
  if (mine?.state !== 'active') await membership.step(await loading.as(cluster.agent.email), clusterId(cluster.key), artisanId, 'approve', null);
}

/** What the grouping takes today, as somebody who joins reads it. */
async function feeOf(loading: Loading, cluster: CastCluster): Promise<FeeTerms> {
  const { feeBp: bp, feeItemMinor: itemMinor, feeKgMinor: kgMinor, feeOrderMinor: orderMinor } = (await loading.get(ClustersService).cluster(clusterId(cluster.key)))!;
  return { bp, itemMinor, kgMinor, orderMinor };
}

const DAY_MS = 86_400_000;

/** Some days in which a grouping offers its members' pieces together, once the pieces are there. */
export async function planSales(loading: Loading): Promise<void> {
  for (const { key, agent, sale } of clusters) {
    if (sale === null) continue;
    await loading.once(`sale/${key}`, async () => {
      const opensAt = new Date(Date.now() + sale.opensInDays * DAY_MS);
      const closesAt = new Date(opensAt.getTime() + sale.lastsDays * DAY_MS);
      const pieces = sale.pieces.map((piece) => ({ productId: pieceId(piece), feeBp: sale.feeBp, minimumQuantity: sale.minimumQuantity }));
      await loading.get(CollectiveSalesService).plan(await loading.as(agent.email), {
        id: demoId('sale', key), clusterId: clusterId(key), title: sale.title, opensAt, closesAt, collectionOn: moroccanDay(closesAt), pieces, outlets: [...sale.outlets],
      });
    });
  }
}
