import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { cells, extractOf } from '../extract/register.fixtures.js';
import { MandatesService, registryRoom, RegisterImport, RegistryService } from '../index.js';
import { BankDetails } from './bank-details.port.js';
import { ClaimPapersService } from './claim-papers.service.js';
import { ClaimsQueries } from './claims.queries.js';
import { MandatesQueries } from '../mandates/mandates.queries.js';
import { ClaimsService, type Claim } from './claims.service.js';
import { UndoneClaimsService } from './undone-claims.service.js';

let t: TestHouse;
let claims: ClaimsService;
let undone: UndoneClaimsService;
let registry: RegistryService;
let people = 0;
const setAside: string[] = [];
const CARD = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(100)]);
const chamber = (region = 'MA-03', accountId = newId()): Actor => actor('officer', { accountId, name: `Officer of ${region}`, memberships: [{ kind: 'chamber', organisationId: region }] });
const officer = chamber();

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
  claims = t.get(ClaimsService);
  undone = t.get(UndoneClaimsService);
  registry = t.get(RegistryService);
  const nothing = (): Promise<void> => Promise.resolve();
  t.get(BankDetails).keptBy({ keep: () => Promise.resolve('011 … 4921'), adopt: nothing, forget: nothing, setAside: (_, artisanId) => Promise.resolve(void setAside.push(artisanId)) });
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

async function entry(): Promise<string> {
  const identifier = `U${++people}`;
  await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
  return identifier;
}
async function submitted(identifier: string): Promise<{ who: Actor; email: string; claim: Claim }> {
  const email = `u${++people}@example.ma`;
  const accountId = await t.get(IdentityService).createPerson({ email, password: 'a long password', name: 'Fatima', locale: 'fr' });
  await t.db.read(`update identity."user" set "emailVerified" = true where id = $1`, [accountId]);
  const who = actor('buyer', { accountId, name: 'Fatima' });
  const { id } = await claims.open(who, { id: newId(), identifier, birthYear: 1978 });
  await claims.answer(who, { claimId: id, answers: [{ item: 'terms', accepted: true }, { item: 'privacy', accepted: true }, { item: 'address', text: 'Derb 3' }] });
  await t.get(ClaimPapersService).add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD);
  return { who, email, claim: await claims.submit(who, id) };
}
async function approved(): Promise<{ who: Actor; email: string; claim: Claim; identifier: string }> {
  const identifier = await entry();
  const asked = await submitted(identifier);
  return { ...asked, identifier, claim: await claims.decide(officer, { claimId: asked.claim.id, verdict: 'approve' }) };
}
const asNow = (who: Actor): Promise<Actor> => t.get(IdentityService).actorFor(who.accountId!, 'Fatima', 'fr');
const undo = (by: Actor, { id }: Claim, reason = 'A namesake of the same year'): Promise<Claim> => undone.undo(by, { claimId: id, reason });
const lastLetter = async (to: string): Promise<{ subject: string; body: string } | undefined> => (await t.db.read<{ subject: string; body: string }>('select subject, body from platform.mail where recipient = $1 order by id desc limit 1', [to]))[0];

describe('an approval given to the wrong person', () => {
  it('is undone: the account loses the entry at once, nobody sells under it, and the letter says why', async () => {
    const { who, email, claim } = await approved();
    expect(await asNow(who)).toMatchObject({ artisanId: claim.artisanId, roles: ['buyer', 'artisan'] });
    expect(await registry.maySell(claim.artisanId)).toBe(true);

    expect(await undo(officer, claim)).toMatchObject({ state: 'undone', decisionReason: 'A namesake of the same year' });

    expect(await asNow(who)).toMatchObject({ artisanId: null, roles: ['buyer'] });
    expect(await registry.maySell(claim.artisanId)).toBe(false);
    await expect(registry.maker(claim.artisanId)).rejects.toMatchObject({ code: 'ARTISAN_NOT_FOUND' });
    await t.db.write(SYSTEM, async (tx) => expect((await registry.sellersAmong(tx, [claim.artisanId])).size).toBe(0));
    expect(setAside).toContain(claim.artisanId);
    const letter = await lastLetter(email);
    expect(letter).toMatchObject({ subject: 'Une inscription n’est plus rattachée à votre compte' });
    expect(letter!.body).toContain('A namesake of the same year');
    expect(letter!.body).toContain('Fès-Meknès');
    expect((await t.get(ClaimsQueries).steps(claim)).at(-1)).toMatchObject({ verb: 'undo', actorName: 'Officer of MA-03', reason: 'A namesake of the same year' });
    expect(await t.db.read(`select payload from platform.outbox where name = 'EntryTakenBack' and payload->>'claimId' = $1`, [claim.id])).toEqual([{ payload: { artisanId: claim.artisanId, claimId: claim.id, accountId: who.accountId } }]);
    expect(await t.db.read(`select action from platform.audit where subject_id = $1 and action = 'claim.undo'`, [claim.id])).toHaveLength(1);
  });

  it('ends the mandates given from that account, and tells their agents', async () => {
    const { who, email, claim } = await approved();
    const agentEmail = `agent${++people}@example.ma`;
    const agent = { ...chamber(), accountId: await t.get(IdentityService).createPerson({ email: agentEmail, password: 'a long password', name: 'Agent', locale: 'en' }) };
    const mandates = t.get(MandatesService);
    const offer = { artisanId: claim.artisanId, agentKind: 'chamber', agentId: 'MA-03', acts: ['listing.save', 'price'], validUntil: '2027-03-01' } as const;
    const live = await mandates.propose(agent, { ...offer, id: newId(), acts: [...offer.acts] });
    await mandates.confirm(await asNow(who), { mandateId: live.id, code: /: (\d{6})/.exec((await lastLetter(email))!.body)![1]! });
    const asked = await mandates.propose(agent, { ...offer, id: newId(), acts: [...offer.acts] });
    await undo(officer, claim);
    expect([(await t.get(MandatesQueries).one(agent, live.id)).state, (await t.get(MandatesQueries).one(agent, asked.id)).state]).toEqual(['expired', 'expired']);
    await t.db.write(agent, async (tx) => expect(await mandates.allowing(tx, claim.artisanId, 'listing.save')).toBeNull());
    expect((await lastLetter(agentEmail))!.body).toContain('has ended');
  });

  it('is for the officers of the entry’s region alone, wherever it has moved, and never for its own holder', async () => {
    const { who, claim, identifier } = await approved();
    const stranger = (await submitted(await entry())).who;
    for (const nobody of [chamber('MA-09'), stranger, actor('desk'), actor('cluster')]) await expect(undo(nobody, claim)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    await expect(undo({ ...officer, accountId: who.accountId }, claim)).rejects.toMatchObject({ code: 'CLAIM_OWN' });
    await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier, region: 'MA-08', province: 'Ouarzazate', chamber: 'MA-08' })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    await expect(undo(officer, claim)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    expect(await claims.one(chamber('MA-08'), claim.id)).toMatchObject({ state: 'approved', regionCode: 'MA-08' });
    expect(await undo(chamber('MA-08'), claim)).toMatchObject({ state: 'undone' });
  });

  it('may be undone by the administration, with a reason', async () => {
    const { claim } = await approved();
    await expect(undo(actor('admin'), claim, ' ')).rejects.toMatchObject({ code: 'TEXT_EMPTY' });
    expect(await undo(actor('admin'), claim)).toMatchObject({ state: 'undone' });
  });

  it('is undone once: sent again it is the same, and a second officer is told', async () => {
    const { claim } = await approved();
    const both = await Promise.allSettled([undo(officer, claim, 'One'), undo(chamber(), claim, 'Two')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'CLAIM_MOVED', params: { state: 'undone' } } });
    const steps = async (): Promise<number> => (await t.get(ClaimsQueries).steps(claim)).filter(({ verb }) => verb === 'undo').length;
    expect(await steps()).toBe(1);
    const other = await approved();
    await undo(officer, other.claim);
    expect(await undo(officer, other.claim)).toMatchObject({ state: 'undone' });
    expect(await t.db.read(`select 1 from platform.outbox where name = 'EntryTakenBack' and payload->>'claimId' = $1`, [other.claim.id])).toHaveLength(1);
  });

  it('undoes nothing but an approval', async () => {
    const { claim } = await submitted(await entry());
    await expect(undo(officer, claim)).rejects.toMatchObject({ code: 'CLAIM_MOVED', params: { state: 'submitted' } });
  });
});

describe('the entry, once its wrong approval is undone', () => {
  it('is given to the right person, who may sell, and not by a standing alone', async () => {
    const wrong = await approved();
    const right = await submitted(wrong.identifier);
    await expect(claims.decide(officer, { claimId: right.claim.id, verdict: 'approve' })).rejects.toMatchObject({ code: 'IDENTITY_ARTISAN_TAKEN' });
    await undo(officer, wrong.claim);
    const { artisanId } = wrong.claim;
    await registry.setStanding(officer, { id: newId(), artisanId, from: 'registered', to: 'suspended', why: 'x' });
    await registry.setStanding(officer, { id: newId(), artisanId, from: 'suspended', to: 'registered', why: 'x' });
    expect(await registry.maySell(artisanId)).toBe(false);
    expect(await t.db.read(`select payload->>'maySell' as may from platform.outbox where name = 'StandingChanged' and payload->>'artisanId' = $1 order by id desc limit 1`, [artisanId])).toEqual([{ may: 'false' }]);
    await claims.decide(officer, { claimId: right.claim.id, verdict: 'approve' });
    expect(await registry.maySell(artisanId)).toBe(true);
    expect(await asNow(right.who)).toMatchObject({ artisanId });
    expect(await asNow(wrong.who)).toMatchObject({ artisanId: null });
    // The account that lost it may look for the entry that is its own.
    const own = await entry();
    expect(await claims.open(wrong.who, { id: newId(), identifier: own, birthYear: 1978 })).toMatchObject({ state: 'open' });
  });
});

describe('an approval', () => {
  it('announces an end that was announced before anybody held the entry', async () => {
    const identifier = await entry();
    const { claim, email } = await submitted(identifier);
    await t.db.read(`update registry.artisan set valid_until = '2026-12-10' where id = $1`, [claim.artisanId]);
    await t.jobs.tick('registry.notice');
    await claims.decide(officer, { claimId: claim.id, verdict: 'approve' });
    await t.jobs.tick('registry.notice');
    await t.jobs.tick('registry.notice');
    expect(await t.db.read(`select subject from platform.mail where recipient = $1 and subject like '%prend fin%'`, [email])).toEqual([{ subject: 'Votre inscription prend fin le 10 décembre 2026' }]);
  });

  it('gives one account one entry, though two requests were begun at the same moment', async () => {
    const first = await approved();
    const second = await submitted(await entry());
    await t.db.read('update registry.claim set account_id = $2 where id = $1', [second.claim.id, first.who.accountId]);
    await expect(claims.decide(officer, { claimId: second.claim.id, verdict: 'approve' })).rejects.toMatchObject({ code: 'CLAIM_ACCOUNT_TAKEN' });
    await undo(officer, first.claim);
    expect(await claims.decide(officer, { claimId: second.claim.id, verdict: 'approve' })).toMatchObject({ state: 'approved' });
  });
});
