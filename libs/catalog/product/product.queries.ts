import type { Actor } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { branches, regions } from '../catalog.words.js';
import { searchable } from '../find/search-words.js';
import { goodsOfOne, priceOf, type Fees } from '../price/price.js';
import type { HandicraftCode } from '../trade-words/handicraft-codes.service.js';
import { materials } from '../trade-words/materials.js';
import { techniques } from '../trade-words/techniques.js';
import type { Word } from '../trade-words/word.js';
import { PRODUCT_COLUMNS, productOf, type ProductRow } from './product.row.js';
import type { Product } from './product.js';

/** The piece, locked until the transaction ends, or null. */
export async function lockProduct(tx: Tx, id: string): Promise<Product | null> {
  const [row] = await tx.query<ProductRow>(`select ${PRODUCT_COLUMNS} from catalog.product p where p.id = $1 for update`, [id]);
  return row ? productOf(row) : null;
}

/** The caller's own piece, locked. Another maker's is as unknown as one that does not exist. */
export async function lockOwn(tx: Tx, actor: Actor, id: string, field: string): Promise<Product> {
  if (actor.artisanId === null) throw catalogErrors.CATALOG_NOT_AN_ARTISAN();
  const product = await lockProduct(tx, id);
  if (!product || product.artisanId !== actor.artisanId) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, field);
  return product;
}

/** Writes a piece back, with what is worked out from it: its goods value and the words it is found by. */
export async function writeProduct(tx: Tx, product: Product, fees: Fees, line: HandicraftCode | undefined): Promise<void> {
  const words = wordsOf(product, line);
  await tx.query(
    `update catalog.product set state = $2, suspended_for = $3, slug = $4, maker_name = $5, maker_name_ar = $6, region_code = $7,
       title_en = $8, title_fr = $9, title_ar = $10, story_en = $11, story_fr = $12, story_ar = $13, branch = $14, techniques = $15,
       materials = $16, material_codes = $17, hs_code = $18, price_minor = $19, goods_minor = $20, net_weight_grams = $21, gross_weight_grams = $22,
       length_mm = $23, width_mm = $24, height_mm = $25, is_unique = $26, lead_time_days = $27, food_contact = $28,
       certificate_number = $29, certificate_until = $30, certificate_scheme = $31, listed_at = $32, search = array_to_tsvector($33::text[]), updated_at = $34,
       exporter_kind = $35, exporter_id = $36, exporter_name = $37, operations = $38, work_minor = $39, certificate_of_lot = $40
     where id = $1`,
    [
      product.id, product.state, product.suspendedFor, product.slug, product.makerName, product.makerNameAr, product.regionCode,
      product.title.en, product.title.fr, product.title.ar, product.story.en, product.story.fr, product.story.ar, product.branch, product.techniques,
      JSON.stringify(product.materials), [...new Set(product.materials.map((material) => material.code))], product.hsCode, product.priceMinor, goodsMinorOf(product, fees), product.netWeightGrams, product.grossWeightGrams,
      product.lengthMm, product.widthMm, product.heightMm, product.unique, product.leadTimeDays, product.foodContact,
      product.certificateNumber, product.certificateUntil, product.certificateScheme, product.listedAt, words, tx.now,
      product.exporter.kind, product.exporter.id, product.exporter.name, product.operations, product.workMinor, product.certificateOfLot,
    ],
  );
  // Sorted, so that two listings that share words never wait for each other in a ring.
  if (product.state === 'listed') await tx.query(`insert into catalog.search_word (word) select unnest($1::text[]) order by 1 on conflict do nothing`, [words]);
}

/** Writes who exports the piece and the goods value that follows from it, in one statement: no list ever sorts by a ghost of the old price. */
export async function writeExporter(tx: Tx, product: Product, fees: Fees): Promise<void> {
  const { exporter, terms } = product;
  await tx.query(
    `update catalog.product set exporter_kind = $2, exporter_id = $3, exporter_name = $4, cluster_fee_bp = $5, cluster_item_minor = $6, cluster_kg_minor = $7,
       exporter_text = $8, minimum_quantity = $9, kept_back = $10, goods_minor = $11, updated_at = $12, cluster_order_minor = $13 where id = $1`,
    [
      product.id, exporter.kind, exporter.id, exporter.name, terms.fee.bp, terms.fee.itemMinor, terms.fee.kgMinor,
      terms.text === null ? null : JSON.stringify(terms.text), terms.minimumQuantity, terms.keptBack, goodsMinorOf(product, fees), tx.now, terms.fee.orderMinor,
    ],
  );
}

function goodsMinorOf(product: Product, fees: Fees): number | null {
  const { priceMinor, terms, netWeightGrams, certificateNumber } = product;
  return priceMinor === null ? null : goodsOfOne(priceOf(priceMinor, { clusterFee: terms.fee, netWeightGrams, certified: certificateNumber !== null }, fees));
}

/** Titles, trade words and the customs line in all three languages, so that each finds pieces written in another. */
function wordsOf(product: Product, line: HandicraftCode | undefined): string[] {
  const inAll = (word: Word | undefined): (string | undefined)[] => [word?.en, word?.fr, word?.ar];
  return searchable([
    ...Object.values(product.title),
    product.makerName,
    product.makerNameAr,
    ...inAll(product.branch === null ? undefined : branches.get(product.branch)),
    ...inAll(regions.get(product.regionCode)),
    ...product.techniques.flatMap((code) => inAll(techniques.get(code))),
    ...product.materials.flatMap((material) => [material.name, material.scientificName, ...inAll(materials.get(material.code))]),
    // What the table adds in brackets are examples of other pieces.
    ...[line?.en, line?.fr, line?.ar].map((text) => text?.replace(/\([^)]*\)/g, ' ')),
  ]);
}

export async function countPhotographs(tx: Tx, productId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(`select count(*)::int as count from catalog.photograph where product_id = $1`, [productId]);
  return row!.count;
}
