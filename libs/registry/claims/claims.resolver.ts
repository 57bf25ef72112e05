import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor, Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK } from '#libs/platform';
import { ContactsService, ContactType } from '#libs/identity';
import { Maker } from '../registry.types.js';
import { ChecklistService } from './checklist.service.js';
import { ClaimsQueries, type ClaimLine } from './claims.queries.js';
import { ClaimsService, listDay } from './claims.service.js';
import { UndoneClaimsService } from './undone-claims.service.js';
import { AnswerClaimInput, ClaimAnswerType, ClaimHistoryArgs, ClaimItemType, ClaimOutcomeType, ClaimPageType, ClaimPaperType, ClaimQueueArgs, ClaimStepType, ClaimType, ClaimWaiverType, DecideClaimInput, DecideClaimsInput, FindEntryInput, OpenClaimInput, UndoClaimInput, WaiveClaimItemInput } from './claims.types.js';

@Resolver(() => ClaimType)
export class ClaimsResolver {
  constructor(
    private readonly claims: ClaimsService,
    private readonly undone: UndoneClaimsService,
    private readonly queries: ClaimsQueries,
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

  @Query(() => ClaimPageType, { description: 'Requests of your region that wait for a decision.' })
  @Allow('officer')
  claimQueue(@Caller() actor: Actor, @Args() { first, after, overdue, sort }: ClaimQueueArgs): Promise<object> {
    return this.queries.queue(actor, { overdue, latest: sort === 'latest' }, first, after ?? null);
  }

  @Query(() => ClaimPageType, { description: 'Every request of your region in any state, by when it was opened.' })
  @Allow('officer')
  claimHistory(@Caller() actor: Actor, @Args() { first, after, state, artisanId, openedFrom, openedUntil, sort }: ClaimHistoryArgs): Promise<object> {
    return this.queries.history(actor, { state, artisanId, from: openedFrom, until: openedUntil, oldest: sort === 'oldest' }, first, after ?? null);
  }

  @Query(() => ClaimType)
  @Allow('buyer', 'officer')
  claim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.queries.opened(actor, id);
  }

  @Mutation(() => ClaimType, { description: 'Say that an entry is you.' })
  @Allow('buyer')
  async openClaim(@Caller() actor: Actor, @Args('input') input: OpenClaimInput): Promise<object> {
    return this.queries.withEntry(await this.claims.open(actor, input));
  }

  @Mutation(() => ClaimType)
  @Allow('buyer')
  async answerClaim(@Caller() actor: Actor, @Args('input') input: AnswerClaimInput): Promise<object> {
    return this.queries.withEntry(await this.claims.answer(actor, input));
  }

  @Mutation(() => ClaimType, { description: 'Hand the request to your chamber.' })
  @Allow('buyer')
  async submitClaim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.queries.withEntry(await this.claims.submit(actor, id));
  }

  @Mutation(() => ClaimType)
  @Allow('buyer')
  async withdrawClaim(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.queries.withEntry(await this.claims.withdraw(actor, id));
  }

  @Mutation(() => ClaimType, { description: 'Approve, send back or refuse a request of your region.' })
  @Allow('officer')
  async decideClaim(@Caller() actor: Actor, @Args('input') input: DecideClaimInput): Promise<object> {
    return this.queries.withEntry(await this.claims.decide(actor, input));
  }

  @Mutation(() => [ClaimOutcomeType], { description: 'Decide many requests for one reason, each by itself: what fails says why.' })
  @Allow('officer')
  decideClaims(@Caller() actor: Actor, @Args('input') input: DecideClaimsInput): Promise<object[]> {
    return this.claims.decideMany(actor, input);
  }

  @Mutation(() => ClaimType, { description: 'Undo an approval given to the wrong person: the account loses the entry, which waits for its artisan.' })
  @Allow('officer')
  async undoClaim(@Caller() actor: Actor, @Args('input') input: UndoClaimInput): Promise<object> {
    return this.queries.withEntry(await this.undone.undo(actor, input));
  }

  @Mutation(() => ClaimType, { description: 'Spare a request of your region one line of the checklist, with the reason.' })
  @Allow('officer')
  async waiveClaimItem(@Caller() actor: Actor, @Args('input') input: WaiveClaimItemInput): Promise<object> {
    return this.queries.withEntry(await this.claims.waive(actor, input));
  }

  @ResolveField(() => [ClaimAnswerType])
  answers(@Parent() claim: ClaimLine): ClaimAnswerType[] {
    return Object.entries(claim.answers).map(([item, value]) => ({ item, accepted: value === true, text: value === true ? null : value }));
  }

  @ResolveField(() => [ClaimPaperType])
  async papers(@Parent() claim: ClaimLine): Promise<ClaimPaperType[]> {
    return (await this.queries.papers(claim)).map((paper) => ({ ...paper, url: `/claims/papers/${paper.id}` }));
  }

  @ResolveField(() => [ClaimStepType])
  steps(@Parent() claim: ClaimLine): Promise<object> {
    return this.queries.steps(claim);
  }

  @ResolveField(() => [ClaimItemType])
  checklist(@Parent() claim: ClaimLine): object | Promise<object> {
    return claim.items ?? this.checklistNow.items(listDay(claim, this.clock.now()));
  }

  @ResolveField(() => [ClaimWaiverType])
  waivers(@Parent() claim: ClaimLine): Promise<object> {
    return this.queries.waivers(claim);
  }

  @ResolveField(() => ContactType)
  contact(@Parent() claim: ClaimLine): Promise<object> {
    return this.contacts.of(claim.accountId);
  }
}
