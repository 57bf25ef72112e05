import { fold } from '#libs/kernel';
import { Dec } from '../quotes/decimal.js';
import { parseDuty } from '../quotes/duty-expression.js';
import { addDays, isDay } from './day.js';
import type { Cited, FxEntry, Market } from './market.js';
import type { Dated, MarketRow, ReferenceRows, RestrictionRow, ShippingRateRow, ShippingZoneRow } from './row.js';

/** How long a quote may be relied on when no row ends sooner. */
export const QUOTE_DAYS = 14;
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
    const [found] = inForce(all.market.filter((r) => r.country === country), (r) => r.country, day, () => `customs practice of ${country}`);
    if (!found) return null;
    const group = found.row.tariffGroup;
    const ours = <R extends { tariffGroup: string }>(rows: readonly R[]): R[] => rows.filter((r) => r.tariffGroup === group);
    const tariff = inForce(ours(all.tariff_line), (r) => r.hsCode, day, (r) => `rate of ${r.hsCode} in ${group}`);
    const regime = inForce(ours(all.origin_regime), (r) => r.regime, day, (r) => `origin rules ${r.regime}`)[0] ?? null;
    const zones = inForce(all.shipping_zone.filter((r) => r.country === country), (r) => r.service, day, (r) => `shipping to ${r.country}`);
    const tax = inForce(all.tax_rate.filter((r) => r.country === country), (r) => r.name, day, (r) => `${r.name} of ${country}`)[0] ?? null;
    const fees = inForce(all.carrier_fee.filter((r) => r.country === country), (r) => `${r.code} ${r.scheme} ${r.fromValueMinor}`, day, (r) => `fee ${r.code}`);
    return {
      row: found.row,
      cite: found.cite,
      day,
      horizon: addDays(day, QUOTE_DAYS),
      nextChange: nextChange(
        [...ours(all.tariff_line), ...ours(all.surcharge), ...ours(all.low_value_regime), ...ours(all.origin_regime), ...all.tax_rate.filter((r) => r.country === country), ...spokenOf(this.restrictions, group)],
        day,
      ),
      fx: new Map(inForce(all.fx_rate, (r) => r.currency, day, (r) => `exchange rate of ${r.currency}`).map((r) => [r.row.currency, fxEntry(r)])),
      tariff: new Map(tariff.map((r) => [r.row.hsCode, { ...r, duty: parseDuty(r.row.duty), preference: r.row.preference === null ? null : parseDuty(r.row.preference) }])),
      surcharges: holding(ours(all.surcharge), day, (r) => `${r.programme} ${r.heading}`).map((r) => ({ ...r, rate: parseDuty(r.row.rate) })),
      tax: tax && { ...tax, percent: new Dec(tax.row.percent) },
      lowValue: holding(ours(all.low_value_regime), day, (r) => `small consignments, ${r.scheme}`),
      originRegime: regime,
      originRules: regime ? holding(all.origin_rule.filter((r) => r.regime === regime.row.regime), day, (r) => `origin rule of ${r.prefix}`) : [],
      services: zones.map((zone) => ({ ...zone, rates: ratesOf(all.shipping_rate, zone.row, day) })),
      fees: fees.map((r) => ({ ...r, rate: parseDuty(r.row.rate) })),
      restrictions: holding(spokenOf(this.restrictions, group), day, (r) => `rule ${r.rule}`),
      questions: holding(ours(all.open_question), day, (r) => `open question ${r.code}`),
    };
  }
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
  return inForce(ours, (r) => String(r.upToGrams), day, () => `${service} tariff of zone ${zone}`).sort((a, b) => a.row.upToGrams - b.row.upToGrams);
}

function fxEntry(found: Cited<{ madPerUnit: string } & Dated>): FxEntry {
  return { rate: found.row.madPerUnit, madPerUnit: new Dec(found.row.madPerUnit), day: found.row.checkedOn, cite: found.cite };
}

/**
 * Per key, the latest row that has begun. A rate, tax or tariff does not vanish on its last day: when nothing
 * follows, it is still used, marked `expired`, and the quote says so.
 */
function inForce<R extends Dated>(rows: readonly R[], keyOf: (row: R) => string, day: string, name: (row: R) => string): Cited<R>[] {
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
function holding<R extends Dated>(rows: readonly R[], day: string, name: (row: R) => string): Cited<R>[] {
  return rows.filter((row) => row.validFrom <= day && (row.validUntil === null || row.validUntil >= day)).map((row) => cited(row, day, name(row)));
}

function cited<R extends Dated>(row: R, day: string, name: string): Cited<R> {
  const expired = row.validUntil !== null && row.validUntil < day;
  return { row, cite: { source: row.source, checkedOn: row.checkedOn, confidence: expired ? 'expired' : row.confidence, validUntil: row.validUntil, name } };
}
