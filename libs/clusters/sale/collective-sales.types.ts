import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { saleLifecycle, type SaleState } from './collective-sale.js';

export const SaleStateEnum = Object.fromEntries(saleLifecycle.states.map((state) => [state, state])) as Record<SaleState, SaleState>;
registerEnumType(SaleStateEnum, { name: 'CollectiveSaleState' });

@ObjectType()
export class CollectiveSalePiece {
  @Field(() => ID)
  productId!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => Int)
  feeBp!: number;

  @Field(() => Boolean, { description: 'On sale by this sale right now.' })
  offered!: boolean;

  @Field(() => String, { nullable: true, description: 'The code of what kept it out when the sale opened.' })
  leftOut!: string | null;
}

@ObjectType({ description: 'Some days in which members’ pieces are offered together, and the day they are brought in.' })
export class CollectiveSaleType {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clusterId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => GraphQLISODateTime)
  opensAt!: Date;

  @Field(() => GraphQLISODateTime)
  closesAt!: Date;

  @Field(() => String, { description: 'A Moroccan day.' })
  collectionOn!: string;

  @Field(() => SaleStateEnum)
  state!: SaleState;

  @Field(() => [CollectiveSalePiece])
  pieces!: CollectiveSalePiece[];
}

@InputType()
export class CollectivePieceInput {
  @Field(() => ID)
  productId!: string;

  @Field(() => Int)
  feeBp!: number;
}

@InputType()
export class PlanSaleInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  clusterId!: string;

  @Field(() => String)
  title!: string;

  @Field(() => GraphQLISODateTime)
  opensAt!: Date;

  @Field(() => GraphQLISODateTime)
  closesAt!: Date;

  @Field(() => String)
  collectionOn!: string;

  @Field(() => [CollectivePieceInput])
  pieces!: CollectivePieceInput[];
}
