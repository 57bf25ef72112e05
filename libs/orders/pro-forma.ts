/**
 * The pro forma invoice: the frozen offer that every later room works from. It is written once, when the
 * order is placed, and the database refuses to change it. Money is integer minor units; `MadMinor` is in
 * centimes of dirham, the other amounts are in `currency`, the buyer's.
 */
export interface ProForma {
  /** `PF-2026-000001`: one gapless series a year. */
  readonly number: string;
  readonly orderId: string;
  readonly basketId: string;
  /** Instant, ISO. */
  readonly issuedAt: string;
  /** The Moroccan day papers carry. */
  readonly issuedOn: string;
  /** After this instant it cannot be paid. */
  readonly validUntil: string;
  readonly currency: string;
  readonly exporter: ExporterParty;
  readonly buyer: BuyerParty;
  readonly consignee: Consignee;
  readonly incoterm: Incoterm;
  readonly lines: readonly ProFormaLine[];
  readonly totals: Totals;
  /** Who gets what of `totals.totalMinor`; the parts add up to it to the minor unit. */
  readonly shares: Shares;
  readonly quote: QuoteSlice;
  readonly fx: FrozenRate;
  /** The goods were paid for by hand; the order asks for their journey only. */
  readonly stall?: { readonly saleId: string; readonly soldOn: string; readonly paidMadMinor: number };
}

export interface Words {
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
}

/** The seller of record: an artisan with export standing, or a cluster that sells under its own name. */
export interface ExporterParty {
  readonly kind: 'artisan' | 'cluster';
  readonly id: string;
  readonly name: string;
}

export type BuyerKind = 'consumer' | 'business';

export interface BuyerParty {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly kind: BuyerKind;
  /** VAT, EORI or EIN as the buyer gave it, checked for form only. */
  readonly taxId: string | null;
  readonly locale: 'en' | 'fr' | 'ar';
}

/** Where the goods go. Every line is in Latin letters: carriers and foreign customs read no other. */
export interface Consignee {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly postalCode: string | null;
  /** State, province or canton where the country's addresses need one. */
  readonly region: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly phone: string;
}

export interface Incoterm {
  readonly code: 'DDP';
  readonly version: '2020';
  /** The named place of destination: `Paris, FR`. */
  readonly place: string;
}

export interface Material {
  readonly name: string;
  /** Share of the weight; null when the maker did not say. */
  readonly percent: number | null;
  readonly originCountry: string;
  readonly scientificName: string | null;
}

/** Of one unit, in centimes of a dirham. */
export interface Making {
  readonly operations: readonly string[];
  readonly processingCostMadMinor: number | null;
  readonly exWorksMadMinor: number;
  /** In the order of the materials; null where the maker did not say. */
  readonly materialCostsMadMinor: readonly (number | null)[];
}

/** One product of the order as it was on that day. Weights and sizes are of one unit; money is of the whole line. */
export interface ProFormaLine {
  readonly number: number;
  readonly productId: string;
  readonly artisanId: string;
  /** The maker in Latin letters, for the producer box of the papers. */
  readonly makerName: string;
  readonly quantity: number;
  readonly unitIds: readonly string[];
  readonly title: Words;
  readonly hsCode: string;
  /** The destination's national line, when the quote knew it. */
  readonly commodityCode: string | null;
  readonly originCountry: 'MA';
  /** ISO 3166-2, `MA-03`. */
  readonly originRegion: string;
  readonly materials: readonly Material[];
  /** What the maker put on record of how one unit is made and what it costs, for customs that ask; only when she did. */
  readonly making?: Making;
  readonly netWeightGrams: number;
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly certified: boolean;
  readonly certificateNumber: string | null;
  readonly foodContact: boolean;
  readonly unique: boolean;
  readonly leadTimeDays: number;
  readonly photograph: string | null;
  readonly goodsMadMinor: number;
  readonly sharesMad: GoodsShares;
  readonly goodsMinor: number;
  /** Of `goodsMinor`. */
  readonly shares: GoodsShares;
  /** What the cluster's parts of both are for, as the maker accepted it; the parts add up. Only when a cluster exports. */
  readonly clusterRoles?: readonly RoleShare[];
  /** Of `sharesMad.clusterMinor`: the line's part of what the cluster takes once for the order. Only where it takes some. */
  readonly onceMadMinor?: number;
  readonly shippingMinor: number;
  readonly insuranceMinor: number;
  readonly dutyMinor: number;
  readonly surchargeMinor: number;
  readonly taxMinor: number;
  readonly feeMinor: number;
  readonly customsValueMinor: number;
  readonly preference: Preference;
}

export interface RoleShare {
  readonly role: 'coordinator' | 'collection' | 'quality' | 'packing';
  readonly minor: number;
  readonly madMinor: number;
}

export interface GoodsShares {
  readonly makerMinor: number;
  readonly clusterMinor: number;
  readonly centreMinor: number;
  readonly platformMinor: number;
}

export interface Shares extends GoodsShares {
  /** Shipping and insurance. */
  readonly freightMinor: number;
  /** Duty, surcharge and tax, paid on at the border. */
  readonly dutyMinor: number;
  /** Clearance and disbursement fees. */
  readonly feesMinor: number;
}

export interface Totals {
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  readonly insuranceMinor: number;
  readonly dutyMinor: number;
  readonly surchargeMinor: number;
  readonly taxMinor: number;
  readonly feeMinor: number;
  /** Of `goodsMinor`, what was paid at the stall. */
  readonly prepaidMinor?: number;
  /** What this order asks to be paid. */
  readonly totalMinor: number;
}

export interface Preference {
  readonly applied: boolean;
  readonly regime: string | null;
  readonly proof: string | null;
  readonly why: string;
}

export interface FrozenRate {
  /** Dirhams for one unit of `currency`, as exact decimal text: `10.8500`. */
  readonly rate: string;
  readonly source: string;
  readonly day: string;
}

/** One figure of the delivered price, with where it comes from. */
export interface Charge {
  readonly kind: ChargeKind;
  /** Stable name for translations: `VAT`. */
  readonly code: string;
  /** In the buyer's language, as it was offered. */
  readonly label: string;
  /** The product it belongs to; null when it belongs to the whole consignment. */
  readonly productId: string | null;
  readonly amountMinor: number;
  readonly formula: string;
  readonly rate: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: string;
}

export const CHARGE_KINDS = ['goods', 'shipping', 'insurance', 'duty', 'surcharge', 'tax', 'fee', 'prepaid'] as const;
export type ChargeKind = (typeof CHARGE_KINDS)[number];

/** The quote of this order's consignment. Those of a basket's orders add up to `basketTotalMinor`, which the buyer was shown. */
export interface QuoteSlice {
  readonly charges: readonly Charge[];
  /** How it is declared at the border: `H1`, `IOSS`, `ENTRY`. */
  readonly scheme: string;
  readonly customsBasis: 'CIF' | 'FOB';
  /** The day the law was asked for. */
  readonly asOf: string;
  readonly etaDays: { readonly min: number; readonly max: number };
  readonly warnings: readonly string[];
  readonly dataVersion: string;
  readonly basketTotalMinor: number;
}
