import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { setOff, type Borne, type PayoutPart } from '../ledger/ledger.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { ClusterRole } from '../ledger/split.js';
import type { Payee } from '../payouts/payees.port.js';

interface Free {
  readonly id: string;
  readonly role: ClusterRole | '';
  readonly left: number;
}

/** What people owe back for goods whose price returned to the buyer after they were paid: set off against what is free of their earnings, never collected. */
@Injectable()
export class ReceivablesService {
  constructor(private readonly ledger: LedgerService) {}

  async owe(tx: Tx, giveBackId: string, bearers: readonly Borne[]): Promise<void> {
    const owed = new Map<string, { payee: Payee; madMinor: number }>();
    for (const { payee, madMinor } of bearers) {
      if (payee === null || madMinor === 0) continue;
      const key = `${payee.kind}:${payee.id}`;
      owed.set(key, { payee, madMinor: (owed.get(key)?.madMinor ?? 0) + madMinor });
    }
    for (const { payee, madMinor } of owed.values()) {
      await tx.query(`insert into payments.receivable (id, give_back_id, beneficiary_kind, beneficiary_id, amount_minor, created_at) values ($1,$2,$3,$4,$5,$6)`, [newId(tx.now.getTime()), giveBackId, payee.kind, payee.id, madMinor, tx.now]);
    }
    await this.settle(tx, [...owed.values()].map(({ payee }) => payee));
  }

  /** Before money goes out: everybody who owes, or these alone. The rest stays owed until something is earned. */
  async settleAll(tx: Tx, only?: Payee): Promise<void> {
    const who = await tx.query<Payee>(
      `select distinct beneficiary_kind as kind, beneficiary_id as id from payments.receivable where settled_minor < amount_minor and ($1::text is null or (beneficiary_kind = $1 and beneficiary_id = $2)) order by 1, 2`,
      [only?.kind ?? null, only?.id ?? null],
    );
    await this.settle(tx, who);
  }

  private async settle(tx: Tx, payees: readonly Payee[]): Promise<void> {
    for (const { kind, id } of payees) {
      const debts = await tx.query<{ id: string; left: number }>(`select id, amount_minor - settled_minor as left from payments.receivable where beneficiary_kind = $1 and beneficiary_id = $2 and settled_minor < amount_minor order by id for update`, [kind, id]);
      const free = await tx.query<Free>(
        `select id, role, amount_minor - taken_minor as left from payments.earning where beneficiary_kind = $1 and beneficiary_id = $2 and state = 'released' and payout_id is null and taken_minor < amount_minor order by id for update`,
        [kind, id],
      );
      const taken = await this.take(tx, free, debts.reduce((sum, debt) => sum + debt.left, 0), await this.byWork(tx, { kind, id }));
      let paid = taken.reduce((sum, part) => sum + part.amountMinor, 0);
      if (paid === 0) continue;
      for (const debt of debts) {
        const settled = Math.min(paid, debt.left);
        paid -= settled;
        if (settled > 0) await tx.query(`update payments.receivable set settled_minor = settled_minor + $2 where id = $1`, [debt.id, settled]);
      }
      await this.ledger.post(tx, setOff(newId(tx.now.getTime()), kind, id, taken));
    }
  }

  /** Of a cluster: which of its works gave how much of what it still owes. */
  private async byWork(tx: Tx, { kind, id }: Payee): Promise<Map<string, number>> {
    const rows = await tx.query<{ role: string; minor: number }>(
      `select p.role, sum(p.mad_minor)::bigint as minor from payments.receivable r join payments.give_back_part p on p.give_back_id = r.give_back_id and p.kind = r.beneficiary_kind and p.beneficiary_id = r.beneficiary_id
       where r.beneficiary_kind = $1 and r.beneficiary_id = $2 and r.settled_minor < r.amount_minor group by 1`,
      [kind, id],
    );
    return new Map(rows.map(({ role, minor }) => [role, minor]));
  }

  /** Each work pays its own part first, from the oldest of its earnings; what it no longer has, the others pay. */
  private async take(tx: Tx, free: readonly Free[], most: number, owed: Map<string, number>): Promise<PayoutPart[]> {
    const amounts = new Map<string, number>();
    let wanted = most;
    for (const own of [true, false]) {
      for (const { id, role, left } of free) {
        const already = amounts.get(id) ?? 0;
        const amountMinor = Math.min(wanted, left - already, own ? (owed.get(role) ?? 0) : wanted);
        wanted -= amountMinor;
        if (own) owed.set(role, (owed.get(role) ?? 0) - amountMinor);
        amounts.set(id, already + amountMinor);
      }
    }
    const parts: PayoutPart[] = [];
    for (const { id, role } of free) {
      const amountMinor = amounts.get(id)!;
      if (amountMinor === 0) continue;
      await tx.query(`update payments.earning set taken_minor = taken_minor + $2, state = case when taken_minor + $2 = amount_minor then 'voided' else state end where id = $1`, [id, amountMinor]);
      parts.push(role === '' ? { amountMinor } : { role, amountMinor });
    }
    return parts;
  }
}
