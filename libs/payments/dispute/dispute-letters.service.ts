import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { Database, errand, Mail, OnErrand, type Tx } from '#libs/platform';
import { Payees, type Payee } from '../payouts/payees.port.js';
import type { Standing } from './dispute.js';
import { disputeLetter } from './dispute-letters.js';

interface Told {
  disputeId: string;
  standing: Standing;
  /** Of the dispute's changes: each is told once. */
  change: number;
}

const tellPayees = errand<Told>('payments.tell-disputed', { attempts: 6 });

/** Whoever waits for money of a disputed payment hears that it waits, and how it ended. */
@Injectable()
export class DisputeLettersService {
  constructor(
    private readonly db: Database,
    private readonly payees: Payees,
    private readonly mail: Mail,
  ) {}

  async tell(tx: Tx, told: Told): Promise<void> {
    await tx.send(tellPayees, told, { key: `${told.disputeId}:${told.change}` });
  }

  /** Addresses are asked for outside the transaction; the letters are one commit, made once. */
  @OnErrand(tellPayees)
  async told(told: Told): Promise<void> {
    const waiting = await this.db.read<Payee & { number: string; amountMinor: number }>(
      `select e.beneficiary_kind as kind, e.beneficiary_id as id, m.number, sum(e.amount_minor - e.taken_minor)::bigint as "amountMinor"
       from payments.dispute d join payments.checkout c on c.payment_intent = d.payment_intent join payments.order_money m on m.payment_id = c.payment_id join payments.earning e on e.order_id = m.order_id
       where d.id = $1 and e.state in ('held', 'released') and e.payout_id is null and e.taken_minor < e.amount_minor group by 1, 2, 3 order by 3, 1, 2`,
      [told.disputeId],
    );
    const letters = await Promise.all(waiting.map(async (one) => ({ ...one, people: await this.payees.addressesOf(one) })));
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`payments.tell-disputed:${told.disputeId}:${told.change}`, told, async () => {
        for (const { people, number, amountMinor } of letters) for (const { email, locale } of people) await this.mail.post(tx, { to: email, ...disputeLetter(told.standing, locale, { number, amountMinor }) });
      }),
    );
  }
}
