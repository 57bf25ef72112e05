import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { join } from 'node:path';
import { systemClock, type Clock } from '#libs/kernel';
import { AllowCheck, AllowGuard } from './auth/allow.js';
import { CONFIG, type Config } from './config/config.js';
import { CLOCK, Database, ENTITIES } from './database/database.js';
import { createLog, LOG, type Log } from './http/log.js';
import { Mail } from './mail/mail.js';
import { Handlers } from './queues/handlers.js';
import { Relay } from './queues/relay.js';
import type { Room } from './room.js';
import { DiskStorage } from './storage/disk.js';
import { S3Storage } from './storage/s3.js';
import { Storage } from './storage/storage.js';

export interface PlatformOptions {
  readonly config: Config;
  readonly rooms: readonly Room[];
  readonly log?: Log;
  readonly clock?: Clock;
  /** Leaves out the relay and its workers: tests run jobs by hand. */
  readonly withoutWorkers?: boolean;
}

@Module({})
export class PlatformModule {
  static forRoot(options: PlatformOptions): DynamicModule {
    const { config, rooms, log = createLog(config), clock = systemClock } = options;
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: LOG, useValue: log },
        { provide: CLOCK, useValue: clock },
        { provide: ENTITIES, useValue: rooms.flatMap((room) => room.entities) },
        { provide: Database, useFactory: (c: Config, entities: Function[], k: Clock) => new Database(c, entities, k).open(), inject: [CONFIG, ENTITIES, CLOCK] },
        { provide: Storage, useFactory: (c: Config) => (c.S3_ENDPOINT || c.S3_BUCKET ? new S3Storage(c) : new DiskStorage(join(c.DATA_DIR, 'files'))), inject: [CONFIG] },
        Mail,
        Handlers,
        ...(options.withoutWorkers ? [] : [Relay]),
        AllowCheck,
        { provide: APP_GUARD, useClass: AllowGuard },
      ],
      exports: [CONFIG, LOG, CLOCK, Database, Storage, Mail, Handlers, ...(options.withoutWorkers ? [] : [Relay]), DiscoveryModule],
    };
  }
}
