import { money, type Locale, type Money } from '#libs/kernel';
import { inWords } from '../words/in-words.js';
import type { ResponsiblePerson } from '../responsible/responsible-person.js';
import type { KnownQuote, Quote, Remark } from './quote.js';

export interface ExporterParty {
  readonly kind: 'artisan' | 'cluster';
  readonly id: string;
  readonly name: string;
}

/** One exporter's part of what is bought together: a consignment of its own at the border, with the limits and fees of one. */
export interface ExporterQuote<Q extends Quote = Quote> {
  readonly exporter: ExporterParty;
  readonly quote: Q;
}

interface Said {
  readonly reasons: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export interface KnownTogether extends Said, Pick<KnownQuote, 'currency' | 'lines' | 'perLine' | 'fx' | 'etaDays' | 'validUntil' | 'dataVersion'> {
  readonly known: true;
  /** The consignments' totals, added. */
  readonly total: Money;
  readonly parts: readonly ExporterQuote<KnownQuote>[];
}

export interface UnknownTogether extends Said {
  readonly known: false;
  readonly parts: readonly ExporterQuote[];
}

/** Low-value limits, carriers' tariffs and roundings count per consignment, so what several exporters send is quoted part by part and added up. */
export type QuotedTogether = KnownTogether | UnknownTogether;

/** What is bought together by who sends it, in the order in which it first names them. */
export function byExporter<T extends { readonly piece: { readonly exporter: ExporterParty } }>(items: readonly T[]): { exporter: ExporterParty; items: T[] }[] {
  const exporters = [...new Map(items.map(({ piece }) => [piece.exporter.id, piece.exporter])).values()];
  return exporters.map((exporter) => ({ exporter, items: items.filter(({ piece }) => piece.exporter.id === exporter.id) }));
}

export function addedUp(parts: readonly ExporterQuote[]): QuotedTogether {
  const known = parts.filter((part): part is ExporterQuote<KnownQuote> => part.quote.known);
  const [first] = known;
  const warnings = once(parts.flatMap((part) => part.quote.warnings));
  if (!first || known.length < parts.length) return { known: false, reasons: once(parts.flatMap((part) => part.quote.reasons)), warnings, parts };
  const quotes = known.map((part) => part.quote);
  const { currency, fx, dataVersion } = first.quote;
  return {
    known: true,
    reasons: [],
    warnings,
    currency,
    fx,
    dataVersion,
    total: money(quotes.reduce((sum, quote) => sum + quote.total.amountMinor, 0), currency),
    lines: quotes.flatMap((quote) => quote.lines),
    perLine: quotes.flatMap((quote) => quote.perLine),
    etaDays: { min: Math.max(...quotes.map((quote) => quote.etaDays.min)), max: Math.max(...quotes.map((quote) => quote.etaDays.max)) },
    validUntil: quotes.map((quote) => quote.validUntil).sort()[0]!,
    parts: known,
  };
}

/** The same in the reader's language. */
export function togetherInWords(together: QuotedTogether, locale: Locale): QuotedTogether {
  return addedUp(together.parts.map((part) => ({ ...part, quote: inWords(part.quote, locale) })));
}

/** Who answers for the parts in the Union, each once. */
export function answering({ parts }: QuotedTogether): Pick<ResponsiblePerson, 'said' | 'demonstration'>[] {
  const people = parts.flatMap(({ quote }) => (quote.responsible ? [quote.responsible] : []));
  return [...new Map(people.map(({ said, demonstration }) => [said, { said, demonstration }])).values()];
}

/** What holds for every consignment is said once. */
function once(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [`${remark.text} ${remark.key ?? ''}`, remark])).values()];
}
