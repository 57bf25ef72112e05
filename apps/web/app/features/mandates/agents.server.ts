import { askGently, type Asked } from '../../ask.server.js';
import { exporterQuery } from '../workshop/queries.js';
import type { AgentOf } from './ask-mandate.js';
import { clusterNameQuery, regionNamesQuery, type AgentNames } from './queries.js';

/** For which chambers and clusters the visitor speaks. */
export async function agentsOf(asked: Asked): Promise<AgentOf[]> {
  const me = (await askGently(asked, exporterQuery, {}))?.me;
  return (me?.memberships ?? []).flatMap(({ kind, organisationId: id }): AgentOf[] => (kind === 'chamber' ? [{ kind: 'CHAMBER', id }] : kind === 'cluster' ? [{ kind: 'CLUSTER', id }] : []));
}

/** What these chambers and clusters are called: a chamber by its region. */
export async function agentNames(asked: Asked, agents: readonly AgentOf[]): Promise<AgentNames> {
  const ids = [...new Set(agents.filter(({ kind }) => kind === 'CLUSTER').map(({ id }) => id))];
  const [clusters, named] = await Promise.all([
    Promise.all(ids.map(async (id) => (await askGently(asked, clusterNameQuery, { id }))?.cluster ?? null)),
    agents.some(({ kind }) => kind === 'CHAMBER') ? askGently(asked, regionNamesQuery, {}) : null,
  ]);
  return Object.fromEntries([
    ...(named?.regions ?? []).map(({ code, en, fr, ar }) => [code, { en, fr, ar }] as const),
    ...clusters.filter((one) => one !== null).map(({ id, name, nameAr }) => [id, { en: name, fr: name, ar: nameAr ?? name }] as const),
  ]);
}
