import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, startEmbedded } from '../../apps/start/embedded-postgres.js';

/** Measures on a database that is gone afterwards: on the server DATABASE_URL names, or on an embedded one of its own. `durable` where what the disk must be told is part of the figure. */
export async function onScratchDatabase(what: string, work: (url: string, directory: string) => Promise<void>, durable = false): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'dar-sanaa-bench-'));
  // The embedded server runs as a user of its own, who must be able to walk in.
  await chmod(directory, 0o755);
  const given = process.env['DATABASE_URL'];
  const server = given ? undefined : await startEmbedded({ directory: join(directory, 'pg'), password: 'postgres', port: await freePort(0), durable });
  const admin = new pg.Client({ connectionString: given ?? server!.url('postgres') });
  await admin.connect();
  const name = `bench_${what}_${process.pid}`;
  await admin.query(`create database ${name}`);
  const url = new URL(given ?? server!.url('postgres'));
  url.pathname = `/${name}`;
  try {
    await work(url.href, directory);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
    await server?.stop();
    await rm(directory, { recursive: true, force: true });
  }
}
