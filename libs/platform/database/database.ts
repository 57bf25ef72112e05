import { createHash } from 'node:crypto';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import type { Actor, Clock } from '#libs/kernel';
import { CONFIG, type Config } from '../config/config.js';
import { Tx } from './tx.js';

export const CLOCK = Symbol('clock');
export const ENTITIES = Symbol('entities');

// `bigint` and `numeric` counts of minor units fit a safe integer (kernel/money.ts); text would invite string addition.
pg.types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint beyond a safe integer: ${text}`);
  return value;
});
// A date is a calendar day, not an instant in the server's zone.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

/** Serialization failure and deadlock: the whole transaction starts again. */
const RESTARTABLE = new Set(['40001', '40P01']);
const MAX_RESTARTS = 5;

/** The only way to the database. Reads go to the pool; every write is one `write`. */
@Injectable()
export class Database implements OnApplicationShutdown {
  readonly source: DataSource;
  private readonly shapes = new Map<string, string>();

  constructor(
    @Inject(CONFIG) config: Config,
    @Inject(ENTITIES) entities: Function[],
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    this.source = new DataSource({
      type: 'postgres',
      url: config.DATABASE_URL,
      entities: entities as never,
      synchronize: false,
      logging: false,
      applicationName: `dar-sanaa-${config.ROLE}`,
      poolSize: config.DATABASE_POOL,
      extra: { connectionTimeoutMillis: 10_000, statement_timeout: 15_000, lock_timeout: 5_000, idle_in_transaction_session_timeout: 30_000 },
    });
  }

  async open(): Promise<this> {
    if (!this.source.isInitialized) await this.source.initialize();
    return this;
  }

  get pool(): pg.Pool {
    return (this.source.driver as unknown as { master: pg.Pool }).master;
  }

  /** One transaction, restarted whole on a deadlock or serialization failure. `work` must not touch the outside. */
  async write<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let restarts = 0; ; restarts++) {
      try {
        return await this.source.transaction((em) => work(new Tx(em, actor, this.clock.now())));
      } catch (error) {
        if (restarts >= MAX_RESTARTS || !RESTARTABLE.has(codeOf(error))) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** restarts));
      }
    }
  }

  /** Rows of a statement outside any transaction. */
  async read<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query(sql, params as unknown[])).rows as T[];
  }

  /** A named, prepared statement: PostgreSQL plans it once per connection. For hot read paths. */
  async prepared<T = Record<string, unknown>>(name: string, sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.pool.query({ name, text: sql, values: params as unknown[] })).rows as T[];
  }

  /** The same for a statement put together from the shape of a question: its text names it. Values are parameters, so that shapes stay few. */
  async shaped<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    let name = this.shapes.get(sql);
    if (name === undefined) this.shapes.set(sql, (name = `shape.${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`));
    return this.prepared<T>(name, sql, params);
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

/** The SQLSTATE of a driver error, or ''. */
export function codeOf(error: unknown): string {
  const e = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  return String(e?.driverError?.code ?? e?.code ?? '');
}

/** True for a unique violation of the named constraint (any, when not named). */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (codeOf(error) !== '23505') return false;
  const e = error as { constraint?: string; driverError?: { constraint?: string } };
  return constraint === undefined || (e.driverError?.constraint ?? e.constraint) === constraint;
}
