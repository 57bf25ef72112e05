// @ts-check
// `npm start`: from a fresh clone to one address, with nothing but Node. Only built-in modules until the libraries are installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseOf, keptSecrets } from './database.js';
import { begin, prepare, readJson, ROOT, standInHouse } from './prepare.js';

const DATA = process.env.DATA_DIR ?? join(ROOT, 'data');
standInHouse();
// React and its friends check and warn less, and run faster, when they are told that this is no workbench.
process.env.NODE_ENV ??= 'production';
mkdirSync(DATA, { recursive: true });

/** @type {{ stop: () => Promise<void> }[]} */
const running = [];
let stopping = false;

try {
  holdTheDoor();
  await prepare();
  await open();
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
  await stop(1);
}

async function open() {
  const { freePort, startEmbedded } = await import('./embedded-postgres.js');
  const secrets = keptSecrets(DATA);
  let databaseUrl = process.env.DATABASE_URL;
  /** @type {number | undefined} */
  let databasePort;
  if (!databaseUrl) {
    const began = begin('Database');
    databasePort = await freePort(54_320);
    const server = await startEmbedded({ directory: join(DATA, 'postgres'), password: secrets.database, port: databasePort, durable: true });
    running.unshift(server);
    databaseUrl = await databaseOf(server.url);
    began(server.recovered ? 'the last run was cut off; its database was stopped cleanly, and nothing committed is lost' : 'ready');
  }
  const wanted = Number(process.env.PORT ?? 3000);
  const host = process.env.HOST ?? '127.0.0.1';
  const port = await freePort(wanted, host);
  const demo = (process.env.DEMO ?? 'true') === 'true';
  /** @type {typeof import('./open.js')} */
  const { openHouse } = await import(new URL('../../dist/apps/start/open.js', import.meta.url).href);
  const house = await openHouse({
    environment: { DATABASE_URL: databaseUrl, PORT: String(port), HOST: host, SECRET: process.env.SECRET ?? secrets.session, DATA_DIR: DATA, DEMO: String(demo), LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' },
    webhookSecret: secrets.webhook,
    sandboxPort: await freePort(port + 1000),
    begin,
  });
  running.push(house);
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, url: house.url, databasePort }));
  if (port !== wanted) console.log(`\n  Port ${wanted} is taken, so this is on ${port}.`);
  console.log(house.welcome);
}

// --- one run at a time -------------------------------------------------------------------------------------------

function lockFile() {
  return join(DATA, 'running.json');
}

function holdTheDoor() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void stop(0));
  if (existsSync(lockFile())) {
    const other = readJson(lockFile());
    if (other?.pid && other.pid !== process.pid && isStart(other.pid)) {
      console.error(`\n  Dar Sanaa is already running here${other.url ? `: ${other.url}` : ''} (process ${other.pid}). Nothing was changed.\n`);
      process.exit(1);
    }
  }
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid }));
}

/** @param {number} pid */
function isStart(pid) {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/cmdline`) || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.js');
  } catch {
    return false;
  }
}

/** @param {number} code */
async function stop(code) {
  if (stopping) return;
  stopping = true;
  if (running.length) console.log('\n  Finishing what was begun, then stopping …');
  for (const thing of [...running].reverse()) await thing.stop().catch((/** @type {Error} */ error) => console.error(error.message));
  rmSync(lockFile(), { force: true });
  process.exit(code);
}
