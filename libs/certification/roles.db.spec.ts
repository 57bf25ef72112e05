import { DiscoveryService } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import sharp from 'sharp';
import { identityRoom, IdentityService } from '#libs/identity';
import { hasRole, newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import { rootsOf, type Root } from '#libs/platform';
import { MandatesService, registryRoom, type MandateAct } from '#libs/registry';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { carpetMaker, carpetRequest, carpetSeen, inspectorOf, maker } from './certification.fixtures.js';
import { CertificationResolver } from './certification.resolver.js';
import { RulesResolver } from './checklist/rules.resolver.js';
import { certificationRoom, CertificationService, InspectionsService } from './index.js';
import { EvidenceController } from './inspection/evidence.controller.js';
import { EvidenceService } from './inspection/evidence.service.js';
import { InspectionsResolver } from './inspection/inspections.resolver.js';
import { PassportsController } from './passport/passports.controller.js';
import { TrainingResolver } from './training/training.resolver.js';

const page = { first: 100, sort: 'newest' } as const;
const SECRET = 'secret loom';
const CAST = ['visitor', 'buyer', 'another artisan', 'inspector of another centre', 'agent of another cluster', 'officer of another chamber', 'officer without a mandate', 'agent of an ended mandate', 'desk'] as const;
type Outsider = (typeof CAST)[number];
type Act = (who: Actor) => Promise<unknown>;

/** Everybody there is before every root of the room, about one maker of Sefrou and what the carpet centre has of hers. */
describe('who may do what at a centre', () => {
  let house: TestHouse;
  let roots: Root[];
  let a: World;
  let outsiders: Record<Outsider, Actor>;
  const [CLUSTER, ENDED] = [newId(), newId()];
  const agentOf = (cluster: string): Actor => actor(['buyer', 'cluster'], { memberships: [{ kind: 'cluster', organisationId: cluster }] });
  const officerOf = (region: string): Actor => actor(['buyer', 'officer'], { memberships: [{ kind: 'chamber', organisationId: region }] });
  const [inspector, agent, officer, admin] = [inspectorOf('carpets'), agentOf(CLUSTER), officerOf('MA-03'), actor(['buyer', 'admin'])];

  interface World {
    readonly herself: Actor;
    readonly asked: string;
    readonly looked: string;
    readonly returned: string;
    readonly refused: string;
    readonly certificateId: string;
    readonly number: string;
    readonly photograph: string;
    readonly ruleId: string;
    readonly session: string;
    readonly begun: string;
    readonly seat: string;
    readonly learner: string;
  }

  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom, certificationRoom]);
    house.clock.set(TODAY);
    roots = rootsOf(house.get(DiscoveryService));
    a = await world();
    outsiders = {
      visitor: visitor('en'), buyer: actor('buyer'), desk: actor(['buyer', 'desk']), 'another artisan': maker(await carpetMaker(house)), 'inspector of another centre': inspectorOf('pottery'),
      'agent of another cluster': agentOf(newId()), 'officer of another chamber': officerOf('MA-09'), 'officer without a mandate': officer, 'agent of an ended mandate': agentOf(ENDED),
    };
  });
  afterAll(() => house.close());

  let letters = 0;
  async function mandate(herself: Actor, email: string, cluster: string, acts: MandateAct[]): Promise<string> {
    const mandates = house.get(MandatesService);
    const { id } = await mandates.propose(agentOf(cluster), { id: newId(), artisanId: herself.artisanId!, agentKind: 'cluster', agentId: cluster, acts, validUntil: '2027-01-01' });
    const [letter] = await house.db.read<{ body: string }>('select body from platform.mail where recipient = $1 order by at, id offset $2', [email, letters++]);
    await mandates.confirm(herself, { mandateId: id, code: /\d{6}/.exec(letter!.body)![0] });
    return id;
  }

  async function world(): Promise<World> {
    const herself = maker(await carpetMaker(house));
    const account = await house.get(IdentityService).createPerson({ email: 'itto@example.ma', password: 'a long password', name: 'Itto', locale: 'en' });
    await house.db.write(SYSTEM, (tx) => house.get(IdentityService).grant(tx, account, { role: 'artisan', artisanId: herself.artisanId! }));
    await mandate(herself, 'itto@example.ma', CLUSTER, ['inspection.request', 'inspection.follow']);
    await house.get(MandatesService).end(herself, await mandate(herself, 'itto@example.ma', ENDED, ['inspection.request', 'inspection.follow']));
    const inspections = house.get(InspectionsService);
    const ask = async (seen: boolean): Promise<string> => {
      const { id } = await inspections.request(herself, carpetRequest({ description: SECRET }));
      if (seen) await inspections.record(inspector, { id: newId(), inspectionId: id, seen: carpetSeen(), note: SECRET });
      return id;
    };
    const [asked, looked, returned, refused, certified] = [await ask(false), await ask(true), await ask(true), await ask(true), await ask(true)];
    await inspections.sendBack(inspector, { inspectionId: returned, reason: SECRET });
    await inspections.refuse(inspector, { inspectionId: refused, reason: SECRET });
    const certificate = await house.get(CertificationService).issue(inspector, { id: newId(), inspectionId: certified });
    const photograph = newId();
    await house.get(EvidenceService).add(inspector, { id: photograph, inspectionId: looked }, await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).jpeg().toBuffer());
    const rule = (await house.get(RulesResolver).publishRule(inspector, ruleOf(newId(), 'own-secret'))) as { id: string };
    const training = house.get(TrainingResolver);
    const [session, begun, learner] = [newId(), newId(), newId()];
    for (const [id, day] of [[session, '2026-12-01'], [begun, '2026-11-24']] as const) await training.saveTrainingSession(inspector, sessionOf(id, day));
    const { id: seat } = (await training.joinTraining(herself, { id: newId(), sessionId: session })) as { id: string };
    await training.joinTraining(herself, { id: learner, sessionId: begun });
    return { herself, asked, looked, returned, refused, certificateId: certificate.id, number: certificate.number, photograph, ruleId: rule.id, session, begun, seat, learner };
  }

  const ruleOf = (id: string, code: string) => ({
    id, centreId: 'carpets', productType: 'carpets', code, variants: ['flatwoven'], kind: 'observation' as const, en: SECRET, fr: SECRET, ar: SECRET, required: false, limitExclusive: false, source: 'x', checkedOn: '2026-11-19', confidence: 'sourced' as const, validFrom: '2026-12-24',
  });
  const sessionOf = (id: string, day: string, trainer = 'T') => ({
    id, centreId: 'carpets', programme: 'P', titleEn: 'T', titleFr: 'T', titleAr: 'T', trainer, place: 'P', regionCode: 'MA-03', startsOn: day, endsOn: day, seats: 3, attendancePercent: 80, branches: [], regions: [], forWomen: false, forYouth: false, criteria: [{ code: 'c', en: 'C', fr: 'C', ar: 'C' }],
  });

  /** Through the same door as the wire: the roles of the root first, then the room's own look at the object. */
  async function ask(who: Actor, where: string, call: Act): Promise<unknown> {
    const allowed = roots.find((one) => one.where === where)?.allowed;
    if (!allowed) throw new Error(`there is no ${where}`);
    if (!allowed.includes('anyone') && !hasRole(who, 'admin', ...allowed.filter((role) => role !== 'anyone'))) throw Object.assign(new Error('not allowed'), { code: 'NOT_ALLOWED' });
    return call(who);
  }

  async function photographed(who: Actor): Promise<unknown> {
    const file = await sharp({ create: { width: 41, height: 30, channels: 3, background: 'blue' } }).jpeg().toBuffer();
    const request = { isMultipart: () => true, file: () => Promise.resolve({ toBuffer: () => Promise.resolve(file) }) } as unknown as FastifyRequest;
    return house.get(EvidenceController).upload(who, request, a.looked);
  }
  async function shown(who: Actor): Promise<unknown> {
    let sent: unknown;
    const reply = { header: () => reply, send: (bytes: unknown) => Promise.resolve(void (sent = bytes)) } as unknown as FastifyReply;
    await house.get(EvidenceController).show(who, a.photograph, reply);
    return { [a.photograph]: (sent as Buffer).length };
  }

  const writes: Record<string, Act> = {
    'InspectionsResolver.requestInspection': (who) => house.get(InspectionsResolver).requestInspection(who, { ...carpetRequest(), artisanId: a.herself.artisanId }),
    'InspectionsResolver.appointInspection': (who) => house.get(InspectionsResolver).appointInspection(who, { inspectionId: a.asked, at: new Date('2026-12-02T10:00:00Z') }),
    'InspectionsResolver.recordInspection': (who) => house.get(InspectionsResolver).recordInspection(who, { id: newId(), inspectionId: a.asked, seen: [], note: 'Nobody was there.' }),
    'InspectionsResolver.returnInspection': (who) => house.get(InspectionsResolver).returnInspection(who, { inspectionId: a.asked, reason: 'x' }),
    'InspectionsResolver.resubmitInspection': (who) => house.get(InspectionsResolver).resubmitInspection(who, a.returned),
    'InspectionsResolver.cancelInspection': (who) => house.get(InspectionsResolver).cancelInspection(who, a.returned),
    'InspectionsResolver.requestSecondLook': (who) => house.get(InspectionsResolver).requestSecondLook(who, { id: newId(), inspectionId: a.refused }),
    'EvidenceController.upload': photographed,
    'InspectionsResolver.refuseInspection': (who) => house.get(InspectionsResolver).refuseInspection(who, { inspectionId: a.looked, reason: 'x' }),
    'CertificationResolver.issueCertificate': (who) => house.get(CertificationResolver).issueCertificate(who, { id: newId(), inspectionId: a.looked, scheme: 'centre' }),
    'CertificationResolver.withdrawCertificate': (who) => house.get(CertificationResolver).withdrawCertificate(who, { certificateId: a.certificateId, reason: 'x' }),
    'RulesResolver.publishRule': (who) => house.get(RulesResolver).publishRule(who, ruleOf(newId(), 'own-other')),
    'RulesResolver.retireRule': (who) => house.get(RulesResolver).retireRule(who, a.ruleId, '2027-01-01'),
    'TrainingResolver.saveTrainingSession': (who) => house.get(TrainingResolver).saveTrainingSession(who, sessionOf(a.session, '2026-12-01', 'Another')),
    'TrainingResolver.joinTraining': (who) => house.get(TrainingResolver).joinTraining(who, { id: newId(), sessionId: a.session, artisanId: a.herself.artisanId }),
    'TrainingResolver.leaveTraining': (who) => house.get(TrainingResolver).leaveTraining(who, a.seat),
    'TrainingResolver.callTrainingRoll': (who) => house.get(TrainingResolver).callTrainingRoll(who, { sessionId: a.begun, day: '2026-11-24', present: [a.learner] }),
    'TrainingResolver.assessTraining': (who) => house.get(TrainingResolver).assessTraining(who, { id: newId(), enrolmentId: a.learner, met: ['c'] }),
    'TrainingResolver.closeTraining': (who) => house.get(TrainingResolver).closeTraining(who, a.begun),
    'TrainingResolver.cancelTraining': (who) => house.get(TrainingResolver).cancelTraining(who, a.session, 'x'),
  };
  /** What is anybody's to read: what a centre vouches for in public, and what it offers. */
  const open = [
    ...['certificate', 'centres', 'productTypes', 'inspectionVariants', 'checklist', 'marks'].map((root) => `CertificationResolver.${root}`),
    ...['trainingSessions', 'trainingSession', 'trainingCompletion'].map((root) => `TrainingResolver.${root}`),
    ...['didDocument', 'statusList', 'updatesList', 'edition', 'passport', 'bundle', 'label'].map((root) => `PassportsController.${root}`),
  ];
  const own: Record<string, Act> = {
    'InspectionsResolver.inspectionQueue': (who) => house.get(InspectionsResolver).inspectionQueue(who, { first: 100, sort: 'oldest', states: ['requested', 'appointed', 'examined', 'returned', 'certified', 'refused', 'cancelled'] }),
    'InspectionsResolver.myInspections': (who) => house.get(InspectionsResolver).myInspections(who, page),
    'InspectionsResolver.inspectionsOf': (who) => house.get(InspectionsResolver).inspectionsOf(who, a.herself.artisanId!, page),
    'InspectionsResolver.inspection': (who) => house.get(InspectionsResolver).inspection(who, a.looked),
    'EvidenceController.show': shown,
    'CertificationResolver.certificates': (who) => house.get(CertificationResolver).certificates(who, { ...page, filter: { artisanId: a.herself.artisanId } }),
    'CertificationResolver.myCertificates': (who) => house.get(CertificationResolver).myCertificates(who, page),
    'RulesResolver.ruleVersions': (who) => house.get(RulesResolver).ruleVersions(who, 'carpets', 'carpets'),
    'TrainingResolver.myTraining': (who) => house.get(TrainingResolver).myTraining(who, { ...page, sessionId: a.session }),
    'TrainingResolver.trainingRoll': (who) => house.get(TrainingResolver).trainingRoll(who, { first: 100, sort: 'asked', sessionId: a.session }),
  };

  /** All that the room keeps, and what was written down of who did what. */
  async function kept(): Promise<unknown> {
    const tables = ['inspection', 'examination', 'inspection_photograph', 'certificate', 'certificate_end', 'passport_edition', 'rule', 'training_session', 'enrolment', 'attendance', 'assessment', 'completion'].map((one) => `certification.${one}`);
    const rows: unknown[] = [];
    for (const table of [...tables, 'platform.audit', 'platform.mail']) rows.push(await house.db.read(`select to_jsonb(t) r from ${table} t order by to_jsonb(t)::text`));
    return rows;
  }

  it('knows every root of the room', () => {
    const ours = [CertificationResolver, InspectionsResolver, RulesResolver, TrainingResolver, EvidenceController, PassportsController].map((one) => one.name);
    const there = roots.map((root) => root.where).filter((where) => ours.includes(where.split('.')[0]!));
    expect([...Object.keys(writes), ...open, ...Object.keys(own)].sort()).toEqual(there.sort());
    const byAnyone = roots.filter(({ where, allowed }) => there.includes(where) && allowed?.includes('anyone')).map(({ where }) => where);
    // A photograph is everybody's once its work is certified: that one looks at the thing itself.
    expect(byAnyone.sort()).toEqual([...open, 'EvidenceController.show'].sort());
  });

  // An officer enrols whoever is of her own chamber, without a mandate: that alone is hers to do.
  const hers: Partial<Record<Outsider, readonly string[]>> = { 'officer without a mandate': ['TrainingResolver.joinTraining', 'TrainingResolver.leaveTraining'] };

  it.each(CAST)('changes nothing for a %s', async (name) => {
    const before = await kept();
    for (const [where, act] of Object.entries(writes).filter(([root]) => !hers[name]?.includes(root))) {
      const outcome = await ask(outsiders[name], where, act).then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
      expect([where, outcome]).toEqual([where, expect.stringMatching(/^(NOT_ALLOWED|INSPECTION_NOT_FOUND|CERTIFICATE_NOT_FOUND|RULE_NOT_YOURS|TRAINING_NOT_FOUND)$/)]);
      expect([where, await kept()]).toEqual([where, before]);
    }
  });

  it.each(CAST)('shows nothing of it to a %s', async (name) => {
    for (const [where, read] of Object.entries(own)) {
      const seen = JSON.stringify(await ask(outsiders[name], where, read).catch((error: { code?: string }) => error.code)) ?? '';
      for (const secret of [a.herself.artisanId!, a.asked, a.looked, a.certificateId, a.ruleId, a.seat, a.photograph, SECRET]) expect([where, secret, seen.includes(secret)]).toEqual([where, secret, false]);
    }
  });

  it('shows the administration every centre, and lets it decide at none', async () => {
    const before = await kept();
    for (const [where, act] of Object.entries(writes)) await expect(ask(admin, where, act)).rejects.toMatchObject({ code: expect.stringMatching(/_NOT_FOUND$|_NOT_YOURS$/) as string });
    expect(await kept()).toEqual(before);
    for (const [root, secret] of [['inspectionQueue', a.asked], ['inspection', SECRET]] as const) expect(JSON.stringify(await ask(admin, `InspectionsResolver.${root}`, own[`InspectionsResolver.${root}`]!))).toContain(secret);
    expect(JSON.stringify(await ask(admin, 'TrainingResolver.trainingRoll', own['TrainingResolver.trainingRoll']!))).toContain(a.seat);
    for (const root of ['myInspections', 'myCertificates', 'myTraining']) {
      const where = Object.keys(own).find((one) => one.endsWith(`.${root}`))!;
      expect(await ask(admin, where, own[where]!)).toMatchObject({ nodes: [] });
    }
  });

  it('lets nobody judge what she or her cluster made, and no centre judge for its maker', async () => {
    const before = await kept();
    await house.db.write(SYSTEM, (tx) => tx.query('insert into certification.cluster_member (cluster_id, artisan_id, member, at) values ($1,$2,true,$3)', [CLUSTER, a.herself.artisanId, TODAY]));
    const judging = ['InspectionsResolver.appointInspection', 'InspectionsResolver.recordInspection', 'InspectionsResolver.refuseInspection', 'EvidenceController.upload', 'CertificationResolver.issueCertificate'];
    const partial: Actor[] = [inspectorOf('carpets', { artisanId: a.herself.artisanId }), inspectorOf('carpets', { memberships: [{ kind: 'centre', organisationId: 'carpets' }, { kind: 'cluster', organisationId: CLUSTER }] })];
    for (const who of partial) for (const where of judging) await expect(ask(who, where, writes[where]!)).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    await expect(ask(partial[0]!, 'TrainingResolver.assessTraining', writes['TrainingResolver.assessTraining']!)).rejects.toMatchObject({ code: 'INSPECTION_OWN_WORK' });
    // What the maker alone does is not the inspector's, and what the centre does is not the maker's or her agent's.
    for (const verb of ['resubmitInspection', 'cancelInspection', 'requestSecondLook']) await expect(ask(inspector, `InspectionsResolver.${verb}`, writes[`InspectionsResolver.${verb}`]!)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    for (const where of [...judging, 'CertificationResolver.withdrawCertificate', 'RulesResolver.publishRule', 'TrainingResolver.callTrainingRoll', 'TrainingResolver.assessTraining', 'TrainingResolver.trainingRoll', 'InspectionsResolver.inspectionQueue']) {
      for (const who of [a.herself, agent]) await expect(ask(who, where, (writes[where] ?? own[where])!)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    }
    expect(await kept()).toEqual(before);
  });

  it('lets each do and read her own part, so that every refusal above is of something that can be done', async () => {
    const reads: Readonly<Record<string, Actor>> = {
      'InspectionsResolver.inspectionQueue': inspector, 'InspectionsResolver.myInspections': a.herself, 'InspectionsResolver.inspectionsOf': agent, 'InspectionsResolver.inspection': a.herself, 'EvidenceController.show': a.herself,
      'CertificationResolver.certificates': inspector, 'CertificationResolver.myCertificates': a.herself, 'RulesResolver.ruleVersions': inspector, 'TrainingResolver.myTraining': a.herself, 'TrainingResolver.trainingRoll': inspector,
    };
    expect(Object.keys(reads).sort()).toEqual(Object.keys(own).sort());
    for (const [where, who] of Object.entries(reads)) expect([where, JSON.stringify(await ask(who, where, own[where]!))]).toEqual([where, expect.stringMatching(new RegExp([a.looked, a.certificateId, a.ruleId, a.seat, a.photograph].join('|')))]);
    const does: Readonly<Record<string, Actor>> = {
      'InspectionsResolver.requestInspection': agent, 'InspectionsResolver.appointInspection': inspector, 'InspectionsResolver.recordInspection': inspector, 'InspectionsResolver.returnInspection': inspector, 'InspectionsResolver.resubmitInspection': a.herself, 'InspectionsResolver.cancelInspection': agent,
      'InspectionsResolver.requestSecondLook': agent, 'EvidenceController.upload': inspector, 'CertificationResolver.issueCertificate': inspector, 'CertificationResolver.withdrawCertificate': inspector, 'RulesResolver.publishRule': inspector, 'RulesResolver.retireRule': inspector,
      'TrainingResolver.saveTrainingSession': inspector, 'TrainingResolver.leaveTraining': a.herself, 'TrainingResolver.joinTraining': officer, 'TrainingResolver.callTrainingRoll': inspector, 'TrainingResolver.assessTraining': inspector, 'TrainingResolver.closeTraining': inspector, 'TrainingResolver.cancelTraining': inspector,
    };
    // What was issued is refused no more: the refusal has its own inspection above.
    expect([...Object.keys(does), 'InspectionsResolver.refuseInspection'].sort()).toEqual(Object.keys(writes).sort());
    for (const [where, who] of Object.entries(does)) expect([where, await ask(who, where, writes[where]!).then(() => 'done', (error: { code?: string }) => error.code ?? String(error))]).toEqual([where, 'done']);
  });
});
