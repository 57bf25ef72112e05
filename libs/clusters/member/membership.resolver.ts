import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, MinorUnits, PageArgs } from '#libs/platform';
import { PageSortEnum, type PageSort } from '../page.types.js';
import { DelegatedService } from './delegated.service.js';
import { InvitationsService } from './invitations.service.js';
import { MembershipService } from './membership.service.js';
import { CandidatePage, ClusterMember, ClusterMemberPage, MembershipStateEnum, PermissionEnum } from './membership.types.js';
import type { MembershipState, Permission } from './membership.js';
import { RollService } from './roll.service.js';

const id = { type: () => ID };
const fee = { type: () => Int, description: 'The fee she has read, in basis points; refused when it has moved since.' };
const fixed = { type: () => MinorUnits, defaultValue: 0, description: 'The part she has read that is paid by the piece, the kilogram or the order, in centimes.' };

@Resolver(() => ClusterMember)
export class MembershipResolver {
  constructor(
    private readonly membership: MembershipService,
    private readonly roll: RollService,
    private readonly invitations: InvitationsService,
    private readonly delegated: DelegatedService,
  ) {}

  @Query(() => ClusterMemberPage, { description: 'Coordinators see all members, a member her own line. By when their tie last changed.' })
  @Allow('artisan', 'cluster', 'desk')
  async clusterMembers(
    @Caller() actor: Actor,
    @Args('clusterId', id) clusterId: string,
    @Args() { first, after }: PageArgs,
    @Args('state', { type: () => MembershipStateEnum, nullable: true }) state?: MembershipState | null,
    @Args('sort', { type: () => PageSortEnum, defaultValue: 'NEWEST' }) sort: PageSort = 'NEWEST',
  ): Promise<ClusterMemberPage> {
    return this.roll.members(actor, clusterId, { first, after, sort, state });
  }

  @Query(() => CandidatePage, { description: 'For coordinators: registered artisans by name or register number, to invite one.' })
  @Allow('artisan', 'cluster')
  async memberCandidates(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('query') query: string, @Args() { first, after }: PageArgs): Promise<CandidatePage> {
    return this.invitations.candidates(actor, clusterId, query, first, after ?? null);
  }

  @Mutation(() => ClusterMember, { description: 'By the number on her card, however it is typed.' })
  @Allow('artisan', 'cluster')
  async inviteByNumber(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('identifier') identifier: string): Promise<ClusterMember> {
    return this.roll.named(actor, await this.invitations.byNumber(actor, clusterId, identifier));
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
  async answerInvitation(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('accept') accept: boolean, @Args('feeBp', fee) bp: number, @Args('feeItemMinor', fixed) itemMinor: number, @Args('feeKgMinor', fixed) kgMinor: number, @Args('feeOrderMinor', fixed) orderMinor = 0): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, actor.artisanId ?? '', accept ? 'accept' : 'decline', { bp, itemMinor, kgMinor, orderMinor }));
  }

  @Mutation(() => ClusterMember)
  @Allow('artisan')
  async requestMembership(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('feeBp', fee) bp: number, @Args('feeItemMinor', fixed) itemMinor: number, @Args('feeKgMinor', fixed) kgMinor: number, @Args('feeOrderMinor', fixed) orderMinor = 0): Promise<ClusterMember> {
    return this.roll.named(actor, await this.membership.step(actor, clusterId, actor.artisanId ?? '', 'request', { bp, itemMinor, kgMinor, orderMinor }));
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

  @Mutation(() => Int, { description: 'How many of a member’s piece there are to sell; needs her permission about stock. Answers what a buyer can have.' })
  @Allow('artisan', 'cluster')
  async setMemberStock(@Caller() actor: Actor, @Args('clusterId', id) clusterId: string, @Args('productId', id) productId: string, @Args('stock', { type: () => Int }) stock: number): Promise<number> {
    return this.delegated.stock(actor, clusterId, productId, stock);
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
