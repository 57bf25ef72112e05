import { jest } from '@jest/globals';
import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { identityRoom, IdentityService } from '#libs/identity';
import { newId, visitor, type Actor, type Role } from '#libs/kernel';
import { Database, readConfig, rootsOf } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { createApp } from '../../apps/api/app.js';
import { actor, dropDatabase, freshDatabase } from '../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, inspectorOf, maker } from './certification.fixtures.js';
import { certificationRoom, CertificationService, EnrolmentsService, InspectionsService, RulesService, SessionsService } from './index.js';
import { verifyPassport, type PassportBundle } from './passport/passport.verifier.js';

let app: NestFastifyApplication;
let url: string;
let files: string;
let artisanId: string;
const rooms = [identityRoom, registryRoom, certificationRoom];

beforeAll(async () => {
  url = await freshDatabase(rooms);
  files = await mkdtemp(join(tmpdir(), 'dar-sanaa-files-'));
  const config = readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, DATA_DIR: files, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
  app = await createApp(config, { rooms });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  artisanId = await carpetMaker({ db: app.get(Database, { strict: false }), get: (token) => app.get(token, { strict: false }) });
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await dropDatabase(url);
  await rm(files, { recursive: true, force: true });
});

const as = (who: Actor): void => void jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockResolvedValue(who);

interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { message: string; extensions: { code: string; field?: string } }[];
}
async function ask(who: Actor, query: string, variables: object = {}): Promise<Answer> {
  as(who);
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
  return answer.json<Answer>();
}
const get = (path: string): Promise<{ statusCode: number; body: string; headers: Record<string, unknown> }> => {
  as(visitor('fr'));
  return app.inject({ method: 'GET', url: path });
};

describe('a certificate over the wire', () => {
  it('goes from the request to a passport that a stranger can check', async () => {
    const inspector = inspectorOf('carpets');
    const inspectionId = newId();
    const request = { id: inspectionId, centreId: 'carpets', productType: 'carpets', variant: 'middle-atlas', pieceId: newId(), description: 'Beni Ouarain' };
    expect((await ask(maker(artisanId), 'mutation($input: RequestInspectionInput!) { requestInspection(input: $input) { state } }', { input: request })).data).toEqual({ requestInspection: { state: 'REQUESTED' } });
    const queue = await ask(inspector, '{ inspectionQueue(first: 10) { nodes { id state examinations { id } } hasNextPage } }');
    expect(queue.data).toMatchObject({ inspectionQueue: { nodes: [{ id: inspectionId, state: 'REQUESTED', examinations: [] }] } });
    expect((await ask(inspector, 'mutation($input: AppointInspectionInput!) { appointInspection(input: $input) { state } }', { input: { inspectionId, at: '2026-12-01T10:00:00Z' } })).data).toMatchObject({ appointInspection: { state: 'APPOINTED' } });
    const seen = carpetSeen().map((one) => ({ ...one, ...(one.outcome ? { outcome: one.outcome.toUpperCase() } : {}) }));
    const recorded = await ask(inspector, 'mutation($input: RecordInspectionInput!) { recordInspection(input: $input) { state examinations { findings { rule outcome value unit } } } }', { input: { id: newId(), inspectionId, seen } });
    expect(recorded.data).toMatchObject({ recordInspection: { state: 'EXAMINED' } });
    const issued = await ask(inspector, 'mutation($input: IssueCertificateInput!) { issueCertificate(input: $input) { number grade centre { fr } } }', { input: { id: newId(), inspectionId } });
    expect(issued.data).toMatchObject({ issueCertificate: { grade: 'COURANTE', centre: { fr: 'Centre d’excellence du tapis' } } });
    const { number } = (issued.data as unknown as { issueCertificate: { number: string } }).issueCertificate;

    const shown = await ask(visitor('fr'), 'query($n: String!) { certificate(number: $n) { status certificate { maker { nameLatin regionCode } variant { ar } facts { rule value source } endedAt } } }', { n: number });
    expect(shown.data).toMatchObject({ certificate: { status: 'VALID', certificate: { maker: { nameLatin: 'Itto Oubella', regionCode: 'MA-03' }, endedAt: null } } });

    const bundle = JSON.parse((await get(`/passports/${number}/bundle.json`)).body) as PassportBundle;
    const published = await get('/.well-known/did.json');
    expect(published).toMatchObject({ statusCode: 200, headers: { 'content-type': expect.stringContaining('application/did+json') as string, 'access-control-allow-origin': '*' } });
    expect(await verifyPassport({ ...bundle, didDocument: JSON.parse(published.body) as PassportBundle['didDocument'] }, new Date())).toMatchObject({ verdict: 'valid' });
    const jwt = await get(`/passports/${number}`);
    expect([jwt.statusCode, jwt.headers['content-type'], jwt.body.split('.').length]).toEqual([200, expect.stringContaining('application/vc+jwt'), 3]);
    for (const list of ['/passports/status/0', '/passports/updates/0', `/passports/${number}/editions/1`]) expect((await get(list)).headers['content-type']).toContain('application/vc+jwt');
    expect((await get(`/passports/${number}/label.svg`)).headers['content-type']).toContain('image/svg+xml');
    for (const nothing of ['/passports/TAP-2020-000001', '/passports/status/x', '/passports/%00', '/passports/updates/x', `/passports/${number}/editions/2`, `/passports/${'x'.repeat(90)}`]) expect([nothing, (await get(nothing)).statusCode]).toEqual([nothing, 404]);
  });

  it('keeps what an inspector photographs, and opens it to all once the work is certified', async () => {
    const inspector = inspectorOf('carpets');
    const inspectionId = newId();
    await app.get(InspectionsService, { strict: false }).request(maker(artisanId), { ...carpetRequest(), id: inspectionId });
    const upload = async (who: Actor, file: Buffer, id = newId()) => {
      as(who);
      const form = new FormData();
      form.append('photograph', new Blob([new Uint8Array(file)]), '../../x.php');
      const body = new Request('http://x/', { method: 'POST', body: form });
      return app.inject({ method: 'POST', url: `/uploads/inspection-photographs?inspectionId=${inspectionId}&id=${id}`, headers: { 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) });
    };
    const picture = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#b4472c' } }).jpeg().toBuffer();
    // A comment segment right after the start marker, as cameras write their owner's name.
    const fromPhone = Buffer.concat([picture.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, 10]), Buffer.from('Somebody'), picture.subarray(2)]);
    const id = newId();
    for (let sent = 0; sent < 2; sent++) expect((await upload(inspector, fromPhone, id)).json()).toMatchObject({ id, width: 1600, height: 800 });
    const wide = await sharp({ create: { width: 40_000, height: 2000, channels: 3, background: 'red' }, limitInputPixels: false }).png().toBuffer();
    for (const bad of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.alloc(0), picture.subarray(0, 2000), wide]) expect((await upload(inspector, bad)).json()).toMatchObject({ error: { code: 'EVIDENCE_UNREADABLE' } });
    expect((await upload(inspectorOf('pottery'), picture)).statusCode).toBe(404);
    expect((await upload(maker(artisanId), picture)).statusCode).toBe(403);

    const shown = await ask(inspector, 'query($id: ID!) { inspection(id: $id) { photographs { url width } } }', { id: inspectionId });
    expect(shown.data).toEqual({ inspection: { photographs: [{ url: `/files/inspections/${id}.jpg`, width: 1600 }] } });
    expect((await get(`/files/inspections/${id}.jpg`)).statusCode).toBe(404);
    await app.get(InspectionsService, { strict: false }).record(inspector, { id: newId(), inspectionId, seen: carpetSeen() });
    await app.get(CertificationService, { strict: false }).issue(inspector, { id: newId(), inspectionId });
    const seenByAll = await get(`/files/inspections/${id}.jpg`);
    expect([seenByAll.statusCode, seenByAll.headers['content-type']]).toEqual([200, 'image/jpeg']);
    expect(seenByAll.body).not.toContain('Somebody');
    expect((await upload(inspector, picture)).json()).toMatchObject({ error: { code: 'INSPECTION_MOVED' } });
  });

  it('answers NUL, overrides of direction and forged page marks with a refusal, not a failure', async () => {
    const mark = (key: unknown[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');
    const officer = actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-03' }] });
    const attempts: [Actor, string, object][] = [
      [visitor('en'), 'query($a: String!) { certificate(number: $a) { status } checklist(productType: $a, variant: $a) { code } }', { a: '\u0000\u202E' }],
      [officer, 'query($a: String!) { artisans(first: 1, filter: { query: $a, branch: $a }) { hasNextPage } }', { a: '\u0000\u202E' }],
      ...[mark(['x', 'y']), mark(['x', 'y', 'letters']), mark(['\u0000', newId(), 'sound']), mark(['\u0000', newId()]), mark(['2026-99-99 00:00:00+00', newId()]), mark(['0000-01-01', newId()]), ...['2026-02-30', '0000-01-01', '2026-01-01'].map((day) => mark([day, newId(), 'letters'])), ...['0000-01-01 00:00:00+00', '2026-01-01 00:00:00+99', '2026-01-01 00:00:00+01:99'].map((time) => mark([time, newId()])), 'x'].flatMap((after): [Actor, string, object][] => [
        [officer, 'query($after: String!) { artisans(first: 1, after: $after) { hasNextPage } newest: artisans(first: 1, after: $after, sort: NEWEST) { hasNextPage } }', { after }],
        [officer, 'query($after: String!) { claimQueue(first: 1, after: $after) { hasNextPage } }', { after }],
        [inspectorOf('carpets'), 'query($after: String!) { inspectionQueue(first: 1, after: $after) { hasNextPage } }', { after }],
        [inspectorOf('carpets'), 'query($after: String!) { certificates(first: 1, after: $after) { hasNextPage } ending: certificates(first: 1, after: $after, sort: ENDING) { hasNextPage } }', { after }],
        [visitor('fr'), 'query($after: String!) { trainingSessions(first: 1, after: $after) { hasNextPage } }', { after }],
        [maker(artisanId), 'query($after: String!) { myTraining(first: 1, after: $after) { hasNextPage } soonest: myTraining(first: 1, after: $after, sort: SOONEST) { hasNextPage } }', { after }],
        [maker(artisanId), 'query($after: String!) { myInspections(first: 1, after: $after) { hasNextPage } myCertificates(first: 1, after: $after, sort: ENDING) { hasNextPage } }', { after }],
      ]),
      [maker(artisanId), 'mutation($a: String!, $id: ID!) { requestInspection(input: { id: $id, centreId: $id, productType: $a, variant: $a, description: "x" }) { id } }', { a: '\u0000', id: newId() }],
    ];
    for (const [who, query, variables] of attempts) {
      const codes = ((await ask(who, query, variables)).errors ?? []).map((error) => error.extensions.code);
      expect(codes.filter((code) => !['CURSOR_INVALID', 'INPUT_INVALID'].includes(code))).toEqual([]);
    }
  });

  it('names units and sources as the caller’s language does, on a checklist and on what was certified', async () => {
    const checklist = 'checklist(productType: "carpets", variant: "city") { code unit unitName source sourceName }';
    const rules = async (locale: 'en' | 'fr' | 'ar'): Promise<readonly Record<string, string>[]> => (await ask(visitor(locale), `{ ${checklist} }`)).data!['checklist'] as unknown as readonly Record<string, string>[];
    const knots = async (locale: 'en' | 'fr' | 'ar'): Promise<unknown> => (await rules(locale)).find((rule) => rule['code'] === 'knots-width');
    expect(await knots('fr')).toMatchObject({ unit: 'knots/dm', unitName: 'nœuds/dm', sourceName: 'Table de l’estampillage, letapismarocain.com/?p=2846' });
    expect(await knots('ar')).toMatchObject({ unit: 'knots/dm', unitName: 'عقدة/دسم', source: 'Estampillage table, letapismarocain.com/?p=2846' });
    const inspector = inspectorOf('carpets');
    const looked = carpetRequest();
    const services = { inspections: app.get(InspectionsService, { strict: false }), certification: app.get(CertificationService, { strict: false }) };
    await services.inspections.request(maker(artisanId), looked);
    await services.inspections.record(inspector, { id: newId(), inspectionId: looked.id, seen: carpetSeen() });
    const found = await ask({ ...inspector, locale: 'ar' }, `{ inspection(id: "${looked.id}") { maker { nameArabic } centre { ar } examinations { knotsPerM2 grade findings { rule unitName } } } }`);
    expect(found.data!['inspection']).toMatchObject({ maker: { nameArabic: 'إيطو أوبلا' }, centre: { ar: 'مركز التميز للزرابي' }, examinations: [{ knotsPerM2: 27_000, grade: 'COURANTE', findings: expect.arrayContaining([{ rule: 'knots-height', unitName: 'عقدة/دسم' }]) as unknown }] });
    const { number } = await services.certification.issue(inspector, { id: newId(), inspectionId: looked.id });
    const shown = await ask(visitor('fr'), `{ certificate(number: "${number}") { certificate { facts { rule unitName sourceName } } } }`);
    expect(JSON.stringify(shown.data)).toContain('nœuds/m²');
    expect(JSON.stringify(shown.data)).toContain('(dahir de 1974)');
  });

  it('says its refusals in the caller’s language, with the field', async () => {
    const input = { id: newId(), centreId: 'carpets', productType: 'carpets', variant: 'middle-atlas', description: '\u202E' };
    const { errors } = await ask({ ...maker(artisanId), locale: 'ar' }, 'mutation($input: RequestInspectionInput!) { requestInspection(input: $input) { state } }', { input });
    expect(errors).toMatchObject([{ message: 'اكتب شيئاً هنا.', extensions: { code: 'TEXT_EMPTY', field: 'input.description' } }]);
    const workshop = { ...input, centreId: 'pottery', productType: 'workshop', variant: 'craft', description: 'Two looms' };
    const elsewhere = await ask({ ...maker(artisanId), locale: 'fr' }, 'mutation($input: RequestInspectionInput!) { requestInspection(input: $input) { state } }', { input: workshop });
    expect(elsewhere.errors).toMatchObject([{ message: expect.stringContaining('métier que le registre donne à cet atelier : Tapis') as string, extensions: { code: 'WORKSHOP_OTHER_CRAFT', field: 'input.centreId' } }]);
  });
});

/** Every root field of the room with the roles it is for; `admin` may call all, `anyone` needs no session. */
const SOMEONE = newId();
const FIELDS: Readonly<Record<string, readonly [operation: string, roles: readonly (Role | 'anyone')[]]>> = {
  certificate: ['{ certificate(number: "x") { status } }', ['anyone']],
  myCertificates: ['{ myCertificates(first: 1) { hasNextPage } }', ['artisan']],
  certificates: ['{ certificates(first: 1) { hasNextPage } }', ['inspector', 'artisan']],
  marks: ['{ marks(productType: "carpets", centreId: "carpets") { code } }', ['anyone']],
  ruleVersions: ['{ ruleVersions(productType: "carpets") { id } }', ['inspector']],
  publishRule: [`mutation { publishRule(input: { id: "${SOMEONE}", centreId: "x", productType: "carpets", code: "own-x", kind: OBSERVATION, en: "x", fr: "x", ar: "x", required: true, source: "x", checkedOn: "2026-11-24", validFrom: "2027-01-01" }) { id } }`, ['inspector']],
  retireRule: [`mutation { retireRule(ruleId: "${SOMEONE}", lastDay: "2027-01-01") { id } }`, ['inspector']],
  trainingSessions: ['{ trainingSessions(first: 1) { hasNextPage } }', ['anyone']],
  trainingSession: [`{ trainingSession(id: "${SOMEONE}") { id } }`, ['anyone']],
  trainingCompletion: ['{ trainingCompletion(number: "x") { genuine } }', ['anyone']],
  myTraining: ['{ myTraining(first: 1) { hasNextPage } }', ['artisan']],
  trainingRoll: [`{ trainingRoll(sessionId: "${SOMEONE}", first: 1) { hasNextPage } }`, ['inspector']],
  saveTrainingSession: [
    `mutation { saveTrainingSession(input: { id: "${SOMEONE}", centreId: "x", programme: "x", titleEn: "x", titleFr: "x", titleAr: "x", trainer: "x", place: "x", regionCode: "MA-03", startsOn: "2027-01-01", endsOn: "2027-01-01", seats: 1, criteria: [] }) { id } }`,
    ['inspector'],
  ],
  joinTraining: [`mutation { joinTraining(input: { id: "${SOMEONE}", sessionId: "${SOMEONE}" }) { id } }`, ['artisan', 'officer']],
  leaveTraining: [`mutation { leaveTraining(enrolmentId: "${SOMEONE}") { id } }`, ['artisan', 'officer']],
  callTrainingRoll: [`mutation { callTrainingRoll(input: { sessionId: "${SOMEONE}", day: "2026-12-01", present: [] }) { id } }`, ['inspector']],
  assessTraining: [`mutation { assessTraining(input: { id: "${SOMEONE}", enrolmentId: "${SOMEONE}", met: [] }) { id } }`, ['inspector']],
  closeTraining: [`mutation { closeTraining(sessionId: "${SOMEONE}") { id } }`, ['inspector']],
  cancelTraining: [`mutation { cancelTraining(sessionId: "${SOMEONE}", reason: "x") { id } }`, ['inspector']],
  productTypes: ['{ productTypes { code en fr ar } }', ['anyone']],
  centres: ['{ centres { id } }', ['anyone']],
  inspectionVariants: ['{ inspectionVariants { code } }', ['anyone']],
  checklist: ['{ checklist(productType: "carpets", variant: "city") { code } }', ['anyone']],
  issueCertificate: [`mutation { issueCertificate(input: { id: "${SOMEONE}", inspectionId: "${SOMEONE}" }) { id } }`, ['inspector']],
  withdrawCertificate: [`mutation { withdrawCertificate(input: { certificateId: "${SOMEONE}", reason: "x" }) { id } }`, ['inspector']],
  inspectionQueue: ['{ inspectionQueue(first: 1) { hasNextPage } }', ['inspector']],
  myInspections: ['{ myInspections(first: 1) { hasNextPage } }', ['artisan']],
  inspection: [`{ inspection(id: "${SOMEONE}") { id } }`, ['artisan', 'inspector']],
  requestInspection: [`mutation { requestInspection(input: { id: "${SOMEONE}", centreId: "x", productType: "x", variant: "x", description: "x" }) { id } }`, ['artisan', 'inspector', 'officer', 'cluster']],
  appointInspection: [`mutation { appointInspection(input: { inspectionId: "${SOMEONE}", at: "2026-12-01T10:00:00Z" }) { id } }`, ['inspector']],
  recordInspection: [`mutation { recordInspection(input: { id: "${SOMEONE}", inspectionId: "${SOMEONE}", seen: [] }) { id } }`, ['inspector']],
  returnInspection: [`mutation { returnInspection(input: { inspectionId: "${SOMEONE}", reason: "x" }) { id } }`, ['inspector']],
  refuseInspection: [`mutation { refuseInspection(input: { inspectionId: "${SOMEONE}", reason: "x" }) { id } }`, ['inspector']],
  resubmitInspection: [`mutation { resubmitInspection(id: "${SOMEONE}") { id } }`, ['artisan', 'officer', 'cluster']],
  cancelInspection: [`mutation { cancelInspection(id: "${SOMEONE}") { id } }`, ['artisan', 'officer', 'cluster']],
  requestSecondLook: [`mutation { requestSecondLook(input: { id: "${SOMEONE}", inspectionId: "${SOMEONE}" }) { id } }`, ['artisan', 'officer', 'cluster']],
  inspectionsOf: [`{ inspectionsOf(artisanId: "${SOMEONE}", first: 1) { hasNextPage } }`, ['officer', 'cluster']],
};
const ROLES: readonly Role[] = ['buyer', 'artisan', 'cluster', 'inspector', 'officer', 'desk'];

describe('who may ask what', () => {
  it('is written down here for every root field of the room', () => {
    const ours = ['CertificationResolver', 'InspectionsResolver', 'RulesResolver', 'TrainingResolver'];
    const roots = rootsOf(app.get(DiscoveryService, { strict: false })).map((root) => root.where.split('.'));
    expect(roots.filter(([resolver]) => ours.includes(resolver!)).map(([, field]) => field).sort()).toEqual(Object.keys(FIELDS).sort());
  });

  it.each(Object.entries(FIELDS))('%s', async (_name, [operation, roles]) => {
    const code = async (who: Actor): Promise<string | undefined> => (await ask(who, operation)).errors?.[0]?.extensions.code;
    const open = roles.includes('anyone');
    const visitorGot = await code(visitor('en'));
    expect(open ? visitorGot !== 'SIGN_IN_REQUIRED' : visitorGot).toBe(open ? true : 'SIGN_IN_REQUIRED');
    for (const role of ROLES) {
      const allowed = open || roles.includes(role);
      expect([role, (await code(actor(role))) !== 'NOT_ALLOWED']).toEqual([role, allowed]);
    }
  });
});

/** Real things of the carpet centre, and everybody who has no business with them. */
describe('what belongs to one centre', () => {
  const WHO = ['inspector of another centre', 'another artisan', 'officer of another chamber', 'agent of a cluster', 'desk', 'buyer'] as const;
  const outsiders: Record<(typeof WHO)[number], Actor> = {
    'inspector of another centre': inspectorOf('pottery'),
    'another artisan': maker(newId()),
    'officer of another chamber': actor('officer', { memberships: [{ kind: 'chamber', organisationId: 'MA-09' }] }),
    'agent of a cluster': actor('cluster', { memberships: [{ kind: 'cluster', organisationId: newId() }] }),
    desk: actor('desk'),
    buyer: actor('buyer'),
  };
  let doings: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const own = inspectorOf('carpets');
    const get = <T>(service: new (...args: never[]) => T): T => app.get(service as never, { strict: false });
    const [waiting, looked] = [newId(), newId()];
    for (const id of [waiting, looked]) await get(InspectionsService).request(maker(artisanId), { ...carpetRequest(), id });
    await get(InspectionsService).record(own, { id: newId(), inspectionId: looked, seen: carpetSeen() });
    const { id: certificateId } = await get(CertificationService).issue(own, { id: newId(), inspectionId: looked });
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const session = {
      id: newId(), centreId: 'carpets', programme: 'P', titleEn: 'T', titleFr: 'T', titleAr: 'T', trainer: 'T', place: 'P', regionCode: 'MA-03', startsOn: tomorrow, endsOn: tomorrow, seats: 3,
      criteria: [{ code: 'c', en: 'C', fr: 'C', ar: 'C' }],
    };
    await get(SessionsService).save(own, session);
    const { id: enrolmentId } = await get(EnrolmentsService).join(maker(artisanId), { id: newId(), sessionId: session.id });
    const rule = await get(RulesService).publish(own, {
      id: newId(), centreId: 'carpets', productType: 'carpets', code: 'own-walk', variants: ['flatwoven'], kind: 'observation', en: 'x', fr: 'x', ar: 'x', required: false, source: 'x', checkedOn: '2026-11-24', validFrom: tomorrow,
    });
    const verdict = `input: { inspectionId: "${waiting}", reason: "x" }`;
    doings = {
      inspection: `{ inspection(id: "${waiting}") { id } }`,
      inspectionsOf: `{ inspectionsOf(artisanId: "${artisanId}", first: 1) { nodes { id } } }`,
      appointInspection: `mutation { appointInspection(input: { inspectionId: "${waiting}", at: "2030-01-01T10:00:00Z" }) { id } }`,
      recordInspection: `mutation { recordInspection(input: { id: "${newId()}", inspectionId: "${waiting}", seen: [], note: "Nobody was there." }) { id } }`,
      returnInspection: `mutation { returnInspection(${verdict}) { id } }`,
      refuseInspection: `mutation { refuseInspection(${verdict}) { id } }`,
      resubmitInspection: `mutation { resubmitInspection(id: "${waiting}") { id } }`,
      cancelInspection: `mutation { cancelInspection(id: "${waiting}") { id } }`,
      requestSecondLook: `mutation { requestSecondLook(input: { id: "${newId()}", inspectionId: "${waiting}" }) { id } }`,
      requestInspection: `mutation { requestInspection(input: { id: "${newId()}", centreId: "carpets", artisanId: "${artisanId}", productType: "carpets", variant: "city", description: "x" }) { id } }`,
      issueCertificate: `mutation { issueCertificate(input: { id: "${newId()}", inspectionId: "${waiting}" }) { id } }`,
      withdrawCertificate: `mutation { withdrawCertificate(input: { certificateId: "${certificateId}", reason: "x" }) { id } }`,
      ruleVersions: '{ ruleVersions(productType: "carpets", centreId: "carpets") { id } }',
      publishRule: `mutation { publishRule(input: { id: "${newId()}", centreId: "carpets", productType: "carpets", code: "own-x", kind: OBSERVATION, en: "x", fr: "x", ar: "x", required: true, source: "x", checkedOn: "2026-11-24", validFrom: "2030-01-01" }) { id } }`,
      retireRule: `mutation { retireRule(ruleId: "${rule.id}", lastDay: "2030-01-01") { id } }`,
      trainingRoll: `{ trainingRoll(sessionId: "${session.id}", first: 1) { hasNextPage } }`,
      callTrainingRoll: `mutation { callTrainingRoll(input: { sessionId: "${session.id}", day: "${tomorrow}", present: [] }) { id } }`,
      assessTraining: `mutation { assessTraining(input: { id: "${newId()}", enrolmentId: "${enrolmentId}", met: [] }) { id } }`,
      closeTraining: `mutation { closeTraining(sessionId: "${session.id}") { id } }`,
      cancelTraining: `mutation { cancelTraining(sessionId: "${session.id}", reason: "x") { id } }`,
      joinTraining: `mutation { joinTraining(input: { id: "${newId()}", sessionId: "${session.id}", artisanId: "${artisanId}" }) { id } }`,
      leaveTraining: `mutation { leaveTraining(enrolmentId: "${enrolmentId}") { id } }`,
    };
  });

  it.each(WHO)('is neither read nor changed by: %s', async (who) => {
    const counted = 'select (select count(*) from platform.audit) as acts, (select count(*) from certification.examination) as looks';
    const db = app.get(Database, { strict: false });
    const before = await db.read(counted);
    for (const [name, operation] of Object.entries(doings)) {
      const code = (await ask(outsiders[who], operation)).errors?.[0]?.extensions.code ?? 'done';
      expect([name, /NOT_FOUND|NOT_ALLOWED|NOT_YOURS/.test(code) ? 'refused' : code]).toEqual([name, 'refused']);
    }
    for (const list of ['inspectionQueue(first: 100)', 'certificates(first: 100)']) {
      const { data } = await ask(outsiders[who], `{ ${list} { nodes { id } } }`);
      expect([list, JSON.stringify(data ?? {}).includes('"id"')]).toEqual([list, false]);
    }
    expect(await db.read(counted)).toEqual(before);
  });
});
