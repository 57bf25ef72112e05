import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Module } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, readConfig, rootsOf, type Room } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { ROOMS } from '../../apps/api/rooms.js';
import { dropDatabase, freshDatabase } from '../database.js';

const PUBLIC = join(import.meta.dirname, 'public-roots.txt');

@Resolver()
class Open {
  @Query(() => String)
  @Allow('anyone')
  hello(): string {
    return 'hello';
  }

  @Mutation(() => String)
  forgotten(): string {
    return 'anybody could';
  }
}

@Controller()
class OpenRoute {
  @Get('/forgotten')
  forgotten(): string {
    return 'anybody could';
  }
}

@Module({ providers: [Open] })
class OpenModule {}
@Module({ controllers: [OpenRoute] })
class OpenRouteModule {}

describe('who may call what', () => {
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase(ROOMS);
  });
  afterAll(() => dropDatabase(url));

  const open = (rooms: readonly Room[]): Promise<NestFastifyApplication> =>
    createApp(readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }), { rooms });

  it('is said of every root field and route, and the public ones are a known list', async () => {
    const app = await open(ROOMS);
    try {
      await app.init();
      const roots = rootsOf(app.get(DiscoveryService, { strict: false }));
      expect(roots.length).toBeGreaterThan(40);
      expect(roots.filter((root) => !root.allowed)).toEqual([]);
      const known = existsSync(PUBLIC) ? readFileSync(PUBLIC, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')) : [];
      // A new public root is a decision: it is added to the file by hand, with a reviewer looking.
      expect([...new Set(roots.filter((root) => root.allowed!.includes('anyone')).map((root) => root.where))].sort()).toEqual(known);
    } finally {
      await app.close();
    }
  });

  it.each([
    ['a mutation', OpenModule, 'Open.forgotten'],
    ['a route', OpenRouteModule, 'OpenRoute.forgotten'],
  ])('stops the boot when %s says nothing', async (_, module, where) => {
    const app = await open([...ROOMS, { name: 'open', module, entities: [], migrations: [], errors: {} }]);
    await expect(app.init()).rejects.toThrow(where);
    await app.close().catch(() => undefined);
  });
});
