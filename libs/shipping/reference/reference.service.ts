import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { ReferenceBook } from './book.js';
import { dueIn, type Due } from './due.js';
import { compare, type ReferenceChange } from './reference.diff.js';
import { readReferenceFile, shippedFiles, type ReadFile, type RefusedCell } from './reference.files.js';
import { columnOf, TABLES, type AnyRow, type TableDefinition } from './reference.tables.js';
import type { ReferenceRows } from './row.js';

export interface ReferencePlan {
  readonly files: readonly string[];
  readonly changes: readonly ReferenceChange[];
  readonly unchanged: number;
  readonly refused: readonly RefusedCell[];
}

/** How long a process may go on with the book it holds before asking whether a newer one was approved. */
const ASK_AGAIN_MS = 5_000;

/** Keeps the law as dated rows: reads updates, shows what they would change, writes what was approved. */
@Injectable()
export class ReferenceService {
  private held: { readonly book: ReferenceBook; askedAt: number } | null = null;

  constructor(private readonly db: Database) {}

  /** The current book. Built once per version and process. */
  async book(tx?: Tx): Promise<ReferenceBook> {
    const now = performance.now();
    if (this.held && now - this.held.askedAt < ASK_AGAIN_MS) return this.held.book;
    const version = await this.version(tx);
    if (version === null) throw shippingErrors.SHIPPING_REFERENCE_EMPTY();
    if (this.held?.book.version === String(version)) this.held.askedAt = now;
    else this.held = { book: new ReferenceBook(await this.rows(tx), String(version)), askedAt: now };
    return this.held.book;
  }

  async plan(paths: readonly string[]): Promise<ReferencePlan> {
    return this.planOf(await Promise.all(paths.map(readReferenceFile)));
  }

  /** What these files would change. */
  async planOf(files: readonly ReadFile[]): Promise<ReferencePlan> {
    const current = await this.rows();
    const changes: ReferenceChange[] = [];
    const refused: RefusedCell[] = [];
    let unchanged = 0;
    for (const file of files) {
      const found = compare(file, current[file.table.name] as unknown as readonly AnyRow[]);
      changes.push(...found.changes);
      refused.push(...file.refused, ...found.refused);
      unchanged += found.unchanged;
    }
    return { files: files.map((file: ReadFile) => file.file), changes, unchanged, refused };
  }

  /**
   * Opens a house without any reference data with the facts it ships with, which were looked over with the rest of the code.
   * Once there is a version, whatever differs has to be proposed and approved like every other change.
   */
  async loadShipped(actor: Actor): Promise<string> {
    const plan = await this.plan(await shippedFiles());
    const [first] = plan.refused;
    if (first) throw shippingErrors.SHIPPING_REFERENCE_REFUSED({ count: plan.refused.length, ...first });
    const version = await this.db.write(actor, async (tx) => {
      await this.lock(tx);
      return (await this.version(tx)) ?? this.write(tx, plan, null);
    });
    this.forget();
    return String(version);
  }

  /** Null while nothing was ever loaded. */
  async version(tx?: Tx): Promise<number | null> {
    const [row] = await this.ask<{ version: number | null }>('select max(version) as version from shipping.reference_version', tx);
    return row?.version ?? null;
  }

  /** The next book is read anew. */
  forget(): void {
    this.held = null;
  }

  /** One change at a time: two would both take the next version. */
  async lock(tx: Tx): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('shipping.reference'))`);
  }

  /** Rows that have ended or soon will without a successor, name no source, or were not looked at for a year. */
  async due(today: string): Promise<Due[]> {
    const rows = await this.rows();
    return TABLES.flatMap((table) => dueIn(table.name, rows[table.name], (row) => table.key.map((field) => String((row as unknown as AnyRow)[field])).join(' '), today));
  }

  /** Writes what was approved as the next version. The caller holds the lock, and has two names for it but for the first. */
  async write(tx: Tx, plan: ReferencePlan, proposedName: string | null): Promise<number> {
    const before = (await this.version(tx)) ?? 0;
    for (const { table, row: after } of plan.changes) await tx.query(upsert(table), table.fields.map((field) => after[field]));
    const added = plan.changes.filter((change) => change.before === null).length;
    await tx.query(`insert into shipping.reference_version (version, at, actor_name, files, added, changed, proposed_name) values ($1,$2,$3,$4,$5,$6,$7)`, [
      before + 1, tx.now, tx.actor.name, plan.files, added, plan.changes.length - added, proposedName,
    ]);
    await tx.audit({ action: 'reference.import', subject: { type: 'reference', id: String(before + 1) }, detail: { files: plan.files, added, changed: plan.changes.length - added } });
    return before + 1;
  }

  async rows(tx?: Tx): Promise<ReferenceRows> {
    const read: [string, unknown][] = [];
    for (const table of TABLES) read.push([table.name, await this.ask(select(table), tx)]);
    return Object.fromEntries(read) as unknown as ReferenceRows;
  }

  /** Inside a transaction on its own connection: waiting for a second one there would lock the pool under load. */
  private ask<T>(sql: string, tx?: Tx): Promise<T[]> {
    return tx ? tx.query<T>(sql) : this.db.read<T>(sql);
  }
}

/** Names come from our own definitions, never from a file. */
function select(table: TableDefinition): string {
  const columns = table.fields.map((field) => `${columnOf(field)} as "${field}"`).join(', ');
  return `select ${columns} from shipping.${table.name} order by ${[...table.key, 'validFrom'].map(columnOf).join(', ')}`;
}

function upsert(table: TableDefinition): string {
  const key = [...table.key, 'validFrom'];
  const rest = table.fields.filter((field) => !key.includes(field));
  return `insert into shipping.${table.name} (${table.fields.map(columnOf).join(', ')}) values (${table.fields.map((_, i) => `$${i + 1}`).join(', ')})
    on conflict (${key.map(columnOf).join(', ')}) do update set ${rest.map((field) => `${columnOf(field)} = excluded.${columnOf(field)}`).join(', ')}`;
}
