import { Injectable } from '@nestjs/common';
import { freeText, isId, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { paymentsErrors } from '../payments.errors.js';
import { BATCH, PayoutsService, type PayoutBatch } from './payouts.service.js';

/** A large batch leaves on the word of two people: who made it, and somebody else. */
@Injectable()
export class SecondPersonService {
  constructor(
    private readonly db: Database,
    private readonly payouts: PayoutsService,
  ) {}

  /** Said again by the same person it changes nothing. */
  async approve(actor: Actor, batchId: string): Promise<PayoutBatch> {
    return this.db.write(actor, async (tx) => {
      const batch = await this.lock(tx, batchId);
      if (batch.decidedBy === actor.accountId && batch.refusal === null) return batch;
      this.mayDecide(actor, batch);
      const frozen = await tx.query(`select 1 from payments.payout p join payments.earning e on e.payout_id = p.id join payments.order_money m on m.order_id = e.order_id where p.batch_id = $1 and payments.disputed(m.payment_id) limit 1`, [batchId]);
      if (frozen.length > 0) throw paymentsErrors.PAYOUT_FROZEN();
      const setAside = await tx.query('select 1 from payments.payout p join payments.payout_account a on a.id = p.account_id where p.batch_id = $1 and a.set_aside_at is not null limit 1', [batchId]);
      if (setAside.length > 0) throw paymentsErrors.PAYOUT_SET_ASIDE();
      const { executeOn, sha256 } = await this.payouts.drawAgain(tx, batchId);
      await tx.audit({ action: 'payout.approve', subject: { type: 'payout-batch', id: batchId }, detail: { number: batch.number, totalMinor: batch.totalMinor, madeBy: batch.createdBy } });
      return this.decided(tx, batchId, { state: 'sent', refusal: null, executeOn, sha256 });
    });
  }

  async refuse(actor: Actor, batchId: string, reason: string): Promise<PayoutBatch> {
    const why = freeText(reason, 500, 'reason');
    return this.db.write(actor, async (tx) => {
      const batch = await this.lock(tx, batchId);
      if (batch.decidedBy === actor.accountId && batch.refusal === why) return batch;
      this.mayDecide(actor, batch);
      await this.payouts.takeBack(tx, batchId);
      await tx.audit({ action: 'payout.refuse', subject: { type: 'payout-batch', id: batchId }, detail: { number: batch.number, totalMinor: batch.totalMinor, madeBy: batch.createdBy, reason: why } });
      return this.decided(tx, batchId, { state: 'refused', refusal: why, executeOn: null, sha256: null });
    });
  }

  private async lock(tx: Tx, batchId: string): Promise<PayoutBatch> {
    const [batch] = isId(batchId) ? await tx.query<PayoutBatch>(`select ${BATCH} from payments.payout_batch b where b.id = $1 for update`, [batchId]) : [];
    if (!batch) throw paymentsErrors.PAYOUT_NOT_FOUND();
    return batch;
  }

  private mayDecide(actor: Actor, batch: PayoutBatch): void {
    if (batch.state !== 'waiting') throw paymentsErrors.PAYOUT_DECIDED();
    if (actor.accountId === null || actor.accountId === batch.createdBy) throw paymentsErrors.PAYOUT_SECOND_PERSON();
  }

  private async decided(tx: Tx, batchId: string, said: { state: 'sent' | 'refused'; refusal: string | null; executeOn: string | null; sha256: string | null }): Promise<PayoutBatch> {
    const [after] = await tx.query<PayoutBatch>(
      `update payments.payout_batch b set state = $2, refusal = $3, execute_on = coalesce($4::date, execute_on), sha256 = coalesce($5, sha256), decided_by = $6, decided_name = $7, decided_at = $8 where id = $1 returning ${BATCH}`,
      [batchId, said.state, said.refusal, said.executeOn, said.sha256, tx.actor.accountId, tx.actor.name, tx.now],
    );
    return after!;
  }
}
