import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Module } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import { Storage, type Room } from '#libs/platform';
import { testHouse, type TestHouse } from '../database.js';
import { DrawingService } from '../../libs/export-documents/file/drawing.service.js';
import { EXPORT_DOCUMENTS } from '../../libs/export-documents/export-documents.providers.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../../libs/export-documents/migrations/all.js';
import { PlacedOrders } from '../../libs/export-documents/trade-source.fixtures.js';
import { TradeSource } from '../../libs/export-documents/trade/trade.source.js';

const orders = new PlacedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: {} };

/** `npm run bench -- crash` asks for 200. */
const FILES = Number(process.env['CRASH_FILES'] ?? 20);
/** Each kills two workers in the middle of their errands. */
const KILLS = Math.ceil(FILES / 12);
const PAPERS_BETWEEN = Math.min(60, 2 * FILES);
const root = resolve(import.meta.dirname, '../..');
let t: TestHouse;
let compiled: string;

beforeAll(async () => {
  t = await testHouse([room]);
  compiled = mkdtempSync(join(tmpdir(), 'dar-sanaa-worker-'));
  const swc = join(root, 'node_modules/@swc/cli/bin/swc.js');
  execFileSync(process.execPath, [swc, 'libs', '-d', compiled, '--config-file', '.swcrc', '--copy-files', '--ignore', '**/*.spec.ts', '--quiet'], { cwd: root });
  writeFileSync(join(compiled, 'package.json'), JSON.stringify({ type: 'module', imports: { '#libs/*': './libs/*/index.js' } }));
  symlinkSync(join(root, 'node_modules'), join(compiled, 'node_modules'));
}, 120_000);
afterAll(async () => {
  await t.close();
  rmSync(compiled, { recursive: true, force: true });
});

function worker(): ChildProcess {
  const { DATABASE_URL, DATA_DIR, SECRET } = t.config;
  const told = JSON.stringify({ NODE_ENV: 'test', DATABASE_URL, DATA_DIR, SECRET, LOG_LEVEL: 'silent' });
  return spawn(process.execPath, [join(compiled, 'libs/export-documents/file/crash.fixtures.js'), told], { env: {}, stdio: ['ignore', 'ignore', 'inherit'] });
}

const ended = (child: ChildProcess): Promise<number | null> => new Promise((done) => child.on('exit', done));

const printed = async (): Promise<number> => (await t.db.read<{ n: number }>(`select count(*)::int as n from export_documents.paper where state = 'ready'`))[0]!.n;

it('printing survives kill -9: every file complete, no paper doubled, no number skipped', async () => {
  const drawing = t.get(DrawingService);
  for (let i = 0; i < FILES; i++) {
    const { orderId } = orders.place();
    await t.db.write(SYSTEM, (tx) => drawing.open(tx, orderId));
  }
  for (let kill = 1; kill <= KILLS; kill++) {
    // Two workers at the same errands, both killed in the middle of them: not after a time, but after some papers.
    const before = await printed();
    const pair = [worker(), worker()];
    while ((await printed()) < before + PAPERS_BETWEEN && pair.some((child) => child.exitCode === null)) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const child of pair) child.kill('SIGKILL');
    expect(await Promise.all(pair.map(ended))).toEqual([null, null]);
  }
  expect(await ended(worker())).toBe(0);

  const files = await t.db.read<{ state: string; version: number }>(`select state, version from export_documents.file`);
  expect(files).toHaveLength(FILES);
  expect(files.every((f) => f.state === 'complete' && f.version === 1)).toBe(true);
  const series = await t.db.read<{ series: string; count: number; last: number }>(
    `select split_part(number, '-', 1) as series, count(*)::int as count, max(split_part(number, '-', 3)::int) as last from export_documents.paper where kind <> 'pro_forma' group by 1`,
  );
  expect(series.length).toBeGreaterThan(4);
  for (const { count, last } of series) expect([count, last]).toEqual([FILES, FILES]);
  const papers = await t.db.read<{ state: string; storageKey: string; sha256: string }>(`select state, storage_key "storageKey", sha256 from export_documents.paper`);
  for (const paper of papers) {
    expect(paper.state).toBe('ready');
    expect(createHash('sha256').update(await t.get(Storage).get(paper.storageKey)).digest('hex')).toBe(paper.sha256);
  }
  const completed = await t.db.read<{ n: number }>(`select count(*)::int as n from platform.outbox where name = 'ExportFileCompleted'`);
  expect(completed[0]!.n).toBe(FILES);
}, 600_000);
