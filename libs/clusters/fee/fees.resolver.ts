import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, MinorUnits } from '#libs/platform';
import { ClustersService } from '../clusters.service.js';
import { ClusterType } from '../clusters.types.js';
import { ClusterMember } from '../member/membership.types.js';
import { RollService } from '../member/roll.service.js';
import { ClusterFeesService } from './fees.service.js';
import { ClusterFeeInput } from './fees.types.js';

@Resolver(() => ClusterType)
export class ClusterFeesResolver {
  constructor(
    private readonly fees: ClusterFeesService,
    private readonly groupings: ClustersService,
    private readonly roll: RollService,
  ) {}

  @Mutation(() => ClusterType, { nullable: true, description: 'By role. Members pay what they accepted until they accept this.' })
  @Allow('artisan', 'cluster')
  async setClusterFees(@Caller() actor: Actor, @Args('clusterId', { type: () => ID }) clusterId: string, @Args('fees', { type: () => [ClusterFeeInput] }) fees: ClusterFeeInput[]): Promise<ClusterType | null> {
    await this.fees.set(actor, clusterId, fees);
    return this.groupings.cluster(clusterId);
  }

  @Mutation(() => [ClusterMember], { description: 'A member accepts today’s fee, having read it. Answers her ties.' })
  @Allow('artisan')
  async acceptClusterFee(
    @Caller() actor: Actor,
    @Args('clusterId', { type: () => ID }) clusterId: string,
    @Args('feeBp', { type: () => Int }) bp: number,
    @Args('feeItemMinor', { type: () => MinorUnits, defaultValue: 0 }) itemMinor: number,
    @Args('feeKgMinor', { type: () => MinorUnits, defaultValue: 0 }) kgMinor: number,
    @Args('feeOrderMinor', { type: () => MinorUnits, defaultValue: 0 }) orderMinor = 0,
  ): Promise<ClusterMember[]> {
    await this.fees.accept(actor, clusterId, { bp, itemMinor, kgMinor, orderMinor });
    return this.roll.mine(actor);
  }
}
