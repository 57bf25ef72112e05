import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';
import { COMPLAINT_KINDS, complaintLifecycle, GOODS_FATES, type ComplaintKind, type ComplaintState, type GoodsFate } from './complaint.js';

const named = <T extends string>(values: readonly T[]): Record<T, T> => Object.fromEntries(values.map((value) => [value, value])) as Record<T, T>;
export const ComplaintStateEnum = named(complaintLifecycle.states);
export const ComplaintKindEnum = named(COMPLAINT_KINDS);
export const GoodsFateEnum = named(GOODS_FATES);
registerEnumType(ComplaintStateEnum, { name: 'ComplaintState', description: 'offered and refused wait for the buyer, open and returning for the exporter, with_desk for the export desk; accepted: the money is on its way.' });
registerEnumType(ComplaintKindEnum, { name: 'ComplaintKind' });
registerEnumType(GoodsFateEnum, { name: 'ComplaintGoods', description: 'What becomes of the pieces complained of.' });

@ObjectType({ description: 'What was said, by which side, and when. Only ever added to.' })
export class ComplaintStep {
  @Field(() => String)
  verb!: string;

  @Field(() => ComplaintStateEnum)
  to!: ComplaintState;

  @Field(() => String, { description: 'buyer, exporter or house.' })
  side!: string;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => MoneyType, { nullable: true })
  amount!: MoneyType | null;
}

@ObjectType({ description: 'A buyer’s complaint about one line of her order.' })
export class Complaint {
  @Field(() => ID)
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => String)
  orderNumber!: string;

  @Field(() => String)
  exporterName!: string;

  @Field(() => Int)
  line!: number;

  @Field(() => String)
  title!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => ComplaintKindEnum)
  kind!: ComplaintKind;

  @Field(() => String)
  words!: string;

  @Field(() => ComplaintStateEnum)
  state!: ComplaintState;

  @Field(() => MoneyType, { description: 'What the pieces complained of cost her, delivered; less if part of the line went back before.' })
  asked!: MoneyType;

  @Field(() => MoneyType, { nullable: true, description: 'What was offered or accepted.' })
  amount!: MoneyType | null;

  @Field(() => GoodsFateEnum, { nullable: true })
  goods!: GoodsFate | null;

  @Field(() => GraphQLISODateTime)
  openedAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When silence speaks: for the exporter the desk decides, for the buyer the offer is taken or the refusal stands.' })
  dueAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Number of the credit note, once the money is back.' })
  creditNote!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'Of the amount, what is for the goods; the rest is for delivery, duty and tax, which the house bears.' })
  refundedGoods!: MoneyType | null;

  @Field(() => [ID])
  photographIds!: string[];

  @Field(() => [ComplaintStep])
  steps!: ComplaintStep[];

  @Field(() => [String], { description: 'What the reader may say now: agree, disagree, withdraw; accept, offer, refuse, receive; award, dismiss.' })
  verbs!: string[];
}

@ObjectType({ description: 'What may be complained of now.' })
export class ComplaintWindow {
  @Field(() => [ComplaintKindEnum])
  kinds!: ComplaintKind[];

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The last moment; none while nothing has come.' })
  until!: Date | null;
}

@ObjectType()
export class ComplaintPage {
  @Field(() => [Complaint])
  nodes!: Complaint[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@InputType()
export class OpenComplaintInput {
  @Field(() => ID, { description: 'Made by the caller; the same id again is the same complaint.' })
  id!: string;

  @Field(() => ID)
  orderId!: string;

  @Field(() => Int, { description: 'Which line, from 1.' })
  line!: number;

  @Field(() => Int, { description: 'How many pieces of it.' })
  quantity!: number;

  @Field(() => ComplaintKindEnum)
  kind!: ComplaintKind;

  @Field(() => String)
  words!: string;

  @Field(() => String, { nullable: true, description: 'Of the buyer’s letters, where she is not signed in.' })
  key?: string | null;
}

@InputType()
export class ComplaintWordInput {
  @Field(() => ID)
  id!: string;

  @Field(() => MinorUnits, { nullable: true, description: 'Of an offer or an award, in the order’s currency; without it, all that was asked.' })
  amountMinor?: number | null;

  @Field(() => GoodsFateEnum, { nullable: true, description: 'keep when nothing is said.' })
  goods?: GoodsFate | null;

  @Field(() => String, { nullable: true })
  words?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the buyer’s letters, where she is not signed in.' })
  key?: string | null;
}
