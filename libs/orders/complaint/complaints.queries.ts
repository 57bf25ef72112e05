import { Inject, Injectable } from '@nestjs/common';
import { isId, moroccanDay, nullIfRefused, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, Database, decodeCursor, encodeCursor, pageSize } from '#libs/platform';
import { ordersErrors } from '../orders.errors.js';
import { OrdersService } from '../orders.service.js';
import type { ProForma } from '../pro-forma.js';
import { verbsOf, windowOf, type ComplaintSide, type ComplaintTerms, type Window } from './complaint.js';
import { COMPLAINT_READ, type Complaint } from './complaint.rows.js';

/** The database, or a transaction of it. */
interface Reader {
  query<T>(sql: string, params: readonly unknown[]): Promise<T[]>;
}

export interface ComplaintPage {
  readonly nodes: readonly Complaint[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

type Read = Omit<Complaint, 'verbs'>;

/** Complaints as each side reads them. */
@Injectable()
export class ComplaintsQueries {
  private readonly reader: Reader;

  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.reader = { query: (sql, params) => this.db.read(sql, params) };
  }

  async one(actor: Actor, id: string, key: string | null): Promise<Complaint> {
    const [row] = isId(id) ? await this.db.read<Read>(`${COMPLAINT_READ} where c.id = $1`, [id]) : [];
    const side = row ? await this.orders.sideFor(actor, row.orderId, key).catch(nullIfRefused) : null;
    if (!row || side === null) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'id');
    return seen(row, side);
  }

  /** Of an order its reader may see already, as this side. */
  async ofOrder(orderId: string, side: ComplaintSide): Promise<Complaint[]> {
    const rows = await this.db.read<Read>(`${COMPLAINT_READ} where c.order_id = $1 order by c.opened_at, c.id`, [orderId]);
    return rows.map((row) => seen(row, side));
  }

  /** What waits for an exporter's word, the nearest deadline first. */
  async toAnswer(actor: Actor): Promise<Complaint[]> {
    const exporters = await this.orders.exportersOf(actor);
    const rows = await this.db.read<Read>(`${COMPLAINT_READ} where o.exporter_id = any($1::uuid[]) and c.state in ('open', 'returning') order by c.due_at nulls last, c.id limit 50`, [exporters]);
    return rows.map((row) => seen(row, 'exporter'));
  }

  /** For the desk: those that wait for its word, oldest first, or all, newest first. */
  async forDesk(waiting: boolean, first: number, after: string | undefined): Promise<ComplaintPage> {
    const size = pageSize(first);
    const last = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const from = last !== null && isId(last) ? last : null;
    const where = waiting ? `c.state in ('with_desk', 'returning') and ($1::uuid is null or c.id > $1) order by c.id` : `($1::uuid is null or c.id < $1) order by c.id desc`;
    const rows = await this.db.read<Read>(`${COMPLAINT_READ} where ${where} limit $2`, [from, size + 1]);
    const nodes = rows.slice(0, size).map((row) => seen(row, 'house'));
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage: rows.length > size };
  }

  async terms(from: Reader = this.reader): Promise<ComplaintTerms> {
    const [terms] = await from.query<ComplaintTerms>(
      `select open_days "openDays", late_days "lateDays", answer_days "answerDays", reply_days "replyDays" from orders.complaint_terms where valid_from <= $1 order by valid_from desc limit 1`,
      [moroccanDay(this.clock.now())],
    );
    return terms!;
  }

  async window(from: Reader | null, order: { readonly id: string; readonly proForma: Pick<ProForma, 'quote'> }): Promise<Window | null> {
    const reader = from ?? this.reader;
    const [on] = await reader.query<{ dispatchedAt: Date | null; deliveredAt: Date | null }>(
      `select max(at) filter (where verb = 'dispatch') "dispatchedAt", max(at) filter (where verb = 'deliver') "deliveredAt" from orders.history where order_id = $1`,
      [order.id],
    );
    return windowOf(await this.terms(reader), { ...on!, etaDays: order.proForma.quote.etaDays.max }, this.clock.now());
  }

  async windowOf(orderId: string): Promise<Window | null> {
    return this.window(null, { id: orderId, proForma: await this.orders.proForma(orderId) });
  }
}

function seen(row: Read, side: ComplaintSide): Complaint {
  return { ...row, verbs: verbsOf(row.state, side) };
}
