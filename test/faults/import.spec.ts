import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { registryRoom } from '#libs/registry';
import { writeSample } from '../../libs/registry/sample.cli.js';
import { dropDatabase, freshDatabase } from '../database.js';

const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/libs/registry/import.cli.js');
const ROWS = 3_000;

/** Needs the build that `npm test` makes first. */
describe('an import of the register that is killed', () => {
  let folder: string;
  let file: string;
  let url: string;
  let db: pg.Client;
  const children: ChildProcess[] = [];

  beforeAll(async () => {
    if (!existsSync(CLI)) throw new Error('not built: run npm test, or npm run build first');
    folder = await mkdtemp(join(tmpdir(), 'dar-sanaa-import-'));
    file = join(folder, 'register.csv');
    await writeSample(file, ROWS, { encoding: 'utf8', delimiter: ';', seed: 7 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  beforeEach(async () => {
    url = await freshDatabase([registryRoom]);
    db = new pg.Client({ connectionString: url });
    await db.connect();
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await db.end();
    await dropDatabase(url);
  });

  function start(): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
    let said = '';
    const child = spawn(process.execPath, [CLI, file], {
      cwd: folder,
      env: { PATH: process.env['PATH'], NODE_ENV: 'test', DATABASE_URL: url, DATA_DIR: folder, SECRET: 'only-for-tests-only-for-tests-only' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    children.push(child);
    return { child, said: () => said, ended: new Promise((done) => child.once('exit', done)) };
  }

  const count = async (what: string): Promise<number> => Number((await db.query<{ count: string }>(`select count(*) as count from ${what}`)).rows[0]!.count);
  const register = async (): Promise<object[]> =>
    (await db.query<{ row: object }>(`select to_jsonb(a) - 'id' || jsonb_build_object('cnss', s.cnss, 'amo', s.amo) as row from registry.artisan a join registry.social_standing s on s.artisan_id = a.id order by a.identifier`)).rows.map(({ row }) => row);

  /** Holds the import where it needs this table, kills it there, and lets its transaction fall. */
  async function killedAt(table: string, mode: string): Promise<void> {
    await db.query('begin');
    await db.query(`lock table ${table} in ${mode} mode`);
    const run = start();
    for (let waited = 0; ; waited += 20) {
      const { rows } = await db.query(`select 1 from pg_locks where not granted and relation = $1::regclass`, [table]);
      if (rows.length > 0) break;
      if (run.child.exitCode !== null || waited > 20_000) throw new Error(`never came to ${table}: ${run.said()}`);
      await new Promise((next) => setTimeout(next, 20));
    }
    run.child.kill('SIGKILL');
    expect(await run.ended).toBeNull();
    await db.query('rollback');
    for (let waited = 0; waited < 10_000 && (await count(`pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`)) > 0; waited += 20) await new Promise((next) => setTimeout(next, 20));
  }

  it.each([
    ['while it reads', 'registry.extract_row', 'access exclusive'],
    ['when all is read and nothing is compared', 'registry.artisan', 'access exclusive'],
    ['when all is written and nothing is committed', 'registry.standing_change', 'share'],
  ])('%s leaves nothing, and is run again as if it had not been', async (_moment, table, mode) => {
    await killedAt(table, mode);
    for (const empty of ['registry.artisan', 'registry.social_standing', 'registry.standing_change', 'registry.import', 'platform.outbox', 'platform.audit']) expect([empty, await count(empty)]).toEqual([empty, 0]);
    expect(await start().ended).toBe(0);
    const after = await register();
    expect(after.length).toBeGreaterThan(ROWS * 0.9);
    const again = start();
    expect(await again.ended).toBe(0);
    expect(await register()).toEqual(after);
    expect(await count('registry.standing_change')).toBe(after.length);
  });
});
