import { catalogRoom } from '#libs/catalog';
import { certificationRoom } from '#libs/certification';
import { identityRoom } from '#libs/identity';
import { registryRoom } from '#libs/registry';
import { newId } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { shippingRoom } from './index.js';

/** The rooms shipping stands on, lowest first. */
export const SHIPPING_ROOMS = [identityRoom, registryRoom, certificationRoom, catalogRoom, shippingRoom];

/** Nobody real: whoever sells to consumers in the Union without a person of its own is answered for. */
export async function answered({ db }: { readonly db: Pick<Database, 'read'> }): Promise<void> {
  await db.read(
    `insert into shipping.house_responsible (id, name, postal_address, electronic_address, demonstration, proposed_by, proposed_name, proposed_at, reviewed_by, reviewed_name, valid_from)
     values ($1, 'Maison Exemple SARL', '8 rue des Exemples, 75011 Paris', 'answers@maison.example', false, $2, 'Amina', now(), $3, 'Brahim', '2026-01-01') on conflict do nothing`,
    [newId(), newId(), newId()],
  );
}

/** A listed rug of 9,720.00 MAD, as the catalogue keeps it. */
export async function listed({ db }: { readonly db: Database }, more: { hsCode?: string } = {}): Promise<string> {
  const [artisanId, id] = [newId(), newId()];
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, $2, 'Fatima Amrani', 'F', 1980, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', ''
     from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [artisanId, `RNA${artisanId.slice(24)}`],
  );
  const materials = JSON.stringify([{ code: 'wool', name: null, percent: 100, originCountry: 'MA', scientificName: null }]);
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, title_fr, title_ar,
       branch, materials, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique, search, listed_at, created_at, updated_at)
     select $1, $2, 'artisan', $2, a.name_latin, a.name_latin, 'MA-05', 'listed', $3, 'Rug', 'Tapis', 'زربية', a.branch, $4, $5, 900000, 972000, 14000, 15000, 3000, 2000, 20, true, to_tsvector('rug'), now(), now(), now()
     from registry.artisan a where a.id = $2`,
    [id, artisanId, `rug-${id}`, materials, more.hsCode ?? '570110'],
  );
  await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, 1)`, [newId(), id]);
  return id;
}
