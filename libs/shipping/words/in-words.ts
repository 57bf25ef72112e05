import type { Locale } from '#libs/kernel';
import type { Alternative, Charge, Preference, Quote, QuotedLine, Remark, ScreeningFinding } from '../quotes/quote.js';
import { LABELS } from './labels.js';
import { PROOFS } from './origin-words.js';
import { REMARKS, type RemarkCode } from './remarks.js';
import { fill, say } from './saying.js';
import { detailWords } from './tariff-words.js';

/** The same quote in the reader's language: every word of it. Figures, tariff lines and the names of sources stay as they are. */
export function inWords<Q extends Quote>(quote: Q, locale: Locale): Q {
  if (locale === 'en') return quote;
  const said = { warnings: quote.warnings.map((one) => remarked(one, locale)), reasons: quote.reasons.map((one) => remarked(one, locale)), screening: quote.screening.map((one) => screened(one, locale)) };
  if (!quote.known) return { ...quote, ...said };
  const lines = quote.lines.map((line) => charged(line, locale));
  const perLine = quote.perLine.map((line): QuotedLine => ({ ...line, preference: preferred(line.preference, locale), screening: line.screening.map((one) => screened(one, locale)) }));
  const other: { alternative?: Alternative } = quote.alternative ? { alternative: { ...quote.alternative, why: say(quote.alternative.said.why, locale), lines: quote.alternative.lines.map((line) => charged(line, locale)) } } : {};
  return { ...quote, ...said, lines, perLine, ...other };
}

function remarked(remark: Remark, locale: Locale): Remark {
  const code = Object.hasOwn(REMARKS, remark.code) ? (remark.code as RemarkCode) : 'OPEN_QUESTION';
  return { ...remark, text: fill(REMARKS[code][locale], remark.params, locale) };
}

function screened(finding: ScreeningFinding, locale: Locale): ScreeningFinding {
  return { ...finding, says: finding.said.says[locale], paper: finding.said.paper?.[locale] ?? null };
}

function charged(charge: Charge, locale: Locale): Charge {
  const label = LABELS[charge.code];
  const name = label === undefined ? charge.label : charge.detail === '' ? label[locale] : `${label[locale]} ${detailWords(charge.detail)[locale]}`;
  return { ...charge, label: name, formula: say(charge.said.formula, locale), rate: say(charge.said.rate, locale) };
}

function preferred(preference: Preference, locale: Locale): Preference {
  return { ...preference, proof: preference.proofKind === null ? null : PROOFS[preference.proofKind][locale], why: say(preference.said.why, locale) };
}
