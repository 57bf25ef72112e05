import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../../test/database.js';
import { carpetMaker, inspectorOf, maker } from '../certification.fixtures.js';
import { certificationRoom, EnrolmentsService, RollsService, SessionsService, type SessionOffer } from '../index.js';
import { CompletionsService } from './completions.service.js';

let t: TestHouse;
let sessions: SessionsService;
let enrolments: EnrolmentsService;
let rolls: RollsService;
const trainer = inspectorOf('carpets');
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  [sessions, enrolments, rolls] = [t.get(SessionsService), t.get(EnrolmentsService), t.get(RollsService)];
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(TODAY));

const criteria = [{ code: 'knots', en: 'Even knots', fr: 'Nœuds réguliers', ar: 'عقد منتظمة' }, { code: 'dyes', en: 'Natural dyes', fr: 'Teintures naturelles', ar: 'أصباغ طبيعية' }];
const offer = (more: Partial<SessionOffer> = {}): SessionOffer => ({
  id: newId(), centreId: 'carpets', programme: 'Transmission', titleEn: 'Knotting', titleFr: 'Nouage', titleAr: 'العقد', trainer: 'Fatima Aït', place: 'Azrou', regionCode: 'MA-03',
  startsOn: '2026-12-01', endsOn: '2026-12-02', seats: 2, criteria, ...more,
});
const open = async (more: Partial<SessionOffer> = {}): Promise<string> => (await sessions.save(trainer, offer(more))).id;
const join = (artisanId: string, sessionId: string, id = newId()): ReturnType<EnrolmentsService['join']> => enrolments.join(maker(artisanId), { id, sessionId });
const facts = async (name: string, sessionId: string): Promise<string[]> =>
  (await t.db.read<{ artisan: string }>(`select payload->>'artisanId' as artisan from platform.outbox where name = $1 and payload->>'sessionId' = $2 order by at, id`, [name, sessionId])).map((row) => row.artisan);
let people = 0;
/** A weaver with an account that reads Arabic, and the letters it got. */
async function weaver(): Promise<{ artisanId: string; letters: () => Promise<string[]> }> {
  const artisanId = await carpetMaker(t);
  const email = `weaver${++people}@example.ma`;
  const account = await t.get(IdentityService).createPerson({ email, password: 'a-long-password', name: 'Itto', locale: 'ar' });
  await t.db.write(SYSTEM, (tx) => t.get(IdentityService).grant(tx, account, { role: 'artisan', artisanId }));
  return { artisanId, letters: async () => (await t.db.read<{ subject: string }>('select subject from platform.mail where recipient = $1 order by at, id', [email])).map((row) => row.subject) };
}

describe('a training session', () => {
  it('is offered once however often it is sent, by its own centre, and changed until its first day', async () => {
    const input = offer();
    await Promise.all([sessions.save(trainer, input), sessions.save(trainer, input)]);
    await expect(sessions.save(inspectorOf('pottery'), { ...input, centreId: 'pottery' })).rejects.toMatchObject({ code: 'TRAINING_ID_TAKEN' });
    await expect(sessions.save(inspectorOf('pottery'), input)).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    expect(await sessions.save(trainer, { ...input, seats: 3 })).toMatchObject({ seats: 3, taken: 0 });
    t.clock.set(new Date('2026-12-02T08:00:00Z'));
    await expect(sessions.save(trainer, { ...input, seats: 9 })).rejects.toMatchObject({ code: 'TRAINING_BEGUN' });
    expect(await sessions.save(trainer, { ...input, seats: 3 })).toMatchObject({ seats: 3 });
  });

  it.each<[Partial<SessionOffer>, string]>([
    [{ startsOn: '2026-11-20' }, 'TRAINING_DAYS'], [{ endsOn: '2026-11-30' }, 'TRAINING_DAYS'], [{ endsOn: '2027-03-01' }, 'TRAINING_DAYS'], [{ startsOn: '9999-01-01', endsOn: '9999-01-02' }, 'TRAINING_DAYS'], [{ seats: 0 }, 'INPUT_INVALID'], [{ criteria: [] }, 'TRAINING_CRITERIA'],
    [{ criteria: [criteria[0]!, criteria[0]!] }, 'TRAINING_CRITERIA'], [{ branches: ['magic'] }, 'INPUT_INVALID'], [{ regionCode: 'MA-99' }, 'INPUT_INVALID'], [{ titleAr: '\u202E' }, 'TEXT_EMPTY'],
  ])('is refused with %j', async (more, code) => {
    await expect(sessions.save(trainer, offer(more))).rejects.toMatchObject({ code });
  });

  it('gives its seats in the order of asking, and the next to who waits when one leaves', async () => {
    const sessionId = await open();
    const [a, b, c] = [await weaver(), await weaver(), await weaver()];
    const id = newId();
    const herself = maker(a.artisanId);
    const [first] = await Promise.all([enrolments.join(herself, { id, sessionId }), enrolments.join(herself, { id, sessionId })]);
    expect(first).toMatchObject({ state: 'enrolled' });
    await expect(join(a.artisanId, sessionId)).rejects.toMatchObject({ code: 'TRAINING_ALREADY_JOINED' });
    await join(b.artisanId, sessionId);
    const third = await join(c.artisanId, sessionId);
    expect(third).toMatchObject({ state: 'waiting' });
    expect(await enrolments.waitingPlace(third)).toBe(1);
    await expect(enrolments.leave(maker(b.artisanId), first.id)).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    expect(await enrolments.leave(maker(a.artisanId), first.id)).toMatchObject({ state: 'left' });
    expect(await enrolments.leave(maker(a.artisanId), first.id)).toMatchObject({ state: 'left' });
    expect((await enrolments.mine(c.artisanId, 10, null)).nodes).toMatchObject([{ state: 'enrolled' }]);
    expect(await join(a.artisanId, sessionId)).toMatchObject({ id: first.id, state: 'waiting' });
    expect(await c.letters()).toEqual(['أنت في لائحة الانتظار: العقد', 'لك مقعد: العقد']);
    await expect(sessions.save(trainer, { ...offer(), id: sessionId, seats: 1 })).rejects.toMatchObject({ code: 'TRAINING_SEATS' });
    expect(await sessions.save(trainer, { ...offer(), id: sessionId, seats: 3 })).toMatchObject({ taken: 3, waiting: 0 });
  });

  it('gives a seat that comes free once it has begun to nobody: who waits could not have joined either', async () => {
    const sessionId = await open({ seats: 1 });
    const [seated, waiting] = [await weaver(), await weaver()];
    const { id } = await join(seated.artisanId, sessionId);
    const place = await join(waiting.artisanId, sessionId);
    t.clock.set(new Date('2026-12-02T08:00:00Z'));
    await enrolments.leave(maker(seated.artisanId), id);
    expect((await enrolments.mine(waiting.artisanId, 1, null)).nodes).toMatchObject([{ id: place.id, state: 'waiting' }]);
    expect(await waiting.letters()).toEqual(['أنت في لائحة الانتظار: العقد']);
  });

  it('never gives more seats than it has, however many ask at once', async () => {
    const sessionId = await open({ seats: 3 });
    const makers: string[] = [];
    for (let i = 0; i < 8; i++) makers.push(await carpetMaker(t));
    const got = await Promise.all(makers.map((artisanId) => join(artisanId, sessionId)));
    expect(got.filter((one) => one.state === 'enrolled')).toHaveLength(3);
    expect(await sessions.one(sessionId)).toMatchObject({ taken: 3, waiting: 5 });
  });

  it('is joined by those it is for, or by an officer for one of her own chamber', async () => {
    const artisanId = await carpetMaker(t);
    await expect(join(artisanId, await open({ branches: ['pottery'] }))).rejects.toMatchObject({ code: 'TRAINING_NOT_FOR_HER', params: { why: 'branch' } });
    const refused = await join(artisanId, await open({ branches: ['pottery'] })).catch((error: { say(locale: string): string }) => [error.say('fr'), error.say('ar')]);
    expect(refused).toEqual(['Cette formation s’adresse à d’autres : d’autres métiers.', 'هذا التكوين موجّه إلى فئة أخرى: حرف أخرى.']);
    await expect(join(artisanId, await open({ forYouth: true }))).rejects.toMatchObject({ code: 'TRAINING_NOT_FOR_HER', params: { why: 'youth' } });
    const sessionId = await open({ forWomen: true, branches: ['carpets'], regions: ['MA-03'] });
    const officer = (region: string): Actor => actor('officer', { memberships: [{ kind: 'chamber', organisationId: region }] });
    await expect(enrolments.join(officer('MA-09'), { id: newId(), sessionId, artisanId })).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    await expect(enrolments.join(maker(await carpetMaker(t)), { id: newId(), sessionId, artisanId })).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    const seat = await enrolments.join(officer('MA-03'), { id: newId(), sessionId, artisanId });
    expect(seat).toMatchObject({ artisanId, state: 'enrolled' });
    await expect(enrolments.leave(officer('MA-09'), seat.id)).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    t.clock.set(new Date('2026-12-02T08:00:00Z'));
    await expect(join(await carpetMaker(t), sessionId)).rejects.toMatchObject({ code: 'TRAINING_JOIN_OVER' });
  });
});

describe('the roll and its end', () => {
  it('notes presence by day, assesses, and gives who passed a certificate that anybody can check', async () => {
    const sessionId = await open({ seats: 3 });
    const [good, absent, unmet] = [await weaver(), await weaver(), await weaver()];
    const [g, a, u] = [await join(good.artisanId, sessionId), await join(absent.artisanId, sessionId), await join(unmet.artisanId, sessionId)];
    const assess = (enrolmentId: string, met: string[], id = newId()): Promise<unknown> => rolls.assess(trainer, { id, enrolmentId, met });
    await expect(rolls.call(trainer, { sessionId, day: '2026-12-01', present: [] })).rejects.toMatchObject({ code: 'TRAINING_DAY_NOT_HELD' });
    t.clock.set(new Date('2026-12-02T17:00:00Z'));
    await expect(assess(g.id, ['knots', 'dyes'])).rejects.toMatchObject({ code: 'TRAINING_NOT_BEGUN' });
    t.clock.set(new Date('2026-12-01T17:00:00Z'));
    await rolls.call(trainer, { sessionId, day: '2026-12-01', present: [g.id] });
    // Present on every day so far, and the course is half over.
    await expect(assess(g.id, ['knots', 'dyes'])).rejects.toMatchObject({ code: 'TRAINING_RUNS' });
    t.clock.set(new Date('2026-12-02T17:00:00Z'));
    for (const day of ['2026-12-01', '2026-12-02', '2026-12-02']) await rolls.call(trainer, { sessionId, day, present: [g.id, u.id] });
    await expect(rolls.call(trainer, { sessionId, day: '2026-12-01', present: [newId()] })).rejects.toMatchObject({ code: 'TRAINING_NOT_ON_ROLL' });
    await expect(assess(g.id, ['flying'])).rejects.toMatchObject({ code: 'TRAINING_CRITERION_UNKNOWN' });
    const id = newId();
    await Promise.all([assess(g.id, ['knots', 'dyes'], id), assess(g.id, ['knots', 'dyes'], id)]);
    await expect(assess(g.id, [])).rejects.toMatchObject({ code: 'TRAINING_LEFT_OVER' });
    await assess(a.id, ['knots', 'dyes']);
    await assess(u.id, ['knots']);
    const page = await rolls.page(trainer, sessionId, 10, null);
    expect(page.nodes.map((line) => [line.state, line.daysPresent.length, line.completionNumber !== null])).toEqual([['completed', 2, true], ['not_completed', 0, false], ['not_completed', 2, false]]);
    const number = page.nodes[0]!.completionNumber!;
    expect(number).toMatch(/^TAP-F-2026-\d{6}$/);
    expect(await t.get(CompletionsService).byNumber(number.toLowerCase())).toMatchObject({ artisan: { id: good.artisanId }, session: { id: sessionId }, issuedOn: '2026-12-02' });
    expect(await t.get(CompletionsService).byNumber('TAP-F-2026-999999')).toBeNull();
    expect(await facts('TrainingCompleted', sessionId)).toEqual([good.artisanId]);
    expect([(await good.letters()).at(-1), (await unmet.letters()).at(-1)]).toEqual(['أتممت التكوين: العقد', 'بخصوص تكوينك: العقد']);
    await expect(sessions.cancel(trainer, sessionId, 'late')).rejects.toMatchObject({ code: 'TRAINING_PASSED' });
    await sessions.close(trainer, sessionId);
    await sessions.close(trainer, sessionId);
    expect((await facts('TrainingAttended', sessionId)).sort()).toEqual([good.artisanId, unmet.artisanId].sort());
    await expect(rolls.call(trainer, { sessionId, day: '2026-12-01', present: [] })).rejects.toMatchObject({ code: 'TRAINING_CLOSED' });
    await expect(assess(u.id, ['knots', 'dyes'])).rejects.toMatchObject({ code: 'TRAINING_CLOSED' });
    await expect(sessions.cancel(trainer, sessionId, 'late')).rejects.toMatchObject({ code: 'TRAINING_CLOSED' });
    for (const sql of ['update certification.completion set number = $$X$$', 'delete from certification.assessment']) await expect(t.db.read(sql)).rejects.toThrow('keeps every row');
  });

  it('cancelled tells everybody on the list, and takes nobody more', async () => {
    const sessionId = await open({ seats: 1 });
    const [seated, waiting] = [await weaver(), await weaver()];
    await join(seated.artisanId, sessionId);
    await join(waiting.artisanId, sessionId);
    await sessions.cancel(trainer, sessionId, 'The trainer is ill');
    await sessions.cancel(trainer, sessionId, 'The trainer is ill');
    expect([(await seated.letters()).at(-1), (await waiting.letters()).at(-1)]).toEqual(['أُلغي: العقد', 'أُلغي: العقد']);
    await expect(join(await carpetMaker(t), sessionId)).rejects.toMatchObject({ code: 'TRAINING_CANCELLED' });
    await expect(sessions.close(trainer, sessionId)).rejects.toMatchObject({ code: 'TRAINING_CANCELLED' });
    expect((await rolls.page(trainer, sessionId, 10, null)).nodes.map((line) => line.state)).toEqual(['cancelled', 'cancelled']);
  });

  it('closes by itself two weeks after its last day, unless it moved', async () => {
    const sessionId = await open();
    await sessions.save(trainer, { ...offer(), id: sessionId, endsOn: '2026-12-10' });
    const artisanId = await carpetMaker(t);
    const { id } = await join(artisanId, sessionId);
    t.clock.set(new Date('2026-12-10T12:00:00Z'));
    await rolls.call(trainer, { sessionId, day: '2026-12-01', present: [id] });
    t.clock.set(new Date('2026-12-17T12:00:00Z'));
    await t.jobs.drain();
    expect(await sessions.one(sessionId)).toMatchObject({ state: 'open' });
    t.clock.set(new Date('2026-12-24T12:00:00Z'));
    await t.jobs.drain();
    expect(await sessions.one(sessionId)).toMatchObject({ state: 'closed' });
    expect(await facts('TrainingAttended', sessionId)).toEqual([artisanId]);
  });

  it('is its own centre’s: another neither reads nor changes it, and nobody judges herself', async () => {
    const sessionId = await open();
    const artisanId = await carpetMaker(t);
    const { id } = await join(artisanId, sessionId);
    t.clock.set(new Date('2026-12-01T12:00:00Z'));
    const other = inspectorOf('pottery');
    const attempts: (() => Promise<unknown>)[] = [
      () => rolls.page(other, sessionId, 10, null), () => rolls.call(other, { sessionId, day: '2026-12-01', present: [] }), () => rolls.assess(other, { id: newId(), enrolmentId: id, met: [] }),
      () => sessions.cancel(other, sessionId, 'x'), () => sessions.close(other, sessionId),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ code: 'TRAINING_NOT_FOUND' });
    await rolls.call(trainer, { sessionId, day: '2026-12-01', present: [id] });
    await expect(rolls.assess(inspectorOf('carpets', { artisanId }), { id: newId(), enrolmentId: id, met: [] })).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
  });

  it('is found page by page, soonest or latest first, by whom it is for', async () => {
    const fresh = await Promise.all(['2027-02-01', '2027-02-02', '2027-02-02', '2027-02-03'].map((day) => open({ startsOn: day, endsOn: day, regionCode: 'MA-09', regions: [], forWomen: true })));
    for (const latest of [false, true]) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await sessions.page({ regionCode: 'MA-09', branch: 'carpets' }, latest, 3, after);
        seen.push(...page.nodes.map((node) => node.id));
        ({ endCursor: after, hasNextPage: more } = page);
      }
      expect([...seen].sort()).toEqual([...fresh].sort());
    }
    expect((await sessions.page({ regionCode: 'MA-09', forWomen: false }, false, 3, null)).nodes).toEqual([]);
    for (const from of ['0000-01-01', '0001-02-03']) expect((await sessions.page({ regionCode: 'MA-09', from }, false, 3, null)).nodes).toHaveLength(3);
  });
});
