import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Database, Handlers, PlatformModule, readConfig, type Room } from '#libs/platform';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { TradeSource } from '../trade/trade.source.js';

/**
 * A worker to be killed: prints whatever the outbox asks for and marks it done afterwards, so an errand that was
 * under way when it died is run again. Two of them take the same errands on purpose.
 */
@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: {} }] })
class PrintingAlone {}

const room: Room = { name: 'export-documents', module: PrintingAlone, entities: [], migrations: [], errors: {} };
const config = readConfig(JSON.parse(process.argv[2]!) as Record<string, string>);

@Module({ imports: [PlatformModule.forRoot({ config, rooms: [room], withoutWorkers: true }), PrintingAlone] })
class Worker {}

const app = await NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
const [db, handlers] = [app.get(Database), app.get(Handlers).discover()];
for (;;) {
  const rows = await db.read<{ id: string; name: string; payload: object }>(`select id, name, payload from platform.outbox where kind = 'errand' and relayed_at is null order by at, id limit 8`);
  if (rows.length === 0) break;
  await Promise.all(rows.map((row) => handlers.runErrand(row.name, row.payload, row.id)));
  await db.read(`update platform.outbox set relayed_at = now() where id = any($1)`, [rows.map((row) => row.id)]);
}
await app.close();
