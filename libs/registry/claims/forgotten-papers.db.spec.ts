import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { Storage } from '#libs/platform';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { cells, extractOf } from '../extract/register.fixtures.js';
import { registryRoom, RegisterImport } from '../index.js';
import { claimLifecycle, papersUntil, type ClaimVerdict } from './claim.js';
import { ClaimPapersService } from './claim-papers.service.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimsService, type Claim } from './claims.service.js';
import { UndoneClaimsService } from './undone-claims.service.js';

let t: TestHouse;
let claims: ClaimsService;
let papers: ClaimPapersService;
let people = 0;
const CARD = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(100)]);
const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
const DAY = 86_400_000;

beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom]);
  claims = t.get(ClaimsService);
  papers = t.get(ClaimPapersService);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

async function opened(): Promise<{ who: Actor; claim: Claim }> {
  const identifier = `F${++people}`;
  await t.get(RegisterImport).run(SYSTEM, extractOf(cells({ identifier })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
  const accountId = await t.get(IdentityService).createPerson({ email: `f${people}@example.ma`, password: 'a long password', name: 'Fatima', locale: 'fr' });
  await t.db.read(`update identity."user" set "emailVerified" = true where id = $1`, [accountId]);
  const who = actor('buyer', { accountId, name: 'Fatima' });
  const { id } = await claims.open(who, { id: newId(), identifier, birthYear: 1978 });
  await claims.answer(who, { claimId: id, answers: [{ item: 'terms', accepted: true }, { item: 'privacy', accepted: true }, { item: 'address', text: 'Derb 3' }] });
  await card(who, id);
  return { who, claim: await claims.one(who, id) };
}
const card = (who: Actor, claimId: string, id = newId()): Promise<{ id: string }> => papers.add(who, { id, claimId, item: 'identity-card' }, CARD);
async function decided(verdict: ClaimVerdict): Promise<{ who: Actor; claim: Claim }> {
  const { who, claim } = await opened();
  await claims.submit(who, claim.id);
  return { who, claim: await claims.decide(officer, { claimId: claim.id, verdict, reason: 'x' }) };
}
const keyOf = async (claimId: string): Promise<string | null> => (await t.db.read<{ key: string | null }>('select storage_key as key from registry.claim_document where claim_id = $1 order by at desc, id desc', [claimId]))[0]!.key;
async function after(days: number): Promise<void> {
  t.clock.advance(days * DAY + 1000);
  await t.jobs.tick('registry.forget-papers');
  await t.jobs.drain();
}
const shown = async (who: Actor, { id }: Claim) => (await t.get(ClaimsQueries).papers(await t.get(ClaimsQueries).opened(who, id)))[0]!;

describe('the papers of a request', () => {
  it.each<[string, number, () => Promise<{ who: Actor; claim: Claim }>]>([
    ['refused', 90, () => decided('refuse')],
    ['taken back', 90, async () => {
      const { who, claim } = await opened();
      return { who, claim: await claims.withdraw(who, claim.id) };
    }],
    ['never handed in', 180, opened],
    ['sent back and left', 180, () => decided('return')],
    ['approved', 365, () => decided('approve')],
    ['whose approval was undone', 365, async () => {
      const { who, claim } = await decided('approve');
      t.clock.advance(300 * DAY);
      return { who, claim: await t.get(UndoneClaimsService).undo(officer, { claimId: claim.id, reason: 'x' }) };
    }],
  ])('%s are kept %i days, then their files are gone and the page says so', async (_, days, make) => {
    const { who, claim } = await make();
    const storage = t.get(Storage);
    const key = (await keyOf(claim.id))!;
    const { id } = await shown(who, claim);
    expect(claim.papersUntil!.getTime() - t.clock.now().getTime()).toBe(days * DAY);
    await after(days - 1);
    expect(await storage.exists(key)).toBe(true);
    expect((await papers.read(who, id)).bytes.equals(CARD)).toBe(true);
    await after(1);
    expect(await storage.exists(key)).toBe(false);
    for (const reader of [who, officer]) {
      expect(await shown(reader, claim)).toMatchObject({ id, forgottenAt: t.clock.now() });
      await expect(papers.read(reader, id)).rejects.toMatchObject({ code: 'CLAIM_PAPER_FORGOTTEN', kind: 'not_found' });
    }
    await expect(papers.read(actor('buyer'), id)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    const steps = await t.get(ClaimsQueries).steps(claim);
    expect(steps.at(-1)).toMatchObject({ verb: 'forget', actorName: 'Dar Sanaa' });
    await after(400);
    expect(await t.get(ClaimsQueries).steps(claim)).toHaveLength(steps.length);
  });

  it('are kept while the chamber has not decided, however late it is', async () => {
    const { who, claim } = await opened();
    await claims.submit(who, claim.id);
    await after(900);
    expect((await papers.read(who, (await shown(who, claim)).id)).bytes.equals(CARD)).toBe(true);
  });

  it('have a new time once something is sent, and are asked for again once forgotten', async () => {
    const { who, claim } = await opened();
    await after(100);
    await claims.answer(who, { claimId: claim.id, answers: [{ item: 'address', text: 'Derb 4' }] });
    await after(100);
    expect(await keyOf(claim.id)).not.toBeNull();
    await after(81);
    expect(await keyOf(claim.id)).toBeNull();
    await expect(claims.submit(who, claim.id)).rejects.toMatchObject({ code: 'CLAIM_INCOMPLETE', params: { items: 'identity-card' } });
    // The same card again is another file, which an errand that comes twice does not take along.
    await card(who, claim.id);
    await t.jobs.drain();
    expect(await claims.submit(who, claim.id)).toMatchObject({ state: 'submitted' });
    expect(await t.get(Storage).exists((await keyOf(claim.id))!)).toBe(true);
  });

  it('leave no file behind that no row knows', async () => {
    const { who, claim } = await opened();
    const put: string[] = [];
    const storage = t.get(Storage);
    const original = storage.put.bind(storage);
    storage.put = (key, bytes, type) => original(key, bytes, type).finally(() => put.push(key));
    await expect(papers.add(who, { id: newId(), claimId: claim.id, item: 'terms' }, CARD)).rejects.toMatchObject({ code: 'CLAIM_ITEM_UNKNOWN' });
    const { id } = await card(who, claim.id);
    await papers.add(who, { id, claimId: claim.id, item: 'identity-card' }, Buffer.concat([CARD, Buffer.alloc(9)]));
    storage.put = original;
    t.clock.advance(3_600_001);
    await t.jobs.drain();
    expect(await Promise.all(put.map((key) => storage.exists(key)))).toEqual([false, true, false]);
  });

  it('have a time in every state but that in which the chamber reads them', () => {
    expect(claimLifecycle.states.filter((state) => papersUntil(state, TODAY) === null)).toEqual(['submitted']);
  });
});

describe('an opened request', () => {
  it('brings what stands beside it, each with its own time, and the checklist of its day', async () => {
    const { who, claim } = await decided('return');
    await claims.waive(officer, { claimId: claim.id, item: 'address', reason: 'Seen' });
    const queries = t.get(ClaimsQueries);
    for (const one of [await queries.opened(officer, claim.id), (await queries.mine(who))!]) {
      // As the lists read them.
      const ofIt = (rows: readonly object[]): object[] => rows.map((row) => ({ claimId: claim.id, ...row }));
      expect(ofIt(await queries.steps(one))).toEqual(await queries.steps(claim));
      expect(ofIt(await queries.papers(one))).toEqual(await queries.papers(claim));
      expect(ofIt(await queries.waivers(one))).toEqual(await queries.waivers(claim));
      expect(one.entry).toMatchObject({ id: claim.artisanId, registeredOn: expect.stringMatching(/^\d{4}-/) as string });
      expect(one).toMatchObject({ state: 'returned', decisionReason: 'x', openedAt: claim.openedAt });
    }
    expect((await queries.opened(officer, claim.id)).items!.map(({ code }) => code)).toEqual(['terms', 'privacy', 'contact', 'address', 'identity-card', 'professional-card', 'bank']);
    for (const nobody of [actor('buyer'), actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-09' }] })]) await expect(queries.opened(nobody, claim.id)).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
    await expect(queries.opened(who, 'x')).rejects.toMatchObject({ code: 'CLAIM_NOT_FOUND' });
  });
});
