import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { Module, type Type } from '@nestjs/common';
import pg from 'pg';
import { newId, StoppedClock, type Actor, type Role } from '#libs/kernel';
import type { Fact, FactName } from '#libs/facts';
import { Database, Handlers, migrate, platform01, PlatformModule, readConfig, type Config, type Room, type Tx } from '#libs/platform';

/** Noon in Morocco on the day the facts of this repository were last checked. */
export const TODAY = new Date('2026-11-24T12:00:00Z');

export interface TestHouse {
  readonly db: Database;
  readonly clock: StoppedClock;
  readonly config: Config;
  readonly url: string;
  readonly jobs: TestJobs;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T) | symbol): T;
  close(): Promise<void>;
}

export interface TestJobs {
  /** Relays the outbox and runs every hearer and errand, again and again until nothing is left. */
  drain(options?: { errands?: boolean; until?: Date }): Promise<void>;
  tick(timer: string): Promise<void>;
}

/** The rooms asked for, with a database of their own and no workers: jobs run when the test says so. */
export async function testHouse(rooms: readonly Room[], env: Record<string, string> = {}): Promise<TestHouse> {
  const url = await freshDatabase(rooms);
  const dataDir = await mkdtemp(join(tmpdir(), 'dar-sanaa-files-'));
  const config = readConfig({
    NODE_ENV: 'test',
    DATABASE_URL: url,
    DATABASE_POOL: '12',
    DATA_DIR: dataDir,
    SECRET: 'only-for-tests-only-for-tests-only',
    LOG_LEVEL: 'silent',
    PUBLIC_URL: 'http://localhost:3000',
    DEMO: 'true',
    STRIPE_SECRET_KEY: 'sk_test_only_for_tests',
    STRIPE_WEBHOOK_SECRET: 'whsec_only_for_tests',
    ...env,
  });
  const clock = new StoppedClock(TODAY);
  @Module({ imports: [PlatformModule.forRoot({ config, rooms, clock, withoutWorkers: true }), ...rooms.map((room) => room.module)] })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  const db = withOneConnection(app.get(Database));
  const handlers = app.get(Handlers).discover();
  return {
    db,
    clock,
    config,
    url,
    jobs: testJobs(db, handlers, clock),
    get: (token) => app.get(token as never, { strict: false }),
    async close() {
      await app.close();
      await rm(dataDir, { recursive: true, force: true });
      await dropDatabase(url);
    },
  };
}

/**
 * A read inside a write takes a second connection, and as many such writers as the pool is deep wait for each other for ever.
 * No test is ever so busy, so it is refused here: what runs inside a transaction reads by it.
 */
function withOneConnection(db: Database): Database {
  const writing = new AsyncLocalStorage<{ open: boolean }>();
  const [write, read, prepared] = [db.write.bind(db) as Database['write'], db.read.bind(db) as Database['read'], db.prepared.bind(db) as Database['prepared']];
  const assertOutside = (sql: string): void => {
    if (writing.getStore()?.open) throw new Error(`a read inside a write by another connection: ${sql}`);
  };
  db.write = async <T>(by: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => {
    const transaction = { open: true };
    try {
      return await write(by, (tx) => writing.run(transaction, () => work(tx)));
    } finally {
      transaction.open = false;
    }
  };
  db.read = async <T>(sql: string, params?: readonly unknown[]): Promise<T[]> => (assertOutside(sql), read<T>(sql, params));
  db.prepared = async <T>(name: string, sql: string, params?: readonly unknown[]): Promise<T[]> => (assertOutside(sql), prepared<T>(name, sql, params));
  return db;
}

function testJobs(db: Database, handlers: Handlers, clock: StoppedClock): TestJobs {
  return {
    async drain({ errands = true, until } = {}) {
      for (let rounds = 0; rounds < 200; rounds++) {
        const rows = await db.read<{ id: string; kind: string; name: string; payload: object; at: Date }>(
          `select id, kind, name, payload, at from platform.outbox
           where relayed_at is null and (run_at is null or run_at <= $1) and ($2 or kind = 'fact') order by at, id limit 100`,
          [until ?? clock.now(), errands],
        );
        if (rows.length === 0) return;
        for (const row of rows) {
          if (row.kind === 'fact') {
            const fact = { id: row.id, name: row.name as FactName, at: row.at.toISOString(), payload: row.payload } as Fact;
            for (const subscriber of handlers.subscribersOf(fact.name)) await handlers.hear(fact, subscriber);
          } else await handlers.runErrand(row.name, row.payload, row.id);
          await db.read(`update platform.outbox set relayed_at = now() where id = $1`, [row.id]);
        }
      }
      throw new Error('the jobs never came to rest');
    },
    tick: (timer) => handlers.runTimer(timer),
  };
}

/** Somebody with these roles. Every call is another person unless an id is given. */
export function actor(role: Role | Role[], more: Partial<Actor> = {}): Actor {
  return { accountId: newId(), name: 'Test Person', roles: [role].flat(), memberships: [], artisanId: null, locale: 'en', ...more };
}

const TEMPLATE_LOCK = 5_104_881;

/** A clone of a template migrated once per set of rooms: some 30 ms instead of a full migration. */
export async function freshDatabase(rooms: readonly Room[]): Promise<string> {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) throw new Error('no test PostgreSQL: run jest through its configuration');
  const migrations = [platform01, ...rooms.flatMap((room) => room.migrations)];
  const hash = createHash('sha256').update(migrations.map((m) => m.id + m.sql).join('\n')).digest('hex').slice(0, 16);
  const template = `template_${hash}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
    const exists = (await client.query('select 1 from pg_database where datname = $1', [template])).rowCount;
    if (!exists) {
      const draft = `draft_${hash}`;
      await client.query(`drop database if exists ${draft}`);
      await client.query(`create database ${draft}`);
      await migrate(on(server, draft), migrations);
      await client.query(`alter database ${draft} rename to ${template}`);
    }
    const name = `t_${newId().replaceAll('-', '')}`;
    await client.query(`create database ${name} template ${template}`);
    return on(server, name);
  } finally {
    await client.end();
  }
}

export async function dropDatabase(url: string): Promise<void> {
  const name = new URL(url).pathname.slice(1);
  const client = new pg.Client({ connectionString: process.env['TEST_DATABASE_URL'] });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
  } finally {
    await client.end();
  }
}

function on(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
