import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ClustersService } from './clusters.service.js';
import { ClusterMember, ClusterOffer, ClusterType, CreateClusterInput, PermissionEnum } from './clusters.types.js';
import { MembershipService } from './membership.service.js';
import type { Permission } from './membership.js';
import { OffersService } from './offers.service.js';

const id = { type: () => ID };
const fee = { type: () => Int, description: 'The fee she has read, in basis points.' };

@Resolver(() => ClusterType)
export class ClustersResolver {
  constructor(
    private readonly groupings: ClustersService,
    private readonly membership: MembershipService,
    private readonly offers: OffersService,
  ) {}

  @Query(() => [ClusterType])
  @Allow('anyone')
  async clusters(@Args('regionCode', { type: () => String, nullable: true }) regionCode?: string): Promise<ClusterType[]> {
    return this.groupings.clusters(regionCode ?? null);
  }

  @Query(() => ClusterType, { nullable: true })
  @Allow('anyone')
  async cluster(@Args('id', id) clusterId: string): Promise<ClusterType | null> {
    return this.groupings.cluster(clusterId);
  }

  @Mutation(() => ClusterType, { description: 'The artisan who founds it is its first coordinator.' })
  @Allow('artisan')
  async createCluster(@Caller() actor: Actor, @Args('input') input: CreateClusterInput): Promise<ClusterType> {
    return this.groupings.create(actor, input);
  }

  @Query(() => [ClusterMember], { description: 'Coordinators see all members, a member her own line.' })
  @Allow('artisan', 'cluster', 'desk')
  async clusterMembers(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string): Promise<ClusterMember[]> {
    return this.membership.members(actor, clusterId);
  }

  @Query(() => [ClusterMember], { description: 'The caller’s own ties, with invitations that wait for her.' })
  @Allow('artisan')
  async myMemberships(@Caller() actor: Actor): Promise<ClusterMember[]> {
    return this.membership.myMemberships(actor);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async inviteMember(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, artisanId, 'invite', null);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan')
  async answerInvitation(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('accept') accept: boolean, @Args('feeBp', fee) feeBp: number): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, actor.artisanId ?? '', accept ? 'accept' : 'decline', feeBp);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan')
  async requestMembership(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('feeBp', fee) feeBp: number): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, actor.artisanId ?? '', 'request', feeBp);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async answerMembershipRequest(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string, @Args('approve') approve: boolean): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, artisanId, approve ? 'approve' : 'refuse', null);
  }

  @Mutation(() => ClusterMember, { description: 'Takes back an invitation or a request, by whoever made it.' })
  @Allow('artisan', 'cluster')
  async retractMembership(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, artisanId, 'retract', null);
  }

  @Mutation(() => ClusterMember, { description: 'Her goods leave the cluster’s name with her. The last coordinator names another one first.' })
  @Allow('artisan')
  async leaveCluster(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, actor.artisanId ?? '', 'leave', null);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async removeMember(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.membership.step(actor, clusterId, artisanId, 'remove', null);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async setCoordinator(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string, @Args('coordinator') coordinator: boolean): Promise<ClusterMember> {
    return this.membership.setCoordinator(actor, clusterId, artisanId, coordinator);
  }

  @Mutation(() => ClusterMember, { description: 'She says what she can make, a coordinator what her part of shared orders is.' })
  @Allow('artisan', 'cluster')
  async setMemberWork(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args('artisanId', id) artisanId: string,
    @Args('capacity', { type: () => Int, nullable: true }) capacity?: number,
    @Args('quota', { type: () => Int, nullable: true }) quota?: number | null,
  ): Promise<ClusterMember> {
    return this.membership.setWork(actor, clusterId, artisanId, { capacity, quota });
  }

  @Mutation(() => ClusterMember, { description: 'Hers alone to give and take back; effective at once.' })
  @Allow('artisan')
  async setClusterPermission(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args('permission', { type: () => PermissionEnum }) permission: Permission,
    @Args('granted') granted: boolean,
  ): Promise<ClusterMember> {
    return this.membership.setPermission(actor, clusterId, permission, granted);
  }

  @Query(() => [ClusterOffer])
  @Allow('anyone')
  async clusterOffers(@Args('clusterId', id) clusterId: string): Promise<ClusterOffer[]> {
    return this.offers.offersOf(clusterId);
  }

  @Mutation(() => ClusterOffer, { description: 'Sells a member’s product under the cluster’s name, without copying it.' })
  @Allow('artisan', 'cluster')
  async offerProduct(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args('productId', id) productId: string,
    @Args('feeBp', { type: () => Int, nullable: true, description: 'Another fee than the accepted one needs the permission to price.' }) feeBp?: number,
  ): Promise<ClusterOffer> {
    return this.offers.offer(actor, clusterId, productId, feeBp ?? null);
  }

  @Mutation(() => Boolean, { description: 'By the maker or a coordinator. False when it was not offered.' })
  @Allow('artisan', 'cluster')
  async withdrawOffer(@Caller() actor: Actor, @Args('productId', id) productId: string): Promise<boolean> {
    return this.offers.withdraw(actor, productId);
  }
}
