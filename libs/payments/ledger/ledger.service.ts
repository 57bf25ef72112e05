import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import { Database, OnTimer, type Tx } from '#libs/platform';
import { SYSTEM } from '#libs/kernel';
import { FLOORED, PURPOSES, type AccountKey, type Entry, type EntryKind, type Purpose } from './ledger.js';

export interface LedgerLine {
  readonly entryId: string;
  readonly kind: EntryKind;
  readonly at: Date;
  readonly ownerKind: AccountKey['ownerKind'];
  readonly ownerId: string;
  readonly purpose: Purpose;
  readonly currency: string;
  readonly amountMinor: number;
}

/** Writes entries and adds them up. It never changes one: the database refuses that. */
@Injectable()
export class LedgerService {
  constructor(private readonly db: Database) {}

  /** Answers false when this kind of entry already stands for this reference: the money has moved before. */
  async post(tx: Tx, entry: Entry): Promise<boolean> {
    const id = newId(tx.now.getTime());
    const written = await tx.query(
      `insert into payments.entry (id, kind, reference, order_id, at) values ($1,$2,$3,$4,$5) on conflict (kind, reference) do nothing returning id`,
      [id, entry.kind, entry.reference, entry.orderId, tx.now],
    );
    if (written.length === 0) return false;
    const postings: { accountId: number; currency: string; amountMinor: number }[] = [];
    for (const { account, amountMinor } of entry.postings) postings.push({ accountId: await this.account(tx, account), currency: account.currency, amountMinor });
    // Accounts are locked in one order by every entry, so two entries never wait for each other in a ring.
    postings.sort((a, b) => a.accountId - b.accountId);
    await tx.query(
      `insert into payments.posting (entry_id, account_id, currency, amount_minor)
       select $1, a, c, m from unnest($2::bigint[], $3::text[], $4::bigint[]) with ordinality as p(a, c, m, n) order by n`,
      [id, postings.map((p) => p.accountId), postings.map((p) => p.currency), postings.map((p) => p.amountMinor)],
    );
    return true;
  }

  /** On the account's own side of zero: what is held, earned, owed. */
  async balance(key: AccountKey, from: Pick<Tx, 'query'> | null = null): Promise<number> {
    const sql = `select payments.balance(id) as balance from payments.account where owner_kind = $1 and owner_id = $2 and purpose = $3 and currency = $4`;
    const params = [key.ownerKind, key.ownerId, key.purpose, key.currency];
    const [row] = await (from ? from.query<{ balance: number }>(sql, params) : this.db.read<{ balance: number }>(sql, params));
    const raw = row?.balance ?? 0;
    return PURPOSES[key.purpose] === 'debit' ? raw : raw === 0 ? 0 : -raw;
  }

  linesOf(orderId: string): Promise<LedgerLine[]> {
    return this.db.read<LedgerLine>(
      `select e.id as "entryId", e.kind, e.at, a.owner_kind as "ownerKind", a.owner_id as "ownerId", a.purpose, p.currency, p.amount_minor as "amountMinor"
       from payments.entry e join payments.posting p on p.entry_id = e.id join payments.account a on a.id = p.account_id
       where e.order_id = $1 order by e.at, e.id, p.id`,
      [orderId],
    );
  }

  /** Once a day: from then on a balance adds up only what came after. Writers wait for the moment it takes. */
  @OnTimer('payments.snapshot-balances', 24 * 60 * 60_000)
  async snapshot(): Promise<void> {
    await this.db.write(SYSTEM, async (tx) => {
      // Postings commit out of their numbers' order; the lock makes sure none below the mark is still to come.
      await tx.query(`lock table payments.posting in share mode`);
      await tx.query(
        `insert into payments.balance_snapshot (account_id, up_to, balance_minor, taken_at)
         select account_id, max(id), payments.balance(account_id), $1 from payments.posting group by account_id on conflict do nothing`,
        [tx.now],
      );
    });
  }

  private async account(tx: Tx, key: AccountKey): Promise<number> {
    const find = `select id from payments.account where owner_kind = $1 and owner_id = $2 and purpose = $3 and currency = $4`;
    const params = [key.ownerKind, key.ownerId, key.purpose, key.currency];
    const [known] = await tx.query<{ id: number }>(find, params);
    if (known) return known.id;
    await tx.query(
      `insert into payments.account (owner_kind, owner_id, purpose, currency, side, floored) values ($1,$2,$3,$4,$5,$6) on conflict do nothing`,
      [...params, PURPOSES[key.purpose], FLOORED.includes(key.purpose)],
    );
    const [made] = await tx.query<{ id: number }>(find, params);
    return made!.id;
  }
}
