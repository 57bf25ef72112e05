import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';
import type { StallSaleState } from './stall-sale.js';

export const StallSaleStateEnum: Readonly<Record<StallSaleState, StallSaleState>> = { waiting: 'waiting', sending: 'sending', undone: 'undone', expired: 'expired' };
registerEnumType(StallSaleStateEnum, { name: 'StallSaleState', description: 'waiting: paid, not yet sent home. sending: an order takes it. expired: the stall keeps it no longer.' });

@InputType()
export class SellAtStallInput {
  @Field(() => ID, { description: 'The caller’s own; the same id again answers the same sale.' })
  id!: string;

  @Field(() => ID)
  productId!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => MinorUnits, { description: 'What the visitor paid for one, in centimes of a dirham.' })
  paidEachMinor!: number;
}

@ObjectType({ description: 'A piece sold hand to hand that will be sent home, as its stall sees it.' })
export class StallSaleType {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => MoneyType, { description: 'For all of them.' })
  paid!: MoneyType;

  @Field(() => String)
  soldOn!: string;

  @Field(() => String, { description: 'The last day the stall keeps it.' })
  until!: string;

  @Field(() => StallSaleStateEnum)
  state!: StallSaleState;

  @Field(() => String, { nullable: true, description: 'The pro forma that takes it home.' })
  orderNumber!: string | null;

  @Field(() => String, { nullable: true, description: 'The visitor’s page; null once it can no longer be used.' })
  link!: string | null;

  @Field(() => String, { nullable: true, description: 'The link as a QR code, an SVG drawing.' })
  qr!: string | null;
}

@ObjectType({ description: 'What a visitor sees of the piece she bought.' })
export class StallPiece {
  @Field(() => String)
  title!: string;

  @Field(() => String)
  makerName!: string;

  @Field(() => ID, { nullable: true })
  photographId!: string | null;

  @Field(() => Int)
  quantity!: number;

  @Field(() => MoneyType)
  paid!: MoneyType;

  @Field(() => String)
  soldOn!: string;

  @Field(() => String)
  until!: string;

  @Field(() => StallSaleStateEnum)
  state!: StallSaleState;
}
