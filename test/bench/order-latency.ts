import { Injectable, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import type { Fact } from '#libs/facts';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { BasketsService, OrdersService, PlacementService } from '#libs/orders';
import { Database, migrate, OnFact, platform01, PlatformModule, readConfig } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { maker, ORDER_ROOMS, piece, placing } from '../../libs/orders/orders.fixtures.js';
import { onScratchDatabase } from './scratch-database.js';

/**
 * From the commit of an order to the first instruction of the job that hears of it, through outbox, relay and queue,
 * on the embedded default; beside a bare LISTEN/NOTIFY round trip on the same server in the same run.
 * `node dist/test/bench/order-latency.js [COUNT]`
 */
const COUNT = Number(process.argv[2] ?? 200);
const LIMIT_MS = 50;

/** When each order's job began, and who waits to know. */
const begun = new Map<string, number>();
const waiting = new Map<string, (at: number) => void>();

@Injectable()
class Hearer {
  @OnFact('OrderPlaced', 'bench.hear')
  async onPlaced({ payload }: Fact<'OrderPlaced'>): Promise<void> {
    const now = performance.now();
    begun.set(payload.orderId, now);
    waiting.get(payload.orderId)?.(now);
  }
}

@Module({ providers: [Hearer] })
class HearerModule {}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const worst = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.99)]!;

async function roundTrips(url: string): Promise<number[]> {
  const [speaker, listener] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })];
  await Promise.all([speaker.connect(), listener.connect()]);
  await listener.query('listen bench');
  const times: number[] = [];
  for (let i = 0; i < COUNT; i++) {
    const arrived = new Promise<number>((resolve) => listener.once('notification', () => resolve(performance.now())));
    const start = performance.now();
    await speaker.query(`select pg_notify('bench', '')`);
    times.push((await arrived) - start);
  }
  await Promise.all([speaker.end(), listener.end()]);
  return times;
}

async function latencies(url: string, directory: string): Promise<number[]> {
  const config = readConfig({ NODE_ENV: 'production', DATABASE_URL: url, DATA_DIR: directory, SECRET: 'only-for-the-bench-only-for-the-bench', LOG_LEVEL: 'silent', DEMO: 'true', STRIPE_SECRET_KEY: 'sk_test_bench', STRIPE_WEBHOOK_SECRET: 'whsec_bench' });
  @Module({ imports: [PlatformModule.forRoot({ config, rooms: ORDER_ROOMS }), ...ORDER_ROOMS.map((room) => room.module), HearerModule] })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  const db = app.get(Database);
  await app.get(ReferenceService, { strict: false }).loadShipped(SYSTEM);
  const weaver = await maker(db);
  const rug = await piece(db, weaver.artisanId, { stock: COUNT + 10 });
  const buyer: Actor = { ...weaver.actor, roles: ['buyer'], artisanId: null };
  const times: number[] = [];
  for (let i = 0; i < COUNT + 10; i++) {
    const basketId = newId();
    await app.get(BasketsService, { strict: false }).create(buyer, basketId, 'FR');
    await app.get(BasketsService, { strict: false }).setLine(buyer, basketId, rug, 1);
    await app.get(PlacementService, { strict: false }).place(buyer, placing(basketId));
    const committed = performance.now();
    const [order] = (await app.get(OrdersService, { strict: false }).placement(basketId))!.orders;
    const began = begun.get(order!.id) ?? (await new Promise<number>((resolve) => waiting.set(order!.id, resolve)));
    // The first ten warm the code up.
    if (i >= 10) times.push(Math.max(0, began - committed));
  }
  await app.close();
  return times;
}

await onScratchDatabase('latency', async (url, directory) => {
  await migrate(url, [platform01, ...ORDER_ROOMS.flatMap((room) => room.migrations)]);
  const bare = await roundTrips(url);
  const jobs = await latencies(url, directory);
  const [job, trip] = [median(jobs), median(bare)];
  console.log(`${COUNT} orders: commit to job start median ${job.toFixed(1)} ms, p99 ${worst(jobs).toFixed(1)} ms`);
  console.log(`bare LISTEN/NOTIFY round trip median ${trip.toFixed(2)} ms, p99 ${worst(bare).toFixed(2)} ms`);
  console.log(`ratio ${(job / trip).toFixed(1)}; limit ${LIMIT_MS} ms: ${job < LIMIT_MS ? 'kept' : 'MISSED'}`);
  if (job >= LIMIT_MS) process.exitCode = 1;
}, true);
