import { createPostgresBackend, runMigrations, withBackend, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Config } from '../config/config.js';

export const QUEUES = ['facts', 'io', 'papers', 'cpu', 'timers'] as const;
export type QueueName = (typeof QUEUES)[number];

/** The part of BullMQ we use, the same on PostgreSQL and on Redis. */
export interface QueueBackend {
  readonly name: 'postgres' | 'redis';
  queue(name: QueueName): Queue;
  worker(name: QueueName, concurrency: number, run: (data: unknown, attempt: number) => Promise<void>, onFailed: (data: unknown, error: Error, final: boolean) => void): Worker;
  close(): Promise<void>;
}

const PREFIX = 'dar-sanaa';
// A killed worker's jobs are taken up by another after this long.
const WORKER = { lockDuration: 15_000, stalledInterval: 5_000, maxStalledCount: 10 } as const;

export async function openQueueBackend(config: Config): Promise<QueueBackend> {
  return config.REDIS_URL ? redisBackend(config.REDIS_URL) : postgresBackend(config.DATABASE_URL);
}

async function postgresBackend(databaseUrl: string): Promise<QueueBackend> {
  // One shared pool: each worker keeps a client for LISTEN, so it must be larger than workers + 4 or everything hangs.
  const pool = new pg.Pool({ connectionString: databaseUrl, options: '-c search_path=bullmq', keepAlive: true, max: QUEUES.length * 2 + 6, application_name: 'dar-sanaa-queues' });
  const client = await pool.connect();
  try {
    await runMigrations(client as never, 'bullmq');
  } finally {
    client.release();
  }
  const bound = withBackend(createPostgresBackend);
  return assemble('postgres', bound.Queue as unknown as typeof Queue, bound.Worker as unknown as typeof Worker, { connection: pool as never, prefix: PREFIX }, () => pool.end());
}

async function redisBackend(url: string): Promise<QueueBackend> {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  // Without both of these Redis forgets acknowledged jobs: 2,000 of 2,000 lost on a kill in our trial (2026-11).
  const [, appendonly] = (await redis.config('GET', 'appendonly')) as [string, string];
  const [, policy] = (await redis.config('GET', 'maxmemory-policy')) as [string, string];
  if (appendonly !== 'yes' || policy !== 'noeviction') {
    await redis.quit();
    throw new Error(`Redis must keep jobs: set appendonly yes and maxmemory-policy noeviction (found ${appendonly}, ${policy})`);
  }
  return assemble('redis', Queue, Worker, { connection: redis as never, prefix: PREFIX }, async () => void (await redis.quit()));
}

function assemble(name: QueueBackend['name'], QueueClass: typeof Queue, WorkerClass: typeof Worker, options: { connection: never; prefix: string }, end: () => Promise<void>): QueueBackend {
  const queues = new Map<QueueName, Queue>();
  const workers: Worker[] = [];
  const quiet = (): void => undefined;
  return {
    name,
    queue(queueName) {
      let queue = queues.get(queueName);
      if (!queue) {
        queue = new QueueClass(queueName, options);
        // A lost connection is retried by BullMQ; without a listener it would end the process.
        queue.on('error', quiet);
        queues.set(queueName, queue);
      }
      return queue;
    },
    worker(queueName, concurrency, run, onFailed) {
      const worker = new WorkerClass(queueName, async (job) => run(job.data, job.attemptsMade), { ...options, ...WORKER, concurrency });
      worker.on('error', quiet);
      worker.on('failed', (job, error) => onFailed(job?.data, error, !job || job.attemptsMade >= (job.opts.attempts ?? 1)));
      workers.push(worker);
      return worker;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
      await end();
    },
  };
}
