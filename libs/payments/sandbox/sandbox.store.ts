import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** Anything Stripe keeps: a session, an intent, a charge, a refund, an event. */
export interface StripeObject {
  readonly id: string;
  readonly object: string;
  [field: string]: unknown;
}

const SCHEMA = /* sql */ `
create schema if not exists stripe_sandbox;
create table if not exists stripe_sandbox.object (
  id text primary key,
  kind text not null,
  seq bigserial not null,
  created bigint not null,
  body jsonb not null
);
create index if not exists object_kind on stripe_sandbox.object (kind, seq desc);
create table if not exists stripe_sandbox.request (
  key text primary key,
  fingerprint text not null,
  status int,
  answer jsonb,
  at timestamptz not null default now()
);
create table if not exists stripe_sandbox.delivery (
  id bigserial primary key,
  event_id text not null references stripe_sandbox.object (id),
  due_at timestamptz not null,
  attempts int not null default 0,
  last_status int,
  done_at timestamptz
);
create index if not exists delivery_due on stripe_sandbox.delivery (due_at) where done_at is null;
`;

export function stripeId(prefix: string): string {
  return `${prefix}_${randomBytes(12).toString('hex')}`;
}

export function seconds(): number {
  return Math.floor(Date.now() / 1000);
}

/** The sandbox's memory: its own schema in the same PostgreSQL, so that it survives kill -9 and restarts. */
export class SandboxStore {
  private readonly pool: pg.Pool;

  constructor(databaseUrl: string) {
    this.pool = new pg.Pool({ connectionString: databaseUrl, application_name: 'dar-sanaa-stripe-sandbox', max: 4, connectionTimeoutMillis: 5_000, statement_timeout: 10_000 });
    this.pool.on('error', () => undefined);
  }

  async open(): Promise<void> {
    await this.inTx(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('stripe_sandbox'))`);
      await tx.query(SCHEMA);
    });
  }

  async inTx<T>(work: (tx: SandboxTx) => Promise<T>): Promise<T> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const answer = await work(new SandboxTx(client));
      await client.query('commit');
      return answer;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}

export class SandboxTx {
  constructor(private readonly client: pg.PoolClient) {}

  async query<T extends pg.QueryResultRow>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, params as unknown[])).rows;
  }

  /** The object, locked until this transaction ends. */
  async take(id: string): Promise<StripeObject | null> {
    const [row] = await this.query<{ body: StripeObject }>('select body from stripe_sandbox.object where id = $1 for update', [id]);
    return row?.body ?? null;
  }

  async keep(object: StripeObject): Promise<void> {
    await this.query(
      `insert into stripe_sandbox.object (id, kind, created, body) values ($1, $2, $3, $4) on conflict (id) do update set body = excluded.body`,
      [object.id, object.object, object['created'], JSON.stringify(object)],
    );
  }

  async all(kind: string, where = 'true', params: readonly unknown[] = []): Promise<StripeObject[]> {
    const rows = await this.query<{ body: StripeObject }>(`select body from stripe_sandbox.object where kind = $${params.length + 1} and (${where}) order by seq desc`, [...params, kind]);
    return rows.map((row) => row.body);
  }
}
