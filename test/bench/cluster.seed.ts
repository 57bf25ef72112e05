import type { Database } from '#libs/platform';
import { seedProducts } from './listing.seed.js';
import { idOf } from './register.seed.js';

/**
 * Two thousand clusters on a register of full size. The first is large: a hundredth of the register are its members, with
 * thousands of offers, shared orders and sales behind it. The second person of the register makes a tenth of all lots.
 * A tenth of its members' pieces it does not offer yet.
 */
export async function seedClusters(db: Database, count: number, clusterId: (n: string) => string): Promise<void> {
  // Rows are written as they would have come to be, without each trigger counting the others.
  await db.read('set session_replication_role = replica');
  for (const sql of [
    `insert into clusters.cluster (id, name, name_ar, legal_form, address, city, region_code, branch, rules, fee_bp, created_at)
     select ${clusterId('i')}, 'Tissage ' || i, 'نسيج ' || i, 'cooperative', 'Derb ' || i, 'Fès', 'MA-' || lpad((1 + i % 12)::text, 2, '0'), (array(select code from registry.branch order by code))[1 + i % 13], 'Rules', 300, timestamptz '2023-01-01' + i * interval '3 hours' from generate_series(1, $1::int / 195) i`,
    `update clusters.cluster set rested_at = created_at where $1::int > 0 and id in (select ${clusterId('i * 20')} from generate_series(1, $1::int / 4000) i)`,
    `insert into clusters.fee (cluster_id, role, bp) select id, 'coordinator', 300 from clusters.cluster where $1::int > 0`,
    `insert into clusters.member (cluster_id, artisan_id, state, coordinator, fee_bp, changed_at)
     select ${clusterId('1')}, p.id, case when n % 40 = 0 then 'requested' when n % 41 = 0 then 'invited' when n % 10 = 3 then 'outside' else 'active' end, n = 1, 300, timestamptz '2023-01-01' + n * interval '1 hour' from person p where n <= $1::int / 100`,
    `insert into clusters.member (cluster_id, artisan_id, state, coordinator, fee_bp, changed_at)
     select ${clusterId('i')}, p.id, 'active', k = 1, 300, timestamptz '2023-01-01' + i * interval '1 hour' from generate_series(2, $1::int / 195) i cross join generate_series(1, 10) k join person p on p.n = case k when 2 then case when i % 100 = 0 then 2 else i * 9 + 7 end else i * 9 + k end on conflict do nothing`,
    `insert into clusters.member_fee (cluster_id, artisan_id, role, bp) select cluster_id, artisan_id, 'coordinator', 300 from clusters.member where $1::int > 0`,
    `insert into clusters.permission (cluster_id, artisan_id, permission, granted_at) select cluster_id, artisan_id, g, now() from clusters.member, unnest(array['list', 'stock', 'price']) g where state = 'active' and $1::int > 0`,
  ]) await db.read(sql, [count]);
  await db.read(`create table maker as select row_number() over (order by n) as i, a.id, a.name_latin, a.name_arabic, a.region_code from person p join registry.artisan a on a.id = p.id where n <= ${count / 100}`);
  await seedProducts((sql, params) => db.read(sql, params), Math.floor(count / 13));
  await db.read('create table ware as select row_number() over (order by listed_at) as n, id, artisan_id from catalog.product');
  await db.read('create unique index on ware (n)');
  for (const sql of [
    `update catalog.product set exporter_kind = 'cluster', exporter_id = ${clusterId('1')}, exporter_name = 'Tissage 1', cluster_fee_bp = 300 where $1::int > 0 and id in (select id from ware where n % 10 <> 9)`,
    `insert into clusters.offer (product_id, cluster_id, artisan_id, fee_bp, offered_at, paused_at) select id, ${clusterId('1')}, artisan_id, 300, timestamptz '2023-01-01' + n * interval '20 minutes', case when n % 500 = 0 then now() end from ware where $1::int > 0 and n % 10 <> 9`,
    `insert into clusters.allotment (order_id, line, cluster_id, product_id, artisan_id, total, state, rule, opened_at)
     select ${idOf('0d01', 'i')}, 1, ${clusterId('1')}, w.id, w.artisan_id, 30, case when i % 200 = 0 then 'open' when i % 90 = 0 then 'closed' else 'finished' end, 'capacity', timestamptz '2023-01-01' + i * interval '1 hour' from generate_series(1, $1::int / 20) i join ware w on w.n = 1 + i % ($1::int / 13)`,
    `insert into clusters.lot (id, order_id, line, artisan_id, quantity, state, rule, reason, answer_by, offered_at)
     select ${idOf('0107', 'i * 4 + k')}, ${idOf('0d01', 'i')}, 1, p.id, 10, case when i % 200 = 0 then (array['offered', 'accepted', 'offered'])[k] else 'inspected' end, 'capacity', 'By capacity', now(), timestamptz '2023-01-01' + i * interval '1 hour'
     from generate_series(1, $1::int / 20) i cross join generate_series(1, 3) k join person p on p.n = case when (i + k) % 10 = 1 then 2 else 1 + (i * 3 + k) % ($1::int / 100) end`,
    `insert into clusters.collective_sale (id, cluster_id, title, opens_at, closes_at, collection_on, state, created_at)
     select ${idOf('05a1', 'i')}, ${clusterId('1')}, 'Vente ' || i, timestamptz '2023-01-01' + i * interval '12 hours', timestamptz '2023-01-03' + i * interval '12 hours', '2026-01-01', case when i % 50 = 0 then 'planned' when i % 60 = 1 then 'open' when i % 40 = 7 then 'cancelled' else 'closed' end, now() from generate_series(1, $1::int / 195) i`,
    `insert into clusters.collective_piece (sale_id, product_id, artisan_id, fee_bp) select ${idOf('05a1', 'i')}, w.id, w.artisan_id, 300 from generate_series(1, $1::int / 195) i cross join generate_series(1, 10) k join ware w on w.n = 1 + (i * 10 + k) % ($1::int / 13)`,
    `insert into clusters.sale_outlet (sale_id, number, name, city) select s.id, k, 'Outlet ' || k, 'Rabat' from clusters.collective_sale s, generate_series(1, 2) k where $1::int > 0`,
    `insert into clusters.sale_movement (id, sale_id, product_id, outlet, quantity, at, by_name) select gen_random_uuid(), p.sale_id, p.product_id, case k when 1 then null else 1 end, 4, now(), 'Agent' from clusters.collective_piece p, generate_series(1, 2) k where $1::int > 0`,
  ]) await db.read(sql, [count]);
  await db.read('set session_replication_role = origin');
}
