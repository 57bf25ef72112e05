import type { Locale } from '#libs/kernel';
import type { Database, Tx } from '#libs/platform';
import { feesColumn, feesOf, type FeeRow } from './price/fees.service.js';
import { priceOf, type Fees, type PriceShares } from './price/price.js';
import { availableOf, minimumOf } from './product/orderable.js';
import { filled } from './product/title.js';
import { PRODUCT_COLUMNS, productOf, termsOf, type ProductRow } from './product/product.row.js';
import type { Material, Product } from './product/product.js';
import type { PieceOriginFacts, ShelfLine, TradeData, TradeMaterial, TradePhotograph } from './product/trade-data.js';
import { OFFERED } from './stock/offered.js';
import { materials } from './trade-words/materials.js';
import { label } from './trade-words/word.js';

type TradeRow = ProductRow & { available: number; photograph: TradePhotograph | null };

const TRADE = `select ${PRODUCT_COLUMNS},
    (select count(*)::int from catalog.unit u where u.product_id = p.id and ${OFFERED}) as available,
    case when f.id is null then null else json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'colour', f.colour) end as photograph
  from catalog.product p left join catalog.photograph f on f.id = p.cover_photograph_id
  where p.id = any($1::uuid[]) and p.state <> 'draft'`;

type ShelfRow = Pick<ProductRow, 'id' | 'slug' | 'title_en' | 'title_fr' | 'title_ar' | 'maker_name' | 'state' | 'is_unique' | 'price_minor' | 'net_weight_grams' | 'certificate_number' | 'certificate_until'> & Parameters<typeof termsOf>[0] & { available: number; fees: FeeRow[] | null };

const SHELF_COLUMNS = `p.id, p.slug, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.state, p.is_unique, p.price_minor, p.net_weight_grams, p.certificate_number, p.certificate_until,
  p.cluster_fee_bp, p.cluster_item_minor, p.cluster_kg_minor, p.cluster_order_minor, p.exporter_text, p.minimum_quantity, p.kept_back`;
const SHELF = `select ${SHELF_COLUMNS}, (select count(*)::int from catalog.unit u where u.product_id = p.id and ${OFFERED}) as available, ${feesColumn('$2')} as fees
  from catalog.product p where p.id = any($1::uuid[]) and p.state <> 'draft'`;

/** What a list of offers says of each piece: its name, its price and whether it can be bought. Those that never were listed are left out. */
export async function readShelf(db: Database, productIds: readonly string[], day: string): Promise<ShelfLine[]> {
  const rows = await db.prepared<ShelfRow>('catalog.shelf', SHELF, [productIds, day]);
  return rows.map((row) => {
    const terms = termsOf(row);
    const certified = isCertified({ certificateNumber: row.certificate_number, certificateUntil: row.certificate_until }, day);
    return {
      productId: row.id,
      makerName: row.maker_name,
      slug: row.slug!,
      title: filled({ en: row.title_en, fr: row.title_fr, ar: row.title_ar }),
      onSale: supplyOf({ state: row.state, unique: row.is_unique, terms }, row.available).onSale,
      price: priced({ terms, netWeightGrams: row.net_weight_grams }, row.price_minor!, certified, feesOf(row.fees)),
    };
  });
}

/** Trade data in the order asked; pieces that do not exist, or never were listed, are left out. */
export async function readTradeData(from: Database | Tx, productIds: readonly string[], fees: Fees, day: string): Promise<TradeData[]> {
  const rows = 'prepared' in from ? await from.prepared<TradeRow>('catalog.trade', TRADE, [productIds]) : await from.query<TradeRow>(TRADE, [productIds]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return productIds.flatMap((id) => {
    const row = byId.get(id);
    return row ? [tradeDataOf(productOf(row), row.available, row.photograph, fees, day)] : [];
  });
}

/** Null for a piece that does not exist. Of a draft, what is not said yet is null. */
export async function readOriginFacts(db: Database, productId: string, fees: Fees, day: string): Promise<PieceOriginFacts | null> {
  const [row] = await db.read<ProductRow>(`select ${PRODUCT_COLUMNS} from catalog.product p where p.id = $1`, [productId]);
  if (!row) return null;
  const product = productOf(row);
  const { artisanId, hsCode, regionCode: originRegion, operations, workMinor, priceMinor } = product;
  const materials = product.materials.map(traded);
  if (priceMinor === null) return { artisanId, hsCode, originRegion, materials, making: undefined, goodsMinor: null };
  const making = { operations, processingCostMadMinor: workMinor, exWorksMadMinor: priceMinor };
  return { artisanId, hsCode, originRegion, materials, making, goodsMinor: priced(product, priceMinor, isCertified(product, day), fees).goodsMinor };
}

/** A certificate counts through its last day, whatever job has or has not run since. */
export function isCertified(product: Pick<Product, 'certificateNumber' | 'certificateUntil'>, day: string): boolean {
  return product.certificateNumber !== null && product.certificateUntil !== null && product.certificateUntil >= day;
}

function tradeDataOf(product: Product, free: number, photograph: TradePhotograph | null, fees: Fees, day: string): TradeData {
  const certified = isCertified(product, day);
  return {
    productId: product.id,
    artisanId: product.artisanId,
    exporter: product.exporter,
    makerName: product.makerName,
    state: product.state,
    ...supplyOf(product, free),
    slug: product.slug!,
    title: filled(product.title),
    branch: product.branch!,
    hsCode: product.hsCode!,
    originRegion: product.regionCode,
    materials: product.materials.map(traded),
    making: { operations: product.operations, processingCostMadMinor: product.workMinor, exWorksMadMinor: product.priceMinor! },
    netWeightGrams: product.netWeightGrams!,
    grossWeightGrams: product.grossWeightGrams!,
    lengthMm: product.lengthMm!,
    widthMm: product.widthMm!,
    heightMm: product.heightMm!,
    certified,
    certificateNumber: certified ? product.certificateNumber : null,
    foodContact: product.foodContact,
    unique: product.unique,
    leadTimeDays: product.leadTimeDays,
    price: priced(product, product.priceMinor!, certified, fees),
    photograph,
  };
}

function supplyOf(product: Pick<Product, 'state' | 'unique' | 'terms'>, free: number): Pick<TradeData, 'onSale' | 'available' | 'minimumQuantity'> {
  const [available, minimumQuantity] = [availableOf(product, free), minimumOf(product)];
  return { onSale: product.state === 'listed' && available >= minimumQuantity, available, minimumQuantity };
}

function traded(material: Material): TradeMaterial {
  if (material.name !== null) return { ...material, name: material.name, words: null };
  const word = (locale: Locale): string => label(materials, material.code, locale);
  return { ...material, name: word('en'), words: { en: word('en'), fr: word('fr'), ar: word('ar') } };
}

function priced(product: Pick<Product, 'terms' | 'netWeightGrams'>, priceMinor: number, certified: boolean, fees: Fees): PriceShares {
  return priceOf(priceMinor, { clusterFee: product.terms.fee, netWeightGrams: product.netWeightGrams, certified }, fees);
}
