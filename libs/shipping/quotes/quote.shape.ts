import type { Locale } from '#libs/kernel';
import type { Asked } from './delivered.service.js';
import type { Alternative, Charge, KnownQuote, QuotedLine, Remark, ScreeningFinding } from './quote.js';
import { leastSure } from './basis.js';
import { answering, togetherInWords, type ExporterQuote } from './several.js';
import type { AlternativeType, ChargeType, QuotedLineType, QuotePartType, QuoteType, RemarkType, ScreeningFindingType } from './quotes.types.js';

/** A quote as GraphQL shows it, in the reader's language: one shape whether it is known or not, sent by one exporter or by several. */
export function quoteShape({ country, buyerKind, incoterm, asOf, together: asked }: Asked, locale: Locale): QuoteType {
  const together = togetherInWords(asked, locale);
  const quotes = together.parts.map((part) => part.quote);
  const heading = {
    known: together.known, country, incoterm, buyerKind, asOf,
    confidence: leastSure(quotes.map((quote) => quote.confidence)),
    dataVersion: quotes[0]?.dataVersion ?? '',
    reasons: together.reasons.map((reason) => reason.text),
    reasonDetails: copies<Remark, RemarkType>(together.reasons),
    warnings: copies<Remark, RemarkType>(together.warnings),
    screening: copies<ScreeningFinding, ScreeningFindingType>(quotes.flatMap((quote) => quote.screening)),
    responsible: answering(together),
  };
  if (!together.known) return { ...heading, currency: null, scheme: null, customsBasis: null, lines: [], perLine: [], total: null, onArrival: null, fx: null, etaDays: null, chargeableWeightGrams: null, alternative: null, validUntil: null, parts: [] };
  const { currency, total, fx, etaDays, validUntil, parts } = together;
  const only = parts.length === 1 ? parts[0]!.quote : null;
  const sum = (of: (quote: KnownQuote) => number): number => parts.reduce((all, { quote }) => all + of(quote), 0);
  return {
    ...heading, currency, total, fx, etaDays, validUntil,
    scheme: same(parts.map(({ quote }) => quote.scheme)),
    customsBasis: same(parts.map(({ quote }) => quote.customsBasis)),
    onArrival: { amountMinor: sum((quote) => quote.onArrival.amountMinor), currency },
    chargeableWeightGrams: sum((quote) => quote.chargeableWeightGrams),
    lines: copies<Charge, ChargeType>(together.lines),
    perLine: copies<QuotedLine, QuotedLineType>(together.perLine),
    // Another way to declare is a choice of one consignment; of several, each part would have its own.
    alternative: only?.alternative ? alternativeShape(only.alternative) : null,
    parts: parts.map(partShape),
  };
}

function partShape({ exporter, quote }: ExporterQuote<KnownQuote>): QuotePartType {
  return { exporterName: exporter.name, scheme: quote.scheme, lines: copies<Charge, ChargeType>(quote.lines), total: quote.total, etaDays: { ...quote.etaDays } };
}

/** What holds for every consignment; null where they differ. */
function same(values: readonly string[]): string | null {
  return new Set(values).size === 1 ? values[0]! : null;
}

function alternativeShape(alternative: Alternative): AlternativeType {
  return { ...alternative, lines: copies<Charge, ChargeType>(alternative.lines) };
}

/** The model's lists are read-only, GraphQL's are not. */
function copies<From extends To, To>(list: readonly From[]): To[] {
  return [...list];
}
