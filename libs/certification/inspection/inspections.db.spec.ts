import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, examined, inspectorOf, maker } from '../certification.fixtures.js';
import { inspectionLetter } from './letters.js';
import { certificationRoom, CertificationService, InspectionsService } from '../index.js';

let t: TestHouse;
let inspections: InspectionsService;
let artisanId: string;
const inspector = inspectorOf('carpets');
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  inspections = t.get(InspectionsService);
  artisanId = await carpetMaker(t);
});
afterAll(() => t.close());

describe('an inspection', () => {
  it('goes from request to appointment to a look, and stays on record', async () => {
    const request = carpetRequest();
    expect(await inspections.request(maker(artisanId), request)).toMatchObject({ state: 'requested', artisanId });
    expect(await inspections.appoint(inspector, { inspectionId: request.id, at: TODAY })).toMatchObject({ state: 'appointed', appointedFor: TODAY });
    const record = { id: newId(), inspectionId: request.id, place: 'Sefrou', seen: carpetSeen(), note: 'Seen by daylight' };
    expect(await inspections.record(inspector, record)).toMatchObject({ state: 'examined' });
    expect(await inspections.record(inspector, record)).toMatchObject({ state: 'examined' });
    // 18 × 15 knots a square decimetre are 27,000 a square metre: courante for the Middle Atlas (14–20 × 7–20), short of 40,000.
    expect(await inspections.examinations({ ...request, variant: 'middle-atlas' })).toMatchObject([{ inspectorName: 'Rachida Filali', place: 'Sefrou', note: 'Seen by daylight', knotsPerM2: 27_000, grade: 'courante' }]);
    await expect(t.db.read('update certification.examination set note = null')).rejects.toThrow('keeps every row');
  });

  it('is no look while nothing is answered, except where the note says why', async () => {
    const request = carpetRequest();
    await inspections.request(maker(artisanId), request);
    const empty = { id: newId(), inspectionId: request.id, seen: [] };
    await expect(inspections.record(inspector, empty)).rejects.toMatchObject({ code: 'INSPECTION_NOTHING_SEEN', field: 'input.seen' });
    expect(await t.db.read('select state from certification.inspection where id = $1', [request.id])).toEqual([{ state: 'requested' }]);
    expect(await inspections.record(inspector, { ...empty, note: 'The loom was covered.' })).toMatchObject({ state: 'examined' });
  });

  it('sent back with reasons is mended, brought again and seen again', async () => {
    const id = await examined(t, artisanId, {}, { fringes: { outcome: 'not_met' } });
    await inspections.sendBack(inspector, { inspectionId: id, reason: 'Knot the fringes' });
    expect(await inspections.sendBack(inspector, { inspectionId: id, reason: 'Knot the fringes' }).catch((e: { code: string }) => e.code)).toBe('INSPECTION_MOVED');
    expect(await inspections.one(maker(artisanId), id)).toMatchObject({ state: 'returned', decisionReason: 'Knot the fringes' });
    expect(await inspections.follow(maker(artisanId), id, 'resubmit')).toMatchObject({ state: 'requested' });
    await inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen() });
    expect(await t.get(CertificationService).issue(inspector, { id: newId(), inspectionId: id })).toMatchObject({ grade: 'courante' });
    expect(await inspections.examinations({ id, variant: 'middle-atlas' })).toHaveLength(2);
  });

  it('refused is final', async () => {
    const id = await examined(t, artisanId);
    expect(await inspections.refuse(inspector, { inspectionId: id, reason: 'Machine-made' })).toMatchObject({ state: 'refused' });
    await expect(t.get(CertificationService).issue(inspector, { id: newId(), inspectionId: id })).rejects.toMatchObject({ code: 'INSPECTION_MOVED' });
    await expect(inspections.follow(maker(artisanId), id, 'resubmit')).rejects.toMatchObject({ code: 'INSPECTION_MOVED' });
  });

  it('refused is looked at once more, by other eyes', async () => {
    const refusedId = await examined(t, artisanId);
    const certification = t.get(CertificationService);
    const secondLook = (inspectionId: string, who = maker(artisanId)): Promise<{ id: string }> => inspections.secondLook(who, { id: newId(), inspectionId });
    await expect(secondLook(refusedId)).rejects.toMatchObject({ code: 'INSPECTION_MOVED' });
    const decider = inspectorOf('carpets');
    await inspections.refuse(decider, { inspectionId: refusedId, reason: 'Machine-made' });
    await expect(secondLook(refusedId, maker(newId()))).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    const second = await secondLook(refusedId);
    expect(second).toMatchObject({ state: 'requested', secondLookOf: refusedId, description: 'Beni Ouarain, ivory, black lozenges' });
    await expect(secondLook(refusedId)).rejects.toMatchObject({ code: 'INSPECTION_LOOKED_TWICE' });
    // The one who saw it and the one who refused it were two people; neither looks again.
    const [saw] = await t.db.read<{ id: string }>('select account_id as id from certification.examination where inspection_id = $1', [refusedId]);
    for (const same of [decider, inspectorOf('carpets', { accountId: saw!.id })]) {
      await expect(inspections.record(same, { id: newId(), inspectionId: second.id, seen: carpetSeen() })).rejects.toMatchObject({ code: 'INSPECTION_SAME_EYES' });
    }
    await inspections.record(inspector, { id: newId(), inspectionId: second.id, seen: carpetSeen() });
    expect(await certification.issue(inspector, { id: newId(), inspectionId: second.id })).toMatchObject({ artisanId });
  });

  it('refused a second time stands: there is no third look', async () => {
    const refusedId = await examined(t, artisanId);
    await inspections.refuse(inspector, { inspectionId: refusedId, reason: 'Machine-made' });
    const second = await inspections.secondLook(maker(artisanId), { id: newId(), inspectionId: refusedId });
    const other = inspectorOf('carpets');
    await inspections.record(other, { id: newId(), inspectionId: second.id, seen: carpetSeen() });
    await inspections.refuse(other, { inspectionId: second.id, reason: 'Machine-made indeed' });
    await expect(inspections.secondLook(maker(artisanId), { id: newId(), inspectionId: second.id })).rejects.toMatchObject({ code: 'INSPECTION_LOOKED_TWICE', field: 'input.inspectionId' });
    const words = { centre: { en: 'Centre', fr: 'Centre', ar: 'مركز' }, description: 'Tapis', reason: 'Machine', scope: 'piece' as const };
    expect(inspectionLetter('fr', 'refused', { ...words, last: false }).body).toContain('un second regard');
    expect(inspectionLetter('fr', 'refused', { ...words, last: true }).body).not.toContain('second regard');
  });

  it('takes one look sent many times at once for one look', async () => {
    const { id: inspectionId } = await inspections.request(maker(artisanId), carpetRequest());
    const look = { id: newId(), inspectionId, seen: carpetSeen() };
    const all = await Promise.all([1, 2, 3, 4].map(() => inspections.record(inspector, look)));
    expect(all.map(({ state }) => state)).toEqual(['examined', 'examined', 'examined', 'examined']);
    expect(await inspections.examinations({ id: inspectionId, variant: 'middle-atlas' })).toHaveLength(1);
  });

  it.each([
    [{ madeFrom: '0001-01-01' }, 'input.madeFrom'], [{ madeFrom: '1800-01-01' }, 'input.madeFrom'], [{ madeFrom: '2026-11-25' }, 'input.madeFrom'],
    [{ madeFrom: '2026-03-01', madeUntil: '2026-02-01' }, 'input.madeFrom'], [{ madeUntil: '0001-01-01' }, 'input.madeUntil'], [{ madeUntil: '9999-12-31' }, 'input.madeUntil'],
  ])('made %j is refused beside its box', async (days, field) => {
    const refusal: Promise<unknown> = inspections.request(maker(artisanId), carpetRequest(days));
    await expect(refusal).rejects.toMatchObject({ code: 'INSPECTION_MADE_DAYS', field });
    await refusal.catch((error: { say(locale: string): string }) => expect(error.say('ar')).toBe('تقع أيام الصنع بين 24 نونبر 1926 و24 نونبر 2026، وتبدأ قبل أن تنتهي.'));
  });

  it('of another centre, or of another maker, is not there', async () => {
    const id = await examined(t, artisanId);
    const stranger = inspectorOf('pottery');
    for (const attempt of [
      inspections.appoint(stranger, { inspectionId: id, at: TODAY }),
      inspections.record(stranger, { id: newId(), inspectionId: id, seen: [] }),
      inspections.sendBack(stranger, { inspectionId: id, reason: 'x' }),
      inspections.one(stranger, id),
      inspections.one(maker(newId()), id),
      inspections.one(actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] }), id),
      inspections.follow(maker(newId()), id, 'cancel'),
      t.get(CertificationService).issue(stranger, { id: newId(), inspectionId: id }),
    ]) await expect(attempt).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    expect((await inspections.queue(stranger, ['examined'], 100, null)).nodes).toEqual([]);
  });

  it('of her own work, or of her cluster’s, is not for her', async () => {
    const id = await examined(t, artisanId);
    const act = (who: ReturnType<typeof inspectorOf>): Promise<unknown> => inspections.record(who, { id: newId(), inspectionId: id, seen: carpetSeen() });
    await expect(act(inspectorOf('carpets', { artisanId }))).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });

    const identity = t.get(IdentityService);
    const account = await identity.createPerson({ email: 'itto@example.ma', password: 'a long password of hers', name: 'Itto', locale: 'fr' });
    const cluster = { kind: 'cluster', organisationId: newId() } as const;
    await t.db.write(SYSTEM, async (tx) => {
      await identity.grant(tx, account, { role: 'artisan', artisanId });
      await identity.grant(tx, account, { role: 'cluster', organisation: cluster });
    });
    const member = inspectorOf('carpets', { memberships: [{ kind: 'centre', organisationId: 'carpets' }, cluster] });
    await expect(act(member)).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    await expect(t.get(CertificationService).issue(member, { id: newId(), inspectionId: id })).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    const other = inspectorOf('carpets', { memberships: [{ kind: 'centre', organisationId: 'carpets' }, { kind: 'cluster', organisationId: newId() }] });
    await expect(act(other)).resolves.toMatchObject({ state: 'examined' });
  });

  it('of somebody who is a member of the inspector’s cluster is not for her, and what was begun before one of them left never is', async () => {
    const [colleague, cluster] = [await carpetMaker(t), newId()];
    const id = await examined(t, artisanId);
    const judge = inspectorOf('carpets', { artisanId: colleague });
    const say = async (who: string, member: boolean): Promise<void> => {
      t.clock.advance(1000);
      await t.db.write(SYSTEM, (tx) => tx.publish('ClusterMembershipChanged', { clusterId: cluster, artisanId: who, member }));
      await t.jobs.drain();
    };
    const act = (who = judge): Promise<unknown> => inspections.record(who, { id: newId(), inspectionId: id, seen: carpetSeen() });
    await say(artisanId, true);
    await expect(act(inspectorOf('carpets', { memberships: [{ kind: 'centre', organisationId: 'carpets' }, { kind: 'cluster', organisationId: cluster }] }))).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    await expect(act()).resolves.toMatchObject({ state: 'examined' });
    await say(colleague, true);
    await expect(act()).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    await expect(t.get(CertificationService).issue(judge, { id: newId(), inspectionId: id })).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    await say(artisanId, false);
    await expect(act()).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    // What is begun afterwards she may judge; what is said to be begun before, she may not.
    const brought = async (more: object): Promise<unknown> => {
      t.clock.advance(60_000);
      const { id: next } = await inspections.request(maker(artisanId), carpetRequest(more));
      return inspections.record(judge, { id: newId(), inspectionId: next, seen: carpetSeen() });
    };
    await expect(brought({})).resolves.toMatchObject({ state: 'examined' });
    await expect(brought({ madeFrom: '2026-11-01' })).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    t.clock.set(TODAY);
  });

  it('tells its maker in her language what became of it, once each time', async () => {
    const other = await carpetMaker(t);
    const account = await t.get(IdentityService).createPerson({ email: 'fadma@example.ma', password: 'a long password of hers', name: 'Fadma', locale: 'ar' });
    await t.db.write(SYSTEM, (tx) => t.get(IdentityService).grant(tx, account, { role: 'artisan', artisanId: other }));
    const { id } = await inspections.request(maker(other), carpetRequest({ description: 'زربية' }));
    const visit = new Date('2026-12-01T09:00:00Z');
    for (const at of [visit, visit, new Date('2026-12-02T09:00:00Z')]) await inspections.appoint(inspector, { inspectionId: id, at });
    for (const day of ['2026-11-01', '2028-01-01', '9999-01-01']) await expect(inspections.appoint(inspector, { inspectionId: id, at: new Date(`${day}T09:00:00Z`) })).rejects.toMatchObject({ code: 'INSPECTION_APPOINTMENT_DAY' });
    await inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen({ fringes: { outcome: 'not_met' } }) });
    await inspections.sendBack(inspector, { inspectionId: id, reason: 'اعقد الأهداب' });
    expect(await inspections.follow(maker(other), id, 'resubmit')).toMatchObject({ state: 'requested', appointedFor: null, decisionReason: 'اعقد الأهداب' });
    await inspections.appoint(inspector, { inspectionId: id, at: new Date('2026-12-09T09:00:00Z') });
    await inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen() });
    await inspections.refuse(inspector, { inspectionId: id, reason: 'نسيج آلي' });
    const second = await inspections.secondLook(maker(other), { id: newId(), inspectionId: id });
    const judge = inspectorOf('carpets');
    await inspections.record(judge, { id: newId(), inspectionId: second.id, seen: carpetSeen() });
    const { number } = await t.get(CertificationService).issue(judge, { id: newId(), inspectionId: second.id });
    const letters = await t.db.read<{ subject: string; body: string }>('select subject, body from platform.mail where recipient = $1 order by id', ['fadma@example.ma']);
    expect(letters.map((letter) => letter.subject)).toEqual([
      'موعد المعاينة: 1 دجنبر 2026، 10:00', 'تغيّر موعد المعاينة: 2 دجنبر 2026، 10:00', 'للإصلاح: زربية', 'موعد المعاينة: 9 دجنبر 2026، 10:00', 'لم تُعتمد: زربية', 'نظرة ثانية: زربية', 'معتمدة: زربية',
    ]);
    expect(letters[2]!.body).toContain('اعقد الأهداب');
    expect(letters.at(-1)!.body).toContain('صالحة إلى 24 نونبر 2031. تحمل قطعتك النجمة من الآن.');
    expect(letters.at(-1)!.body).toContain(`/ar/certificate/${number}`);
  });

  it('is decided once when two inspectors decide at once', async () => {
    const id = await examined(t, artisanId);
    const both = await Promise.allSettled([
      t.get(CertificationService).issue(inspector, { id: newId(), inspectionId: id }),
      inspections.refuse(inspectorOf('carpets'), { inspectionId: id, reason: 'Loose weave' }),
    ]);
    expect(both.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'INSPECTION_MOVED' } });
  });

  it.each([
    [0, 'MEASUREMENT_ABSURD'], [-3, 'MEASUREMENT_ABSURD'], [5000, 'MEASUREMENT_ABSURD'],
  ])('of %d knots is refused and changes nothing', async (value, code) => {
    const { id } = await inspections.request(maker(artisanId), carpetRequest());
    await expect(inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen({ 'knots-width': { value } }) })).rejects.toMatchObject({ code, field: 'input.seen.2.value' });
    expect(await inspections.one(inspector, id)).toMatchObject({ state: 'requested' });
  });

  it('takes free text without its tricks, and refuses what is no text or too long', async () => {
    const request = (description: string): Promise<unknown> => inspections.request(maker(artisanId), carpetRequest({ description }));
    expect(await request('زربية\u202E ivory 🧶\u0000 #let x = 1')).toMatchObject({ description: 'زربية ivory 🧶 #let x = 1' });
    await expect(request('\u202E\u0000 ')).rejects.toMatchObject({ code: 'TEXT_EMPTY', field: 'input.description' });
    await expect(request('x'.repeat(100_000))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'input.description' });
  });

  it.each([
    [{ madeFrom: '2026-11-20', madeUntil: '2026-11-10' }, 'INSPECTION_MADE_DAYS'], [{ madeUntil: '2027-01-01' }, 'INSPECTION_MADE_DAYS'], [{ madeFrom: '2027-01-01' }, 'INSPECTION_MADE_DAYS'], [{ madeFrom: '2026-02-30' }, 'INPUT_INVALID'],
  ])('of work made %j is refused', async (days, code) => {
    await expect(inspections.request(maker(artisanId), carpetRequest(days))).rejects.toMatchObject({ code });
  });

  it('of one piece is one at a time, also when asked twice at once; once it has ended another may follow', async () => {
    const pieceId = newId();
    const ask = (): Promise<{ id: string }> => inspections.request(maker(artisanId), carpetRequest({ pieceId }));
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((one) => one.status === 'rejected')).toMatchObject({ reason: { code: 'INSPECTION_ALREADY_ASKED', field: 'input.pieceId' } });
    const first = both.find((one) => one.status === 'fulfilled')!.value;
    await inspections.follow(maker(artisanId), first.id, 'cancel');
    expect(await ask()).toMatchObject({ state: 'requested' });
    // Lots of one listing wait together.
    for (const lotSize of [2, 3]) expect(await inspections.request(maker(artisanId), carpetRequest({ pieceId, lotSize }))).toMatchObject({ lotSize });
  });

  it('is asked once however often it is sent, and not under somebody else’s id', async () => {
    const request = carpetRequest();
    await inspections.request(maker(artisanId), request);
    expect(await inspections.request(maker(artisanId), request)).toMatchObject({ id: request.id });
    const other = await carpetMaker(t);
    await expect(inspections.request(maker(other), request)).rejects.toMatchObject({ code: 'INSPECTION_ID_TAKEN' });
  });

  it('is asked of a centre that does such work', async () => {
    await expect(inspections.request(maker(artisanId), carpetRequest({ centreId: 'pottery' }))).rejects.toMatchObject({ code: 'PRODUCT_TYPE_UNKNOWN' });
    await expect(inspections.request(maker(artisanId), carpetRequest({ centreId: 'nowhere' }))).rejects.toMatchObject({ code: 'CENTRE_UNKNOWN' });
    await expect(inspections.request(maker(artisanId), carpetRequest({ variant: 'flying' }))).rejects.toMatchObject({ code: 'PRODUCT_TYPE_UNKNOWN' });
    await expect(inspections.request(maker(artisanId), carpetRequest({ pieceId: null, lotSize: 3 }))).rejects.toMatchObject({ code: 'LOT_WITHOUT_PIECE' });
    await expect(inspections.request(actor('inspector'), carpetRequest({ artisanId }))).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
    await expect(inspections.request(inspector, carpetRequest({ artisanId }))).resolves.toMatchObject({ artisanId });
  });

  it('is taken in at the counter by the number on a card, by an inspector of that centre alone', async () => {
    const [{ identifier }] = (await t.db.read<{ identifier: string }>('select identifier from registry.artisan where id = $1', [artisanId])) as [{ identifier: string }];
    expect(await inspections.request(inspector, carpetRequest({ identifier: ` ${identifier.toLowerCase()} ` }))).toMatchObject({ artisanId, state: 'requested' });
    for (const [who, number] of [[inspector, 'NOBODY-1'], [inspectorOf('pottery'), identifier], [maker(newId()), identifier]] as const) {
      await expect(inspections.request(who, carpetRequest({ identifier: number }))).rejects.toMatchObject({ code: 'INSPECTION_NOBODY', field: 'input.identifier' });
    }
  });

  it('is read by the administration at every centre, or at the one it asks for, and decided by none of it', async () => {
    const { id } = await inspections.request(maker(artisanId), carpetRequest());
    const pot = await inspections.request(maker(artisanId), carpetRequest({ centreId: 'pottery', productType: 'pottery', variant: 'decorative' }));
    const admin = actor('admin');
    const seen = async (centreId: string | null, who = admin): Promise<string[]> => (await inspections.queue(who, ['requested'], 100, null, { centreId, newest: true })).nodes.map((node) => node.id);
    expect(await seen(null)).toEqual(expect.arrayContaining([id, pot.id]));
    expect(await seen('pottery')).toEqual([pot.id]);
    expect(await seen('pottery', inspector)).toEqual([]);
    expect(await inspections.one(admin, pot.id)).toMatchObject({ centreId: 'pottery' });
    await expect(inspections.record(admin, { id: newId(), inspectionId: id, seen: carpetSeen() })).rejects.toMatchObject({ code: 'INSPECTION_NOT_FOUND' });
  });

  it('is named in each language its maker has a name for, and a second look keeps it', async () => {
    const name = { en: 'Boujaad rug', fr: 'Tapis de Boujaad', ar: 'زربية بجعد\u202E' };
    const refusedId = await examined(t, artisanId, { name });
    expect(await inspections.one(inspector, refusedId)).toMatchObject({ name: { en: 'Boujaad rug', fr: 'Tapis de Boujaad', ar: 'زربية بجعد' } });
    await inspections.refuse(inspector, { inspectionId: refusedId, reason: 'Machine-made' });
    expect(await inspections.secondLook(maker(artisanId), { id: newId(), inspectionId: refusedId })).toMatchObject({ name: { fr: 'Tapis de Boujaad' } });
    expect(await inspections.request(maker(artisanId), carpetRequest({ name: { en: ' ', fr: null, ar: '' } }))).toMatchObject({ name: null });
    await expect(inspections.request(maker(artisanId), carpetRequest({ name: { fr: 'x'.repeat(900) } }))).rejects.toMatchObject({ code: 'TEXT_TOO_LONG', field: 'input.name.fr' });
  });

  it('waits in the queue of its centre, page by page', async () => {
    const seen: string[] = [];
    const all = await t.db.read<{ n: number }>(`select count(*) as n from certification.inspection where centre_id = 'carpets' and state in ('requested', 'examined')`);
    for (let after: string | null = null, more = true; more; ) {
      const page = await inspections.queue(inspector, ['requested', 'examined'], 3, after);
      seen.push(...page.nodes.map((one) => one.id));
      ({ endCursor: after, hasNextPage: more } = page);
    }
    expect(new Set(seen).size).toBe(all[0]!.n);
    expect(seen).toHaveLength(all[0]!.n);
    expect((await inspections.mine(maker(artisanId), 100, null)).nodes.length).toBeGreaterThan(5);
  });
});
