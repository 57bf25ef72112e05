import { identityRoom, IdentityService } from '#libs/identity';
import { defineErrors, newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { ConsentsService } from '../consents/consents.service.js';
import { cells, extractOf } from '../extract/register.fixtures.js';
import { registryRoom, RegisterImport } from '../index.js';
import type { Mandate } from './mandate.js';
import { MandatesService, type MandateProposal } from './mandates.service.js';

let t: TestHouse;
let mandates: MandatesService;
let consents: ConsentsService;
let people = 0;
let agent: Actor;
const goneErrors = defineErrors({ PIECE_GONE: { kind: 'conflict', en: 'The piece is gone.', fr: 'La pièce n’est plus là.', ar: 'القطعة لم تعد موجودة.' } });

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
  mandates = t.get(MandatesService);
  consents = t.get(ConsentsService);
  const accountId = await t.get(IdentityService).createPerson({ email: 'agent@example.ma', password: 'a long password', name: 'Driss Alami', locale: 'fr' });
  agent = actor('officer', { accountId, name: 'Driss Alami', memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
  consents.carriedOutBy('price', () => Promise.reject(goneErrors.PIECE_GONE()));
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

const bring = (row: Parameters<typeof cells>[0]): Promise<unknown> => t.get(RegisterImport).run(SYSTEM, extractOf(cells(row)), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
const letters = (recipient: string): Promise<{ subject: string; body: string }[]> => t.db.read('select subject, body from platform.mail where recipient = $1 order by id desc', [recipient]);
const codeTo = async (email: string): Promise<string> => /: (\d{6})/.exec((await letters(email))[0]!.body)![1]!;

interface Maker {
  readonly who: Actor;
  readonly artisanId: string;
  readonly identifier: string;
  readonly email: string;
}
async function maker(): Promise<Maker> {
  const [identifier, email] = [`M${++people}`, `m${people}@example.ma`];
  await bring({ identifier });
  const [row] = await t.db.read<{ id: string }>('select id from registry.artisan where identifier = $1', [identifier]);
  const identity = t.get(IdentityService);
  const accountId = await identity.createPerson({ email, password: 'a long password', name: 'Fatima', locale: 'ar' });
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, accountId, { role: 'artisan', artisanId: row!.id }));
  return { who: actor('artisan', { accountId, artisanId: row!.id, name: 'Fatima', locale: 'ar' }), artisanId: row!.id, identifier, email };
}
const asked = (artisanId: string, more: Partial<MandateProposal> = {}): MandateProposal => ({ id: newId(), artisanId, agentKind: 'chamber', agentId: 'MA-03', acts: ['price'], validUntil: '2026-12-31', ...more });
async function given(): Promise<Maker & { mandate: Mandate }> {
  const her = await maker();
  const { id } = await mandates.propose(agent, asked(her.artisanId));
  return { ...her, mandate: await mandates.confirm(her.who, { mandateId: id, code: await codeTo(her.email) }) };
}
const stateOf = async (id: string): Promise<string> => (await t.db.read<{ state: string }>('select state from registry.mandate where id = $1', [id]))[0]!.state;
const ask = (artisanId: string) => t.db.write(agent, (tx) => consents.ask(tx, { id: newId(), artisanId, act: 'price', subjectId: newId(), words: { en: 'a price', fr: 'un prix', ar: 'ثمن' }, terms: {} }));

describe('a mandate that is asked for', () => {
  it('rings no telephone more than five times a day, however many are asked at the same moment', async () => {
    const { artisanId, email } = await maker();
    const all = await Promise.allSettled(Array.from({ length: 9 }, () => mandates.propose(agent, asked(artisanId))));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
    expect(await letters(email)).toHaveLength(5);
    const refused = all.find((one) => one.status === 'rejected')?.reason as { code: string; say: (locale: string) => string };
    expect([refused.code, refused.say('fr')]).toEqual(['TOO_MANY_REQUESTS', 'On ne demande pas plus de 5 fois par jour à un artisan. Redemandez demain.']);
  });

  it('names its acts and days, or says what is missing in words', async () => {
    const { artisanId } = await maker();
    await expect(mandates.propose(agent, asked(artisanId, { acts: [] }))).rejects.toMatchObject({ code: 'MANDATE_ACTS_NONE', field: 'input.acts' });
    const refused = await mandates.propose(agent, asked(artisanId, { validUntil: '' })).catch((error: { code: string; field: string; say: (locale: string) => string }) => error);
    expect(refused).toMatchObject({ code: 'MANDATE_DAYS', field: 'input.validUntil' });
    expect((refused as { say: (locale: string) => string }).say('fr')).toBe('Un mandat court du 24 novembre 2026 au 25 novembre 2027 au plus.');
  });

  it('is not given once its last day has passed', async () => {
    const { artisanId, who, email } = await maker();
    const { id } = await mandates.propose(agent, asked(artisanId, { validUntil: '2026-11-24' }));
    const code = await codeTo(email);
    t.clock.set(new Date('2026-11-25T00:30:00Z'));
    await expect(mandates.confirm(who, { mandateId: id, code })).rejects.toMatchObject({ code: 'MANDATE_CODE_OVER' });
    expect(await stateOf(id)).toBe('proposed');
  });

  it('nobody answered is over after two days, and its agent is told', async () => {
    const { artisanId, who } = await maker();
    const { id } = await mandates.propose(agent, asked(artisanId));
    t.clock.advance(48 * 3_600_000 + 1);
    await t.jobs.tick('registry.mandates');
    expect(await stateOf(id)).toBe('expired');
    expect((await letters('agent@example.ma'))[0]!.subject).toContain('n’a pas répondu à temps');
    const refused = await mandates.confirm(who, { mandateId: id, code: '123456' }).catch((error: { code: string; say: (locale: string) => string }) => error);
    expect(refused).toMatchObject({ code: 'MANDATE_MOVED', params: { state: 'expired' } });
    expect((refused as { say: (locale: string) => string }).say('ar')).toBe('حالة هذا التفويض الآن: «انقضت مدته».');
  });
});

describe('a mandate in force', () => {
  it('says so to its agent, and by whom it ended to the other side alone', async () => {
    const { who, email, mandate } = await given();
    expect((await letters('agent@example.ma'))[0]!.subject).toContain('a dit oui : vous pouvez agir jusqu’au 31 décembre 2026');
    await mandates.end(who, mandate.id);
    expect((await letters('agent@example.ma'))[0]!.subject).toContain('a retiré votre mandat');
    expect(await letters(email)).toHaveLength(1);
    const other = await given();
    const before = (await letters('agent@example.ma')).length;
    await mandates.end(agent, other.mandate.id);
    expect((await letters(other.email))[0]!.subject).toContain('أرجع Driss Alami تفويضك');
    expect(await letters('agent@example.ma')).toHaveLength(before);
  });

  it('is over the day after its last, with what waits under it, and both are told', async () => {
    const { email, mandate, artisanId } = await given();
    t.clock.set(new Date('2026-12-31T20:00:00Z'));
    const { id } = await ask(artisanId);
    await t.jobs.tick('registry.mandates');
    expect(await stateOf(mandate.id)).toBe('live');
    t.clock.set(new Date('2027-01-01T00:30:00Z'));
    await t.jobs.tick('registry.mandates');
    await t.jobs.tick('registry.mandates');
    expect(await stateOf(mandate.id)).toBe('expired');
    expect(await t.db.read('select state from registry.consent where id = $1', [id])).toEqual([{ state: 'dropped' }]);
    expect((await letters(email)).filter(({ subject }) => subject.includes('انتهى تفويض Driss Alami'))).toHaveLength(1);
    expect((await letters('agent@example.ma'))[0]!.subject).toContain('a pris fin');
  });

  it('of a chamber is over once a re-import moved its artisan to another region', async () => {
    const { mandate, identifier } = await given();
    await bring({ identifier, region: 'MA-08', province: 'Ouarzazate', chamber: 'MA-08' });
    await t.jobs.tick('registry.mandates');
    expect(await stateOf(mandate.id)).toBe('expired');
  });
});

describe('a yes that could not be carried out', () => {
  it('says why in the three languages, to her and to the agent', async () => {
    const { who, email, artisanId } = await given();
    const { id } = await ask(artisanId);
    expect(await consents.answer(who, { id, yes: true, code: await codeTo(email) })).toMatchObject({
      state: 'failed', failure: 'PIECE_GONE', failureWords: { en: 'The piece is gone.', fr: 'La pièce n’est plus là.', ar: 'القطعة لم تعد موجودة.' },
    });
    expect((await letters('agent@example.ma'))[0]!.body).toContain('La pièce n’est plus là.');
  });

  it('is asked of her ten times a day at most, however many at the same moment', async () => {
    const { artisanId } = await given();
    const all = await Promise.allSettled(Array.from({ length: 14 }, () => ask(artisanId)));
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  });
});
