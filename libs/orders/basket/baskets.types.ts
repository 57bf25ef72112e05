import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';
import { ResponsiblePersonType } from '#libs/shipping';

@ObjectType()
export class BasketLine {
  @Field(() => ID)
  productId!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => String, { description: 'In the language of the request.' })
  title!: string;

  @Field(() => String, { nullable: true })
  slug!: string | null;

  @Field(() => String)
  makerName!: string;

  @Field(() => String)
  exporterName!: string;

  @Field(() => ID, { nullable: true })
  photographId!: string | null;

  @Field(() => Int, { description: 'Free units right now; zero when the piece is not for sale.' })
  available!: number;

  @Field(() => Boolean)
  unique!: boolean;

  @Field(() => String, { nullable: true, description: 'What has changed since it was put in, or keeps it from being bought, in the language of the request.' })
  notice!: string | null;

  @Field(() => MoneyType, { nullable: true, description: 'The whole line before delivery and duty, in the buyer’s currency.' })
  goods!: MoneyType | null;
}

@ObjectType({ description: 'One figure of a delivered price, with all that is needed to check it.' })
export class BasketCharge {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  label!: string;

  @Field(() => ID, { nullable: true, description: 'The piece it belongs to; null for the whole consignment.' })
  productId!: string | null;

  @Field(() => MinorUnits)
  amountMinor!: number;

  @Field(() => String)
  formula!: string;

  @Field(() => String)
  rate!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  checkedOn!: string;

  @Field(() => String)
  confidence!: string;
}

@ObjectType()
export class BasketRate {
  @Field(() => String, { description: 'Dirhams for one unit of the buyer’s currency.' })
  rate!: string;

  @Field(() => String)
  source!: string;

  @Field(() => String)
  day!: string;
}

@ObjectType()
export class BasketEta {
  @Field(() => Int)
  min!: number;

  @Field(() => Int)
  max!: number;
}

@ObjectType({ description: 'One exporter’s part: a consignment of its own at the border.' })
export class BasketPart {
  @Field(() => String)
  exporterName!: string;

  @Field(() => String, { description: 'How it is declared: H1, IOSS, UK_LOW_VALUE, ENTRY.' })
  scheme!: string;

  @Field(() => [BasketCharge])
  lines!: BasketCharge[];

  @Field(() => MoneyType)
  total!: MoneyType;

  @Field(() => BasketEta)
  etaDays!: BasketEta;
}

@ObjectType({ description: 'A rule that ends, a figure nobody confirmed, a point of law still open.' })
export class BasketWarning {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  text!: string;
}

@ObjectType({ description: 'Today’s delivered price of the whole basket, or why there is none.' })
export class BasketQuote {
  @Field(() => Boolean)
  known!: boolean;

  @Field(() => [String])
  reasons!: string[];

  @Field(() => String, { nullable: true })
  currency!: string | null;

  @Field(() => [BasketCharge])
  lines!: BasketCharge[];

  @Field(() => MoneyType, { nullable: true })
  total!: MoneyType | null;

  @Field(() => BasketRate, { nullable: true })
  fx!: BasketRate | null;

  @Field(() => BasketEta, { nullable: true })
  etaDays!: BasketEta | null;

  @Field(() => [BasketWarning], { description: 'What to know before relying on the price.' })
  warnings!: BasketWarning[];

  @Field(() => String, { nullable: true, description: 'The last day it may be relied on.' })
  validUntil!: string | null;

  @Field(() => [ResponsiblePersonType], { description: 'Who answers for the pieces in the European Union, where the law wants it in the offer.' })
  responsible!: ResponsiblePersonType[];

  @Field(() => [BasketPart], { description: 'The same figures by exporter; their totals add up to the total before what was paid at a stall.' })
  parts!: BasketPart[];
}

@ObjectType({ description: 'Bought by hand at a stall, and taken home by this basket.' })
export class BasketStall {
  @Field(() => String)
  soldOn!: string;

  @Field(() => MoneyType)
  paid!: MoneyType;
}

@ObjectType({ description: 'What a buyer means to buy. Only who made it sees it.' })
export class Basket {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  country!: string;

  @Field(() => String, { description: 'open, or placed once it has become orders.' })
  state!: string;

  @Field(() => [BasketLine])
  lines!: BasketLine[];

  @Field(() => BasketQuote, { nullable: true, description: 'Null while the basket is empty or holds something that is not for sale.' })
  quote!: BasketQuote | null;

  @Field(() => BasketStall, { nullable: true, description: 'Only of a basket that takes home what a visitor bought at a stall: its pieces are paid.' })
  stall!: BasketStall | null;
}
