import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, pageSize } from '#libs/platform';
import type { ClusterRole } from '../ledger/split.js';
import { PayoutAccountsService, type PayoutAccount } from './payout-accounts.service.js';

/** Where an earning is on its way: with the buyer's money, free to go, frozen while her bank disputes the payment, at the bank, with its owner, or not due any more. */
export type EarningState = 'held' | 'released' | 'frozen' | 'sent' | 'paid' | 'voided';

export interface Earning {
  readonly id: string;
  readonly orderId: string;
  readonly orderNumber: string;
  readonly line: number;
  /** What is left of it for her. */
  readonly amountMinor: number;
  /** What went back to the buyer of it. */
  readonly takenMinor: number;
  readonly state: EarningState;
  readonly at: Date;
  /** Of a cluster: which of its works it is for. */
  readonly role: ClusterRole | null;
  /** Of a shared order: how many pieces of the line she made. */
  readonly pieces: number | null;
}

export interface Earnings {
  /** Sold, not yet delivered. */
  readonly heldMinor: number;
  /** Delivered: goes out with the next batch. */
  readonly releasedMinor: number;
  /** Delivered, but the buyer's bank disputes the payment: nothing goes out until that is over. */
  readonly frozenMinor: number;
  readonly sentMinor: number;
  readonly paidMinor: number;
  /** Paid to her, and since returned to a buyer: taken from what she earns next. */
  readonly owedMinor: number;
  readonly account: PayoutAccount | null;
  readonly nodes: readonly Earning[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

const STATE = `case when e.state <> 'released' then e.state
  when e.payout_id is null then case when payments.disputed(m.payment_id) then 'frozen' else 'released' end when p.state = 'settled' then 'paid'
  when exists (select 1 from payments.payout_batch b where b.id = p.batch_id and b.state = 'waiting') then 'released' else 'sent' end`;

/** What people earned, in dirhams, for themselves to see. */
@Injectable()
export class EarningsService {
  constructor(
    private readonly db: Database,
    private readonly accounts: PayoutAccountsService,
  ) {}

  async mine(actor: Actor, page: { first: number; after?: string | undefined; clusterId?: string | null | undefined }): Promise<Earnings> {
    const size = pageSize(page.first);
    const from = page.after === undefined ? null : String(decodeCursor(page.after, 1)[0]);
    const payee = await this.accounts.payeeOf(actor, page.clusterId ?? null);
    const [sums, rows, account, [owed]] = await Promise.all([
      this.db.read<{ state: EarningState; total: number }>(
        `select ${STATE} as state, sum(case e.state when 'voided' then e.amount_minor else e.amount_minor - e.taken_minor end)::bigint as total from payments.earning e join payments.order_money m on m.order_id = e.order_id left join payments.payout p on p.id = e.payout_id
         where e.beneficiary_kind = $1 and e.beneficiary_id = $2 group by 1`,
        [payee.kind, payee.id],
      ),
      this.db.read<Earning>(
        `select e.id, e.order_id as "orderId", m.number as "orderNumber", e.line, case e.state when 'voided' then e.amount_minor else e.amount_minor - e.taken_minor end as "amountMinor", e.taken_minor as "takenMinor", ${STATE} as state, e.created_at as at, nullif(e.role, '') as role, e.pieces
         from payments.earning e join payments.order_money m on m.order_id = e.order_id left join payments.payout p on p.id = e.payout_id
         where e.beneficiary_kind = $1 and e.beneficiary_id = $2 and ($3::text is null or e.id::text < $3) order by e.id desc limit $4`,
        [payee.kind, payee.id, from, size + 1],
      ),
      this.accounts.of(payee),
      this.db.read<{ minor: number }>(`select coalesce(sum(amount_minor - settled_minor), 0)::bigint as minor from payments.receivable where beneficiary_kind = $1 and beneficiary_id = $2 and settled_minor < amount_minor`, [payee.kind, payee.id]),
    ]);
    const total = (state: EarningState): number => sums.find((sum) => sum.state === state)?.total ?? 0;
    const nodes = rows.slice(0, size);
    return {
      heldMinor: total('held'),
      releasedMinor: total('released'),
      frozenMinor: total('frozen'),
      sentMinor: total('sent'),
      paidMinor: total('paid'),
      owedMinor: owed!.minor,
      account,
      nodes,
      endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.id]) : null,
      hasNextPage: rows.length > size,
    };
  }
}
