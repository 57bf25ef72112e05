import { askGently, type Asked } from '../../ask.server.js';
import { exporterQuery } from './queries.js';

export interface Exporter {
  kind: 'artisan' | 'cluster';
  id: string;
}

/** Whose workshop this is: the artisan's own, or the cluster's that the visitor speaks for. */
export async function exporterOf(asked: Asked): Promise<Exporter | null> {
  const me = (await askGently(asked, exporterQuery, {}))?.me;
  if (me?.artisanId) return { kind: 'artisan', id: me.artisanId };
  const cluster = me?.memberships.find(({ kind }) => kind === 'cluster');
  return cluster === undefined ? null : { kind: 'cluster', id: cluster.organisationId };
}

export function clusterIdOf(exporter: Exporter | null): string | null {
  return exporter?.kind === 'cluster' ? exporter.id : null;
}
