import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { ClustersService } from './clusters.service.js';
import { ClusterPage, ClusterType, CreateClusterInput } from './clusters.types.js';

@Resolver(() => ClusterType)
export class ClustersResolver {
  constructor(private readonly groupings: ClustersService) {}

  @Query(() => ClusterPage, { description: 'In the order of their names.' })
  @Allow('anyone')
  async clusters(
    @Args() { first, after }: PageArgs,
    @Args('regionCode', { type: () => String, nullable: true }) regionCode?: string | null,
    @Args('branch', { type: () => String, nullable: true }) branch?: string | null,
  ): Promise<ClusterPage> {
    return this.groupings.clusters({ regionCode, branch }, first, after);
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
