import { newId } from '#libs/kernel';
import type { Database } from '#libs/platform';

/** A registered weaver with one rug on sale, two of it in stock. */
export async function exportingWeaver(db: Database, sex: 'F' | 'M'): Promise<{ artisanId: string; productId: string }> {
  const [artisanId, productId] = [newId(), newId()];
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, $2, 'Itto Ouchen', $3, 1990, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', ''
     from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [artisanId, `RNA${artisanId.slice(24)}`, sex],
  );
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, branch, materials, hs_code,
       price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique, search, listed_at, created_at, updated_at)
     select $1, a.id, 'artisan', a.id, a.name_latin, a.name_latin, a.region_code, 'listed', $3, 'Rug', a.branch,
       '[{"code":"wool","name":null,"percent":100,"originCountry":"MA","scientificName":null}]', '570110', 240000, 259200, 2800, 3000, 2000, 1200, 12, false, to_tsvector('rug'), now(), now(), now()
     from registry.artisan a where a.id = $2`,
    [productId, artisanId, `rug-${productId}`],
  );
  await db.read(`insert into shipping.own_responsible (exporter_kind, exporter_id, said, changed_at) values ('artisan', $1, 'Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, answers@maison.example', now())`, [artisanId]);
  for (const serial of [1, 2]) await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, $3)`, [newId(), productId, serial]);
  return { artisanId, productId };
}
