import { asksResponsible, mayAskResponsible, type ResponsiblePerson } from '../responsible/responsible-person.js';
import { remark } from './basis.js';
import type { Quote, QuoteRequest } from './quote.js';

/** A delivered price with who answers for the goods in the Union. Where the law wants one and there is none, it is no offer. */
export function withResponsible(request: QuoteRequest, quote: Quote, person: ResponsiblePerson | null): Quote {
  const { country, buyerKind, exporter } = request;
  if (exporter === undefined || !mayAskResponsible(country, buyerKind)) return quote;
  if (person !== null || !asksResponsible({ country, buyerKind, postalCode: null })) return { ...quote, responsible: person };
  const { incoterm, asOf, warnings, confidence, screening, dataVersion } = quote;
  const missing = remark('RESPONSIBLE_MISSING');
  return { country, buyerKind, incoterm, asOf, warnings, confidence, screening, dataVersion, responsible: null, known: false, reasons: quote.known ? [missing] : [...quote.reasons, missing] };
}
