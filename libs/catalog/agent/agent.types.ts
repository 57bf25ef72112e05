import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { MoneyType } from '#libs/platform';

@ObjectType('PieceRecord', { description: 'A price of a piece, or what an agent did to it in its maker’s name.' })
export class PieceRecordType {
  @Field(() => String, { description: 'price, save, list or withdraw' })
  act!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { description: 'Who did it, said yes to it, or in whose name it was done.' })
  actorName!: string;

  @Field(() => String, { nullable: true, description: 'The agent who did or proposed it.' })
  agentName!: string | null;

  @Field(() => MoneyType, { nullable: true })
  from!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true })
  to!: MoneyType | null;
}

@InputType()
export class ProposePriceInput {
  @Field(() => ID, { description: 'Your own id of the proposal.' })
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => String, { description: 'Dirhams as typed.' })
  price!: string;
}
