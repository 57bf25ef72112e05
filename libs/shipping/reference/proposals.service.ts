import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { DomainError, isId, lineOfText, type Actor, type Locale } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { faultIn } from '../words/row-faults.js';
import { compare, differences, nameOf, type ReferenceChange } from './reference.diff.js';
import { readReferenceText, type ReadFile } from './reference.files.js';
import { ReferenceService, type ReferencePlan } from './reference.service.js';
import { tableNamed, type AnyRow } from './reference.tables.js';

/** One row that would change, and how: `duty: 8 % → 7 %`. */
export interface ProposedChange {
  readonly name: string;
  readonly isNew: boolean;
  readonly differences: readonly string[];
}

export interface ReferenceProposal {
  readonly id: string;
  readonly state: 'waiting' | 'approved' | 'refused';
  readonly proposedBy: string;
  readonly proposedName: string;
  readonly proposedAt: Date;
  readonly machineUser: string | null;
  readonly files: readonly string[];
  readonly added: number;
  readonly changed: number;
  readonly changes: readonly ProposedChange[];
  readonly decidedName: string | null;
  readonly decidedAt: Date | null;
  readonly refusal: string | null;
  readonly version: number | null;
}

interface StoredChange {
  readonly table: string;
  readonly before: AnyRow | null;
  readonly row: AnyRow;
}

type Row = Omit<ReferenceProposal, 'changes'> & { readonly changes: readonly StoredChange[] };

const PROPOSAL = `select id, state, proposed_by "proposedBy", proposed_name "proposedName", proposed_at "proposedAt", machine_user "machineUser", files, added, changed, changes,
  decided_name "decidedName", decided_at "decidedAt", refusal, version from shipping.reference_proposal`;
/** A page shows this many rows of a proposal; the command shows all. */
const SHOWN = 200;
const MAX_TEXT = 2_000_000;

const typed = z.object({
  id: z.string().refine(isId, 'must be a UUID'),
  file: z.string().transform((value) => lineOfText(value, 100, 'input.file')),
  text: z.string().min(1).max(MAX_TEXT),
});
export type ProposeReference = z.input<typeof typed>;

/** Changes of the law as rows: one person proposes them, another approves. There is no way around the second. */
@Injectable()
export class ProposalsService {
  constructor(
    private readonly db: Database,
    private readonly reference: ReferenceService,
  ) {}

  /** One table, pasted. The same id again is the same proposal. */
  async proposeText(actor: Actor, raw: ProposeReference): Promise<ReferenceProposal> {
    const { id, file, text } = parse(typed, raw, 'input');
    const plan = await this.reference.planOf([readTyped(file, text, actor.locale)]);
    if (plan.changes.length === 0 && plan.refused.length === 0) throw shippingErrors.SHIPPING_REFERENCE_SAME({}, 'input.text');
    return this.propose(actor, id, plan);
  }

  async propose(actor: Actor, id: string, plan: ReferencePlan, machineUser: string | null = null): Promise<ReferenceProposal> {
    const [first] = plan.refused;
    if (first) throw shippingErrors.SHIPPING_REFERENCE_REFUSED({ count: plan.refused.length, ...first, reason: faultIn(first.reason, actor.locale) }, 'input.text');
    const stored: StoredChange[] = plan.changes.map(({ table, before, row }) => ({ table: table.name, before, row }));
    const added = stored.filter((change) => change.before === null).length;
    await this.db.write(actor, async (tx) => {
      const made = await tx.query(
        `insert into shipping.reference_proposal (id, proposed_by, proposed_name, proposed_at, machine_user, files, changes, added, changed, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting') on conflict (id) do nothing returning id`,
        [id, actor.accountId, actor.name, tx.now, machineUser, plan.files, JSON.stringify(stored), added, stored.length - added],
      );
      if (made.length > 0) await tx.audit({ action: 'reference.propose', subject: { type: 'reference-proposal', id }, detail: { files: plan.files, added, changed: stored.length - added, ...(machineUser !== null && { machineUser }) } });
    });
    return this.one(id);
  }

  /** The yes of somebody else. What has moved since it was proposed is not overwritten by it: it has to be proposed anew. */
  async approve(actor: Actor, id: string): Promise<ReferenceProposal> {
    await this.decide(actor, id, async (tx, proposal) => {
      if (proposal.state === 'approved') return;
      if (proposal.state === 'refused') throw shippingErrors.SHIPPING_REFERENCE_DECIDED({}, 'id');
      if (proposal.proposedBy === actor.accountId) throw shippingErrors.SHIPPING_SECOND_PERSON({}, 'id');
      const plan = await this.planAsShown(tx, proposal);
      const version = await this.reference.write(tx, plan, proposal.proposedName);
      await tx.query(`update shipping.reference_proposal set state = 'approved', decided_by = $2, decided_name = $3, decided_at = $4, version = $5 where id = $1`, [id, actor.accountId, actor.name, tx.now, version]);
      await tx.audit({ action: 'reference.approve', subject: { type: 'reference-proposal', id }, detail: { version, proposedBy: proposal.proposedName } });
    });
    this.reference.forget();
    return this.one(id);
  }

  /** Refuses it, or takes back one's own: nothing changes, and the reason stays. */
  async refuse(actor: Actor, id: string, reason: string): Promise<ReferenceProposal> {
    const refusal = lineOfText(reason, 300, 'reason');
    await this.decide(actor, id, async (tx, proposal) => {
      if (proposal.state === 'refused') return;
      if (proposal.state === 'approved') throw shippingErrors.SHIPPING_REFERENCE_DECIDED({}, 'id');
      await tx.query(`update shipping.reference_proposal set state = 'refused', decided_by = $2, decided_name = $3, decided_at = $4, refusal = $5 where id = $1`, [id, actor.accountId, actor.name, tx.now, refusal]);
      await tx.audit({ action: 'reference.refuse', subject: { type: 'reference-proposal', id }, detail: { refusal } });
    });
    return this.one(id);
  }

  /** Those that wait first, then the newest. */
  async proposals(): Promise<ReferenceProposal[]> {
    const rows = await this.db.read<Row>(`${PROPOSAL} order by (state = 'waiting') desc, proposed_at desc, id desc limit 30`);
    return rows.map(shown);
  }

  private async decide(actor: Actor, id: string, work: (tx: Tx, proposal: Row) => Promise<void>): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const [row] = isId(id) ? await tx.query<Row>(`${PROPOSAL} where id = $1 for update`, [id]) : [];
      if (!row) throw shippingErrors.SHIPPING_REFERENCE_UNKNOWN({}, 'id');
      await work(tx, row);
    });
  }

  /** The same changes against what is in force now: each row as it was when both looked at it, or none of them. */
  private async planAsShown(tx: Tx, { files, changes }: Row): Promise<ReferencePlan> {
    await this.reference.lock(tx);
    const current = await this.reference.rows(tx);
    const found: ReferenceChange[] = [];
    for (const name of new Set(changes.map((change) => change.table))) {
      const table = tableNamed(name);
      const own = changes.filter((change) => change.table === name);
      if (!table) throw shippingErrors.SHIPPING_REFERENCE_MOVED({}, 'id');
      const file: ReadFile = { file: name, table, rows: own.map(({ row }, i) => ({ line: i + 1, row })), refused: [] };
      const now = compare(file, current[table.name] as unknown as readonly AnyRow[]);
      const moved = now.refused.length > 0 || now.changes.length !== own.length || now.changes.some(({ before }, i) => !sameRow(before, own[i]!.before));
      if (moved) throw shippingErrors.SHIPPING_REFERENCE_MOVED({}, 'id');
      found.push(...now.changes);
    }
    return { files, changes: found, unchanged: 0, refused: [] };

    function sameRow(now: AnyRow | null, then: AnyRow | null): boolean {
      return JSON.stringify(now && Object.entries(now).sort()) === JSON.stringify(then && Object.entries(then).sort());
    }
  }

  private async one(id: string): Promise<ReferenceProposal> {
    return shown((await this.db.read<Row>(`${PROPOSAL} where id = $1`, [id]))[0]!);
  }
}

/** A file that cannot be used at all is said beside its box, in the reader's language. */
function readTyped(file: string, text: string, locale: Locale): ReadFile {
  try {
    return readReferenceText(file, text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw shippingErrors.SHIPPING_REFERENCE_FILE({ ...error.params, reason: faultIn(String(error.params['reason']), locale) }, 'input.file');
  }
}

function shown(row: Row): ReferenceProposal {
  const changes = row.changes.slice(0, SHOWN).flatMap(({ table: name, before, row: after }) => {
    const table = tableNamed(name);
    return table ? [{ name: nameOf(table, after), isNew: before === null, differences: before === null ? [] : differences(table, before, after) }] : [];
  });
  return { ...row, changes };
}
