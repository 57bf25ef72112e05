import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { type Actor, moroccanDay, newId } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { maySellWith, searchText, sortKey, type Standing } from '../artisan.js';
import { type Extract, type ExtractLine, openExtract } from './extract.reader.js';
import { readHeader } from './register-header.js';
import { registerReference } from './register-reference.js';
import { readRow, type Refusal, type RegisterRow } from './register-row.js';
import { registryErrors } from '../registry.errors.js';
import { ADD_ARTISANS, ADD_SOCIAL, CHANGE_ARTISANS, CHANGE_SOCIAL, DROP_REPEATS, FIND_MOVED, FIND_REPEATS, MOVE_CLAIMS, NOTE_ENTRIES, NOTE_MOVES } from './register.statements.js';

export interface ImportOptions {
  readonly fileName: string;
  readonly now: Date;
  /** Hears every refused row, in the order they are found. */
  readonly refused: (line: number, refusals: readonly Refusal[]) => void | Promise<void>;
  readonly step?: (name: 'reading' | 'comparing' | 'writing') => void;
}

export interface ImportOutcome {
  readonly encoding: Extract['encoding'];
  readonly read: number;
  readonly refused: number;
  /** The same row given twice, word for word. */
  readonly repeated: number;
  readonly mended: number;
  readonly added: number;
  readonly changed: number;
  readonly standingsMoved: number;
}

/** Any number of our own: two imports never share the staging table. */
const IMPORT_LOCK = 6_480_113;
const PAGE = 5_000;

/**
 * Brings a register extract in. Rows are checked one by one and copied to a staging table; then one transaction
 * compares it with the register and writes only what differs. Until that transaction commits nothing has changed,
 * so an interrupted import is simply run again. Rows that an extract leaves out are left as they are: chambers
 * send regional and partial extracts.
 */
@Injectable()
export class RegisterImport {
  constructor(private readonly db: Database) {}

  async run(actor: Actor, source: AsyncIterable<Buffer>, options: ImportOptions): Promise<ImportOutcome> {
    const lock = await this.db.pool.connect();
    try {
      const [held] = (await lock.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [IMPORT_LOCK])).rows;
      if (!held!.held) throw registryErrors.REGISTER_IMPORT_RUNNING();
      const staged = await this.stage(lock, source, options);
      options.step?.('comparing');
      return await this.db.write(actor, (tx) => this.settle(tx, staged, options));
    } finally {
      await lock.query('reset statement_timeout; truncate registry.extract_row; select pg_advisory_unlock_all()').catch(() => undefined);
      lock.release();
    }
  }

  private async stage(client: pg.PoolClient, source: AsyncIterable<Buffer>, options: ImportOptions): Promise<Staged> {
    options.step?.('reading');
    const extract = await openExtract(source);
    const order = readHeader(extract.header);
    const staged: Staged = { encoding: extract.encoding, read: 0, refused: 0, mended: 0 };
    await client.query('set statement_timeout = 0; truncate registry.extract_row');
    const sink = client.query(copyFrom('copy registry.extract_row from stdin'));
    await pipeline(this.copyLines(extract, order, staged, options), sink);
    if (staged.read === 0) throw registryErrors.REGISTER_FILE_EMPTY();
    if (staged.read === staged.refused) throw registryErrors.REGISTER_NOTHING_USABLE({ refused: staged.refused });
    return staged;
  }

  private async *copyLines(extract: Extract, order: readonly number[], staged: Staged, options: ImportOptions): AsyncGenerator<Buffer> {
    const reference = registerReference();
    const today = moroccanDay(options.now);
    for await (const batch of extract.batches) {
      let text = '';
      for (const line of batch) {
        staged.read++;
        const verdict = readLine(line, extract.header.length, order, (cells) => readRow(cells, reference, today));
        if ('refusals' in verdict) {
          staged.refused++;
          await options.refused(line.line, verdict.refusals);
          continue;
        }
        if (verdict.row.mended) staged.mended++;
        text += copyLine(line.line, verdict.row, options.now.getTime());
      }
      if (text !== '') yield Buffer.from(text);
    }
  }

  private async settle(tx: Tx, staged: Staged, options: ImportOptions): Promise<ImportOutcome> {
    // The whole register is compared in a few statements: minutes, not the seconds a request may take.
    await tx.query(`set local statement_timeout = 0`);
    await tx.query(`set local lock_timeout = '60s'`);
    await tx.query(`set local work_mem = '64MB'`);
    await tx.query('analyze registry.extract_row');
    const importId = newId(tx.now.getTime());
    const repeats = await this.dropRepeats(tx, options);
    options.step?.('writing');
    const identity = `from file ${options.fileName}`;
    const today = moroccanDay(tx.now);
    await tx.query(FIND_MOVED, [today]);
    const changed = await counted(tx, CHANGE_ARTISANS, [today]);
    const added = await counted(tx, ADD_ARTISANS);
    await tx.query(MOVE_CLAIMS);
    await tx.query(CHANGE_SOCIAL);
    await tx.query(ADD_SOCIAL);
    const moved = await this.publishMoves(tx);
    const outcome: ImportOutcome = { ...staged, refused: staged.refused + repeats.conflicting, repeated: repeats.same, added, changed, standingsMoved: moved };
    await this.record(tx, importId, options.fileName, outcome);
    await tx.query(NOTE_ENTRIES, [importId, tx.now, tx.actor.accountId, tx.actor.name, `Entered ${identity}`]);
    await tx.query(NOTE_MOVES, [importId, tx.now, tx.actor.accountId, tx.actor.name, `Changed ${identity}`]);
    return outcome;
  }

  /** The first line of an identifier stands. A later one that says the same is dropped, one that differs is refused. */
  private async dropRepeats(tx: Tx, options: ImportOptions): Promise<{ same: number; conflicting: number }> {
    await tx.query(FIND_REPEATS);
    let conflicting = 0;
    for (let after = 0; ; ) {
      const page = await tx.query<{ line: number }>('select line from registry_repeat where conflicting and line > $1 order by line limit $2', [after, PAGE]);
      for (const { line } of page) await options.refused(line, [{ field: 'identifier', code: 'repeated' }]);
      conflicting += page.length;
      if (page.length < PAGE) break;
      after = page[page.length - 1]!.line;
    }
    const [count] = await tx.query<{ count: number }>('select count(*) as count from registry_repeat');
    await tx.query(DROP_REPEATS);
    return { same: count!.count - conflicting, conflicting };
  }

  private async publishMoves(tx: Tx): Promise<number> {
    let moved = 0;
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await tx.query<{ id: string; standing_to: Standing; held: boolean }>('select id, standing_to, held from registry_moved where id > $1 order by id limit $2', [after, PAGE]);
      for (const { id, standing_to, held } of page) await tx.publish('StandingChanged', { artisanId: id, standing: standing_to, maySell: held && maySellWith(standing_to) });
      moved += page.length;
      if (page.length < PAGE) return moved;
      after = page[page.length - 1]!.id;
    }
  }

  private async record(tx: Tx, id: string, fileName: string, o: ImportOutcome): Promise<void> {
    await tx.query(
      `insert into registry.import (id, file_name, at, actor_name, rows_read, refused, repeated, mended, added, changed, standings_moved)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)`,
      [id, fileName, tx.now, tx.actor.name, o.read, o.refused, o.repeated, o.mended, o.added, o.changed, o.standingsMoved],
    );
    await tx.audit({ action: 'register.import', subject: { type: 'register-import', id }, detail: { ...o, fileName } });
  }
}

interface Staged {
  readonly encoding: Extract['encoding'];
  read: number;
  refused: number;
  mended: number;
}

async function counted(tx: Tx, statement: string, params: readonly unknown[] = []): Promise<number> {
  const [row] = await tx.query<{ count: number }>(statement, params);
  return row!.count;
}

function readLine(line: ExtractLine, width: number, order: readonly number[], read: (cells: readonly string[]) => ReturnType<typeof readRow>): ReturnType<typeof readRow> {
  if (line.cells.length !== width) return { refusals: [{ field: 'row', code: 'columns' }] };
  return read(order.map((index) => line.cells[index]!.trim()));
}

/** One row in COPY's text format, in the order of registry.extract_row. */
function copyLine(line: number, row: RegisterRow, now: number): string {
  const cells = [
    line, newId(now), escaped(row.identifier), escaped(row.nameLatin), escaped(row.nameArabic), row.sex, row.birthYear, row.category, row.activity, row.branch,
    row.provinceCode, row.regionCode, row.standing, row.registeredOn, row.validUntil, searchText(row), sortKey(row), row.cnss, row.amo,
  ];
  return `${cells.map((cell) => (cell === null ? '\\N' : cell)).join('\t')}\n`;
}

/** Names and identifiers hold no control characters (register-row.ts refuses them), so only the backslash is left. */
function escaped(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\\', '\\\\');
}
