import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { MinorUnits, MoneyType } from '#libs/platform';
import { orderLifecycle, type OrderState } from './order/order.js';

export const OrderStateEnum = Object.fromEntries(orderLifecycle.states.map((state) => [state, state])) as Record<OrderState, OrderState>;
registerEnumType(OrderStateEnum, { name: 'OrderState', description: 'Where an order stands on its road from pro forma to delivery.' });

@ObjectType({ description: 'What a cluster’s part of a sale is for.' })
export class OrderRoleShare {
  @Field(() => String, { description: 'coordinator, collection, quality or packing.' })
  role!: string;

  @Field(() => MinorUnits)
  minor!: number;
}

@ObjectType()
export class OrderLine {
  @Field(() => ID)
  productId!: string;

  @Field(() => String, { description: 'In the language of the request.' })
  title!: string;

  @Field(() => Int)
  quantity!: number;

  @Field(() => String)
  makerName!: string;

  @Field(() => ID, { nullable: true })
  photographId!: string | null;

  @Field(() => MoneyType, { description: 'The whole line, before delivery and duty.' })
  goods!: MoneyType;

  @Field(() => MoneyType, { description: 'What the maker receives of it.' })
  makerShare!: MoneyType;

  @Field(() => [OrderRoleShare], { description: 'What the cluster’s part of it is for; empty when the maker exports herself.' })
  clusterRoles!: OrderRoleShare[];

  @Field(() => String)
  hsCode!: string;

  @Field(() => String, { nullable: true })
  certificateNumber!: string | null;
}

@ObjectType({ description: 'One figure of the frozen delivered price.' })
export class OrderCharge {
  @Field(() => String)
  kind!: string;

  @Field(() => String)
  label!: string;

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

@ObjectType({ description: 'Who gets what of the total. The parts add up to it exactly.' })
export class OrderShares {
  @Field(() => MinorUnits)
  makerMinor!: number;

  @Field(() => MinorUnits)
  clusterMinor!: number;

  @Field(() => MinorUnits)
  centreMinor!: number;

  @Field(() => MinorUnits)
  platformMinor!: number;

  @Field(() => MinorUnits)
  freightMinor!: number;

  @Field(() => MinorUnits)
  dutyMinor!: number;

  @Field(() => MinorUnits)
  feesMinor!: number;
}

@ObjectType({ description: 'A large order that a cluster’s members make together, in pieces; `left` are with nobody yet.' })
export class OrderProgress {
  @Field(() => Int)
  total!: number;

  @Field(() => Int)
  left!: number;

  @Field(() => Int)
  offered!: number;

  @Field(() => Int)
  accepted!: number;

  @Field(() => Int)
  made!: number;

  @Field(() => Int)
  inspected!: number;
}

@ObjectType()
export class OrderConsignee {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  line1!: string;

  @Field(() => String, { nullable: true })
  line2!: string | null;

  @Field(() => String)
  city!: string;

  @Field(() => String, { nullable: true })
  postalCode!: string | null;

  @Field(() => String, { nullable: true })
  region!: string | null;

  @Field(() => String)
  country!: string;

  @Field(() => String)
  phone!: string;
}

@ObjectType({ description: 'One step of an order’s history. The history is only ever added to.' })
export class OrderStep {
  @Field(() => String)
  verb!: string;

  @Field(() => OrderStateEnum)
  to!: OrderState;

  @Field(() => GraphQLISODateTime)
  at!: Date;

  @Field(() => String, { description: 'Who did it; the house itself for what followed by rule.' })
  by!: string;
}

@ObjectType()
export class Order {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'The number of its pro forma invoice.' })
  number!: string;

  @Field(() => ID)
  basketId!: string;

  @Field(() => OrderStateEnum)
  state!: OrderState;

  @Field(() => String)
  exporterKind!: string;

  @Field(() => String)
  exporterName!: string;

  @Field(() => String)
  buyerName!: string;

  @Field(() => String, { description: 'Destination, ISO 3166-1 alpha-2.' })
  country!: string;

  @Field(() => OrderConsignee)
  consignee!: OrderConsignee;

  @Field(() => String, { description: 'DDP Paris, FR (Incoterms 2020).' })
  incoterm!: string;

  @Field(() => GraphQLISODateTime)
  placedAt!: Date;

  @Field(() => GraphQLISODateTime, { description: 'The pro forma cannot be paid after this instant.' })
  validUntil!: Date;

  @Field(() => [OrderLine])
  lines!: OrderLine[];

  @Field(() => [OrderCharge])
  charges!: OrderCharge[];

  @Field(() => OrderShares)
  shares!: OrderShares;

  @Field(() => MoneyType)
  total!: MoneyType;

  @Field(() => [OrderStep])
  steps!: OrderStep[];

  @Field(() => String, { nullable: true })
  carrier!: string | null;

  @Field(() => String, { nullable: true })
  trackingNumber!: string | null;

  @Field(() => [String], { description: 'What the caller may do with it now: cancel, accept, decline, finish.' })
  verbs!: string[];

  /** Opened with the key of the buyer's letters; not a field of the contract. */
  byKey?: boolean;
}

@ObjectType()
export class OrderPage {
  @Field(() => [Order])
  nodes!: Order[];

  @Field(() => String, { nullable: true })
  endCursor!: string | null;

  @Field(() => Boolean)
  hasNextPage!: boolean;
}

@ObjectType({ description: 'What placing a basket made: one order per exporter.' })
export class Placement {
  @Field(() => ID)
  basketId!: string;

  @Field(() => [Order])
  orders!: Order[];

  @Field(() => MoneyType, { description: 'Of all its orders: what the basket showed.' })
  total!: MoneyType;
}
