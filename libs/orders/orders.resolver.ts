import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { LotsQueries } from '#libs/clusters';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { ShippingService } from '#libs/shipping';
import { ClaimsService } from './order/claims.service.js';
import { orderShape, placementShape } from './order/order.view.js';
import type { OrderState } from './order/order.js';
import { OrdersService, type OrderPage as Page } from './orders.service.js';
import { Order, OrderPage, OrderProgress, OrderStateEnum, Placement } from './orders.types.js';
import { PlaceOrderInput } from './placing/place-order.types.js';
import { PlacementService } from './placing/placement.service.js';

@Resolver(() => Order)
export class OrdersResolver {
  constructor(
    private readonly orders: OrdersService,
    private readonly placements: PlacementService,
    private readonly claims: ClaimsService,
    private readonly lots: LotsQueries,
    private readonly shipping: ShippingService,
  ) {}

  @Mutation(() => Placement, { description: 'Freezes the pro formas and holds the pieces. Prices, duty and delivery do not change from here on. The same basket again answers the same orders.' })
  @Allow('buyer')
  async placeOrder(@Caller() actor: Actor, @Args('input') input: PlaceOrderInput): Promise<Placement> {
    const basketId = await this.placements.place(actor, input);
    return placementShape(basketId, await this.orders.ordersOfBasket(actor, basketId), actor.locale);
  }

  @Query(() => Order)
  @Allow('buyer')
  async order(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Order> {
    return orderShape(await this.orders.order(actor, id), actor.locale);
  }

  @Query(() => Order, { description: 'By the key in the buyer’s letters; no session needed.' })
  @Allow('anyone')
  async orderByKey(@Caller() actor: Actor, @Args('key') key: string): Promise<Order> {
    return { ...orderShape(await this.orders.orderByKey(key), actor.locale), byKey: true };
  }

  @Mutation(() => Order, { description: 'A guest’s order joins the account that opens it with the key of its letter; once.' })
  @Allow('buyer')
  async claimOrder(@Caller() actor: Actor, @Args('key') key: string): Promise<Order> {
    return orderShape(await this.orders.order(actor, await this.claims.claim(actor, key)), actor.locale);
  }

  @ResolveField('progress', () => OrderProgress, { nullable: true, description: 'Of an order that members of a cluster make together.' })
  progress(@Parent() order: Order): Promise<OrderProgress | null> {
    return this.lots.progress(order.id);
  }

  @ResolveField('papersReopened', () => Boolean, { description: 'The export papers were complete and a figure has moved since: they are drawn up again before anything leaves.' })
  async papersReopened(@Parent() order: Order): Promise<boolean> {
    return order.state === 'documented' && (await this.shipping.papersReopened(order.id));
  }

  @Query(() => OrderPage)
  @Allow('buyer')
  async myOrders(@Caller() actor: Actor, @Args() { first, after }: PageArgs): Promise<OrderPage> {
    return shown(await this.orders.myOrders(actor, first, after), actor);
  }

  @Query(() => OrderPage, { description: 'What the caller, or a cluster she speaks for, sold.' })
  @Allow('artisan', 'cluster')
  async salesOrders(@Caller() actor: Actor, @Args() { first, after }: PageArgs): Promise<OrderPage> {
    return shown(await this.orders.salesOrders(actor, first, after), actor);
  }

  @Query(() => OrderPage)
  @Allow('desk')
  async allOrders(@Caller() actor: Actor, @Args() { first, after }: PageArgs, @Args('state', { type: () => OrderStateEnum, nullable: true }) state?: OrderState): Promise<OrderPage> {
    return shown(await this.orders.allOrders(state ?? null, first, after), actor);
  }

  @Mutation(() => Order, { description: 'The exporter takes the work on.' })
  @Allow('artisan', 'cluster')
  async acceptOrder(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Order> {
    return orderShape(await this.orders.accept(actor, id), actor.locale);
  }

  @Mutation(() => Order, { description: 'The exporter cannot do it: the buyer’s money goes back.' })
  @Allow('artisan', 'cluster')
  async declineOrder(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string): Promise<Order> {
    return orderShape(await this.orders.decline(actor, id, reason), actor.locale);
  }

  @Mutation(() => Order, { description: 'Every piece is made: the export papers can be drawn up.' })
  @Allow('artisan', 'cluster')
  async finishOrder(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Order> {
    return orderShape(await this.orders.finish(actor, id), actor.locale);
  }

  @Mutation(() => Order, { description: 'Before it is paid.' })
  @Allow('buyer')
  async cancelOrder(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Order> {
    return orderShape(await this.orders.cancel(actor, id), actor.locale);
  }
}

function shown(page: Page, actor: Actor): OrderPage {
  return { ...page, nodes: page.nodes.map((order) => orderShape(order, actor.locale)) };
}
