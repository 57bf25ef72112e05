import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testHouse, type TestHouse } from '../../test/database.js';
import { registryRoom } from './index.js';
import { importFile } from './import.cli.js';
import { writeSample, type SampleShape } from './sample.cli.js';

let t: TestHouse;
let folder: string;
beforeAll(async () => {
  t = await testHouse([registryRoom]);
  folder = await mkdtemp(join(tmpdir(), 'dar-sanaa-register-'));
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true, force: true });
});

const bring = (path: string) => importFile(t.db, path, `${path}.refused.csv`, 'fr', () => undefined);

describe('a register file', () => {
  it.each<[string, Partial<SampleShape>]>([
    ['UTF-8 with semicolons', {}], ['UTF-8 with its mark and commas', { encoding: 'utf8-bom', delimiter: ',' }], ['Windows-1256', { encoding: 'windows-1256' }],
  ])('in %s gives the same register', async (_what, shape) => {
    const path = join(folder, 'sample.csv');
    await writeSample(path, 2000, { encoding: 'utf8', delimiter: ';', seed: 1, ...shape });
    const outcome = await bring(path);
    const [register] = await t.db.read<{ count: number }>('select count(*) as count from registry.artisan');
    expect(register!.count).toBe(2000 - outcome.repeated - outcome.refused);
    expect([outcome.changed, outcome.standingsMoved]).toEqual([0, 0]);
    const report = (await readFile(`${path}.refused.csv`, 'utf8')).trimEnd().split('\r\n');
    expect(report[0]).toBe('\uFEFFline;field;code;reason');
    expect(new Set(report.slice(1).map((line) => line.split(';')[0])).size).toBe(outcome.refused);
    expect(report.slice(1).every((line) => /^\d+;[a-z_]+;[a-z_]+;[^;]+$/.test(line))).toBe(true);
  });

  it('without a refused row leaves no report, and one that is not there says so', async () => {
    const path = join(folder, 'empty.csv');
    await writeFile(path, '');
    await expect(bring(path)).rejects.toMatchObject({ code: 'REGISTER_FILE_EMPTY' });
    expect(existsSync(`${path}.refused.csv`)).toBe(false);
    await expect(bring(join(folder, 'nowhere.csv'))).rejects.toMatchObject({ code: 'REGISTER_FILE_MISSING' });
    await expect(bring(folder)).rejects.toMatchObject({ code: 'REGISTER_FILE_MISSING' });
  });
});
