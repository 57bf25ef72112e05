import { identityRoom, IdentityService } from '#libs/identity';
import { newId, SYSTEM } from '#libs/kernel';
import { registryRoom, RegistryService } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { CertificationResolver } from './certification.resolver.js';
import { carpetMaker, carpetSeen, examined, inspectorOf, maker } from './certification.fixtures.js';
import { certificationRoom, CertificatePagesService, CertificationService, InspectionsService, type Certificate, type IssueInput, type LiveCertificate } from './index.js';

let t: TestHouse;
let certification: CertificationService;
let artisanId: string;
const inspector = inspectorOf('carpets');
beforeAll(async () => {
  t = await testHouse([identityRoom, registryRoom, certificationRoom]);
  certification = t.get(CertificationService);
});
afterAll(() => t.close());
beforeEach(async () => {
  t.clock.set(TODAY);
  artisanId = await carpetMaker(t);
});

const issue = async (more: Partial<IssueInput> = {}, scope: { pieceId?: string | null; lotSize?: number } = {}): Promise<Certificate> =>
  certification.issue(inspector, { id: newId(), inspectionId: await examined(t, artisanId, scope), ...more });
const live = async (productId: string, day = '2026-11-24', more = {}): Promise<LiveCertificate | null> => {
  const [first] = await t.db.write(SYSTEM, (tx) => certification.liveCertificatesFor(tx, { artisanId, productId, productType: 'carpets', day, ...more }));
  return first ?? null;
};
const facts = (name: string): Promise<{ payload: Record<string, unknown> }[]> => t.db.read('select payload from platform.outbox where name = $1 order by at, id', [name]);
const asked = (number: string): Promise<{ status: string }> => t.get(CertificationResolver).certificate(number) as Promise<{ status: string }>;

describe('a certificate', () => {
  it('is issued for one piece, with its number, what was seen, and a fact', async () => {
    const pieceId = newId();
    const certificate = await issue({ labelNumber: 'P 4711' }, { pieceId });
    expect(certificate).toMatchObject({ artisanId, pieceId, grade: 'courante', labelNumber: 'P 4711', inspectorName: 'Rachida Filali', validFrom: '2026-11-24', validUntil: '2031-11-24', foodContact: false });
    expect(certificate.number).toMatch(/^TAP-2026-\d{6}$/);
    expect(certificate.facts.find((fact) => fact.rule === 'knots-per-m2')).toMatchObject({ value: 27_000, unit: 'knots/m²' });
    expect((await facts('CertificateIssued')).at(-1)!.payload).toEqual({ certificateId: certificate.id, number: certificate.number, artisanId, pieceId, productType: 'carpets', validFrom: '2026-11-24', validUntil: '2031-11-24' });
    expect(await live(pieceId)).toMatchObject({ number: certificate.number, scheme: 'centre', validUntil: '2031-11-24' });
    expect(await live(newId())).toBeNull();
    expect(await asked(certificate.number.toLowerCase())).toMatchObject({ status: 'valid', certificate: { id: certificate.id } });
    expect(await asked('TAP-2026-999999')).toEqual({ number: 'TAP-2026-999999', status: 'unknown', certificate: null });
  });

  it('covers all of the type when it names no piece, for its own maker only', async () => {
    const { number } = await issue({}, { pieceId: null });
    expect(await live(newId())).toMatchObject({ number });
    expect(await live(newId(), '2026-11-24', { foodContact: true })).toBeNull();
    expect(await live(newId(), '2026-11-24', { productType: 'pottery' })).toBeNull();
    expect(await live(newId(), '2026-11-24', { artisanId: newId() })).toBeNull();
  });

  it('sent twice is one certificate, and an inspection gives one only', async () => {
    const inspectionId = await examined(t, artisanId);
    const id = newId();
    const [first, again] = await Promise.all([certification.issue(inspector, { id, inspectionId }), certification.issue(inspector, { id, inspectionId })]);
    expect(again.number).toBe(first.number);
    await expect(certification.issue(inspector, { id: newId(), inspectionId })).rejects.toMatchObject({ code: 'INSPECTION_MOVED' });
    await expect(certification.issue(inspector, { id, inspectionId: await examined(t, artisanId) })).rejects.toMatchObject({ code: 'INSPECTION_ID_TAKEN' });
  });

  it('takes numbers without gap or double, whoever issues at once and whatever fails', async () => {
    const before = Number((await issue()).number.slice(-6));
    const ready = await Promise.all(Array.from({ length: 8 }, () => examined(t, artisanId)));
    const faulty = await examined(t, artisanId, {}, { wool: { outcome: 'not_met' } });
    const results = await Promise.allSettled([...ready, faulty].map((inspectionId) => certification.issue(inspector, { id: newId(), inspectionId })));
    const numbers = results.flatMap((r) => (r.status === 'fulfilled' ? [Number(r.value.number.slice(-6))] : [])).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 8 }, (_, i) => before + 1 + i));
    expect(results.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: 'wool' } } });
    expect((results.at(-1) as { reason: { say(locale: string): string } }).reason.say('fr')).toBe('Pas de certificat tant que ceci n’est pas satisfait : Laine bien filée.');
    t.clock.set(new Date('2027-01-02T12:00:00Z'));
    expect((await issue()).number).toBe('TAP-2027-000001');
  });

  it('never seals two pieces with one label', async () => {
    await issue({ labelNumber: 'L-1' });
    await issue({ labelNumber: 'ب 1' });
    await expect(issue({ labelNumber: '---' })).rejects.toMatchObject({ code: 'CERTIFICATE_LABEL_NUMBER', field: 'input.labelNumber' });
    await issue({ labelNumber: 'ت 1' });
    for (const again of [' L-1 ', 'l-1', 'L 1', 'L1', 'L-١', 'Ｌ１', 'ب١', 'ت-1']) await expect(issue({ labelNumber: again })).rejects.toMatchObject({ code: 'CERTIFICATE_LABEL_USED', field: 'input.labelNumber' });
  });

  it('is issued on the look its inspector read, not on one that came since', async () => {
    const inspectionId = await examined(t, artisanId);
    const inspections = t.get(InspectionsService);
    const [read] = await inspections.examinations({ id: inspectionId, variant: 'middle-atlas' });
    const colleague = inspectorOf('carpets', { name: 'Driss Alaoui' });
    await inspections.record(colleague, { id: newId(), inspectionId, seen: carpetSeen({ 'knots-width': { value: 14 } }) });
    const refusal = certification.issue(inspector, { id: newId(), inspectionId, examinationId: read!.id });
    await expect(refusal).rejects.toMatchObject({ code: 'CERTIFICATE_OTHER_LOOK', params: { who: 'Driss Alaoui' } });
    const looks = await inspections.examinations({ id: inspectionId, variant: 'middle-atlas' });
    expect(await certification.issue(inspector, { id: newId(), inspectionId, examinationId: looks.at(-1)!.id })).toMatchObject({ inspectionId });
  });

  it('seals one piece, never a lot or all of a kind', async () => {
    for (const changes of [{ lotSize: 3 }, { pieceId: null }]) {
      const inspectionId = await examined(t, artisanId, changes);
      await expect(certification.issue(inspector, { id: newId(), inspectionId, scheme: 'estampillage', labelNumber: `L-${inspectionId}` })).rejects.toMatchObject({ code: 'CERTIFICATE_LABEL_ONE_PIECE', field: 'input.labelNumber' });
    }
  });

  it('claims no grade above the knots counted', async () => {
    await expect(issue({ grade: 'superieure' })).rejects.toMatchObject({ code: 'CERTIFICATE_GRADE_TOO_HIGH', params: { claimed: 'superieure', computed: 'courante' } });
    const said = await issue({ grade: 'superieure' }).catch((error: { say(locale: string): string }) => error.say('ar'));
    expect(said).toBe('العقد المحسوبة تعطي الدرجة: عادية. والدرجة المطلوبة أعلى: رفيعة.');
    expect(await issue({ grade: 'courante' })).toMatchObject({ grade: 'courante' });
  });

  it.each<[Partial<IssueInput>, string]>([
    [{ validUntil: '2026-11-23' }, 'CERTIFICATE_VALIDITY'], [{ validUntil: '2031-11-25' }, 'CERTIFICATE_VALIDITY'], [{ validUntil: '2027-02-30' }, 'INPUT_INVALID'],
    [{ scheme: 'morocco_handmade' }, 'CERTIFICATE_SCHEME'], [{ scheme: 'collective_mark' }, 'CERTIFICATE_SCHEME'], [{ scheme: 'morocco_handmade', schemeLevel: 4 }, 'INPUT_INVALID'],
  ])('is refused for %j with %s', async (more, code) => {
    await expect(issue(more)).rejects.toMatchObject({ code });
  });

  it('is not issued to an artisan who is off the register, but outlives a suspension', async () => {
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    const pieceId = newId();
    await issue({}, { pieceId });
    await t.get(RegistryService).setStanding(officer, { id: newId(), artisanId, from: 'registered', to: 'suspended', why: 'Card expired' });
    await expect(issue()).rejects.toMatchObject({ code: 'CERTIFICATE_ARTISAN_MAY_NOT_SELL' });
    expect(await live(pieceId)).not.toBeNull();
  });

  it('runs out the day after its last, once, and says so', async () => {
    const pieceId = newId();
    const { number, id } = await issue({ validUntil: '2026-12-31' }, { pieceId });
    t.clock.set(new Date('2026-12-31T22:30:00Z'));
    await t.jobs.tick('certification.expire');
    expect(await asked(number)).toMatchObject({ status: 'valid' });
    t.clock.set(new Date('2026-12-31T23:30:00Z'));
    expect(await asked(number)).toMatchObject({ status: 'expired' });
    expect(await live(pieceId, '2027-01-01')).toBeNull();
    await Promise.all([t.jobs.tick('certification.expire'), t.jobs.tick('certification.expire')]);
    await t.jobs.tick('certification.expire');
    expect((await facts('CertificateLapsed')).filter((fact) => fact.payload['certificateId'] === id)).toEqual([{ payload: { certificateId: id, number, artisanId, pieceId, reason: 'expired' } }]);
    await expect(certification.withdraw(inspector, { certificateId: id, reason: 'late' })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_LIVE' });
  });

  it('is ended by an errand of its last day at the first moment after it, not by a slow look around', async () => {
    const pieceId = newId();
    const { id } = await issue({ validUntil: '2027-02-20' }, { pieceId });
    await issue({ validUntil: '2027-02-20' });
    const waiting = await t.db.read<{ run_at: Date }>(`select run_at from platform.outbox where name = 'certification.expire-day' and payload->>'lastDay' = '2027-02-20'`);
    // In Ramadan Morocco's midnight is that of UTC.
    expect(waiting.map((row) => row.run_at.toISOString())).toEqual(['2027-02-21T00:00:00.000Z']);
    const lapsed = async (): Promise<boolean> => (await facts('CertificateLapsed')).some((fact) => fact.payload['certificateId'] === id);
    t.clock.set(new Date('2027-02-20T23:59:59Z'));
    await t.jobs.drain();
    expect(await lapsed()).toBe(false);
    t.clock.set(new Date('2027-02-21T00:00:00Z'));
    await t.jobs.drain();
    expect(await lapsed()).toBe(true);
  });

  it('tells its maker some weeks before its end and when it is taken back, in her language, once, and not of what she has renewed', async () => {
    const identity = t.get(IdentityService);
    const account = await identity.createPerson({ email: 'itto@example.ma', password: 'a long password of hers', name: 'Itto', locale: 'fr' });
    await t.db.write(SYSTEM, (tx) => identity.grant(tx, account, { role: 'artisan', artisanId }));
    const letters = async (): Promise<string[]> => (await t.db.read<{ subject: string }>('select subject from platform.mail where recipient = $1 order by id', ['itto@example.ma'])).map((one) => one.subject);
    const ending = await issue({ validUntil: '2027-06-30' });
    const pieceId = newId();
    await issue({ validUntil: '2027-06-30' }, { pieceId });
    await issue({ validUntil: '2029-06-30' }, { pieceId });
    t.clock.set(new Date('2027-05-16T12:00:00Z'));
    await t.jobs.drain();
    await certification.remind(ending.id);
    const before = (await letters()).filter((subject) => subject.startsWith('Finit'));
    expect(before).toEqual(['Finit le 30 juin 2027 : le certificat de Beni Ouarain, ivory, black lozenges']);
    const withdrawal = { certificateId: ending.id, reason: 'La teinture a dégorgé' };
    await Promise.all([certification.withdraw(inspector, withdrawal), certification.withdraw(inspector, withdrawal)]);
    expect((await letters()).filter((subject) => subject.startsWith('Retiré'))).toEqual([`Retiré : le certificat ${ending.number}`]);
    const [letter] = await t.db.read<{ body: string }>('select body from platform.mail where subject = $1', [`Retiré : le certificat ${ending.number}`]);
    expect(letter!.body).toContain('Motif : La teinture a dégorgé');
  });

  it('is withdrawn by its own centre with a reason, once', async () => {
    const pieceId = newId();
    const { number, id } = await issue({}, { pieceId });
    await expect(certification.withdraw(inspectorOf('pottery'), { certificateId: id, reason: 'no' })).rejects.toMatchObject({ code: 'CERTIFICATE_NOT_FOUND' });
    const reason = 'The dye ran in the first wash';
    await Promise.all([certification.withdraw(inspector, { certificateId: id, reason }), certification.withdraw(inspector, { certificateId: id, reason })]);
    expect(await asked(number)).toMatchObject({ status: 'withdrawn', certificate: { endReason: reason } });
    expect(await live(pieceId)).toBeNull();
    expect((await facts('CertificateLapsed')).filter((fact) => fact.payload['certificateId'] === id)).toMatchObject([{ payload: { reason: 'withdrawn' } }]);
    await issue({}, { pieceId });
    expect(await live(pieceId)).not.toBeNull();
  });

  it('and its end stay as they were written', async () => {
    const { id } = await issue();
    await certification.withdraw(inspector, { certificateId: id, reason: 'x' });
    for (const sql of ['update certification.certificate set grade = null', 'delete from certification.certificate', 'update certification.certificate_end set reason = $$y$$', 'delete from certification.certificate_end']) {
      await expect(t.db.read(sql)).rejects.toThrow('keeps every row');
    }
  });

  it('of pottery holds the metals to the limit of its use, and food contact to the lab', async () => {
    const inspections = t.get(InspectionsService);
    const potter = inspectorOf('pottery');
    const look = async (variant: string, seen: { rule: string; value?: number; outcome?: 'met' }[]): Promise<Certificate> => {
      const id = newId();
      await inspections.request(maker(artisanId), { id, centreId: 'pottery', productType: 'pottery', variant, pieceId: newId(), description: 'Tagine' });
      await inspections.record(potter, { id: newId(), inspectionId: id, seen: [...seen, ...['firing', 'by-hand', 'materials', 'finish'].map((rule) => ({ rule, outcome: 'met' as const }))] });
      return certification.issue(potter, { id: newId(), inspectionId: id });
    };
    const food = (lead: number, cadmium: number): { rule: string; value?: number; outcome?: 'met' }[] => [{ rule: 'lead', value: lead }, { rule: 'cadmium', value: cadmium }, { rule: 'laboratory-report', outcome: 'met' }, { rule: 'glaze', outcome: 'met' }];
    expect(await look('cooking', food(1.5, 0.1))).toMatchObject({ foodContact: true, grade: null });
    await expect(look('cooking', food(1.6, 0.1))).rejects.toMatchObject({ code: 'CERTIFICATE_RULES_NOT_MET', params: { rules: 'lead' } });
    expect(await look('fillable', food(4, 0.3))).toMatchObject({ foodContact: true });
    await expect(look('fillable', food(4, 0.3).slice(0, 2))).rejects.toMatchObject({ params: { rules: 'laboratory-report, glaze' } });
    await expect(look('decorative', [])).rejects.toMatchObject({ params: { rules: 'decorative-mark' } });
    expect(await look('decorative', [{ rule: 'decorative-mark', outcome: 'met' }])).toMatchObject({ foodContact: false });
  });

  it('is found page by page, newest or ending soonest, by its centre and its maker alone', async () => {
    const pages = t.get(CertificatePagesService);
    const all = [await issue({ validUntil: '2027-03-01' }), await issue({ validUntil: '2027-01-01' }), await issue({ validUntil: '2027-02-01' })];
    await certification.withdraw(inspector, { certificateId: all[0]!.id, reason: 'x' });
    const walk = async (order: 'newest' | 'ending', filter = {}, who = maker(artisanId)): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await pages.page(who, { filter, order, day: '2027-01-15', first: 2, after });
        seen.push(...page.nodes.map((node) => node.validUntil));
        ({ endCursor: after, hasNextPage: more } = page);
      }
      return seen;
    };
    expect(await walk('ending')).toEqual(['2027-01-01', '2027-02-01', '2027-03-01']);
    expect((await walk('newest')).length).toBe(3);
    expect(await walk('ending', { status: 'valid' })).toEqual(['2027-02-01']);
    expect(await walk('ending', { status: 'expired' })).toEqual(['2027-01-01']);
    expect(await walk('ending', { status: 'withdrawn', productType: 'carpets' })).toEqual(['2027-03-01']);
    expect(await walk('ending', { artisanId }, inspector)).toHaveLength(3);
    expect(await walk('ending', { artisanId }, inspectorOf('pottery'))).toEqual([]);
    expect(await walk('ending', { artisanId }, maker(newId()))).toEqual([]);
  });
});
