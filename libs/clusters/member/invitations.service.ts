import { Injectable } from '@nestjs/common';
import { DomainError, hasRole, isId, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform';
import { displayName, RegistryService } from '#libs/registry';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import type { PageOf } from '../page.types.js';
import type { MembershipState } from './membership.js';
import { MembershipService, type Member } from './membership.service.js';

export interface Candidate {
  readonly artisanId: string;
  readonly name: string;
  readonly regionCode: string;
  readonly branch: string;
  readonly state: MembershipState;
}

/** Fewer letters would leaf through the register instead of looking for somebody. */
const LEAST_LETTERS = 3;

/** Finding the artisan one means to invite: by her number, or by name among those who may sell. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly membership: MembershipService,
    private readonly registry: RegistryService,
  ) {}

  /** For who speaks for the cluster only; of an entry, what a signboard would say. */
  async candidates(actor: Actor, clusterId: string, query: string, first: number, after: string | null): Promise<PageOf<Candidate>> {
    if (!isId(clusterId) || !(hasRole(actor, 'admin') || (await this.clusters.coordinatedBy(actor)).includes(clusterId))) throw clustersErrors.CLUSTER_NOT_FOUND();
    if ([...query.trim()].length < LEAST_LETTERS) throw clustersErrors.CLUSTER_SEARCH_SHORT({ least: LEAST_LETTERS }, 'query');
    const page = await this.registry.sellers(query, first, after);
    const ties = await this.db.prepared<{ id: string; state: MembershipState }>('clusters.ties-of', `select artisan_id id, state from clusters.member where cluster_id = $1 and artisan_id = any($2::uuid[])`, [clusterId, page.nodes.map((one) => one.id)]);
    const stateOf = new Map(ties.map((tie) => [tie.id, tie.state]));
    const nodes = page.nodes.map((one): Candidate => ({ artisanId: one.id, name: displayName(one, actor.locale), regionCode: one.regionCode, branch: one.branch, state: stateOf.get(one.id) ?? 'outside' }));
    return { nodes, endCursor: page.endCursor, hasNextPage: page.hasNextPage };
  }

  async byNumber(actor: Actor, clusterId: string, identifier: string): Promise<Member> {
    if (!isId(clusterId) || !(hasRole(actor, 'admin') || (await this.clusters.coordinatedBy(actor)).includes(clusterId))) throw clustersErrors.CLUSTER_NOT_FOUND();
    const { id } = await this.registry.seller(identifier).catch((error: unknown) => {
      if (error instanceof DomainError) throw new DomainError(error.code, error.definition, error.params, 'identifier');
      throw error;
    });
    return this.membership.step(actor, clusterId, id, 'invite', null);
  }
}
