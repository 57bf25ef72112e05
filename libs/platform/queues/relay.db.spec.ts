import { Injectable, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { newId, SYSTEM } from '#libs/kernel';
import type { Fact } from '#libs/facts';
import { Database, errand, OnErrand, OnFact, OnTimer, PlatformModule, readConfig, type Room, type Tx } from '#libs/platform';
import { dropDatabase, freshDatabase } from '../../../test/database.js';
import { hasRedis, startRedis } from '../../../test/redis.js';
import { openQueueBackend } from './backend.js';

const ring = errand<{ bell: string }>('relay-test.ring', { attempts: 3, backoffMs: 50 });

@Injectable()
class Bells {
  readonly heard: string[] = [];
  readonly rung: string[] = [];
  tries = 0;
  ticks = 0;

  @OnFact('OrderReady', 'relay-test.bells')
  async onReady(fact: Fact<'OrderReady'>, tx: Tx): Promise<void> {
    this.heard.push(fact.payload.orderId);
    await tx.send(ring, { bell: fact.payload.orderId });
  }

  @OnErrand(ring)
  async ring({ bell }: { bell: string }): Promise<void> {
    if (++this.tries === 1) throw new Error('the first try always fails');
    this.rung.push(bell);
  }

  @OnTimer('relay-test.tick', 200)
  async tick(): Promise<void> {
    this.ticks++;
  }
}

@Module({ providers: [Bells] })
class BellsModule {}
const room: Room = { name: 'relay-test', module: BellsModule, entities: [], migrations: [], errors: {} };

async function eventually(holds: () => boolean): Promise<void> {
  for (let waited = 0; waited < 15_000 && !holds(); waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
}

describe.each(['postgres', ...(hasRedis ? ['redis'] : [])])('the relay on %s', (backend) => {
  let url: string;
  let redis: Awaited<ReturnType<typeof startRedis>> | undefined;
  let app: INestApplicationContext;
  let bells: Bells;
  let db: Database;

  beforeAll(async () => {
    url = await freshDatabase([]);
    if (backend === 'redis') redis = await startRedis();
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', ...(redis ? { REDIS_URL: redis.url } : {}) });
    @Module({ imports: [PlatformModule.forRoot({ config, rooms: [room] }), BellsModule] })
    class House {}
    app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
    bells = app.get(Bells, { strict: false });
    db = app.get(Database, { strict: false });
  });
  afterAll(async () => {
    await app?.close();
    await redis?.stop();
    await dropDatabase(url);
  });

  it('carries a committed fact to its hearer and its errand past a failed try, each once', async () => {
    const orders = Array.from({ length: 20 }, () => newId());
    await Promise.all(orders.map((orderId) => db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId }))));
    await eventually(() => bells.rung.length >= 20);
    expect([...bells.heard].sort()).toEqual([...orders].sort());
    expect([...bells.rung].sort()).toEqual([...orders].sort());
  });

  it('runs its timers', async () => {
    await eventually(() => bells.ticks >= 2);
    expect(bells.ticks).toBeGreaterThanOrEqual(2);
  });

  it('leaves nothing waiting in the outbox', async () => {
    expect(await db.read(`select count(*)::int as n from platform.outbox where relayed_at is null`)).toEqual([{ n: 0 }]);
  });
});

describe('Redis that would forget', () => {
  (hasRedis ? it : it.failing)('is refused at boot (needs redis-server)', async () => {
    const redis = await startRedis(['--appendonly', 'no']);
    try {
      await expect(openQueueBackend(readConfig({ DATABASE_URL: 'postgres://unused', SECRET: 'x'.repeat(40), REDIS_URL: redis.url }))).rejects.toThrow(/appendonly/);
    } finally {
      await redis.stop();
    }
  });
});
