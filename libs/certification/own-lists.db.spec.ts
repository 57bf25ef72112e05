import { identityRoom } from '#libs/identity';
import { newId, SYSTEM, type Actor } from '#libs/kernel';
import { registryRoom } from '#libs/registry';
import { testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, examined, inspectorOf, maker } from './certification.fixtures.js';
import type { CertificateFilter, CertificateOrder } from './certificate/certificate-pages.service.js';
import { CertificatePagesService, certificationRoom, CertificationService, EnrolmentsService, InspectionsService, RollsService, SessionsService } from './index.js';
import { InspectionsResolver } from './inspection/inspections.resolver.js';

interface Page<T> {
  readonly nodes: readonly T[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
}

/** Every line of a list, read in pages of two. */
async function walk<T, S>(page: (first: number, after: string | null) => Promise<Page<T>>, show: (node: T) => S): Promise<S[]> {
  const seen: S[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const { nodes, endCursor, hasNextPage } = await page(2, after);
    seen.push(...nodes.map(show));
    [after, more] = [endCursor, hasNextPage];
  }
  return seen;
}

describe('what a maker has of her own, page by page', () => {
  let t: TestHouse;
  let her: Actor;
  const inspector = inspectorOf('carpets');
  const minute = (n: number): void => t.clock.set(new Date(TODAY.getTime() + n * 60_000));
  beforeAll(async () => {
    t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  });
  afterAll(() => t.close());
  beforeEach(async () => {
    t.clock.set(TODAY);
    her = maker(await carpetMaker(t));
  });

  it('narrows her inspections to states and a type, newest or oldest first, and says which refusal is looked at again', async () => {
    const inspections = t.get(InspectionsService);
    const ids: string[] = [];
    for (const [n, productType] of ['carpets', 'textile', 'carpets', 'carpets', 'textile'].entries()) {
      minute(n);
      const { id } = await inspections.request(her, carpetRequest({ productType, variant: productType === 'carpets' ? 'middle-atlas' : 'general' }));
      ids.push(id);
    }
    const [a, b, c, d, e] = ids as [string, string, string, string, string];
    await inspections.follow(her, b, 'cancel');
    await inspections.record(inspector, { id: newId(), inspectionId: c, seen: carpetSeen() });
    await inspections.refuse(inspector, { inspectionId: c, reason: 'Moth' });
    const again = newId();
    await inspections.secondLook(her, { id: again, inspectionId: c });
    const listed = (asked: object): Promise<string[]> => walk((first, after) => inspections.mine(her, first, after, asked), ({ id }) => id);
    expect(await listed({})).toEqual([again, e, d, c, b, a]);
    expect(await listed({ oldest: true })).toEqual([a, b, c, d, e, again]);
    expect(await listed({ states: ['requested', 'cancelled'] })).toEqual([again, e, d, b, a]);
    expect(await listed({ states: ['refused'] })).toEqual([c]);
    expect(await listed({ productType: 'textile', oldest: true })).toEqual([b, e]);
    expect(await listed({ productType: 'textile', states: ['cancelled'] })).toEqual([b]);
    expect(await listed({ states: [] })).toEqual([]);
    expect(await listed({ productType: 'x\u0000' })).toEqual([]);
    const resolver = t.get(InspectionsResolver);
    const page = (await resolver.myInspections(her, { first: 10, sort: 'newest', states: ['refused', 'cancelled'] })) as Page<Parameters<InspectionsResolver['secondLook']>[0]>;
    expect(await Promise.all(page.nodes.map((node) => resolver.secondLook(node)))).toEqual([again, null]);
  });

  it('narrows her certificates to what they are worth, a type and a centre, newest or ending soonest', async () => {
    const [certification, pages] = [t.get(CertificationService), t.get(CertificatePagesService)];
    const numbers: string[] = [];
    for (const [n, validUntil] of ['2027-03-01', '2027-01-01', '2027-02-01', '2027-01-10'].entries()) {
      minute(n);
      numbers.push((await certification.issue(inspector, { id: newId(), inspectionId: await examined(t, her.artisanId!), validUntil })).number);
    }
    const [march, first, february, tenth] = numbers as [string, string, string, string];
    await certification.withdraw(inspector, { certificateId: (await certification.byNumber(march))!.id, reason: 'x' });
    t.clock.set(new Date('2027-01-15T12:00:00Z'));
    await certification.expireEnded(t.clock.now());
    const listed = (filter: CertificateFilter, order: CertificateOrder = 'newest', who = her): Promise<string[]> => walk((some, after) => pages.mine(who, { filter, order, day: '2027-01-15', first: some, after }), ({ number }) => number);
    expect(await listed({})).toEqual([tenth, february, first, march]);
    expect(await listed({}, 'ending')).toEqual([first, tenth, february, march]);
    expect(await listed({ status: 'valid' })).toEqual([february]);
    expect(await listed({ status: 'valid', productType: 'carpets' }, 'ending')).toEqual([february]);
    expect(await listed({ status: 'expired' })).toEqual([tenth, first]);
    expect(await listed({ status: 'expired' }, 'ending')).toEqual([first, tenth]);
    expect(await listed({ status: 'withdrawn' })).toEqual([march]);
    expect(await listed({ status: 'withdrawn', productType: 'carpets' }, 'ending')).toEqual([march]);
    for (const nothing of [{ status: 'unknown' } as const, { productType: 'pottery' }, { centreId: 'pottery' }, { status: 'withdrawn', centreId: 'pottery' } as const]) expect(await listed(nothing)).toEqual([]);
    // An inspector who weaves has her own here, and her centre's in the other list.
    const both = inspectorOf('carpets', { artisanId: her.artisanId });
    expect(await listed({ centreId: 'carpets' }, 'newest', both)).toEqual([tenth, february, first, march]);
    expect(await listed({}, 'newest', inspector)).toEqual([]);
    expect(await pages.page(inspector, { filter: { status: 'unknown' }, order: 'newest', day: '2027-01-15', first: 5, after: null })).toMatchObject({ nodes: [], hasNextPage: false });
  });

  const criteria = [{ code: 'knots', en: 'Even knots', fr: 'Nœuds réguliers', ar: 'عقد منتظمة' }];
  async function open(startsOn: string, id = newId()): Promise<string> {
    const session = { id, centreId: 'carpets', programme: 'P', titleEn: 'T', titleFr: 'T', titleAr: 'T', trainer: 'T', place: 'Azrou', regionCode: 'MA-03', startsOn, endsOn: startsOn, seats: 6, criteria };
    return (await t.get(SessionsService).save(inspector, session)).id;
  }

  it('narrows her trainings to states or to one, by asking or by the first day, which moves with the session', async () => {
    const enrolments = t.get(EnrolmentsService);
    const sessions: string[] = [];
    for (const [n, day] of ['2026-12-05', '2026-12-01', '2026-12-09'].entries()) {
      minute(n);
      const sessionId = await open(day);
      sessions.push(sessionId);
      await enrolments.join(her, { id: newId(), sessionId });
    }
    const [fifth, first, ninth] = sessions as [string, string, string];
    const listed = (filter: object, order?: 'newest' | 'soonest' | 'latest'): Promise<string[]> => walk((some, after) => enrolments.mine(her.artisanId, some, after, filter, order), ({ sessionId }) => sessionId);
    expect(await listed({})).toEqual([ninth, first, fifth]);
    expect(await listed({}, 'soonest')).toEqual([first, fifth, ninth]);
    await open('2026-12-20', first);
    expect(await listed({}, 'soonest')).toEqual([fifth, ninth, first]);
    expect(await listed({}, 'latest')).toEqual([first, ninth, fifth]);
    const [place] = (await enrolments.mine(her.artisanId, 1, null, { sessionId: ninth })).nodes;
    await enrolments.leave(her, place!.id);
    expect(await listed({ states: ['enrolled', 'waiting'] }, 'soonest')).toEqual([fifth, first]);
    expect(await listed({ states: ['left'] })).toEqual([ninth]);
    expect(await listed({ sessionId: fifth })).toEqual([fifth]);
    for (const nobody of [newId(), 'x', '\u0000']) expect(await listed({ sessionId: nobody })).toEqual([]);
  });

  it('narrows a roll to states and a name, by asking or by name, and calls it a part at a time', async () => {
    const [enrolments, rolls] = [t.get(EnrolmentsService), t.get(RollsService)];
    const sessionId = await open('2026-12-01');
    const names = ['Zineb', 'Aïcha', 'Malika', 'Fadma'];
    const seats: Record<string, string> = {};
    for (const [n, name] of names.entries()) {
      minute(n);
      const artisanId = await carpetMaker(t);
      await t.db.read(`update registry.artisan set name_latin = $2, sort_key = platform.fold($2), search = platform.fold($2) where id = $1`, [artisanId, name]);
      seats[name] = (await enrolments.join(maker(artisanId), { id: newId(), sessionId })).id;
    }
    await t.db.write(SYSTEM, (tx) => tx.query(`update certification.enrolment set state = 'waiting' where id = $1`, [seats['Malika']]));
    const listed = (filter: object, order?: 'asked' | 'name'): Promise<string[]> => walk((some, after) => rolls.page(inspector, sessionId, some, after, filter, order), ({ artisan }) => artisan.nameLatin!);
    expect(await listed({})).toEqual(names);
    expect(await listed({}, 'name')).toEqual(['Aïcha', 'Fadma', 'Malika', 'Zineb']);
    expect(await listed({ states: ['enrolled'] }, 'name')).toEqual(['Aïcha', 'Fadma', 'Zineb']);
    expect(await listed({ states: ['enrolled', 'waiting'] }, 'name')).toEqual(['Aïcha', 'Fadma', 'Malika', 'Zineb']);
    expect(await listed({ states: ['waiting'] })).toEqual(['Malika']);
    expect(await listed({ query: 'aicha' })).toEqual(['Aïcha']);
    for (const nobody of ['%', '_', '\u0000', 'x'.repeat(9000)]) expect((await listed({ query: nobody }, 'name')).length).toBe(nobody.length === 1 ? 4 : 0);
    await expect(rolls.page(inspector, sessionId, 2, Buffer.from('[7,"x"]').toString('base64url'), {}, 'name')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });

    t.clock.set(new Date('2026-12-01T17:00:00Z'));
    const call = (present: string[], among?: string[]): Promise<unknown> => rolls.call(inspector, { sessionId, day: '2026-12-01', present: present.map((name) => seats[name]!), ...(among && { among: among.map((name) => seats[name]!) }) });
    const there = (): Promise<string[]> => walk((some, after) => rolls.page(inspector, sessionId, some, after, {}, 'name'), ({ artisan, daysPresent, daysAbsent }) => `${artisan.nameLatin} ${daysPresent.length}${daysAbsent.length}`);
    // The first page of the roll, then the second: nobody of the other is made absent.
    await call(['Aïcha'], ['Aïcha']);
    expect(await there()).toEqual(['Aïcha 10', 'Fadma 00', 'Malika 00', 'Zineb 00']);
    const assess = (name: string): Promise<{ state: string }> => rolls.assess(inspector, { id: newId(), enrolmentId: seats[name]!, met: ['knots'] });
    await expect(assess('Fadma')).rejects.toMatchObject({ code: 'TRAINING_DAY_UNSAID', params: { day: '2026-12-01' } });
    expect(await assess('Aïcha')).toMatchObject({ state: 'completed' });
    await call(['Zineb'], ['Fadma', 'Malika', 'Zineb']);
    expect(await there()).toEqual(['Aïcha 10', 'Fadma 01', 'Malika 00', 'Zineb 10']);
    await call(['Fadma']);
    expect(await there()).toEqual(['Aïcha 01', 'Fadma 10', 'Malika 00', 'Zineb 01']);
  });
});
