import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import type { Fact, FactName } from '#libs/facts';
import { CONFIG, type Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { LOG, type Log } from '../http/log.js';
import { openQueueBackend, type QueueBackend, type QueueName } from './backend.js';
import { Handlers } from './handlers.js';

export type JobData =
  | { readonly kind: 'fact'; readonly fact: Fact; readonly subscriber: string }
  | { readonly kind: 'errand'; readonly id: string; readonly name: string; readonly payload: object }
  | { readonly kind: 'timer'; readonly name: string };

interface OutboxRow {
  id: string;
  kind: 'fact' | 'errand';
  name: string;
  payload: object;
  run_at: Date | null;
  at: Date;
}

const CONCURRENCY: Record<QueueName, number> = { facts: 8, io: 8, papers: 4, cpu: 2, timers: 2 };
const FACT_JOB = { attempts: 12, backoff: { type: 'exponential', delay: 500 } };
const KEEP = { removeOnComplete: { age: 3600, count: 1000 }, removeOnFail: false };

/** Carries the outbox to the queues, and runs the workers. Woken by NOTIFY at each commit; a slow poll covers a lost one. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnApplicationShutdown {
  private backend?: QueueBackend;
  private listener?: pg.Client;
  private poll?: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private again = false;
  private busy = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    @Inject(LOG) private readonly log: Log,
    private readonly db: Database,
    private readonly handlers: Handlers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.handlers.discover();
    this.backend = await openQueueBackend(this.config);
    if (this.config.ROLE === 'api') return;
    this.startWorkers(this.backend);
    await this.scheduleTimers(this.backend);
    await this.listen();
    this.poll = setInterval(() => this.wake(), 1000);
    this.wake();
  }

  /** For the operator's queue page. */
  get queues(): QueueBackend | undefined {
    return this.backend;
  }

  wake(): void {
    if (this.busy) {
      this.again = true;
      return;
    }
    this.busy = true;
    this.running = this.carry()
      .catch((error: unknown) => this.log.error({ err: error }, 'the outbox could not be relayed; it will be tried again'))
      .finally(() => {
        this.busy = false;
        if (this.again && !this.stopped) {
          this.again = false;
          this.wake();
        }
      });
  }

  private async carry(): Promise<void> {
    while (!this.stopped && (await this.carrySome()) > 0);
  }

  /** Adds first and marks after: a crash between the two adds again under the same job id, which the queue ignores. */
  private async carrySome(): Promise<number> {
    return this.db.source.transaction(async (em) => {
      const rows = (await em.query(
        `select id, kind, name, payload, run_at, at from platform.outbox where relayed_at is null order by at, id limit 200 for update skip locked`,
      )) as OutboxRow[];
      for (const row of rows) await this.addJobs(row);
      if (rows.length > 0) await em.query(`update platform.outbox set relayed_at = now() where id = any($1::uuid[])`, [rows.map((row) => row.id)]);
      return rows.length;
    });
  }

  private async addJobs(row: OutboxRow): Promise<void> {
    const delay = row.run_at ? Math.max(0, row.run_at.getTime() - Date.now()) : 0;
    if (row.kind === 'errand') {
      const errand = this.handlers.errandNamed(row.name);
      const data: JobData = { kind: 'errand', id: row.id, name: row.name, payload: row.payload };
      await this.backend!.queue(errand.queue).add(row.name, data, { ...KEEP, jobId: row.id, delay, attempts: errand.attempts, ...(errand.idle ? { priority: 100 } : {}), backoff: { type: 'exponential', delay: errand.backoffMs } });
      return;
    }
    const fact = { id: row.id, name: row.name as FactName, at: row.at.toISOString(), payload: row.payload } as Fact;
    for (const subscriber of this.handlers.subscribersOf(fact.name)) {
      const data: JobData = { kind: 'fact', fact, subscriber };
      await this.backend!.queue('facts').add(`${fact.name} > ${subscriber}`, data, { ...KEEP, ...FACT_JOB, jobId: `${fact.id}-${subscriber}` });
    }
  }

  private startWorkers(backend: QueueBackend): void {
    for (const name of Object.keys(CONCURRENCY) as QueueName[]) {
      backend.worker(
        name,
        CONCURRENCY[name],
        (data) => this.run(data as JobData),
        (data, error, final) => {
          const job = data as JobData | undefined;
          const what = job?.kind === 'fact' ? job.subscriber : job?.name;
          this.log[final ? 'error' : 'warn']({ err: error, job: what }, final ? 'a job failed for good; an operator can repeat it' : 'a job failed and will be tried again');
        },
      );
    }
  }

  private run(job: JobData): Promise<void> {
    if (job.kind === 'fact') return this.handlers.hear(job.fact, job.subscriber);
    if (job.kind === 'errand') return this.handlers.runErrand(job.name, job.payload, job.id);
    return this.handlers.runTimer(job.name);
  }

  private async scheduleTimers(backend: QueueBackend): Promise<void> {
    const queue = backend.queue('timers');
    const wanted = new Set(this.handlers.timers.keys());
    for (const scheduled of await queue.getJobSchedulers()) if (!wanted.has(scheduled.key)) await queue.removeJobScheduler(scheduled.key);
    for (const [name, timer] of this.handlers.timers) {
      await queue.upsertJobScheduler(name, { every: timer.everyMs }, { name, data: { kind: 'timer', name }, opts: { removeOnComplete: true, removeOnFail: { count: 100 } } });
    }
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.DATABASE_URL, keepAlive: true, application_name: 'dar-sanaa-relay' });
    client.on('notification', () => this.wake());
    client.on('error', () => {
      this.listener = undefined;
      if (!this.stopped) setTimeout(() => void this.listen().catch(() => undefined), 1000).unref();
    });
    await client.connect();
    await client.query('listen dar_sanaa_outbox');
    this.listener = client;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.poll);
    await this.running;
    await this.listener?.end().catch(() => undefined);
    await this.backend?.close();
  }
}
