import { newId } from '#libs/kernel';
import { Database } from '#libs/platform';
import { searchable } from './find/search-words.js';

/** Rows for specs on a real database. */
export async function registeredArtisan(db: Database, change: { regionCode?: string; provinceCode?: string; standing?: string } = {}): Promise<string> {
  const id = newId();
  await db.read(
    `insert into registry.artisan (id, identifier, name_latin, name_arabic, sex, birth_year, category, activity, branch, province_code, region_code, standing, extract_standing, registered_on, search, sort_key)
     values ($1, $2, 'Fatima Amrani', 'فاطمة العمراني', 'F', 1980, 'artisan', 'knotted-carpet', 'carpets', $3, $4, $5, $5, '2024-01-01', 'fatima amrani', 'fatima amrani')`,
    [id, `RNA${id.slice(-12)}`, change.provinceCode ?? 'MA-FES', change.regionCode ?? 'MA-03', change.standing ?? 'registered'],
  );
  return id;
}

export interface ListedPiece {
  artisanId: string;
  units?: number;
  title?: { en?: string; fr?: string; ar?: string };
  branch?: string;
  regionCode?: string;
  materials?: { code: string; percent: number }[];
  priceMinor?: number;
  certificateUntil?: string;
  listedAt?: Date;
}

/** A listed piece with free units, written straight into the tables. */
export async function listedPiece(db: Database, piece: ListedPiece): Promise<string> {
  const id = newId();
  const units = piece.units ?? 1;
  const price = piece.priceMinor ?? 60_000;
  const materials = (piece.materials ?? [{ code: 'wool', percent: 100 }]).map((material) => ({ ...material, name: null, originCountry: 'MA', scientificName: null }));
  const title = piece.title ?? { en: 'Beni Ourain rug' };
  const words = searchable([...Object.values(title), piece.branch ?? 'carpets']);
  await db.read(
    `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, maker_name_ar, region_code, state, slug, title_en, title_fr, title_ar, branch,
       materials, material_codes, hs_code, price_minor, goods_minor, net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, is_unique,
       certificate_number, certificate_until, search, listed_at, created_at, updated_at)
     values ($1, $2, 'artisan', $2, 'Fatima Amrani', 'Fatima Amrani', 'فاطمة العمراني', $3, 'listed', $4, $5, $6, $7, $8, $9, $10, '570110', $11, $12, 9000, 10000, 2000, 1500, 20, $13, $14, $15,
       array_to_tsvector($16::text[]), $17, $17, $17)`,
    [
      id, piece.artisanId, piece.regionCode ?? 'MA-03', `piece-${id}`, title.en ?? null, title.fr ?? null, title.ar ?? null, piece.branch ?? 'carpets',
      JSON.stringify(materials), materials.map((material) => material.code), price, price + Math.round(price * 0.08), units === 1,
      piece.certificateUntil ? `C-${id.slice(-8)}` : null, piece.certificateUntil ?? null, words, piece.listedAt ?? new Date('2026-11-20T10:00:00Z'),
    ],
  );
  await db.read(`insert into catalog.search_word select unnest($1::text[]) on conflict do nothing`, [words]);
  for (let serial = 1; serial <= units; serial++) await db.read(`insert into catalog.unit (id, product_id, serial) values ($1, $2, $3)`, [newId(), id, serial]);
  return id;
}
