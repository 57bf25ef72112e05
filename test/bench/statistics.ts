import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { Database } from '#libs/platform';
import { pageCost, type PageCase } from './page-cost.js';
import { administrator, fillHouse, officer } from './register.seed.js';

/** The tables of programmes over a year in which every artisan of the register did something: plain, filtered, and of one chamber's region. */
const TABLE = `query($of: CountedEvent!, $by: CountedBy!, $region: String, $branch: String) {
  statistics(of: $of, by: $by, year: 2026, region: $region, branch: $branch) { cells { key counts { artisans events pieces makerMadMinor } } total { artisans events pieces makerMadMinor } } }`;

const COUNTS = 'count(distinct artisan_id) artisans, count(*) events, sum(pieces) pieces, sum(maker_mad_minor) money';

/** What a table comes down to, when nothing in it has to be hidden. */
const table = (key: string, of: string, where = 'true'): string => `select ${key} as key, ${COUNTS} from programmes.event where kind = '${of}' and year = 2026 and ${where} group by 1 order by 1`;

/** A filtered one is a row of a cross, which is counted whole: what may be shown of a row depends on the others. */
const rowOf = (line: string, value: string, key: string, of: string): string =>
  `with crossed as materialized (select ${line} as line, ${key} as key, ${COUNTS} from programmes.event where kind = '${of}' and year = 2026 group by 1, 2) select * from crossed where line = '${value}' order by key`;

async function cases(db: Database): Promise<readonly PageCase[]> {
  const [branch] = await db.read<{ branch: string }>(`select branch from programmes.event group by 1 order by count(*) desc limit 1`);
  const ask = (what: string, of: string, by: string, sql: string, filter: object = {}, actor = administrator): PageCase => ({ what, query: TABLE, variables: { of, by, ...filter }, sql, actor });
  const sold = 'export';
  return [
    ask('by sex', sold, 'sex', table(`coalesce(sex, 'none')`, sold)),
    ask('by region', sold, 'region', table('region_code', sold)),
    ask('by branch', sold, 'branch', table('branch', sold)),
    ask('by country', sold, 'country', table('country', sold)),
    ask('by sex, of one branch', sold, 'sex', rowOf('branch', branch!.branch, `coalesce(sex, 'none')`, sold), { branch: branch!.branch }),
    ask('by country, of one region', sold, 'country', rowOf('region_code', 'MA-03', 'country', sold), { region: 'MA-03' }),
    ask('by sex, of a chamber', sold, 'sex', table(`coalesce(sex, 'none')`, sold, `region_code = 'MA-03'`), {}, officer),
    ask('trainings by region', 'training', 'region', table('region_code', 'training')),
  ];
}

await pageCost({
  file: fileURLToPath(import.meta.url),
  actor: administrator,
  cases,
  lines: 389_000,
  fill: (url, count, directory) =>
    fillHouse(url, count, directory, async (db) => {
      const event = (kind: string, country: string, where: string): string =>
        `insert into programmes.event (kind, source_id, artisan_id, year, sex, birth_year, region_code, branch, pieces, maker_mad_minor, country)
         select '${kind}', gen_random_uuid(), p.id, 2026, a.sex, a.birth_year, a.region_code, a.branch, 1 + p.n % 4, 10000 * (1 + p.n % 30), ${country} from person p join registry.artisan a using (id) where ${where}`;
      for (const sql of [
        event('export', `(array['FR', 'DE', 'ES', 'US', 'GB', 'CH', 'IT', 'NL', 'BE', 'CA'])[1 + p.n % 10]`, 'true'),
        event('export', `(array['FR', 'DE', 'US'])[1 + p.n % 3]`, 'p.n % 2 = 0'),
        event('export', `'FR'`, 'p.n % 5 = 0'),
        event('training', 'null', 'p.n % 3 = 0'),
      ]) await db.read(sql);
    }),
});
