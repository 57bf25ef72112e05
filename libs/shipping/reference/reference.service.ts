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
    const [row] = await this.ask<{ version: number | null }>('select max(version) as version from shipping.reference_version', tx);
    const version = row?.version ?? null;
    if (version === null) throw shippingErrors.SHIPPING_REFERENCE_EMPTY();
    if (this.held?.book.version === String(version)) this.held.askedAt = now;
    else this.held = { book: new ReferenceBook(await this.rows(tx), String(version)), askedAt: now };
    return this.held.book;
  }

  async plan(paths: readonly string[]): Promise<ReferencePlan> {
    const files = await Promise.all(paths.map(readReferenceFile));
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

  /** All or nothing. Answers the new version, or the present one when nothing differs. */
  async apply(actor: Actor, plan: ReferencePlan): Promise<string> {
    const [first] = plan.refused;
    if (first) throw shippingErrors.SHIPPING_REFERENCE_REFUSED({ count: plan.refused.length, ...first });
    const version = await this.db.write(actor, (tx) => this.write(tx, plan));
    this.held = null;
    return String(version);
  }

  /** Loads the facts the house ships with; a second call changes nothing. */
  async loadShipped(actor: Actor): Promise<string> {
    return this.apply(actor, await this.plan(await shippedFiles()));
  }

  /** Rows that have ended or soon will without a successor, name no source, or were not looked at for a year. */
  async due(today: string): Promise<Due[]> {
    const rows = await this.rows();
    return TABLES.flatMap((table) => dueIn(table.name, rows[table.name], (row) => table.key.map((field) => String((row as unknown as AnyRow)[field])).join(' '), today));
  }

  private async write(tx: Tx, plan: ReferencePlan): Promise<number> {
    // One import at a time: two would both take the next version.
    await tx.query(`select pg_advisory_xact_lock(hashtext('shipping.reference'))`);
    const [row] = await tx.query<{ version: number | null }>('select max(version) as version from shipping.reference_version');
    const before = row?.version ?? 0;
    if (plan.changes.length === 0 && before > 0) return before;
    for (const { table, row: after } of plan.changes) await tx.query(upsert(table), table.fields.map((field) => after[field]));
    const added = plan.changes.filter((change) => change.before === null).length;
    await tx.query(`insert into shipping.reference_version (version, at, actor_name, files, added, changed) values ($1,$2,$3,$4,$5,$6)`, [
      before + 1, tx.now, tx.actor.name, plan.files, added, plan.changes.length - added,
    ]);
    await tx.audit({ action: 'reference.import', subject: { type: 'reference', id: String(before + 1) }, detail: { files: plan.files, added, changed: plan.changes.length - added } });
    return before + 1;
  }

  private async rows(tx?: Tx): Promise<ReferenceRows> {
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
