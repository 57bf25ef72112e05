import { Injectable } from '@nestjs/common';
import { CertificationService } from '#libs/certification';
import { OrdersService } from '#libs/orders';
import type { Actor } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { Placements, type Placed, type PlacedOrder } from './placements.port.js';

/** The orders behind the port, each line with the centre that certified it. */
@Injectable()
export class OrderPlacements extends Placements {
  constructor(
    private readonly orders: OrdersService,
    private readonly certification: CertificationService,
  ) {
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

  async order(orderId: string): Promise<PlacedOrder> {
    const proForma = await this.orders.proForma(orderId);
    const lines = await Promise.all(proForma.lines.map(async (line) => ({ ...line, centreId: await this.centreOf(line.certificateNumber) })));
    return { ...proForma, lines };
  }

  private async centreOf(certificateNumber: string | null): Promise<string | null> {
    return certificateNumber === null ? null : ((await this.certification.byNumber(certificateNumber))?.centreId ?? null);
  }

  maySee(actor: Actor, orderId: string): Promise<boolean> {
    return this.orders.maySee(actor, orderId);
  }
}
