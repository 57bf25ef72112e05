import { FORMULAS, UNITS as UNIT_WORDS } from '../words/formulas.js';
import { saying, type Param, type Saying } from '../words/saying.js';
import { rateWords } from '../words/tariff-words.js';
import { Dec, HUNDRED, ZERO, inUnits, toMinor } from './decimal.js';

/**
 * A duty is an expression, never a number: US lines count dozens, the EU carpet line has a ceiling per square
 * metre, and some lines only point to a note. What the text does not say is unknown, not zero.
 */
export type DutyExpression =
  | { readonly kind: 'free'; readonly text: string }
  | { readonly kind: 'ad_valorem'; readonly percent: Dec; readonly text: string }
  | { readonly kind: 'specific'; readonly minorPerUnit: Dec; readonly currency: string; readonly unit: Unit; readonly text: string }
  | { readonly kind: 'sum'; readonly parts: readonly DutyExpression[]; readonly text: string }
  | { readonly kind: 'at_most' | 'at_least'; readonly of: DutyExpression; readonly limit: DutyExpression; readonly text: string }
  | { readonly kind: 'bracket'; readonly upTo: Extract<DutyExpression, { kind: 'specific' }>; readonly below: DutyExpression; readonly above: DutyExpression; readonly text: string }
  | { readonly kind: 'see_note'; readonly text: string };

export type Unit = 'kg' | '100kg' | 'm2' | 'pair' | 'dozen' | 'item' | 'consignment';

/** What a specific duty may count. Null where nobody measured it. */
export interface Measured {
  readonly kg: Dec | null;
  readonly m2: Dec | null;
  readonly items: Dec;
}

export type Evaluation =
  | { readonly known: true; readonly minor: Dec; readonly formula: Param }
  | { readonly known: false; readonly why: Saying };

const UNITS: Readonly<Record<string, Unit>> = {
  KGM: 'kg', kg: 'kg', DTN: '100kg', '100kg': '100kg', MTK: 'm2', m2: 'm2', 'm²': 'm2', NPR: 'pair', pair: 'pair', pr: 'pair', prs: 'pair',
  'doz': 'dozen', dozen: 'dozen', NAR: 'item', item: 'item', each: 'item', no: 'item', consignment: 'consignment',
};
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const PERCENT = new RegExp(`^${NUMBER}\\s*%$`);
const SPECIFIC = new RegExp(`^(?:${NUMBER}\\s*(cents|¢|[A-Z]{3})|\\$${NUMBER})(?:\\s*/\\s*|\\s+)?([\\w²]+)?\\.?$`);
const BRACKET = /^(.+?)\s+IF\s+VALUE\s*<=\s*(.+?)\s+ELSE\s+(.+)$/;
const LIMIT = /^(.+)\s+(MIN|MAX)\s+(.+?)$/;

/** Reads a rate as customs print it. A text nobody taught us is `see_note`: it answers unknown wherever it is used. */
export function parseDuty(raw: string): DutyExpression {
  const text = raw.trim().replace(/\s+/g, ' ');
  if (/^free\b/i.test(text)) return { kind: 'free', text };
  const bracket = BRACKET.exec(text);
  if (bracket) {
    const upTo = parseDuty(bracket[2]!);
    const below = parseDuty(bracket[1]!);
    const above = parseDuty(bracket[3]!);
    return upTo.kind === 'specific' ? { kind: 'bracket', upTo, below, above, text } : { kind: 'see_note', text };
  }
  const limit = LIMIT.exec(text);
  if (limit) return { kind: limit[2] === 'MAX' ? 'at_most' : 'at_least', of: parseDuty(limit[1]!), limit: parseDuty(limit[3]!), text };
  if (text.includes('+')) return { kind: 'sum', parts: text.split('+').map(parseDuty), text };
  const percent = PERCENT.exec(text);
  if (percent) return { kind: 'ad_valorem', percent: new Dec(percent[1]!), text };
  return parseSpecific(text) ?? { kind: 'see_note', text };
}

function parseSpecific(text: string): DutyExpression | null {
  const found = SPECIFIC.exec(text);
  if (!found) return null;
  const [, amount, money, dollars, unitText] = found;
  const unit = unitText === undefined ? 'consignment' : (UNITS[unitText] ?? UNITS[unitText.toLowerCase()]);
  if (unit === undefined) return null;
  const inCents = money === 'cents' || money === '¢';
  const minorPerUnit = new Dec(amount ?? dollars!).times(inCents ? 1 : 100);
  return { kind: 'specific', minorPerUnit, currency: inCents || dollars !== undefined ? 'USD' : money!, unit, text };
}

/** Whether every part of it can be computed at all. */
export function isComputable(duty: DutyExpression): boolean {
  switch (duty.kind) {
    case 'see_note': return false;
    case 'sum': return duty.parts.every(isComputable);
    case 'at_most': case 'at_least': return isComputable(duty.of) && isComputable(duty.limit);
    case 'bracket': return isComputable(duty.below) && isComputable(duty.above);
    default: return true;
  }
}

/** The duty on `valueMinor` of `currency`, exact (not yet rounded), with its arithmetic in words. */
export function evaluateDuty(duty: DutyExpression, valueMinor: number, currency: string, measured: Measured): Evaluation {
  switch (duty.kind) {
    case 'free':
      return { known: true, minor: ZERO, formula: rateWords(duty.text) };
    case 'see_note':
      return { known: false, why: saying(FORMULAS.NOTE, { text: duty.text }) };
    case 'ad_valorem':
      return { known: true, minor: duty.percent.times(valueMinor).div(HUNDRED), formula: `${duty.percent.toString()} % × ${inUnits(valueMinor)} ${currency}` };
    case 'specific':
      return evaluateSpecific(duty, currency, measured);
    case 'sum':
      return evaluateSum(duty.parts, valueMinor, currency, measured);
    case 'at_most':
    case 'at_least':
      return evaluateLimit(duty, valueMinor, currency, measured);
    case 'bracket':
      return evaluateBracket(duty, valueMinor, currency, measured);
  }
}

function evaluateSpecific(duty: Extract<DutyExpression, { kind: 'specific' }>, currency: string, measured: Measured): Evaluation {
  if (duty.currency !== currency) return { known: false, why: saying(FORMULAS.OTHER_CURRENCY, { text: duty.text, currency }) };
  const count = countOf(duty.unit, measured);
  if (count === null) return { known: false, why: saying(FORMULAS.UNMEASURED, { text: duty.text, unit: UNIT_WORDS[duty.unit]! }) };
  const minor = duty.minorPerUnit.times(count);
  const each = duty.minorPerUnit.div(HUNDRED).toString();
  return { known: true, minor, formula: duty.unit === 'consignment' ? `${each} ${currency}` : saying(FORMULAS.COUNTED, { each, currency, count: count.toString(), unit: UNIT_WORDS[duty.unit]! }) };
}

function countOf(unit: Unit, measured: Measured): Dec | null {
  switch (unit) {
    case 'kg': return measured.kg;
    case '100kg': return measured.kg && measured.kg.div(HUNDRED);
    case 'm2': return measured.m2;
    case 'dozen': return measured.items.div(12);
    case 'pair': case 'item': return measured.items;
    case 'consignment': return new Dec(1);
  }
}

function evaluateSum(parts: readonly DutyExpression[], valueMinor: number, currency: string, measured: Measured): Evaluation {
  let minor = ZERO;
  let formula: Param | null = null;
  for (const part of parts) {
    const one = evaluateDuty(part, valueMinor, currency, measured);
    if (!one.known) return one;
    minor = minor.plus(one.minor);
    formula = formula === null ? one.formula : saying(FORMULAS.SUM, { left: formula, right: one.formula });
  }
  return { known: true, minor, formula: formula ?? '' };
}

function evaluateLimit(duty: Extract<DutyExpression, { kind: 'at_most' | 'at_least' }>, valueMinor: number, currency: string, measured: Measured): Evaluation {
  const of = evaluateDuty(duty.of, valueMinor, currency, measured);
  const limit = evaluateDuty(duty.limit, valueMinor, currency, measured);
  if (!of.known) return of;
  if (!limit.known) return limit;
  const reached = duty.kind === 'at_most' ? of.minor.gt(limit.minor) : of.minor.lt(limit.minor);
  const words = duty.kind === 'at_most' ? FORMULAS.AT_MOST : FORMULAS.AT_LEAST;
  const formula = saying(words, { of: worked(duty.of, of.formula, of.minor), limit: worked(duty.limit, limit.formula, limit.minor) });
  return { known: true, minor: reached ? limit.minor : of.minor, formula };
}

/** `8 % × 400.00 EUR = 32.00`; a fixed sum says itself, and a limit within a limit has said its parts. */
function worked(duty: DutyExpression, formula: Param, minor: Dec): Param {
  if (duty.kind === 'at_most' || duty.kind === 'at_least' || (duty.kind === 'specific' && duty.unit === 'consignment')) return formula;
  return saying(FORMULAS.RESULT, { formula, amount: inUnits(toMinor(minor)) });
}

/** A bracket looks at the value of one unit: `10% IF VALUE <= 20 USD/each ELSE 9%`. */
function evaluateBracket(duty: Extract<DutyExpression, { kind: 'bracket' }>, valueMinor: number, currency: string, measured: Measured): Evaluation {
  if (duty.upTo.currency !== currency) return { known: false, why: saying(FORMULAS.OTHER_CURRENCY, { text: duty.upTo.text, currency }) };
  const count = countOf(duty.upTo.unit, measured);
  if (count === null || count.isZero()) return { known: false, why: saying(FORMULAS.UNMEASURED, { text: duty.upTo.text, unit: UNIT_WORDS[duty.upTo.unit]! }) };
  const each = new Dec(valueMinor).div(count);
  return evaluateDuty(each.lte(duty.upTo.minorPerUnit) ? duty.below : duty.above, valueMinor, currency, measured);
}
