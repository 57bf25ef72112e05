import type { Confidence } from '../quotes/quote.js';
import type { ProofKind } from '../words/origin-words.js';

/** A rule of law or a tariff as a dated row: what it says, when it holds, who says so and who looked. */
export interface Dated {
  readonly validFrom: string;
  /** The last day it holds; null while it has no end. */
  readonly validUntil: string | null;
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: Exclude<Confidence, 'expired'>;
}

/** A row's own words in the three languages; the French and the Arabic are empty until somebody writes them. */
export interface Worded extends Dated {
  readonly says: string;
  readonly saysFr: string;
  readonly saysAr: string;
}

/** A destination we quote: money, customs basis and how its customs round. */
export interface MarketRow extends Dated {
  readonly country: string;
  readonly nameEn: string;
  readonly nameFr: string;
  readonly nameAr: string;
  readonly currency: string;
  /** Whose tariff applies: `EU` for France and Germany. */
  readonly tariffGroup: string;
  readonly customsBasis: 'CIF' | 'FOB';
  /** What a full declaration is called here: `H1` in the EU, `ENTRY` elsewhere. */
  readonly declaration: string;
  /** Duty and tax are rounded to this many minor units (Switzerland 5, the others 1). */
  readonly roundingStepMinor: number;
  readonly roundingMode: 'half_up' | 'down';
  /** The customs value is rounded to this many minor units (the US declares whole dollars). */
  readonly valueStepMinor: number;
}

/** One line of a national tariff. Expressions are read by `duty-expression.ts`. */
export interface TariffLineRow extends Dated {
  readonly tariffGroup: string;
  readonly hsCode: string;
  readonly commodityCode: string;
  readonly duty: string;
  /** Null when the corridor has no preference for this line. */
  readonly preference: string | null;
}

/** A layer on top of the tariff, and on top of the preference: US Chapter 99. */
export interface SurchargeRow extends Worded {
  readonly tariffGroup: string;
  readonly programme: string;
  /** Any HS code or commodity code that starts so; empty for every product. */
  readonly prefix: string;
  readonly heading: string;
  readonly rate: string;
  /** Programmes whose presence on the line silences this one. */
  readonly yieldsTo: readonly string[];
  /** Due only when these materials together reach `metalFromPercent` of the weight; empty for always. */
  readonly metals: readonly string[];
  readonly metalFromPercent: string | null;
}

export interface TaxRateRow extends Dated {
  readonly country: string;
  readonly name: string;
  /** Percent of the tax base, as text: `20`. Zero where the border takes no tax. */
  readonly percent: string;
  /** What this figure leaves out, said to the buyer; null when nothing. */
  readonly leavesOut: string | null;
  readonly leavesOutFr: string | null;
  readonly leavesOutAr: string | null;
}

/** What small consignments get. `scheme` names it; the engine knows each kind. */
export interface LowValueRegimeRow extends Worded {
  readonly tariffGroup: string;
  readonly scheme: string;
  readonly kind: 'item_duty' | 'no_duty' | 'no_duty_no_tax' | 'tax_floor';
  readonly thresholdMinor: number;
  readonly currency: string;
  /** For `item_duty`: per distinct tariff item. */
  readonly itemDutyMinor: number;
  readonly consumersOnly: boolean;
  /** Days a full declaration takes longer. */
  readonly daysSaved: number;
}

export interface OriginRegimeRow extends Dated {
  readonly tariffGroup: string;
  readonly regime: string;
  readonly agreement: string;
  /** Every country it speaks of, quoted by us or not. */
  readonly countries: readonly string[];
  /** Any exporter may use this up to the threshold of `origin_threshold`. */
  readonly proofBelow: ProofKind;
  readonly proofAbove: ProofKind;
  readonly proofMonths: number | null;
  /** The wording the proof must carry: `REVISED RULES`. */
  readonly mention: string | null;
  /** `product_rules` per chapter; `value_content` counts materials and work, `value_added` all but foreign materials. */
  readonly method: 'product_rules' | 'value_content' | 'value_added';
  readonly minValuePercent: string | null;
  /** Points of the value that materials of the partner may count for. */
  readonly partnerCapPercent: string | null;
  /** Origins of materials that count as Moroccan when their proof is held (cumulation). */
  readonly cumulatesWith: readonly string[];
  /** What may depart from the product rule: a share of the price, and for chapters 50 to 63 of the weight. */
  readonly tolerancePercent: string | null;
  readonly textileTolerancePercent: string | null;
  /** Operations that never confer origin, as the catalogue names them. */
  readonly insufficient: readonly string[];
  /** ISO 3166-2 regions whose goods a person must decide. */
  readonly reviewRegions: readonly string[];
}

/** What imported materials may go into a product of this code before it stops being Moroccan. */
export interface OriginRuleRow extends Worded {
  readonly regime: string;
  readonly prefix: string;
  /** In the notation of `rule-expression.ts`. */
  readonly rule: string;
}

/** Up to what worth of originating goods any exporter declares their origin himself, in one currency. */
export interface OriginThresholdRow extends Dated {
  readonly regime: string;
  readonly currency: string;
  readonly amountMinor: number;
}

export interface ShippingZoneRow extends Dated {
  readonly country: string;
  readonly zone: string;
  readonly service: string;
  readonly etaMinDays: number;
  readonly etaMaxDays: number;
  /** Cubic centimetres that weigh a kilogram. */
  readonly volumetricDivisor: number;
  readonly maxWeightGrams: number;
}

export interface ShippingRateRow extends Dated {
  readonly zone: string;
  readonly service: string;
  readonly upToGrams: number;
  readonly amountMadMinor: number;
}

/** What the carrier adds. `rate` is an expression over the amount named by `base`. */
export interface CarrierFeeRow extends Dated {
  readonly country: string;
  readonly code: string;
  readonly kind: 'insurance' | 'fee';
  readonly label: string;
  /** The declaration it belongs to; empty for every one. */
  readonly scheme: string;
  /** `value_without_preference`: the customs value of what is declared without a proof of origin. */
  readonly base: 'goods' | 'duty_and_tax' | 'value_without_preference';
  readonly rate: string;
  /** Value of the consignment from which it is due, in minor units of the market's currency. */
  readonly fromValueMinor: number;
  readonly toValueMinor: number | null;
}

export interface FxRateRow extends Dated {
  readonly currency: string;
  /** Dirhams for one unit. */
  readonly madPerUnit: string;
}

export interface RestrictionRow extends Worded {
  readonly rule: string;
  /** Tariff groups it speaks of; empty for all. */
  readonly tariffGroups: readonly string[];
  readonly prefixes: readonly string[];
  /** Folded words looked for in material and scientific names; empty for any material. */
  readonly materials: readonly string[];
  /** Null when it does not matter. */
  readonly foodContact: boolean | null;
  readonly outcome: 'needs_paper' | 'decorative_only' | 'refused';
  /** A kind of `screening-papers.ts`. */
  readonly paper: string | null;
}

/** A question of law that is open on a corridor: no figure, a warning on each quote. */
export interface OpenQuestionRow extends Worded {
  readonly tariffGroup: string;
  readonly code: string;
}

/** Every table, as the book holds it. */
export interface ReferenceRows {
  readonly market: readonly MarketRow[];
  readonly tariff_line: readonly TariffLineRow[];
  readonly surcharge: readonly SurchargeRow[];
  readonly tax_rate: readonly TaxRateRow[];
  readonly low_value_regime: readonly LowValueRegimeRow[];
  readonly origin_regime: readonly OriginRegimeRow[];
  readonly origin_rule: readonly OriginRuleRow[];
  readonly origin_threshold: readonly OriginThresholdRow[];
  readonly shipping_zone: readonly ShippingZoneRow[];
  readonly shipping_rate: readonly ShippingRateRow[];
  readonly carrier_fee: readonly CarrierFeeRow[];
  readonly fx_rate: readonly FxRateRow[];
  readonly restriction: readonly RestrictionRow[];
  readonly open_question: readonly OpenQuestionRow[];
}

export type ReferenceTable = keyof ReferenceRows;
