import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, moroccanDay, type Actor, type Clock, type Locale } from '#libs/kernel';
import { CLOCK, Database, Handlers, isUniqueViolation, parse, type Tx } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { checkPacking, checkPapers, checkWay, consignmentLifecycle, isDesk, mayHandle, samePackages, type ConsignmentState, type OrderToPack, type Package, type PapersState } from './consignment.js';
import { ConsignmentsReader, ORDER_TO_PACK, type Consignment } from './consignments.reader.js';
import { CARRIERS, isCarrier, trackingNumber, type CarrierCode } from './tracking-number.js';

const uuid = z.string().refine(isId, 'must be a UUID');
const millimetres = z.int().min(1).max(12_000);
const packing = z.object({
  id: uuid,
  packages: z.array(z.object({ orderId: uuid, grossWeightGrams: z.int().min(1).max(30_000_000), lengthMm: millimetres, widthMm: millimetres, heightMm: millimetres })).min(1).max(200),
});

export interface PackInput {
  readonly id: string;
  readonly packages: readonly Package[];
}

interface ConsignmentRow {
  readonly id: string;
  readonly state: ConsignmentState;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly packedFact: string;
  readonly dispatchedOn: string | null;
}

const CONSIGNMENT = `select id, state, carrier, tracking_number as "trackingNumber", packed_fact as "packedFact", dispatched_on as "dispatchedOn" from shipping.consignment`;
const PACKAGES = `select order_id as "orderId", gross_weight_grams as "grossWeightGrams", length_mm as "lengthMm", width_mm as "widthMm", height_mm as "heightMm" from shipping.package where consignment_id = $1 order by position`;
const PAPERS = `select order_id as "orderId", complete, json_build_object('en', missing, 'fr', missing_fr, 'ar', missing_ar) missing, way, number from shipping.papers_state where order_id = any($1) for share`;

/** From the packing table to the buyer's door: packed, dispatched, delivered. */
@Injectable()
export class ConsignmentsService {
  constructor(
    private readonly db: Database,
    private readonly reader: ConsignmentsReader,
    private readonly handlers: Handlers,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Packs, or packs again with other weights while nothing has left. A repeat of the same packing changes nothing. */
  async pack(actor: Actor, input: PackInput): Promise<Consignment> {
    const { id, packages } = parse(packing, input);
    const orderIds = [...new Set(packages.map((one) => one.orderId))].sort();
    await this.db.write(actor, async (tx) => {
      const orders = await this.lockOrders(tx, actor, orderIds);
      checkPacking(id, orders, packages);
      if (!(await this.open(tx, id, orders, packages))) return;
      await this.keepPackages(tx, id, packages);
      await tx.query(`update shipping.order_to_pack set consignment_id = $1 where order_id = any($2)`, [id, orderIds]);
      const perOrder = orderIds.map((orderId) => {
        const own = packages.filter((one) => one.orderId === orderId);
        return { orderId, grossWeightGrams: sum(own), packages: own.length };
      });
      const fact = await tx.publish('ConsignmentPacked', { consignmentId: id, orderIds, grossWeightGrams: sum(packages), packages: packages.length, orders: perOrder });
      await tx.query(`update shipping.consignment set packed_fact = $2, packed_at = $3 where id = $1`, [id, fact, tx.now]);
      await tx.audit({ action: 'consignment.pack', subject: { type: 'consignment', id }, detail: { orderIds, packages: packages.length } });
    });
    return this.reader.byId(actor, id);
  }

  /** Refused while the export file of any order on it is incomplete, naming the papers. */
  async dispatch(actor: Actor, id: string, carrier: string, text: string): Promise<Consignment> {
    const number = readTracking(carrier, text, actor.locale);
    try {
      await this.db.write(actor, async (tx) => {
        const { row, orders } = await this.lock(tx, actor, id);
        if (row.state === 'dispatched' && row.carrier === carrier && row.trackingNumber === number) return;
        const state = consignmentLifecycle.next(row.state, 'dispatch');
        const papers = await tx.query<PapersState>(PAPERS, [idsOf(orders)]);
        checkPapers(orders, papers, await this.unheard(tx, row.packedFact, idsOf(orders)), actor.locale);
        checkWay(orders, papers, CARRIERS[carrier as CarrierCode].way, number);
        const dispatchedOn = moroccanDay(tx.now);
        await tx.query(`update shipping.consignment set state = $2, carrier = $3, tracking_number = $4, dispatched_on = $5 where id = $1`, [id, state, carrier, number, dispatchedOn]);
        await this.step(tx, id, state);
        await tx.publish('ConsignmentDispatched', { consignmentId: id, orderIds: idsOf(orders), trackingNumber: number, carrier, dispatchedOn });
        await tx.audit({ action: 'consignment.dispatch', subject: { type: 'consignment', id }, detail: { carrier, trackingNumber: number } });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw shippingErrors.SHIPPING_TRACKING_USED({}, 'trackingNumber');
      throw error;
    }
    return this.reader.byId(actor, id);
  }

  /** The desk alone says so: delivery releases money, and nobody releases his own. */
  async deliver(actor: Actor, id: string, deliveredOn: string = moroccanDay(this.clock.now())): Promise<Consignment> {
    const day = parse(z.iso.date(), deliveredOn, 'deliveredOn');
    if (!isDesk(actor)) throw shippingErrors.SHIPPING_CONSIGNMENT_NOT_FOUND();
    await this.db.write(actor, async (tx) => {
      const { row, orders } = await this.lock(tx, actor, id);
      if (row.state === 'delivered') return;
      const state = consignmentLifecycle.next(row.state, 'deliver');
      if (day < row.dispatchedOn! || day > moroccanDay(tx.now)) throw shippingErrors.SHIPPING_DELIVERY_DAY({ from: row.dispatchedOn!, to: moroccanDay(tx.now) }, 'deliveredOn');
      await tx.query(`update shipping.consignment set state = $2, delivered_on = $3 where id = $1`, [id, state, day]);
      await this.step(tx, id, state);
      await tx.publish('ConsignmentDelivered', { consignmentId: id, orderIds: idsOf(orders), deliveredOn: day });
      await tx.audit({ action: 'consignment.deliver', subject: { type: 'consignment', id }, detail: { deliveredOn: day } });
    });
    return this.reader.byId(actor, id);
  }

  private async lock(tx: Tx, actor: Actor, id: string): Promise<{ row: ConsignmentRow; orders: OrderToPack[] }> {
    const [row] = isId(id)
      ? await tx.query<ConsignmentRow>(`${CONSIGNMENT} where id = $1 for update`, [id])
      : [];
    if (!row) throw shippingErrors.SHIPPING_CONSIGNMENT_NOT_FOUND();
    const orders = await tx.query<OrderToPack>(`${ORDER_TO_PACK} where consignment_id = $1 order by order_id`, [id]);
    if (!orders.every((order) => mayHandle(actor, order))) throw shippingErrors.SHIPPING_CONSIGNMENT_NOT_FOUND();
    return { row, orders };
  }

  /** In one order, so that two packers of the same orders wait for each other instead of deadlocking. */
  private async lockOrders(tx: Tx, actor: Actor, orderIds: readonly string[]): Promise<OrderToPack[]> {
    const orders = await tx.query<OrderToPack>(`${ORDER_TO_PACK} where order_id = any($1) order by order_id for update`, [orderIds]);
    if (orders.length < orderIds.length || !orders.every((order) => mayHandle(actor, order))) throw shippingErrors.SHIPPING_ORDER_NOT_FOUND({}, 'packages');
    return orders;
  }

  /** False when this very packing is already kept. */
  private async open(tx: Tx, id: string, orders: readonly OrderToPack[], packages: readonly Package[]): Promise<boolean> {
    const made = await tx.query(`insert into shipping.consignment (id, state, packed_at) values ($1, $2, $3) on conflict do nothing returning id`, [id, consignmentLifecycle.initial, tx.now]);
    if (made.length > 0) {
      await this.step(tx, id, consignmentLifecycle.initial);
      return true;
    }
    const [row] = await tx.query<ConsignmentRow>(`${CONSIGNMENT} where id = $1 for update`, [id]);
    const held = await tx.query<{ orderId: string }>(`select order_id as "orderId" from shipping.order_to_pack where consignment_id = $1 order by order_id`, [id]);
    // An id that is taken belongs to another packing.
    if (held.length !== orders.length || held.some(({ orderId }, i) => orderId !== orders[i]!.orderId)) throw shippingErrors.SHIPPING_OTHER_ORDERS({}, 'id');
    if (samePackages(await tx.query<Package>(PACKAGES, [id]), packages)) return false;
    consignmentLifecycle.next(row!.state, 'pack');
    await tx.query(`delete from shipping.package where consignment_id = $1`, [id]);
    return true;
  }

  /**
   * Whether some room has still to deal with the measured weights, or we with a room's word about the papers.
   * A file that was complete before the packing must not let goods leave on papers with the old weights.
   */
  private async unheard(tx: Tx, packedFact: string, orderIds: readonly string[]): Promise<boolean> {
    const [waiting] = await tx.query(
      `select 1 from platform.outbox packed cross join unnest($2::text[]) subscriber
       where packed.id = $1 and not exists (select 1 from platform.inbox i where i.fact_id = packed.id and i.subscriber = subscriber)
       union all
       select 1 from platform.outbox o join platform.outbox packed on packed.id = $1 and o.at >= packed.at
       where o.kind = 'fact' and o.name in ('ExportFileCompleted', 'ExportFileReopened') and o.payload->>'orderId' = any($3)
         and not exists (select 1 from platform.inbox i where i.fact_id = o.id and i.subscriber like 'shipping.papers-%')
       limit 1`,
      [packedFact, this.handlers.subscribersOf('ConsignmentPacked'), orderIds],
    );
    return waiting !== undefined;
  }

  private async keepPackages(tx: Tx, id: string, packages: readonly Package[]): Promise<void> {
    for (const [i, one] of packages.entries()) {
      await tx.query(
        `insert into shipping.package (consignment_id, position, order_id, gross_weight_grams, length_mm, width_mm, height_mm) values ($1,$2,$3,$4,$5,$6,$7)`,
        [id, i + 1, one.orderId, one.grossWeightGrams, one.lengthMm, one.widthMm, one.heightMm],
      );
    }
  }

  private async step(tx: Tx, id: string, state: ConsignmentState): Promise<void> {
    await tx.query(`insert into shipping.consignment_step (consignment_id, state, at) values ($1, $2, $3)`, [id, state, tx.now]);
  }
}

function readTracking(carrier: string, text: string, locale: Locale): string {
  if (!isCarrier(carrier)) throw shippingErrors.SHIPPING_CARRIER_UNKNOWN({ carrier: carrier.slice(0, 40), known: Object.keys(CARRIERS).join(', ') }, 'carrier');
  const reading = trackingNumber(carrier satisfies CarrierCode, text);
  if (!reading.ok) throw shippingErrors.SHIPPING_TRACKING_INVALID({ reason: reading.why[locale] }, 'trackingNumber');
  return reading.number;
}

const idsOf = (orders: readonly OrderToPack[]): string[] => orders.map((order) => order.orderId);
const sum = (packages: readonly Package[]): number => packages.reduce((total, one) => total + one.grossWeightGrams, 0);
