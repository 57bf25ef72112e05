import { ArgsType, Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, PageArgs } from '#libs/platform';
import type { ConsignmentState } from './consignment.js';

export enum ConsignmentStateType {
  PACKED = 'packed',
  DISPATCHED = 'dispatched',
  DELIVERED = 'delivered',
}
registerEnumType(ConsignmentStateType, { name: 'ConsignmentState' });

@ObjectType('PackedOrder')
export class PackedOrderType {
  @Field(() => ID)
  orderId!: string;
  @Field(() => String, { nullable: true })
  number!: string | null;
  @Field(() => String, { nullable: true, description: 'Destination, ISO 3166.' })
  country!: string | null;
  @Field(() => MinorUnits, { nullable: true, description: 'What the packages must at least weigh.' })
  netWeightGrams!: number | null;
  @Field(() => Boolean)
  papersComplete!: boolean;
  @Field(() => [String], { description: 'The papers that still hold the dispatch back.' })
  missingPapers!: string[];
}

@ObjectType('Package')
export class PackageType {
  @Field(() => ID)
  orderId!: string;
  @Field(() => MinorUnits)
  grossWeightGrams!: number;
  @Field(() => Int)
  lengthMm!: number;
  @Field(() => Int)
  widthMm!: number;
  @Field(() => Int)
  heightMm!: number;
}

@ObjectType('ConsignmentStep')
export class ConsignmentStepType {
  @Field(() => ConsignmentStateType)
  state!: ConsignmentState;
  @Field(() => GraphQLISODateTime)
  at!: Date;
}

@ObjectType('Consignment')
export class ConsignmentType {
  @Field(() => ID)
  id!: string;
  @Field(() => ConsignmentStateType)
  state!: ConsignmentState;
  @Field(() => String, { nullable: true, description: 'barid, dhl, ups, fedex or air.' })
  carrier!: string | null;
  @Field(() => String, { nullable: true })
  trackingNumber!: string | null;
  @Field(() => String, { nullable: true })
  trackingUrl!: string | null;
  @Field(() => GraphQLISODateTime)
  packedAt!: Date;
  @Field(() => String, { nullable: true, description: 'YYYY-MM-DD in Morocco.' })
  dispatchedOn!: string | null;
  @Field(() => String, { nullable: true })
  deliveredOn!: string | null;
  @Field(() => [PackedOrderType])
  orders!: PackedOrderType[];
  @Field(() => [PackageType])
  packages!: PackageType[];
  @Field(() => [ConsignmentStepType])
  timeline!: ConsignmentStepType[];
}

@ObjectType('ConsignmentPage')
export class ConsignmentPageType {
  @Field(() => [ConsignmentType])
  nodes!: ConsignmentType[];
  @Field(() => String, { nullable: true })
  endCursor!: string | null;
  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ArgsType()
export class ConsignmentsArgs extends PageArgs {
  @Field(() => ConsignmentStateType, { nullable: true })
  state?: ConsignmentState;
}

@InputType()
export class PackageInput {
  @Field(() => ID)
  orderId!: string;
  @Field(() => Int)
  grossWeightGrams!: number;
  @Field(() => Int)
  lengthMm!: number;
  @Field(() => Int)
  widthMm!: number;
  @Field(() => Int)
  heightMm!: number;
}

@InputType()
export class PackConsignmentInput {
  @Field(() => ID, { description: 'Made by the caller: a repeated call is the same packing.' })
  id!: string;
  @Field(() => [PackageInput], { description: 'Each package holds goods of one order; several orders may travel together to one consignee.' })
  packages!: PackageInput[];
}
