import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM, type Clock } from '#libs/kernel';
import { CLOCK, Database, errand, OnErrand, type Tx } from '#libs/platform';
import { GatewayForged, StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayEvent, Said } from '../stripe/stripe.shapes.js';
import { paymentsErrors } from '../payments.errors.js';
import { DisputesService } from '../dispute/disputes.service.js';
import { CaptureService } from './capture.service.js';
import { RefundsService } from './refunds.service.js';

export const applyErrand = errand<{ eventId: string }>('payments.apply-event', { attempts: 12, backoffMs: 500 });

/** Store first, answer, apply later: the provider waits for nothing but one insert. */
@Injectable()
export class EventsService {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly capture: CaptureService,
    private readonly refunds: RefundsService,
    private readonly disputes: DisputesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async receive(raw: Buffer, signature: string | readonly string[] | undefined): Promise<void> {
    let event: GatewayEvent;
    try {
      event = this.gateway.verify(raw, signature, this.clock.now());
    } catch (error) {
      if (error instanceof GatewayForged) throw paymentsErrors.PAYMENT_WEBHOOK_REFUSED();
      throw error;
    }
    await this.db.write(SYSTEM, (tx) => this.take(tx, event, 'webhook'));
  }

  /** Answers false for an event already here. The job to apply it is in the same commit. */
  async take(tx: Tx, event: GatewayEvent, heardBy: 'webhook' | 'listing'): Promise<boolean> {
    const { kind } = event.said;
    const taken = await tx.query(
      `insert into payments.event (provider, event_id, type, said, created_at, received_at, heard_by, applied_at)
       values ('stripe', $1, $2, $3, to_timestamp($4), $5, $6, $7) on conflict do nothing returning event_id`,
      [event.id, event.type, JSON.stringify(event.said), event.created, tx.now, heardBy, kind === 'nothing' ? tx.now : null],
    );
    if (taken.length === 0) return false;
    if (kind !== 'nothing' && kind !== 'unread') await tx.send(applyErrand, { eventId: event.id }, { key: event.id });
    return true;
  }

  /** One transaction: the event is applied and marked so, or neither. */
  @OnErrand(applyErrand)
  async apply({ eventId }: { eventId: string }): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      const [event] = await tx.query<{ type: string; said: Said; appliedAt: Date | null }>(
        `select type, said, applied_at as "appliedAt" from payments.event where provider = 'stripe' and event_id = $1 for update`,
        [eventId],
      );
      if (!event || event.appliedAt !== null) return;
      await this.applySaid(tx, event.said, event.type);
      await tx.query(`update payments.event set applied_at = $2 where provider = 'stripe' and event_id = $1`, [eventId, tx.now]);
    });
  }

  private async applySaid(tx: Tx, said: Said, type: string): Promise<void> {
    if (said.kind === 'session') await this.capture.settle(tx, said.session, type);
    if (said.kind === 'declined' && said.checkoutId !== null) await this.capture.decline(tx, said.checkoutId, said.code);
    if (said.kind === 'dispute') await this.disputes.hear(tx, said.dispute);
    if (said.kind === 'refund') await this.refunds.apply(tx, said.refund);
  }
}
