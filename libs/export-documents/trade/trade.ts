import type { OriginReason } from '../papers/problem-words.js';
import type { Transport } from './transport.js';

/**
 * The trade a file of papers describes: the frozen pro forma, what packing measured, and what the
 * exporter and the desk put on record. Every paper takes its figures from here and from nowhere else. Pure.
 */
export interface Trade {
  readonly orderId: string;
  readonly proForma: { readonly number: string; readonly issuedOn: string };
  readonly currency: string;
  readonly incoterm: { readonly code: string; readonly version: string; readonly place: string };
  readonly seller: Seller;
  readonly buyer: { readonly name: string; readonly email: string; readonly kind: 'consumer' | 'business'; readonly taxId: string | null };
  readonly consignee: Consignee;
  readonly lines: readonly TradeLine[];
  /** The lines as they were offered, before anything was corrected: only the pro forma quotes them. */
  readonly offer: readonly TradeLine[];
  readonly charges: Charges;
  readonly customs: CustomsValue;
  readonly packing: Packing;
  readonly transport: Transport;
  /** How far the exporter's printer is off when it writes on an official form. */
  readonly form: { readonly shiftXMm: number; readonly shiftYMm: number };
  readonly origin: Origin;
  /** Null where the corridor's rules are not of this kind. */
  readonly valueTest: ValueTest | null;
  /** Dirhams for one unit of the currency, as exact decimal text. */
  readonly fx: { readonly rate: string; readonly source: string; readonly day: string };
  /** A visitor paid for the goods by hand and has them sent home; null for goods that were ordered. */
  readonly stall: { readonly soldOn: string; readonly paidMadMinor: number } | null;
}

export interface Seller {
  readonly name: string;
  readonly nameArabic: string | null;
  readonly address: readonly string[];
  readonly phone: string | null;
  readonly email: string | null;
  /** Identifiant commun de l'entreprise, 15 digits. */
  readonly ice: string | null;
  readonly tradeRegister: string | null;
  readonly taxNumber: string | null;
  readonly signatory: string | null;
  readonly capacity: string | null;
  readonly city: string;
  /** Of the National Register of Craft, for an artisan who exports himself. */
  readonly registerNumber: string | null;
  readonly exporterFile: string | null;
  readonly representativeEori: string | null;
  /** Customs authorisation of an approved exporter; its form is not public, so it stays free text. */
  readonly approvedExporter: string | null;
  /** The person in the Union answerable for the goods (Regulation (EU) 2023/988, article 16). */
  readonly responsiblePerson: string | null;
}

export interface Consignee {
  readonly name: string;
  readonly line1: string;
  readonly line2: string | null;
  readonly city: string;
  readonly postalCode: string | null;
  readonly region: string | null;
  readonly country: string;
  readonly phone: string;
}

export interface Material {
  readonly name: string;
  /** Null where the maker did not say. */
  readonly percent: number | null;
  readonly originCountry: string;
  readonly scientificName: string | null;
}

/** Of one unit, in centimes of a dirham. */
export interface Making {
  readonly operations: readonly string[];
  readonly processingCostMadMinor: number | null;
  readonly exWorksMadMinor: number;
  readonly materialCostsMadMinor: readonly (number | null)[];
}

/** What the certificate of a line vouches for: a carpet's sealed label and grade, a laboratory's figures. */
export interface Evidence {
  readonly number: string;
  readonly label: string | null;
  readonly grade: string | null;
  readonly foodContact: boolean;
  readonly inspector: string;
  readonly validFrom: string;
  /** Where anybody reads it. */
  readonly page: string;
  readonly found: readonly { readonly rule: string; readonly name: string; readonly value: number; readonly unit: string }[];
}

/** Weights are of the whole line, sizes of one unit. */
export interface TradeLine {
  readonly number: number;
  readonly title: { readonly en: string; readonly fr: string; readonly ar: string };
  readonly makerName: string;
  readonly hsCode: string;
  readonly commodityCode: string | null;
  readonly originCountry: string;
  readonly originRegion: string;
  readonly quantity: number;
  readonly unitIds: readonly string[];
  readonly amountMinor: number;
  readonly amountMadMinor: number;
  readonly currency: string;
  readonly netWeightGrams: number;
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly materials: readonly Material[];
  readonly certificateNumber: string | null;
  readonly evidence: Evidence | null;
  readonly foodContact: boolean;
  /** What one unit cost to make, as the maker put it on record when it was sold; costs of materials in their order. */
  readonly making: Making | null;
  /** The picture the piece was sold by. */
  readonly photograph: string | null;
  /** True when the delivered price counted on a preference, which a proof of origin must then bear out. */
  readonly preference: boolean;
}

/** All in the order's currency. Duty and taxes are those of the destination, paid by the seller under DDP. */
export interface Charges {
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  readonly insuranceMinor: number;
  readonly dutyMinor: number;
  readonly taxMinor: number;
  readonly feeMinor: number;
  readonly totalMinor: number;
}

export interface Packing {
  /** False while the weights are those the makers declared. */
  readonly measured: boolean;
  /** Null until they are packed. */
  readonly packages: number | null;
  readonly grossWeightGrams: number;
}

/** What the delivered price was declared on: the basis of the corridor, the value on it, and the way of declaring. */
export interface CustomsValue {
  readonly basis: 'CIF' | 'FOB';
  readonly valueMinor: number;
  /** `H1`, `IOSS`, `ENTRY`. */
  readonly scheme: string;
}

/** What share of the value must be made up by the parties of the agreement, as shipping's row of the corridor says. */
export interface ValueTest {
  readonly minPercent: number;
  /** How many points the other party's materials may count for. */
  readonly partner: { readonly countries: readonly string[]; readonly capPercent: number | null };
}

/** How origin is proved on this corridor, decided by `origin.ts`. */
export interface Origin {
  readonly regime: string | null;
  readonly proof: 'none' | 'origin_declaration' | 'eur1' | 'us_declaration' | 'arab_certificate' | 'form_a' | 'desk';
  readonly why: OriginReason;
  readonly mention: 'NONE' | 'REVISED RULES' | 'TRANSITIONAL RULES';
  /** How long the proof is good for from its day; null where the corridor sets no term. */
  readonly months: number | null;
  /** What the desk recorded: the movement certificate's number, or its decision on a southern region. */
  readonly reference: string | null;
}
