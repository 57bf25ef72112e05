// @ts-check
// `npm start`: from a fresh clone to one address, with nothing but Node. Only built-in modules until the libraries are installed.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DATA = process.env.DATA_DIR ?? join(ROOT, 'data');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Dar Sanaa needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org`);
  process.exit(1);
}
process.chdir(ROOT);
mkdirSync(DATA, { recursive: true });

/** @type {{ stop: () => Promise<void> }[]} */
const running = [];
let stopping = false;

try {
  holdTheDoor();
  await step('Libraries', installed(), () => run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']), stampInstalled);
  await step('Build', built(), () => run('npm', ['run', '--silent', 'build']), stampBuilt);
  await open();
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
  await stop(1);
}

async function open() {
  const { freePort, startEmbedded } = await import('./embedded-postgres.js');
  const secrets = keptSecrets();
  let databaseUrl = process.env.DATABASE_URL;
  if (!databaseUrl) {
    const began = begin('Database');
    const server = await startEmbedded({ directory: join(DATA, 'postgres'), password: secrets.database, port: await freePort(54_320), durable: true });
    running.unshift(server);
    databaseUrl = await database(server.url);
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
  writeFileSync(lockFile(), JSON.stringify({ pid: process.pid, url: house.url }));
  if (port !== wanted) console.log(`\n  Port ${wanted} is taken, so this is on ${port}.`);
  console.log(house.welcome);
}

/** @param {(database: string) => string} url */
async function database(url) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url('postgres') });
  await client.connect();
  const { rowCount } = await client.query(`select 1 from pg_database where datname = 'dar_sanaa'`);
  if (!rowCount) await client.query('create database dar_sanaa');
  await client.end();
  return url('dar_sanaa');
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

// --- what is already done ------------------------------------------------------------------------------------------

function installed() {
  return existsSync('node_modules') && readText(join('node_modules', '.dar-sanaa')) === hash(['package-lock.json']);
}
function stampInstalled() {
  writeFileSync(join('node_modules', '.dar-sanaa'), hash(['package-lock.json']));
}
function built() {
  return existsSync('dist') && existsSync('apps/web/build/server/index.js') && readText('dist/.dar-sanaa') === hash(sources());
}
function stampBuilt() {
  writeFileSync('dist/.dar-sanaa', hash(sources()));
}

function sources() {
  /** @type {string[]} */
  const files = ['package-lock.json', '.swcrc'];
  const walk = (/** @type {string} */ folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!['build', 'node_modules', '.react-router'].includes(entry.name)) walk(path);
      } else if (!entry.name.endsWith('.spec.ts')) files.push(path);
    }
  };
  for (const folder of ['apps', 'libs']) walk(folder);
  return files.sort();
}

/** @param {readonly string[]} files */
function hash(files) {
  const sum = createHash('sha256').update(process.versions.modules);
  for (const file of files) sum.update(file).update(readFileSync(file));
  return sum.digest('hex');
}

// --- secrets of this checkout --------------------------------------------------------------------------------------

/** @returns {{ database: string, session: string, webhook: string }} */
function keptSecrets() {
  const path = join(DATA, 'secrets.json');
  if (!existsSync(path)) {
    const fresh = () => randomBytes(24).toString('hex');
    writeFileSync(path, JSON.stringify({ database: fresh(), session: fresh(), webhook: `whsec_${fresh()}` }), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(path, 'utf8'));
}

// --- saying what happens -------------------------------------------------------------------------------------------

/**
 * @param {string} name
 * @param {boolean} done
 * @param {() => Promise<void>} work
 * @param {() => void} stamp
 */
async function step(name, done, work, stamp) {
  const end = begin(name);
  if (done) return end('nothing to do');
  await work();
  stamp();
  end('ready');
}

/**
 * Says that a step has begun and how long it takes; the answer says how it ended.
 * @param {string} name
 * @returns {(how: string) => void}
 */
function begin(name) {
  const started = Date.now();
  const label = `  ${name.padEnd(12)}`;
  const seconds = () => `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`${label}…`);
  const timer = live ? setInterval(() => process.stdout.write(`\r${label}… ${seconds()}`), 500) : undefined;
  return (how) => {
    clearInterval(timer);
    process.stdout.write(`${live ? '\r\x1b[K' : ''}${label}${how} (${seconds()})\n`);
  };
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<void>}
 */
function run(command, args) {
  return new Promise((resolve, reject) => {
    let said = '';
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_ENV: 'development' } });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said = (said + chunk).slice(-8000)));
    child.once('error', reject);
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`\`${command} ${args.join(' ')}\` failed:\n${said}`))));
  });
}

/** @param {string} path */
function readText(path) {
  return existsSync(path) && statSync(path).isFile() ? readFileSync(path, 'utf8') : '';
}

/** @param {string} path */
function readJson(path) {
  try {
    return JSON.parse(readText(path));
  } catch {
    return null;
  }
}
