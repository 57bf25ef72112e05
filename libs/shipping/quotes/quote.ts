import type { Money } from '#libs/kernel';
import type { Criterion, Originating } from '../origin/verdict.js';
import type { ResponsiblePerson, Seller } from '../responsible/responsible-person.js';
import type { ProofKind } from '../words/origin-words.js';
import type { Param, Params, Said, Saying } from '../words/saying.js';

/** Who buys: a consumer may use the low-value schemes, a business never. */
export type BuyerKind = 'consumer' | 'business';

/** Incoterms 2020: DDP, we pay duty and tax and the buyer pays us; DAP, the buyer pays them on arrival. */
export type Incoterm = 'DDP' | 'DAP';

/**
 * How far a figure can be trusted. `verified` was read at its source; `secondary` in a page that cites it;
 * `general-knowledge` is a hypothesis nobody has checked; `assumption` is the house's own tariff;
 * `expired` is a row used after its last day because nothing replaces it.
 */
export type Confidence = 'verified' | 'secondary' | 'general-knowledge' | 'assumption' | 'expired';

export interface QuoteMaterial {
  readonly name: string;
  /** The same in each language, where the material is a word of the trade and not its maker's own. */
  readonly words?: Said | null;
  /** Share of the weight; null when the maker did not say. */
  readonly percent: number | null;
  /** ISO 3166-1 alpha-2. */
  readonly originCountry: string;
  readonly scientificName?: string | null;
  /** HS heading or code of the material, for the product rules of origin. */
  readonly hsCode?: string | null;
  /** What this material cost per piece, for the rules that count value. */
  readonly costMadMinor?: number | null;
  /** True when the supplier's own proof of its origin is held: without it nothing cumulates. */
  readonly originProof?: boolean;
}

/** How the piece is made, for the rules of origin that count work and value. */
export interface Making {
  /** What is done in Morocco, as the catalogue names operations: `spinning`, `weaving`, `firing`. */
  readonly operations: readonly string[];
  /** Direct cost of that work per piece. */
  readonly processingCostMadMinor: number | null;
  /** Price of one piece at the workshop's door. */
  readonly exWorksMadMinor: number | null;
}

export interface QuoteLineRequest {
  /** The caller's own name for this line, given back in `perLine`. */
  readonly key: string;
  /** Six digits; null when the piece is not classified yet. */
  readonly hsCode: string | null;
  readonly quantity: number;
  /** Selling price of one unit, in centimes of dirham. */
  readonly goodsValueMadMinor: number;
  /** Part of the selling price that is taken once for the line, however many pieces are in it. */
  readonly onceMadMinor?: number;
  readonly netWeightGrams: number;
  readonly grossWeightGrams: number;
  readonly lengthMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** ISO 3166-2 of the region of production: `MA-03`. */
  readonly originRegion: string;
  readonly materials: readonly QuoteMaterial[];
  readonly making?: Making | null;
  /** A verdict someone signed for; without one, the materials decide. */
  readonly originating?: boolean;
  readonly foodContact: boolean;
  /** Values are asked in dirhams; another currency here is refused, never converted silently. */
  readonly currency?: string;
}

export interface QuoteRequest {
  /** Destination, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly buyerKind: BuyerKind;
  readonly incoterm: Incoterm;
  /** Only the destination's own currency is quoted; another one is answered as unknown. */
  readonly currency?: string;
  /** The day of import the law is asked for, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Who sells; with it the answer says who answers for the goods in the Union, and is unknown where nobody does. */
  readonly exporter?: Seller;
  readonly lines: readonly QuoteLineRequest[];
}

export type ChargeKind = 'goods' | 'shipping' | 'insurance' | 'duty' | 'surcharge' | 'tax' | 'fee';

/** One figure of the price, with its own derivation. */
export interface Charge {
  readonly kind: ChargeKind;
  /** Stable name for translations: `EU_ITEM_DUTY`, `VAT`. */
  readonly code: string;
  readonly label: string;
  /** What stands behind the name in `label`: a tariff line, a percentage; empty when nothing does. */
  readonly detail: string;
  /** The request line it belongs to; null when it belongs to the consignment. */
  readonly key: string | null;
  readonly amountMinor: number;
  /** The arithmetic in words a buyer can check with a pocket calculator: in English, until `inWords` says it in another language. */
  readonly formula: string;
  readonly rate: string;
  /** What `formula` and `rate` say, as data. */
  readonly said: { readonly formula: Param; readonly rate: Param };
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: Confidence;
}

export interface Preference {
  readonly applied: boolean;
  /** The agreement asked for: `EU-MA`; null when the corridor has none. */
  readonly regime: string | null;
  /** The paper that proves it, by name and by kind; null when none is needed or possible. */
  readonly proof: string | null;
  readonly proofKind: ProofKind | null;
  /** Words the proof must carry (`REVISED RULES`) and how many months it is good for; null when none is used. */
  readonly mention: string | null;
  readonly proofMonths: number | null;
  /** The verdict on origin, and what makes it Moroccan. */
  readonly originating: Originating;
  readonly criterion: Criterion | null;
  readonly why: string;
  readonly said: { readonly why: Saying | Said };
}

export interface QuotedLine {
  readonly key: string;
  readonly goodsMinor: number;
  readonly dutyMinor: number;
  readonly surchargeMinor: number;
  readonly taxMinor: number;
  readonly customsValueMinor: number;
  /** The destination's own tariff line: `5701 10 90`. */
  readonly commodityCode: string;
  readonly preference: Preference;
  /** Duty the preference saved, in minor units; null when the duty without it cannot be computed. */
  readonly saved: number | null;
  readonly screening: readonly ScreeningFinding[];
}

export type ScreeningOutcome = 'allowed' | 'needs_paper' | 'decorative_only' | 'refused';

export interface ScreeningFinding {
  readonly key: string;
  readonly outcome: Exclude<ScreeningOutcome, 'allowed'>;
  /** Stable name of the rule: `CERAMIC_FOOD_EU`. */
  readonly rule: string;
  readonly says: string;
  /** The paper asked for, when one is: its name, and its kind as `screening-papers.ts` knows it. */
  readonly paper: string | null;
  readonly paperKind: string | null;
  readonly said: { readonly says: Said; readonly paper: Said | null };
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: Confidence;
}

/** Something the reader must know before relying on the figure. */
export interface Remark {
  readonly code: string;
  /** In English; `inWords` says it in another language. */
  readonly text: string;
  readonly params: Params;
  readonly key: string | null;
  /** The field of the question that would mend it: `hsCode`, `netWeightGrams`; null when none would. */
  readonly field: string | null;
}

/** The other way to bring the same goods in, for comparison. */
export interface Alternative {
  readonly scheme: string;
  readonly total: Money;
  readonly etaDays: EtaDays;
  /** How much more it costs than the way that was chosen. */
  readonly moreMinor: number;
  readonly why: string;
  readonly said: { readonly why: Saying };
  readonly lines: readonly Charge[];
}

export interface EtaDays {
  readonly min: number;
  readonly max: number;
}

export interface ExchangeRate {
  /** Dirhams for one unit of the buyer's currency, as text: `10.8500`. */
  readonly rate: string;
  readonly source: string;
  readonly day: string;
}

interface QuoteHeading {
  readonly country: string;
  readonly buyerKind: BuyerKind;
  readonly incoterm: Incoterm;
  readonly asOf: string;
  readonly warnings: readonly Remark[];
  /** The least certain row it rests on. */
  readonly confidence: Confidence;
  readonly screening: readonly ScreeningFinding[];
  /** Which state of the reference data answered. */
  readonly dataVersion: string;
  /** Who answers for the goods in the Union; null where nobody does or nobody is asked for. */
  readonly responsible?: ResponsiblePerson | null;
}

export interface KnownQuote extends QuoteHeading {
  readonly known: true;
  readonly reasons: readonly Remark[];
  readonly currency: string;
  readonly customsBasis: 'CIF' | 'FOB';
  /** How it is declared: `H1`, `IOSS`, `UK_LOW_VALUE`, `ENTRY`. */
  readonly scheme: string;
  readonly lines: readonly Charge[];
  /** What the buyer pays us at checkout. Under DDP this is everything. */
  readonly total: Money;
  /** What the buyer still pays to the carrier: zero under DDP. */
  readonly onArrival: Money;
  readonly perLine: readonly QuotedLine[];
  readonly fx: ExchangeRate;
  readonly etaDays: EtaDays;
  readonly chargeableWeightGrams: number;
  readonly alternative?: Alternative;
  /** Last day this may be relied on. */
  readonly validUntil: string;
}

/** An honest "we cannot say": why, and nothing that looks like a price. */
export interface UnknownQuote extends QuoteHeading {
  readonly known: false;
  readonly reasons: readonly [Remark, ...Remark[]];
}

export type Quote = KnownQuote | UnknownQuote;
