import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { fold } from '#libs/kernel';
import { encodeCursor, type Database } from '#libs/platform';
import { pageCost, type PageCase } from './page-cost.js';
import { administrator, fillHouse, officer } from './register.seed.js';

/** Pages and searches of the register at its real size, 389,000 lines. */
const FIELDS = 'id identifier nameLatin nameArabic sex birthYear category branch activity regionCode provinceCode standing registeredOn validUntil';
const QUERY = `query($filter: ArtisanFilterInput, $sort: ArtisanSort, $after: String) { artisans(first: 24, filter: $filter, sort: $sort, after: $after) { nodes { ${FIELDS} } endCursor hasNextPage } }`;
const COLUMNS = `id, identifier, name_latin as "nameLatin", name_arabic as "nameArabic", sex, birth_year as "birthYear", category, branch, activity, region_code as "regionCode", province_code as "provinceCode",
  standing, registered_on as "registeredOn", valid_until as "validUntil", sort_key`;
const FEZ = `from registry.artisan where region_code = 'MA-03'`;
const BY_NAME = 'order by sort_key, id limit 25';
const LATEST = 'order by registered_on desc, id desc limit 25';
const found = (words: string, more = '', by = BY_NAME): string =>
  `select ${COLUMNS} from registry.artisan where id in (with found as materialized (select id, sort_key, registered_on ${FEZ} and ${words} ${more}) select id from found ${by}) ${by.replace(' limit 25', '')}`;

async function cases(db: Database): Promise<readonly PageCase[]> {
  const [name, latest, common] = [await deep(db, FEZ, 'sort_key', 'asc'), await deep(db, FEZ, 'registered_on', 'desc'), await deep(db, `${FEZ} and search like '%فاطمه%'`, 'sort_key', 'asc')];
  const [known] = await db.read<{ identifier: string }>(`select identifier ${FEZ} order by id limit 1`);
  const page = (what: string, filter: object, sql: string, more: object = {}, all = false): PageCase => ({ what, query: QUERY, variables: { filter, ...more }, sql, ...(all && { actor: administrator }) });
  const list = (what: string, filter: object, where: string): PageCase => page(what, filter, `select ${COLUMNS} ${FEZ} ${where} ${BY_NAME}`);
  return [
    list('first page', {}, ''),
    page('far down', {}, `select ${COLUMNS} ${FEZ} and (sort_key, id) > ('${name.key}', '${name.id}') ${BY_NAME}`, { after: encodeCursor([name.key, name.id, 'letters']) }),
    list('one standing', { standing: 'SUSPENDED' }, `and standing = 'suspended'`),
    list('one province', { province: 'MA-SEF' }, `and province_code = 'MA-SEF'`),
    list('one category', { category: 'ENTERPRISE' }, `and category = 'enterprise'`),
    list('one activity', { activity: 'knotted-carpet' }, `and activity = 'knotted-carpet'`),
    list('one branch', { branch: 'leather' }, `and branch = 'leather'`),
    page('newest first', {}, `select ${COLUMNS} ${FEZ} ${LATEST}`, { sort: 'NEWEST' }),
    page('newest, far down', {}, `select ${COLUMNS} ${FEZ} and (registered_on, id) < ('${latest.key}', '${latest.id}') ${LATEST}`, { sort: 'NEWEST', after: encodeCursor([latest.key, latest.id, 'letters']) }),
    page('newest of a branch', { branch: 'leather' }, `select ${COLUMNS} ${FEZ} and branch = 'leather' ${LATEST}`, { sort: 'NEWEST' }),
    page('all regions', {}, `select ${COLUMNS} from registry.artisan ${BY_NAME}`, {}, true),
    page('all regions, newest', {}, `select ${COLUMNS} from registry.artisan ${LATEST}`, { sort: 'NEWEST' }, true),
    page('rare name', { query: 'rguibi itto' }, found(`search like '%rguibi%' and search like '%itto%'`)),
    page('common name', { query: 'فاطمة' }, found(`search like '%فاطمه%'`)),
    page('common name, newest', { query: 'فاطمة' }, found(`search like '%فاطمه%'`, '', LATEST), { sort: 'NEWEST' }),
    page('common name, far down', { query: 'فاطمة' }, found(`search like '%فاطمه%'`, `and (sort_key, id) > ('${common.key}', '${common.id}')`), { after: encodeCursor([common.key, common.id, 'letters']) }),
    page('identifier', { query: known!.identifier }, found(fold(known!.identifier).split(' ').map((word) => `search like '%${word}%'`).join(' and '))),
  ];
}

/** The row four fifths down a list. */
async function deep(db: Database, from: string, key: string, by: 'asc' | 'desc'): Promise<{ key: string; id: string }> {
  const [row] = await db.read<{ key: string; id: string }>(`select ${key}::text as key, id ${from} order by ${key} ${by}, id ${by} offset (select (count(*) * 0.8)::int ${from}) limit 1`);
  return row!;
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: officer, cases, lines: 389_000, fill: fillHouse });
