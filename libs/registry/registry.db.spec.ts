import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import type { Category, Standing } from './artisan.js';
import { registryRoom, RegisterImport, RegistryService, type Artisan, type StandingDecision } from './index.js';
import type { ArtisanFilter } from './registry.queries.js';
import type { Column } from './extract/register-header.js';
import { cells, extractOf } from './extract/register.fixtures.js';

let t: TestHouse;
let registry: RegistryService;
beforeAll(async () => {
  t = await testHouse([registryRoom]);
  registry = t.get(RegistryService);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TODAY);
  await t.db.read('truncate registry.artisan, registry.import, registry.standing_change, registry.social_standing, platform.outbox, platform.audit, platform.command cascade');
});

const SOUSS = { region: 'Souss-Massa', province: 'Tiznit', chamber: 'MA-09' };
const officerOf = (region: string): Actor => actor('officer', { name: `Officer of ${region}`, memberships: [{ kind: 'chamber', organisationId: region }] });
const fes = officerOf('MA-03');

async function enter(...rows: Partial<Record<Column, string>>[]): Promise<Artisan[]> {
  await t.get(RegisterImport).run(SYSTEM, extractOf(...rows.map((row) => cells(row))), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
  return (await registry.list(actor('admin'), {}, 100, null)).nodes as Artisan[];
}
const act = (artisan: Artisan, from: Standing, to: Standing, more: Partial<StandingDecision> = {}): StandingDecision => ({ id: newId(), artisanId: artisan.id, from, to, why: 'Card withdrawn', ...more });
const facts = (): Promise<{ payload: { artisanId: string; standing: string; maySell: boolean } }[]> => t.db.read(`select payload from platform.outbox where name = 'StandingChanged' order by at, id`);

describe('standing', () => {
  it('is moved by an officer of the region, with who, when and why, and a fact', async () => {
    const [artisan] = await enter({});
    expect(await registry.maySell(artisan!.id)).toBe(true);
    await registry.setStanding(fes, act(artisan!, 'registered', 'suspended', { evidence: 'Letter 12/2026' }));
    expect(await registry.maySell(artisan!.id)).toBe(false);
    expect((await registry.history(artisan!.id)).at(-1)).toMatchObject({ from: 'registered', to: 'suspended', at: TODAY, actorName: 'Officer of MA-03', why: 'Card withdrawn', evidence: 'Letter 12/2026' });
    expect(await facts()).toMatchObject([{ payload: { artisanId: artisan!.id, standing: 'suspended', maySell: false } }]);
    await registry.setStanding(fes, act(artisan!, 'suspended', 'registered'));
    expect((await facts()).at(-1)).toMatchObject({ payload: { maySell: true } });
  });

  it('is not there for an officer of another region, who can neither read nor change it', async () => {
    const [artisan] = await enter({});
    const souss = officerOf('MA-09');
    await expect(registry.setStanding(souss, act(artisan!, 'registered', 'suspended'))).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await expect(registry.entry(souss, artisan!.id)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await expect(registry.socialStanding(souss, artisan!)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await expect(registry.list(souss, { region: 'MA-03' }, 10, null)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await registry.list(souss, {}, 10, null)).nodes).toEqual([]);
    expect(await facts()).toEqual([]);
  });

  it('is decided once when two officers decide at once, and the second is told', async () => {
    const [artisan] = await enter({});
    const both = await Promise.allSettled([
      registry.setStanding(fes, act(artisan!, 'registered', 'suspended')),
      registry.setStanding(officerOf('MA-03'), act(artisan!, 'registered', 'struck_off')),
    ]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'STANDING_MOVED', field: 'input.from' } });
    expect(await facts()).toHaveLength(1);
  });

  it('is not an officer’s to decide for herself', async () => {
    const [artisan] = await enter({ status: 'suspendu' });
    await expect(registry.setStanding({ ...fes, artisanId: artisan!.id }, act(artisan!, 'suspended', 'registered'))).rejects.toMatchObject({ code: 'STANDING_OWN' });
    expect(await registry.maySell(artisan!.id)).toBe(false);
  });

  it('takes the same decision sent twice as one', async () => {
    const [artisan] = await enter({});
    const decision = act(artisan!, 'registered', 'suspended');
    await registry.setStanding(fes, decision);
    expect(await registry.setStanding(fes, decision)).toMatchObject({ standing: 'suspended' });
    expect(await facts()).toHaveLength(1);
    await expect(registry.setStanding(fes, { ...decision, to: 'struck_off' })).rejects.toMatchObject({ code: 'COMMAND_REUSED' });
  });

  it('refuses a step the law does not know', async () => {
    const [artisan] = await enter({ status: 'radié' });
    await expect(registry.setStanding(fes, act(artisan!, 'struck_off', 'suspended'))).rejects.toMatchObject({ code: 'STANDING_REFUSED' });
  });

  it.each<[string, string, string]>([
    ['nothing', ' \u202E\u0000 ', 'TEXT_EMPTY'],
    ['100,000 characters', 'x'.repeat(100_000), 'TEXT_TOO_LONG'],
  ])('refuses %s as a reason', async (_what, why, code) => {
    const [artisan] = await enter({});
    await expect(registry.setStanding(fes, act(artisan!, 'registered', 'suspended', { why }))).rejects.toMatchObject({ code, field: 'input.why' });
  });

  it('keeps a reason with emoji and without its overrides of direction', async () => {
    const [artisan] = await enter({});
    await registry.setStanding(fes, act(artisan!, 'registered', 'suspended', { why: 'بطاقة\u202E 🪪\u0000 expired' }));
    expect((await registry.history(artisan!.id)).at(-1)).toMatchObject({ why: 'بطاقة 🪪 expired' });
  });

  it('lapses at the end of its validity, the day after in Morocco', async () => {
    const [artisan] = await enter({ valid_until: '2026-12-01', name_latin: 'Aïcha' }, { identifier: 'B', valid_until: '' });
    t.clock.set(new Date('2026-12-01T22:00:00Z'));
    await t.jobs.tick('registry.lapse');
    expect(await facts()).toEqual([]);
    t.clock.set(new Date('2026-12-01T23:30:00Z'));
    await t.jobs.tick('registry.lapse');
    await t.jobs.tick('registry.lapse');
    expect(await facts()).toMatchObject([{ payload: { artisanId: artisan!.id, standing: 'lapsed', maySell: false } }]);
    expect((await registry.history(artisan!.id)).at(-1)).toMatchObject({ actorName: 'Dar Sanaa', why: 'Valid until 2026-12-01' });
  });

  it('is given back after its end with a new last day alone, which the same extract does not undo', async () => {
    const [artisan] = await enter({ valid_until: '2026-12-01' });
    t.clock.set(new Date('2026-12-02T09:00:00Z'));
    await t.jobs.tick('registry.lapse');
    for (const validUntil of [undefined, '2026-12-01']) await expect(registry.setStanding(fes, act(artisan!, 'lapsed', 'registered', { validUntil }))).rejects.toMatchObject({ code: 'STANDING_LAST_DAY', field: 'input.validUntil' });
    await expect(registry.setStanding(fes, act(artisan!, 'lapsed', 'suspended', { validUntil: '2027-12-01' }))).rejects.toMatchObject({ code: 'STANDING_NO_LAST_DAY', field: 'input.validUntil' });
    expect(await registry.setStanding(fes, act(artisan!, 'lapsed', 'registered', { validUntil: '2027-12-01' }))).toMatchObject({ standing: 'registered', validUntil: '2027-12-01' });
    expect(await t.db.read(`select detail from platform.audit where action = 'register.last-day'`)).toEqual([{ detail: { from: '2026-12-01', to: '2027-12-01' } }]);
    await enter({ valid_until: '2026-12-01', name_latin: 'Fatima El Alaoui' });
    await t.jobs.tick('registry.lapse');
    expect(await registry.artisan(artisan!.id)).toMatchObject({ standing: 'registered', validUntil: '2027-12-01', nameLatin: 'Fatima El Alaoui' });
    await enter({ valid_until: '2028-01-31' });
    expect(await registry.artisan(artisan!.id)).toMatchObject({ standing: 'registered', validUntil: '2028-01-31' });
  });

  it('comes back with the extract that gives a lapsed registration a day yet to come', async () => {
    const [artisan] = await enter({ valid_until: '2026-12-01' });
    t.clock.set(new Date('2026-12-02T09:00:00Z'));
    await t.jobs.tick('registry.lapse');
    await enter({ valid_until: '2026-11-30' });
    expect(await registry.maySell(artisan!.id)).toBe(false);
    await enter({ valid_until: '2027-12-01' });
    expect(await registry.artisan(artisan!.id)).toMatchObject({ standing: 'registered', validUntil: '2027-12-01' });
    expect((await facts()).at(-1)).toMatchObject({ payload: { artisanId: artisan!.id, maySell: true } });
    expect((await registry.history(artisan!.id)).at(-1)).toMatchObject({ from: 'lapsed', to: 'registered', why: 'Changed from file x.csv' });
  });

  it('keeps its history as it was written', async () => {
    await enter({});
    await expect(t.db.read(`update registry.standing_change set why = 'other'`)).rejects.toThrow('keeps every row');
    await expect(t.db.read('delete from registry.standing_change')).rejects.toThrow('keeps every row');
  });
});

describe('the register', () => {
  it('shows social cover to its holder and her chamber alone', async () => {
    const [artisan] = await enter({});
    for (const person of [fes, actor('artisan', { artisanId: artisan!.id })]) expect(await registry.socialStanding(person, artisan!)).toEqual({ cnss: true, amo: null });
    for (const person of [actor('artisan', { artisanId: newId() }), actor('desk'), actor('buyer'), actor('inspector')]) {
      await expect(registry.socialStanding(person, artisan!)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    }
  });

  it('shows a maker to anybody while she may sell', async () => {
    const [artisan] = await enter({});
    expect(await registry.maker(artisan!.id)).toMatchObject({ nameLatin: 'Fatima Zahra El Alaoui' });
    await registry.setStanding(fes, act(artisan!, 'registered', 'struck_off'));
    await expect(registry.maker(artisan!.id)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await expect(registry.maker('x')).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
  });

  it.each([
    ['fatima', 1], ['FÁTIMA alaoui', 1], ['فَاطِمَة', 1], ['العلوى', 1], ['03-0000001', 1], ['٠٣٠٠٠٠٠٠١', 1], ['fa', 1], ['ti', 0], ['khadija', 1], ['خديجه', 1], ['%', 2], ['_', 2], ['zz', 0],
  ])('is searched for %s in either script', async (query, found) => {
    await enter({}, { identifier: 'K/7', name_latin: 'Khadija Tazi', name_arabic: 'خديجة التازي' });
    expect((await registry.list(fes, { query }, 10, null)).nodes).toHaveLength(found);
  });

  it('is searched by sound where no letters fit, page by page', async () => {
    await enter({}, { identifier: 'K1', name_latin: 'Khadija Tazi', name_arabic: '' }, { identifier: 'K2', name_latin: '', name_arabic: 'خديجة التازي' });
    const found = await registry.list(fes, { query: 'khadidja' }, 1, null);
    expect(found).toMatchObject({ bySound: true, hasNextPage: true });
    const next = await registry.list(fes, { query: 'khadidja' }, 1, found.endCursor);
    expect(next).toMatchObject({ bySound: true, hasNextPage: false });
    expect([...found.nodes, ...next.nodes].map((one) => one.identifier).sort()).toEqual(['K1', 'K2']);
    expect(await registry.list(fes, { query: 'خديجه' }, 10, null)).toMatchObject({ bySound: false, nodes: [{ identifier: 'K2' }] });
    expect(await registry.list(fes, { query: 'Khadidja Zzrgf' }, 10, null)).toMatchObject({ nodes: [] });
  });

  it('is filtered by region, branch, category and standing', async () => {
    await enter({}, { ...SOUSS, identifier: 'B', category: 'coopérative', branch: 'Poterie et céramique', activity: 'Zellige', status: 'suspendu' });
    const admin = actor('admin');
    const ids = async (filter: { region?: string; branch?: string; category?: Category; standing?: Standing }): Promise<string[]> => (await registry.list(admin, filter, 10, null)).nodes.map((a) => a.identifier);
    expect(await ids({ region: 'MA-09' })).toEqual(['B']);
    expect(await ids({ branch: 'pottery' })).toEqual(['B']);
    expect(await ids({ category: 'maalem' })).toEqual(['030000001']);
    expect(await ids({ standing: 'suspended' })).toEqual(['B']);
    expect(await ids({ standing: 'suspended', region: 'MA-03' })).toEqual([]);
  });

  it('is filtered by province and activity, and sorted by the day of registration', async () => {
    await enter({ registered_on: '2022-03-04' }, { identifier: 'F', province: 'Fès', activity: 'Tapis noué', registered_on: '2024-01-01' }, { identifier: 'G', registered_on: '2023-05-06' });
    const admin = actor('admin');
    const ids = async (filter: ArtisanFilter, sort?: 'name' | 'newest'): Promise<string[]> => (await registry.list(admin, filter, 10, null, sort)).nodes.map((a) => a.identifier);
    expect(await ids({ province: 'MA-FES' })).toEqual(['F']);
    expect(await ids({ province: 'MA-FES', region: 'MA-09' })).toEqual([]);
    expect(await ids({ activity: 'none' })).toEqual([]);
    expect(await ids({}, 'newest')).toEqual(['F', 'G', '030000001']);
    expect(await ids({ query: 'fatima' }, 'newest')).toEqual(['F', 'G', '030000001']);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await registry.list(admin, {}, 1, after, 'newest');
      seen.push(...page.nodes.map((a) => a.identifier));
      after = page.endCursor;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(['F', 'G', '030000001']);
    const byName = (await registry.list(admin, {}, 1, null)).endCursor;
    await expect(registry.list(admin, {}, 1, byName, 'newest')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
  });

  it('pages through people of one name without loss or repeat', async () => {
    await enter(...Array.from({ length: 23 }, (_, i) => ({ identifier: `N${i}`, name_latin: i % 3 ? 'Same Name' : 'Another' })));
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await registry.list(fes, {}, 5, after);
      seen.push(...page.nodes.map((a) => a.identifier));
      after = page.endCursor;
      more = page.hasNextPage;
    }
    expect(new Set(seen).size).toBe(23);
    expect(seen).toHaveLength(23);
    await expect(registry.list(fes, {}, 5, Buffer.from('["a","b","letters"]').toString('base64url'))).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(registry.list(fes, {}, 5, 'nonsense')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    await expect(registry.list(fes, {}, 101, null)).rejects.toMatchObject({ code: 'QUERY_TOO_COSTLY' });
  });
});
