import type { Locale } from '#libs/kernel';
import type { Database, Tx } from '#libs/platform';
import { priceOf, type Fees, type PriceShares } from './price/price.js';
import { availableOf, minimumOf } from './product/orderable.js';
import { filled } from './product/title.js';
import { PRODUCT_COLUMNS, productOf, type ProductRow } from './product/product.row.js';
import type { Material, Product } from './product/product.js';
import type { PieceOriginFacts, TradeData, TradeMaterial, TradePhotograph } from './product/trade-data.js';
import { OFFERED } from './stock/offered.js';
import { materials } from './trade-words/materials.js';
import { label } from './trade-words/word.js';

type TradeRow = ProductRow & { available: number; photograph: TradePhotograph | null };

const TRADE = `select ${PRODUCT_COLUMNS},
    (select count(*)::int from catalog.unit u where u.product_id = p.id and ${OFFERED}) as available,
    case when f.id is null then null else json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'colour', f.colour) end as photograph
  from catalog.product p left join catalog.photograph f on f.id = p.cover_photograph_id
  where p.id = any($1::uuid[]) and p.state <> 'draft'`;

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
  const [available, minimumQuantity] = [availableOf(product, free), minimumOf(product)];
  return {
    productId: product.id,
    artisanId: product.artisanId,
    exporter: product.exporter,
    makerName: product.makerName,
    state: product.state,
    onSale: product.state === 'listed' && available >= minimumQuantity,
    available,
    minimumQuantity,
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

function traded(material: Material): TradeMaterial {
  if (material.name !== null) return { ...material, name: material.name, words: null };
  const word = (locale: Locale): string => label(materials, material.code, locale);
  return { ...material, name: word('en'), words: { en: word('en'), fr: word('fr'), ar: word('ar') } };
}

function priced(product: Product, priceMinor: number, certified: boolean, fees: Fees): PriceShares {
  return priceOf(priceMinor, { clusterFee: product.terms.fee, netWeightGrams: product.netWeightGrams, certified }, fees);
}
