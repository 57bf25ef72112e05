import type { Locale } from '#libs/kernel';
import { answering } from '#libs/shipping';
import { paidLines } from '../stall/stall-sale.js';
import { noticeOf } from './basket-notices.js';
import type { Basket, BasketLine } from './baskets.service.js';
import { priceInWords, type BasketPrice } from '../placing/prices.service.js';
import type { Basket as BasketShape, BasketLine as LineShape, BasketQuote } from './baskets.types.js';

/** A basket as GraphQL shows it, in the reader's language. */
export function basketShape(basket: Basket, locale: Locale): BasketShape {
  const { id, country, state, lines, quote, paid } = basket;
  const shown = lines.map((line) => lineShape(line, quote, paid !== null, locale));
  if (!paid) return { id, country, state, lines: shown, quote: quote && quoteShape(priceInWords(quote, locale)), stall: null };
  const stall = { soldOn: paid.soldOn, paid: { amountMinor: paid.quantity * paid.paidEachMinor, currency: 'MAD' } };
  // What was bought by hand is there, whatever the shop still has of it.
  return { id, country, state, lines: shown.map((line) => ({ ...line, available: line.quantity })), quote: quote && afterPaid(quoteShape(priceInWords(quote, locale)), quote, paid, locale), stall };
}

/** The delivered price with what was paid at the stall taken off. */
function afterPaid(shape: BasketQuote, quote: BasketPrice, paid: NonNullable<Basket['paid']>, locale: Locale): BasketQuote {
  if (!quote.known || !shape.total) return shape;
  const lines = paidLines(quote.perLine, paid, locale);
  const amountMinor = lines.reduce((sum, line) => sum + line.amountMinor, shape.total.amountMinor);
  return { ...shape, lines: [...shape.lines, ...lines.map(({ key, ...line }) => ({ ...line, productId: key }))], total: { amountMinor, currency: quote.currency } };
}

function lineShape({ productId, quantity, piece, seen }: BasketLine, quote: BasketPrice | null, paid: boolean, locale: Locale): LineShape {
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
    notice: noticeOf({ quantity, paid, seen, now: piece && { ...piece, listed: piece.state === 'listed', goodsMinor: piece.price.goodsMinor } }, locale),
    goods: quoted && quote?.known ? { amountMinor: quoted.goodsMinor, currency: quote.currency } : null,
  };
}

function quoteShape(quote: BasketPrice): BasketQuote {
  const reasons = quote.reasons.map((reason) => reason.text);
  const warnings = quote.warnings.map(({ code, text }) => ({ code, text }));
  const responsible = answering(quote);
  if (!quote.known) return { known: false, reasons, currency: null, lines: [], total: null, fx: null, etaDays: null, warnings, responsible, validUntil: null, parts: [] };
  const { currency, total, fx, etaDays, validUntil, lines } = quote;
  const charges = (of: typeof lines): BasketQuote['lines'] => of.map(({ key, ...line }) => ({ ...line, productId: key }));
  const parts = quote.parts.map(({ exporter, quote: own }) => ({ exporterName: exporter.name, scheme: own.scheme, lines: charges(own.lines), total: own.total, etaDays: { ...own.etaDays } }));
  return { known: true, reasons, currency, lines: charges(lines), total, fx: { ...fx }, etaDays: { ...etaDays }, warnings, responsible, validUntil, parts };
}
