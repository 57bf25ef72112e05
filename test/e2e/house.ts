import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SYSTEM } from '#libs/kernel';
import { startStripeSandbox } from '#libs/payments';
import { readConfig } from '#libs/platform';
import { ReferenceService } from '#libs/shipping';
import { ROOMS } from '../../apps/api/rooms.js';
import { serve } from '../../apps/api/serve.js';
import { Loading } from '../../apps/seed/load/loading.js';
import { loadPeople } from '../../apps/seed/load/people.js';
import { artisanIds, loadRegister } from '../../apps/seed/load/register.js';
import { freePort } from '../../apps/start/embedded-postgres.js';
import { dropDatabase, freshDatabase } from '../database.js';
import { Visitor } from './visitor.js';

export interface House {
  readonly url: string;
  readonly loading: Loading;
  /** The register's ids of the cast. */
  readonly register: ReadonlyMap<string, string>;
  /** What the register's import said. */
  readonly imported: string;
  visitor(locale?: 'en' | 'fr' | 'ar'): Visitor;
  close(): Promise<void>;
}

const WEBHOOK_SECRET = 'whsec_only_for_journeys_0123456789';

/** The real house on a database of its own: server, workers, payment sandbox; the register imported and the cast's accounts made. */
export async function openHouse(limits: Readonly<Record<string, string>> = {}): Promise<House> {
  const databaseUrl = await freshDatabase(ROOMS);
  const dataDir = await mkdtemp(join(tmpdir(), 'dar-sanaa-journey-'));
  const port = await freePort(41_000);
  const url = `http://127.0.0.1:${port}`;
  const sandbox = await startStripeSandbox({ port: 0, databaseUrl, webhookUrl: `${url}/webhooks/stripe`, webhookSecret: WEBHOOK_SECRET, publicUrl: url });
  const config = readConfig({
    NODE_ENV: 'test', ROLE: 'all', PORT: String(port), PUBLIC_URL: url, DATABASE_URL: databaseUrl, DATA_DIR: dataDir, SECRET: 'only-for-journeys-only-for-journeys', DEMO: 'true', LOG_LEVEL: 'silent',
    STRIPE_SECRET_KEY: 'sk_test_sandbox', STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, STRIPE_HOST: sandbox.url, ...limits,
  });
  const served = await serve(config, { sandboxUrl: sandbox.url, pages: false });
  const loading = await new Loading(served.app).open();
  await loading.get(ReferenceService).loadShipped(SYSTEM);
  const imported = await loadRegister(loading);
  const register = await artisanIds(loading);
  await loadPeople(loading, register);
  return {
    url,
    loading,
    register,
    imported,
    visitor: (locale = 'en') => new Visitor(url, locale),
    async close() {
      await served.stop();
      await sandbox.close();
      await rm(dataDir, { recursive: true, force: true });
      await dropDatabase(databaseUrl);
    },
  };
}
