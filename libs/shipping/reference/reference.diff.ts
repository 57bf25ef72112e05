import type { ReadFile, RefusedCell } from './reference.files.js';
import { columnOf, type AnyRow, type TableDefinition } from './reference.tables.js';

export interface ReferenceChange {
  readonly table: TableDefinition;
  readonly before: AnyRow | null;
  readonly row: AnyRow;
}

export interface Comparison {
  readonly changes: readonly ReferenceChange[];
  readonly unchanged: number;
  readonly refused: readonly RefusedCell[];
}

/** What a file would change. Two rows of one key may not hold on the same day. */
export function compare(file: ReadFile, current: readonly AnyRow[]): Comparison {
  const { table } = file;
  const known = new Map(current.map((row) => [idOf(table, row), row]));
  const seen = new Map<string, number>();
  const changes: ReferenceChange[] = [];
  const refused: RefusedCell[] = [];
  let unchanged = 0;
  for (const { line, row } of file.rows) {
    const id = idOf(table, row);
    const twin = seen.get(id);
    if (twin !== undefined) refused.push({ file: file.file, line, field: table.key.map(columnOf).join('+'), reason: `the same row stands on line ${twin}` });
    else seen.set(id, line);
    const before = known.get(id) ?? null;
    if (before !== null && differences(table, before, row).length === 0) unchanged++;
    else if (twin === undefined) changes.push({ table, before, row });
  }
  return { changes, unchanged, refused: [...refused, ...overlaps(file, known)] };
}

/** Fields that differ, as `duty: 8 % → 7 %`. */
export function differences(table: TableDefinition, before: AnyRow, after: AnyRow): string[] {
  return table.fields.filter((field) => show(before[field]) !== show(after[field])).map((field) => `${columnOf(field)}: ${show(before[field])} → ${show(after[field])}`);
}

export function nameOf(table: TableDefinition, row: AnyRow): string {
  return `${table.name} ${table.key.map((field) => show(row[field])).join(' ')} · ${row.validFrom}`;
}

function overlaps(file: ReadFile, known: ReadonlyMap<string, AnyRow>): RefusedCell[] {
  const { table } = file;
  const after = new Map<string, { row: AnyRow; line: number | null }>([...known].map(([id, row]) => [id, { row, line: null }]));
  for (const { line, row } of file.rows) after.set(idOf(table, row), { row, line });
  const byKey = new Map<string, { row: AnyRow; line: number | null }[]>();
  for (const entry of after.values()) {
    const key = table.key.map((field) => show(entry.row[field])).join(' ');
    byKey.set(key, [...(byKey.get(key) ?? []), entry]);
  }
  const refused: RefusedCell[] = [];
  for (const entries of byKey.values()) {
    entries.sort((a, b) => (a.row.validFrom < b.row.validFrom ? -1 : 1));
    entries.slice(1).forEach((later, i) => {
      const earlier = entries[i]!;
      if (earlier.row.validUntil !== null && earlier.row.validUntil < later.row.validFrom) return;
      const line = later.line ?? earlier.line ?? 0;
      refused.push({ file: file.file, line, field: 'valid_from', reason: `overlaps the row from ${(later.line === null ? later : earlier).row.validFrom}; end that one first` });
    });
  }
  return refused;
}

function idOf(table: TableDefinition, row: AnyRow): string {
  return [...table.key, 'validFrom'].map((field) => show(row[field])).join('\n');
}

function show(value: unknown): string {
  if (value === null || value === undefined) return '–';
  return Array.isArray(value) ? value.join(';') : String(value);
}
