import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { normaliseNumber } from '../certificate/certificate.js';
import { CentreType } from '../checklist/checklists.types.js';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { CompletionsService } from './completions.service.js';
import { EnrolmentsService } from './enrolments.service.js';
import { RollsService } from './rolls.service.js';
import { SessionsService, type SessionLine } from './sessions.service.js';
import type { Enrolment, EnrolmentLine } from './training.rows.js';
import {
  AssessTrainingInput, CallRollInput, JoinTrainingInput, MyTrainingArgs, PublicCompletion, RollArgs, TrainingArgs, TrainingEnrolment, TrainingEnrolmentPage, TrainingRollPage, TrainingSession, TrainingSessionInput, TrainingSessionPage,
} from './training.types.js';

@Resolver(() => TrainingSession)
export class TrainingResolver {
  constructor(
    private readonly sessions: SessionsService,
    private readonly enrolments: EnrolmentsService,
    private readonly rolls: RollsService,
    private readonly completions: CompletionsService,
    private readonly checklists: ChecklistsService,
  ) {}

  @Query(() => TrainingSessionPage, { description: 'What centres offer.' })
  @Allow('anyone')
  trainingSessions(@Args() { filter, sort, first, after }: TrainingArgs): Promise<object> {
    return this.sessions.page(filter ?? {}, sort === 'latest', first, after ?? null);
  }

  @Query(() => TrainingSession)
  @Allow('anyone')
  trainingSession(@Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.sessions.one(id);
  }

  @Query(() => TrainingEnrolmentPage, { description: 'Your own seats and places in line.' })
  @Allow('artisan')
  myTraining(@Caller() actor: Actor, @Args() { states, sessionId, sort, first, after }: MyTrainingArgs): Promise<object> {
    return this.enrolments.mine(actor.artisanId, first, after ?? null, { states, sessionId }, sort);
  }

  @Query(() => TrainingRollPage, { description: 'Who is on the list, with presence and results. For the session’s own centre.' })
  @Allow('inspector')
  trainingRoll(@Caller() actor: Actor, @Args() { sessionId, states, query, sort, first, after }: RollArgs): Promise<object> {
    return this.rolls.page(actor, sessionId, first, after ?? null, { states, query }, sort);
  }

  @Query(() => PublicCompletion, { description: 'Whether a certificate of completion is genuine, and whose it is.' })
  @Allow('anyone')
  async trainingCompletion(@Args('number') number: string): Promise<object> {
    const found = await this.completions.byNumber(number);
    return found ? { ...found, genuine: true } : { number: normaliseNumber(number), genuine: false };
  }

  @Mutation(() => TrainingSession, { description: 'Offer a training at your centre, or change it until its first day.' })
  @Allow('inspector')
  saveTrainingSession(@Caller() actor: Actor, @Args('input') input: TrainingSessionInput): Promise<object> {
    return this.sessions.save(actor, input);
  }

  @Mutation(() => TrainingSession, { description: 'Call a training off. Everybody on its list gets a letter.' })
  @Allow('inspector')
  cancelTraining(@Caller() actor: Actor, @Args('sessionId', { type: () => ID }) sessionId: string, @Args('reason') reason: string): Promise<object> {
    return this.sessions.cancel(actor, sessionId, reason);
  }

  @Mutation(() => TrainingSession, { description: 'Roll and results stand from here on, and are counted.' })
  @Allow('inspector')
  closeTraining(@Caller() actor: Actor, @Args('sessionId', { type: () => ID }) sessionId: string): Promise<object> {
    return this.sessions.close(actor, sessionId);
  }

  @Mutation(() => TrainingEnrolment, { description: 'Ask for a seat. When there is none you wait for one.' })
  @Allow('artisan', 'officer')
  joinTraining(@Caller() actor: Actor, @Args('input') input: JoinTrainingInput): Promise<object> {
    return this.enrolments.join(actor, input);
  }

  @Mutation(() => TrainingEnrolment, { description: 'Give the seat back to who waits.' })
  @Allow('artisan', 'officer')
  leaveTraining(@Caller() actor: Actor, @Args('enrolmentId', { type: () => ID }) enrolmentId: string): Promise<object> {
    return this.enrolments.leave(actor, enrolmentId);
  }

  @Mutation(() => TrainingSession, { description: 'Note who is there on one day.' })
  @Allow('inspector')
  callTrainingRoll(@Caller() actor: Actor, @Args('input') input: CallRollInput): Promise<object> {
    return this.rolls.call(actor, input);
  }

  @Mutation(() => TrainingEnrolment, { description: 'Say which criteria are met. Who meets all, and was there, has her certificate.' })
  @Allow('inspector')
  assessTraining(@Caller() actor: Actor, @Args('input') input: AssessTrainingInput): Promise<object> {
    return this.rolls.assess(actor, input);
  }

  @ResolveField(() => CentreType)
  async centre(@Parent() session: SessionLine): Promise<object> {
    return session.centre ?? (await this.checklists.centres()).find(({ id }) => id === session.centreId)!;
  }
}

@Resolver(() => TrainingEnrolment)
export class EnrolmentResolver {
  constructor(
    private readonly sessions: SessionsService,
    private readonly enrolments: EnrolmentsService,
    private readonly completions: CompletionsService,
  ) {}

  @ResolveField(() => TrainingSession)
  session(@Parent() enrolment: EnrolmentLine): object {
    return enrolment.session ?? this.sessions.one(enrolment.sessionId);
  }

  @ResolveField(() => Int, { nullable: true })
  waitingPlace(@Parent() enrolment: Enrolment): Promise<number | null> {
    return this.enrolments.waitingPlace(enrolment);
  }

  @ResolveField(() => String, { nullable: true })
  completionNumber(@Parent() enrolment: EnrolmentLine): string | null | Promise<string | null> {
    return enrolment.completionNumber === undefined ? this.completions.ofEnrolment(enrolment.id) : enrolment.completionNumber;
  }
}
