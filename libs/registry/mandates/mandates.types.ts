import { Field, GraphQLISODateTime, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { MandateAct, MandateState } from './mandate.js';

export const MandateStateEnum = { PROPOSED: 'proposed', LIVE: 'live', DECLINED: 'declined', REVOKED: 'revoked' } as const;
registerEnumType(MandateStateEnum, { name: 'MandateState' });
export const MandateActEnum = { INSPECTION_REQUEST: 'inspection.request', INSPECTION_FOLLOW: 'inspection.follow' } as const;
registerEnumType(MandateActEnum, { name: 'MandateAct', description: 'What can be done in an artisan’s name. Money is not among it.' });
export const AgentKindEnum = { CHAMBER: 'chamber', CLUSTER: 'cluster' } as const;
registerEnumType(AgentKindEnum, { name: 'AgentKind' });

@ObjectType('Mandate')
export class MandateType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => [MandateActEnum])
  acts!: readonly MandateAct[];

  @Field(() => String)
  validFrom!: string;

  @Field(() => String)
  validUntil!: string;

  @Field(() => MandateStateEnum)
  state!: MandateState;

  @Field(() => String, { description: 'The person who asked.' })
  proposedBy!: string;

  @Field(() => GraphQLISODateTime)
  proposedAt!: Date;
}

@InputType()
export class ProposeMandateInput {
  @Field(() => ID, { description: 'Your own id of the mandate.' })
  id!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => AgentKindEnum)
  agentKind!: 'chamber' | 'cluster';

  @Field(() => ID)
  agentId!: string;

  @Field(() => [MandateActEnum])
  acts!: MandateAct[];

  @Field(() => String, { description: 'YYYY-MM-DD, a year ahead at most.' })
  validUntil!: string;
}

@InputType()
export class ConfirmMandateInput {
  @Field(() => ID)
  mandateId!: string;

  @Field(() => String, { description: 'The six digits of the letter.' })
  code!: string;
}
