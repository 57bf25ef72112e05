import { Field, ID, InputType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits } from '#libs/platform';
import type { BuyerKind } from '../pro-forma.js';

export const OrderBuyerKindEnum: Record<BuyerKind, BuyerKind> = { consumer: 'consumer', business: 'business' };
registerEnumType(OrderBuyerKindEnum, { name: 'OrderBuyerKind' });

@InputType()
export class ConsigneeInput {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  line1!: string;

  @Field(() => String, { nullable: true })
  line2?: string | null;

  @Field(() => String)
  city!: string;

  @Field(() => String, { nullable: true })
  postalCode?: string | null;

  @Field(() => String, { nullable: true, description: 'State or province in two letters, in the United States and Canada.' })
  region?: string | null;

  @Field(() => String)
  country!: string;

  @Field(() => String)
  phone!: string;
}

@InputType()
export class PlaceOrderInput {
  @Field(() => ID)
  basketId!: string;

  @Field(() => ConsigneeInput, { description: 'In Latin letters: carriers and foreign customs read no other.' })
  consignee!: ConsigneeInput;

  @Field(() => String)
  email!: string;

  @Field(() => OrderBuyerKindEnum, { defaultValue: 'consumer' })
  buyerKind!: BuyerKind;

  @Field(() => String, { nullable: true, description: 'VAT, EORI or EIN; a business needs one.' })
  taxId?: string | null;

  @Field(() => MinorUnits, { nullable: true, description: 'The total on the buyer’s screen: if it has moved, nothing is placed.' })
  shownTotalMinor?: number | null;
}
