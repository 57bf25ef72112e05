import { Injectable } from '@nestjs/common';
import { OrdersService } from '#libs/orders';
import type { Actor } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { Placements, type Placed, type PlacedOrder } from './placements.port.js';

/** The orders room behind the port. */
@Injectable()
export class OrderPlacements extends Placements {
  constructor(private readonly orders: OrdersService) {
    super();
  }

  async placed(basketId: string, tx?: Tx): Promise<Placed | null> {
    const placement = await this.orders.placement(basketId, tx);
    if (!placement) return null;
    const { owner, email, locale, currency, validUntil, state } = placement;
    return { basketId, owner, email, locale, currency, validUntil, state, waiting: placement.orders.filter((order) => order.state === 'placed').map((order) => order.id) };
  }

  async keep(tx: Tx, basketId: string, until: Date): Promise<void> {
    await this.orders.keepForPayment(tx, basketId, until);
  }

  order(orderId: string): Promise<PlacedOrder> {
    return this.orders.proForma(orderId);
  }

  maySee(actor: Actor, orderId: string): Promise<boolean> {
    return this.orders.maySee(actor, orderId);
  }
}
