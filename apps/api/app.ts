import { randomUUID } from 'node:crypto';
import fastifyCompress from '@fastify/compress';
import fastifyMultipart from '@fastify/multipart';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { createLog, PlatformModule, Sessions, type Carrier, type Config, type Log, type Room } from '#libs/platform';
import { graphqlModule, GRAPHQL_BODY } from './graphql.js';
import { HealthController } from './health.controller.js';
import { MailboxController } from './mailbox.controller.js';
import { RestErrors } from './rest-errors.js';
import { ROOMS } from './rooms.js';

export interface AppOptions {
  readonly rooms?: readonly Room[];
  readonly log?: Log;
}

/** The whole house behind HTTP, not yet listening and without its pages. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<NestFastifyApplication> {
  const rooms = options.rooms ?? ROOMS;
  const log = options.log ?? createLog(config);
  @Module({
    imports: [PlatformModule.forRoot({ config, rooms, log, withoutWorkers: config.NODE_ENV === 'test' && config.ROLE === 'api' }), ...rooms.map((room) => room.module), graphqlModule(config, log)],
    controllers: [HealthController, MailboxController],
  })
  class House {}
  const adapter = new FastifyAdapter({ bodyLimit: 1024 * 1024, trustProxy: (_address: string, hop: number) => hop < config.TRUST_PROXY, genReqId: () => randomUUID(), forceCloseConnections: 'idle' });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  fastify.addHook('onRoute', (route) => {
    if (route.url === '/graphql') route.bodyLimit = GRAPHQL_BODY;
  });
  const app = await NestFactory.create<NestFastifyApplication>(House, adapter, { logger: false, abortOnError: false, rawBody: true, bufferLogs: false });
  app.useGlobalFilters(new RestErrors(log));
  await fastify.register(fastifyCompress, { encodings: ['br', 'gzip'], threshold: 1024 });
  await fastify.register(fastifyMultipart, { limits: { fileSize: 15 * 1024 * 1024, files: 1, fields: 10, fieldSize: 10_000 } });
  securityHeaders(fastify, config);
  callers(fastify, app.get(Sessions, { strict: false }));
  return app;
}

/** Puts the caller on each request that a guard will look at; pages and files have none. */
function callers(fastify: FastifyInstance, sessions: Sessions): void {
  fastify.decorateRequest('actor', null as never);
  fastify.addHook('preHandler', async (request: FastifyRequest & Partial<Carrier>) => {
    if (request.routeOptions.url === '/*') return;
    request.actor = await sessions.actorOf(request.headers);
  });
}

export function securityHeaders(fastify: FastifyInstance, config: Config): void {
  const https = config.publicUrl.startsWith('https:');
  fastify.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'strict-origin-when-cross-origin');
    reply.header('cross-origin-opener-policy', 'same-origin');
    reply.header('permissions-policy', 'geolocation=(), payment=()');
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (https) reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
  });
}

