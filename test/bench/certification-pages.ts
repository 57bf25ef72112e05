import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { pageCost, type PageCase } from './page-cost.js';
import { administrator, artisanOf, beyond, deepCursor, fillHouse, idOf, inspector, officer, pageQuery } from './register.seed.js';

/** Pages of inspections, certificates and trainings at one of each for every artisan of the register. */
const INSPECTION = 'id productType variant description state requestedAt appointedFor lotSize';
const QUEUE = pageQuery('inspectionQueue', { after: 'String', states: '[InspectionState!]', productType: 'String', sort: 'InspectionOrder' }, INSPECTION);
const OWN = { after: 'String', states: '[InspectionState!]', productType: 'String', sort: 'InspectionOrder' };
const MINE = pageQuery('myInspections', OWN, `${INSPECTION} secondLook`);
const OF = pageQuery('inspectionsOf', { ...OWN, artisanId: 'ID!' }, INSPECTION);
const CERTIFICATE = 'id number description productType status validUntil makerNameLatin makerNameArabic';
const CERTIFICATES = pageQuery('certificates', { after: 'String', filter: 'CertificateFilterInput', sort: 'CertificateOrder' }, CERTIFICATE);
const MY_CERTIFICATES = pageQuery('myCertificates', { after: 'String', filter: 'MyCertificateFilterInput', sort: 'CertificateOrder' }, CERTIFICATE);
const SESSION = 'id titleFr place startsOn endsOn seats taken waiting state centre { fr }';
const TRAININGS = pageQuery('trainingSessions', { after: 'String', filter: 'TrainingFilterInput', sort: 'TrainingOrder' }, SESSION);
const MY_TRAINING = pageQuery('myTraining', { after: 'String', states: '[EnrolmentState!]', sessionId: 'ID', sort: 'EnrolmentOrder' }, `id state askedAt completionNumber session { ${SESSION} }`);
const ROLL = pageQuery('trainingRoll', { after: 'String', sessionId: 'ID!', states: '[EnrolmentState!]', query: 'String', sort: 'RollOrder' }, 'id state artisan { nameLatin nameArabic } daysPresent daysAbsent results { code met } completionNumber');

const own = `centre_id = 'carpets'`;
const waiting = `state in ('requested', 'appointed', 'examined')`;
/** The statement of a page reads whole lines: which of their fields are asked for is the caller's. */
const queued = (where: string, by = 'requested_at, id'): string => `select * from certification.inspection where ${where} order by ${by} limit 25`;
const certified = (where: string, by = 'c.issued_at desc, c.id desc'): string =>
  `select c.id, c.number, c.centre_id, c.artisan_id, c.product_type, c.description, c.name, c.label_number, c.grade, c.valid_from, c.valid_until, c.issued_at, c.maker_name_latin, c.maker_name_arabic, e.ended_for from certification.certificate c
   left join certification.certificate_end e on e.certificate_id = c.id where ${where} order by ${by} limit 25`;
const ended = (why: string, by: string, whose = `c.${own}`): string => `select c.*, e.ended_for from certification.certificate_end e join certification.certificate c on c.id = e.certificate_id where ${whose} and e.ended_for = '${why}' order by ${by} limit 25`;
const FILLED = `(select count(*) from certification.enrolment e where e.session_id = s.id and e.state in ('enrolled', 'completed', 'not_completed')) as taken,
  (select count(*) from certification.enrolment e where e.session_id = s.id and e.state = 'waiting') as waiting, c.fr as centre`;
const trainings = (where: string, by = 's.starts_on, s.id'): string => `select s.*, ${FILLED} from certification.training_session s join certification.centre c on c.id = s.centre_id where ${where} order by ${by} limit 25`;

type Ask = (what: string, variables: object, sql: string) => PageCase;
const asks = (query: string, actor: Actor = inspector, fixed: object = {}): Ask => (what, variables, sql) => ({ what, query, variables: { ...fixed, ...variables }, sql, actor });

async function cases(db: Database): Promise<readonly PageCase[]> {
  const [person] = await db.read<{ id: string }>('select id from person where n = 1');
  return [...(await inspections(db, person!.id)), ...(await certificates(db, person!.id)), ...(await training(db, person!.id)), ...(await things(db)), ...byNumber];
}

async function inspections(db: Database, person: string): Promise<PageCase[]> {
  const [queue, mine] = [asks(QUEUE), asks(MINE, artisanOf(person))];
  const every = ['REQUESTED', 'APPOINTED', 'EXAMINED', 'RETURNED', 'CERTIFIED', 'REFUSED', 'CANCELLED'];
  const [far, past, hers] = [
    await deepCursor(db, { from: `certification.inspection where ${own} and ${waiting}`, key: 'requested_at', by: 'asc' }),
    await deepCursor(db, { from: `certification.inspection where ${own}`, key: 'requested_at' }),
    await deepCursor(db, { from: `certification.inspection where artisan_id = '${person}'`, key: 'requested_at' }),
  ];
  return [
    queue('queue', {}, queued(`${own} and ${waiting}`)),
    queue('… far down', { after: far }, queued(`${own} and ${waiting} ${beyond(far, 'requested_at', '>')}`)),
    queue('… newest first', { sort: 'NEWEST' }, queued(`${own} and ${waiting}`, 'requested_at desc, id desc')),
    queue('… every state', { states: every, sort: 'NEWEST' }, queued(own, 'requested_at desc, id desc')),
    queue('… every state, far down', { states: every, sort: 'NEWEST', after: past }, queued(`${own} ${beyond(past, 'requested_at')}`, 'requested_at desc, id desc')),
    queue('… one state', { states: ['REFUSED'] }, queued(`${own} and state = 'refused'`)),
    queue('… one type', { productType: 'textile' }, queued(`${own} and product_type = 'textile' and ${waiting}`)),
    { ...queue('… of every centre', {}, queued(waiting)), actor: administrator },
    asks(OF, officer)('of one artisan, for her agent', { artisanId: person }, queued(`artisan_id = '${person}'`, 'requested_at desc, id desc')),
    mine('my inspections', {}, queued(`artisan_id = '${person}'`, 'requested_at desc, id desc')),
    mine('… far down', { after: hers }, queued(`artisan_id = '${person}' ${beyond(hers, 'requested_at')}`, 'requested_at desc, id desc')),
    mine('… oldest first', { sort: 'OLDEST' }, queued(`artisan_id = '${person}'`)),
    mine('… of some states', { states: ['REFUSED', 'REQUESTED'] }, queued(`artisan_id = '${person}' and state in ('refused', 'requested')`, 'requested_at desc, id desc')),
    mine('… of a type', { productType: 'textile' }, queued(`artisan_id = '${person}' and product_type = 'textile'`, 'requested_at desc, id desc')),
    asks(OF, officer)('… for her agent, of a state', { artisanId: person, states: ['CERTIFIED'], sort: 'OLDEST' }, queued(`artisan_id = '${person}' and state = 'certified'`)),
  ];
}

async function certificates(db: Database, person: string): Promise<PageCase[]> {
  const [page, mine] = [asks(CERTIFICATES), asks(MY_CERTIFICATES, artisanOf(person))];
  const hers = `c.artisan_id = '${person}'`;
  const deep = await deepCursor(db, { from: `certification.certificate c where ${hers}`, key: 'issued_at' });
  const from = `certification.certificate where ${own}`;
  const [far, soon] = [await deepCursor(db, { from, key: 'issued_at' }), await deepCursor(db, { from: `${from} and valid_until >= current_date`, key: 'valid_until', by: 'asc' })];
  const live = 'e.certificate_id is null and c.valid_until >= current_date';
  const ending = 'c.valid_until, c.id';
  return [
    page('certificates', {}, certified(`c.${own}`)),
    page('… far down', { after: far }, certified(`c.${own} ${beyond(far, 'c.issued_at', '<', 'timestamptz', 'c.id')}`)),
    page('… valid', { filter: { status: 'VALID' } }, certified(`c.${own} and ${live}`)),
    page('… ending soonest', { sort: 'ENDING', filter: { status: 'VALID' } }, certified(`c.${own} and ${live}`, ending)),
    page('… ending, far down', { sort: 'ENDING', filter: { status: 'VALID' }, after: soon }, certified(`c.${own} and ${live} ${beyond(soon, 'c.valid_until', '>', 'date', 'c.id')}`, ending)),
    page('… expired', { filter: { status: 'EXPIRED' } }, ended('expired', 'c.issued_at desc, c.id desc')),
    page('… withdrawn', { filter: { status: 'WITHDRAWN' } }, ended('withdrawn', 'c.issued_at desc, c.id desc')),
    page('… withdrawn, by their end', { filter: { status: 'WITHDRAWN' }, sort: 'ENDING' }, ended('withdrawn', ending)),
    page('… one type', { filter: { productType: 'textile' } }, certified(`c.${own} and c.product_type = 'textile'`)),
    page('… of one artisan', { filter: { artisanId: person } }, certified(`c.${own} and c.artisan_id = '${person}'`)),
    { ...page('… of every centre', {}, certified('true')), actor: administrator },
    mine('my certificates', {}, certified(hers)),
    mine('… of mine, far down', { after: deep }, certified(`${hers} ${beyond(deep, 'c.issued_at', '<', 'timestamptz', 'c.id')}`)),
    mine('… of mine, ending soonest', { sort: 'ENDING' }, certified(hers, ending)),
    mine('… of mine, valid', { filter: { status: 'VALID' } }, certified(`${hers} and ${live}`)),
    mine('… of mine, valid and ending', { filter: { status: 'VALID' }, sort: 'ENDING' }, certified(`${hers} and ${live}`, ending)),
    mine('… of mine, expired', { filter: { status: 'EXPIRED' } }, ended('expired', 'c.issued_at desc, c.id desc', hers)),
    mine('… of mine, of a type', { filter: { productType: 'textile' } }, certified(`${hers} and c.product_type = 'textile'`)),
    mine('… of mine, of a type, ending', { filter: { productType: 'textile' }, sort: 'ENDING' }, certified(`${hers} and c.product_type = 'textile'`, ending)),
  ];
}

async function training(db: Database, person: string): Promise<PageCase[]> {
  const page = asks(TRAININGS, officer);
  const open = `s.state = 'open' and s.ends_on >= '2026-11-24'`;
  const from = '2026-11-24';
  const far = await deepCursor(db, { from: `certification.training_session where state = 'open' and ends_on >= '${from}'`, key: 'starts_on', by: 'asc' });
  const [mine, hers] = [asks(MY_TRAINING, artisanOf(person)), `artisan_id = '${person}'`];
  const deep = await deepCursor(db, { from: `certification.enrolment where ${hers}`, key: 'asked_at' });
  const [session] = await db.read<{ id: string }>('select session_id as id from certification.enrolment group by 1 order by count(*) desc, 1 limit 1');
  const [roll, ofIt] = [asks(ROLL, inspector, { sessionId: session!.id }), `e.session_id = '${session!.id}'`];
  const named = await deepCursor(db, { from: `certification.enrolment e where ${ofIt}`, key: 'name_key', by: 'asc' });
  return [
    page('trainings', { filter: { from } }, trainings(open)),
    page('… far down', { filter: { from }, after: far }, trainings(`${open} ${beyond(far, 's.starts_on', '>', 'date', 's.id')}`)),
    page('… latest first', { filter: { from }, sort: 'LATEST' }, trainings(open, 's.starts_on desc, s.id desc')),
    page('… of a region', { filter: { from, regionCode: 'MA-09' } }, trainings(`${open} and s.region_code = 'MA-09'`)),
    page('… of a centre', { filter: { from, centreId: 'pottery' } }, trainings(`${open} and s.centre_id = 'pottery'`)),
    page('… of a branch', { filter: { from, branch: 'leather' } }, trainings(`${open} and (s.branches = '{}' or 'leather' = any(s.branches))`)),
    page('… for women', { filter: { from, forWomen: true } }, trainings(`${open} and s.for_women`)),
    page('… cancelled', { filter: { states: ['CANCELLED'] } }, trainings(`s.state = 'cancelled'`)),
    mine('my trainings', {}, enrolled(hers)),
    mine('… of mine, far down', { after: deep }, enrolled(`${hers} ${beyond(deep, 'asked_at')}`)),
    mine('… of mine, soonest', { sort: 'SOONEST' }, enrolled(hers, 'starts_on', 'asc')),
    mine('… of mine, latest', { sort: 'LATEST' }, enrolled(hers, 'starts_on', 'desc')),
    mine('… of mine, of some states', { states: ['WAITING', 'COMPLETED'] }, enrolled(`${hers} and state in ('waiting', 'completed')`)),
    mine('… of mine, waiting, soonest', { states: ['WAITING'], sort: 'SOONEST' }, enrolled(`${hers} and state = 'waiting'`, 'starts_on', 'asc')),
    roll('a roll', {}, rollOf(ofIt)),
    roll('… by name', { sort: 'NAME' }, rollOf(ofIt, 'e.name_key, e.id')),
    roll('… by name, far down', { sort: 'NAME', after: named }, rollOf(`${ofIt} ${beyond(named, 'e.name_key', '>', 'text', 'e.id')}`, 'e.name_key, e.id')),
    roll('… of some states', { states: ['ENROLLED', 'COMPLETED'] }, rollOf(`${ofIt} and e.state in ('enrolled', 'completed')`)),
    roll('… of a name', { query: 'fatima', sort: 'NAME' }, rollOf(`${ofIt} and (a.search || '') like '%fatima%'`, 'e.name_key, e.id')),
  ];
}

function enrolled(where: string, key = 'asked_at', by: 'asc' | 'desc' = 'desc'): string {
  return `select e.id, e.state, e.asked_at, c.number, s.title_fr, s.place, s.starts_on, s.ends_on, s.seats, s.state, ${FILLED.replace('c.fr', 'k.fr')} from (select * from certification.enrolment where ${where} order by ${key} ${by}, id ${by} limit 25) e
    left join certification.completion c on c.enrolment_id = e.id join certification.training_session s on s.id = e.session_id join certification.centre k on k.id = s.centre_id order by e.${key} ${by}, e.id ${by}`;
}

function rollOf(where: string, by = 'e.asked_at, e.id'): string {
  return `select e.id, e.state, a.name_latin, a.name_arabic, c.number, l.results, array(select d.day from certification.attendance d where d.enrolment_id = e.id and d.present order by 1) present, array(select d.day from certification.attendance d where d.enrolment_id = e.id and not d.present order by 1) absent
    from certification.enrolment e join registry.artisan a on a.id = e.artisan_id left join certification.completion c on c.enrolment_id = e.id left join lateral (select results from certification.assessment s where s.enrolment_id = e.id order by s.at desc, s.id desc limit 1) l on true where ${where} order by ${by} limit 25`;
}

/** One thing by its id or number, each with all that its page shows. */
async function things(db: Database): Promise<PageCase[]> {
  const [inspection] = await db.read<{ id: string; artisanId: string }>(`select id, artisan_id as "artisanId" from certification.inspection where centre_id = 'carpets' and state = 'certified' order by id limit 1`);
  const [session] = await db.read<{ id: string }>(`select id from certification.training_session where state = 'open' order by id limit 1`);
  const [completion] = await db.read<{ number: string }>('select number from certification.completion order by number limit 1');
  const one = asks('query($id: ID!) { inspection(id: $id) { id description state maker { nameLatin nameArabic } centre { fr } examinations { at inspectorName findings { rule outcome } } photographs { url } } }');
  const looked = (id: string): string => `select i.*, a.name_latin, a.name_arabic, c.fr, (select json_agg(x order by at, id) from (select id, at, inspector_name, place, findings, note from certification.examination where inspection_id = i.id) x) examinations,
      (select json_agg(p order by at, id) from (select id, width, height, at from certification.inspection_photograph where inspection_id = i.id) p) photographs
    from certification.inspection i join registry.artisan a on a.id = i.artisan_id join certification.centre c on c.id = i.centre_id where i.id = '${id}'`;
  return [
    one('one inspection', { id: inspection!.id }, looked(inspection!.id)),
    { ...one('… for its maker', { id: inspection!.id }, looked(inspection!.id)), actor: artisanOf(inspection!.artisanId) },
    asks(`query($id: ID!) { trainingSession(id: $id) { ${SESSION} criteria { code fr } } }`)('one training', { id: session!.id }, `select s.*, ${FILLED} from certification.training_session s join certification.centre c on c.id = s.centre_id where s.id = '${session!.id}'`),
    asks('query($n: String!) { trainingCompletion(number: $n) { number genuine issuedOn session { titleFr startsOn centre { fr } } artisan { nameLatin nameArabic } } }')('a completion by its number', { n: completion!.number },
      `select k.number, k.issued_on, k.assessor_name, s.title_fr, s.starts_on, c.fr, a.name_latin, a.name_arabic from certification.completion k join certification.training_session s on s.id = k.session_id join certification.centre c on c.id = s.centre_id join registry.artisan a on a.id = k.artisan_id where k.number = '${completion!.number}'`),
  ];
}

const byNumber: PageCase[] = [
  { what: 'a certificate by its number', query: '{ certificate(number: "TAP-2026-000021") { number status certificate { description grade validFrom validUntil inspectorName } } }', variables: {}, sql: `select c.number, c.description, c.grade, c.valid_from, c.valid_until, c.inspector_name, c.facts, e.ended_for from certification.certificate c left join certification.certificate_end e on e.certificate_id = c.id where number = 'TAP-2026-000021'` },
  { what: 'the centres', query: '{ centres { id en fr ar regionCode productTypes } }', variables: {}, sql: 'select * from certification.centre order by id' },
  { what: 'a checklist', query: '{ checklist(productType: "carpets", variant: "city", centreId: "carpets") { code en fr ar kind unit required limitMax source checkedOn } }', variables: {}, sql: `select code, en, fr, ar, kind, unit, required, limit_max, source, checked_on, valid_from, valid_until from certification.rule where product_type = 'carpets' and (variants is null or 'city' = any(variants)) and (centre_id is null or centre_id = 'carpets') and valid_from <= current_date and (valid_until is null or valid_until >= current_date) order by position, code` },
  { what: 'the kinds of work', query: '{ inspectionVariants { productType code en fr ar } }', variables: {}, sql: 'select v.product_type, v.code, v.en, v.fr, v.ar, v.food_contact, t.piece_years, t.type_years from certification.variant v join certification.product_type t on t.code = v.product_type order by v.position' },
  { what: 'the product types', query: '{ productTypes { code en fr ar } }', variables: {}, sql: 'select t.code, coalesce(t.en, b.en) en, coalesce(t.fr, b.fr) fr, coalesce(t.ar, b.ar) ar from certification.product_type t left join registry.branch b on b.code = t.branch order by (select min(v.position) from certification.variant v where v.product_type = t.code), t.code' },
  { what: 'the marks', query: '{ marks(productType: "carpets", centreId: "carpets") { code scheme level en fr ar source } }', variables: {}, sql: `select code, scheme, level, en, fr, ar, source, confidence from certification.mark where (product_type is null or product_type = 'carpets') and (centre_id is null or centre_id = 'carpets') and valid_from <= current_date and (valid_until is null or valid_until >= current_date) order by scheme, level, fr` },
  { what: 'the versions of rules', query: '{ ruleVersions(productType: "carpets", centreId: "carpets") { code en fr ar kind unit required validFrom validUntil source } }', variables: {}, sql: `select code, en, fr, ar, kind, unit, required, limit_max, source, checked_on, valid_from, valid_until from certification.rule where product_type = 'carpets' and (centre_id is null or centre_id = 'carpets') order by (centre_id is not null), position, code, valid_from desc, id` },
];

async function fill(url: string, count: number, directory: string): Promise<void> {
  await fillHouse(url, count, directory, async (db) => {
    for (const sql of [
      `insert into certification.inspection (id, centre_id, artisan_id, product_type, variant, description, state, requested_at)
       select ${idOf('0001', 'i')}, case i % 10 when 9 then 'pottery' else 'carpets' end, p.id, case i % 5 when 0 then 'textile' else 'carpets' end, case i % 5 when 0 then 'general' else 'city' end, 'Rug ' || i,
         case when i % 20 = 0 then 'requested' when i % 400 = 1 then 'refused' else 'certified' end, timestamptz '2022-01-01' + i * interval '1 minute' from generate_series(1, $1::int) i join person p on p.n = case when (hashint4(i) & 1048575) % ($1::int / 300) = 0 then 1 else 1 + (i * 7) % ($1::int / 2) end`,
      `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until)
       select ${idOf('0005', 'p.n')}, p.id, 'chamber', 'MA-03', '{inspection.request}', current_date, current_date + 300, 'live', 'x', now(), 'x', now() from person p where p.n <= $1::int / 10`,
      `insert into certification.certificate (id, number, centre_id, inspection_id, artisan_id, product_type, variant, description, scheme, food_contact, facts, inspector_name, issued_at, valid_from, valid_until, maker_name_latin)
       select ${idOf('0002', 'i')}, 'TAP-2026-' || lpad(i::text, 6, '0'), n.centre_id, n.id, n.artisan_id, n.product_type, n.variant, 'Rug ' || i, 'centre', false,
         '[{"rule":"wool","en":"Wool","fr":"Laine","ar":"x","outcome":"met","value":null,"unit":null,"source":"s"}]', 'Nadia', timestamptz '2022-01-01' + i * interval '1 minute', date '2025-01-01', date '2026-01-01' + (i::bigint * 900 / $1::int)::int, 'Itto ' || i
       from generate_series(1, $1::int) i join certification.inspection n on n.id = ${idOf('0001', 'i')} where n.state = 'certified'`,
      `insert into certification.certificate_end (certificate_id, ended_for, at, actor_name, reason) select id, 'expired', now(), 'Dar Sanaa', 'Valid until' from certification.certificate where valid_until < current_date and $1::int > 0`,
      `insert into certification.certificate_end (certificate_id, ended_for, at, actor_name, reason) select id, 'withdrawn', now(), 'Nadia', 'Label of another' from certification.certificate where status_index % 997 = 0 and valid_until >= current_date and $1::int > 0`,
      `insert into certification.training_session (id, centre_id, programme, title_en, title_fr, title_ar, trainer, place, region_code, starts_on, ends_on, seats, attendance_percent, branches, regions, for_women, for_youth, criteria, state, cancel_reason, created_at)
       select ${idOf('0003', 'i')}, case i % 15 when 0 then 'pottery' else 'carpets' end, 'P', 'T', 'T', 'T', 'T', 'Azrou', 'MA-' || lpad((1 + i % 12)::text, 2, '0'), date '2022-01-01' + (i::bigint * 2300 / ($1::int / 20))::int, date '2022-01-03' + (i::bigint * 2300 / ($1::int / 20))::int, 20, 80,
         case i % 6 when 0 then '{}' when 1 then '{leather}' else '{carpets}' end::text[], '{}', i % 20 = 7, false, '[]', case when i % 90 = 5 then 'cancelled' when i < $1::int / 20 * 0.7 then 'closed' else 'open' end, case when i % 90 = 5 then 'x' end, now() from generate_series(1, $1::int / 20) i`,
      `insert into certification.enrolment (id, session_id, artisan_id, state, asked_at, asked_by_name)
       select ${idOf('0004', 'i')}, ${idOf('0003', '1 + i % ($1::int / 20)')}, p.id, case i % 7 when 0 then 'waiting' when 1 then 'left' when 2 then 'completed' else 'enrolled' end, timestamptz '2022-01-01' + i * interval '1 minute', 'x' from generate_series(1, $1::int) i join person p on p.n = case when i % ($1::int / 20 / 60) = 5 then 1 else 1 + (i * 13) % ($1::int / 2) end on conflict do nothing`,
      `insert into certification.enrolment (id, session_id, artisan_id, state, asked_at, asked_by_name) select gen_random_uuid(), ${idOf('0003', '1')}, p.id, 'enrolled', timestamptz '2022-01-01' + n * interval '1 minute', 'x' from person p where n <= 400 and $1::int > 0 on conflict do nothing`,
      `insert into certification.completion (id, number, enrolment_id, session_id, artisan_id, issued_on, at, assessor_name)
       select gen_random_uuid(), 'TAP-F-2026-' || lpad((row_number() over (order by asked_at, id))::text, 6, '0'), id, session_id, artisan_id, current_date, now(), 'Nadia' from certification.enrolment where state = 'completed' and $1::int > 0`,
      `insert into certification.examination (id, inspection_id, at, inspector_name, findings) select gen_random_uuid(), ${idOf('0001', 'i')}, now(), 'Nadia', '[{"rule":"wool","outcome":"met","value":null}]' from generate_series(1, $1::int) i`,
      `insert into certification.attendance (enrolment_id, day, present, at) select id, d, true, now() from certification.enrolment, generate_series(date '2022-01-01', date '2022-01-03', interval '1 day') d where session_id = ${idOf('0003', '1')} and $1::int > 0`,
    ]) await db.read(sql, [count]);
  });
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: inspector, cases, lines: 389_000, fill });
