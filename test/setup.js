// @ts-check
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, startEmbedded } from '../apps/start/embedded-postgres.js';

/** One PostgreSQL for the whole run, gone afterwards. `PURE=1` runs the pure specs without it. */
export default async function setup() {
  if (process.env['PURE'] || process.env['TEST_DATABASE_URL']) return;
  const directory = await mkdtemp(join(tmpdir(), 'dar-sanaa-test-'));
  // As root the server runs under its own account, which must be able to walk in.
  await chmod(directory, 0o755);
  const server = await startEmbedded({ directory: join(directory, 'pg'), password: 'postgres', port: await freePort(0), durable: false });
  process.env['TEST_DATABASE_URL'] = server.url('postgres');
  Object.assign(globalThis, {
    stopTestPostgres: async () => {
      await server.stop();
      await rm(directory, { recursive: true, force: true });
    },
  });
}
