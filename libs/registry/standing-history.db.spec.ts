import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { standingsFrom } from './artisan.js';
import { cells, extractOf } from './extract/register.fixtures.js';
import { registryRoom, RegisterImport, RegistryService } from './index.js';

let t: TestHouse;
beforeAll(async () => {
  t = await testHouse([registryRoom]);
});
afterAll(() => t.close());

describe('the history of a standing', () => {
  it('tells a person’s decision from an extract and from the end of a validity, for the reader’s language to say', async () => {
    const registry = t.get(RegistryService);
    const officer: Actor = actor('officer', { accountId: newId(), name: 'Driss Alami', memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    await t.get(RegisterImport).run(SYSTEM, extractOf(cells()), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    const [row] = await t.db.read<{ id: string }>('select id from registry.artisan');
    await registry.setStanding(officer, { id: newId(), artisanId: row!.id, from: 'registered', to: 'suspended', why: 'No card', evidence: 'Decision 12' });
    await registry.setStanding(officer, { id: newId(), artisanId: row!.id, from: 'suspended', to: 'registered', why: 'Shown' });
    t.clock.set(new Date('2027-03-05T12:00:00Z'));
    await t.jobs.tick('registry.lapse');
    expect(await registry.history(row!.id)).toMatchObject([
      { cause: 'extract', to: 'registered' }, { cause: 'officer', to: 'suspended', why: 'No card', evidence: 'Decision 12' }, { cause: 'officer', to: 'registered' }, { cause: 'end', to: 'lapsed' },
    ]);
  });

  it('shows a chamber whose registration ends by a day, and takes no other word for a day', async () => {
    t.clock.set(TODAY);
    await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier: 'E1', valid_until: '2026-12-10' }), cells({ identifier: 'E2', valid_until: '2027-12-10' }), cells({ identifier: 'E3', valid_until: '2026-12-10', status: 'suspendu' })), { fileName: 'y.csv', now: TODAY, refused: () => undefined });
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    const page = await t.get(RegistryService).list(officer, { endingBy: '2026-12-31' }, 10, null);
    expect(page.nodes.map(({ identifier }) => identifier)).toEqual(['E1']);
    expect((await t.get(RegistryService).list(officer, { endingBy: '2026-12-31', query: 'fatima' }, 10, null)).nodes).toHaveLength(1);
    await expect(t.get(RegistryService).list(officer, { endingBy: 'soon' }, 10, null)).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'filter.endingBy' });
  });

  it('offers the acts alone that the register knows', () => {
    expect(standingsFrom('registered')).toEqual(['suspended', 'lapsed', 'struck_off']);
    expect(standingsFrom('struck_off')).toEqual(['registered']);
  });
});
