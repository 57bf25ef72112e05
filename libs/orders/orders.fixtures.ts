import { catalogRoom } from '#libs/catalog';
import { clustersRoom } from '#libs/clusters';
import { identityRoom } from '#libs/identity';
import { newId, type Actor } from '#libs/kernel';
import type { Database } from '#libs/platform';
import { certificationRoom } from '#libs/certification';
import { registryRoom } from '#libs/registry';
import { shippingRoom } from '#libs/shipping';
import { ordersRoom } from './index.js';
import type { PlaceOrder } from './orders.inputs.js';

/** The rooms an order needs, lowest first. */
export const ORDER_ROOMS = [identityRoom, registryRoom, certificationRoom, catalogRoom, clustersRoom, shippingRoom, ordersRoom];

export interface Maker {
  readonly artisanId: string;
  readonly actor: Actor;
}

/** A registered weaver with an account of her own. */
export async function maker(db: Database, name = 'Fatima Aït Lahcen'): Promise<Maker> {
  const artisanId = newId();
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     select $1, $2, $3, 'F', 1980, 'artisan', a.code, a.branch, p.code, p.region_code, 'registered', 'registered', '2022-01-01', '', ''
     from registry.activity a, registry.province p order by a.code, p.code limit 1`,
    [artisanId, `RNA${artisanId.slice(24)}`, name],
  );
  await houseAnswers(db);
  return { artisanId, actor: { accountId: newId(), name, roles: ['buyer', 'artisan'], memberships: [], artisanId, locale: 'en' } };
}

/** Somebody answers in the Union for whoever names nobody of her own; nobody real. */
export async function houseAnswers(db: Database): Promise<void> {
  await db.read(
    `insert into shipping.house_responsible (id, name, postal_address, electronic_address, demonstration, proposed_by, proposed_name, proposed_at, reviewed_by, reviewed_name, valid_from)
     values ($1, 'Maison Exemple SARL', '8 rue des Exemples, 75011 Paris', 'answers@maison.example', false, $2, 'Amina', now(), $3, 'Brahim', '2026-01-01') on conflict do nothing`,
    [newId(), newId(), newId()],
  );
}

export interface PieceTraits {
  readonly stock?: number;
  readonly unique?: boolean;
  readonly priceMinor?: number;
  readonly certificateNumber?: string;
}

/** A listed piece as the catalogue keeps it: a knotted wool rug of three kilograms. */
export async function piece(db: Database, artisanId: string, traits: PieceTraits = {}): Promise<string> {
  const { unique = false, stock = unique ? 1 : 5, priceMinor = 240_000, certificateNumber } = traits;
  const id = newId();
  const materials = JSON.stringify([{ code: 'wool', name: null, percent: 100, originCountry: 'MA', scientificName: null }]);
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, title_fr, title_ar,
       branch, materials, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique,
       certificate_number, certificate_until, search, listed_at, created_at, updated_at)
     select $1, $2, 'artisan', $2, a.name_latin, a.name_latin, a.region_code, 'listed', $3, 'Rug of the Middle Atlas', 'Tapis du Moyen Atlas', 'زربية الأطلس المتوسط',
       a.branch, $4, '570110', $5, $5, 2800, 3000, 2000, 1200, 12, $6, $7, case when $7::text is null then null else date '2027-11-24' end, to_tsvector('rug'), now(), now(), now()
     from registry.artisan a where a.id = $2`,
    [id, artisanId, `rug-${id}`, materials, priceMinor, unique, certificateNumber ?? null],
  );
  for (let serial = 1; serial <= stock; serial++) await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, $3)`, [newId(), id, serial]);
  return id;
}

export const BOSTON: PlaceOrder['consignee'] = { name: 'Grace Hopper', line1: '12 Beacon Street', city: 'Boston', postalCode: '02108', region: 'MA', country: 'US', phone: '617 555 0123' };
export const PARIS: PlaceOrder['consignee'] = { name: 'Aurélie Lefèvre', line1: '12, rue de l’Échiquier', city: 'Paris', postalCode: '75010', country: 'FR', phone: '+33612345678' };

export function placing(basketId: string, more: Partial<PlaceOrder> = {}): PlaceOrder {
  return { basketId, consignee: PARIS, email: 'aurelie@example.org', buyerKind: 'consumer', ...more };
}
