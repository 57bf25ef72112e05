import pg from 'pg';

type Run = (sql: string, params?: unknown[]) => Promise<unknown>;

/** Two hundred makers and as many products as asked, one free unit and one ready photograph each, the same every time. */
export async function seedListing(databaseUrl: string, products: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(`
      insert into registry.artisan (id, identifier, name_latin, name_arabic, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
      select gen_random_uuid(), 'B' || n, 'Maker ' || n, 'صانع ' || n, 'artisan', (select code from registry.activity order by code limit 1), (select branch from registry.activity order by code limit 1),
        p.code, p.region_code, 'registered', 'registered', '2024-01-01', 'maker ' || n, 'maker ' || n
      from generate_series(1, 200) n
      join lateral (select code, region_code from registry.province order by md5(code || n) limit 1) p on true`);
    await client.query('create table maker as select row_number() over (order by id) as i, id, name_latin, name_arabic, region_code from registry.artisan');
    await seedProducts((sql, params) => client.query(sql, params), products);
    await client.query(`insert into catalog.search_word values ('piece'), ('rug'), ('kilim'), ('bowl'), ('lantern'), ('box'), ('pouf'), ('fibula'), ('tray'), ('vase'), ('cushion')`);
    for (const table of ['product', 'unit', 'photograph', 'search_word']) await client.query(`vacuum (full, analyze) catalog.${table}`);
    // A full vacuum leaves the visibility map empty; a plain one fills it.
    await client.query(`vacuum analyze catalog.product`);
  } finally {
    await client.end();
  }
}

/** Products in turn of the makers in `maker(i, id, name_latin, name_arabic, region_code)`, one free unit and one ready photograph each. */
export async function seedProducts(run: Run, products: number): Promise<void> {
  await run('select setseed(0.5017)');
  await run(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, maker_name_ar, region_code, state, slug, title_en, title_fr, title_ar, branch, techniques,
       materials, material_codes, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, lead_time_days,
       certificate_number, certificate_until, search, listed_at, created_at, updated_at)
     select gen_random_uuid(), a.id, 'artisan', a.id, coalesce(a.name_latin, a.name_arabic), coalesce(a.name_latin, a.name_arabic), a.name_arabic, a.region_code, 'listed', 'piece-' || n,
       case when n % 3 <> 0 then initcap(w.word) || ' piece number ' || n end, case when n % 2 = 0 then 'Pièce ' || w.word || ' numéro ' || n end, case when n % 3 = 0 then 'قطعة رقم ' || n end,
       b.code, '{hand-knotted}', '[{"code":"wool","name":null,"percent":100,"originCountry":"MA","scientificName":null}]', array[m.material], '570110',
       r.price, r.price + (r.price * 800 + 5000) / 10000, 9000, 10000, 2000, 1500, 20, n % 40,
       case when n % 5 = 0 then 'BEN-' || n end, case when n % 5 = 0 then date '2099-01-01' end,
       array_to_tsvector(array['piece', w.word, b.code, m.material]), timestamptz '2026-01-01' + n * interval '3 minutes', now(), now()
     from generate_series(1, $1::int) n
     cross join lateral (select (5000 + floor(random() * 1500000) + n * 0)::bigint as price) r
     join maker a on a.i = 1 + n % (select count(*) from maker)
     join lateral (select * from (select code, row_number() over (order by code) as i from registry.branch) x where i = 1 + n % 13) b on true
     cross join lateral (select (array['wool', 'cotton', 'clay', 'brass', 'thuya', 'goat-leather', 'silver'])[1 + n % 7] as material) m
     cross join lateral (select (array['rug', 'kilim', 'bowl', 'lantern', 'box', 'pouf', 'fibula', 'tray', 'vase', 'cushion'])[1 + n % 10] as word) w`,
    [products],
  );
  await run(`insert into catalog.unit (id, product_id, serial) select gen_random_uuid(), id, 1 from catalog.product`);
  await run(
    `insert into catalog.photograph (id, product_id, position, state, original_key, sha256, width, height, colour, created_at)
     select gen_random_uuid(), id, 1, 'ready', 'photographs/' || id || '/original.jpg', '', 960, 1200, '#b4472c', now() from catalog.product`,
  );
  await run(`update catalog.product p set cover_photograph_id = f.id from catalog.photograph f where f.product_id = p.id`);
}
