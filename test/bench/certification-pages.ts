import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { systemClock, type Actor } from '#libs/kernel';
import { Database, migrate } from '#libs/platform';
import { MIGRATIONS } from '../../apps/api/rooms.js';
import { configOn, pageCost, type PageCase } from './page-cost.js';

/** Pages of inspections, certificates and trainings at one of each for every artisan of the register. */
const inspector: Actor = { accountId: '01900000-0000-7000-8000-000000000001', name: 'Bench', roles: ['inspector'], memberships: [{ kind: 'centre', organisationId: 'carpets' }], artisanId: null, locale: 'fr' };

const QUEUE = `query($states: [InspectionState!], $type: String, $sort: InspectionOrder) { inspectionQueue(first: 24, states: $states, productType: $type, sort: $sort) {
  nodes { id productType variant description state requestedAt appointedFor lotSize } endCursor hasNextPage } }`;
const CERTIFICATES = `query($filter: CertificateFilterInput, $sort: CertificateOrder) { certificates(first: 24, filter: $filter, sort: $sort) {
  nodes { number description productType status validUntil makerNameLatin makerNameArabic } endCursor hasNextPage } }`;
const TRAININGS = `query($filter: TrainingFilterInput) { trainingSessions(first: 24, filter: $filter) {
  nodes { id titleFr place startsOn endsOn seats taken waiting state centre { fr } } endCursor hasNextPage } }`;

const QUEUED = `select id, product_type, variant, description, state, requested_at, appointed_for, lot_size from certification.inspection where centre_id = 'carpets'`;
const CERTIFIED = `select c.id, c.number, c.description, c.product_type, c.label_number, c.grade, c.valid_from, c.valid_until, c.maker_name_latin, c.maker_name_arabic, e.ended_for from certification.certificate c
  left join certification.certificate_end e on e.certificate_id = c.id where c.centre_id = 'carpets'`;
const FILLED = `select s.*, (select count(*) from certification.enrolment e where e.session_id = s.id and e.state in ('enrolled', 'completed', 'not_completed')) as taken,
  (select count(*) from certification.enrolment e where e.session_id = s.id and e.state = 'waiting') as waiting from certification.training_session s`;
const CASES: readonly PageCase[] = [
  { what: 'queue', query: QUEUE, variables: {}, sql: `${QUEUED} and state in ('requested', 'appointed', 'examined') order by requested_at, id limit 25` },
  { what: 'queue, every state', query: QUEUE, variables: { states: ['REQUESTED', 'APPOINTED', 'EXAMINED', 'RETURNED', 'CERTIFIED', 'REFUSED', 'CANCELLED'], sort: 'NEWEST' }, sql: `${QUEUED} order by requested_at desc, id desc limit 25` },
  { what: 'queue, one type', query: QUEUE, variables: { type: 'textile' }, sql: `${QUEUED} and product_type = 'textile' and state in ('requested', 'appointed', 'examined') order by requested_at, id limit 25` },
  { what: 'certificates', query: CERTIFICATES, variables: {}, sql: `${CERTIFIED} order by c.issued_at desc, c.id desc limit 25` },
  { what: 'certificates ending', query: CERTIFICATES, variables: { sort: 'ENDING', filter: { status: 'VALID' } }, sql: `${CERTIFIED} and e.certificate_id is null and c.valid_until >= current_date order by c.valid_until, c.id limit 25` },
  { what: 'trainings', query: TRAININGS, variables: { filter: { from: '2026-11-24' } }, sql: `${FILLED} where s.state = 'open' and s.ends_on >= '2026-11-24' order by s.starts_on, s.id limit 25` },
];

async function fill(url: string, count: number): Promise<void> {
  await migrate(url, MIGRATIONS);
  const db = await new Database(configOn(url), [], systemClock).open();
  const uuid = (series: string, n: string): string => `('0190${series}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await db.pool.query('set statement_timeout = 0');
  for (const sql of [
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select ${uuid('0000', 'n')}, 'RNA' || n, 'Itto ' || n, 'F', 1980, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', lpad(n::text, 9, '0')
     from generate_series(1, $1::int) n, (select code, branch from registry.activity order by code limit 1) a, (select code, region_code from registry.province order by code limit 1) p`,
    `insert into certification.inspection (id, centre_id, artisan_id, product_type, variant, description, state, requested_at)
     select ${uuid('0001', 'n')}, 'carpets', ${uuid('0000', 'n')}, case n % 5 when 0 then 'textile' else 'carpets' end, case n % 5 when 0 then 'general' else 'city' end, 'Rug ' || n,
       case when n % 20 = 0 then 'requested' else 'certified' end, timestamptz '2022-01-01' + n * interval '1 minute' from generate_series(1, $1::int) n`,
    `insert into certification.certificate (id, number, centre_id, inspection_id, artisan_id, product_type, variant, description, scheme, food_contact, facts, inspector_name, issued_at, valid_from, valid_until, maker_name_latin)
     select ${uuid('0002', 'n')}, 'TAP-2026-' || lpad(n::text, 6, '0'), 'carpets', ${uuid('0001', 'n')}, ${uuid('0000', 'n')}, 'carpets', 'city', 'Rug ' || n, 'centre', false,
       '[{"rule":"wool","en":"Wool","fr":"Laine","ar":"x","outcome":"met","value":null,"unit":null,"source":"s"}]', 'Nadia', timestamptz '2022-01-01' + n * interval '1 minute', date '2025-01-01', date '2026-11-01' + (n % 1000), 'Itto ' || n
     from generate_series(1, $1::int) n where n % 20 <> 0`,
    `insert into certification.training_session (id, centre_id, programme, title_en, title_fr, title_ar, trainer, place, region_code, starts_on, ends_on, seats, attendance_percent, branches, regions, for_women, for_youth, criteria, state, created_at)
     select ${uuid('0003', 'n')}, 'carpets', 'P', 'T', 'T', 'T', 'T', 'Azrou', 'MA-03', date '2024-01-01' + (n % 1500)::int, date '2024-01-03' + (n % 1500)::int, 20, 80, '{}', '{}', false, false, '[]', 'open', now() from generate_series(1, $1::int / 20) n`,
    `insert into certification.enrolment (id, session_id, artisan_id, state, asked_at, asked_by_name)
     select ${uuid('0004', 'n')}, ${uuid('0003', '1 + n % ($1::int / 20)')}, ${uuid('0000', 'n')}, 'enrolled', now(), 'x' from generate_series(1, $1::int) n`,
  ]) await db.read(sql, [count]);
  await db.read('vacuum analyze');
  await db.onApplicationShutdown();
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: inspector, cases: CASES, lines: 389_000, fill });
