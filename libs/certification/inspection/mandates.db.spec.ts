import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { MandatesService, registryRoom, RegistryService, type MandateAct } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, inspectorOf, maker } from '../certification.fixtures.js';
import { certificationRoom, InspectionsService } from '../index.js';

let t: TestHouse;
let mandates: MandatesService;
let inspections: InspectionsService;
let people = 0;
const CLUSTER = newId();
const agent = (more: Partial<Actor> = {}): Actor => actor('cluster', { name: 'Hanane Tazi', memberships: [{ kind: 'cluster', organisationId: CLUSTER }], ...more });
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  mandates = t.get(MandatesService);
  inspections = t.get(InspectionsService);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

async function artisanWithAccount(): Promise<string> {
  const artisanId = await carpetMaker(t);
  const identity = t.get(IdentityService);
  const account = await identity.createPerson({ email: `itto${++people}@example.ma`, password: 'a long password', name: 'Itto', locale: 'ar' });
  await t.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId }));
  return artisanId;
}
async function proposed(acts: MandateAct[] = ['inspection.request', 'inspection.follow']): Promise<{ artisanId: string; id: string; code: string }> {
  const artisanId = await artisanWithAccount();
  const { id } = await mandates.propose(agent(), { id: newId(), artisanId, agentKind: 'cluster', agentId: CLUSTER, acts, validUntil: '2026-12-31' });
  const [letter] = await t.db.read<{ body: string }>('select body from platform.mail where recipient = $1', [`itto${people}@example.ma`]);
  return { artisanId, id, code: /\d{6}/.exec(letter!.body)![0] };
}
const live = async (acts?: MandateAct[]): Promise<{ artisanId: string; id: string }> => {
  const { artisanId, id, code } = await proposed(acts);
  await mandates.confirm(maker(artisanId), { mandateId: id, code: ` ${code.slice(0, 3)} ${code.slice(3)} ` });
  return { artisanId, id };
};
const request = (who: Actor, artisanId: string): Promise<{ id: string; artisanId: string }> => inspections.request(who, carpetRequest({ artisanId }));

describe('a mandate', () => {
  it('lets an agent act for the artisan once she said yes, with both names on the record', async () => {
    const { artisanId, id, code } = await proposed();
    await expect(request(agent(), artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    expect(await mandates.confirm(maker(artisanId), { mandateId: id, code })).toMatchObject({ state: 'live', agentId: CLUSTER });
    const inspection = await request(agent(), artisanId);
    expect(inspection).toMatchObject({ artisanId });
    expect(await t.db.read('select actor_name, detail from platform.audit where subject_id = $1', [inspection.id])).toMatchObject([{ actor_name: 'Hanane Tazi', detail: { artisanId, mandateId: id } }]);
    expect(await inspections.follow(agent(), inspection.id, 'cancel')).toMatchObject({ state: 'cancelled' });
  });

  it('lets an agent see what became of it, and ask for a second look, while the mandate holds', async () => {
    const { artisanId, id: mandateId } = await live();
    const { id } = await request(agent(), artisanId);
    const inspector = inspectorOf('carpets');
    await inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen() });
    await inspections.refuse(inspector, { inspectionId: id, reason: 'Machine-made' });
    expect((await inspections.of(agent(), artisanId, 10, null)).nodes).toMatchObject([{ id, state: 'refused', decisionReason: 'Machine-made' }]);
    const second = await inspections.secondLook(agent(), { id: newId(), inspectionId: id });
    expect(await t.db.read('select detail from platform.audit where subject_id = $1', [second.id])).toMatchObject([{ detail: { artisanId, mandateId } }]);
    await mandates.end(maker(artisanId), mandateId);
    await expect(inspections.of(agent(), artisanId, 10, null)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    await expect(inspections.of(agent({ memberships: [] }), artisanId, 10, null)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
  });

  it('covers the acts and days agreed to, and that agent alone', async () => {
    const { artisanId } = await live(['inspection.request']);
    const { id } = await request(agent(), artisanId);
    await expect(inspections.follow(agent(), id, 'cancel')).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    await expect(request(agent({ memberships: [{ kind: 'cluster', organisationId: newId() }] }), artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    await expect(request(agent({ memberships: [{ kind: 'chamber', organisationId: CLUSTER }] }), artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    t.clock.set(new Date('2026-12-31T22:30:00Z'));
    await request(agent(), artisanId);
    t.clock.set(new Date('2026-12-31T23:30:00Z'));
    await expect(request(agent(), artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
  });

  it('of a chamber covers nothing once a re-import moved the artisan to another region', async () => {
    const artisanId = await artisanWithAccount();
    const { regionCode } = await t.get(RegistryService).artisan(artisanId);
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: regionCode }] });
    const { id } = await mandates.propose(officer, { id: newId(), artisanId, agentKind: 'chamber', agentId: regionCode, acts: ['inspection.request'], validUntil: '2026-12-31' });
    const [letter] = await t.db.read<{ body: string }>('select body from platform.mail where recipient = $1', [`itto${people}@example.ma`]);
    await mandates.confirm(maker(artisanId), { mandateId: id, code: /\d{6}/.exec(letter!.body)![0] });
    expect(await request(officer, artisanId)).toMatchObject({ artisanId });
    await t.db.read(`update registry.artisan set region_code = 'MA-09' where id = $1 and region_code <> 'MA-09'`, [artisanId]);
    await expect(request(officer, artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
  });

  it('ends the moment either side ends it, also while an act is under way', async () => {
    const { artisanId, id } = await live();
    const [act] = await Promise.allSettled([request(agent(), artisanId), mandates.end(maker(artisanId), id)]);
    expect(act.status === 'fulfilled' || (act.reason as { code: string }).code === 'INSPECTION_NOT_FOUND').toBe(true);
    await expect(request(agent(), artisanId)).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    const given = await live();
    expect(await mandates.end(agent(), given.id)).toMatchObject({ state: 'revoked' });
    expect(await mandates.end(agent(), given.id)).toMatchObject({ state: 'revoked' });
    expect(await t.db.read('select state, proposed_by from registry.mandate where artisan_id = $1', [given.artisanId])).toEqual([{ state: 'revoked', proposed_by: 'Hanane Tazi' }]);
  });

  it('takes her code alone: five wrong ones or two days end it', async () => {
    const { artisanId, id, code } = await proposed();
    const wrong = code === '000000' ? '111111' : '000000';
    for (let left = 4; left >= 0; left--) await expect(mandates.confirm(maker(artisanId), { mandateId: id, code: wrong })).rejects.toMatchObject({ code: 'MANDATE_CODE_WRONG', params: { left } });
    await expect(mandates.confirm(maker(artisanId), { mandateId: id, code })).rejects.toMatchObject({ code: 'MANDATE_CODE_OVER' });
    const late = await proposed();
    t.clock.set(new Date(TODAY.getTime() + 49 * 3_600_000));
    await expect(mandates.confirm(maker(late.artisanId), { mandateId: late.id, code: late.code })).rejects.toMatchObject({ code: 'MANDATE_CODE_OVER' });
    expect(await t.db.read('select code_hash from registry.mandate where code_hash like $1', [`%${code}%`])).toEqual([]);
  });

  it('is confirmed by the artisan, not by the agent or another', async () => {
    const { id, code } = await proposed();
    for (const stranger of [agent(), maker(newId())]) await expect(mandates.confirm(stranger, { mandateId: id, code })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    await expect(mandates.end(maker(newId()), id)).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
  });

  it('is proposed in one’s own name, to somebody who can answer, for a year at most', async () => {
    const artisanId = await artisanWithAccount();
    const input = { id: newId(), artisanId, agentKind: 'cluster' as const, agentId: CLUSTER, acts: ['inspection.request' as const], validUntil: '2026-12-31' };
    await expect(mandates.propose(agent(), { ...input, agentId: newId() })).rejects.toMatchObject({ code: 'MANDATE_NOT_FOUND' });
    await expect(mandates.propose(agent(), { ...input, artisanId: await carpetMaker(t) })).rejects.toMatchObject({ code: 'MANDATE_NO_ACCOUNT' });
    for (const validUntil of ['2026-11-23', '2028-01-01']) await expect(mandates.propose(agent(), { ...input, validUntil })).rejects.toMatchObject({ code: 'MANDATE_DAYS' });
    await expect(mandates.propose(agent(), { ...input, acts: ['payout.change' as never] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await mandates.propose(agent(), input);
    await mandates.propose(agent(), input);
    expect(await t.db.read('select id from platform.mail where recipient = $1', [`itto${people}@example.ma`])).toHaveLength(1);
    await expect(mandates.propose(agent(), { ...input, artisanId: await artisanWithAccount() })).rejects.toMatchObject({ code: 'MANDATE_ID_TAKEN' });
  });
});
