import { askGently, type Asked } from '../../ask.server.js';
import { exporterQuery } from '../workshop/queries.js';
import type { AgentOf } from './ask-mandate.js';

/** For which chambers and clusters the visitor speaks. */
export async function agentsOf(asked: Asked): Promise<AgentOf[]> {
  const me = (await askGently(asked, exporterQuery, {}))?.me;
  return (me?.memberships ?? []).flatMap(({ kind, organisationId: id }): AgentOf[] => (kind === 'chamber' ? [{ kind: 'CHAMBER', id }] : kind === 'cluster' ? [{ kind: 'CLUSTER', id }] : []));
}
