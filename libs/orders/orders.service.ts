import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { ClustersService } from '#libs/clusters';
import { freeText, hasRole, isId, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, Database, decodeCursor, encodeCursor, pageSize, type Tx } from '#libs/platform';
import { LettersService } from './letters/letters.service.js';
import { BUYER_VERBS, EXPORTER_VERBS, orderLifecycle, type OrderState, type OrderVerb } from './order/order.js';
import { keyHash } from './order/order-key.js';
import { ordersErrors } from './orders.errors.js';
import { placementOf, type Placement } from './placing/placement.js';
import type { ProForma } from './pro-forma.js';
import { readyFact } from './order/said.js';
import { ORDER_COLUMNS, StepsService, type OrderRow } from './order/steps.service.js';

export interface TimelineStep {
  readonly sequence: number;
  readonly verb: OrderVerb;
  readonly state: OrderState;
  readonly at: Date;
  /** Who did it, by name; the house itself for what followed from a fact. */
  readonly by: string;
  readonly detail: Readonly<Record<string, string>>;
}

export interface Order extends OrderRow {
  readonly timeline: readonly TimelineStep[];
  /** What the person asking may do with it now. */
  readonly verbs: readonly OrderVerb[];
}

export interface OrderPage {
  readonly nodes: readonly Order[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export type Side = 'buyer' | 'exporter' | 'house';
type OrderRead = OrderRow & { readonly timeline: readonly (Omit<TimelineStep, 'at'> & { at: string })[] };

const READ = `select ${ORDER_COLUMNS},
    (select json_agg(json_build_object('sequence', h.sequence, 'verb', h.verb, 'state', h.to_state, 'at', h.at, 'by', h.actor_name, 'detail', h.detail) order by h.sequence)
     from orders.history h where h.order_id = o.id) timeline
  from orders.orders o`;

/** Orders as their buyer, their exporter and the export desk see and move them; the door for the rooms above. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly db: Database,
    private readonly steps: StepsService,
    private readonly letters: LettersService,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async order(actor: Actor, orderId: string): Promise<Order> {
    const [row] = isId(orderId) ? await this.db.read<OrderRead>(`${READ} where o.id = $1`, [orderId]) : [];
    const side = row && (await this.sideOf(actor, row));
    if (!row || !side) throw ordersErrors.ORDER_NOT_FOUND();
    return view(row, side);
  }

  /** The link in the buyer's letters: whoever holds the key sees the order, and changes nothing. */
  async orderByKey(key: string): Promise<Order> {
    const [row] = key.length === 43 ? await this.db.read<OrderRead>(`${READ} where o.key_hash = $1`, [keyHash(key)]) : [];
    if (!row) throw ordersErrors.ORDER_NOT_FOUND();
    return { ...view(row, 'buyer'), verbs: [] };
  }

  async ordersOfBasket(actor: Actor, basketId: string): Promise<Order[]> {
    const rows = isId(basketId) ? await this.db.read<OrderRead>(`${READ} where o.basket_id = $1 and o.owner = $2 order by o.number`, [basketId, actor.accountId]) : [];
    return rows.map((row) => view(row, 'buyer'));
  }

  async myOrders(actor: Actor, first: number, after: string | undefined): Promise<OrderPage> {
    return this.page('buyer', `o.owner = $1`, actor.accountId, first, after);
  }

  /** What this artisan, or the clusters she speaks for, sold. */
  async salesOrders(actor: Actor, first: number, after: string | undefined): Promise<OrderPage> {
    return this.page('exporter', `o.exporter_id = any($1::uuid[])`, await this.exportersOf(actor), first, after);
  }

  /** For the desk: all of them, newest first. */
  async allOrders(state: OrderState | null, first: number, after: string | undefined): Promise<OrderPage> {
    return this.page('house', `($1::text is null or o.state = $1)`, state, first, after);
  }

  async accept(actor: Actor, orderId: string): Promise<Order> {
    return this.byExporter(actor, orderId, async (tx, order) => {
      await this.steps.step(tx, order, 'accept');
    });
  }

  /** The money goes back: the order waits in `refund_due` until it has. */
  async decline(actor: Actor, orderId: string, reason: string): Promise<Order> {
    const why = freeText(reason, 500, 'reason');
    return this.byExporter(actor, orderId, (tx, order) => this.declineFunded(tx, order, why));
  }

  /** Whoever says it, the exporter or her silence. */
  async declineFunded(tx: Tx, order: OrderRow, reason: string): Promise<void> {
    await this.steps.step(tx, order, 'decline', { reason });
    await this.catalog.releaseUnits(tx, order.id);
    await tx.publish('OrderCancelled', { orderId: order.id, reason: 'declined' });
    await this.letters.write(tx, order.proForma, { kind: 'declined' });
  }

  async finish(actor: Actor, orderId: string): Promise<Order> {
    return this.byExporter(actor, orderId, async (tx, order) => {
      await this.steps.step(tx, order, 'finish');
      await tx.publish('OrderReady', readyFact(order.proForma));
    });
  }

  /** The buyer's own word, before any money arrived. */
  async cancel(actor: Actor, orderId: string): Promise<Order> {
    await this.db.write(actor, async (tx) => {
      const order = await this.steps.lock(tx, orderId);
      if (order.owner !== actor.accountId) throw ordersErrors.ORDER_NOT_FOUND();
      await this.cancelHeld(tx, order, 'buyer');
    });
    return this.order(actor, orderId);
  }

  /** Gives a placed order's pieces back, whoever wanted that. */
  async cancelHeld(tx: Tx, order: OrderRow, reason: 'buyer' | 'expired'): Promise<void> {
    await this.steps.step(tx, order, 'cancel', { reason });
    await this.catalog.releaseUnits(tx, order.id);
    await tx.publish('OrderCancelled', { orderId: order.id, reason });
    if (reason === 'expired') await this.letters.write(tx, order.proForma, { kind: 'expired' });
  }

  /** What a payment for this basket covers, and whether it may still be paid. Null when nothing was placed. */
  async placement(basketId: string, tx?: Tx): Promise<Placement | null> {
    const sql = `select ${ORDER_COLUMNS} from orders.orders o where o.basket_id = $1 order by o.number`;
    const rows = !isId(basketId) ? [] : tx ? await tx.query<OrderRow>(sql, [basketId]) : await this.db.read<OrderRow>(sql, [basketId]);
    return placementOf(rows, tx?.now ?? this.clock.now());
  }

  /**
   * Keeps the pieces while the buyer is at the cashier's: a payment that was begun in time must not find its pieces
   * sold. Refuses once the pro forma has expired.
   */
  async keepForPayment(tx: Tx, basketId: string, until: Date): Promise<Placement> {
    await tx.query(`select id from orders.orders where basket_id = $1 order by id for update`, [basketId]);
    const placement = await this.placement(basketId, tx);
    if (!placement) throw ordersErrors.ORDER_NOT_FOUND();
    if (placement.state !== 'payable') throw ordersErrors.ORDER_PRO_FORMA_EXPIRED({ until: placement.validUntil });
    await tx.query(`update orders.orders set held_until = greatest(held_until, $2) where basket_id = $1 and state = 'placed'`, [basketId, until]);
    return placement;
  }

  async proForma(orderId: string, tx?: Tx): Promise<ProForma> {
    return (await this.row(orderId, tx)).proForma;
  }

  async stateOf(orderId: string): Promise<OrderState> {
    return (await this.row(orderId)).state;
  }

  async isOwner(actor: Actor, orderId: string): Promise<boolean> {
    return actor.accountId !== null && (await this.row(orderId)).owner === actor.accountId;
  }

  /** Owner, exporter, export desk: those who may see the order's papers. */
  async maySee(actor: Actor, orderId: string): Promise<boolean> {
    return (await this.sideOf(actor, await this.row(orderId))) !== null;
  }

  /** On which side of an order somebody stands; whoever holds the key of the buyer's letters stands on hers. */
  async sideFor(actor: Actor, orderId: string, key: string | null = null): Promise<Side> {
    const row = await this.row(orderId);
    const side = await this.sideOf(actor, row);
    if (side === 'buyer' || side === 'exporter') return side;
    const [opened] = key?.length === 43 ? await this.db.read(`select 1 from orders.orders where id = $1 and key_hash = $2`, [orderId, keyHash(key)]) : [];
    if (opened) return 'buyer';
    if (!side) throw ordersErrors.ORDER_NOT_FOUND();
    return side;
  }

  private async row(orderId: string, tx?: Tx): Promise<OrderRow> {
    const sql = `select ${ORDER_COLUMNS} from orders.orders o where o.id = $1`;
    const [row] = !isId(orderId) ? [] : tx ? await tx.query<OrderRow>(sql, [orderId]) : await this.db.read<OrderRow>(sql, [orderId]);
    if (!row) throw ordersErrors.ORDER_NOT_FOUND();
    return row;
  }

  private async byExporter(actor: Actor, orderId: string, work: (tx: Tx, order: OrderRow) => Promise<void>): Promise<Order> {
    const mine = await this.exportersOf(actor);
    await this.db.write(actor, async (tx) => {
      const order = await this.steps.lock(tx, orderId);
      if (!hasRole(actor, 'admin') && !mine.includes(order.exporterId)) throw ordersErrors.ORDER_NOT_FOUND();
      await work(tx, order);
    });
    return this.order(actor, orderId);
  }

  /** For whom this person may answer. Asked before a transaction opens: inside one it would wait for a second connection. */
  async exportersOf(actor: Actor): Promise<string[]> {
    return [...(actor.artisanId ? [actor.artisanId] : []), ...(await this.clusters.coordinatedBy(actor))].filter(isId);
  }

  private async sideOf(actor: Actor, order: OrderRow): Promise<Side | null> {
    if ((await this.exportersOf(actor)).includes(order.exporterId)) return 'exporter';
    if (actor.accountId !== null && actor.accountId === order.owner) return 'buyer';
    return hasRole(actor, 'desk', 'admin') ? 'house' : null;
  }

  private async page(side: Side, where: string, param: unknown, first: number, after: string | undefined): Promise<OrderPage> {
    const size = pageSize(first);
    const last = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const rows = await this.db.read<OrderRead>(`${READ} where ${where} and ($2::uuid is null or o.id < $2) order by o.id desc limit $3`, [param, last !== null && isId(last) ? last : null, size + 1]);
    const nodes = rows.slice(0, size).map((row) => view(row, side));
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage: rows.length > size };
  }
}

function view(row: OrderRead, side: Side): Order {
  const mine = side === 'buyer' ? BUYER_VERBS : side === 'exporter' ? EXPORTER_VERBS : [];
  return { ...row, timeline: row.timeline.map((step) => ({ ...step, at: new Date(step.at) })), verbs: mine.filter((verb) => orderLifecycle.can(row.state, verb)) };
}
