import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MoneyType } from '#libs/platform';
import { PAYMENT_STATES, type PaymentState } from './checkout/payment-view.js';

export const PaymentStateEnum = Object.fromEntries(PAYMENT_STATES.map((state) => [state, state])) as Record<PaymentState, PaymentState>;
registerEnumType(PaymentStateEnum, { name: 'PaymentState', description: 'How the payment of a basket stands. `unresolved`: we are asking the provider; nothing is lost.' });

@ObjectType()
export class PaymentStart {
  @Field(() => String, { description: 'The page to send the buyer to. The same one while it is open.' })
  url!: string;
}

@ObjectType()
export class Payment {
  @Field(() => ID)
  basketId!: string;

  @Field(() => PaymentStateEnum)
  state!: PaymentState;

  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true })
  refunded!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'Where to pay, while the page is open.' })
  url!: string | null;

  @Field(() => String, { nullable: true, description: 'Why the bank said no the last time.' })
  declineCode!: string | null;

  @Field(() => [ID])
  orderIds!: readonly string[];
}

@ObjectType({ description: 'One part of what the buyer paid.' })
export class LedgerShare {
  @Field(() => String, { description: 'artisan, cluster, centre, platform, freight, duty, tax or fees.' })
  to!: string;

  @Field(() => ID, { nullable: true })
  beneficiaryId!: string | null;

  @Field(() => Int, { nullable: true })
  line!: number | null;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What a maker, cluster or centre receives, in dirhams.' })
  receives!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: 'What of it went back to the buyer, or is on its way, for accepted complaints.' })
  back!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: 'The same in dirhams: so much less is received.' })
  receivesBack!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'Of a cluster: coordinator, collection, quality or packing.' })
  role!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a shared order: how many pieces of the line she made.' })
  pieces!: number | null;
}

@ObjectType({ description: 'Debit positive, credit negative.' })
export class LedgerPosting {
  @Field(() => ID)
  entryId!: string;

  @Field(() => String)
  kind!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String)
  ownerKind!: string;

  @Field(() => String)
  purpose!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;
}

@ObjectType({ description: 'Who gets what of one order. The shares add up to the total exactly.' })
export class OrderLedger {
  @Field(() => ID)
  orderId!: string;

  @Field(() => String)
  number!: string;

  @Field(() => MoneyType)
  total!: MoneyType;

  @Field(() => MoneyType)
  captured!: MoneyType;

  @Field(() => MoneyType)
  refunded!: MoneyType;

  @Field(() => MoneyType)
  released!: MoneyType;

  @Field(() => [LedgerShare])
  shares!: readonly LedgerShare[];

  @Field(() => [LedgerPosting], { description: 'For the export desk; empty for others.' })
  postings!: LedgerPosting[];
}
