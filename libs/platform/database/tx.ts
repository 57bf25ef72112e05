import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId, type Actor } from '#libs/kernel';
import type { FactName, Facts } from '#libs/facts';
import { platformErrors } from '../platform.errors.js';
import type { Errand, SendOptions } from '../queues/errand.js';

/** What an audit row says: a verb of the trade, the thing, and what changed. No secrets, no bank details. */
export interface AuditEntry {
  readonly action: string;
  readonly subject: { readonly type: string; readonly id: string };
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** One open transaction. A service method that is handed one joins it. */
export class Tx {
  private woken = false;

  constructor(
    readonly em: EntityManager,
    readonly actor: Actor,
    readonly now: Date,
  ) {}

  /** Rows of a parameterised statement. */
  async query<T = Record<string, unknown>>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
    const answer: unknown = await this.em.query(sql, params as unknown[]);
    // TypeORM answers [rows, count] to UPDATE and DELETE, and rows to the rest.
    if (Array.isArray(answer) && answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number') return answer[0] as T[];
    return answer as T[];
  }

  /** Says a fact: it reaches every hearer after this transaction commits, and none if it does not. */
  async publish<N extends FactName>(name: N, payload: Facts[N]): Promise<string> {
    return this.post('fact', name, payload, {});
  }

  /** Queues an errand to run after commit, outside any transaction. */
  async send<P extends object>(errand: Errand<P>, payload: P, options: SendOptions = {}): Promise<string> {
    return this.post('errand', errand.name, payload, options);
  }

  async audit(entry: AuditEntry): Promise<void> {
    await this.query(
      `insert into platform.audit (id, at, account_id, actor_name, action, subject_type, subject_id, detail) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [newId(), this.now, this.actor.accountId, this.actor.name, entry.action, entry.subject.type, entry.subject.id, JSON.stringify(entry.detail ?? {})],
    );
  }

  /**
   * The next number of a series (`invoice:RNA-…:2026`), without gaps or doubles: the counter row stays
   * locked until this transaction ends, and a rollback gives the number back.
   */
  async nextNumber(series: string): Promise<number> {
    const [row] = await this.query<{ value: string }>(
      `insert into platform.counter (series, value) values ($1, 1)
       on conflict (series) do update set value = platform.counter.value + 1 returning value`,
      [series],
    );
    return Number(row!.value);
  }

  /**
   * Runs `work` once per command id and actor: a repeat gets the first answer, and the same id with another
   * input is refused (COMMAND_REUSED). `work` must answer something JSON can hold.
   */
  async once<T>(commandId: string, input: unknown, work: () => Promise<T>): Promise<T> {
    const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
    const key = `${this.actor.accountId ?? 'system'}:${commandId}`;
    const inserted = await this.query(`insert into platform.command (key, input_hash) values ($1, $2) on conflict do nothing returning key`, [key, hash]);
    if (inserted.length === 0) {
      const [seen] = await this.query<{ input_hash: string; answer: T }>(`select input_hash, answer from platform.command where key = $1`, [key]);
      if (seen!.input_hash !== hash) throw platformErrors.COMMAND_REUSED();
      return seen!.answer;
    }
    const answer = await work();
    await this.query(`update platform.command set answer = $2 where key = $1`, [key, JSON.stringify(answer ?? null)]);
    return answer;
  }

  private async post(kind: 'fact' | 'errand', name: string, payload: object, options: SendOptions): Promise<string> {
    const id = options.key ? keyedId(name, options.key) : newId();
    await this.query(
      `insert into platform.outbox (id, kind, name, payload, run_at, at) values ($1,$2,$3,$4,$5,$6) on conflict (id) do nothing`,
      [id, kind, name, JSON.stringify(payload), options.runAt ?? null, this.now],
    );
    if (!this.woken) {
      this.woken = true;
      await this.query(`select pg_notify('dar_sanaa_outbox', '')`);
    }
    return id;
  }
}

/** The same key always makes the same outbox id, so an errand sent twice under one key is one errand. */
function keyedId(name: string, key: string): string {
  const hex = createHash('sha256').update(`${name}\n${key}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
