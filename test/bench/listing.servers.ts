import 'reflect-metadata';
import Fastify from 'fastify';
import pg from 'pg';
import { readConfig } from '#libs/platform';
import { BRANCHES, REGIONS } from '#libs/registry';
import { createApp } from '../../apps/api/app.js';
import type { BareRequest } from './listing.requests.js';

const [, , name, databaseUrl, port] = process.argv as [string, string, 'graphql' | 'bare', string, string];
const POOL = 8;

/** The whole house, as it runs in production without its workers. */
async function house(): Promise<string> {
  const config = readConfig({ NODE_ENV: 'production', ROLE: 'api', DATABASE_URL: databaseUrl, DATABASE_POOL: String(POOL), PORT: port, SECRET: 'only-for-the-bench-only-for-the-bench', LOG_LEVEL: 'error', STRIPE_SECRET_KEY: 'sk_test_bench', STRIPE_WEBHOOK_SECRET: 'whsec_bench' });
  const app = await createApp(config);
  await app.listen(config.PORT, '127.0.0.1');
  return `http://127.0.0.1:${port}/graphql`;
}

const SELECT = `select p.id, p.slug, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.maker_name_ar, p.branch, p.region_code, p.goods_minor,
  coalesce(p.certificate_until >= $1::date, false) as certified, p.is_unique, p.lead_time_days, p.listed_at,
  coalesce((select true from catalog.unit u where u.product_id = p.id and u.state = 'free' and (not p.certificate_of_lot or u.certificate_number = p.certificate_number)
    offset p.kept_back + case when p.is_unique then 0 else p.minimum_quantity - 1 end limit 1), false) as available, f.id as photograph_id, f.colour as photograph_colour
from catalog.product p left join catalog.photograph f on f.id = p.cover_photograph_id and f.state = 'ready' where p.state = 'listed'`;
const ORDER = { NEWEST: 'p.listed_at desc, p.id desc', PRICE_UP: 'p.goods_minor, p.id' };
const AFTER = { NEWEST: '(p.listed_at, p.id) < ($2::timestamptz, $3::uuid)', PRICE_UP: '(p.goods_minor, p.id) > ($2::bigint, $3::uuid)' };
const TRIES = { en: ['en', 'fr', 'ar'], fr: ['fr', 'en', 'ar'], ar: ['ar', 'fr', 'en'] } as const;

type Row = Record<'id' | 'slug' | 'maker_name' | 'branch' | 'region_code', string> &
  Record<'title_en' | 'title_fr' | 'title_ar' | 'maker_name_ar' | 'photograph_id' | 'photograph_colour', string | null> &
  Record<'certified' | 'is_unique' | 'available', boolean> & { goods_minor: number; lead_time_days: number; listed_at: Date };

/** What such a listing costs with nothing around it: one route, one named statement, one object. */
async function bare(): Promise<string> {
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: POOL });
  const fastify = Fastify();
  const branches = new Map(BRANCHES.map((branch) => [branch.code, branch]));
  const regions = new Map(REGIONS.map((region) => [region.code, region]));
  const day = new Date().toISOString().slice(0, 10);
  fastify.post<{ Body: BareRequest }>('/', async ({ body: { first, sort, branch, after, locale } }) => {
    const text = `${SELECT}${after ? ` and ${AFTER[sort]}` : ''}${branch ? ` and p.branch = $${after ? 4 : 2}` : ''} order by ${ORDER[sort]} limit ${first + 1}`;
    const { rows } = await pool.query<Row>({ name: `${sort}${after ? 1 : 0}${branch ? 1 : 0}${first}`, text, values: [day, ...(after ?? []), ...(branch ? [branch] : [])] });
    const page = rows.slice(0, first);
    const last = page.at(-1);
    const key = last && (sort === 'NEWEST' ? last.listed_at.toISOString() : last.goods_minor);
    const nodes = page.map((row) => {
      const titleLocale = TRIES[locale].find((l) => row[`title_${l}`])!;
      return {
        id: row.id, slug: row.slug, title: row[`title_${titleLocale}`], titleLocale, makerName: (locale === 'ar' && row.maker_name_ar) || row.maker_name,
        branch: row.branch, branchName: branches.get(row.branch)![locale], regionCode: row.region_code, regionName: regions.get(row.region_code)![locale],
        price: { amountMinor: row.goods_minor, currency: 'MAD' }, certified: row.certified, unique: row.is_unique, available: row.available, leadTimeDays: row.lead_time_days,
        photographId: row.photograph_id, photographColour: row.photograph_colour,
      };
    });
    const endCursor = last ? Buffer.from(JSON.stringify([sort, key, last.id])).toString('base64url') : null;
    return { data: { products: { nodes, endCursor, hasNextPage: rows.length > first } } };
  });
  await fastify.listen({ port: Number(port), host: '127.0.0.1' });
  return `http://127.0.0.1:${port}/`;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send!(user + system);
});
process.on('disconnect', () => process.exit());
process.send!(name === 'graphql' ? await house() : await bare());
