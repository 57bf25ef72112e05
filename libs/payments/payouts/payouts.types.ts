import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { MoneyType } from '#libs/platform';

@ObjectType({ description: 'Where somebody is paid. The number itself is never shown.' })
export class PayoutAccount {
  @Field(() => String)
  holder!: string;

  @Field(() => String, { description: 'Bank and last four digits: `011 … 4921`.' })
  masked!: string;

  @Field(() => GraphQLISODateTime, { description: 'New details wait 72 hours before anything is paid to them.' })
  usableFrom!: Date;
}

@ObjectType()
export class Earning {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => String)
  orderNumber!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What went back to the buyer of it; the amount is what is left.' })
  taken!: MoneyType;

  @Field(() => String, { description: 'held, released, frozen, sent, paid or voided.' })
  state!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Of a cluster: coordinator, collection, quality or packing.' })
  role!: string | null;

  @Field(() => Int, { nullable: true, description: 'Of a shared order: how many pieces of the line she made.' })
  pieces!: number | null;
}

@ObjectType({ description: 'What somebody earned, in dirhams.' })
export class Earnings {
  @Field(() => MoneyType, { description: 'Sold, not yet delivered.' })
  held!: MoneyType;

  @Field(() => MoneyType, { description: 'Delivered: goes out with the next batch.' })
  released!: MoneyType;

  @Field(() => MoneyType, { description: 'At the bank.' })
  sent!: MoneyType;

  @Field(() => MoneyType)
  paid!: MoneyType;

  @Field(() => MoneyType, { description: 'Delivered, but the buyer’s bank disputes the payment: it waits for the end of that.' })
  frozen!: MoneyType;

  @Field(() => MoneyType, { description: 'Paid out, and since returned to a buyer: taken from the next payouts, never asked for.' })
  owed!: MoneyType;

  @Field(() => PayoutAccount, { nullable: true })
  account!: PayoutAccount | null;

  @Field(() => [Earning])
  nodes!: Earning[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType()
export class Payout {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  holder!: string;

  @Field(() => String)
  account!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String, { description: 'sent, settled or rejected.' })
  state!: string;
}

@ObjectType({ description: 'One file for the bank (ISO 20022 pain.001.001.09).' })
export class PayoutBatch {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => String, { description: 'waiting (for a second person), sent, settled or refused.' })
  state!: string;

  @Field(() => String, { description: 'Day on which the bank is asked to pay.' })
  executeOn!: string;

  @Field(() => MoneyType)
  total!: MoneyType;

  @Field(() => GraphQLISODateTime)
  createdAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true })
  settledAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who made it, by name.' })
  createdName!: string | null;

  @Field(() => Boolean, { description: 'It waits for a second person, and the caller is one: nobody approves her own.' })
  mayDecide!: boolean;

  @Field(() => String, { nullable: true, description: 'The second person, by name.' })
  decidedName!: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the second person said no; its money is due again.' })
  refusal!: string | null;

  @Field(() => String, { description: 'Where the desk downloads the file, once nobody has to approve it any more.' })
  fileUrl!: string;

  @Field(() => [Payout])
  payouts!: Payout[];
}

@ObjectType()
export class PayoutBatchPage {
  @Field(() => [PayoutBatch])
  nodes!: PayoutBatch[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class SettlePayoutBatchInput {
  @Field(() => ID)
  batchId!: string;

  @Field(() => [ID], { nullable: true, description: 'The transfers that the bank sent back; all others went through.' })
  rejectedPayoutIds?: string[] | null;
}
