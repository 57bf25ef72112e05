import type { Dec } from '../quotes/decimal.js';
import type { DutyExpression } from '../quotes/duty-expression.js';
import type { RuleExpression } from '../origin/rule-expression.js';
import type { Confidence } from '../quotes/quote.js';
import type { Param } from '../words/saying.js';
import type {
  CarrierFeeRow, LowValueRegimeRow, MarketRow, OpenQuestionRow, OriginRegimeRow, OriginRuleRow, RestrictionRow, ShippingRateRow, ShippingZoneRow, SurchargeRow, TariffLineRow, TaxRateRow,
} from './row.js';

/** What a charge repeats of the row behind it. */
export interface Citation {
  readonly source: string;
  readonly checkedOn: string;
  /** `expired` once the day asked for lies after its last. */
  readonly confidence: Confidence;
  readonly validUntil: string | null;
  /** How a warning names the row: `rate of 570110 in EU`. */
  readonly name: Param;
}

export interface Cited<R> {
  readonly row: R;
  readonly cite: Citation;
}

export interface TariffEntry extends Cited<TariffLineRow> {
  readonly duty: DutyExpression;
  readonly preference: DutyExpression | null;
}
export interface SurchargeEntry extends Cited<SurchargeRow> {
  readonly rate: DutyExpression;
  /** The rate is what duty and layer reach together: `FLOOR 15 %`. */
  readonly floor: boolean;
}
export interface RuleEntry extends Cited<OriginRuleRow> {
  readonly rule: RuleExpression;
}
export interface TaxEntry extends Cited<TaxRateRow> {
  readonly percent: Dec;
}
export interface FeeEntry extends Cited<CarrierFeeRow> {
  readonly rate: DutyExpression;
}
export interface ServiceEntry extends Cited<ShippingZoneRow> {
  /** By weight, lightest first. */
  readonly rates: readonly Cited<ShippingRateRow>[];
}
export interface FxEntry {
  readonly rate: string;
  readonly madPerUnit: Dec;
  readonly day: string;
  readonly cite: Citation;
}

/** One destination on one day: every row that speaks of it, read once. */
export interface Market {
  readonly row: MarketRow;
  readonly cite: Citation;
  readonly day: string;
  /** The day a quote asked today runs out at the latest. */
  readonly horizon: string;
  /** The next day on which a law of this destination begins or has ended. */
  readonly nextChange: string | null;
  readonly fx: ReadonlyMap<string, FxEntry>;
  readonly tariff: ReadonlyMap<string, TariffEntry>;
  readonly surcharges: readonly SurchargeEntry[];
  readonly tax: TaxEntry | null;
  readonly lowValue: readonly Cited<LowValueRegimeRow>[];
  readonly originRegime: Cited<OriginRegimeRow> | null;
  readonly originRules: readonly RuleEntry[];
  readonly originThresholds: ReadonlyMap<string, number>;
  readonly services: readonly ServiceEntry[];
  readonly fees: readonly FeeEntry[];
  readonly restrictions: readonly Cited<RestrictionRow>[];
  readonly questions: readonly Cited<OpenQuestionRow>[];
}
