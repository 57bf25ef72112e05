import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLog, migrate, PlatformModule, configFromEnvironment } from '#libs/platform';
import { MIGRATIONS, ROOMS } from '../api/rooms.js';

/** The relay, the queue workers and the timers alone, for a house whose api runs with ROLE=api. */
const config = configFromEnvironment({ ROLE: 'worker' });
const log = createLog(config);
await migrate(config.DATABASE_URL, MIGRATIONS);

@Module({ imports: [PlatformModule.forRoot({ config, rooms: ROOMS, log }), ...ROOMS.map((room) => room.module)] })
class Workers {}

const app = await NestFactory.createApplicationContext(Workers, { logger: false, abortOnError: false });
app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
log.info({ queues: config.REDIS_URL ? 'redis' : 'postgres' }, 'the workers are up');
