import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type Clock } from '#libs/kernel';
import { CLOCK, Database, OnTimer } from '#libs/platform';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayEvent } from '../stripe/stripe.shapes.js';
import { askDisputeErrand } from '../dispute/disputes.service.js';
import { REFUND, type RefundRow } from './checkout.rows.js';
import { CheckoutsService } from './checkouts.service.js';
import { applyErrand, EventsService } from './events.service.js';
import { refundErrand, RefundsService } from './refunds.service.js';

const MINUTE_MS = 60_000;
/** The provider's clock and ours may differ, and its list may lag: each reading starts a little before the last. */
const OVERLAP_MS = 15 * MINUTE_MS;
const FIRST_READING_MS = 3 * 24 * 60 * MINUTE_MS;
const AT_ONCE = 50;

/** Finds out what we were never told. Nothing here decides anything: it asks, and the answers go the usual way. */
@Injectable()
export class ReconcileService {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly checkouts: CheckoutsService,
    private readonly events: EventsService,
    private readonly refunds: RefundsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Each part runs even when another fails; what failed is thrown at the end, for the log and the next round. */
  @OnTimer('payments.reconcile', MINUTE_MS)
  async reconcile(): Promise<void> {
    if (!this.gateway.configured) return;
    const failures: unknown[] = [];
    for (const part of [() => this.listEvents(), () => this.askCheckouts(), () => this.askRefunds(), () => this.askDisputes(), () => this.applyWaiting()]) {
      await part().catch((error: unknown) => failures.push(error));
    }
    if (failures.length > 0) throw new AggregateError(failures, 'reconciling with the payment provider');
  }

  /** Events that no webhook brought: a closed firewall, a crash, a lost secret. */
  private async listEvents(): Promise<void> {
    const began = this.clock.now();
    const [mark] = await this.db.read<{ readUntil: Date }>(`select read_until as "readUntil" from payments.listing where provider = 'stripe'`);
    const since = mark ? mark.readUntil.getTime() - OVERLAP_MS : began.getTime() - FIRST_READING_MS;
    const batch: GatewayEvent[] = [];
    const flush = async (): Promise<void> => {
      const events = batch.splice(0);
      if (events.length > 0) await this.db.write(SYSTEM, async (tx) => {
        for (const event of events) await this.events.take(tx, event, 'listing');
      });
    };
    for await (const event of this.gateway.events(Math.floor(since / 1000))) if (batch.push(event) >= AT_ONCE) await flush();
    await flush();
    await this.db.write(SYSTEM, (tx) =>
      tx.query(`insert into payments.listing (provider, read_until) values ('stripe', $1) on conflict (provider) do update set read_until = greatest(payments.listing.read_until, excluded.read_until)`, [began]),
    );
  }

  /** Tries whose outcome nobody knows, and pages that must be over by now. */
  private async askCheckouts(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.db.read<{ id: string }>(
      `select id from payments.checkout where (state in ('opening', 'unresolved') and coalesce(asked_at, created_at) < $1) or (state = 'open' and expires_at < $2 and coalesce(asked_at, created_at) < $1) order by expires_at limit $3`,
      [new Date(now.getTime() - MINUTE_MS), now, AT_ONCE],
    );
    await each(rows, (row) => this.checkouts.ask(row.id));
  }

  private async askRefunds(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 5 * MINUTE_MS);
    const rows = await this.db.read<RefundRow>(`select ${REFUND} from payments.refund r where r.state in ('due', 'unresolved', 'pending') and not (r.state = 'due' and payments.disputed(r.payment_id)) and coalesce(r.asked_at, r.created_at) < $1 order by r.created_at limit $2`, [before, AT_ONCE]);
    await each(rows, async (row) => {
      if (row.state !== 'pending') return this.again(row.id);
      const made = row.paymentIntent === null ? null : await this.gateway.refundMade({ refundId: row.id, paymentIntent: row.paymentIntent });
      await this.db.write(SYSTEM, async (tx) => {
        await tx.query(`update payments.refund set asked_at = $2 where id = $1`, [row.id, tx.now]);
        if (made) await this.refunds.apply(tx, made);
      });
    });
  }

  /** Nobody told us how a dispute ended: it is asked about again each day. */
  private async askDisputes(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 24 * 60 * MINUTE_MS);
    const rows = await this.db.read<{ id: string }>(`select id from payments.dispute where standing = 'open' and (asked_at is null or asked_at < $1) order by opened_at limit $2`, [before, AT_ONCE]);
    await each(rows, (row) => this.db.write(SYSTEM, (tx) => tx.send(askDisputeErrand, { disputeId: row.id })));
  }

  /** The errand's own tries are used up, or its process died: it is sent once more, still under the refund's key. */
  private async again(refundId: string): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      await tx.query(`update payments.refund set state = 'unresolved', asked_at = $2 where id = $1 and state in ('due', 'unresolved')`, [refundId, tx.now]);
      await tx.send(refundErrand, { refundId });
    });
  }

  private async applyWaiting(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 15 * MINUTE_MS);
    const rows = await this.db.read<{ id: string }>(`select event_id as id from payments.event where applied_at is null and said->>'kind' <> 'unread' and received_at < $1 order by received_at limit $2`, [before, AT_ONCE]);
    await each(rows, (row) => this.db.write(SYSTEM, (tx) => tx.send(applyErrand, { eventId: row.id }, { key: `${row.id}:${this.clock.now().toISOString().slice(0, 13)}` })));
  }
}

/** One by one, to the end, whatever fails on the way. */
async function each<T>(rows: readonly T[], work: (row: T) => Promise<unknown>): Promise<void> {
  const failures: unknown[] = [];
  for (const row of rows) await work(row).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${rows.length} could not be resolved`);
}
