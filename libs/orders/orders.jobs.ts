import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import type { Fact } from '#libs/facts';
import { SYSTEM, type Clock, oneByOne } from '#libs/kernel';
import { CLOCK, Database, OnFact, OnTimer, type Tx } from '#libs/platform';
import { ExporterLettersService } from './letters/exporter-letters.service.js';
import { LettersService } from './letters/letters.service.js';
import type { Occasion } from './letters/letters.js';
import { isAhead, type OrderVerb } from './order/order.js';
import { OrdersService } from './orders.service.js';
import { fundedFact, readyFact } from './order/said.js';
import { ORDER_COLUMNS, StepsService, type OrderRow } from './order/steps.service.js';

/** Facts from the other rooms move an order along. No catch: a throw is how the queue retries. */
@Injectable()
export class OrdersJobs {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly steps: StepsService,
    private readonly catalog: CatalogService,
    private readonly letters: LettersService,
    private readonly exporterLetters: ExporterLettersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The buyer has paid. Money that comes for an order already cancelled is told to payments as a cancellation once
   * more, which is its word to return it.
   */
  @OnFact('PaymentCaptured', 'orders.fund')
  async onCaptured({ payload }: Fact<'PaymentCaptured'>, tx: Tx): Promise<void> {
    const rows: OrderRow[] = [];
    for (const id of [...payload.orderIds].sort()) rows.push(await this.steps.lock(tx, id));
    const due = rows.reduce((sum, row) => sum + row.proForma.totals.totalMinor, 0);
    if (due !== payload.amountMinor || rows.some((row) => row.proForma.currency !== payload.currency)) {
      throw new Error(`payment ${payload.paymentId} brought ${payload.amountMinor} ${payload.currency}; its orders ask ${due}`);
    }
    for (const row of rows) {
      if (row.state === 'placed') {
        await this.steps.step(tx, row, 'fund', { paymentId: payload.paymentId });
        await this.catalog.sellUnits(tx, row.id);
        await tx.publish('OrderFunded', fundedFact(row.proForma));
        await this.letters.write(tx, row.proForma, { kind: row.proForma.stall ? 'journey' : 'funded' });
        await this.exporterLetters.tellPaid(tx, row.id);
        if (row.proForma.stall) await this.readyAtOnce(tx, row);
      } else if (row.state === 'cancelled') {
        await tx.publish('OrderCancelled', { orderId: row.id, reason: 'expired' });
      }
    }
  }

  /** What was sold at a stall was made before it was sold, and nobody may decline it. */
  private async readyAtOnce(tx: Tx, row: OrderRow): Promise<void> {
    const accepted = await this.steps.step(tx, { id: row.id, state: 'funded' }, 'accept');
    await this.steps.step(tx, { id: row.id, state: accepted }, 'finish');
    await tx.publish('OrderReady', readyFact(row.proForma));
  }

  /** A declined card may be tried again while the pieces are held; a cashier's page that closed will not be. */
  @OnFact('PaymentFailed', 'orders.release')
  async onFailed({ payload }: Fact<'PaymentFailed'>, tx: Tx): Promise<void> {
    if (payload.reason === 'declined') return;
    const rows = await tx.query<OrderRow>(`select ${ORDER_COLUMNS} from orders.orders o where o.basket_id = $1 and o.state = 'placed' order by o.id for update`, [payload.basketId]);
    for (const row of rows) await this.orders.cancelHeld(tx, row, 'expired');
  }

  /** Members finished their lots: the order of a cluster is made. Their accepting was the cluster's accepting. */
  @OnFact('LotsFinished', 'orders.finish-shared')
  async onLotsFinished({ payload }: Fact<'LotsFinished'>, tx: Tx): Promise<void> {
    const order = await this.steps.lock(tx, payload.orderId);
    const state = order.state === 'funded' ? await this.steps.step(tx, order, 'accept') : order.state;
    if (await this.follow(tx, { ...order, state }, 'finish')) await tx.publish('OrderReady', readyFact(order.proForma));
  }

  @OnFact('ExportFileCompleted', 'orders.document')
  async onDocumented({ payload }: Fact<'ExportFileCompleted'>, tx: Tx): Promise<void> {
    await this.follow(tx, await this.steps.lock(tx, payload.orderId), 'document', { exportFileId: payload.exportFileId });
  }

  @OnFact('ConsignmentDispatched', 'orders.dispatch')
  async onDispatched({ payload }: Fact<'ConsignmentDispatched'>, tx: Tx): Promise<void> {
    const { carrier, trackingNumber } = payload;
    for (const id of [...payload.orderIds].sort()) {
      const order = await this.steps.lock(tx, id);
      if (await this.follow(tx, order, 'dispatch', { carrier, trackingNumber })) await this.letters.write(tx, order.proForma, { kind: 'dispatched', carrier, trackingNumber });
    }
  }

  @OnFact('ConsignmentDelivered', 'orders.deliver')
  async onDelivered({ payload }: Fact<'ConsignmentDelivered'>, tx: Tx): Promise<void> {
    for (const id of [...payload.orderIds].sort()) {
      const order = await this.steps.lock(tx, id);
      if (await this.follow(tx, order, 'deliver', { deliveredOn: payload.deliveredOn })) await this.letters.write(tx, order.proForma, { kind: 'delivered' });
    }
  }

  /** Only a whole refund of a declined order ends it; money back for other reasons is between buyer and payments. */
  @OnFact('PaymentRefunded', 'orders.refund')
  async onRefunded({ payload }: Fact<'PaymentRefunded'>, tx: Tx): Promise<void> {
    const order = await this.steps.lock(tx, payload.orderId);
    if (order.state === 'refund_due') await this.steps.step(tx, order, 'refund', { paymentId: payload.paymentId });
  }

  @OnFact('CertificateLapsed', 'orders.tell-certificate')
  async onCertificateLapsed({ payload }: Fact<'CertificateLapsed'>, tx: Tx): Promise<void> {
    const { number, reason, followedBy } = payload;
    await this.tellBuyers(tx, { certificateNumber: number }, () => (followedBy === undefined ? { kind: 'certificate', number, reason } : { kind: 'renewed', number, reason, followedBy }));
  }

  @OnFact('StandingChanged', 'orders.tell-standing')
  async onStandingChanged({ payload }: Fact<'StandingChanged'>, tx: Tx): Promise<void> {
    if (payload.maySell) return;
    await this.tellBuyers(tx, { artisanId: payload.artisanId }, (order) => ({
      kind: 'standing',
      makerName: order.proForma.lines.find((line) => line.artisanId === payload.artisanId)!.makerName,
    }));
  }

  /** Pieces that nobody paid for in time are free again. One order per transaction, so one bad row stops no other. */
  @OnTimer('orders.expire-holds', 30_000)
  async expireHolds(): Promise<void> {
    const due = await this.db.read<{ id: string }>(`select id from orders.orders where state = 'placed' and held_until < $1 order by held_until limit 500`, [this.clock.now()]);
    await oneByOne(due, ({ id }) =>
      this.db.write(SYSTEM, async (tx) => {
        const [order] = await tx.query<OrderRow>(`select ${ORDER_COLUMNS} from orders.orders o where o.id = $1 and o.state = 'placed' and o.held_until < $2 for update skip locked`, [id, tx.now]);
        if (order) await this.orders.cancelHeld(tx, order, 'expired');
      }),
    );
  }

  /**
   * Facts may overtake each other. One that comes before its time is thrown back to the queue; one that was
   * already followed, or comes for an order that ended, changes nothing.
   */
  private async follow(tx: Tx, order: OrderRow, verb: OrderVerb, detail: Readonly<Record<string, string>> = {}): Promise<boolean> {
    if (isAhead(order.state, verb)) throw new Error(`order ${order.id} is ${order.state}: too early to ${verb}`);
    if (!this.steps.can(order, verb)) return false;
    await this.steps.step(tx, order, verb, detail);
    return true;
  }

  private async tellBuyers(tx: Tx, line: Readonly<Record<string, string>>, occasion: (order: OrderRow) => Occasion): Promise<void> {
    const rows = await tx.query<OrderRow>(
      `select ${ORDER_COLUMNS} from orders.orders o where o.state not in ('delivered', 'cancelled') and o.pro_forma -> 'lines' @> $1::jsonb order by o.id`,
      [JSON.stringify([line])],
    );
    for (const row of rows) await this.letters.write(tx, row.proForma, occasion(row));
  }
}
