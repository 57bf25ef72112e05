import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { ClustersService } from './clusters.service.js';
import { ClusterPage, ClusterSortEnum, ClusterType, CreateClusterInput, type ClusterSort } from './clusters.types.js';

@Resolver(() => ClusterType)
export class ClustersResolver {
  constructor(private readonly groupings: ClustersService) {}

  @Query(() => ClusterPage, { description: 'In the order of their names, or the newest first.' })
  @Allow('anyone')
  async clusters(
    @Args() { first, after }: PageArgs,
    @Args('regionCode', { type: () => String, nullable: true }) regionCode?: string | null,
    @Args('branch', { type: () => String, nullable: true }) branch?: string | null,
    @Args('query', { type: () => String, nullable: true, description: 'Some letters of its name, in either script.' }) query?: string | null,
    @Args('sort', { type: () => ClusterSortEnum, defaultValue: 'NAME' }) sort: ClusterSort = 'NAME',
  ): Promise<ClusterPage> {
    return this.groupings.clusters({ regionCode, branch, query, sort }, first, after);
  }

  @Query(() => ClusterType, { nullable: true })
  @Allow('anyone')
  async cluster(@Args('id', { type: () => ID }) clusterId: string): Promise<ClusterType | null> {
    return this.groupings.cluster(clusterId);
  }

  @Query(() => [ClusterType], { description: 'Those the caller speaks for: as an agent, or as a coordinating member.' })
  @Allow('artisan', 'cluster')
  async coordinatedClusters(@Caller() actor: Actor): Promise<ClusterType[]> {
    return this.groupings.coordinated(actor);
  }

  @Mutation(() => ClusterType, { description: 'The artisan who founds it is its first coordinator.' })
  @Allow('artisan')
  async createCluster(@Caller() actor: Actor, @Args('input') input: CreateClusterInput): Promise<ClusterType> {
    return this.groupings.create(actor, input);
  }
}
