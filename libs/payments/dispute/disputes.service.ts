import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { Database, errand, OnErrand, type Tx } from '#libs/platform';
import { lockPayment } from '../checkout/checkout.rows.js';
import { RefundsService } from '../checkout/refunds.service.js';
import { disputeMoved } from '../ledger/ledger.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewayDispute } from '../stripe/stripe.shapes.js';
import { DisputeLettersService } from './dispute-letters.service.js';
import { movesTo, standingOf, type Move } from './dispute.js';

export const askDisputeErrand = errand<{ disputeId: string }>('payments.ask-dispute', { attempts: 12, backoffMs: 1_000 });

interface Row {
  readonly id: string;
  readonly paymentIntent: string;
  readonly amountMinor: number;
  readonly currency: string;
  readonly withdrawn: boolean;
  readonly booked: boolean;
  readonly standing: string;
  readonly moves: number;
  readonly appliedAsk: number;
}

const ROW = `d.id, d.payment_intent as "paymentIntent", d.amount_minor as "amountMinor", d.currency, d.withdrawn, d.booked, d.standing, d.moves, d.applied_ask as "appliedAsk"`;

/**
 * Events of a dispute come in any order, so none of them is believed for more than that there is one: from its first, whichever
 * it is, the payment's money is frozen, and the provider is asked how the dispute stands. Only its newest answer counts.
 */
@Injectable()
export class DisputesService {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly ledger: LedgerService,
    private readonly refunds: RefundsService,
    private readonly letters: DisputeLettersService,
  ) {}

  async hear(tx: Tx, dispute: GatewayDispute): Promise<void> {
    const [made] = await tx.query(
      `insert into payments.dispute (id, payment_intent, amount_minor, currency, reason, status, standing, due_at, opened_at) values ($1,$2,$3,$4,$5,$6,'open',to_timestamp($7),to_timestamp($8)) on conflict do nothing returning id`,
      [dispute.id, dispute.paymentIntent, dispute.amountMinor, dispute.currency, dispute.reason, dispute.status, dispute.dueBy, dispute.created],
    );
    if (made) await tx.audit({ action: 'dispute.open', subject: { type: 'dispute', id: dispute.id }, detail: { amountMinor: dispute.amountMinor, currency: dispute.currency, reason: dispute.reason } });
    await tx.send(askDisputeErrand, { disputeId: dispute.id });
  }

  @OnErrand(askDisputeErrand)
  async ask({ disputeId }: { disputeId: string }): Promise<void> {
    const [asked] = await this.db.write(SYSTEM, (tx) => tx.query<{ ask: number }>(`update payments.dispute set asks = asks + 1, asked_at = $2 where id = $1 returning asks as ask`, [disputeId, tx.now]));
    if (!asked) return;
    const said = await this.gateway.dispute(disputeId);
    await this.db.write(SYSTEM, (tx) => this.apply(tx, said, asked.ask));
  }

  private async apply(tx: Tx, said: GatewayDispute, ask: number): Promise<void> {
    const [checkout] = await tx.query<{ id: string; paymentId: string }>(`select id, payment_id as "paymentId" from payments.checkout where payment_intent = $1`, [said.paymentIntent]);
    // The payment itself is still on its way to us: the queue asks again.
    if (!checkout) throw new RangeError(`dispute ${said.id} is about ${said.paymentIntent}, of which we have not heard`);
    await lockPayment(tx, checkout.paymentId);
    const [row] = await tx.query<Row>(`select ${ROW} from payments.dispute d where d.id = $1 for update`, [said.id]);
    if (row!.appliedAsk >= ask) return;
    if (said.amountMinor !== row!.amountMinor || said.currency !== row!.currency) throw new RangeError(`dispute ${said.id} is over another amount than it was`);
    const standing = standingOf(said.status);
    let moved = row!.moves;
    for (const move of movesTo(row!, { withdrawn: said.withdrawn, standing })) await this.book(tx, row!, move, ++moved, checkout.id);
    const booked = standing === 'lost' && said.withdrawn;
    await tx.query(
      `update payments.dispute set status = $2, standing = $3, reason = $4, due_at = to_timestamp($5), withdrawn = $6, booked = $7, moves = $8, applied_ask = $9, closed_at = case when $3 = 'open' then null else coalesce(closed_at, $10) end where id = $1`,
      [said.id, said.status, standing, said.reason, said.dueBy, said.withdrawn, booked, moved, ask, tx.now],
    );
    // Told after the first answer, when it is known whose money it is about; then each time it stands otherwise.
    if (standing !== row!.standing || row!.appliedAsk === 0) await this.letters.tell(tx, { disputeId: said.id, standing, change: ask });
    if (standing === row!.standing) return;
    await tx.audit({ action: `dispute.${standing}`, subject: { type: 'dispute', id: said.id }, detail: { status: said.status, amountMinor: row!.amountMinor, currency: row!.currency } });
    // What waited for its end goes on: refunds that the bank did not make for us.
    if (standing !== 'open') await this.refunds.goOn(tx, checkout.id);
  }

  /** A loss is the house's, but for what accepted complaints and cancelled orders were giving back anyway. */
  private async book(tx: Tx, { id, amountMinor, currency }: Row, move: Move, n: number, checkoutId: string): Promise<void> {
    const covered = move === 'lose' ? await this.refunds.coverWaiting(tx, checkoutId, { id, amountMinor }) : 0;
    if (move === 'lose') await tx.query(`update payments.dispute set covered_minor = $2 where id = $1`, [id, covered]);
    if (amountMinor > covered) await this.ledger.post(tx, disputeMoved(move, `${id}:${n}`, { amountMinor: amountMinor - covered, currency }));
  }
}
