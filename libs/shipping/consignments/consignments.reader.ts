import { Injectable } from '@nestjs/common';
import { isId, type Actor, type Locale } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize, platformErrors } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { isDesk, mayHandle, missingIn, type ConsignmentState, type OrderToPack, type Package, type PapersState } from './consignment.js';
import { isCarrier, trackingUrl } from './tracking-number.js';

export const ORDER_TO_PACK = `select order_id as "orderId", number, exporter_kind as "exporterKind", exporter_id as "exporterId", country,
  consignee_key as "consigneeKey", net_weight_grams as "netWeightGrams", consignment_id as "consignmentId" from shipping.order_to_pack`;

export interface WaitingOrder {
  readonly orderId: string;
  readonly number: string | null;
  readonly country: string | null;
  readonly netWeightGrams: number | null;
  readonly papersComplete: boolean;
  readonly missingPapers: readonly string[];
}

export interface ConsignmentStep {
  readonly state: ConsignmentState;
  readonly at: Date;
}

export interface Consignment {
  readonly id: string;
  readonly state: ConsignmentState;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly trackingUrl: string | null;
  readonly packedAt: Date;
  readonly dispatchedOn: string | null;
  readonly deliveredOn: string | null;
  readonly orders: readonly WaitingOrder[];
  readonly packages: readonly Package[];
  readonly timeline: readonly ConsignmentStep[];
}

export interface ConsignmentPage {
  readonly nodes: readonly Consignment[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** What is missing, in each language. */
const MISSING = `json_build_object('en', coalesce(p.missing, '{}'), 'fr', coalesce(p.missing_fr, '{}'), 'ar', coalesce(p.missing_ar, '{}'))`;

/** One statement for any set of consignments: orders, packages and steps come as JSON beside each. */
const CONSIGNMENT = `select c.id, c.state, c.carrier, c.tracking_number as "trackingNumber", c.packed_at as "packedAt", c.dispatched_on as "dispatchedOn", c.delivered_on as "deliveredOn",
  (select coalesce(json_agg(json_build_object('orderId', o.order_id, 'number', o.number, 'country', o.country, 'netWeightGrams', o.net_weight_grams, 'exporterKind', o.exporter_kind,
     'exporterId', o.exporter_id, 'papersComplete', coalesce(p.complete, false), 'missing', ${MISSING}) order by o.order_id), '[]')
     from shipping.order_to_pack o left join shipping.papers_state p on p.order_id = o.order_id where o.consignment_id = c.id) as orders,
  (select coalesce(json_agg(json_build_object('orderId', k.order_id, 'grossWeightGrams', k.gross_weight_grams, 'lengthMm', k.length_mm, 'widthMm', k.width_mm, 'heightMm', k.height_mm) order by k.position), '[]')
     from shipping.package k where k.consignment_id = c.id) as packages,
  (select coalesce(json_agg(json_build_object('state', s.state, 'at', s.at) order by s.at, array_position(array['packed','dispatched','delivered'], s.state)), '[]') from shipping.consignment_step s where s.consignment_id = c.id) as timeline
  from shipping.consignment c`;

/** Orders this person may handle: $1 is true for the desk, $2 his artisan id, $3 his clusters. */
const OWN = `($1 or (o.exporter_kind = 'artisan' and o.exporter_id = $2) or (o.exporter_kind = 'cluster' and o.exporter_id = any($3::uuid[])))`;

type Told = Omit<WaitingOrder, 'missingPapers'> & Pick<PapersState, 'missing'>;
type Row = Omit<Consignment, 'trackingUrl' | 'orders' | 'timeline'> & {
  readonly orders: readonly (Told & Pick<OrderToPack, 'exporterKind' | 'exporterId'>)[];
  readonly timeline: readonly { state: ConsignmentState; at: string }[];
};

@Injectable()
export class ConsignmentsReader {
  constructor(private readonly db: Database) {}

  async byId(actor: Actor, id: string): Promise<Consignment> {
    const [row] = isId(id) ? await this.db.read<Row>(`${CONSIGNMENT} where c.id = $1`, [id]) : [];
    if (!row || !row.orders.every((order) => mayHandle(actor, order))) throw shippingErrors.SHIPPING_CONSIGNMENT_NOT_FOUND();
    return consignmentOf(row, actor.locale);
  }

  /** For the room that owns orders, which has checked who asks. Null until the order is packed. */
  async ofOrder(orderId: string): Promise<Consignment | null> {
    const [row] = await this.db.read<Row>(`${CONSIGNMENT} where c.id = (select consignment_id from shipping.order_to_pack where order_id = $1)`, [orderId]);
    return row ? consignmentOf(row, 'en') : null;
  }

  /** For the room that owns orders: its papers were complete once, and a figure has moved since. */
  async papersReopened(orderId: string): Promise<boolean> {
    const rows = await this.db.prepared('shipping.papers-reopened', `select 1 from shipping.papers_state where order_id = $1 and not complete`, [orderId]);
    return rows.length > 0;
  }

  async page(actor: Actor, state: ConsignmentState | null, first: number, after: string | undefined): Promise<ConsignmentPage> {
    const size = pageSize(first);
    const [before = null] = after === undefined ? [] : decodeCursor(after, 1);
    if (before !== null && !isId(before)) throw platformErrors.CURSOR_INVALID({}, 'after');
    const rows = await this.db.read<Row>(
      `${CONSIGNMENT} where exists (select 1 from shipping.order_to_pack o where o.consignment_id = c.id and ${OWN})
       and ($4::text is null or c.state = $4) and ($5::uuid is null or c.id < $5::uuid) order by c.id desc limit $6`,
      [...sightOf(actor), state, before, size + 1],
    );
    const nodes = rows.slice(0, size).map((row) => consignmentOf(row, actor.locale));
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null, hasNextPage: rows.length > size };
  }

  /** Orders made and not yet packed, the longest waiting first. */
  async waiting(actor: Actor, first: number): Promise<WaitingOrder[]> {
    const rows = await this.db.read<Told>(
      `select o.order_id as "orderId", o.number, o.country, o.net_weight_grams as "netWeightGrams", coalesce(p.complete, false) as "papersComplete", ${MISSING} as missing
       from shipping.order_to_pack o left join shipping.papers_state p on p.order_id = o.order_id
       where o.consignment_id is null and ${OWN} order by o.ready_at, o.order_id limit $4`,
      [...sightOf(actor), pageSize(first)],
    );
    return rows.map((row) => waitingOf(row, actor.locale));
  }
}

function sightOf(actor: Actor): [boolean, string | null, string[]] {
  return [isDesk(actor), actor.artisanId, actor.memberships.filter((m) => m.kind === 'cluster').map((m) => m.organisationId)];
}

function waitingOf({ missing, ...order }: Told, locale: Locale): WaitingOrder {
  return { ...order, missingPapers: missingIn(missing, locale) };
}

function consignmentOf(row: Row, locale: Locale): Consignment {
  const { carrier, trackingNumber } = row;
  return {
    ...row,
    orders: row.orders.map((order) => waitingOf(order, locale)),
    trackingUrl: carrier !== null && trackingNumber !== null && isCarrier(carrier) ? trackingUrl(carrier, trackingNumber) : null,
    timeline: row.timeline.map(({ state, at }) => ({ state, at: new Date(at) })),
  };
}
