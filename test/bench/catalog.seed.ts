import type { Database } from '#libs/platform';
import { seedProducts } from './listing.seed.js';

/**
 * A piece for every line of the register, shared among every tenth artisan who may sell. The first of them has a hundredth of them
 * all, in every state, and lets an agent of her chamber act for her.
 */
export async function seedPieces(db: Database, count: number): Promise<void> {
  // Rows are written as they would have come to be, without each trigger counting the others.
  await db.read('set session_replication_role = replica');
  await db.read(`create table maker as select row_number() over (order by n) as i, a.id, a.name_latin, a.name_arabic, a.region_code from person p join registry.artisan a on a.id = p.id where n % 10 = 1 and a.standing = 'registered'`);
  await db.read('create unique index on maker (i)');
  await seedProducts((sql, params) => db.read(sql, params), count);
  await db.read('create table ware as select row_number() over (order by listed_at) as n, id from catalog.product');
  for (const sql of [
    `update catalog.product p set created_at = listed_at, state = case when n % 1100 = 300 then 'suspended' when n % 300 = 0 then 'sold' when n % 700 = 200 then 'draft' when n % 500 = 100 then 'withdrawn' else 'listed' end,
       suspended_for = case when n % 1100 = 300 then 'certificate' end, story_fr = repeat('Nouée à la main. ', 20),
       artisan_id = case when n % 100 = 0 then m.id else artisan_id end, exporter_id = case when n % 100 = 0 then m.id else artisan_id end
     from ware w, maker m where w.id = p.id and m.i = 1 and $1::int > 0`,
    `update catalog.unit u set state = 'sold', order_id = gen_random_uuid() from catalog.product p where p.id = u.product_id and p.state = 'sold' and $1::int > 0`,
    `insert into catalog.piece_record (product_id, at, act, account_id, actor_name, agent_name, from_minor, to_minor)
     select w.id, timestamptz '2026-01-01' + k * interval '1 day', 'price', gen_random_uuid(), 'Fatima Amrani', null, 50000 + k, 50001 + k from ware w cross join generate_series(1, 3) k where $1::int > 0`,
    `insert into catalog.maker_story (artisan_id, fr, updated_at) select id, repeat('J’ai appris de ma mère. ', 30), now() from maker where $1::int > 0`,
    `insert into registry.mandate (id, artisan_id, agent_kind, agent_id, acts, valid_from, valid_until, state, proposed_by, proposed_at, code_hash, code_until)
     select gen_random_uuid(), id, 'chamber', region_code, array['listing.save', 'listing.list', 'listing.withdraw'], current_date - 30, current_date + 300, 'live', 'artisan', now(), '', now() from maker where i % 5 = 1 and $1::int > 0`,
  ]) await db.read(sql, [count]);
  await db.read('set session_replication_role = origin');
}
