import type { ReferenceBook } from '../reference/book.js';
import { addDays } from '../reference/day.js';
import { remark } from './basis.js';
import { REMARKS, type RemarkCode } from '../words/remarks.js';
import { saying, type Param } from '../words/saying.js';
import { inUnits } from './decimal.js';
import { landedCost } from './landed-cost.js';
import type { KnownQuote, Quote, QuoteRequest, Remark } from './quote.js';

/**
 * Customs apply the law of the day of import, not of the order: when a rule begins or ends before the goods
 * can arrive, the quote says what it will then be.
 */
export function withChangesAhead(book: ReferenceBook, request: QuoteRequest, quote: Quote): Quote {
  if (!quote.known) return quote;
  const arrival = addDays(request.asOf, quote.etaDays.max);
  const remarks: Remark[] = [];
  for (let day = request.asOf; ; ) {
    const next: string | null = book.market(request.country, day)?.nextChange ?? null;
    if (next === null || next > arrival) break;
    remarks.push(...difference(quote, landedCost(book.market(request.country, next), { ...request, asOf: next }, book.version), next, remarks));
    day = next;
  }
  return remarks.length === 0 ? quote : { ...quote, warnings: [...quote.warnings, ...remarks] };
}

function difference(now: KnownQuote, then: Quote, day: string, said: readonly Remark[]): Remark[] {
  const known = new Set(now.screening.map((finding) => finding.rule));
  const remarks = then.screening.filter((finding) => !known.has(finding.rule)).map((finding) => remark('AHEAD_RULE', { day, says: finding.said.says }, finding.key));
  if (!then.known) remarks.push(remark('AHEAD_UNKNOWN', { day, says: reasonSaid(then.reasons[0]) }));
  else if (totalOf(then) !== totalOf(now)) {
    const { currency } = now;
    remarks.push(remark('AHEAD_PRICE', { day, then: inUnits(totalOf(then)), now: inUnits(totalOf(now)), currency }));
  }
  // A later change repeats the rules of an earlier one.
  return remarks.filter((one) => !said.some((other) => other.code === one.code && other.key === one.key && other.text.slice(DATED) === one.text.slice(DATED) && one.code === 'AHEAD_RULE'));
}

/** `From 2026-07-01` and what follows it. */
const DATED = 'From 2026-07-01'.length;

function reasonSaid(reason: Remark): Param {
  return Object.hasOwn(REMARKS, reason.code) ? saying(REMARKS[reason.code as RemarkCode], reason.params) : reason.text;
}

const totalOf = (quote: KnownQuote): number => quote.total.amountMinor + quote.onArrival.amountMinor;
