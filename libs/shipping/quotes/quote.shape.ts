import type { Alternative, Charge, Quote, QuotedLine, Remark, ScreeningFinding } from './quote.js';
import type { AlternativeType, ChargeType, QuotedLineType, QuoteType, RemarkType, ScreeningFindingType } from './quotes.types.js';

/** A quote as GraphQL shows it: one shape whether it is known or not. */
export function quoteShape(quote: Quote): QuoteType {
  const { country, incoterm, buyerKind, asOf, confidence, dataVersion } = quote;
  const heading = {
    known: quote.known, country, incoterm, buyerKind, asOf, confidence, dataVersion,
    reasons: quote.reasons.map((reason) => reason.text),
    reasonDetails: copies<Remark, RemarkType>(quote.reasons),
    warnings: copies<Remark, RemarkType>(quote.warnings),
    screening: copies<ScreeningFinding, ScreeningFindingType>(quote.screening),
  };
  if (!quote.known) return { ...heading, currency: null, scheme: null, customsBasis: null, lines: [], perLine: [], total: null, onArrival: null, fx: null, etaDays: null, chargeableWeightGrams: null, alternative: null, validUntil: null };
  const { currency, scheme, customsBasis, total, onArrival, fx, etaDays, chargeableWeightGrams, validUntil } = quote;
  return {
    ...heading, currency, scheme, customsBasis, total, onArrival, fx, etaDays, chargeableWeightGrams, validUntil,
    lines: copies<Charge, ChargeType>(quote.lines),
    perLine: copies<QuotedLine, QuotedLineType>(quote.perLine),
    alternative: quote.alternative ? alternativeShape(quote.alternative) : null,
  };
}

function alternativeShape(alternative: Alternative): AlternativeType {
  return { ...alternative, lines: copies<Charge, ChargeType>(alternative.lines) };
}

/** The model's lists are read-only, GraphQL's are not. */
function copies<From extends To, To>(list: readonly From[]): To[] {
  return [...list];
}
