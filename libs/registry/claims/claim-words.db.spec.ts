import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor, type DomainError } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { cells, extractOf } from '../extract/register.fixtures.js';
import { registryRoom, RegisterImport, RegistryService } from '../index.js';
import { ChecklistService } from './checklist.service.js';
import { ClaimPapersService } from './claim-papers.service.js';
import { ClaimsService, type Claim } from './claims.service.js';

let t: TestHouse;
let claims: ClaimsService;
let people = 0;
let officer: Actor;
const CARD = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(100)]);

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
  claims = t.get(ClaimsService);
  const identity = t.get(IdentityService);
  const accountId = await identity.createPerson({ email: 'officer@example.ma', password: 'a long password', name: 'Driss Alami', locale: 'fr' });
  const chamber = { kind: 'chamber', organisationId: 'MA-03' } as const;
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, accountId, { role: 'officer', organisation: chamber }));
  officer = actor('officer', { accountId, name: 'Driss Alami', memberships: [chamber] });
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

async function opened(status = 'inscrit'): Promise<{ who: Actor; email: string; claim: Claim }> {
  const [identifier, email] = [`W${++people}`, `w${people}@example.ma`];
  await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier, status })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
  const accountId = await t.get(IdentityService).createPerson({ email, password: 'a long password', name: 'Fatima', locale: 'ar' });
  const who = actor('buyer', { accountId, name: 'Fatima', locale: 'ar' });
  return { who, email, claim: await claims.open(who, { id: newId(), identifier, birthYear: 1978 }) };
}
async function handedIn(status?: string): Promise<{ who: Actor; email: string; claim: Claim }> {
  const { who, email, claim } = await opened(status);
  await t.db.read(`update identity."user" set "emailVerified" = true where id = $1`, [who.accountId]);
  await claims.answer(who, { claimId: claim.id, answers: [{ item: 'terms', accepted: true }, { item: 'privacy', accepted: true }, { item: 'address', text: 'Derb 3' }] });
  await t.get(ClaimPapersService).add(who, { id: newId(), claimId: claim.id, item: 'identity-card' }, CARD);
  return { who, email, claim: await claims.submit(who, claim.id) };
}
const refusalOf = (work: Promise<unknown>): Promise<DomainError> => work.then(() => Promise.reject(new Error('was not refused')), (error: DomainError) => error);
const letters = (recipient: string): Promise<{ subject: string; body: string }[]> => t.db.read('select subject, body from platform.mail where recipient = $1 order by id desc', [recipient]);

describe('what a request is refused for', () => {
  it('names the missing lines by their words, and the first of them as the field', async () => {
    const { who, claim } = await opened();
    const refusal = await refusalOf(claims.submit(who, claim.id));
    expect(refusal).toMatchObject({ code: 'CLAIM_INCOMPLETE', field: 'terms' });
    expect(refusal.say('ar')).toContain('أقبل شروط الدار، يمكن عرض معطياتي');
    expect(refusal.say('fr')).toContain('Carte nationale d’identité');
    expect(refusal.say('fr')).not.toContain('identity-card');
  });

  it('names a state by its word in each language', async () => {
    const { claim } = await opened();
    const refusal = await refusalOf(claims.decide(officer, { claimId: claim.id, verdict: 'approve' }));
    expect(refusal).toMatchObject({ code: 'CLAIM_MOVED', params: { state: 'open' } });
    expect([refusal.say('fr'), refusal.say('ar')]).toEqual(['Cette demande est maintenant « pas encore remise ». Revérifiez avant de décider.', 'حالة هذا الطلب الآن: «لم يُسلَّم بعد». راجع قبل القرار.']);
    const standing = await refusalOf(t.get(RegistryService).setStanding(officer, { id: newId(), artisanId: claim.artisanId, from: 'suspended', to: 'registered', why: 'x' }));
    expect(standing.say('ar')).toContain('«مسجّل»');
    const act = await refusalOf(t.get(RegistryService).setStanding(officer, { id: newId(), artisanId: claim.artisanId, from: 'registered', to: 'pre_registered', why: 'x' }));
    expect(act.say('fr')).toBe('On ne passe pas directement de « inscrit » à « préinscrit ».');
    expect((await refusalOf(t.get(RegistryService).setStanding(officer, { id: newId(), artisanId: claim.artisanId, from: 'registered', to: 'suspended', why: 'x', validUntil: '2027-01-01' }))).say('ar')).toMatch(/«مسجّل»/);
  });

  it('asks for a year of four digits', async () => {
    const { who } = await opened();
    await expect(claims.find(who, { identifier: 'W1', birthYear: 78 })).rejects.toMatchObject({ code: 'CLAIM_YEAR_WRONG', field: 'input.birthYear' });
  });
});

describe('finding oneself', () => {
  it('ends after twenty tries an hour, also when they come at the same moment', async () => {
    const { who } = await opened();
    const all = await Promise.allSettled(Array.from({ length: 30 }, () => claims.find(who, { identifier: 'W1', birthYear: 1978 })));
    // Opening her own request was the first of them.
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(19);
  });
});

describe('a request that came back', () => {
  it('forgets the reason once it is handed in again, and keeps it in the history', async () => {
    const { who, claim } = await handedIn();
    await claims.decide(officer, { claimId: claim.id, verdict: 'return', reason: 'Blurred' });
    expect(await claims.submit(who, claim.id)).toMatchObject({ state: 'submitted', decisionReason: null });
    expect(await t.db.read(`select reason from registry.claim_step where claim_id = $1 and verb = 'return'`, [claim.id])).toEqual([{ reason: 'Blurred' }]);
  });

  it('can be spared a line that the checklist gained meanwhile', async () => {
    const { who, claim } = await handedIn();
    await claims.decide(officer, { claimId: claim.id, verdict: 'return', reason: 'Blurred' });
    t.clock.advance(86_400_000);
    await t.get(ChecklistService).save(actor('admin'), { code: 'insurance', kind: 'text', en: 'Insurance', fr: 'Assurance', ar: 'التأمين', required: true, position: 8 });
    await expect(claims.submit(who, claim.id)).rejects.toMatchObject({ code: 'CLAIM_INCOMPLETE', params: { items: 'insurance' } });
    await claims.waive(officer, { claimId: claim.id, item: 'insurance', reason: 'Seen at the counter' });
    expect(await claims.submit(who, claim.id)).toMatchObject({ state: 'submitted' });
    await t.db.read(`delete from registry.claim_item where code = 'insurance'`);
  });
});

describe('an approval', () => {
  it('of somebody who may not sell yet does not say that she may', async () => {
    const { email, claim } = await handedIn('pré-inscrit');
    await claims.decide(officer, { claimId: claim.id, verdict: 'approve' });
    const [letter] = await letters(email);
    expect(letter!.body).toContain('وضعيتك «مسجّل مسبقاً»');
    expect(letter!.body).not.toContain('يمكنك الآن عرض قطعك للبيع');
  });
});

describe('a request past its deadline', () => {
  beforeEach(() => t.db.read(`update registry.claim set state = 'withdrawn' where state = 'submitted'`));

  it('stays in the queue, and is told once to its chamber and to the person who waits', async () => {
    const { who, email, claim } = await handedIn();
    await t.jobs.tick('registry.late-claims');
    expect(await letters('officer@example.ma')).toEqual([]);
    t.clock.set(new Date(claim.dueAt!.getTime() + 1000));
    await t.jobs.tick('registry.late-claims');
    await t.jobs.tick('registry.late-claims');
    expect((await letters('officer@example.ma')).filter(({ body }) => body.includes('4 décembre 2026'))).toHaveLength(1);
    expect((await letters(email))[0]).toMatchObject({ subject: 'تأخر طلبك لدى الغرفة', body: expect.stringContaining('فاس-مكناس') as string });
    expect(await claims.one(who, claim.id)).toMatchObject({ state: 'submitted' });
  });

  it('handed in again has a new deadline, and may be late again', async () => {
    const { who, email, claim } = await handedIn();
    t.clock.set(new Date(claim.dueAt!.getTime() + 1000));
    await t.jobs.tick('registry.late-claims');
    await claims.decide(officer, { claimId: claim.id, verdict: 'return', reason: 'Blurred' });
    const again = await claims.submit(who, claim.id);
    t.clock.set(new Date(again.dueAt!.getTime() + 1000));
    await t.jobs.tick('registry.late-claims');
    expect((await letters(email)).filter(({ subject }) => subject === 'تأخر طلبك لدى الغرفة')).toHaveLength(2);
  });
});
