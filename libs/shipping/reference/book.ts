import { fold } from '#libs/kernel';
import { parseRule } from '../origin/rule-expression.js';
import { Dec } from '../quotes/decimal.js';
import { parseDuty } from '../quotes/duty-expression.js';
import { LABELS, SERVICES } from '../words/labels.js';
import { NAMES } from '../words/row-names.js';
import { saying, type Param } from '../words/saying.js';
import { programmeWords } from '../words/tariff-words.js';
import type { ProofTerms } from '../origin/proof.js';
import { addDays, isDay } from './day.js';
import type { Cited, FxEntry, Market, RuleEntry } from './market.js';
import type { Dated, MarketRow, OriginRegimeRow, ReferenceRows, RestrictionRow, ShippingRateRow, ShippingZoneRow, SurchargeRow } from './row.js';

/** How long a quote may be relied on when no row ends sooner. */
export const QUOTE_DAYS = 14;
/** A layer that fills the duty up to its rate, instead of coming on top of it. */
const FLOOR = 'FLOOR ';
/** Markets kept ready: some destinations on some days. The oldest is dropped first. */
const KEPT = 500;

/** All reference rows of one version, asked by destination and day. */
export class ReferenceBook {
  private readonly ready = new Map<string, Market | null>();
  private readonly restrictions: readonly RestrictionRow[];

  constructor(
    private readonly rows: ReferenceRows,
    readonly version: string,
  ) {
    this.restrictions = rows.restriction.map((row) => ({ ...row, materials: row.materials.map(fold) }));
  }

  /** The destinations that may be quoted on this day. */
  countries(day: string): readonly MarketRow[] {
    return inForce(this.rows.market, (r) => r.country, day, () => '').map((found) => found.row);
  }

  /** Everything that holds for a destination on a day; null for one we do not know. */
  market(country: string, day: string): Market | null {
    const key = `${country} ${day}`;
    const before = this.ready.get(key);
    if (before !== undefined) return before;
    const market = isDay(day) ? this.build(country, day) : null;
    if (this.ready.size >= KEPT) this.ready.delete(this.ready.keys().next().value!);
    this.ready.set(key, market);
    return market;
  }

  private build(country: string, day: string): Market | null {
    const all = this.rows;
    const [found] = inForce(all.market.filter((r) => r.country === country), (r) => r.country, day, () => saying(NAMES.MARKET, { country }));
    if (!found) return null;
    const group = found.row.tariffGroup;
    const ours = <R extends { tariffGroup: string }>(rows: readonly R[]): R[] => rows.filter((r) => r.tariffGroup === group);
    const here = <R extends { country: string }>(rows: readonly R[]): R[] => rows.filter((r) => r.country === country);
    const tariff = inForce(ours(all.tariff_line), (r) => r.hsCode, day, (r) => saying(NAMES.TARIFF, { code: r.hsCode, group }));
    const zones = inForce(here(all.shipping_zone), (r) => r.service, day, (r) => saying(NAMES.ZONE, { country: r.country }));
    const tax = inForce(here(all.tax_rate), (r) => r.name, day, (r) => saying(NAMES.TAX, { name: LABELS[r.name] ?? r.name, country }))[0] ?? null;
    const fees = inForce(here(all.carrier_fee), (r) => `${r.code} ${r.scheme} ${r.fromValueMinor}`, day, (r) => saying(NAMES.FEE, { code: r.code }));
    const { regime, rules, thresholds } = this.corridor(country, day);
    const laws = [...ours(all.tariff_line), ...ours(all.surcharge), ...ours(all.low_value_regime), ...this.regimesOf(country), ...here(all.tax_rate), ...spokenOf(this.restrictions, group)];
    return {
      row: found.row,
      cite: found.cite,
      day,
      horizon: addDays(day, QUOTE_DAYS),
      nextChange: nextChange(laws, day),
      fx: new Map(inForce(all.fx_rate, (r) => r.currency, day, (r) => saying(NAMES.FX, { currency: r.currency })).map((r) => [r.row.currency, fxEntry(r)])),
      tariff: new Map(tariff.map((r) => [r.row.hsCode, { ...r, duty: parseDuty(r.row.duty), preference: r.row.preference === null ? null : parseDuty(r.row.preference) }])),
      surcharges: holding(ours(all.surcharge).map(folded), day, (r) => saying(NAMES.SURCHARGE, { programme: programmeWords(r.programme), heading: r.heading })).map((r) => ({ ...r, floor: r.row.rate.startsWith(FLOOR), rate: parseDuty(r.row.rate.replace(FLOOR, '')) })),
      tax: tax && { ...tax, percent: new Dec(tax.row.percent) },
      lowValue: holding(ours(all.low_value_regime), day, (r) => saying(NAMES.LOW_VALUE, { scheme: r.scheme })),
      originRegime: regime,
      originRules: rules,
      originThresholds: thresholds,
      services: zones.map((zone) => ({ ...zone, rates: ratesOf(all.shipping_rate, zone.row, day) })),
      fees: fees.map((r) => ({ ...r, rate: parseDuty(r.row.rate) })),
      restrictions: holding(spokenOf(this.restrictions, group), day, (r) => saying(NAMES.RESTRICTION, { rule: r.rule })),
      questions: holding(ours(all.open_question), day, (r) => saying(NAMES.QUESTION, { code: r.code })),
    };
  }

  /** The agreement with a country on a day, quoted by us or not: its regime, product rules and thresholds. */
  corridor(country: string, day: string): CorridorTerms {
    const regime = inForce(this.regimesOf(country), (r) => r.regime, day, (r) => saying(NAMES.REGIME, { regime: r.regime }))[0] ?? null;
    if (regime === null) return { regime, rules: [], thresholds: new Map() };
    const its = <R extends { regime: string }>(rows: readonly R[]): R[] => rows.filter((r) => r.regime === regime.row.regime);
    const thresholds = inForce(its(this.rows.origin_threshold), (r) => r.currency, day, (r) => saying(NAMES.THRESHOLD, { regime: r.regime, currency: r.currency }));
    const rules = holding(its(this.rows.origin_rule), day, (r) => saying(NAMES.RULE, { prefix: r.prefix, regime: r.regime }));
    return { regime, rules: rules.flatMap(readRule), thresholds: new Map(thresholds.map(({ row }) => [row.currency, row.amountMinor])) };
  }

  private regimesOf(country: string): OriginRegimeRow[] {
    return this.rows.origin_regime.filter((r) => r.countries.includes(country));
  }
}

export interface CorridorTerms extends Omit<ProofTerms, 'regime'> {
  readonly regime: Cited<OriginRegimeRow> | null;
  readonly rules: readonly RuleEntry[];
}

/** A rule that cannot be read is no rule: the origin is then not provable. */
function readRule(found: Cited<RuleEntry['row']>): RuleEntry[] {
  const rule = parseRule(found.row.rule);
  return rule === null ? [] : [{ ...found, rule }];
}

function folded(row: SurchargeRow): SurchargeRow {
  return { ...row, metals: row.metals.map(fold) };
}

function spokenOf(restrictions: readonly RestrictionRow[], group: string): RestrictionRow[] {
  return restrictions.filter((r) => r.tariffGroups.length === 0 || r.tariffGroups.includes(group));
}

/** The first day after this one on which a law begins or has ended. */
function nextChange(rows: readonly Dated[], day: string): string | null {
  let next: string | null = null;
  for (const { validFrom, validUntil } of rows) {
    const change = validFrom > day ? validFrom : validUntil !== null && validUntil >= day ? addDays(validUntil, 1) : null;
    if (change !== null && (next === null || change < next)) next = change;
  }
  return next;
}

function ratesOf(rows: readonly ShippingRateRow[], { zone, service }: ShippingZoneRow, day: string): Cited<ShippingRateRow>[] {
  const ours = rows.filter((r) => r.zone === zone && r.service === service);
  return inForce(ours, (r) => String(r.upToGrams), day, () => saying(NAMES.FREIGHT, { service: SERVICES[service] ?? service, zone })).sort((a, b) => a.row.upToGrams - b.row.upToGrams);
}

function fxEntry(found: Cited<{ madPerUnit: string } & Dated>): FxEntry {
  return { rate: found.row.madPerUnit, madPerUnit: new Dec(found.row.madPerUnit), day: found.row.checkedOn, cite: found.cite };
}

/**
 * Per key, the latest row that has begun. A rate, tax or tariff does not vanish on its last day: when nothing
 * follows, it is still used, marked `expired`, and the quote says so.
 */
function inForce<R extends Dated>(rows: readonly R[], keyOf: (row: R) => string, day: string, name: (row: R) => Param): Cited<R>[] {
  const latest = new Map<string, R>();
  for (const row of rows) {
    if (row.validFrom > day) continue;
    const key = keyOf(row);
    const other = latest.get(key);
    if (!other || other.validFrom < row.validFrom) latest.set(key, row);
  }
  return [...latest.values()].map((row) => cited(row, day, name(row)));
}

/** Rows that hold on the day. A special duty or relief that has ended is over, not expired. */
function holding<R extends Dated>(rows: readonly R[], day: string, name: (row: R) => Param): Cited<R>[] {
  return rows.filter((row) => row.validFrom <= day && (row.validUntil === null || row.validUntil >= day)).map((row) => cited(row, day, name(row)));
}

function cited<R extends Dated>(row: R, day: string, name: Param): Cited<R> {
  const expired = row.validUntil !== null && row.validUntil < day;
  return { row, cite: { source: row.source, checkedOn: row.checkedOn, confidence: expired ? 'expired' : row.confidence, validUntil: row.validUntil, name } };
}
