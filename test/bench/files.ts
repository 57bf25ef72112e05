import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { SYSTEM } from '#libs/kernel';
import { Database, migrate, platform01, PlatformModule, readConfig, type Config, type Room } from '#libs/platform';
import { EXPORT_DOCUMENTS } from '../../libs/export-documents/export-documents.providers.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../../libs/export-documents/migrations/all.js';
import { PlacedOrders } from '../../libs/export-documents/trade-source.fixtures.js';
import { TradeSource } from '../../libs/export-documents/trade/trade.source.js';
import { chromiumSpeed, megabytes, ownCpu } from './browser.js';
import { onScratchDatabase } from './scratch-database.js';

/**
 * A thousand orders become ready; every paper their files require is drawn up, numbered, checked, printed, stored and
 * agreed, by the outbox, the queues and the workers of the embedded default; then headless Chromium prints the invoice
 * alone, in the same run. Memory of this process, which does all of that, at the 200th file and at the last.
 * `node dist/test/bench/files.js [COUNT]`
 */
const COUNT = Number(process.argv[2] ?? 1_000);
const RATIO = 5;
/** What memory may grow from the 200th file to the last. */
const GROWTH_MB = 60;

const orders = new PlacedOrders();
@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: {} };

interface Drawn {
  readonly seconds: number;
  readonly papers: number;
  readonly pages: number;
  readonly cpu: number;
  readonly memory: readonly number[];
}

async function draw(config: Config): Promise<Drawn> {
  @Module({ imports: [PlatformModule.forRoot({ config, rooms: [room] }), PapersAlone] })
  class House {}
  const app = await NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  const db = app.get(Database, { strict: false });
  const ready = Array.from({ length: COUNT }, () => orders.place().orderId);
  const [began, cpu, memory] = [performance.now(), ownCpu(), new Map<number, number>()];
  for (let i = 0; i < COUNT; i += 50) {
    await db.write(SYSTEM, async (tx) => {
      for (const orderId of ready.slice(i, i + 50)) await tx.publish('OrderReady', { orderId });
    });
  }
  for (let complete = 0; complete < COUNT; await new Promise((resolve) => setTimeout(resolve, 100))) {
    complete = (await db.read<{ n: number }>(`select count(*)::int as n from export_documents.file where state = 'complete'`))[0]!.n;
    const mark = complete - (complete % 200);
    if (mark > 0 && !memory.has(mark)) memory.set(mark, megabytes());
  }
  const measured = { seconds: (performance.now() - began) / 1000, cpu: ownCpu() - cpu };
  const [sum] = await db.read<{ papers: number; pages: number; doubled: number }>(`select count(*)::int as papers, sum(pages)::int as pages, (count(*) - count(distinct number))::int as doubled from export_documents.paper where state = 'ready'`);
  if (sum!.doubled > 0) throw new Error(`${sum!.doubled} numbers were given twice`);
  await app.close();
  return { ...measured, papers: sum!.papers, pages: sum!.pages, memory: [...memory.values(), megabytes()] };
}

await onScratchDatabase('files', async (url, directory) => {
  const config = readConfig({ NODE_ENV: 'production', DATABASE_URL: url, DATA_DIR: directory, SECRET: 'only-for-the-bench-only-for-the-bench', LOG_LEVEL: 'error', STRIPE_SECRET_KEY: 'sk_test_bench', STRIPE_WEBHOOK_SECRET: 'whsec_bench' });
  await migrate(config.DATABASE_URL, [platform01, ...EXPORT_DOCUMENTS_MIGRATIONS]);
  const ours = await draw(config);
  const perSecond = ours.papers / ours.seconds;
  console.log(`files: ${COUNT} complete in ${ours.seconds.toFixed(1)} s, ${(COUNT / ours.seconds).toFixed(1)} a second; ${ours.papers} papers, ${ours.pages} pages, ${perSecond.toFixed(0)} papers a second, ${(ours.cpu / ours.papers).toFixed(1)} ms of processor each with everything around them`);
  console.log(`memory at each 200 files: ${ours.memory.join(', ')} MB`);
  const theirs = await chromiumSpeed(Math.max(20, Math.round(COUNT / 10)));
  const slow = theirs !== null && perSecond < theirs.perSecond * RATIO;
  console.log(theirs ? `chromium: ${theirs.perSecond.toFixed(1)} invoices a second and nothing around them, ${theirs.cpu.toFixed(1)} ms of processor each; our papers are ${(perSecond / theirs.perSecond).toFixed(1)} times faster (at least ${RATIO}) and take ${((theirs.cpu * ours.papers) / ours.cpu).toFixed(1)} times less processor` : 'chromium: not run, no browser on this machine');
  const leaking = ours.memory.at(-1)! - ours.memory[0]! > GROWTH_MB;
  if (slow || leaking) {
    console.error(`below the mark: ${RATIO} times chromium, growth of at most ${GROWTH_MB} MB`);
    process.exitCode = 1;
  }
});
