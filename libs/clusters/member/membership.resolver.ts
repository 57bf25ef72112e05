import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, MinorUnits } from '#libs/platform';
import { MembershipService } from './membership.service.js';
import { ClusterMember, PermissionEnum } from './membership.types.js';
import type { Permission } from './membership.js';
import { RollService } from './roll.service.js';

const id = { type: () => ID };
const fee = { type: () => Int, description: 'The fee she has read, in basis points; refused when it has moved since.' };
const fixed = { type: () => MinorUnits, defaultValue: 0, description: 'The part she has read that is paid by the piece or the kilogram, in centimes.' };

@Resolver(() => ClusterMember)
export class MembershipResolver {
  constructor(
    private readonly membership: MembershipService,
    private readonly roll: RollService,
  ) {}

  @Query(() => [ClusterMember], { description: 'Coordinators see all members, a member her own line.' })
  @Allow('artisan', 'cluster', 'desk')
  async clusterMembers(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string): Promise<ClusterMember[]> {
    return this.roll.members(actor, clusterId);
  }

  @Query(() => [ClusterMember], { description: 'The caller’s own ties, with invitations that wait for her.' })
  @Allow('artisan')
  async myMemberships(@Caller() actor: Actor): Promise<ClusterMember[]> {
    return this.roll.mine(actor);
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async inviteMember(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, artisanId, 'invite', null));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan')
  async answerInvitation(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('accept') accept: boolean, @Args('feeBp', fee) bp: number, @Args('feeItemMinor', fixed) itemMinor: number, @Args('feeKgMinor', fixed) kgMinor: number): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, actor.artisanId ?? '', accept ? 'accept' : 'decline', { bp, itemMinor, kgMinor }));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan')
  async requestMembership(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('feeBp', fee) bp: number, @Args('feeItemMinor', fixed) itemMinor: number, @Args('feeKgMinor', fixed) kgMinor: number): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, actor.artisanId ?? '', 'request', { bp, itemMinor, kgMinor }));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async answerMembershipRequest(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string, @Args('approve') approve: boolean): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, artisanId, approve ? 'approve' : 'refuse', null));
  }

  @Mutation(() => ClusterMember, { description: 'Takes back an invitation or a request, by whoever made it.' })
  @Allow('artisan', 'cluster')
  async retractMembership(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, artisanId, 'retract', null));
  }

  @Mutation(() => ClusterMember, { description: 'Her goods leave the cluster’s name with her. The last coordinator names another one first.' })
  @Allow('artisan')
  async leaveCluster(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, actor.artisanId ?? '', 'leave', null));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async removeMember(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, artisanId, 'remove', null));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan', 'cluster')
  async setCoordinator(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('artisanId', id) artisanId: string, @Args('coordinator') coordinator: boolean): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.setCoordinator(actor, clusterId, artisanId, coordinator));
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
    return this.roll.named(actor, await this.membership.setWork(actor, clusterId, artisanId, { capacity, quota }));
  }

  @Mutation(() => ClusterMember, { description: 'Hers alone to give and take back; effective at once.' })
  @Allow('artisan')
  async setClusterPermission(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args('permission', { type: () => PermissionEnum }) permission: Permission,
    @Args('granted') granted: boolean,
  ): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.setPermission(actor, clusterId, permission, granted));
  }
}
