// @ts-check
// `node apps/start/run.js CLI.js [ARGS]`: runs one of our command lines on the house's database: the one named by
// DATABASE_URL, the one of a running `npm start`, or the embedded one, started for as long as the command takes.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { databaseOf, keptSecrets } from './database.js';
import { prepare, readJson, ROOT, standInHouse } from './prepare.js';

const from = process.cwd();
standInHouse();
const DATA = resolve(process.env.DATA_DIR ?? join(ROOT, 'data'));
mkdirSync(DATA, { recursive: true });
const withDatabase = process.argv[2] !== '--no-database';
const [cli = '', ...args] = process.argv.slice(withDatabase ? 2 : 3);
// A file is named from where the person stands, not from where the house does.
const here = args.map((arg) => (existsSync(resolve(process.env.INIT_CWD ?? from, arg)) ? resolve(process.env.INIT_CWD ?? from, arg) : arg));

let stop = async () => {};
let code = 1;
try {
  await prepare();
  const secrets = keptSecrets(DATA);
  let url = process.env.DATABASE_URL;
  const running = readJson(join(DATA, 'running.json'));
  if (!url && running?.databasePort) url = `postgres://postgres:${secrets.database}@127.0.0.1:${running.databasePort}/dar_sanaa`;
  if (!url && withDatabase) {
    const { freePort, startEmbedded } = await import('./embedded-postgres.js');
    const server = await startEmbedded({ directory: join(DATA, 'postgres'), password: secrets.database, port: await freePort(54_320), durable: true });
    stop = server.stop;
    url = await databaseOf(server.url);
  }
  if (url && withDatabase) {
    /** @type {typeof import('./migrate.js')} */
    const { migrateHouse } = await import(new URL('../../dist/apps/start/migrate.js', import.meta.url).href);
    await migrateHouse(url);
  }
  process.on('SIGINT', () => {});
  code = await new Promise((done) => {
    const child = spawn(process.execPath, [cli, ...here], { stdio: 'inherit', env: { ...process.env, DATABASE_URL: url ?? '', DATA_DIR: DATA, SECRET: process.env.SECRET ?? secrets.session, LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn' } });
    child.once('exit', (status) => done(status ?? 1));
  });
} catch (error) {
  console.error(`\n  ${error instanceof Error ? error.message : error}\n`);
} finally {
  await stop();
}
process.exit(code);
