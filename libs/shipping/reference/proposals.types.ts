import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Due } from './due.js';
import type { ReferenceProposal } from './proposals.service.js';

export const ProposalStateEnum: Readonly<Record<ReferenceProposal['state'], ReferenceProposal['state']>> = { waiting: 'waiting', approved: 'approved', refused: 'refused' };
registerEnumType(ProposalStateEnum, { name: 'ReferenceProposalState', description: 'waiting: for the yes of somebody who did not propose it.' });

const REASONS = { ended: 'ended', 'ends soon': 'ends_soon', 'no source': 'no_source', 'not checked for a year': 'not_checked' } as const satisfies Record<Due['why'], string>;
export type DueReason = (typeof REASONS)[Due['why']];
export const DueReasonEnum: Readonly<Record<DueReason, DueReason>> = { ended: 'ended', ends_soon: 'ends_soon', no_source: 'no_source', not_checked: 'not_checked' };
registerEnumType(DueReasonEnum, { name: 'ReferenceDueReason' });

export function dueReason(why: Due['why']): DueReason {
  return REASONS[why];
}

@ObjectType('ReferenceChange', { description: 'A row of the law that would begin or read otherwise.' })
export class ReferenceChangeType {
  @Field(() => String, { description: 'Table, key and first day.' })
  name!: string;
  @Field(() => Boolean)
  isNew!: boolean;
  @Field(() => [String], { description: 'Column, what it says now, what it would say.' })
  differences!: string[];
}

@ObjectType('ReferenceProposal', { description: 'Rates, codes or rules that one person proposes and another approves.' })
export class ReferenceProposalType {
  @Field(() => ID)
  id!: string;
  @Field(() => ProposalStateEnum)
  state!: ReferenceProposal['state'];
  @Field(() => String)
  proposedName!: string;
  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;
  @Field(() => String, { nullable: true, description: 'Who was at the machine, where it was proposed by command.' })
  machineUser!: string | null;
  @Field(() => [String])
  files!: string[];
  @Field(() => Int)
  added!: number;
  @Field(() => Int)
  changed!: number;
  @Field(() => [ReferenceChangeType], { description: 'The first 200.' })
  changes!: ReferenceChangeType[];
  @Field(() => String, { nullable: true })
  decidedName!: string | null;
  @Field(() => GraphQLISODateTime, { nullable: true })
  decidedAt!: Date | null;
  @Field(() => String, { nullable: true })
  refusal!: string | null;
  @Field(() => Int, { nullable: true, description: 'Which state of the reference data it became.' })
  version!: number | null;
  @Field(() => Boolean, { description: 'Whether the caller may approve it: somebody else proposed it.' })
  mayApprove!: boolean;
}

@ObjectType('ReferenceDue', { description: 'A row in use that needs a person’s look.' })
export class ReferenceDueType {
  @Field(() => String)
  name!: string;
  @Field(() => DueReasonEnum)
  why!: DueReason;
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  day!: string;
}

@InputType()
export class ProposeReferenceInput {
  @Field(() => ID, { description: 'The caller’s own; the same id again is the same proposal.' })
  id!: string;
  @Field(() => String, { description: 'Named after its table: `fx_rate.csv`.' })
  file!: string;
  @Field(() => String, { description: 'The rows, with their header.' })
  text!: string;
}
