import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK, PageArgs } from '#libs/platform';
import { ContactsService, ContactType } from '#libs/identity';
import { RegistryService } from '../registry.service.js';
import { Maker } from '../registry.types.js';
import { ClaimPapersService } from './claim-papers.service.js';
import { ChecklistService } from './checklist.service.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimsService, type Claim } from './claims.service.js';
import { AnswerClaimInput, ClaimAnswerType, ClaimHistoryArgs, ClaimItemType, ClaimOutcomeType, ClaimPageType, ClaimPaperType, ClaimStepType, ClaimType, ClaimWaiverType, DecideClaimInput, DecideClaimsInput, FindEntryInput, OpenClaimInput, WaiveClaimItemInput } from './claims.types.js';

@Resolver(() => ClaimType)
export class ClaimsResolver {
  constructor(
    private readonly claims: ClaimsService,
    private readonly queries: ClaimsQueries,
    private readonly papersShown: ClaimPapersService,
    private readonly registry: RegistryService,
    private readonly checklistNow: ChecklistService,
    private readonly contacts: ContactsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => Maker, { description: 'Find yourself in the register.' })
  @Allow('buyer')
  findEntry(@Caller() actor: Actor, @Args('input') input: FindEntryInput): Promise<object> {
    return this.claims.find(actor, input);
  }

  @Query(() => [ClaimItemType], { description: 'What a claim must answer today.' })
  @Allow('anyone')
  claimChecklist(): Promise<object> {
    return this.checklistNow.items(this.clock.now());
  }

  @Query(() => ClaimType, { nullable: true })
  @Allow('buyer')
  myClaim(@Caller() actor: Actor): Promise<object | null> {
    return this.queries.mine(actor);
  }

  @Query(() => ClaimPageType, { description: 'Requests of your region, the nearest deadline first.' })
  @Allow('officer')
  claimQueue(@Caller() actor: Actor, @Args() { first, after }: PageArgs): Promise<object> {
    return this.queries.queue(actor, first, after ?? null);
  }

  @Query(() => ClaimPageType, { description: 'Every request of your region in any state, the latest first.' })
  @Allow('officer')
  claimHistory(@Caller() actor: Actor, @Args() { first, after, state, artisanId }: ClaimHistoryArgs): Promise<object> {
    return this.queries.history(actor, { state, artisanId }, first, after ?? null);
  }

  @Query(() => ClaimType)
  @Allow('buyer', 'officer')
  claim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.claims.one(actor, id);
  }

  @Mutation(() => ClaimType, { description: 'Say that an entry is you.' })
  @Allow('buyer')
  openClaim(@Caller() actor: Actor, @Args('input') input: OpenClaimInput): Promise<object> {
    return this.claims.open(actor, input);
  }

  @Mutation(() => ClaimType)
  @Allow('buyer')
  answerClaim(@Caller() actor: Actor, @Args('input') input: AnswerClaimInput): Promise<object> {
    return this.claims.answer(actor, input);
  }

  @Mutation(() => ClaimType, { description: 'Hand the request to your chamber.' })
  @Allow('buyer')
  submitClaim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.claims.submit(actor, id);
  }

  @Mutation(() => ClaimType)
  @Allow('buyer')
  withdrawClaim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.claims.withdraw(actor, id);
  }

  @Mutation(() => ClaimType, { description: 'Approve, send back or refuse a request of your region.' })
  @Allow('officer')
  decideClaim(@Caller() actor: Actor, @Args('input') input: DecideClaimInput): Promise<object> {
    return this.claims.decide(actor, input);
  }

  @Mutation(() => [ClaimOutcomeType], { description: 'Decide many requests for one reason, each by itself: what fails says why.' })
  @Allow('officer')
  decideClaims(@Caller() actor: Actor, @Args('input') input: DecideClaimsInput): Promise<object[]> {
    return this.claims.decideMany(actor, input);
  }

  @Mutation(() => ClaimType, { description: 'Spare a request of your region one line of the checklist, with the reason.' })
  @Allow('officer')
  waiveClaimItem(@Caller() actor: Actor, @Args('input') input: WaiveClaimItemInput): Promise<object> {
    return this.claims.waive(actor, input);
  }

  @ResolveField(() => [ClaimAnswerType])
  answers(@Parent() claim: Claim): ClaimAnswerType[] {
    return Object.entries(claim.answers).map(([item, value]) => ({ item, accepted: value === true, text: value === true ? null : value }));
  }

  @ResolveField(() => [ClaimPaperType])
  async papers(@Parent() claim: Claim): Promise<ClaimPaperType[]> {
    return (await this.papersShown.of(claim.id)).map((paper) => ({ ...paper, url: `/claims/papers/${paper.id}` }));
  }

  @ResolveField(() => [ClaimStepType])
  steps(@Parent() claim: Claim): Promise<object> {
    return this.queries.steps(claim.id);
  }

  @ResolveField(() => [ClaimItemType])
  checklist(@Parent() claim: Claim): Promise<object> {
    return this.checklistNow.items(claim.submittedAt ?? this.clock.now());
  }

  @ResolveField(() => [ClaimWaiverType])
  waivers(@Parent() claim: Claim): Promise<object> {
    return this.queries.waivers(claim.id);
  }

  @ResolveField(() => ContactType)
  contact(@Parent() claim: Claim): Promise<object> {
    return this.contacts.of(claim.accountId);
  }

  @ResolveField(() => Maker)
  entry(@Parent() claim: Claim): Promise<object> {
    return this.registry.artisan(claim.artisanId);
  }
}
