import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Locale } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { cells, extractOf } from './extract/register.fixtures.js';
import { registryRoom, RegisterImport, RegistryService } from './index.js';

let t: TestHouse;
let people = 0;
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

const bring = (identifier: string, status = 'inscrit'): Promise<unknown> => t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier, status })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });

async function holder(locale: Locale): Promise<{ artisanId: string; identifier: string; letters: () => Promise<{ subject: string; body: string }[]> }> {
  const identifier = `S${++people}`;
  const email = `s${people}@example.ma`;
  await bring(identifier);
  const [row] = await t.db.read<{ id: string }>('select id from registry.artisan where identifier = $1', [identifier]);
  const identity = t.get(IdentityService);
  const account = await identity.createPerson({ email, password: 'a long password', name: 'Fatima', locale });
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId: row!.id }));
  return { artisanId: row!.id, identifier, letters: () => t.db.read('select subject, body from platform.mail where recipient = $1 order by id', [email]) };
}

describe('the holder of an entry', () => {
  it('is told of an officer’s decision in her language: why, whom to ask, what to do', async () => {
    const { artisanId, letters } = await holder('ar');
    const officer = actor('officer', { name: 'Driss Alami', memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    const decision = { id: newId(), artisanId, from: 'registered' as const, to: 'suspended' as const, why: 'البطاقة غير واضحة $&' };
    await t.get(RegistryService).setStanding(officer, decision);
    await t.get(RegistryService).setStanding(officer, decision);
    await t.jobs.drain();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter!.subject).toBe('تم توقيف تسجيلك');
    expect(letter!.body).toContain('البطاقة غير واضحة $&');
    expect(letter!.body).toContain('Driss Alami');
    expect(letter!.body).toContain('غرفة الصناعة التقليدية لجهة فاس-مكناس');
  });

  it('is told that her registration ended', async () => {
    const { letters } = await holder('fr');
    t.clock.set(new Date('2027-03-05T12:00:00Z'));
    await t.jobs.tick('registry.lapse');
    await t.jobs.drain();
    expect(await letters()).toMatchObject([{ subject: 'Votre inscription a pris fin', body: expect.stringContaining('jusqu’au 4 mars 2027') as string }]);
  });

  it('is told what a re-import of the register changed', async () => {
    const { identifier, letters } = await holder('fr');
    await bring(identifier, 'radié');
    await t.jobs.drain();
    expect(await letters()).toMatchObject([{ subject: 'Vous avez été radié du registre', body: expect.stringContaining('dernier extrait') as string }]);
  });
});

describe('social cover', () => {
  it('stands in no fact, log or audit row', async () => {
    const { artisanId } = await holder('fr');
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    await t.get(RegistryService).socialStanding(officer, { id: artisanId, regionCode: 'MA-03' });
    await t.get(RegistryService).setStanding(officer, { id: newId(), artisanId, from: 'registered', to: 'suspended', why: 'x' });
    for (const table of ['platform.outbox', 'platform.audit', 'platform.command', 'platform.mail', 'registry.standing_change', 'registry.artisan']) {
      const rows = await t.db.read<{ row: string }>(`select to_jsonb(x)::text as row from ${table} x`);
      expect(rows.filter(({ row }) => /cnss|\bamo\b/i.test(row))).toEqual([]);
    }
  });
});
