import { createHash } from 'node:crypto';
import pg from 'pg';

/**
 * One step of a room's schema. `id` sorts the steps of all rooms: `2026-11-24-01-platform`.
 * A step that has landed is never edited: the runner keeps its hash and refuses a change.
 */
export interface Migration {
  readonly id: string;
  readonly sql: string;
}

/** Any number, the same in every version: processes that start together queue on it and one migrates. */
const LOCK = 7_305_242_611;

/** Applies what is missing, each step in its own transaction, under one advisory lock. Answers the ids applied. */
export async function migrate(databaseUrl: string, migrations: readonly Migration[], say: (line: string) => void = () => undefined): Promise<string[]> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'dar-sanaa-migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query(`create schema if not exists platform`);
    await client.query(`create table if not exists platform.migration (id text primary key, sha256 text not null, at timestamptz not null default now())`);
    const done = new Map((await client.query<{ id: string; sha256: string }>('select id, sha256 from platform.migration')).rows.map((r) => [r.id, r.sha256]));
    const applied: string[] = [];
    for (const step of inOrder(migrations)) {
      const sha256 = createHash('sha256').update(step.sql).digest('hex');
      const before = done.get(step.id);
      if (before === sha256) continue;
      if (before !== undefined) throw new Error(`migration ${step.id} was edited after it was applied; add a new one instead`);
      say(step.id);
      await client.query('begin');
      try {
        await client.query(`set local lock_timeout = '10s'`);
        await client.query(step.sql);
        await client.query('insert into platform.migration (id, sha256) values ($1, $2)', [step.id, sha256]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw new Error(`migration ${step.id} failed: ${(error as Error).message}`, { cause: error });
      }
      applied.push(step.id);
    }
    return applied;
  } finally {
    await client.end();
  }
}

function inOrder(migrations: readonly Migration[]): Migration[] {
  const sorted = [...migrations].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  sorted.forEach((step, i) => {
    if (i > 0 && sorted[i - 1]!.id === step.id) throw new Error(`two migrations are called ${step.id}`);
  });
  return sorted;
}
