import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DomainError, newId, SYSTEM } from '#libs/kernel';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { ProposalsService, ReferenceService, ShippingService, type QuoteRequest } from '../index.js';
import { piece } from '../quotes/quotes.fixtures.js';
import { proposer, proposeReference } from '../reference.cli.js';
import type { ReferencePlan } from './reference.service.js';
import { SHIPPING_ROOMS } from '../shipping.fixtures.js';

let house: TestHouse;
let reference: ReferenceService;
let proposals: ProposalsService;
let folder: string;

beforeAll(async () => {
  house = await testHouse(SHIPPING_ROOMS);
  reference = house.get(ReferenceService);
  proposals = house.get(ProposalsService);
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

const [amina, brahim] = [actor('admin'), actor('desk')];
/** Proposed by one, approved by the other. */
async function applied(plan: ReferencePlan): Promise<number | null> {
  const id = newId();
  await proposals.propose(amina, id, plan);
  return (await proposals.approve(brahim, id)).version;
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
    expect(await applied(plan)).toBe(2);
    const quote = await house.get(ShippingService).quote(question);
    expect(quote).toMatchObject({ dataVersion: '2', fx: { rate: '10.9000', source: 'Bank Al-Maghrib' } });
    const [kept] = await house.db.read<{ files: string[]; added: number; changed: number }>('select files, added, changed, proposed_name, actor_name from shipping.reference_version where version = 2');
    expect(kept).toEqual({ files: ['fx_rate.csv'], added: 1, changed: 1, proposed_name: amina.name, actor_name: brahim.name });
  });

  it('takes JSON too', async () => {
    const path = await file('news.json', JSON.stringify({ table: 'tax_rate', rows: [{ country: 'FR', name: 'VAT', percent: '21', leaves_out: '', valid_from: '2027-01-01', valid_until: '', source: 'x', checked_on: '2026-11-24', confidence: 'assumption' }] }));
    const plan = await reference.plan([path]);
    // The present rate has no end: a second one on the same days would make two laws.
    expect(plan.refused).toEqual([{ file: 'news.json', line: 1, field: 'valid_from', reason: 'overlaps the row from 2014-01-01; end that one first' }]);
    await expect(proposals.propose(amina, newId(), plan)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_REFUSED' });
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

  it('the command shows the difference, waits for a yes, and then has only proposed it', async () => {
    const path = await file('fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nUSD,9.3000,2025-01-01,2026-12-31,Bank Al-Maghrib,2026-11-24,verified\n');
    const run = async (yes: boolean, answer = ''): Promise<[number, string[]]> => {
      const said: string[] = [];
      return [await proposeReference(reference, proposals, [path], { by: amina, machineUser: 'root', yes, ask: async () => answer, say: (line) => said.push(line) }), said];
    };
    const [refused, shown] = await run(false);
    expect(refused).toBe(3);
    expect(shown[0]).toMatch(/^changed {2}fx_rate USD · 2025-01-01 {2}mad_per_unit: 9\.2500 → 9\.3000; source: .* → Bank Al-Maghrib; confidence: assumption → verified$/);
    expect(shown[1]).toBe('0 new, 1 changed, 0 unchanged, 0 refused');
    const [code, said] = await run(false, 'y');
    expect([code, said.slice(2)]).toEqual([0, [expect.stringMatching(/Nothing has changed yet\.$/), expect.stringMatching(/Another person of the export desk/), expect.stringMatching(/give it to a second person first/)]]);
    expect(await reference.version()).toBe(2);
    const [waiting] = await proposals.proposals();
    expect(waiting).toMatchObject({ state: 'waiting', proposedName: amina.name, machineUser: 'root', changes: [{ name: 'fx_rate USD · 2025-01-01', isNew: false }] });
    await expect(proposals.approve(amina, waiting!.id)).rejects.toMatchObject({ code: 'SHIPPING_SECOND_PERSON' });
    expect(await proposals.approve(brahim, waiting!.id)).toMatchObject({ state: 'approved', version: 3 });
    expect(await run(true)).toEqual([0, ['0 new, 0 changed, 1 unchanged, 0 refused']]);
  });

  it('the command proposes in the name of an account that may, and of no other', async () => {
    const people = (roles: readonly string[]) => ({ accountByEmail: async () => ({ id: newId(), name: 'Zahra' }), actorFor: async () => actor(roles as never) });
    expect((await proposer(people(['admin']), 'zahra@example.org')).roles).toContain('admin');
    for (const [roles, email] of [[['artisan'], 'zahra@example.org'], [['admin'], null]] as const) await expect(proposer(people(roles), email)).rejects.toMatchObject({ code: 'SHIPPING_REFERENCE_PROPOSER' });
  });

  it('the command refuses a bad file whole', async () => {
    const path = await file('fx_rate.csv', 'currency,mad_per_unit,valid_from,valid_until,source,checked_on,confidence\nSEK,1,2026-01-01,,x,2026-11-24,verified\nNOK,?,2026-01-01,,x,2026-11-24,verified\n');
    const before = await house.db.read('select max(version) as version from shipping.reference_version');
    expect(await proposeReference(reference, proposals, [path], { by: amina, machineUser: 'root', yes: true, ask: async () => 'y', say: () => undefined })).toBe(1);
    expect(await house.db.read('select max(version) as version from shipping.reference_version')).toEqual(before);
  });
});
