import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, moroccanDay, newId, type Actor } from '#libs/kernel';
import { CONFIG, Database, decodeCursor, encodeCursor, pageSize, parse, type Config, type Tx } from '#libs/platform';
import { payoutRejected, payoutSent, payoutSettled, type PayoutPart } from '../ledger/ledger.js';
import { ReceivablesService } from '../give-back/receivables.service.js';
import { LedgerService } from '../ledger/ledger.service.js';
import type { ClusterRole, PayeeKind } from '../ledger/split.js';
import { paymentsErrors } from '../payments.errors.js';
import { creditTransferXml } from './credit-transfer.xml.js';
import type { Payee } from './payees.port.js';
import { PayoutAccountsService } from './payout-accounts.service.js';

export interface PayoutBatch {
  readonly id: string;
  readonly number: string;
  /** `waiting`: for the yes of a second person. */
  readonly state: 'waiting' | 'sent' | 'settled' | 'refused';
  readonly executeOn: string;
  readonly payouts: number;
  readonly totalMinor: number;
  readonly createdAt: Date;
  readonly createdBy: string | null;
  readonly createdName: string | null;
  readonly decidedBy: string | null;
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly refusal: string | null;
  readonly settledAt: Date | null;
}

export interface PayoutBatchPage {
  readonly nodes: readonly PayoutBatch[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

export interface Payout {
  readonly id: string;
  readonly batchId: string;
  readonly kind: PayeeKind;
  readonly beneficiaryId: string;
  readonly holder: string;
  readonly account: string;
  readonly amountMinor: number;
  readonly state: 'sent' | 'settled' | 'rejected';
}

interface Due {
  readonly id: string;
  readonly kind: PayeeKind;
  readonly beneficiaryId: string;
  readonly amountMinor: number;
  readonly accountId: string;
  readonly role: ClusterRole | '';
}

interface OnlyFor {
  readonly payee: Payee;
  readonly agentName: string;
  readonly mandateId: string;
}

export const BATCH = `b.id, b.number, b.state, b.execute_on as "executeOn", b.payouts, b.total_minor as "totalMinor", b.created_at as "createdAt", b.created_by as "createdBy",
  b.created_name as "createdName", b.decided_by as "decidedBy", b.decided_name as "decidedName", b.decided_at as "decidedAt", b.refusal, b.settled_at as "settledAt"`;
const PAYOUT = `p.id, p.batch_id as "batchId", p.beneficiary_kind as kind, p.beneficiary_id as "beneficiaryId", a.holder, a.rib_masked as account, p.amount_minor as "amountMinor", p.state`;
const MOST_EARNINGS = 5_000;
const DAY_MS = 24 * 60 * 60_000;

const id = z.string().refine(isId, 'a UUID');
const settlement = z.object({ batchId: id, rejectedPayoutIds: z.array(id).max(MOST_EARNINGS) });

/** What was earned leaves for the bank, once. */
@Injectable()
export class PayoutsService {
  constructor(
    private readonly db: Database,
    private readonly ledger: LedgerService,
    private readonly receivables: ReceivablesService,
    private readonly accounts: PayoutAccountsService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Everything that is due and payable now, one transfer for each beneficiary. The caller's id makes a repeat the same batch. */
  async createBatch(actor: Actor, batchId: string): Promise<PayoutBatch> {
    parse(id, batchId, 'id');
    return this.db.write(actor, (tx) => this.createIn(tx, batchId));
  }

  /** The same inside the caller's transaction; for one payee alone where an agent proposed it and she agreed. */
  async createIn(tx: Tx, batchId: string, only?: OnlyFor): Promise<PayoutBatch> {
    // Two desks at once: the second waits, and then finds nothing due or this very batch.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('payments.payout-batch', 60))`);
    const [known] = await tx.query<PayoutBatch>(`select ${BATCH} from payments.payout_batch b where b.id = $1`, [batchId]);
    if (known) return known;
    const due = await this.claim(tx, only?.payee);
    if (due.length === 0) throw paymentsErrors.PAYOUT_NOTHING_DUE();
    const debtor = await this.accounts.house(tx);
    for (const group of groups(due)) await this.send(tx, batchId, group);
    const year = moroccanDay(tx.now).slice(0, 4);
    const number = `PO-${year}-${String(await tx.nextNumber(`payout-batch:${year}`)).padStart(6, '0')}`;
    const executeOn = moroccanDay(new Date(tx.now.getTime() + DAY_MS));
    const xml = await this.draw({ id: batchId, number, createdAt: tx.now, executeOn, debtorAccountId: debtor.id }, tx);
    const [made] = await tx.query<PayoutBatch>(
      `insert into payments.payout_batch as b (id, number, state, debtor_account_id, execute_on, payouts, total_minor, sha256, created_at, created_by, created_name, agent_name, mandate_id, consent_id)
       select $1, $2, case when sum(amount_minor) + $11 > $12 then 'waiting' else 'sent' end, $3, $4, count(*), sum(amount_minor), $5, $6, $7, $13, $8, $9, $10 from payments.payout where batch_id = $1 returning ${BATCH}`,
      [batchId, number, debtor.id, executeOn, sha256(xml), tx.now, tx.actor.accountId, only?.agentName ?? null, only?.mandateId ?? null, only ? batchId : null, await this.sentAlone(tx), this.config.PAYOUT_SECOND_PERSON_MAD * 100, tx.actor.name],
    );
    await tx.audit({ action: 'payout.create', subject: { type: 'payout-batch', id: batchId }, detail: { number, state: made!.state, payouts: made!.payouts, totalMinor: made!.totalMinor, ...(only && { agent: only.agentName, mandateId: only.mandateId }) } });
    return made!;
  }

  /** What the bank reported: all transfers went through, except those named. */
  async settle(actor: Actor, input: { batchId: string; rejectedPayoutIds?: readonly string[] | null }): Promise<PayoutBatch> {
    const { batchId, rejectedPayoutIds } = parse(settlement, { batchId: input.batchId, rejectedPayoutIds: [...new Set(input.rejectedPayoutIds ?? [])] });
    return this.db.write(actor, async (tx) => {
      const [batch] = await tx.query<PayoutBatch>(`select ${BATCH} from payments.payout_batch b where b.id = $1 for update`, [batchId]);
      if (!batch) throw paymentsErrors.PAYOUT_NOT_FOUND({}, 'input.batchId');
      if (batch.state === 'waiting' || batch.state === 'refused') throw paymentsErrors.PAYOUT_NOT_APPROVED();
      const payouts = await tx.query<Payout>(`select ${PAYOUT} from payments.payout p join payments.payout_account a on a.id = p.account_id where p.batch_id = $1 order by p.id`, [batchId]);
      const unknown = rejectedPayoutIds.findIndex((payoutId) => !payouts.some((payout) => payout.id === payoutId));
      if (unknown !== -1) throw paymentsErrors.PAYOUT_NOT_FOUND({}, `input.rejectedPayoutIds.${unknown}`);
      if (batch.state === 'settled') {
        if (payouts.every((payout) => (payout.state === 'rejected') === rejectedPayoutIds.includes(payout.id))) return batch;
        throw paymentsErrors.PAYOUT_ALREADY_SETTLED();
      }
      for (const payout of payouts) await this.end(tx, payout, rejectedPayoutIds.includes(payout.id) ? 'rejected' : 'settled');
      const [settled] = await tx.query<PayoutBatch>(`update payments.payout_batch b set state = 'settled', settled_at = $2, settled_by = $3 where id = $1 returning ${BATCH}`, [batchId, tx.now, actor.accountId]);
      await tx.audit({ action: 'payout.settle', subject: { type: 'payout-batch', id: batchId }, detail: { rejected: rejectedPayoutIds.length } });
      return settled!;
    });
  }

  async batches(first: number, after: string | undefined): Promise<PayoutBatchPage> {
    const size = pageSize(first);
    const from = after === undefined ? null : String(decodeCursor(after, 1)[0]);
    const rows = await this.db.read<PayoutBatch>(`select ${BATCH} from payments.payout_batch b where ($1::text is null or b.number < $1) order by b.number desc limit $2`, [from, size + 1]);
    const nodes = rows.slice(0, size);
    return { nodes, endCursor: nodes.length > 0 ? encodeCursor([nodes.at(-1)!.number]) : null, hasNextPage: rows.length > size };
  }

  payoutsOf(batchIds: readonly string[]): Promise<Payout[]> {
    return this.db.read<Payout>(`select ${PAYOUT} from payments.payout p join payments.payout_account a on a.id = p.account_id where p.batch_id = any($1::uuid[]) order by p.id`, [batchIds]);
  }

  /** The bank's file. It is drawn up anew from rows that do not change, and must come out as it did the first time. */
  async file(actor: Actor, batchId: string): Promise<{ number: string; xml: string }> {
    type Row = PayoutBatch & { debtorAccountId: string; sha256: string };
    const [batch] = isId(batchId) ? await this.db.read<Row>(`select ${BATCH}, b.debtor_account_id as "debtorAccountId", b.sha256 from payments.payout_batch b where b.id = $1`, [batchId]) : [];
    if (!batch) throw paymentsErrors.PAYOUT_NOT_FOUND();
    // Before the second yes there is no file that could reach the bank.
    if (batch.state === 'waiting' || batch.state === 'refused') throw paymentsErrors.PAYOUT_NOT_APPROVED();
    const xml = await this.draw(batch);
    if (sha256(xml) !== batch.sha256) throw new Error(`batch ${batch.number} no longer gives the file it gave`);
    await this.db.write(actor, (tx) => tx.audit({ action: 'payout.download', subject: { type: 'payout-batch', id: batchId }, detail: { number: batch.number } }));
    return { number: batch.number, xml };
  }

  /** What could be sent to an artisan now, and where to; PAYOUT_NOTHING_DUE when nothing could. */
  async dueTo(tx: Tx, artisanId: string): Promise<{ amountMinor: number; account: string }> {
    const due = await this.claim(tx, { kind: 'artisan', id: artisanId });
    if (due.length === 0) throw paymentsErrors.PAYOUT_NOTHING_DUE();
    const account = await this.accounts.of({ kind: 'artisan', id: artisanId }, tx);
    return { amountMinor: due.reduce((sum, one) => sum + one.amountMinor, 0), account: account!.masked };
  }

  /** What is owed back is taken first: nobody is paid with one hand what she owes with the other. */
  private async claim(tx: Tx, only?: Payee): Promise<Due[]> {
    await this.receivables.settleAll(tx, only);
    return tx.query<Due>(
      `select e.id, e.beneficiary_kind as kind, e.beneficiary_id as "beneficiaryId", e.amount_minor - e.taken_minor as "amountMinor", a.id as "accountId", e.role
       from payments.earning e join payments.payout_account a on a.owner_kind = e.beneficiary_kind and a.owner_id = e.beneficiary_id
       where e.state = 'released' and e.payout_id is null and e.taken_minor < e.amount_minor and not exists (select 1 from payments.order_money m where m.order_id = e.order_id and payments.disputed(m.payment_id)) and a.replaced_at is null and a.usable_from <= $1
         and ($3::text is null or (e.beneficiary_kind = $3 and e.beneficiary_id = $4))
       order by e.beneficiary_kind, e.beneficiary_id, e.id limit $2 for update of e, a`,
      [tx.now, MOST_EARNINGS, only?.kind ?? null, only?.id ?? null],
    );
  }

  private async send(tx: Tx, batchId: string, group: readonly [Due, ...Due[]]): Promise<void> {
    const payoutId = newId(tx.now.getTime());
    const { kind, beneficiaryId, accountId } = group[0];
    const amountMinor = group.reduce((sum, due) => sum + due.amountMinor, 0);
    await tx.query(
      `insert into payments.payout (id, batch_id, beneficiary_kind, beneficiary_id, account_id, amount_minor, state, created_at) values ($1,$2,$3,$4,$5,$6,'sent',$7)`,
      [payoutId, batchId, kind, beneficiaryId, accountId, amountMinor, tx.now],
    );
    await tx.query(`update payments.earning set payout_id = $1 where id = any($2::uuid[])`, [payoutId, group.map((due) => due.id)]);
    await this.ledger.post(tx, payoutSent(payoutId, kind, beneficiaryId, partsOf(group)));
  }

  /** What this person sent within a day on her word alone: many small batches are one large one. */
  private async sentAlone(tx: Tx): Promise<number> {
    const [alone] = await tx.query<{ minor: number }>(
      `select coalesce(sum(total_minor), 0)::bigint as minor from payments.payout_batch where created_by = $1 and decided_by is null and state in ('sent', 'settled') and created_at > $2`,
      [tx.actor.accountId, new Date(tx.now.getTime() - DAY_MS)],
    );
    return alone!.minor;
  }

  /** The file of an approved batch asks for the day after its approval. */
  async drawAgain(tx: Tx, batchId: string): Promise<{ executeOn: string; sha256: string }> {
    const [batch] = await tx.query<PayoutBatch & { debtorAccountId: string }>(`select ${BATCH}, b.debtor_account_id as "debtorAccountId" from payments.payout_batch b where b.id = $1`, [batchId]);
    const executeOn = moroccanDay(new Date(tx.now.getTime() + DAY_MS));
    return { executeOn, sha256: sha256(await this.draw({ ...batch!, executeOn }, tx)) };
  }

  /** Nothing of a batch leaves: what its transfers would have paid is due again. */
  async takeBack(tx: Tx, batchId: string): Promise<void> {
    const payouts = await tx.query<Payout>(`select ${PAYOUT} from payments.payout p join payments.payout_account a on a.id = p.account_id where p.batch_id = $1 order by p.id`, [batchId]);
    for (const payout of payouts) await this.end(tx, payout, 'rejected');
  }

  private async end(tx: Tx, payout: Payout, state: 'settled' | 'rejected'): Promise<void> {
    const { id: payoutId, batchId, kind, beneficiaryId, amountMinor } = payout;
    await tx.query(`update payments.payout set state = $2, ended_at = $3 where id = $1`, [payoutId, state, tx.now]);
    if (state === 'settled') {
      await this.ledger.post(tx, payoutSettled(payoutId, kind, beneficiaryId, amountMinor));
      await tx.publish('PayoutSettled', { payoutId, batchId, artisanId: kind === 'artisan' ? beneficiaryId : null, amountMinor, currency: 'MAD' });
      return;
    }
    // A refusal by the bank is a known outcome: what it did not pay is due again, by each work it was for.
    const due = await tx.query<Pick<Due, 'role' | 'amountMinor'>>(`update payments.earning set payout_id = null where payout_id = $1 returning role, amount_minor - taken_minor as "amountMinor"`, [payoutId]);
    await this.ledger.post(tx, payoutRejected(payoutId, kind, beneficiaryId, partsOf(due)));
  }

  private async draw(batch: { id: string; number: string; createdAt: Date; executeOn: string; debtorAccountId: string }, tx?: Tx): Promise<string> {
    const sql = `select id, account_id as "accountId", amount_minor as "amountMinor" from payments.payout where batch_id = $1 order by id`;
    type Row = { id: string; accountId: string; amountMinor: number };
    const payouts = await (tx ? tx.query<Row>(sql, [batch.id]) : this.db.read<Row>(sql, [batch.id]));
    const accounts = await this.accounts.open([batch.debtorAccountId, ...payouts.map((payout) => payout.accountId)], tx);
    return creditTransferXml({
      number: batch.number,
      createdAt: batch.createdAt.toISOString(),
      executeOn: batch.executeOn,
      debtor: accounts.get(batch.debtorAccountId)!,
      transfers: payouts.map((payout) => ({ payoutId: payout.id, ...accounts.get(payout.accountId)!, amountMinor: payout.amountMinor, remittance: `Dar Sanaa ${batch.number}` })),
    });
  }
}

function groups(due: readonly Due[]): [Due, ...Due[]][] {
  const found = new Map<string, [Due, ...Due[]]>();
  for (const one of due) {
    const key = `${one.kind}:${one.beneficiaryId}`;
    const group = found.get(key);
    if (group) group.push(one);
    else found.set(key, [one]);
  }
  return [...found.values()];
}

function partsOf(due: readonly Pick<Due, 'role' | 'amountMinor'>[]): PayoutPart[] {
  const sums = new Map<Due['role'], number>();
  for (const { role, amountMinor } of due) sums.set(role, (sums.get(role) ?? 0) + amountMinor);
  return [...sums].map(([role, amountMinor]) => (role === '' ? { amountMinor } : { role, amountMinor }));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
