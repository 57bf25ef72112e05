import 'reflect-metadata';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SYSTEM, systemClock, type Actor } from '#libs/kernel';
import { Database, migrate } from '#libs/platform';
import { RegisterImport } from '#libs/registry';
import { MIGRATIONS } from '../../apps/api/rooms.js';
import { writeSample } from '../../libs/registry/sample.cli.js';
import { configOn, pageCost, type PageCase } from './page-cost.js';

/** Pages and searches of the register at its real size, 389,000 lines. */
const officer: Actor = { accountId: '01900000-0000-7000-8000-000000000001', name: 'Bench', roles: ['officer'], memberships: [{ kind: 'chamber', organisationId: 'MA-03' }], artisanId: null, locale: 'fr' };
const FIELDS = 'id identifier nameLatin nameArabic sex birthYear category branch activity regionCode provinceCode standing registeredOn validUntil';
const QUERY = `query($filter: ArtisanFilterInput, $sort: ArtisanSort) { artisans(first: 24, filter: $filter, sort: $sort) { nodes { ${FIELDS} } endCursor hasNextPage } }`;
const COLUMNS = `id, identifier, name_latin as "nameLatin", name_arabic as "nameArabic", sex, birth_year as "birthYear", category, branch, activity, region_code as "regionCode", province_code as "provinceCode",
  standing, registered_on as "registeredOn", valid_until as "validUntil", sort_key`;
const FOUND = `with found as materialized (select id, sort_key from registry.artisan where region_code = 'MA-03' and `;
const ASKED: readonly (readonly [what: string, filter: object, sql: string, sort?: 'NEWEST'])[] = [
  ['first page', {}, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' order by sort_key, id limit 25`],
  ['one standing', { standing: 'SUSPENDED' }, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' and standing = 'suspended' order by sort_key, id limit 25`],
  ['one province', { province: 'MA-SEF' }, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' and province_code = 'MA-SEF' order by sort_key, id limit 25`],
  ['one activity', { activity: 'knotted-carpet' }, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' and activity = 'knotted-carpet' order by sort_key, id limit 25`],
  ['one branch', { branch: 'leather' }, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' and branch = 'leather' order by sort_key, id limit 25`],
  ['newest first', {}, `select ${COLUMNS} from registry.artisan where region_code = 'MA-03' order by registered_on desc, id desc limit 25`, 'NEWEST'],
  ['rare name', { query: 'rguibi itto' }, `select ${COLUMNS} from registry.artisan where id in (${FOUND} search like '%rguibi%' and search like '%itto%') select id from found order by sort_key, id limit 25) order by sort_key, id`],
  ['common name', { query: 'فاطمة' }, `select ${COLUMNS} from registry.artisan where id in (${FOUND} search like '%فاطمه%') select id from found order by sort_key, id limit 25) order by sort_key, id`],
  ['identifier', { query: '03-0001234' }, `select ${COLUMNS} from registry.artisan where id in (${FOUND} search like '%03%' and search like '%0001234%') select id from found order by sort_key, id limit 25) order by sort_key, id`],
];
const CASES: readonly PageCase[] = ASKED.map(([what, filter, sql, sort]) => ({ what, query: QUERY, variables: { filter, ...(sort && { sort }) }, sql }));

async function fill(url: string, count: number, directory: string): Promise<void> {
  await migrate(url, MIGRATIONS);
  const path = join(directory, 'register.csv');
  await writeSample(path, count, { encoding: 'utf8', delimiter: ';', seed: 5017 });
  const db = await new Database(configOn(url), [], systemClock).open();
  await new RegisterImport(db).run(SYSTEM, createReadStream(path) as AsyncIterable<Buffer>, { fileName: 'register.csv', now: new Date(), refused: () => undefined });
  await db.read('vacuum analyze registry.artisan');
  await db.onApplicationShutdown();
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: officer, cases: CASES, lines: 389_000, fill });
