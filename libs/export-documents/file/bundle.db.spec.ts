import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { SYSTEM } from '#libs/kernel';
import type { Room } from '#libs/platform';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { ExportDocumentsService } from '../export-documents.service.js';
import { faultsOf } from '../machine/xml-checks.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import { TradeSource } from '../trade/trade.source.js';
import { BundleService } from './bundle.service.js';

const orders = new PlacedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const room: Room = { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: {} };

let t: TestHouse;
let folder: string;
beforeAll(async () => {
  t = await testHouse([room]);
  folder = mkdtempSync(join(tmpdir(), 'dar-sanaa-bundle-'));
});
afterAll(async () => {
  await t.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Takes an archive apart by its local headers (PKWARE APPNOTE 6.3, §4.3.7). */
function unpack(archive: Buffer, into: string): void {
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name, extra] = [archive.readUInt32LE(at + 18), archive.readUInt16LE(at + 26), archive.readUInt16LE(at + 28)];
    const start = at + 30 + name + extra;
    writeFileSync(join(into, archive.toString('utf8', at + 30, at + 30 + name)), inflateRawSync(archive.subarray(start, start + packed)));
    at = start + packed;
  }
}

it('one ZIP holds the papers, their copies for machines and checksums that sha256sum confirms', async () => {
  const p = orders.place();
  await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));
  await t.jobs.drain();
  const desk = actor('desk');
  const view = (await t.get(ExportDocumentsService).exportFile(desk, p.orderId))!;
  const ready = view.papers.filter((paper) => paper.state === 'ready');
  expect(ready.length).toBeGreaterThan(5);
  unpack((await t.get(BundleService).zip(view)).bytes, folder);

  expect(execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' }).trim().split('\n').every((line) => line.endsWith(': OK'))).toBe(true);
  const listed = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trim().split('\n').map((line) => line.slice(66)).sort();
  expect(listed).toEqual(readdirSync(folder).filter((name) => name !== 'SHA256SUMS').sort());
  for (const paper of ready) expect(listed).toContain(`${paper.number}.pdf`);
  for (const name of listed.filter((n) => n.endsWith('.xml'))) expect(faultsOf(name, readFileSync(join(folder, name), 'utf8'))).toEqual([]);
  expect(listed).toEqual(expect.arrayContaining(['00-export-file.pdf', 'invoice.xml', 'trade.json', 'lines.csv']));
  expect(JSON.parse(readFileSync(join(folder, 'trade.json'), 'utf8'))).toMatchObject({ exchangedDocument: { orderReference: p.number } });

  writeFileSync(join(folder, 'lines.csv'), 'altered');
  expect(() => execFileSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: folder, stdio: 'ignore' })).toThrow();
});
