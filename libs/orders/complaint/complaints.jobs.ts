import { Inject, Injectable } from '@nestjs/common';
import type { Fact } from '#libs/facts';
import { oneByOne, SYSTEM, type Clock } from '#libs/kernel';
import { CLOCK, Database, OnFact, OnTimer, type Tx } from '#libs/platform';
import { StepsService } from '../order/steps.service.js';
import { ComplaintLettersService } from './complaint-letters.service.js';
import { complaintLifecycle, silenceSays } from './complaint.js';
import { ComplaintsService, lockComplaint } from './complaints.service.js';

/** What time and the money say of complaints. */
@Injectable()
export class ComplaintsJobs {
  constructor(
    private readonly db: Database,
    private readonly complaints: ComplaintsService,
    private readonly steps: StepsService,
    private readonly letters: ComplaintLettersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Nobody's silence keeps a complaint open: the desk takes it, the offer stands, or the refusal does. */
  @OnTimer('orders.chase-complaints', 600_000)
  async chase(): Promise<void> {
    const due = await this.db.read<{ id: string; orderId: string }>(`select id, order_id "orderId" from orders.complaint where due_at <= $1 order by due_at limit 200`, [this.clock.now()]);
    await oneByOne(due, ({ id, orderId }) =>
      this.db.write(SYSTEM, async (tx) => {
        await this.steps.lock(tx, orderId);
        const complaint = await lockComplaint(tx, id);
        if (complaint.dueAt === null || complaint.dueAt > tx.now) return;
        await this.complaints.move(tx, complaint, silenceSays(complaint.state, complaint.goods), { side: 'house' });
      }),
    );
  }

  /** The money is with the buyer: her complaint ends with its credit note. */
  @OnFact('PaymentRefunded', 'orders.end-complaint')
  async onRefunded({ payload }: Fact<'PaymentRefunded'>, tx: Tx): Promise<void> {
    const { complaintId, creditNote, goodsMinor, orderId, amountMinor } = payload;
    if (complaintId === undefined || creditNote === undefined || goodsMinor === undefined) return;
    const order = await this.steps.lock(tx, orderId);
    const complaint = await lockComplaint(tx, complaintId);
    // A refund that bounced and was sent again is told twice; the buyer has her note.
    if (!complaintLifecycle.can(complaint.state, 'refund')) return;
    await tx.query(`update orders.complaint set credit_note = $2, refunded_goods_minor = $3, state = 'refunded' where id = $1`, [complaintId, creditNote, goodsMinor]);
    await this.complaints.move(tx, complaint, 'refund', { side: 'house', amountMinor });
    await this.letters.creditNote(tx, complaint, order.proForma, { number: creditNote, amountMinor, goodsMinor });
  }
}
