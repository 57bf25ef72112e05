import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { SYSTEM, systemClock, type Actor } from '#libs/kernel';
import { Database, encodeCursor, migrate } from '#libs/platform';
import { RegisterImport } from '#libs/registry';
import { MIGRATIONS } from '../../apps/api/rooms.js';
import { writeSample } from '../../libs/registry/sample.cli.js';
import { configOn } from './page-cost.js';

const who: Actor = { accountId: '01900000-0000-7000-8000-000000000001', name: 'Bench', roles: [], memberships: [], artisanId: null, locale: 'fr' };
export const officer: Actor = { ...who, roles: ['officer'], memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] };
export const administrator: Actor = { ...who, roles: ['admin'] };
export const inspector: Actor = { ...who, roles: ['inspector'], memberships: [{ kind: 'centre', organisationId: 'carpets' }] };
export const artisanOf = (artisanId: string): Actor => ({ ...who, roles: ['buyer', 'artisan'], artisanId });

/** Migrates a fresh database, fills the register with a sample extract and then with whatever stands on it. Seeds may name people by number: `person(n, id, region_code)`. */
export async function fillHouse(url: string, count: number, directory: string, more: (db: Database) => Promise<void> = () => Promise.resolve()): Promise<void> {
  await migrate(url, MIGRATIONS);
  const path = join(directory, 'register.csv');
  await writeSample(path, count, { encoding: 'utf8', delimiter: ';', seed: 5017 });
  const importing = await new Database(configOn(url), [], systemClock).open();
  await new RegisterImport(importing).run(SYSTEM, createReadStream(path) as AsyncIterable<Buffer>, { fileName: 'register.csv', now: new Date(), refused: () => undefined });
  await importing.onApplicationShutdown();
  // One connection, which may take its time.
  const db = await new Database({ ...configOn(url), DATABASE_POOL: 1 }, [], systemClock).open();
  await db.read('set statement_timeout = 0');
  await db.read('create table person as select row_number() over (order by (region_code = \'MA-03\') desc, identifier) as n, id, region_code from registry.artisan');
  await db.read('create unique index on person (n)');
  await more(db);
  await db.read('vacuum analyze');
  await db.onApplicationShutdown();
}

/** The query of a page, with a variable for each argument named. */
export function pageQuery(name: string, args: Readonly<Record<string, string>>, fields: string): string {
  const given = Object.entries(args);
  return `query(${given.map(([arg, type]) => `$${arg}: ${type}`).join(', ')}) { ${name}(first: 24, ${given.map(([arg]) => `${arg}: $${arg}`).join(', ')}) { nodes { ${fields} } endCursor hasNextPage } }`;
}

/** A uuid for each line of a series, in the order of their numbers. */
export const idOf = (series: string, n: string): string => `('0190${series}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The cursor of a page far down a list: that of the row `deep` rows from its beginning. */
export async function deepCursor(db: Database, list: { from: string; key: string; id?: string; by?: 'desc' | 'asc' }, deep = 0.8): Promise<string> {
  const { from, key, id = 'id', by = 'desc' } = list;
  const [row] = await db.read<{ key: string; id: string }>(`select ${key}::text as key, ${id} as id from ${from} order by ${key} ${by}, ${id} ${by} offset (select (count(*) * ${deep})::int from ${from}) limit 1`);
  return encodeCursor([row!.key, row!.id]);
}

/** What a bare statement says instead of a cursor. */
export function beyond(cursor: string, key: string, than: '<' | '>' = '<', cast = 'timestamptz', id = 'id'): string {
  const [at, one] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as [string, string];
  return `and (${key}, ${id}) ${than} ('${at}'::${cast}, '${one}'::uuid)`;
}
