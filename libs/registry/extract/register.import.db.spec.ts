import fc from 'fast-check';
import { SYSTEM } from '#libs/kernel';
import { testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registryRoom, RegisterImport, type ImportOutcome } from '../index.js';
import { cells, extractOf } from './register.fixtures.js';
import { csvLine, headerRow, sampleRows } from '../sample/sample.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([registryRoom]);
});
afterAll(() => t.close());
beforeEach(() => t.db.read('truncate registry.artisan, registry.import, registry.standing_change, registry.social_standing, platform.outbox cascade'));

const refusals: string[] = [];
async function bring(source: AsyncIterable<Buffer>): Promise<ImportOutcome> {
  refusals.length = 0;
  return t.get(RegisterImport).run(SYSTEM, source, {
    fileName: 'extract.csv', now: TODAY,
    refused: (line, reasons) => void refusals.push(...reasons.map((r) => `${line} ${r.field} ${r.code}`)),
  });
}
const facts = (): Promise<{ payload: object }[]> => t.db.read(`select payload from platform.outbox where name = 'StandingChanged' order by id`);
const contents = (): Promise<object[]> => t.db.read('select a.*, s.cnss, s.amo from registry.artisan a join registry.social_standing s on s.artisan_id = a.id order by identifier');

describe('importing the register', () => {
  it('adds what is new, with a history of who and why, and says no fact of people nobody knew', async () => {
    expect(await bring(extractOf(cells(), cells({ identifier: 'B2', status: 'suspendu' })))).toMatchObject({ read: 2, added: 2, changed: 0, refused: 0 });
    expect(await t.db.read('select standing_to, actor_name, why from registry.standing_change order by id')).toEqual([
      { standing_to: 'registered', actor_name: 'Dar Sanaa', why: 'Entered from file extract.csv' },
      { standing_to: 'suspended', actor_name: 'Dar Sanaa', why: 'Entered from file extract.csv' },
    ]);
    expect(await facts()).toEqual([]);
  });

  it('changes only what changed, and says who may no longer sell', async () => {
    await bring(extractOf(cells(), cells({ identifier: 'B2' }), cells({ identifier: 'C3' })));
    const before = await contents();
    const outcome = await bring(extractOf(cells(), cells({ identifier: 'B2', status: 'radié' }), cells({ identifier: 'C3', name_latin: 'Khadija Tazi' }), cells({ identifier: 'D4' })));
    expect(outcome).toMatchObject({ added: 1, changed: 2, standingsMoved: 1 });
    const after = await contents();
    expect(after[0]).toEqual(before[0]);
    expect(await facts()).toEqual([{ payload: expect.objectContaining({ standing: 'struck_off', maySell: false }) }]);
    expect(await t.db.read(`select standing_from, standing_to from registry.standing_change where standing_from is not null`)).toEqual([{ standing_from: 'registered', standing_to: 'struck_off' }]);
  });

  it('leaves a standing that was decided here until the extract itself moves', async () => {
    await bring(extractOf(cells()));
    await t.db.read(`update registry.artisan set standing = 'suspended'`);
    expect(await bring(extractOf(cells()))).toMatchObject({ changed: 0, standingsMoved: 0 });
    expect(await contents()).toMatchObject([{ standing: 'suspended' }]);
    expect(await bring(extractOf(cells({ status: 'expiré' })))).toMatchObject({ changed: 1, standingsMoved: 1 });
  });

  it('keeps the first of two lines, drops the same again and refuses a contradiction', async () => {
    const outcome = await bring(extractOf(cells(), cells(), cells({ name_latin: 'Someone Else' }), cells({ identifier: '0300 00001' })));
    expect(outcome).toMatchObject({ read: 4, added: 1, repeated: 2, refused: 1 });
    expect(refusals).toEqual(['4 identifier repeated']);
  });

  it.each<[string, () => AsyncGenerator<Buffer>, string]>([
    ['empty', async function* () { yield Buffer.from(''); }, 'REGISTER_FILE_EMPTY'],
    ['only a header', () => extractOf(), 'REGISTER_FILE_EMPTY'],
    ['binary in the middle', async function* () { yield* extractOf(cells({ identifier: 'X' })); yield Buffer.from([10, 0, 0, 7]); }, 'REGISTER_FILE_BINARY'],
    ['of a wrong header', async function* () { yield Buffer.from('a;b\n1;2\n'); }, 'REGISTER_HEADER_WRONG'],
    ['of an endless line after good ones', async function* () { yield* extractOf(cells({ identifier: 'X' })); yield Buffer.alloc(200_000, 'x'); }, 'REGISTER_LINE_TOO_LONG'],
    ['of bad rows alone', () => extractOf(cells({ status: '?' })), 'REGISTER_NOTHING_USABLE'],
    ['cut off by a failing disk', async function* () { yield* extractOf(cells({ identifier: 'X' })); throw Object.assign(new Error('EIO'), { code: 'EIO' }); }, 'EIO'],
  ])('changes nothing when the file is %s', async (_what, source, code) => {
    await bring(extractOf(cells()));
    const before = await contents();
    await expect(bring(source())).rejects.toMatchObject({ code });
    expect(await contents()).toEqual(before);
    // Run again, it is as if the failure had not been.
    expect(await bring(extractOf(cells(), cells({ identifier: 'X' })))).toMatchObject({ added: 1, changed: 0 });
  });

  it('refuses a second import while one runs', async () => {
    let release!: () => void;
    const gate = new Promise<void>((resolve) => (release = resolve));
    async function* slow(): AsyncGenerator<Buffer> {
      yield* extractOf(cells());
      await gate;
    }
    const first = bring(slow());
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(bring(extractOf(cells()))).rejects.toMatchObject({ code: 'REGISTER_IMPORT_RUNNING' });
    release();
    await expect(first).resolves.toMatchObject({ added: 1 });
  });

  it('run twice over any sample changes nothing the second time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.constantFrom<[';' | ',', string]>([';', ''], [',', '\uFEFF']), async (seed, [delimiter, mark]) => {
        async function* sample(): AsyncGenerator<Buffer> {
          yield Buffer.from(mark + csvLine(headerRow(), delimiter));
          for (const row of sampleRows(300, seed)) yield Buffer.from(csvLine(row, delimiter));
        }
        await t.db.read('truncate registry.artisan, registry.import, registry.standing_change, registry.social_standing cascade');
        const first = await bring(sample());
        const before = await contents();
        const second = await bring(sample());
        expect(first.added + first.repeated + first.refused).toBe(first.read);
        expect(second).toMatchObject({ added: 0, changed: 0, standingsMoved: 0, refused: first.refused, repeated: first.repeated });
        expect(await contents()).toEqual(before);
      }),
      { numRuns: 12 },
    );
  });
});
