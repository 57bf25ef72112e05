import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { lotLifecycle, SHARING_RULES, type LotState, type SharingRule } from './allotment.js';
import { ALLOTMENT_STATES, type AllotmentState } from './lots.queries.js';

export const LotStateEnum = Object.fromEntries(lotLifecycle.states.map((state) => [state, state])) as Record<LotState, LotState>;
registerEnumType(LotStateEnum, { name: 'LotState' });
export const AllotmentStateEnum = Object.fromEntries(ALLOTMENT_STATES.map((state) => [state, state])) as Record<AllotmentState, AllotmentState>;
registerEnumType(AllotmentStateEnum, { name: 'AllotmentState' });
export const SharingRuleEnum = Object.fromEntries(SHARING_RULES.map((rule) => [rule, rule])) as Record<SharingRule, SharingRule>;
registerEnumType(SharingRuleEnum, { name: 'SharingRule', description: 'By capacity, by turn (who was given least), by agreed quota, or by hand.' });

@ObjectType({ description: 'One member’s part of a shared order line.' })
export class ClusterLot {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => String, { description: 'As the register has her, in the reader’s script.' })
  makerName!: string;

  @Field(() => String, { description: 'What is to be made, in the language of the request.' })
  title!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => LotStateEnum)
  state!: LotState;

  @Field(() => SharingRuleEnum)
  rule!: SharingRule;

  @Field(() => String, { description: 'Why it was given to her.' })
  reason!: string;

  @Field(() => String, { nullable: true, description: 'What came of it, when somebody said.' })
  outcome!: string | null;

  @Field(() => GraphQLISODateTime)
  answerBy!: Date;
}

@ObjectType({ description: 'One order line that a cluster shares out among its members.' })
export class ClusterAllotment {
  @Field(() => ID)
  orderId!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => ID)
  clusterId!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => String, { description: 'Of the piece, in the reader’s language.' })
  title!: string;

  @Field(() => Int, { description: 'What the buyer bought.' })
  total!: number;

  @Field(() => AllotmentStateEnum, { description: 'Closed: the order ended another way.' })
  state!: AllotmentState;

  @Field(() => [ClusterLot])
  lots!: ClusterLot[];
}

@ObjectType()
export class ClusterAllotmentPage {
  @Field(() => [ClusterAllotment])
  nodes!: readonly ClusterAllotment[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class ClusterLotPage {
  @Field(() => [ClusterLot])
  nodes!: readonly ClusterLot[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class ClusterShare {
  @Field(() => ID)
  artisanId!: string;

  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class ClusterShareInput {
  @Field(() => ID)
  artisanId!: string;

  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class ShareOutInput {
  @Field(() => ID, { nullable: true, description: 'A UUID of the caller’s: the same one again shares out nothing more.' })
  id?: string | null;

  @Field(() => ID)
  orderId!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => SharingRuleEnum)
  rule!: SharingRule;

  @Field(() => Int, { defaultValue: 3, description: 'Days that members have to answer.' })
  answerDays!: number;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => [ClusterShareInput], { nullable: true, description: 'By hand only.' })
  shares?: ClusterShareInput[] | null;
}
