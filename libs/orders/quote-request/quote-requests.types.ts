import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { OrderBuyerKindEnum } from '../placing/place-order.types.js';
import type { BuyerKind } from '../pro-forma.js';

@InputType()
export class QuoteRequestInput {
  @Field(() => ID)
  id!: string;

  @Field(() => [ID])
  productIds!: string[];

  @Field(() => String)
  country!: string;

  @Field(() => String)
  email!: string;

  @Field(() => OrderBuyerKindEnum, { defaultValue: 'consumer' })
  buyerKind!: BuyerKind;

  @Field(() => String, { nullable: true, description: 'How many, by when, and whatever else the desk should know.' })
  message?: string | null;
}

@ObjectType({ description: 'A price that no rule can give yet; the export desk answers by mail.' })
export class QuoteRequest {
  @Field(() => ID)
  id!: string;

  @Field(() => [ID])
  productIds!: string[];

  @Field(() => String)
  country!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => String, { description: 'Why the price could not be computed when it was asked.' })
  reasons!: string;

  @Field(() => GraphQLISODateTime)
  askedAt!: Date;

  @Field(() => String, { nullable: true })
  answer!: string | null;
}
