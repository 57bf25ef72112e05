import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MoneyType } from '#libs/platform';
import { STANDINGS, type Standing } from './dispute.js';

export const DisputeStandingEnum = Object.fromEntries(STANDINGS.map((standing) => [standing, standing])) as Record<Standing, Standing>;
registerEnumType(DisputeStandingEnum, { name: 'DisputeStanding', description: 'open: nothing of its payment goes out. won: what was taken is back. lost: it is the house’s loss.' });

@ObjectType()
export class DisputedOrder {
  @Field(() => ID)
  orderId!: string;

  @Field(() => String)
  number!: string;
}

@ObjectType({ description: 'A buyer asked her bank for the money of a payment back.' })
export class Dispute {
  @Field(() => ID, { description: 'The provider’s.' })
  id!: string;

  @Field(() => DisputeStandingEnum)
  standing!: Standing;

  @Field(() => String, { description: 'In the provider’s word: needs_response, under_review …' })
  status!: string;

  @Field(() => String, { description: 'In the provider’s word: fraudulent, product_not_received …' })
  reason!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'Of the amount, what accepted complaints and cancelled orders were giving back anyway; a loss costs the house the rest.' })
  covered!: MoneyType;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when evidence may be handed in; null where the bank takes none.' })
  dueAt!: Date | null;

  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  closedAt!: Date | null;

  @Field(() => [DisputedOrder])
  orders!: DisputedOrder[];
}

@ObjectType()
export class DisputePage {
  @Field(() => [Dispute])
  nodes!: Dispute[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}
