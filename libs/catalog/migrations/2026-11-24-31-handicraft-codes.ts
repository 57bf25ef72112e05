import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Migration } from '#libs/platform';

const COLUMNS = ['hs6', 'description_en', 'description_fr', 'description_ar', 'source', 'confidence'] as const;

/** The handicraft lines of the Harmonized System, 2022 edition. A correction is a new file and a new migration. */
export const catalog31: Migration = { id: '2026-11-24-31-handicraft-codes', sql: insertOf(new URL('../hs-handicrafts.csv', import.meta.url)) };

function insertOf(file: URL): string {
  const rows = parse<Record<(typeof COLUMNS)[number], string>>(readFileSync(file), { columns: true });
  const values = rows.map((row) => `(${COLUMNS.map((column) => `'${row[column].replaceAll("'", "''")}'`).join(', ')})`);
  return `insert into catalog.hs_code (${COLUMNS.join(', ')}) values\n${values.join(',\n')};`;
}
