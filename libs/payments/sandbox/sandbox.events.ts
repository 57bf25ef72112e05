import { createHmac } from 'node:crypto';
import type { Faults } from './sandbox.faults.js';
import { seconds, stripeId, type SandboxStore, type SandboxTx, type StripeObject } from './sandbox.store.js';

/** The API version the events are written in; the pinned client speaks the same. */
export const API_VERSION = '2026-10-28.endive';

export interface Delivery {
  /** Seconds the first try waits. */
  readonly lateSeconds?: number;
  /** How often the event is sent, answered or not. */
  readonly copies?: number;
}

/** Stripe's waits between tries, shortened so that a rehearsal is watchable; three days in all there, one hour here. */
const WAITS_SECONDS = [1, 2, 4, 8, 16, 32, 60, 120, 300, 600, 1200, 1200];
const PATIENCE_MS = 5_000;

export class SandboxEvents {
  private running = true;
  private turn: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly store: SandboxStore,
    private readonly faults: Faults,
    private readonly endpoint: { url: string; secret: string },
  ) {}

  /** Says an event in the transaction that made it true. */
  async say(tx: SandboxTx, type: string, object: StripeObject, delivery: Delivery = {}): Promise<void> {
    const event: StripeObject = {
      id: stripeId('evt'),
      object: 'event',
      api_version: API_VERSION,
      created: seconds(),
      data: { object },
      livemode: false,
      pending_webhooks: 1,
      request: { id: null, idempotency_key: null },
      type,
    };
    await tx.keep(event);
    if (this.faults.take(type, 'withhold_event')) return;
    for (let copy = 0; copy < (delivery.copies ?? 1); copy++) {
      await tx.query(`insert into stripe_sandbox.delivery (event_id, due_at) values ($1, now() + make_interval(secs => $2))`, [event.id, delivery.lateSeconds ?? 0]);
    }
  }

  /** Looks for what is due now and then; `nudge` looks at once. */
  start(): void {
    const round = (): void => {
      if (!this.running) return;
      this.timer = setTimeout(() => void this.nudge().finally(round), 250);
    };
    round();
  }

  nudge(): Promise<void> {
    this.turn = this.turn.then(() => this.deliverDue()).catch(() => undefined);
    return this.turn;
  }

  async stop(): Promise<void> {
    this.running = false;
    if (this.timer) clearTimeout(this.timer);
    await this.turn;
  }

  private async deliverDue(): Promise<void> {
    while (this.running) {
      const due = await this.store.inTx(async (tx) => {
        // Taken with its next try already booked: a crash in the middle sends it again, as Stripe would.
        const [row] = await tx.query<{ id: string; attempts: number; body: StripeObject }>(
          `update stripe_sandbox.delivery d set attempts = attempts + 1, due_at = now() + make_interval(secs => ($1::int[])[least(attempts, 11) + 1])
           from stripe_sandbox.object o
           where o.id = d.event_id and d.id = (select id from stripe_sandbox.delivery where done_at is null and due_at <= now() and attempts < 12 order by due_at, id limit 1 for update skip locked)
           returning d.id, d.attempts, o.body`,
          [WAITS_SECONDS],
        );
        return row ?? null;
      });
      if (!due) return;
      const status = await this.post(JSON.stringify(due.body));
      const done = status >= 200 && status < 300;
      await this.store.inTx((tx) => tx.query(`update stripe_sandbox.delivery set last_status = $2, done_at = case when $3 then now() end where id = $1`, [due.id, status, done]));
    }
  }

  private async post(body: string): Promise<number> {
    const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'Stripe/1.0 (sandbox)', 'stripe-signature': sign(body, this.endpoint.secret) };
    try {
      const answer = await fetch(this.endpoint.url, { method: 'POST', headers, body, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }
}

/** Stripe's signature: HMAC-SHA256 of `timestamp.body` under the endpoint's secret. */
export function sign(body: string, secret: string, at: number = seconds()): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`;
}
