import type { Locale } from '#libs/kernel';
import { paidLines } from './stall/stall-sale.js';
import { inWords, type Quote } from '#libs/shipping';
import type { Basket, BasketLine } from './baskets.service.js';
import type { Basket as BasketShape, BasketLine as LineShape, BasketQuote } from './baskets.types.js';

/** A basket as GraphQL shows it, in the reader's language. */
export function basketShape(basket: Basket, locale: Locale): BasketShape {
  const { id, country, state, lines, quote, paid } = basket;
  const shown = lines.map((line) => lineShape(line, quote, locale));
  if (!paid) return { id, country, state, lines: shown, quote: quote && quoteShape(inWords(quote, locale)), stall: null };
  const stall = { soldOn: paid.soldOn, paid: { amountMinor: paid.quantity * paid.paidEachMinor, currency: 'MAD' } };
  // What was bought by hand is there, whatever the shop still has of it.
  return { id, country, state, lines: shown.map((line) => ({ ...line, available: line.quantity })), quote: quote && afterPaid(quoteShape(inWords(quote, locale)), quote, paid, locale), stall };
}

/** The delivered price with what was paid at the stall taken off. */
function afterPaid(shape: BasketQuote, quote: Quote, paid: NonNullable<Basket['paid']>, locale: Locale): BasketQuote {
  if (!quote.known || !shape.total) return shape;
  const lines = paidLines(quote.perLine, paid, locale);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, shape.total.amountMinor);
  return { ...shape, lines: [...shape.lines, ...lines.map(({ key, ...line }) => ({ ...line, productId: key }))], total: { amountMinor, currency: quote.currency } };
}

function lineShape({ productId, quantity, piece }: BasketLine, quote: Quote | null, locale: Locale): LineShape {
  const quoted = quote?.known ? quote.perLine.find((line) => line.key === productId) : undefined;
  return {
    productId,
    quantity,
    title: piece?.title[locale] ?? '',
    slug: piece?.slug ?? null,
    makerName: piece?.makerName ?? '',
    exporterName: piece?.exporter.name ?? '',
    photographId: piece?.photograph?.id ?? null,
    available: piece?.state === 'listed' ? piece.available : 0,
    unique: piece?.unique ?? false,
    goods: quoted && quote?.known ? { amountMinor: quoted.goodsMinor, currency: quote.currency } : null,
  };
}

function quoteShape(quote: Quote): BasketQuote {
  const reasons = quote.reasons.map((reason) => reason.text);
  const warnings = quote.warnings.map((warning) => warning.text);
  if (!quote.known) return { known: false, reasons, currency: null, lines: [], total: null, fx: null, etaDays: null, warnings, validUntil: null };
  const { currency, total, fx, etaDays, validUntil, lines } = quote;
  return { known: true, reasons, currency, lines: lines.map(({ key, ...line }) => ({ ...line, productId: key })), total, fx: { ...fx }, etaDays: { ...etaDays }, warnings, validUntil };
}
