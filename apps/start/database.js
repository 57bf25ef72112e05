// @ts-check
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The secrets of this checkout, made once and kept beside its data.
 * @param {string} data
 * @returns {{ database: string, session: string, webhook: string }}
 */
export function keptSecrets(data) {
  const path = join(data, 'secrets.json');
  if (!existsSync(path)) {
    const fresh = () => randomBytes(24).toString('hex');
    writeFileSync(path, JSON.stringify({ database: fresh(), session: fresh(), webhook: `whsec_${fresh()}` }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

/**
 * Our database on an embedded server, made when it is not there; answers its address.
 * @param {(database: string) => string} url
 */
export async function databaseOf(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'dar_sanaa'`);
  if (!rowCount) await client.query('create database dar_sanaa');
  await client.end();
  return url('dar_sanaa');
}
