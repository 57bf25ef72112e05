import { Injectable } from '@nestjs/common';
import { moroccanDay } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { lockPayment, orderMoney } from '../checkout/checkout.rows.js';
import { RefundsService } from '../checkout/refunds.service.js';
import { givenBack, refundStarted } from '../ledger/ledger.js';
import { LedgerService } from '../ledger/ledger.service.js';
import { creditNoteNumber, partsBack, type BackPart, type LinePaid } from './give-back.js';
import { backsOf } from './give-back.rows.js';
import { ReceivablesService } from './receivables.service.js';

export interface Accepted extends LinePaid {
  readonly complaintId: string;
  readonly orderId: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** An accepted complaint: part of a line's money goes back to the buyer, borne by those who had it. */
@Injectable()
export class GiveBacksService {
  constructor(
    private readonly refunds: RefundsService,
    private readonly ledger: LedgerService,
    private readonly receivables: ReceivablesService,
  ) {}

  /** Once for each complaint, however often it is told. */
  async give(tx: Tx, accepted: Accepted): Promise<void> {
    const { complaintId, orderId, amountMinor, currency } = accepted;
    const [of] = await tx.query<{ paymentId: string }>(`select payment_id as "paymentId" from payments.order_money where order_id = $1`, [orderId]);
    if (!of) throw new RangeError(`complaint ${complaintId} is about order ${orderId}, for which nothing was paid`);
    const payment = await lockPayment(tx, of.paymentId);
    const order = (await orderMoney(tx, [orderId]))[0]!;
    const [known] = await tx.query(`select 1 from payments.give_back where id = $1`, [complaintId]);
    if (known) return;
    if (payment.capturedBy === null || order.cancelledAt !== null || order.currency !== currency) throw new RangeError(`nothing of order ${orderId} can be given back for complaint ${complaintId}`);
    const parts = partsBack(order.split, accepted, amountMinor, await backsOf(tx, orderId));
    await this.write(tx, accepted, parts, order.releasedAt !== null);
    await (order.releasedAt === null ? this.fromHeld(tx, accepted, parts) : this.fromShares(tx, accepted, parts));
    await this.refunds.start(tx, { paymentId: payment.id, checkoutId: payment.capturedBy, orderId, giveBackId: complaintId, amountMinor, currency });
  }

  private async write(tx: Tx, { complaintId, orderId, line, amountMinor, currency }: Accepted, parts: readonly BackPart[], afterRelease: boolean): Promise<void> {
    const year = moroccanDay(tx.now).slice(0, 4);
    const number = creditNoteNumber(year, await tx.nextNumber(`credit-note:${year}`));
    await tx.query(`insert into payments.give_back (id, order_id, line, amount_minor, currency, number, after_release, created_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`, [complaintId, orderId, line, amountMinor, currency, number, afterRelease, tx.now]);
    for (const { kind, id, role, amountMinor: minor, madMinor } of parts) {
      await tx.query(`insert into payments.give_back_part (give_back_id, kind, beneficiary_id, role, amount_minor, mad_minor) values ($1,$2,$3,$4,$5,$6)`, [complaintId, kind, id, role, minor, madMinor]);
    }
  }

  /** Nobody has it yet: the held money is less, and so is what each will have of it. */
  private async fromHeld(tx: Tx, { complaintId, orderId, amountMinor, currency }: Accepted, parts: readonly BackPart[]): Promise<void> {
    await tx.query(`update payments.order_money set refunding_minor = refunding_minor + $2 where order_id = $1`, [orderId, amountMinor]);
    for (const { line, kind, id, role, madMinor } of parts) {
      await tx.query(
        `update payments.earning set taken_minor = taken_minor + $6 where order_id = $1 and line = $2 and beneficiary_kind = $3 and beneficiary_id = $4 and role = $5 and state = 'held'`,
        [orderId, line, kind, id, role, madMinor],
      );
    }
    await this.ledger.post(tx, refundStarted(complaintId, orderId, { amountMinor, currency }));
  }

  /** Shared out, and perhaps paid: the house advances it, and each payee owes her part to her next payout. */
  private async fromShares(tx: Tx, { complaintId, orderId, amountMinor, currency }: Accepted, parts: readonly BackPart[]): Promise<void> {
    await tx.query(`update payments.order_money set released_minor = released_minor - $2, refunding_minor = refunding_minor + $2 where order_id = $1`, [orderId, amountMinor]);
    const bearers = parts.map((part) => ({ payee: part.kind === 'platform' || part.kind === 'carried' ? null : { kind: part.kind, id: part.id }, amountMinor: part.amountMinor, madMinor: part.madMinor }));
    await this.ledger.post(tx, givenBack(complaintId, orderId, currency, bearers));
    await this.receivables.owe(tx, complaintId, bearers);
  }
}

