import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import { CentreType } from '../checklist/checklists.types.js';
import { CertificateMaker } from '../certification.types.js';
import type { EnrolmentOrder } from './enrolments.service.js';
import type { RollOrder } from './rolls.service.js';
import { enrolmentLifecycle, sessionLifecycle, type EnrolmentState, type SessionState } from './training.js';

const named = <T extends string>(states: readonly T[]): Record<string, T> => Object.fromEntries(states.map((state) => [state.toUpperCase(), state]));
export const SessionStateEnum = named<SessionState>(sessionLifecycle.states);
registerEnumType(SessionStateEnum, { name: 'TrainingState' });
export const EnrolmentStateEnum = named<EnrolmentState>(enrolmentLifecycle.states);
registerEnumType(EnrolmentStateEnum, { name: 'EnrolmentState' });
export const SessionOrder = { SOONEST: 'soonest', LATEST: 'latest' } as const;
registerEnumType(SessionOrder, { name: 'TrainingOrder' });
export const EnrolmentOrderEnum = { NEWEST: 'newest', SOONEST: 'soonest', LATEST: 'latest' } as const;
registerEnumType(EnrolmentOrderEnum, { name: 'EnrolmentOrder', description: 'Asked for last, or by the first day of the training.' });
export const RollOrderEnum = { ASKED: 'asked', NAME: 'name' } as const;
registerEnumType(RollOrderEnum, { name: 'RollOrder', description: 'In the order of asking, or by name.' });

@ObjectType()
export class TrainingCriterion {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
}

@ObjectType({ description: 'A course that a centre of excellence offers.' })
export class TrainingSession {
  @Field(() => ID)
  id!: string;

  @Field(() => CentreType)
  centre!: CentreType;

  @Field(() => String)
  programme!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleAr!: string;

  @Field(() => String)
  trainer!: string;

  @Field(() => String)
  place!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  startsOn!: string;

  @Field(() => String)
  endsOn!: string;

  @Field(() => Int)
  seats!: number;

  @Field(() => Int, { description: 'Seats given.' })
  taken!: number;

  @Field(() => Int, { description: 'People on the waiting list.' })
  waiting!: number;

  @Field(() => Int, { description: 'The share of days one must be present to complete it.' })
  attendancePercent!: number;

  @Field(() => [String], { description: 'Empty: for every branch.' })
  branches!: readonly string[];

  @Field(() => [String], { description: 'Empty: for every region.' })
  regions!: readonly string[];

  @Field(() => Boolean)
  forWomen!: boolean;

  @Field(() => Boolean, { description: 'For people under 35.' })
  forYouth!: boolean;

  @Field(() => [TrainingCriterion])
  criteria!: readonly TrainingCriterion[];

  @Field(() => SessionStateEnum)
  state!: SessionState;

  @Field(() => String, { nullable: true })
  cancelReason!: string | null;
}

@ObjectType()
export class TrainingSessionPage {
  @Field(() => [TrainingSession])
  nodes!: TrainingSession[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'A seat, or a place on the waiting list.' })
export class TrainingEnrolment {
  @Field(() => ID)
  id!: string;

  @Field(() => TrainingSession)
  session!: TrainingSession;

  @Field(() => EnrolmentStateEnum)
  state!: EnrolmentState;

  @Field(() => GraphQLISODateTime)
  askedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'From one; null for who does not wait.' })
  waitingPlace!: number | null;

  @Field(() => String, { nullable: true, description: 'Of the certificate of completion.' })
  completionNumber!: string | null;
}

@ObjectType()
export class TrainingEnrolmentPage {
  @Field(() => [TrainingEnrolment])
  nodes!: TrainingEnrolment[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class TrainingResult {
  @Field(() => String)
  code!: string;

  @Field(() => Boolean)
  met!: boolean;
}

@ObjectType({ description: 'One line of a session’s roll, for its own centre.' })
export class TrainingRollLine {
  @Field(() => ID)
  id!: string;

  @Field(() => CertificateMaker)
  artisan!: CertificateMaker;

  @Field(() => EnrolmentStateEnum)
  state!: EnrolmentState;

  @Field(() => [String])
  daysPresent!: readonly string[];

  @Field(() => [String])
  daysAbsent!: readonly string[];

  @Field(() => [TrainingResult], { description: 'Of the last assessment.' })
  results!: readonly TrainingResult[];

  @Field(() => String, { nullable: true })
  completionNumber!: string | null;
}

@ObjectType()
export class TrainingRollPage {
  @Field(() => [TrainingRollLine])
  nodes!: TrainingRollLine[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'What anybody may ask of the number of a certificate of completion.' })
export class PublicCompletion {
  @Field(() => String)
  number!: string;

  @Field(() => Boolean, { description: 'False when no centre issued this number.' })
  genuine!: boolean;

  @Field(() => TrainingSession, { nullable: true })
  session!: TrainingSession | null;

  @Field(() => CertificateMaker, { nullable: true })
  artisan!: CertificateMaker | null;

  @Field(() => String, { nullable: true })
  issuedOn!: string | null;

  @Field(() => String, { nullable: true })
  assessorName!: string | null;
}

@InputType()
export class TrainingFilterInput {
  @Field(() => String, { nullable: true })
  centreId?: string | null;

  @Field(() => String, { nullable: true, description: 'Sessions that a person of this branch may join.' })
  branch?: string | null;

  @Field(() => String, { nullable: true, description: 'Where it takes place.' })
  regionCode?: string | null;

  @Field(() => Boolean, { nullable: true })
  forWomen?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  forYouth?: boolean | null;

  @Field(() => [SessionStateEnum], { nullable: true, description: 'Open ones when left out.' })
  states?: SessionState[] | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: sessions that end then or later.' })
  from?: string | null;
}

@ArgsType()
export class TrainingArgs extends PageArgs {
  @Field(() => TrainingFilterInput, { nullable: true })
  filter?: TrainingFilterInput;

  @Field(() => SessionOrder, { defaultValue: 'soonest' })
  sort!: 'soonest' | 'latest';
}

@ArgsType()
export class MyTrainingArgs extends PageArgs {
  @Field(() => [EnrolmentStateEnum], { nullable: true, description: 'Every state when left out.' })
  states?: EnrolmentState[];

  @Field(() => ID, { nullable: true, description: 'Your place in one training.' })
  sessionId?: string;

  @Field(() => EnrolmentOrderEnum, { defaultValue: 'newest' })
  sort!: EnrolmentOrder;
}

@ArgsType()
export class RollArgs extends PageArgs {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => [EnrolmentStateEnum], { nullable: true, description: 'Every state when left out.' })
  states?: EnrolmentState[];

  @Field(() => String, { nullable: true, description: 'A name in either script, or a number of the register.' })
  query?: string;

  @Field(() => RollOrderEnum, { defaultValue: 'asked' })
  sort!: RollOrder;
}

@InputType()
export class CriterionInput {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;
}

@InputType()
export class TrainingSessionInput {
  @Field(() => ID, { description: 'Your own id of the session; again, with changes, until its first day.' })
  id!: string;

  @Field(() => String)
  centreId!: string;

  @Field(() => String)
  programme!: string;

  @Field(() => String)
  titleEn!: string;

  @Field(() => String)
  titleFr!: string;

  @Field(() => String)
  titleAr!: string;

  @Field(() => String)
  trainer!: string;

  @Field(() => String)
  place!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => String)
  startsOn!: string;

  @Field(() => String)
  endsOn!: string;

  @Field(() => Int)
  seats!: number;

  @Field(() => Int, { defaultValue: 80 })
  attendancePercent!: number;

  @Field(() => [String], { defaultValue: [] })
  branches!: string[];

  @Field(() => [String], { defaultValue: [] })
  regions!: string[];

  @Field(() => Boolean, { defaultValue: false })
  forWomen!: boolean;

  @Field(() => Boolean, { defaultValue: false })
  forYouth!: boolean;

  @Field(() => [CriterionInput])
  criteria!: CriterionInput[];
}

@InputType()
export class JoinTrainingInput {
  @Field(() => ID, { description: 'Your own id of the request.' })
  id!: string;

  @Field(() => ID)
  sessionId!: string;

  @Field(() => ID, { nullable: true, description: 'For an officer who enrols somebody of her chamber.' })
  artisanId?: string | null;
}

@InputType()
export class CallRollInput {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => String)
  day!: string;

  @Field(() => [ID], { description: 'The enrolments of who is there.' })
  present!: string[];

  @Field(() => [ID], { nullable: true, description: 'The enrolments you looked at: the others of them are absent. Everybody who has a seat when left out.' })
  among?: string[] | null;
}

@InputType()
export class AssessTrainingInput {
  @Field(() => ID, { description: 'Your own id of this assessment.' })
  id!: string;

  @Field(() => ID)
  enrolmentId!: string;

  @Field(() => [String], { description: 'The codes of the criteria that are met; the others are not.' })
  met!: string[];

  @Field(() => String, { nullable: true })
  note?: string | null;
}
