import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import { saleLifecycle, type SaleState } from './collective-sale.js';

export const SaleStateEnum = Object.fromEntries(saleLifecycle.states.map((state) => [state, state])) as Record<SaleState, SaleState>;
registerEnumType(SaleStateEnum, { name: 'CollectiveSaleState' });

@ObjectType()
export class CollectiveSalePiece {
  @Field(() => ID)
  productId!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  title!: string;

  @Field(() => ID)
  artisanId!: string;

  @Field(() => Int)
  feeBp!: number;

  @Field(() => MinorUnits, { nullable: true, description: 'Centimes for each piece during the sale; null: as its maker accepted.' })
  itemMinor!: number | null;

  @Field(() => Int, { description: 'The fewest sold at once during the sale.' })
  minimumQuantity!: number;

  @Field(() => Int, { description: 'Paid for in the days of the sale.' })
  sold!: number;

  @Field(() => Int)
  broughtIn!: number;

  @Field(() => Int)
  sentOut!: number;

  @Field(() => Int, { description: 'Given back to its maker.' })
  goneBack!: number;

  @Field(() => Boolean, { description: 'On sale by this sale right now.' })
  offered!: boolean;

  @Field(() => String, { nullable: true, description: 'The code of what kept it out when the sale opened.' })
  leftOut!: string | null;
}

@ObjectType({ description: 'Where pieces of a sale go after they were collected.' })
export class SaleOutletType {
  @Field(() => Int)
  number!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String)
  city!: string;

  @Field(() => Int)
  received!: number;
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

  @Field(() => [SaleOutletType])
  outlets!: SaleOutletType[];
}

@ObjectType()
export class CollectiveSalePage {
  @Field(() => [CollectiveSaleType])
  nodes!: readonly CollectiveSaleType[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class SaleOutletInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  city!: string;
}

@InputType()
export class SaleMovementInput {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  saleId!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => Int, { nullable: true, description: 'The number of the outlet it is sent to; null: brought in by its maker.' })
  outlet?: number | null;

  @Field(() => Boolean, { defaultValue: false, description: 'Given back to its maker; then no outlet.' })
  back?: boolean;

  @Field(() => Int)
  quantity!: number;
}

@InputType()
export class CollectivePieceInput {
  @Field(() => ID)
  productId!: string;

  @Field(() => Int)
  feeBp!: number;

  @Field(() => MinorUnits, { nullable: true, description: 'Centimes for each piece during the sale; left out: as its maker accepted.' })
  itemMinor?: number | null;

  @Field(() => Int, { defaultValue: 1 })
  minimumQuantity!: number;
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

  @Field(() => [SaleOutletInput], { defaultValue: [] })
  outlets!: SaleOutletInput[];
}
