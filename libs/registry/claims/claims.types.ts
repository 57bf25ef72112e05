import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ContactType } from '#libs/identity';
import { PageArgs } from '#libs/platform';
import { ListSortEnum, Maker, type ListSort } from '../registry.types.js';
import type { ClaimItem, ClaimState, ClaimVerdict } from './claim.js';

export const ClaimStateEnum = { OPEN: 'open', SUBMITTED: 'submitted', RETURNED: 'returned', APPROVED: 'approved', REFUSED: 'refused', WITHDRAWN: 'withdrawn', UNDONE: 'undone' } as const;
registerEnumType(ClaimStateEnum, { name: 'ClaimState' });
export const ClaimVerdictEnum = { APPROVE: 'approve', RETURN: 'return', REFUSE: 'refuse' } as const;
registerEnumType(ClaimVerdictEnum, { name: 'ClaimVerdict' });

@ObjectType({ description: 'A line of the checklist.' })
export class ClaimItemType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'accept, text, document, contact or bank' })
  kind!: string;

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => Boolean)
  required!: boolean;
}

@ObjectType({ description: 'A line of the checklist as it was, is or will be asked for.' })
export class ChecklistLineType extends ClaimItemType {
  @Field(() => Int)
  position!: number;

  @Field(() => String)
  validFrom!: string;

  @Field(() => String, { nullable: true, description: 'Its last day.' })
  validUntil!: string | null;
}

@ObjectType({ description: 'A line that the chamber did not ask for in this case.' })
export class ClaimWaiverType {
  @Field(() => String)
  item!: string;

  @Field(() => String)
  reason!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  actorName!: string;
}

export const ClaimQueueSortEnum = { DEADLINE: 'deadline', LATEST: 'latest' } as const;
export type ClaimQueueSort = (typeof ClaimQueueSortEnum)[keyof typeof ClaimQueueSortEnum];
registerEnumType(ClaimQueueSortEnum, { name: 'ClaimQueueSort', description: 'The nearest deadline first, or the one handed in last.' });

@ObjectType({ description: 'What became of one of many: where it stands now, or why it was not decided.' })
export class ClaimOutcomeType {
  @Field(() => ID)
  claimId!: string;

  @Field(() => ClaimStateEnum, { nullable: true })
  state!: ClaimState | null;

  @Field(() => String, { nullable: true })
  code!: string | null;

  @Field(() => String, { nullable: true })
  message!: string | null;
}

@ObjectType()
export class ClaimAnswerType {
  @Field(() => String)
  item!: string;

  @Field(() => Boolean)
  accepted!: boolean;

  @Field(() => String, { nullable: true })
  text!: string | null;
}

@ObjectType()
export class ClaimPaperType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  item!: string;

  @Field(() => String)
  contentType!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its file was erased: its time was over.' })
  forgottenAt!: Date | null;

  @Field(() => String, { description: 'Where the holder and her chamber read it.' })
  url!: string;
}

@ObjectType()
export class ClaimStepType {
  @Field(() => String)
  verb!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  actorName!: string;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('Claim', { description: 'An account that says: this entry is me.' })
export class ClaimType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String)
  regionCode!: string;

  @Field(() => ClaimStateEnum)
  state!: ClaimState;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;

  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  submittedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the chamber should have decided.' })
  dueAt!: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Its papers are erased after that. Null while the chamber reads them, or where there are none any more.' })
  papersUntil!: Date | null;

  @Field(() => [ClaimAnswerType])
  answers!: ClaimAnswerType[];

  @Field(() => [ClaimPaperType])
  papers!: ClaimPaperType[];

  @Field(() => [ClaimStepType], { description: 'Everything that happened to it, oldest first.' })
  steps!: ClaimStepType[];

  @Field(() => [ClaimItemType], { description: 'The checklist of its day.' })
  checklist!: ClaimItemType[];

  @Field(() => [ClaimWaiverType])
  waivers!: ClaimWaiverType[];

  @Field(() => ContactType, { description: 'What its holder has proved to be reachable by.' })
  contact!: ContactType;

  @Field(() => Maker)
  entry!: Maker;
}

@ObjectType()
export class ClaimPageType {
  @Field(() => [ClaimType])
  nodes!: ClaimType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class ClaimQueueArgs extends PageArgs {
  @Field(() => Boolean, { nullable: true, description: 'Past its deadline, or not yet.' })
  overdue?: boolean | null;

  @Field(() => ClaimQueueSortEnum, { defaultValue: 'deadline' })
  sort!: ClaimQueueSort;
}

@ArgsType()
export class ClaimHistoryArgs extends PageArgs {
  @Field(() => ClaimStateEnum, { nullable: true })
  state?: ClaimState | null;

  @Field(() => ID, { nullable: true, description: 'Those about one entry.' })
  artisanId?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, the first Moroccan day it may have been opened on.' })
  openedFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD, the last one.' })
  openedUntil?: string | null;

  @Field(() => ListSortEnum, { defaultValue: 'newest' })
  sort!: ListSort;
}

@InputType()
export class FindEntryInput {
  @Field(() => String, { description: 'As it stands on the card.' })
  identifier!: string;

  @Field(() => Int, { description: 'Year of birth; for a cooperative or an enterprise the year of its registration.' })
  birthYear!: number;
}

@InputType()
export class OpenClaimInput extends FindEntryInput {
  @Field(() => ID, { description: 'Your own id of the request.' })
  id!: string;
}

@InputType()
export class ClaimAnswerInput {
  @Field(() => String)
  item!: string;

  @Field(() => Boolean, { nullable: true })
  accepted?: boolean | null;

  @Field(() => String, { nullable: true })
  text?: string | null;
}

@InputType()
export class AnswerClaimInput {
  @Field(() => ID)
  claimId!: string;

  @Field(() => [ClaimAnswerInput])
  answers!: ClaimAnswerInput[];
}

@InputType()
export class DecideClaimInput {
  @Field(() => ID)
  claimId!: string;

  @Field(() => ClaimVerdictEnum)
  verdict!: ClaimVerdict;

  @Field(() => String, { nullable: true, description: 'Needed unless you approve; the artisan reads it.' })
  reason?: string | null;
}

@InputType()
export class DecideClaimsInput {
  @Field(() => [ID], { description: 'At most 100.' })
  claimIds!: string[];

  @Field(() => ClaimVerdictEnum)
  verdict!: ClaimVerdict;

  @Field(() => String, { nullable: true, description: 'One reason for all. Needed unless you approve.' })
  reason?: string | null;
}

@InputType()
export class UndoClaimInput {
  @Field(() => ID)
  claimId!: string;

  @Field(() => String, { description: 'The account reads it, and it stays in the history of the request.' })
  reason!: string;
}

@InputType()
export class WaiveClaimItemInput {
  @Field(() => ID)
  claimId!: string;

  @Field(() => String)
  item!: string;

  @Field(() => String)
  reason!: string;
}

@InputType()
export class ChecklistLineInput {
  @Field(() => String, { description: 'Lower case, digits and hyphens: the same code again is a new version of the line.' })
  code!: string;

  @Field(() => String, { description: 'accept, text, document, contact or bank' })
  kind!: ClaimItem['kind'];

  @Field(() => String)
  en!: string;

  @Field(() => String)
  fr!: string;

  @Field(() => String)
  ar!: string;

  @Field(() => Boolean)
  required!: boolean;

  @Field(() => Int)
  position!: number;

  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD; today when left out, never earlier.' })
  validFrom?: string | null;
}

@InputType()
export class EndChecklistLineInput {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: 'YYYY-MM-DD, the last day it is asked for.' })
  lastDay!: string;
}
