import { newId } from '#libs/kernel';
import type { Database } from '#libs/platform';

/** A registered artisan, as the register keeps her. */
export async function registered(db: Database): Promise<string> {
  const id = newId();
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, $2, 'Rqia Bennani', 'F', 1984, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', ''
     from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [id, `RNA${id.slice(24).toUpperCase()}`],
  );
  return id;
}

/** A rug of hers on sale, for 2,400 dirhams. */
export async function rugOf(db: Database, artisanId: string): Promise<string> {
  const id = newId();
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, branch, materials, hs_code,
       price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, search, listed_at, created_at, updated_at)
     select $1, a.id, 'artisan', a.id, a.name_latin, a.name_latin, a.region_code, 'listed', $3, 'Rug', a.branch,
       '[{"code":"wool","name":null,"percent":100,"originCountry":"MA","scientificName":null}]', '570110', 240000, 259200, 2800, 3000, 2000, 1200, 12, to_tsvector('rug'), now(), now(), now()
     from registry.artisan a where a.id = $2`,
    [id, artisanId, `rug-${id}`],
  );
  return id;
}
