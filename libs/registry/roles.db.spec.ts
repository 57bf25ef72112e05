import { DiscoveryService } from '@nestjs/core';
import { ContactsService, identityRoom, IdentityService } from '#libs/identity';
import { hasRole, newId, SYSTEM, type Actor } from '#libs/kernel';
import { rootsOf, type Root } from '#libs/platform';
import { actor, testHouse, TODAY, type TestHouse } from '../../test/database.js';
import { ChecklistResolver } from './claims/checklist.resolver.js';
import { ClaimsResolver } from './claims/claims.resolver.js';
import { ConsentsResolver } from './consents/consents.resolver.js';
import { cells, extractOf } from './extract/register.fixtures.js';
import { ConsentsService, registryRoom, RegisterImport } from './index.js';
import { MandatesResolver } from './mandates/mandates.resolver.js';
import { RegistryResolver } from './registry.resolver.js';

const first = { first: 24, sort: 'newest' } as const;
const CAST = ['visitor', 'buyer', 'stranger', 'officerOfSouss', 'agentOfB', 'inspector', 'desk'] as const;
type Outsider = (typeof CAST)[number];
const chamber = (region: string): Actor['memberships'] => [{ kind: 'chamber', organisationId: region }];

/** Everybody there is before every root of the room, about one artisan of Fès-Meknès, her claim, mandates and proposals. */
describe('who may do what with an entry of the register', () => {
  let house: TestHouse;
  let roots: Root[];
  let a: World;
  let outsiders: Record<Outsider, Actor>;
  const CLUSTER = newId();
  const agent = actor(['buyer', 'cluster'], { name: 'Agent of A', memberships: [{ kind: 'cluster', organisationId: CLUSTER }] });
  const officer = actor(['buyer', 'officer'], { memberships: chamber('MA-03') });

  interface World {
    readonly artisanId: string;
    readonly holder: Actor;
    readonly claimant: Actor;
    readonly claimId: string;
    readonly mandateId: string;
    readonly proposedId: string;
    readonly consentId: string;
    readonly checkId: string;
    readonly code: string;
  }

  beforeAll(async () => {
    house = await testHouse([identityRoom, registryRoom]);
    house.clock.set(TODAY);
    roots = rootsOf(house.get(DiscoveryService));
    a = await world();
    outsiders = {
      visitor: actor([], { accountId: null }), buyer: await account('buyer'), stranger: { ...(await account('stranger')), roles: ['buyer', 'artisan'], artisanId: newId() },
      officerOfSouss: { ...(await account('officer')), roles: ['buyer', 'officer'], memberships: chamber('MA-09') },
      agentOfB: { ...(await account('agent')), roles: ['buyer', 'cluster'], memberships: [{ kind: 'cluster', organisationId: newId() }] },
      inspector: { ...(await account('inspector')), roles: ['buyer', 'inspector'] }, desk: { ...(await account('desk')), roles: ['buyer', 'desk'] },
    };
  });
  afterAll(() => house.close());

  async function account(name: string): Promise<Actor> {
    const accountId = await house.get(IdentityService).createPerson({ email: `${name}@example.ma`, password: 'a long password', name, locale: 'en' });
    return actor('buyer', { accountId, name });
  }
  const codeTo = async (email: string): Promise<string> => /\d{6}/.exec((await house.db.read<{ body: string }>('select body from platform.mail where recipient = $1 order by id desc limit 1', [email]))[0]!.body)![0];

  async function world(): Promise<World> {
    await house.get(RegisterImport).run(SYSTEM, extractOf(cells(), cells({ identifier: 'SECOND' })), { fileName: 'x.csv', now: TODAY, refused: () => undefined });
    const [row] = await house.db.read<{ id: string }>(`select id from registry.artisan where identifier = '030000001'`);
    const artisanId = row!.id;
    const holder: Actor = { ...(await account('holder')), roles: ['buyer', 'artisan'], artisanId };
    await house.db.write(SYSTEM, (tx) => house.get(IdentityService).grant(tx, holder.accountId!, { role: 'artisan', artisanId }));
    const [claims, mandates] = [house.get(ClaimsResolver), house.get(MandatesResolver)];
    const claimant = await account('claimant');
    const claimId = newId();
    await claims.openClaim(claimant, { id: claimId, identifier: 'SECOND', birthYear: 1978 });
    await house.db.read(`update registry.claim set state = 'submitted', submitted_at = $2, due_at = $2 where id = $1`, [claimId, TODAY]);
    const [mandateId, proposedId, consentId, checkId] = [newId(), newId(), newId(), newId()];
    const propose = (id: string): Promise<object> => mandates.proposeMandate(agent, { id, artisanId, agentKind: 'cluster', agentId: CLUSTER, acts: ['price'], validUntil: '2027-01-01' });
    await propose(mandateId);
    await mandates.confirmMandate(holder, { mandateId, code: await codeTo('holder@example.ma') });
    await propose(proposedId);
    await house.db.write(agent, (tx) => house.get(ConsentsService).ask(tx, { id: consentId, artisanId, act: 'price', subjectId: newId(), words: { en: 'secret price', fr: 'secret price', ar: 'secret price' }, terms: {} }));
    await house.get(ContactsService).ask(holder, { id: checkId, kind: 'mail' });
    return { artisanId, holder, claimant, claimId, mandateId, proposedId, consentId, checkId, code: await codeTo('holder@example.ma') };
  }

  /** Through the same door as the wire: the roles of the root first, then the room's own look at the object. */
  async function ask(who: Actor, where: string, call: (who: Actor) => Promise<unknown>): Promise<unknown> {
    const allowed = roots.find((one) => one.where === where)?.allowed;
    if (!allowed) throw new Error(`there is no ${where}`);
    if (!allowed.includes('anyone') && !hasRole(who, ...allowed.filter((role) => role !== 'anyone'))) throw Object.assign(new Error('not allowed'), { code: 'NOT_ALLOWED' });
    return call(who);
  }

  const writes: Record<string, (who: Actor) => Promise<unknown>> = {
    'RegistryResolver.setStanding': (who) => house.get(RegistryResolver).setStanding(who, { id: newId(), artisanId: a.artisanId, from: 'registered', to: 'suspended', why: 'x' }),
    'ClaimsResolver.openClaim': (who) => house.get(ClaimsResolver).openClaim(who, { id: a.claimId, identifier: 'SECOND', birthYear: 1978 }),
    'ClaimsResolver.answerClaim': (who) => house.get(ClaimsResolver).answerClaim(who, { claimId: a.claimId, answers: [] }),
    'ClaimsResolver.submitClaim': (who) => house.get(ClaimsResolver).submitClaim(who, a.claimId),
    'ClaimsResolver.withdrawClaim': (who) => house.get(ClaimsResolver).withdrawClaim(who, a.claimId),
    'ClaimsResolver.decideClaim': (who) => house.get(ClaimsResolver).decideClaim(who, { claimId: a.claimId, verdict: 'approve' }),
    'ClaimsResolver.decideClaims': async (who) => {
      const [outcome] = (await house.get(ClaimsResolver).decideClaims(who, { claimIds: [a.claimId], verdict: 'approve' })) as { code: string | null }[];
      if (outcome!.code !== null) throw Object.assign(new Error(), outcome);
    },
    'ClaimsResolver.undoClaim': (who) => house.get(ClaimsResolver).undoClaim(who, { claimId: a.claimId, reason: 'x' }),
    'ClaimsResolver.waiveClaimItem': (who) => house.get(ClaimsResolver).waiveClaimItem(who, { claimId: a.claimId, item: 'terms', reason: 'x' }),
    'ChecklistResolver.saveChecklistLine': (who) => house.get(ChecklistResolver).saveChecklistLine(who, { code: 'mine', kind: 'accept', en: 'x', fr: 'x', ar: 'x', required: true, position: 1 }),
    'ChecklistResolver.endChecklistLine': (who) => house.get(ChecklistResolver).endChecklistLine(who, { code: 'terms', lastDay: '2026-11-24' }),
    'MandatesResolver.proposeMandate': (who) => house.get(MandatesResolver).proposeMandate(who, { id: newId(), artisanId: a.artisanId, agentKind: 'cluster', agentId: CLUSTER, acts: ['price'], validUntil: '2027-01-01' }),
    'MandatesResolver.confirmMandate': (who) => house.get(MandatesResolver).confirmMandate(who, { mandateId: a.proposedId, code: '123456' }),
    'MandatesResolver.endMandate': (who) => house.get(MandatesResolver).endMandate(who, a.mandateId),
    'ConsentsResolver.answerConsent': (who) => house.get(ConsentsResolver).answerConsent(who, { id: a.consentId, yes: false }),
    'ConsentsResolver.withdrawConsent': (who) => house.get(ConsentsResolver).withdrawConsent(who, a.consentId),
    'ContactsResolver.confirmContact': (who) => house.get(ContactsService).confirm(who, { id: a.checkId, code: a.code }),
  };
  /** What is anybody's to read, or changes nothing but the caller's own. */
  const open = ['RegistryResolver.maker', 'RegistryResolver.regions', 'RegistryResolver.branches', 'RegistryResolver.artisanCategories', 'ClaimsResolver.claimChecklist', 'ContactsResolver.sendContactCode', 'ContactsResolver.setLetterLanguage'];
  const own: Record<string, (who: Actor) => Promise<unknown>> = {
    'RegistryResolver.artisans': (who) => house.get(RegistryResolver).artisans(who, { first: 24, sort: 'name' }),
    'RegistryResolver.artisan': (who) => house.get(RegistryResolver).artisan(who, a.artisanId),
    'ClaimsResolver.findEntry': (who) => house.get(ClaimsResolver).findEntry(who, { identifier: 'SECOND', birthYear: 1977 }),
    'ClaimsResolver.myClaim': async (who) => house.get(ClaimsResolver).myClaim(who),
    'ClaimsResolver.claim': (who) => house.get(ClaimsResolver).claim(who, a.claimId),
    'ClaimsResolver.claimQueue': (who) => house.get(ClaimsResolver).claimQueue(who, { first: 24, sort: 'deadline' }),
    'ClaimsResolver.claimHistory': (who) => house.get(ClaimsResolver).claimHistory(who, first),
    'ChecklistResolver.checklistVersions': () => house.get(ChecklistResolver).checklistVersions(),
    'MandatesResolver.myMandates': (who) => house.get(MandatesResolver).myMandates(who, first),
    'MandatesResolver.mandate': (who) => house.get(MandatesResolver).mandate(who, a.mandateId),
    'MandatesResolver.mandatesOfAgent': (who) => house.get(MandatesResolver).mandatesOfAgent(who, { ...first, agentKind: 'cluster', agentId: CLUSTER }),
    'ConsentsResolver.myConsents': (who) => house.get(ConsentsResolver).myConsents(who, first),
    'ConsentsResolver.consentsAsked': (who) => house.get(ConsentsResolver).consentsAsked(who, { ...first, agentKind: 'cluster', agentId: CLUSTER }),
    'ContactsResolver.myContact': (who) => house.get(ContactsService).of(who.accountId ?? ''),
  };

  async function kept(): Promise<unknown> {
    const rows: unknown[] = [];
    for (const table of ['artisan', 'standing_change', 'claim', 'claim_step', 'claim_waiver', 'claim_item', 'mandate', 'consent']) rows.push(await house.db.read(`select to_jsonb(t) - 'code_tries' r from registry.${table} t order by to_jsonb(t)::text`));
    return rows;
  }

  it('knows every root of the room', () => {
    const resolvers = [RegistryResolver, ClaimsResolver, ChecklistResolver, MandatesResolver, ConsentsResolver].map((one) => one.name).concat('ContactsResolver');
    const there = roots.map((root) => root.where).filter((where) => resolvers.includes(where.split('.')[0]!));
    expect([...Object.keys(writes), ...open, ...Object.keys(own)].sort()).toEqual(there.sort());
  });

  it.each(CAST)('changes nothing for a %s', async (name) => {
    const before = await kept();
    for (const [where, act] of Object.entries(writes)) {
      const outcome = await ask(outsiders[name], where, act).then(() => 'done', (error: { code?: string }) => error.code ?? String(error));
      expect([where, outcome]).toEqual([where, expect.stringMatching(/^(NOT_ALLOWED|ARTISAN_NOT_FOUND|CLAIM_NOT_FOUND|CLAIM_ALREADY_ARTISAN|MANDATE_NOT_FOUND|CONSENT_NOT_FOUND|CONTACT_CHECK_UNKNOWN|CONTACT_NEEDS_ACCOUNT|CLAIM_NEEDS_ACCOUNT)$/)]);
      expect([where, await kept()]).toEqual([where, before]);
    }
  });

  it.each(CAST)('shows nothing of it to a %s', async (name) => {
    for (const [where, read] of Object.entries(own)) {
      const seen = JSON.stringify(await ask(outsiders[name], where, read).catch((error: { code?: string }) => error.code)) ?? '';
      for (const secret of [a.artisanId, a.claimId, a.mandateId, a.consentId, 'secret price', 'holder@example.ma', '030000001']) expect([where, seen.includes(secret)]).toEqual([where, false]);
    }
  });

  it('keeps what is the artisan’s own from her officer and her agent, who do their own part', async () => {
    const before = await kept();
    for (const where of ['MandatesResolver.confirmMandate', 'ConsentsResolver.answerConsent', 'ContactsResolver.confirmContact', 'ChecklistResolver.saveChecklistLine', 'ClaimsResolver.submitClaim']) {
      for (const who of [officer, agent]) await expect(ask(who, where, writes[where]!)).rejects.toMatchObject({ code: expect.stringMatching(/NOT_ALLOWED|_NOT_FOUND|_UNKNOWN/) as string });
    }
    for (const where of ['MandatesResolver.endMandate', 'ConsentsResolver.withdrawConsent', 'MandatesResolver.proposeMandate']) await expect(ask(officer, where, writes[where]!)).rejects.toMatchObject({ code: expect.stringMatching(/_NOT_FOUND/) as string });
    for (const where of ['RegistryResolver.setStanding', 'ClaimsResolver.decideClaim', 'ClaimsResolver.undoClaim', 'ClaimsResolver.waiveClaimItem']) await expect(ask(agent, where, writes[where]!)).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await kept()).toEqual(before);
    await ask(officer, 'ClaimsResolver.waiveClaimItem', writes['ClaimsResolver.waiveClaimItem']!);
    await ask(officer, 'RegistryResolver.setStanding', writes['RegistryResolver.setStanding']!);
    await ask(agent, 'ConsentsResolver.withdrawConsent', writes['ConsentsResolver.withdrawConsent']!);
    await ask(a.holder, 'MandatesResolver.endMandate', writes['MandatesResolver.endMandate']!);
    await ask(a.holder, 'ContactsResolver.confirmContact', writes['ContactsResolver.confirmContact']!);
  });
});
