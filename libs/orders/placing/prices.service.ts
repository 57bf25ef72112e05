import { Inject, Injectable } from '@nestjs/common';
import { orderFeeShares } from '#libs/catalog';
import { money, moroccanDay, type Clock, type Locale, type Money } from '#libs/kernel';
import { CLOCK } from '#libs/platform';
import { inWords, ShippingService, type KnownQuote, type Quote, type Remark } from '#libs/shipping';
import { byExporter, quoteQuestion, type BasketItem } from './pricing.js';
import type { BuyerKind, ExporterParty } from '../pro-forma.js';

/** One exporter's part of a basket: a consignment of its own at the border, with the limits and fees of one. */
export interface ExporterQuote<Q extends Quote = Quote> {
  readonly exporter: ExporterParty;
  readonly quote: Q;
}

interface Said {
  readonly reasons: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export interface KnownBasketPrice extends Said, Pick<KnownQuote, 'currency' | 'lines' | 'perLine' | 'fx' | 'etaDays' | 'validUntil' | 'dataVersion'> {
  readonly known: true;
  /** The consignments' totals, added. */
  readonly total: Money;
  readonly parts: readonly ExporterQuote<KnownQuote>[];
}

export interface UnknownBasketPrice extends Said {
  readonly known: false;
  readonly parts: readonly ExporterQuote[];
}

export type BasketPrice = KnownBasketPrice | UnknownBasketPrice;

/** The delivered price of a basket. Low-value limits count per exporter's consignment, so each exporter's part is quoted on its own. */
@Injectable()
export class PricesService {
  constructor(
    private readonly shipping: ShippingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(items: readonly BasketItem[], country: string, buyerKind: BuyerKind): Promise<BasketPrice> {
    const parts: ExporterQuote[] = [];
    for (const { exporter, items: own } of byExporter(items)) {
      parts.push({ exporter, quote: await this.shipping.quote(quoteQuestion(own, country, buyerKind, moroccanDay(this.clock.now()))) });
    }
    return addedUp(parts);
  }
}

/** What each line bears of the fees that clusters take once for their order. */
export function withOrderFees(items: readonly Omit<BasketItem, 'onceMinor'>[]): BasketItem[] {
  return items.map((item) => {
    const mates = items.filter((other) => other.piece.exporter.id === item.piece.exporter.id);
    return { ...item, onceMinor: orderFeeShares(mates.map(({ piece, quantity }) => ({ ...piece.price, quantity })))[mates.indexOf(item)]! };
  });
}

/** The same price in the reader's language. */
export function priceInWords(price: BasketPrice, locale: Locale): BasketPrice {
  return addedUp(price.parts.map((part) => ({ ...part, quote: inWords(part.quote, locale) })));
}

function addedUp(parts: readonly ExporterQuote[]): BasketPrice {
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

/** What holds for every consignment is said once. */
function once(remarks: readonly Remark[]): Remark[] {
  return [...new Map(remarks.map((remark) => [`${remark.text} ${remark.key ?? ''}`, remark])).values()];
}
