import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#libs/kernel';
import { encodeCursor, type Database } from '#libs/platform';
import { pageCost, type PageCase } from './page-cost.js';
import { administrator, artisanOf, beyond, deepCursor, fillHouse, idOf, officer, pageQuery } from './register.seed.js';

/** What chambers and artisans read beside the register: claims, mandates, proposals, an entry with its history. */
const CLUSTER = '01900000-0000-7000-8000-00000000c1a5';
const agent: Actor = { ...officer, roles: ['cluster'], memberships: [{ kind: 'cluster', organisationId: CLUSTER }] };

const CLAIM = 'id state decisionReason submittedAt dueAt entry { nameLatin nameArabic registeredOn }';
const MANDATE = 'id agentKind agentId acts validFrom validUntil state proposedBy artisan { id nameLatin nameArabic }';
const CONSENT = 'id act subjectId words { en fr ar } state agentName askedAt until artisan { id nameLatin nameArabic }';
const WALK = { after: 'String', sort: 'RegisterListSort' };
const OF_AGENT = { ...WALK, agentKind: 'AgentKind!', agentId: 'ID!', artisanId: 'ID' };
const TRAIL = pageQuery('auditTrail', { after: 'String', sort: 'AuditSort', accountId: 'ID', subjectId: 'String', subjectType: 'String', action: 'String', from: 'String', until: 'String' }, 'id at accountId actorName action subjectType subjectId detail');
const QUEUE = pageQuery('claimQueue', { after: 'String', overdue: 'Boolean', sort: 'ClaimQueueSort' }, CLAIM);
const HISTORY = pageQuery('claimHistory', { ...WALK, state: 'ClaimState', artisanId: 'ID', openedFrom: 'String', openedUntil: 'String' }, CLAIM);
const GIVEN = pageQuery('mandatesOfAgent', { ...OF_AGENT, state: 'MandateState' }, MANDATE);
const MINE = pageQuery('myMandates', { ...WALK, state: 'MandateState' }, MANDATE);
const ASKED = pageQuery('consentsAsked', { ...OF_AGENT, state: 'ConsentState' }, CONSENT);
const ANSWERED = pageQuery('myConsents', { ...WALK, state: 'ConsentState' }, CONSENT);

const claims = (where: string, by: string): string =>
  `select c.*, a.name_latin, a.name_arabic, a.registered_on from (select id, state, decision_reason, submitted_at, due_at, opened_at, artisan_id from registry.claim where ${where} order by ${by} limit 25) c
   join registry.artisan a on a.id = c.artisan_id order by ${by.replaceAll(/(due_at|opened_at|id)/g, 'c.$1')}`;
const named = (columns: string, table: string, where: string, by: string): string =>
  `select m.*, a.id as person, a.name_latin, a.name_arabic from (select ${columns}, artisan_id from registry.${table} where ${where} order by ${by} limit 25) m join registry.artisan a on a.id = m.artisan_id order by ${by.replaceAll(/(proposed_at|asked_at|id)/g, 'm.$1')}`;
const mandates = (where: string, by = 'proposed_at desc, id desc'): string => named('id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at', 'mandate', where, by);
const consents = (where: string, by = 'asked_at desc, id desc'): string => named('id, act, subject_id, words, state, agent_name, asked_at, code_until', 'consent', where, by);

async function cases(db: Database): Promise<readonly PageCase[]> {
  return [...(await claimCases(db)), ...(await fileCases(db)), ...(await agentCases(db)), ...(await ownCases(db)), ...(await auditCases(db))];
}

async function claimCases(db: Database): Promise<PageCase[]> {
  const waits = `region_code = 'MA-03' and state = 'submitted'`;
  const queue = (what: string, variables: object, sql: string, actor: Actor = officer): PageCase => ({ what, query: QUEUE, variables, sql, actor });
  const past = (what: string, variables: object, sql: string, actor: Actor = officer): PageCase => ({ what, query: HISTORY, variables, sql, actor });
  const [soonest, newest, oldest] = ['due_at, id', 'opened_at desc, id desc', 'opened_at, id'] as const;
  const far = await deepCursor(db, { from: `registry.claim where ${waits}`, key: 'due_at', by: 'asc' });
  const old = await deepCursor(db, { from: `registry.claim where region_code = 'MA-03'`, key: 'opened_at' });
  const all = await deepCursor(db, { from: 'registry.claim', key: 'opened_at' });
  const [entry] = await db.read<{ id: string }>('select id from person where n = 1');
  return [
    queue('claims waiting', {}, claims(waits, soonest)),
    queue('… far down', { after: far }, claims(`${waits} ${beyond(far, 'due_at', '>')}`, soonest)),
    queue('… overdue', { overdue: true }, claims(`${waits} and due_at < now()`, soonest)),
    queue('… latest first', { sort: 'LATEST' }, claims(waits, 'due_at desc, id desc')),
    queue('… of all regions', {}, claims(`state = 'submitted'`, soonest), administrator),
    past('claims in any state', {}, claims(`region_code = 'MA-03'`, newest)),
    past('… far down', { after: old }, claims(`region_code = 'MA-03' ${beyond(old, 'opened_at')}`, newest)),
    past('… oldest first', { sort: 'OLDEST' }, claims(`region_code = 'MA-03'`, oldest)),
    past('… one state', { state: 'WITHDRAWN' }, claims(`region_code = 'MA-03' and state = 'withdrawn'`, newest)),
    past('… of some days', { openedFrom: '2022-01-05', openedUntil: '2022-01-11' }, claims(`region_code = 'MA-03' and opened_at >= timestamptz '2022-01-05 00:00+01' and opened_at < timestamptz '2022-01-12 00:00+01'`, newest)),
    past('… of one entry', { artisanId: entry!.id }, claims(`region_code = 'MA-03' and artisan_id = '${entry!.id}'`, newest)),
    past('… of all regions', { after: all }, claims(`true ${beyond(all, 'opened_at')}`, newest), administrator),
    past('… of all, one state', { state: 'WITHDRAWN' }, claims(`state = 'withdrawn'`, newest), administrator),
  ];
}

/** One request with all that stands beside it: as its chamber opens it, and as its holder reads her own. */
async function fileCases(db: Database): Promise<PageCase[]> {
  const [claim] = await db.read<{ id: string; account: string }>(`select id, account_id as account from registry.claim where region_code = 'MA-03' and state = 'submitted' order by id limit 1`);
  const all = (rows: string): string => `(select json_agg(x) from (${rows}) x)`;
  const beside = `${all('select id, item, content_type, at, forgotten_at from registry.claim_document where claim_id = c.id order by at, id')} papers, ${all('select verb, at, actor_name, reason from registry.claim_step s where claim_id = c.id order by s.id')} steps, ${all('select item, reason, at, actor_name from registry.claim_waiver where claim_id = c.id')} waivers`;
  const file = (more: string, from: string): string => `select c.id, c.state, c.decision_reason, c.submitted_at, c.due_at, c.papers_until, c.answers, a.id as entry, a.name_latin, a.name_arabic, a.registered_on, ${beside} ${more} from ${from} join registry.artisan a on a.id = c.artisan_id`;
  const fields = `${CLAIM.replace('entry {', 'entry { id')} papersUntil answers { item accepted text } papers { id item url at forgottenAt } waivers { item reason at actorName } steps { verb at actorName reason }`;
  const day = `(c.submitted_at at time zone 'Africa/Casablanca')::date`;
  const items = all(`select code, kind, en, fr, ar, required from registry.claim_item where valid_from <= ${day} and (valid_until is null or valid_until >= ${day}) order by position, code`);
  const contact = `, ${items} items, (select row_to_json(u) from (select u.email, u."emailVerified", p.number from identity."user" u left join identity.phone p on p.account_id = u.id where u.id = c.account_id::text) u) contact`;
  const holder: Actor = { ...artisanOf(claim!.id), accountId: claim!.account, artisanId: null, roles: ['buyer'] };
  return [
    { what: 'a claim, its whole file', query: `{ claim(id: "${claim!.id}") { ${fields} checklist { code kind en fr ar required } contact { phone email emailConfirmed } } }`, variables: {}, sql: `${file(contact, 'registry.claim c')} where c.id = '${claim!.id}'` },
    { what: 'my claim', query: `{ myClaim { ${fields} } }`, variables: {}, sql: file('', `(select * from registry.claim where account_id = '${claim!.account}' order by (state in ('open', 'submitted', 'returned')) desc, opened_at desc, id desc limit 1) c`), actor: holder },
  ];
}

async function agentCases(db: Database): Promise<PageCase[]> {
  const made: PageCase[] = [];
  for (const [caller, agentKind, agentId] of [[officer, 'CHAMBER', 'MA-03'], [agent, 'CLUSTER', CLUSTER]] as const) {
    const whose = `agent_kind = '${agentKind.toLowerCase()}' and agent_id = '${agentId}'`;
    const [given, asked] = [await deepCursor(db, { from: `registry.mandate where ${whose}`, key: 'proposed_at' }), await deepCursor(db, { from: `registry.consent where ${whose}`, key: 'asked_at' })];
    const [one] = await db.read<{ id: string }>(`select artisan_id as id from registry.consent where ${whose} limit 1`);
    const about = `artisan_id = '${one!.id}'`;
    const ask = (what: string, query: string, more: object, sql: string): void => void made.push({ what, query, variables: { agentKind, agentId, ...more }, sql, actor: caller });
    const kind = agentKind.toLowerCase();
    ask(`mandates of a ${kind}`, GIVEN, {}, mandates(whose));
    ask('… far down', GIVEN, { after: given }, mandates(`${whose} ${beyond(given, 'proposed_at')}`));
    ask('… one state', GIVEN, { state: 'PROPOSED' }, mandates(`${whose} and state = 'proposed'`));
    ask('… oldest first', GIVEN, { sort: 'OLDEST' }, mandates(whose, 'proposed_at, id'));
    ask('… of one artisan', GIVEN, { artisanId: one!.id }, mandates(`${whose} and ${about}`));
    const [single] = await db.read<{ id: string }>(`select id from registry.mandate where ${whose} and state = 'live' order by id limit 1`);
    made.push({ what: `one mandate of a ${kind}`, query: `{ mandate(id: "${single!.id}") { ${MANDATE} } }`, variables: {}, sql: mandates(`id = '${single!.id}'`), actor: caller });
    ask(`proposals of a ${kind}`, ASKED, {}, consents(whose));
    ask('… far down', ASKED, { after: asked }, consents(`${whose} ${beyond(asked, 'asked_at')}`));
    ask('… waiting', ASKED, { state: 'WAITING' }, consents(`${whose} and state = 'waiting'`));
    ask('… oldest first', ASKED, { sort: 'OLDEST' }, consents(whose, 'asked_at, id'));
    ask('… of one artisan', ASKED, { artisanId: one!.id }, consents(`${whose} and ${about}`));
  }
  return made;
}

async function ownCases(db: Database): Promise<PageCase[]> {
  const [person] = await db.read<{ id: string }>('select id from person where n = 1');
  const [id, actor] = [person!.id, artisanOf(person!.id)];
  const own = `artisan_id = '${id}'`;
  const [given, asked] = [await deepCursor(db, { from: `registry.mandate where ${own}`, key: 'proposed_at' }), await deepCursor(db, { from: `registry.consent where ${own}`, key: 'asked_at' })];
  const entry = `select a.*, s.cnss, s.amo, (select json_agg(json_build_object('from', h.standing_from, 'to', h.standing_to, 'at', h.at, 'by', h.actor_name, 'why', h.why) order by h.id) from registry.standing_change h where h.artisan_id = a.id) history
    from registry.artisan a left join registry.social_standing s on s.artisan_id = a.id where a.id = '${id}'`;
  return [
    { what: 'my mandates', query: MINE, variables: {}, sql: mandates(own), actor },
    { what: '… far down', query: MINE, variables: { after: given }, sql: mandates(`${own} ${beyond(given, 'proposed_at')}`), actor },
    { what: '… one state', query: MINE, variables: { state: 'LIVE' }, sql: mandates(`${own} and state = 'live'`), actor },
    { what: '… oldest first', query: MINE, variables: { sort: 'OLDEST' }, sql: mandates(own, 'proposed_at, id'), actor },
    { what: 'proposals to me', query: ANSWERED, variables: {}, sql: consents(own), actor },
    { what: '… far down', query: ANSWERED, variables: { after: asked }, sql: consents(`${own} ${beyond(asked, 'asked_at')}`), actor },
    { what: '… waiting', query: ANSWERED, variables: { state: 'WAITING' }, sql: consents(`${own} and state = 'waiting'`), actor },
    { what: '… oldest first', query: ANSWERED, variables: { sort: 'OLDEST' }, sql: consents(own, 'asked_at, id'), actor },
    { what: 'an entry, its history', query: `{ artisan(id: "${id}") { id identifier nameLatin nameArabic standing validUntil history { from to at actorName why } socialStanding { cnss amo } } }`, variables: {}, sql: entry },
    { what: 'a maker', query: `{ maker(id: "${id}") { id nameLatin nameArabic category branch activity regionCode provinceCode registeredOn } }`, variables: {}, sql: `select * from registry.artisan where id = '${id}'` },
    { what: 'the checklist', query: '{ claimChecklist { code kind en fr ar required } }', variables: {}, sql: 'select code, kind, en, fr, ar, required from registry.claim_item where valid_from <= current_date and (valid_until is null or valid_until >= current_date) order by position, code' },
    { what: 'its versions', query: '{ checklistVersions { code kind en fr ar required position validFrom validUntil } }', variables: {}, sql: 'select code, kind, en, fr, ar, required, position, valid_from, valid_until from registry.claim_item order by (valid_until is null) desc, position, code, valid_from desc', actor: administrator },
  ];
}

async function auditCases(db: Database): Promise<PageCase[]> {
  const trail = (where: string, by = 'id desc'): string => `select id, at, account_id, actor_name, action, subject_type, subject_id, detail from platform.audit where ${where} order by ${by} limit 25`;
  const ask = (what: string, variables: object, sql: string): PageCase => ({ what, query: TRAIL, variables, sql, actor: administrator });
  const [far] = await db.read<{ id: string }>('select id from platform.audit order by id desc offset (select (count(*) * 0.8)::int from platform.audit) limit 1');
  const [rare] = await db.read<{ subject: string; account: string }>(`select subject_id as subject, account_id as account from platform.audit where action = 'register.standing' order by id limit 1`);
  return [
    ask('the audit trail', {}, trail('true')),
    ask('… far down', { after: encodeCursor([far!.id]) }, trail(`id < '${far!.id}'`)),
    ask('… oldest first', { sort: 'OLDEST' }, trail('true', 'id')),
    ask('… of one person', { accountId: rare!.account }, trail(`account_id = '${rare!.account}'`)),
    ask('… of one thing', { subjectId: rare!.subject }, trail(`subject_id = '${rare!.subject}'`)),
    ask('… of one kind of thing', { subjectType: 'artisan' }, trail(`subject_type = 'artisan'`)),
    ask('… one act', { action: 'register.standing' }, trail(`action = 'register.standing'`)),
    ask('… acts on one kind', { action: 'register' }, trail(`(action = 'register' or action like 'register.%')`)),
    ask('… of some days', { from: '2022-03-01', until: '2022-03-07' }, trail(`id >= '${firstId('2022-03-01T00:00:00+01:00')}' and id < '${firstId('2022-03-08T00:00:00+01:00')}'`)),
  ];
}

/** The ids of the trail carry their millisecond. */
const firstId = (at: string): string => `${Date.parse(at).toString(16).padStart(12, '0')}00000000000000000000`;

async function fill(url: string, count: number, directory: string): Promise<void> {
  await fillHouse(url, count, directory, async (db) => {
    for (const sql of [
      `insert into registry.claim (id, artisan_id, account_id, region_code, state, answers, opened_at, submitted_at, due_at)
       select ${idOf('0001', 'i')}, p.id, ${idOf('00aa', 'i')}, p.region_code, (array['submitted', 'approved', 'approved', 'approved', 'approved', 'refused', 'approved', 'open', 'approved', 'returned', 'approved', 'approved'])[1 + i % 12],
         '{"terms":true,"privacy":true,"address":"12, derb Lamté, Fès"}', timestamptz '2022-01-01' + i * interval '37 minutes', timestamptz '2022-01-02' + i * interval '37 minutes', timestamptz '2022-01-12' + i * interval '37 minutes'
       from generate_series(1, $1::int / 6) i join person p on p.n = case when i % 1000 = 0 then 1 else i * 5 end`,
      `update registry.claim set state = 'withdrawn' where ('x' || right(id::text, 4))::bit(16)::int % 97 = 0 and $1::int > 0`,
      `insert into registry.claim_document (id, claim_id, item, storage_key, content_type, sha256, size, at) select gen_random_uuid(), c.id, item, 'x', 'image/jpeg', 'x', 1000, c.opened_at from registry.claim c, unnest(array['identity-card', 'professional-card']) item where $1::int > 0`,
      `insert into registry.claim_step (claim_id, verb, at, actor_name) select c.id, v, c.opened_at, 'Hanane Tazi' from registry.claim c, unnest(array['open', 'submit', 'return', 'submit']) v where $1::int > 0`,
      `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until)
       select ${idOf('0002', 'i')}, p.id, case i % 4 when 0 then 'cluster' else 'chamber' end, case i % 4 when 0 then '${CLUSTER}' else p.region_code end, '{listing.save,price}', '2026-01-01', '2026-12-31',
         case when i % 40 < 2 then 'proposed' when i % 3 = 0 then 'live' when i % 3 = 1 then 'revoked' else 'declined' end, 'Hanane Tazi', timestamptz '2022-01-01' + i * interval '41 minutes', 'x', now()
       from generate_series(1, $1::int / 8 + 300) i join person p on p.n = case when i <= 300 then 1 else i * 3 end`,
      `insert into registry.consent (id, mandate_id, artisan_id, act, subject_id, words, terms, state, agent_name, asked_at, code_hash, code_until, ended_at, agent_kind, agent_id)
       select gen_random_uuid(), m.id, m.artisan_id, 'price', gen_random_uuid(), '{"en":"900 dirhams","fr":"900 dirhams","ar":"900 درهم"}', '{}', case k % 20 when 0 then 'waiting' when 1 then 'refused' else 'given' end, 'Hanane Tazi',
         m.proposed_at + k * interval '1 hour', 'x', now(), case k % 20 when 0 then null else now() end, m.agent_kind, m.agent_id from registry.mandate m, generate_series(0, case when m.artisan_id = (select id from person where n = 1) then 6 else 1 end) k where $1::int > 0`,
      `insert into registry.standing_change (artisan_id, standing_from, standing_to, at, actor_name, why) select p.id, 'registered', 'suspended', now(), 'Hanane Tazi', 'Card withdrawn' from person p, generate_series(1, 20) where n = 1 and $1::int > 0`,
      `insert into platform.audit (id, at, account_id, actor_name, action, subject_type, subject_id, detail)
       select (lpad(to_hex(1640995200000 + i::bigint * 120000), 12, '0') || '70008000' || lpad(to_hex(i), 12, '0'))::uuid, timestamptz '2022-01-01' + i * interval '2 minutes', ${idOf('00aa', 'i % 5000')}, 'Hanane Tazi',
         case when i % 2000 = 7 then 'register.standing' when i % 3 = 0 then 'product.list' else 'order.accept' end, case when i % 2000 = 7 then 'artisan' when i % 3 = 0 then 'product' else 'order' end, ${idOf('00bb', 'i / 3')}::text, '{"n":1}' from generate_series(1, $1::int) i`,
    ]) await db.read(sql, [count]);
  });
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: officer, cases, lines: 389_000, fill });
