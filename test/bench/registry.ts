import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { SYSTEM, systemClock } from '#libs/kernel';
import { Database, migrate, platform01, readConfig } from '#libs/platform';
import { RegisterImport, registryRoom } from '#libs/registry';
import { writeSample } from '../../libs/registry/sample.cli.js';
import { onScratchDatabase } from './scratch-database.js';

/**
 * The register import beside a raw COPY of the rows it wrote into an empty table of the same shape, indexes and
 * keys included, in one run on one server. Then the same file once more, and the most memory this process held.
 * `node dist/test/bench/registry.js [COUNT]`; with DATABASE_URL it makes a database of its own on that server.
 */
const COUNT = Number(process.argv[2] ?? 389_000);
const FLOOR = 1 / 3;

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
};

await onScratchDatabase('registry', async (url, directory) => {
  await migrate(url, [platform01, ...registryRoom.migrations]);
  const path = join(directory, 'register.csv');
  await writeSample(path, COUNT, { encoding: 'utf8', delimiter: ';', seed: 5017 });
  const db = await new Database(readConfig({ DATABASE_URL: url, SECRET: 'only-for-the-bench-only-for-the-bench' }), [], systemClock).open();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 50);
  const run = (): Promise<unknown> =>
    new RegisterImport(db).run(SYSTEM, createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>, { fileName: 'register.csv', now: new Date(), refused: () => undefined });
  const first = await seconds(run);
  const again = await seconds(run);
  clearInterval(watch);

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const raw = join(directory, 'raw.copy');
  await pipeline(client.query(copyTo('copy (select * from registry.artisan order by id) to stdout')), createWriteStream(raw));
  const [{ rows }] = (await client.query<{ rows: number }>('select count(*)::int as rows from registry.artisan')).rows as [{ rows: number }];
  // The very table, emptied: same keys, checks and indexes.
  await client.query('truncate registry.artisan cascade');
  const copy = await seconds(() => pipeline(createReadStream(raw, { highWaterMark: 256 * 1024 }), client.query(copyFrom('copy registry.artisan from stdin'))));
  await client.end();
  await db.onApplicationShutdown();

  const ratio = copy / (first * (rows / COUNT));
  console.log(`${COUNT} lines, ${rows} artisans`);
  console.log(`raw COPY   ${copy.toFixed(2)} s   ${Math.round(rows / copy)} rows/s`);
  console.log(`import     ${first.toFixed(2)} s   ${Math.round(COUNT / first)} lines/s`);
  console.log(`again      ${again.toFixed(2)} s   nothing to change`);
  console.log(`memory     ${Math.round(peak / 1_000_000)} MB at most`);
  console.log(`ratio      ${ratio.toFixed(2)} of the speed of COPY (at least ${FLOOR.toFixed(2)})`);
  if (ratio < FLOOR) process.exitCode = 1;
}, true);
