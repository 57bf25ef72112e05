import { data } from 'react-router';
import { ask, type Asked } from '../../ask.server.js';
import { coordinatedQuery, type Cluster } from './queries.js';

export type AtDesk = Asked & { params: { lang?: string; id?: string } };

/** The cluster of the address, for who speaks for it; for anybody else there is no such desk. */
export async function deskOf(asked: AtDesk): Promise<Cluster> {
  const { coordinatedClusters } = await ask(asked, coordinatedQuery, {});
  const cluster = coordinatedClusters.find(({ id }) => id === asked.params.id);
  if (cluster === undefined) throw data(null, { status: 404 });
  return cluster;
}
