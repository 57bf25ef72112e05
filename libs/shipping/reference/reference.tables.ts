import { z } from 'zod';
import { parseRule } from '../origin/rule-expression.js';
import { SCREENING_PAPERS } from '../words/screening-papers.js';
import { PROOFS } from '../words/origin-words.js';
import type { ReferenceRows, ReferenceTable } from './row.js';

/** Cells arrive as text from CSV and as values from JSON; both read the same. */
const cell = z.preprocess((value) => (value === null || value === undefined ? '' : String(value).trim()), z.string().max(4000));
const text = cell.pipe(z.string().min(1));
const optional = cell.transform((value) => (value === '' ? null : value));
const whole = cell.pipe(z.string().regex(/^\d{1,12}$/, 'must be a whole number').transform(Number));
const optionalWhole = cell.pipe(z.string().regex(/^\d{0,12}$/, 'must be a whole number')).transform((value) => (value === '' ? null : Number(value)));
const flag = cell.pipe(z.enum(['true', 'false']).transform((value) => value === 'true'));
const optionalFlag = cell.pipe(z.enum(['true', 'false', ''])).transform((value) => (value === '' ? null : value === 'true'));
const list = z.preprocess((value) => (Array.isArray(value) ? value.join(';') : value), cell).transform((value) => value.split(';').map((one) => one.trim()).filter((one) => one !== ''));
const decimal = cell.pipe(z.string().regex(/^\d{1,9}(\.\d{1,9})?$/, 'must be a decimal like 10.8500'));
const positive = decimal.refine((value) => Number(value) > 0, 'must be more than zero');
const optionalDecimal = cell.pipe(z.string().regex(/^(\d{1,9}(\.\d{1,9})?)?$/, 'must be a decimal like 10.8500')).transform((value) => (value === '' ? null : value));
const country = cell.pipe(z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code of two letters'));
/** A country, or a union with one tariff: `EU`, `GCC`. */
const group = cell.pipe(z.string().regex(/^[A-Z]{2,10}$/, 'must be a country or a customs union'));
const currency = cell.pipe(z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code'));
const hs = cell.pipe(z.string().regex(/^\d{6}$/, 'must be six digits'));
const prefix = cell.pipe(z.string().regex(/^\d{0,10}$/, 'must be digits'));
const day = cell.pipe(z.iso.date());
const optionalDay = cell.pipe(z.union([z.literal(''), z.iso.date()])).transform((value) => (value === '' ? null : value));

const proof = cell.pipe(z.enum(Object.keys(PROOFS) as [string, ...string[]]));
const rule = text.refine((value) => parseRule(value) !== null, 'is not a rule of origin; see rule-expression.ts');
const optionalPaper = optional.refine((value) => value === null || value in SCREENING_PAPERS, 'is not a paper we know');
const words = { says: text, saysFr: cell, saysAr: cell };

const dated = {
  validFrom: day,
  validUntil: optionalDay,
  /** An empty source is taken in, and every quote that uses the row warns of it. */
  source: cell,
  checkedOn: day,
  confidence: cell.pipe(z.enum(['verified', 'secondary', 'general-knowledge', 'assumption'])),
};

const SHAPES = {
  market: { country, nameEn: text, nameFr: text, nameAr: text, currency, tariffGroup: group, customsBasis: cell.pipe(z.enum(['CIF', 'FOB'])), declaration: text, roundingStepMinor: whole.pipe(z.number().min(1)), roundingMode: cell.pipe(z.enum(['half_up', 'down'])), valueStepMinor: whole.pipe(z.number().min(1)) },
  tariff_line: { tariffGroup: group, hsCode: hs, commodityCode: text, duty: text, preference: optional },
  surcharge: { tariffGroup: group, programme: text, prefix, heading: text, rate: text, yieldsTo: list, metals: list, metalFromPercent: optionalDecimal, ...words },
  tax_rate: { country, name: text, percent: decimal, leavesOut: optional, leavesOutFr: optional, leavesOutAr: optional },
  low_value_regime: { tariffGroup: group, scheme: text, kind: cell.pipe(z.enum(['item_duty', 'no_duty', 'no_duty_no_tax', 'tax_floor'])), thresholdMinor: whole, currency, itemDutyMinor: whole, consumersOnly: flag, daysSaved: whole, ...words },
  origin_regime: { tariffGroup: group, regime: text, agreement: text, countries: list, proofBelow: proof, proofAbove: proof, proofMonths: optionalWhole, mention: optional, method: cell.pipe(z.enum(['product_rules', 'value_content', 'value_added'])), minValuePercent: optionalDecimal, partnerCapPercent: optionalDecimal, cumulatesWith: list, tolerancePercent: optionalDecimal, textileTolerancePercent: optionalDecimal, insufficient: list, reviewRegions: list },
  origin_rule: { regime: text, prefix, rule, ...words },
  origin_threshold: { regime: text, currency, amountMinor: whole },
  shipping_zone: { country, zone: text, service: text, etaMinDays: whole, etaMaxDays: whole, volumetricDivisor: whole.pipe(z.number().min(1)), maxWeightGrams: whole },
  shipping_rate: { zone: text, service: text, upToGrams: whole, amountMadMinor: whole },
  carrier_fee: { country, code: text, kind: cell.pipe(z.enum(['insurance', 'fee'])), label: text, scheme: cell, base: cell.pipe(z.enum(['goods', 'duty_and_tax', 'value_without_preference'])), rate: text, fromValueMinor: whole, toValueMinor: optionalWhole },
  fx_rate: { currency, madPerUnit: positive },
  restriction: { rule: text, tariffGroups: list, prefixes: list, materials: list, foodContact: optionalFlag, outcome: cell.pipe(z.enum(['needs_paper', 'decorative_only', 'refused'])), paper: optionalPaper, ...words },
  open_question: { tariffGroup: group, code: text, ...words },
} satisfies Record<ReferenceTable, z.ZodRawShape>;

/** What names a row within its table; with `validFrom` it is the primary key. */
const KEYS: { readonly [T in ReferenceTable]: readonly (keyof ReferenceRows[T][number] & string)[] } = {
  market: ['country'],
  tariff_line: ['tariffGroup', 'hsCode'],
  surcharge: ['tariffGroup', 'programme', 'prefix', 'heading'],
  tax_rate: ['country', 'name'],
  low_value_regime: ['tariffGroup', 'scheme'],
  origin_regime: ['tariffGroup', 'regime'],
  origin_rule: ['regime', 'prefix'],
  origin_threshold: ['regime', 'currency'],
  shipping_zone: ['country', 'service'],
  shipping_rate: ['zone', 'service', 'upToGrams'],
  carrier_fee: ['country', 'code', 'scheme', 'fromValueMinor'],
  fx_rate: ['currency'],
  restriction: ['rule'],
  open_question: ['tariffGroup', 'code'],
};

export type AnyRow = Readonly<Record<string, unknown>> & { readonly validFrom: string; readonly validUntil: string | null };

export interface TableDefinition {
  readonly name: ReferenceTable;
  readonly key: readonly string[];
  /** Every column as the model names it, in the order of the file. */
  readonly fields: readonly string[];
  readonly row: z.ZodType<AnyRow>;
}

export const TABLES: readonly TableDefinition[] = (Object.keys(SHAPES) as ReferenceTable[]).map((name) => {
  const shape = { ...SHAPES[name], ...dated };
  const row = z.strictObject(shape).refine((r) => r.validUntil === null || r.validFrom <= r.validUntil, { path: ['validUntil'], message: 'ends before it begins' });
  return { name, key: KEYS[name], fields: Object.keys(shape), row: row as unknown as z.ZodType<AnyRow> };
});

export function tableNamed(name: string): TableDefinition | undefined {
  return TABLES.find((table) => table.name === name);
}

/** `validFrom` of the model is `valid_from` in files and in the database. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
