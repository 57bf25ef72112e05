import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { registryRoom, RegisterImport } from '../index.js';
import { cells, extractOf } from '../extract/register.fixtures.js';
import { ClaimPapersService } from './claim-papers.service.js';
import { ChecklistService } from './checklist.service.js';
import { claimLifecycle } from './claim.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimsService, type Claim } from './claims.service.js';

let t: TestHouse;
let claims: ClaimsService;
let queries: ClaimsQueries;
let papers: ClaimPapersService;
let people = 0;
const CARD = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(100)]);
const officer = (region = 'MA-03'): Actor => actor('officer', { name: `Officer of ${region}`, memberships: [{ kind: 'chamber', organisationId: region }] });

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
  claims = t.get(ClaimsService);
  queries = t.get(ClaimsQueries);
  papers = t.get(ClaimPapersService);
});
afterAll(() => t.close());

/** A new account, and a new register entry that is hers. */
async function person(): Promise<{ who: Actor; identifier: string }> {
  const identifier = `P${++people}`;
  await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
  const accountId = await t.get(IdentityService).createPerson({ email: `p${people}@example.ma`, password: 'a long password', name: 'Fatima', locale: 'fr' });
  return { who: actor('buyer', { accountId, name: 'Fatima' }), identifier };
}

const ANSWERS = [{ item: 'terms', accepted: true }, { item: 'privacy', accepted: true }, { item: 'address', text: 'Derb 3, Sefrou' }];
const reachable = (who: Actor): Promise<unknown> => t.db.read(`update identity."user" set "emailVerified" = true where id = $1`, [who.accountId]);
const open = (who: Actor, identifier: string): Promise<Claim> => claims.open(who, { id: newId(), identifier, birthYear: 1978 });
async function submitted(): Promise<{ who: Actor; identifier: string; claim: Claim }> {
  const { who, identifier } = await person();
  const { id } = await open(who, identifier);
  await reachable(who);
  await claims.answer(who, { claimId: id, answers: ANSWERS });
  await papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD);
  return { who, identifier, claim: await claims.submit(who, id) };
}

describe('claiming an entry', () => {
  it('goes from the card to the account standing for the artisan', async () => {
    const { who, claim } = await submitted();
    expect(claim).toMatchObject({ state: 'submitted', regionCode: 'MA-03', dueAt: new Date(TODAY.getTime() + 10 * 86_400_000) });
    expect((await queries.queue(officer(), {}, 100, null)).nodes.map((one) => one.id)).toContain(claim.id);
    expect(await claims.decide(officer(), { claimId: claim.id, verdict: 'approve' })).toMatchObject({ state: 'approved' });
    expect(await t.get(IdentityService).actorFor(who.accountId!, 'Fatima', 'fr')).toMatchObject({ roles: ['buyer', 'artisan'], artisanId: claim.artisanId });
    expect(await t.db.read('select recipient, subject from platform.mail order by at desc, id desc limit 1')).toMatchObject([{ subject: 'Votre inscription est confirmée' }]);
    expect(await queries.steps(claim)).toMatchObject([{ verb: 'open' }, { verb: 'submit' }, { verb: 'approve', actorName: 'Officer of MA-03' }]);
    await expect(t.db.read('delete from registry.claim_step')).rejects.toThrow('keeps every row');
  });

  it('is open to a cooperative, by the year of its registration', async () => {
    const { who } = await person();
    const identifier = `COOP${people}`;
    const row = { identifier, category: 'coopérative', sex: '', birth_year: '', registered_on: '2021-06-01' };
    await t.get(RegisterImport).run(SYSTEM, extractOf(cells(row)), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    await expect(open(who, identifier)).rejects.toMatchObject({ code: 'CLAIM_ENTRY_NOT_FOUND' });
    expect(await claims.open(who, { id: newId(), identifier, birthYear: 2021 })).toMatchObject({ state: 'open' });
  });

  it('sent back with a reason is completed and submitted again', async () => {
    const { who, claim } = await submitted();
    await expect(claims.decide(officer(), { claimId: claim.id, verdict: 'return' })).rejects.toMatchObject({ code: 'CLAIM_REASON_MISSING' });
    await claims.decide(officer(), { claimId: claim.id, verdict: 'return', reason: 'The card is blurred $& \u202E' });
    expect(await queries.mine(who)).toMatchObject({ state: 'returned', decisionReason: 'The card is blurred $&' });
    expect(await t.db.read('select body from platform.mail order by at desc, id desc limit 1')).toMatchObject([{ body: expect.stringContaining('The card is blurred $&') as string }]);
    await papers.add(who, { id: newId(), claimId: claim.id, item: 'identity-card' }, CARD);
    expect(await claims.submit(who, claim.id)).toMatchObject({ state: 'submitted' });
  });

  it('says what is missing', async () => {
    const { who, identifier } = await person();
    const { id } = await open(who, identifier);
    await expect(claims.submit(who, id)).rejects.toMatchObject({ code: 'CLAIM_INCOMPLETE', params: { items: 'terms, privacy, contact, address, identity-card' } });
    await claims.answer(who, { claimId: id, answers: ANSWERS });
    await claims.answer(who, { claimId: id, answers: [{ item: 'terms', accepted: false }] });
    await expect(claims.submit(who, id)).rejects.toMatchObject({ params: { items: 'terms, contact, identity-card' } });
  });

  it('is not there for an officer of another region, or for another person', async () => {
    const { claim } = await submitted();
    const stranger = (await person()).who;
    for (const attempt of [
      claims.decide(officer('MA-09'), { claimId: claim.id, verdict: 'approve' }),
      claims.one(officer('MA-09'), claim.id),
      claims.one(stranger, claim.id),
      claims.submit(stranger, claim.id),
      claims.answer(stranger, { claimId: claim.id, answers: [] }),
      claims.withdraw(stranger, claim.id),
      papers.add(officer(), { id: newId(), claimId: claim.id, item: 'identity-card' }, CARD),
    ]) await expect(attempt).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    expect((await queries.queue(officer('MA-09'), {}, 100, null)).nodes).toEqual([]);
  });

  it('shows an officer what was sent, and nothing that comes after', async () => {
    const { who, identifier } = await person();
    const claim = await open(who, identifier);
    const { id } = claim;
    await reachable(who);
    await claims.answer(who, { claimId: id, answers: ANSWERS });
    await papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD);
    await Promise.allSettled([claims.submit(who, id), ...Array.from({ length: 4 }, () => papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD))]);
    const seen = await queries.papers(claim);
    await expect(papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD)).rejects.toMatchObject({ code: 'CLAIM_MOVED' });
    expect(await queries.papers(claim)).toEqual(seen);
    const trail = await t.db.read<{ action: string; detail: object }>('select action, detail from platform.audit where subject_id = $1', [id]);
    expect(trail.filter((row) => row.action === 'claim.paper')).toHaveLength(seen.length);
    expect(trail.find((row) => row.action === 'claim.answer')?.detail).toEqual({ items: ['terms', 'privacy', 'address'] });
  });

  it('shows twenty papers at most, and the same one again is the same', async () => {
    const { who, identifier } = await person();
    const { id } = await open(who, identifier);
    const ids = Array.from({ length: 20 }, () => newId());
    for (const paper of ids) await papers.add(who, { id: paper, claimId: id, item: 'identity-card' }, CARD);
    expect(await papers.add(who, { id: ids[0]!, claimId: id, item: 'identity-card' }, CARD)).toMatchObject({ id: ids[0] });
    await expect(papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD)).rejects.toMatchObject({ code: 'CLAIM_PAPERS_MANY' });
  });

  it('follows its entry to another region', async () => {
    const { claim, identifier } = await submitted();
    const moved = cells({ identifier, region: 'MA-08', province: 'Ouarzazate', chamber: 'MA-08' });
    await t.get(RegisterImport).run(SYSTEM, extractOf(moved), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    await expect(claims.decide(officer('MA-03'), { claimId: claim.id, verdict: 'approve' })).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    expect(await claims.decide(officer('MA-08'), { claimId: claim.id, verdict: 'approve' })).toMatchObject({ state: 'approved', regionCode: 'MA-08' });
  });

  it('is decided once when two officers decide at once', async () => {
    const { claim } = await submitted();
    const both = await Promise.allSettled([
      claims.decide(officer(), { claimId: claim.id, verdict: 'approve' }),
      claims.decide(officer(), { claimId: claim.id, verdict: 'refuse', reason: 'Somebody else' }),
    ]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'CLAIM_MOVED' } });
  });

  it('gives an entry to one account only, and no officer decides on herself', async () => {
    const first = await submitted();
    const { who } = await person();
    const { id } = await open(who, first.identifier);
    await reachable(who);
    await claims.answer(who, { claimId: id, answers: ANSWERS });
    await papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, CARD);
    await claims.submit(who, id);
    await claims.decide(officer(), { claimId: first.claim.id, verdict: 'approve' });
    await expect(claims.decide(officer(), { claimId: id, verdict: 'approve' })).rejects.toMatchObject({ code: 'IDENTITY_ARTISAN_TAKEN' });
    expect(await claims.one(who, id)).toMatchObject({ state: 'submitted' });
    await expect(claims.decide({ ...officer(), accountId: who.accountId }, { claimId: id, verdict: 'approve' })).rejects.toMatchObject({ code: 'CLAIM_OWN' });
  });

  it('takes one open request per account, and the same request twice as one', async () => {
    const { who, identifier } = await person();
    const input = { id: newId(), identifier, birthYear: 1978 };
    await claims.open(who, input);
    expect(await claims.open(who, input)).toMatchObject({ id: input.id });
    await expect(open(who, identifier)).rejects.toMatchObject({ code: 'CLAIM_ANOTHER_OPEN' });
    await claims.withdraw(who, input.id);
    expect(await open(who, identifier)).toMatchObject({ state: 'open' });
  });

  it('needs an account, the card, and the year of birth; guessing ends after twenty tries', async () => {
    const { who, identifier } = await person();
    await expect(claims.find(actor('buyer'), { identifier, birthYear: 1978 })).rejects.toMatchObject({ code: 'CLAIM_NEEDS_ACCOUNT' });
    await expect(claims.find(who, { identifier, birthYear: 1979 })).rejects.toMatchObject({ code: 'CLAIM_ENTRY_NOT_FOUND' });
    for (let i = 1; i < 20; i++) await claims.find(who, { identifier, birthYear: 1978 });
    await expect(claims.find(who, { identifier, birthYear: 1978 })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  });

  it.each<[string, Buffer]>([
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['nothing', Buffer.alloc(0)],
    ['words', Buffer.from('my card')],
    ['11 MB', Buffer.concat([CARD, Buffer.alloc(11 * 1024 * 1024)])],
  ])('takes no %s for a card', async (_what, bytes) => {
    const { who, identifier } = await person();
    const { id } = await open(who, identifier);
    await expect(papers.add(who, { id: newId(), claimId: id, item: 'identity-card' }, bytes)).rejects.toMatchObject({ code: 'CLAIM_PAPER_UNREADABLE' });
    await expect(papers.add(who, { id: newId(), claimId: id, item: 'terms' }, CARD)).rejects.toMatchObject({ code: 'CLAIM_ITEM_UNKNOWN' });
  });

  it('shows its papers to the holder and her chamber alone', async () => {
    const { who, claim } = await submitted();
    const [paper] = await queries.papers(claim);
    for (const reader of [who, officer()]) expect((await papers.read(reader, paper!.id)).bytes.equals(CARD)).toBe(true);
    for (const stranger of [officer('MA-09'), actor('buyer'), actor('desk'), actor('inspector')]) await expect(papers.read(stranger, paper!.id)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
  });

  it.each(claimLifecycle.states)('in the state %s moves only as the law of the house says', (state) => {
    const legal: Record<string, string[]> = { open: ['submit', 'withdraw'], submitted: ['approve', 'return', 'refuse', 'withdraw'], returned: ['submit', 'withdraw'], approved: ['undo'], refused: [], withdrawn: [], undone: [] };
    expect(claimLifecycle.verbs(state)).toEqual(legal[state]);
  });
});

describe('many claims at once', () => {
  it('are decided each by itself: what fails says why, the rest stands', async () => {
    const [one, two, three] = [await submitted(), await submitted(), await submitted()];
    await claims.withdraw(three.who, three.claim.id);
    const ids = [one.claim.id, two.claim.id, three.claim.id, one.claim.id, newId()];
    const outcomes = await claims.decideMany({ ...officer(), locale: 'ar' }, { claimIds: ids, verdict: 'return', reason: 'Send the other side of the card' });
    expect(outcomes).toMatchObject([{ state: 'returned' }, { state: 'returned' }, { state: null, code: 'CLAIM_MOVED', message: expect.stringMatching(/[\u0600-\u06FF]/) as string }, { code: 'CLAIM_NOT_FOUND' }]);
    for (const { claim } of [one, two]) expect((await queries.steps(claim)).at(-1)).toMatchObject({ verb: 'return', actorName: 'Officer of MA-03', reason: 'Send the other side of the card' });
  });

  it('of another region are not there, and a refusal needs its reason', async () => {
    const { claim } = await submitted();
    expect(await claims.decideMany(officer('MA-09'), { claimIds: [claim.id], verdict: 'approve' })).toMatchObject([{ code: 'CLAIM_NOT_FOUND' }]);
    await expect(claims.decideMany(officer(), { claimIds: [claim.id], verdict: 'refuse' })).rejects.toMatchObject({ code: 'CLAIM_REASON_MISSING' });
    await expect(claims.decideMany(officer(), { claimIds: [], verdict: 'approve' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });

  it('decided by two officers at once are decided once each', async () => {
    const all = [await submitted(), await submitted(), await submitted()];
    const claimIds = all.map(({ claim }) => claim.id);
    const both = await Promise.all([claims.decideMany(officer(), { claimIds, verdict: 'approve' }), claims.decideMany(officer(), { claimIds: [...claimIds].reverse(), verdict: 'refuse', reason: 'No' })]);
    for (const id of claimIds) expect(both.flat().filter((outcome) => outcome.claimId === id && outcome.state !== null)).toHaveLength(1);
  });
});

describe('the queue of a region', () => {
  it('shows what is past its deadline apart, and either end of it first', async () => {
    const waiting = (await queries.queue(officer(), {}, 100, null)).nodes;
    const ids = waiting.map(({ id }) => id);
    expect((await queries.queue(officer(), { latest: true }, 100, null)).nodes.map(({ id }) => id)).toEqual([...ids].reverse());
    expect((await queries.queue(officer(), { overdue: true }, 100, null)).nodes).toEqual([]);
    t.clock.set(new Date(TODAY.getTime() + 11 * 86_400_000));
    expect((await queries.queue(officer(), { overdue: true }, 100, null)).nodes.map(({ id }) => id)).toEqual(ids);
    expect((await queries.queue(officer(), { overdue: false }, 100, null)).nodes).toEqual([]);
    t.clock.set(TODAY);
    // What stands beside the lines is read once for the page, and is each line's own.
    const entries = waiting.map(({ entry }) => entry);
    expect(entries.map(({ id }) => id)).toEqual(waiting.map(({ artisanId }) => artisanId));
    expect((await queries.steps(waiting[0]!)).map(({ verb }) => verb)).toContain('submit');
  });
});

describe('the history of a region', () => {
  it('keeps every claim in any state, the latest first, page by page', async () => {
    const [refused, open] = [await submitted(), await submitted()];
    await claims.decide(officer(), { claimId: refused.claim.id, verdict: 'refuse', reason: 'Another person' });
    expect((await queries.history(officer(), { artisanId: refused.claim.artisanId }, 10, null)).nodes).toMatchObject([{ id: refused.claim.id, state: 'refused', decisionReason: 'Another person' }]);
    for (const none of ['', 'yesterday', '2026-02-30']) await expect(queries.history(officer(), { from: none }, 10, null)).rejects.toMatchObject({ code: 'INPUT_INVALID', field: 'openedFrom' });
    const states = async (state: 'refused' | 'submitted'): Promise<string[]> => (await queries.history(officer(), { state }, 100, null)).nodes.map(({ id }) => id);
    expect(await states('refused')).toContain(refused.claim.id);
    expect(await states('submitted')).toContain(open.claim.id);
    expect(await states('submitted')).not.toContain(refused.claim.id);
    const all = (await queries.history(officer(), {}, 100, null)).nodes.map(({ id }) => id);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page = await queries.history(officer(), {}, 7, after);
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.endCursor;
      more = page.hasNextPage;
    }
    expect(seen).toEqual(all);
    expect((await queries.history(officer('MA-09'), {}, 100, null)).nodes).toEqual([]);
    const both = (await queries.history(actor('officer', { memberships: ['MA-03', 'MA-09'].map((organisationId) => ({ kind: 'chamber', organisationId })) }), {}, 100, null)).nodes;
    expect(both.map(({ id }) => id)).toEqual(all);
    expect((await queries.history(actor('admin'), { oldest: true }, 100, null)).nodes.filter(({ regionCode }) => regionCode === 'MA-03').map(({ id }) => id)).toEqual([...all].reverse());
    expect((await queries.history(officer(), { from: '2026-11-25' }, 100, null)).nodes).toEqual([]);
    expect((await queries.history(officer(), { from: '2026-11-24', until: '2026-11-24' }, 100, null)).nodes.map(({ id }) => id)).toEqual(all);
    await expect(queries.history(officer(), { until: 'tomorrow' }, 10, null)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(queries.history(officer(), {}, 10, 'bm90IG91cnM')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    expect((await queries.history(officer(), { artisanId: 'x' }, 10, null)).nodes).toEqual([]);
  });
});

describe('a line of the checklist', () => {
  it('is waived by an officer of the region, with the reason on the record', async () => {
    const { who, identifier } = await person();
    const claim = await open(who, identifier);
    const { id } = claim;
    await reachable(who);
    await claims.answer(who, { claimId: id, answers: ANSWERS });
    await expect(claims.submit(who, id)).rejects.toMatchObject({ params: { items: 'identity-card' } });
    const waive = (by: Actor, item = 'identity-card'): Promise<Claim> => claims.waive(by, { claimId: id, item, reason: 'Known at the counter since 1998' });
    for (const other of [officer('MA-09'), who, actor('desk')]) await expect(waive(other)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    await expect(waive(officer(), 'nothing')).rejects.toMatchObject({ code: 'CLAIM_ITEM_UNKNOWN' });
    await expect(waive({ ...officer(), accountId: who.accountId })).rejects.toMatchObject({ code: 'CLAIM_OWN' });
    await waive(officer());
    await waive(officer());
    expect(await queries.waivers(claim)).toMatchObject([{ item: 'identity-card', reason: 'Known at the counter since 1998', actorName: 'Officer of MA-03' }]);
    expect(await claims.submit(who, id)).toMatchObject({ state: 'submitted' });
    await claims.decide(officer(), { claimId: id, verdict: 'approve' });
    await expect(waive(officer(), 'terms')).rejects.toMatchObject({ code: 'CLAIM_WAIVER_REFUSED' });
    await expect(t.db.read('delete from registry.claim_waiver')).rejects.toThrow('keeps every row');
  });

  it('is composed by the operator, day by day, and leaves yesterday as it was', async () => {
    const checklist = t.get(ChecklistService);
    const operator = actor('admin');
    const line = { code: 'insurance', kind: 'document' as const, en: 'Insurance', fr: 'Assurance', ar: 'التأمين', required: true, position: 9 };
    const asked = async (day: string): Promise<string[]> => (await checklist.items(new Date(`${day}T12:00:00Z`))).map((item) => `${item.code}${item.required ? '' : '?'}`);
    await checklist.save(operator, { ...line, validFrom: '2026-12-01' });
    expect(await asked('2026-11-30')).not.toContain('insurance');
    expect(await asked('2026-12-01')).toContain('insurance');
    await checklist.save(operator, { ...line, required: false, validFrom: '2026-12-10' });
    expect(await asked('2026-12-09')).toContain('insurance');
    expect(await asked('2026-12-10')).toContain('insurance?');
    await checklist.end(operator, { code: 'insurance', lastDay: '2026-12-31' });
    expect(await asked('2027-01-01')).not.toContain('insurance?');
    expect((await checklist.versions()).filter(({ code }) => code === 'insurance')).toMatchObject([{ validFrom: '2026-12-10', validUntil: '2026-12-31' }, { validFrom: '2026-12-01', validUntil: '2026-12-09' }]);
    await expect(checklist.save(operator, { ...line, validFrom: '2026-11-23' })).rejects.toMatchObject({ code: 'CHECKLIST_DAY_PAST' });
    await expect(checklist.save(operator, { ...line, kind: 'text' })).rejects.toMatchObject({ code: 'CHECKLIST_KIND_FIXED' });
    await expect(checklist.end(operator, { code: 'nothing', lastDay: '2026-12-31' })).rejects.toMatchObject({ code: 'CLAIM_ITEM_UNKNOWN' });
    for (const bad of [{ code: 'A b' }, { en: ' ' }, { position: 0 }, { ar: 'x'.repeat(300) }]) await expect(checklist.save(operator, { ...line, ...bad })).rejects.toMatchObject({ code: expect.stringMatching(/INPUT_INVALID|TEXT_/) as string });
  });
});

describe('the end of a registration', () => {
  it('is announced a month before, once, to whom the entry belongs', async () => {
    const { who, claim } = await submitted();
    await claims.decide(officer(), { claimId: claim.id, verdict: 'approve' });
    const { email } = (await t.get(IdentityService).addressOf(who.accountId!))!;
    const letters = (): Promise<{ subject: string }[]> => t.db.read('select subject from platform.mail where recipient = $1 order by at, id', [email]);
    // The fixture's entries are valid until 4 March 2027.
    t.clock.set(new Date('2027-01-31T12:00:00Z'));
    await t.jobs.tick('registry.notice');
    expect(await letters()).toHaveLength(1);
    t.clock.set(new Date('2027-02-10T12:00:00Z'));
    await Promise.all([t.jobs.tick('registry.notice'), t.jobs.tick('registry.notice')]);
    await t.jobs.tick('registry.notice');
    expect((await letters()).slice(1)).toEqual([{ subject: 'Votre inscription prend fin le 4 mars 2027' }]);
    t.clock.set(TODAY);
  });
});
