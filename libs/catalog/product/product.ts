import { lifecycle } from '#libs/kernel';
import type { ClusterFee } from '../price/price.js';

/**
 * The life of a listing. `suspended` is what the house does (a certificate lapsed, a standing was lost) and
 * undoes by itself; `withdrawn` is what the maker does. Sold pieces keep their page, so links do not rot.
 */
export const productLifecycle = lifecycle({
  draft: { list: 'listed' },
  listed: { withdraw: 'withdrawn', suspend: 'suspended', sell: 'sold' },
  suspended: { restore: 'listed', list: 'listed', withdraw: 'withdrawn', sell: 'sold' },
  withdrawn: { list: 'listed', sell: 'sold' },
  // A sale that falls through gives the piece back to its maker, who decides whether it is offered again.
  sold: { list: 'listed', give_back: 'withdrawn' },
});

export type ProductState = (typeof productLifecycle.states)[number];
export type SuspensionReason = 'certificate' | 'standing';

export interface Material {
  /** A code of `trade-words/materials.ts`. */
  readonly code: string;
  /** The maker's own words, when the code is `other` or says too little. */
  readonly name: string | null;
  readonly percent: number;
  /** ISO 3166-1 alpha-2: where the material comes from, which decides the origin of the piece. */
  readonly originCountry: string;
  /** Genus and species, for wood: customs and plant-protection rules ask for it. */
  readonly scientificName: string | null;
  /** HS heading or code of the material, for the product rules of origin. */
  readonly hsCode: string | null;
  /** What it costs in one piece, in centimes. */
  readonly costMadMinor: number | null;
  /** Whether the supplier's proof of its origin is held. */
  readonly originProof: boolean;
}

export interface Translations {
  readonly en: string | null;
  readonly fr: string | null;
  readonly ar: string | null;
}

/** Who sells the piece abroad: the artisan, or the cluster that exports for its members. */
export interface Exporter {
  readonly kind: 'artisan' | 'cluster';
  readonly id: string;
  readonly name: string;
}

/** What a cluster adds while it exports a piece. */
export interface ClusterTerms {
  readonly fee: ClusterFee;
  /** Its own words beside the maker's, or null. */
  readonly text: Translations | null;
  /** The fewest it sells to one buyer. */
  readonly minimumQuantity: number;
  /** Free units that it leaves to the maker. */
  readonly keptBack: number;
}

/** A listing as its row says, without its units and photographs. Null is "not said yet". */
export interface Product {
  readonly id: string;
  readonly artisanId: string;
  readonly exporter: Exporter;
  /** Of the cluster that exports; `OWN_TERMS` when she exports herself. */
  readonly terms: ClusterTerms;
  readonly makerName: string;
  readonly makerNameAr: string | null;
  readonly regionCode: string;
  readonly state: ProductState;
  readonly suspendedFor: SuspensionReason | null;
  readonly slug: string | null;
  readonly title: Translations;
  readonly story: Translations;
  readonly branch: string | null;
  readonly techniques: readonly string[];
  readonly materials: readonly Material[];
  /** Codes of `trade-words/operations.ts`: what is done to it in Morocco. */
  readonly operations: readonly string[];
  /** Direct cost of that work in one piece, in centimes. */
  readonly workMinor: number | null;
  readonly hsCode: string | null;
  readonly priceMinor: number | null;
  readonly netWeightGrams: number | null;
  readonly grossWeightGrams: number | null;
  readonly lengthMm: number | null;
  readonly widthMm: number | null;
  readonly heightMm: number | null;
  readonly unique: boolean;
  readonly leadTimeDays: number;
  readonly foodContact: boolean;
  readonly certificateNumber: string | null;
  readonly certificateUntil: string | null;
  readonly certificateScheme: string | null;
  /** The certificate is a lot's: only the units it names are offered. */
  readonly certificateOfLot: boolean;
  readonly listedAt: Date | null;
}
