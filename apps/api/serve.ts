import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { IdentityService } from '#libs/identity';
import { createLog, migrate, Relay, type Config } from '#libs/platform';
import { createApp } from './app.js';
import { authRoutes } from './auth-routes.js';
import { HealthController } from './health.controller.js';
import { MIGRATIONS } from './rooms.js';
import { sandboxProxy } from './sandbox-proxy.js';

export interface Served {
  readonly app: NestFastifyApplication;
  readonly url: string;
  /** Finishes what it took: readiness off, a moment for balancers to notice, then everything closes in order. */
  stop(): Promise<void>;
}

const DRAIN_MS = 1000;

/** Starts the house: schema, rooms, routes, pages. `sandboxUrl` is the payment sandbox of a rehearsal. */
export async function serve(config: Config, options: { sandboxUrl?: string; pages?: boolean } = {}): Promise<Served> {
  const log = createLog(config);
  await migrate(config.DATABASE_URL, MIGRATIONS);
  const app = await createApp(config, { log });
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  authRoutes(fastify, app.get(IdentityService, { strict: false }));
  if (options.sandboxUrl) await sandboxProxy(fastify, options.sandboxUrl);
  const pages = options.pages !== false;
  // Pages and their libraries are loaded only where they are shown: journeys over GraphQL go without.
  if (pages) await (await import('../web/fastify.js')).registerWeb(fastify, { buildDir: webBuild(), demo: config.DEMO, home: config.publicUrl });
  let draining = false;
  fastify.addHook('onSend', async (_request, reply) => {
    // A kept-alive connection would bring the next request to a server that is gone.
    if (draining) reply.header('connection', 'close');
  });
  await app.init();
  const queues = app.get(Relay, { strict: false }).queues;
  if (queues && pages) await (await import('./queue-board.js')).queueBoard(fastify, queues);
  await app.listen(config.PORT, config.HOST);
  log.info({ url: config.publicUrl, queues: config.REDIS_URL ? 'redis' : 'postgres' }, 'the house is open');
  return {
    app,
    url: config.publicUrl,
    async stop() {
      draining = true;
      app.get(HealthController).drain();
      await new Promise((resolve) => setTimeout(resolve, config.NODE_ENV === 'test' ? 0 : DRAIN_MS));
      await app.close();
    },
  };
}

/** The pages are built beside their sources; this file runs from dist/apps/api, or from apps/api under a test. */
function webBuild(): string {
  const here = fileURLToPath(new URL('.', import.meta.url));
  const found = [join(here, '../../../apps/web/build'), join(here, '../web/build')].find((path) => existsSync(join(path, 'server/index.js')));
  if (!found) throw new Error('the pages are not built: run npm run build');
  return found;
}
