import type { ClusterTerms, Material, Product, ProductState, SuspensionReason, Translations } from './product.js';

/** `catalog.product` as PostgreSQL hands it over. */
export interface ProductRow {
  id: string;
  artisan_id: string;
  exporter_kind: 'artisan' | 'cluster';
  exporter_id: string;
  exporter_name: string;
  cluster_fee_bp: number;
  cluster_item_minor: number;
  cluster_kg_minor: number;
  cluster_order_minor: number;
  exporter_text: Translations | null;
  minimum_quantity: number;
  kept_back: number;
  maker_name: string;
  maker_name_ar: string | null;
  region_code: string;
  state: ProductState;
  suspended_for: SuspensionReason | null;
  slug: string | null;
  title_en: string | null;
  title_fr: string | null;
  title_ar: string | null;
  story_en: string | null;
  story_fr: string | null;
  story_ar: string | null;
  branch: string | null;
  techniques: string[];
  /** Written before a field was asked for, they lack it. */
  materials: (Omit<Material, 'hsCode' | 'costMadMinor' | 'originProof'> & Partial<Material>)[];
  operations: string[];
  work_minor: number | null;
  hs_code: string | null;
  price_minor: number | null;
  net_weight_grams: number | null;
  gross_weight_grams: number | null;
  length_mm: number | null;
  width_mm: number | null;
  height_mm: number | null;
  is_unique: boolean;
  lead_time_days: number;
  food_contact: boolean;
  certificate_number: string | null;
  certificate_until: string | null;
  certificate_scheme: string | null;
  certificate_of_lot: boolean;
  listed_at: Date | null;
}

export const PRODUCT_COLUMNS = `p.id, p.artisan_id, p.exporter_kind, p.exporter_id, p.exporter_name, p.cluster_fee_bp, p.cluster_item_minor, p.cluster_kg_minor, p.cluster_order_minor,
  p.exporter_text, p.minimum_quantity, p.kept_back, p.maker_name, p.maker_name_ar, p.region_code,
  p.state, p.suspended_for, p.slug, p.title_en, p.title_fr, p.title_ar, p.story_en, p.story_fr, p.story_ar, p.branch, p.techniques, p.materials, p.operations, p.work_minor,
  p.hs_code, p.price_minor, p.net_weight_grams, p.gross_weight_grams, p.length_mm, p.width_mm, p.height_mm, p.is_unique, p.lead_time_days,
  p.food_contact, p.certificate_number, p.certificate_until, p.certificate_scheme, p.certificate_of_lot, p.listed_at`;

export function productOf(row: ProductRow): Product {
  return {
    id: row.id,
    artisanId: row.artisan_id,
    exporter: { kind: row.exporter_kind, id: row.exporter_id, name: row.exporter_name },
    terms: termsOf(row),
    makerName: row.maker_name,
    makerNameAr: row.maker_name_ar,
    regionCode: row.region_code,
    state: row.state,
    suspendedFor: row.suspended_for,
    slug: row.slug,
    title: { en: row.title_en, fr: row.title_fr, ar: row.title_ar },
    story: { en: row.story_en, fr: row.story_fr, ar: row.story_ar },
    branch: row.branch,
    techniques: row.techniques,
    materials: row.materials.map((material) => ({ hsCode: null, costMadMinor: null, originProof: false, ...material })),
    operations: row.operations,
    workMinor: row.work_minor,
    hsCode: row.hs_code,
    priceMinor: row.price_minor,
    netWeightGrams: row.net_weight_grams,
    grossWeightGrams: row.gross_weight_grams,
    lengthMm: row.length_mm,
    widthMm: row.width_mm,
    heightMm: row.height_mm,
    unique: row.is_unique,
    leadTimeDays: row.lead_time_days,
    foodContact: row.food_contact,
    certificateNumber: row.certificate_number,
    certificateUntil: row.certificate_until,
    certificateScheme: row.certificate_scheme,
    certificateOfLot: row.certificate_of_lot,
    listedAt: row.listed_at,
  };
}

type TermsRow = Pick<ProductRow, 'cluster_fee_bp' | 'cluster_item_minor' | 'cluster_kg_minor' | 'cluster_order_minor' | 'exporter_text' | 'minimum_quantity' | 'kept_back'>;

/** What the cluster adds while it exports the piece. */
export function termsOf(row: TermsRow): ClusterTerms {
  return {
    fee: { bp: row.cluster_fee_bp, itemMinor: row.cluster_item_minor, kgMinor: row.cluster_kg_minor, orderMinor: row.cluster_order_minor },
    text: row.exporter_text,
    minimumQuantity: row.minimum_quantity,
    keptBack: row.kept_back,
  };
}
