import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../apps/start/embedded-postgres.js';
import { dropDatabase, freshDatabase } from '../database.js';
import { Visitor } from './visitor.js';

export interface Shop {
  readonly url: string;
  visitor(): Visitor;
  close(): Promise<void>;
}

/** The built house in a process of its own, with these pieces for sale. */
export async function openShop(pieces: readonly string[]): Promise<Shop> {
  const databaseUrl = await freshDatabase([]);
  const dataDir = await mkdtemp(join(tmpdir(), 'dar-sanaa-shop-'));
  const child = spawn(process.execPath, [fileURLToPath(new URL('./shop.process.js', import.meta.url))], {
    env: { ...process.env, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, PORT: String(await freePort(42_000)), PIECES: pieces.join(',') },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('open ') && resolve(line.slice(5)));
    void ended.then(() => reject(new Error(`the shop did not open:\n${said}`)));
  });
  return {
    url,
    visitor: () => new Visitor(url, 'en'),
    async close() {
      child.stdin.end();
      await ended;
      await rm(dataDir, { recursive: true, force: true });
      await dropDatabase(databaseUrl);
    },
  };
}
