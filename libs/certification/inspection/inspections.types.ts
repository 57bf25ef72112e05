import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { PageArgs } from '#libs/platform';
import { CertificateMaker, GradeEnum, PieceNameType } from '../certification.types.js';
import type { CarpetGrade } from '../checklist/carpet-grade.js';
import { CentreType, FindingType, OutcomeEnum } from '../checklist/checklists.types.js';
import type { Outcome } from '../checklist/examination.js';
import type { InspectionState } from './inspection.js';

export const InspectionStateEnum = {
  REQUESTED: 'requested', APPOINTED: 'appointed', EXAMINED: 'examined', RETURNED: 'returned', CERTIFIED: 'certified', REFUSED: 'refused', CANCELLED: 'cancelled',
} as const;
registerEnumType(InspectionStateEnum, { name: 'InspectionState' });

export const InspectionOrderEnum = { OLDEST: 'oldest', NEWEST: 'newest' } as const;
registerEnumType(InspectionOrderEnum, { name: 'InspectionOrder' });

@ObjectType()
export class ExaminationType {
  @Field(() => ID)
  id!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  inspectorName!: string;

  @Field(() => String, { nullable: true })
  place!: string | null;

  @Field(() => [FindingType])
  findings!: readonly FindingType[];

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => Int, { nullable: true, description: 'What the knots come to; null for what has none.' })
  knotsPerM2!: number | null;

  @Field(() => GradeEnum, { nullable: true, description: 'By the stamping table of today.' })
  grade!: CarpetGrade | null;
}

@ObjectType('Inspection')
export class InspectionType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  centreId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => CertificateMaker, { description: 'Whose work it is.' })
  maker!: CertificateMaker;

  @Field(() => CentreType)
  centre!: CentreType;

  @Field(() => String)
  productType!: string;

  @Field(() => String)
  variant!: string;

  @Field(() => ID, { nullable: true })
  pieceId!: string | null;

  @Field(() => Int, { nullable: true })
  lotSize!: number | null;

  @Field(() => String, { description: 'In the words of who asked.' })
  description!: string;

  @Field(() => PieceNameType, { nullable: true })
  name!: PieceNameType | null;

  @Field(() => String, { nullable: true })
  materials!: string | null;

  @Field(() => String, { nullable: true })
  madeFrom!: string | null;

  @Field(() => String, { nullable: true })
  madeUntil!: string | null;

  @Field(() => InspectionStateEnum)
  state!: InspectionState;

  @Field(() => GraphQLISODateTime)
  requestedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  appointedFor!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was sent back or refused.' })
  decisionReason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The refusal that is looked at again.' })
  secondLookOf!: string | null;
}

@ObjectType()
export class InspectionPageType {
  @Field(() => [InspectionType])
  nodes!: InspectionType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class MyInspectionsArgs extends PageArgs {
  @Field(() => [InspectionStateEnum], { nullable: true, description: 'Every state when left out.' })
  states?: InspectionState[];

  @Field(() => String, { nullable: true })
  productType?: string;

  @Field(() => InspectionOrderEnum, { defaultValue: 'newest' })
  sort!: 'oldest' | 'newest';
}

@ArgsType()
export class QueueArgs extends PageArgs {
  @Field(() => [InspectionStateEnum], { defaultValue: ['requested', 'appointed', 'examined'] })
  states!: InspectionState[];

  @Field(() => String, { nullable: true })
  productType?: string;

  @Field(() => String, { nullable: true, description: 'One of the centres you may look into; every one of them when left out.' })
  centreId?: string;

  @Field(() => InspectionOrderEnum, { defaultValue: 'oldest' })
  sort!: 'oldest' | 'newest';
}

@InputType({ description: 'What the piece is called, in the languages its maker has a name for.' })
export class PieceNameInput {
  @Field(() => String, { nullable: true })
  en?: string | null;

  @Field(() => String, { nullable: true })
  fr?: string | null;

  @Field(() => String, { nullable: true })
  ar?: string | null;
}

@InputType()
export class RequestInspectionInput {
  @Field(() => ID, { description: 'Your own id of the request.' })
  id!: string;

  @Field(() => ID)
  centreId!: string;

  @Field(() => ID, { nullable: true, description: 'For an inspector who takes in a maker at the counter.' })
  artisanId?: string | null;

  @Field(() => String, { nullable: true, description: 'The number on her card, where the inspector has not her id.' })
  identifier?: string | null;

  @Field(() => String)
  productType!: string;

  @Field(() => String)
  variant!: string;

  @Field(() => ID, { nullable: true })
  pieceId?: string | null;

  @Field(() => Int, { nullable: true })
  lotSize?: number | null;

  @Field(() => String)
  description!: string;

  @Field(() => PieceNameInput, { nullable: true })
  name?: PieceNameInput | null;

  @Field(() => String, { nullable: true, description: 'What it is made of, for the passport.' })
  materials?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: the first day of the work.' })
  madeFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD: the last day of the work.' })
  madeUntil?: string | null;
}

@InputType()
export class AppointInspectionInput {
  @Field(() => ID)
  inspectionId!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@InputType()
export class SeenInput {
  @Field(() => String)
  rule!: string;

  @Field(() => Float, { nullable: true, description: 'Of a measurement, in the unit of its rule.' })
  value?: number | null;

  @Field(() => OutcomeEnum, { nullable: true, description: 'Of an observation.' })
  outcome?: Outcome | null;

  @Field(() => String, { nullable: true, description: 'Of a statement.' })
  text?: string | null;
}

@InputType()
export class RecordInspectionInput {
  @Field(() => ID, { description: 'Your own id of this look.' })
  id!: string;

  @Field(() => ID)
  inspectionId!: string;

  @Field(() => String, { nullable: true })
  place?: string | null;

  @Field(() => [SeenInput])
  seen!: SeenInput[];

  @Field(() => String, { nullable: true })
  note?: string | null;
}

@InputType()
export class SecondLookInput {
  @Field(() => ID, { description: 'Your own id of the new inspection.' })
  id!: string;

  @Field(() => ID, { description: 'The inspection that ended in a refusal.' })
  inspectionId!: string;
}

@InputType()
export class InspectionVerdictInput {
  @Field(() => ID)
  inspectionId!: string;

  @Field(() => String)
  reason!: string;
}
