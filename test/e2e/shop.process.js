// @ts-check
// The built house with a small shop in it, for a journey in a browser: pages cannot be served from source.
// Prints `open <url>` when it stands, and stops when its input ends.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const WEBHOOK_SECRET = 'whsec_only_for_journeys_0123456789';
const built = (/** @type {string} */ path) => new URL(`../../dist/${path}`, import.meta.url);
if (!existsSync(built('apps/api/serve.js'))) {
  console.error('the house is not built: run npm run build');
  process.exit(1);
}

const { DATABASE_URL = '', DATA_DIR = '', PORT = '', PIECES = '' } = process.env;
/** @type {typeof import('../../apps/api/serve.js')} */
const { serve } = await import(built('apps/api/serve.js').href);
/** @type {typeof import('../../libs/platform/index.js')} */
const { readConfig } = await import(built('libs/platform/index.js').href);
/** @type {typeof import('../../libs/payments/sandbox/index.js')} */
const { startStripeSandbox } = await import(built('libs/payments/sandbox/index.js').href);
/** @type {typeof import('../../apps/seed/shop.js')} */
const { openShop } = await import(built('apps/seed/shop.js').href);

const url = `http://127.0.0.1:${PORT}`;
const sandbox = await startStripeSandbox({ port: 0, databaseUrl: DATABASE_URL, webhookUrl: `${url}/webhooks/stripe`, webhookSecret: WEBHOOK_SECRET, publicUrl: url });
const config = readConfig({
  NODE_ENV: 'test', ROLE: 'all', PORT, PUBLIC_URL: url, DATABASE_URL, DATA_DIR, SECRET: 'only-for-journeys-only-for-journeys', DEMO: 'true', LOG_LEVEL: 'error',
  STRIPE_SECRET_KEY: 'sk_test_sandbox', STRIPE_WEBHOOK_SECRET: WEBHOOK_SECRET, STRIPE_HOST: sandbox.url,
});
const served = await serve(config, { sandboxUrl: sandbox.url });
await openShop(served.app, join(DATA_DIR, 'pictures'), PIECES.split(','));
console.log(`open ${url}`);

process.stdin.resume();
process.stdin.once('end', async () => {
  await served.stop();
  await sandbox.close();
  process.exit(0);
});
