import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize } from '#libs/platform';
import { paymentsErrors } from '../payments.errors.js';
import type { Standing } from './dispute.js';
import { askDisputeErrand } from './disputes.service.js';

export interface Dispute {
  readonly id: string;
  readonly standing: Standing;
  readonly status: string;
  readonly reason: string;
  readonly amountMinor: number;
  readonly currency: string;
  /** Of the amount, what accepted complaints and cancelled orders were giving back anyway. */
  readonly coveredMinor: number;
  readonly dueAt: Date | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  readonly orders: readonly { readonly orderId: string; readonly number: string }[];
}

export interface DisputePage {
  readonly nodes: readonly Dispute[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const READ = `select d.id, d.standing, d.status, d.reason, d.amount_minor as "amountMinor", d.currency, d.covered_minor as "coveredMinor", d.due_at as "dueAt", d.opened_at as "openedAt", d.closed_at as "closedAt",
    (select coalesce(json_agg(json_build_object('orderId', m.order_id, 'number', m.number) order by m.number), '[]')
     from payments.checkout c join payments.order_money m on m.payment_id = c.payment_id where c.payment_intent = d.payment_intent) as orders
  from payments.dispute d`;

/** Disputes for the desk: those that are open, or all, newest first. */
@Injectable()
export class DisputesQueries {
  constructor(private readonly db: Database) {}

  async page(open: boolean, first: number, after: string | undefined): Promise<DisputePage> {
    const size = pageSize(first);
    const [at, id] = after === undefined ? [null, null] : decodeCursor(after, 2).map(String);
    const rows = await this.db.read<Dispute>(
      `${READ} where (not $1 or d.standing = 'open') and ($2::timestamptz is null or (d.opened_at, d.id) < ($2::timestamptz, $3)) order by d.opened_at desc, d.id desc limit $4`,
      [open, at, id, size + 1],
    );
    const nodes = rows.slice(0, size);
    const last = nodes.at(-1);
    return { nodes, endCursor: last ? encodeCursor([last.openedAt.toISOString(), last.id]) : null, hasNextPage: rows.length > size };
  }

  /** Asks the provider once more how it stands; the answer comes by the queue. */
  async again(actor: Actor, id: string): Promise<Dispute> {
    const [dispute] = id.length <= 255 && !id.includes('\u0000') ? await this.db.read<Dispute>(`${READ} where d.id = $1`, [id]) : [];
    if (!dispute) throw paymentsErrors.DISPUTE_NOT_FOUND({}, 'id');
    await this.db.write(actor, async (tx) => {
      await tx.send(askDisputeErrand, { disputeId: id });
      await tx.audit({ action: 'dispute.ask', subject: { type: 'dispute', id }, detail: {} });
    });
    return dispute;
  }
}
