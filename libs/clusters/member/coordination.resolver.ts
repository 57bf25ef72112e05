import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { ClusterPage } from '../clusters.types.js';
import { PageSortEnum, type PageSort } from '../page.types.js';
import { CoordinationService } from './coordination.service.js';
import { ClusterCoordination } from './coordination.types.js';

const id = { type: () => ID };

@Resolver(() => ClusterCoordination)
export class CoordinationResolver {
  constructor(private readonly coordination: CoordinationService) {}

  @Query(() => ClusterCoordination, { description: 'For its members, for who speaks for it, and for the administration.' })
  @Allow('artisan', 'cluster')
  async clusterCoordination(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string): Promise<ClusterCoordination> {
    return this.coordination.of(actor, clusterId);
  }

  @Query(() => ClusterPage, { description: 'Clusters that nobody speaks for, by since when: for the administration, which may name one of their members.' })
  @Allow('admin')
  async restingClusters(@Args() { first, after }: PageArgs, @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST'): Promise<ClusterPage> {
    return this.coordination.resting({ first, after, sort });
  }

  @Mutation(() => ClusterCoordination, { description: 'While nobody speaks for the cluster, a member names herself, or who has named herself; null takes it back. Named by more than half of the members who may sell, she coordinates.' })
  @Allow('artisan')
  async nameCoordinator(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', { type: () => ID, nullable: true }) artisanId?: string | null): Promise<ClusterCoordination> {
    return this.coordination.nameOne(actor, clusterId, artisanId ?? null);
  }
}
