import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, SYSTEM } from '#libs/kernel';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { ReferenceService, ShippingService, type QuoteRequest } from '../index.js';
import { piece } from '../quotes/quotes.fixtures.js';
import { importReference } from '../reference.cli.js';
import { SHIPPING_ROOMS } from '../shipping.fixtures.js';

let house: TestHouse;
let reference: ReferenceService;
let folder: string;

beforeAll(async () => {
  house = await testHouse(SHIPPING_ROOMS);
  reference = house.get(ReferenceService);
  folder = await mkdtemp(join(tmpdir(), 'reference-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

const question: QuoteRequest = { country: 'FR', buyerKind: 'consumer', incoterm: 'DDP', asOf: '2026-11-24', lines: [piece()] };

describe('reference data', () => {
  it('says so when nothing is loaded', async () => {
    await expect(house.get(ShippingService).quote(question)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_EMPTY' });
  });

  it('loads what the house ships with, once', async () => {
    expect(await reference.loadShipped(SYSTEM)).toBe('1');
    expect(await reference.loadShipped(SYSTEM)).toBe('1');
    expect((await reference.plan([])).changes).toEqual([]);
    const quote = await house.get(ShippingService).quote(question);
    expect(quote).toMatchObject({ known: true, currency: 'EUR', dataVersion: '1' });
    expect((await house.get(ShippingService).countries(house.clock.now())).map((c) => c.country)).toEqual(['AE', 'CA', 'CH', 'DE', 'FR', 'GB', 'SA', 'US']);
  });

  it('knows which rows need a person', async () => {
    const due = (await reference.due('2026-12-15')).map(({ name, why }) => `${name} ${why}`);
    expect(due).toEqual(expect.arrayContaining(['fx_rate EUR ends soon', 'fx_rate USD ends soon']));
    expect(due.filter((one) => one.includes('surcharge') || one.includes('low_value'))).toEqual([]);
  });

  it('shows a difference, and applies it as the next version', async () => {
    const path = await file('fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nEUR,10.9000,2025-01-01,2026-12-31,Bank Al-Maghrib,2026-11-24,verified\nJPY,0.0600,2026-01-01,,Bank Al-Maghrib,2026-11-24,verified\n');
    const plan = await reference.plan([path]);
    expect(plan.changes.map((change) => change.before === null)).toEqual([false, true]);
    expect(plan.refused).toEqual([]);
    expect(await reference.apply(SYSTEM, plan)).toBe('2');
    const quote = await house.get(ShippingService).quote(question);
    expect(quote).toMatchObject({ dataVersion: '2', fx: { rate: '10.9000', source: 'Bank Al-Maghrib' } });
    const [kept] = await house.db.read<{ files: string[]; added: number; changed: number }>('select files, added, changed from shipping.reference_version where version = 2');
    expect(kept).toEqual({ files: ['fx_rate.csv'], added: 1, changed: 1 });
  });

  it('takes JSON too', async () => {
    const path = await file('news.json', JSON.stringify({ table: 'tax_rate', rows: [{ country: 'FR', name: 'VAT', percent: '21', leaves_out: '', valid_from: '2027-01-01', valid_until: '', source: 'x', checked_on: '2026-11-24', confidence: 'assumption' }] }));
    const plan = await reference.plan([path]);
    // The present rate has no end: a second one on the same days would make two laws.
    expect(plan.refused).toEqual([{ file: 'news.json', line: 1, field: 'valid_from', reason: 'overlaps the row from 2014-01-01; end that one first' }]);
    await expect(reference.apply(SYSTEM, plan)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_REFUSED' });
  });

  it.each([
    ['fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\neuro,ten,2026-13-01,,x,2026-11-24,sure\n', ['currency', 'mad_per_unit', 'valid_from', 'confidence']],
    ['fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nSEK,0,2026-01-01,2025-01-01,x,2026-11-24,verified\n', ['mad_per_unit', 'valid_until']],
    ['fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence,colour\nSEK,1,2026-01-01,,x,2026-11-24,verified,red\n', ['unrecognized_keys']],
    ['fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nSEK,1,2026-01-01,,x,2026-11-24,verified\nSEK,1,2026-01-01,,x,2026-11-24,verified\n', ['currency']],
  ])('refuses rows of %s by line and field, and changes nothing', async (name, text, fields) => {
    const plan = await reference.plan([await file(name, text)]);
    expect(plan.refused.map((cell) => cell.field)).toEqual(fields);
    expect(plan.refused.every((cell) => cell.line >= 2 && cell.reason !== '')).toBe(true);
  });

  it.each([
    ['nothing.csv', 'a,b\n1,2\n'],
    ['fx_rate.json', '{"table":'],
    ['fx_rate.json', '[]'],
    ['fx_rate.csv', 'currency,mad_per_unit\n"EUR,1\n'],
  ])('refuses the file %s whole', async (name, text) => {
    await expect(file(name, text).then((path) => reference.plan([path]))).rejects.toBeInstanceOf(DomainError);
  });

  it('refuses a file that is not there', async () => {
    await expect(reference.plan([join(folder, 'absent.csv')])).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_FILE' });
  });

  it('the command shows the difference and waits for a yes', async () => {
    const path = await file('fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nUSD,9.3000,2025-01-01,2026-12-31,Bank Al-Maghrib,2026-11-24,verified\n');
    const run = async (yes: boolean, answer = ''): Promise<[number, string[]]> => {
      const said: string[] = [];
      return [await importReference(reference, [path], { by: SYSTEM, yes, ask: async () => answer, say: (line) => said.push(line) }), said];
    };
    const [refused, shown] = await run(false);
    expect(refused).toBe(3);
    expect(shown[0]).toMatch(/^changed {2}fx_rate USD from 2025-01-01 {2}mad_per_unit: 9\.2500 → 9\.3000; source: .* → Bank Al-Maghrib; confidence: assumption → verified$/);
    expect(shown[1]).toBe('0 new, 1 changed, 0 unchanged, 0 refused');
    expect((await run(false, 'y'))[0]).toBe(0);
    expect(await run(true)).toEqual([0, ['0 new, 0 changed, 1 unchanged, 0 refused']]);
  });

  it('the command refuses a bad file whole', async () => {
    const path = await file('fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nSEK,1,2026-01-01,,x,2026-11-24,verified\nNOK,?,2026-01-01,,x,2026-11-24,verified\n');
    const before = await house.db.read('select max(version) as version from shipping.reference_version');
    expect(await importReference(reference, [path], { by: SYSTEM, yes: true, ask: async () => 'y', say: () => undefined })).toBe(1);
    expect(await house.db.read('select max(version) as version from shipping.reference_version')).toEqual(before);
  });
});
