import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse as parseCsv } from 'csv-parse/sync';
import { shippingErrors } from '../shipping.errors.js';
import { columnOf, tableNamed, type AnyRow, type TableDefinition } from './reference.tables.js';

/** One cell that cannot be taken in. `line` counts as an editor does, the header being line 1. */
export interface RefusedCell {
  readonly file: string;
  readonly line: number;
  readonly field: string;
  readonly reason: string;
}

export interface ReadFile {
  readonly file: string;
  readonly table: TableDefinition;
  readonly rows: readonly { readonly line: number; readonly row: AnyRow }[];
  readonly refused: readonly RefusedCell[];
}

const MAX_BYTES = 20_000_000;

/** The facts this house ships with: one file per table. The build copies them beside the code. */
export async function shippedFiles(): Promise<string[]> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  return (await readdir(folder)).filter((name) => name.endsWith('.csv')).sort().map((name) => join(folder, name));
}

/** A CSV named after its table (`tariff_line.csv`, `tariff_line.2027.csv`), or JSON `{ "table": "fx_rate", "rows": [...] }`. */
export async function readReferenceFile(path: string): Promise<ReadFile> {
  const size = (await stat(path).catch(() => null))?.size;
  if (size === undefined) throw shippingErrors.SHIPPING_REFERENCE_FILE({ file: basename(path), reason: 'there is no such file' });
  if (size > MAX_BYTES) throw shippingErrors.SHIPPING_REFERENCE_FILE({ file: basename(path), reason: `it is larger than ${MAX_BYTES / 1_000_000} MB` });
  return readReferenceText(basename(path), await readFile(path, 'utf8'));
}

export function readReferenceText(file: string, text: string): ReadFile {
  const { name, cells } = extname(file) === '.json' ? fromJson(file, text) : fromCsv(file, text);
  const table = tableNamed(name);
  if (!table) throw shippingErrors.SHIPPING_REFERENCE_FILE({ file, reason: `"${name.slice(0, 40)}" is not a table of reference data` });
  const rows: { line: number; row: AnyRow }[] = [];
  const refused: RefusedCell[] = [];
  for (const { line, values } of cells) {
    const parsed = table.row.safeParse(values);
    if (parsed.success) rows.push({ line, row: parsed.data });
    else for (const [field, reason] of firstPerField(parsed.error.issues)) refused.push({ file, line, field: columnOf(field), reason });
  }
  return { file, table, rows, refused };
}

function firstPerField(issues: readonly { path: readonly PropertyKey[]; code?: string; message: string }[]): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const issue of issues) {
    const field = String(issue.path[0] ?? issue.code);
    if (!reasons.has(field)) reasons.set(field, issue.message);
  }
  return reasons;
}

interface Cells {
  readonly name: string;
  readonly cells: readonly { readonly line: number; readonly values: Record<string, unknown> }[];
}

function fromCsv(file: string, text: string): Cells {
  const name = file.split('.')[0]!;
  try {
    const records = parseCsv<{ record: Record<string, string>; info: { lines: number } }>(text, { bom: true, columns: (header: string[]) => header.map(fieldOf), info: true, skip_empty_lines: true, max_record_size: 100_000 });
    return { name, cells: records.map(({ record, info }) => ({ line: info.lines, values: record })) };
  } catch (error) {
    throw shippingErrors.SHIPPING_REFERENCE_FILE({ file, reason: (error as Error).message });
  }
}

function fromJson(file: string, text: string): Cells {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw shippingErrors.SHIPPING_REFERENCE_FILE({ file, reason: (error as Error).message });
  }
  const { table, rows } = (read ?? {}) as { table?: unknown; rows?: unknown };
  if (typeof table !== 'string' || !Array.isArray(rows)) throw shippingErrors.SHIPPING_REFERENCE_FILE({ file, reason: 'it must read { "table": …, "rows": […] }' });
  return { name: table, cells: rows.map((row: unknown, i) => ({ line: i + 1, values: Object.fromEntries(Object.entries((row ?? {}) as object).map(([column, value]) => [fieldOf(column), value])) })) };
}

function fieldOf(column: string): string {
  return column.trim().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
