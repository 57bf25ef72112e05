import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CatalogService, orderFeeShares, type TradeData } from '#libs/catalog';
import { hasRole, isId, moroccanDay, type Actor, type Clock, type Locale } from '#libs/kernel';
import { CLOCK, parse } from '#libs/platform';
import { shippingErrors } from '../shipping.errors.js';
import { ShippingService } from '../shipping.service.js';
import { MAX_QUANTITY } from './request-check.js';
import type { Quote, QuoteLineRequest, QuoteRequest } from './quote.js';
import { addedUp, byExporter, type ExporterQuote, type QuotedTogether } from './several.js';
import { inWords } from '../words/in-words.js';
import { say } from '../words/saying.js';
import type { CountryType, DeliveredPriceType, OriginVerdictType, QuoteInput } from './quotes.types.js';

const productId = z.string().refine(isId, 'must be a UUID');
const country = z.string().regex(/^[A-Z]{2}$/);
const question = z.object({
  country,
  buyerKind: z.enum(['consumer', 'business']),
  incoterm: z.enum(['DDP', 'DAP']),
  asOf: z.iso.date().optional(),
  lines: z.array(z.object({ productId, quantity: z.int().min(1).max(MAX_QUANTITY) })).min(1).max(48),
});
/** One country of each agreement, the corridors most pieces take first. */
const CORRIDORS = ['FR', 'GB', 'US', 'CH', 'CA', 'AE', 'TR', 'TN', 'JP'];
/** What a page of the listing shows. */
const cards = z.array(productId).max(48);

/** What was asked, and what it costs. */
export interface Asked extends Pick<QuoteRequest, 'country' | 'buyerKind' | 'incoterm' | 'asOf'> {
  readonly together: QuotedTogether;
}

/** Delivered prices of what the catalogue lists. */
@Injectable()
export class DeliveredService {
  constructor(
    private readonly catalog: CatalogService,
    private readonly shipping: ShippingService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** As a basket of the same pieces would cost: each exporter's part is a consignment of its own. */
  async quote(input: QuoteInput): Promise<Asked> {
    const asked = parse(question, input);
    const pieces = new Map((await this.catalog.tradeData(asked.lines.map((line) => line.productId))).map((piece) => [piece.productId, piece]));
    const wanted = asked.lines.map((line, i) => {
      const piece = pieces.get(line.productId);
      if (!piece) throw shippingErrors.SHIPPING_PRODUCT_NOT_FOUND({}, `input.lines.${i}.productId`);
      return { piece, quantity: line.quantity };
    });
    const { country, buyerKind, incoterm, asOf = this.today() } = asked;
    const parts: ExporterQuote[] = [];
    for (const { exporter, items } of byExporter(wanted)) {
      parts.push({ exporter, quote: await this.shipping.quote({ country, buyerKind, incoterm, asOf, exporter: { kind: exporter.kind, id: exporter.id }, lines: linesOf(items) }) });
    }
    return { country, buyerKind, incoterm, asOf, together: addedUp(parts) };
  }

  /** One piece of each, for a consumer. A piece that left the catalogue is left out. */
  async cards(productIds: readonly string[], to: string, locale: Locale = 'en'): Promise<DeliveredPriceType[]> {
    const ids = parse(cards, productIds, 'productIds');
    const destination = parse(country, to, 'country');
    const pieces = await this.catalog.tradeData(ids);
    const quotes = await this.shipping.quotes(pieces.map((piece) => this.cardRequest(piece, destination)));
    return pieces.map((piece, i) => cardOf(piece.productId, inWords(quotes[i]!, locale)));
  }

  /** For the maker of a piece and the export desk: what her bill of materials proves on each corridor, and what it still needs. None before it has a price and a code. */
  async origins(actor: Actor, id: string): Promise<OriginVerdictType[]> {
    const piece = await this.catalog.originFacts(id);
    if (!piece || (piece.artisanId !== actor.artisanId && !hasRole(actor, 'desk', 'admin'))) throw shippingErrors.SHIPPING_PRODUCT_NOT_FOUND({}, 'productId');
    const { hsCode, goodsMinor } = piece;
    if (hsCode === null || goodsMinor === null) return [];
    const found = await this.shipping.origins({ ...piece, hsCode, goodsValueMadMinor: goodsMinor }, CORRIDORS, this.today());
    return found.map(({ country, regime, verdict: { originating, criterion, why, rule, asks } }) => {
      const cite = rule?.cite ?? regime?.cite ?? null;
      return { country, regime: regime?.row.regime ?? null, agreement: regime?.row.agreement ?? null, originating, criterion, why: say(why, actor.locale), asks: [...asks], source: cite?.source ?? '', confidence: cite?.confidence ?? 'verified' };
    });
  }

  async countries(locale: Locale): Promise<CountryType[]> {
    const named = { en: 'nameEn', fr: 'nameFr', ar: 'nameAr' } as const;
    const rows = await this.shipping.countries(this.clock.now());
    return rows.map((row) => ({ code: row.country, name: row[named[locale]], currency: row.currency })).sort((a, b) => a.name.localeCompare(b.name, locale));
  }

  private cardRequest(piece: TradeData, to: string): QuoteRequest {
    return { country: to, buyerKind: 'consumer', incoterm: 'DDP', asOf: this.today(), exporter: { kind: piece.exporter.kind, id: piece.exporter.id }, lines: linesOf([{ piece, quantity: 1 }]) };
  }

  private today(): string {
    return moroccanDay(this.clock.now());
  }
}

/** What a cluster takes once for its order is spread over the lines it exports. */
function linesOf(own: readonly { piece: TradeData; quantity: number }[]): QuoteLineRequest[] {
  const shares = orderFeeShares(own.map(({ piece, quantity }) => ({ ...piece.price, quantity })));
  return own.map(({ piece, quantity }, i) => lineOf(piece, quantity, shares[i]!));
}

function lineOf(piece: TradeData, quantity: number, onceMadMinor: number): QuoteLineRequest {
  const { productId: key, hsCode, netWeightGrams, grossWeightGrams, lengthMm, widthMm, heightMm, originRegion, materials, making, foodContact } = piece;
  return { key, hsCode, quantity, goodsValueMadMinor: piece.price.goodsMinor, onceMadMinor, making, netWeightGrams, grossWeightGrams, lengthMm, widthMm, heightMm, originRegion, materials, foodContact };
}

function cardOf(productId: string, quote: Quote): DeliveredPriceType {
  const { known, confidence } = quote;
  if (!quote.known) return { productId, known, confidence, total: null, savedMinor: null, reasons: quote.reasons.map((reason) => reason.text) };
  return { productId, known, confidence, total: quote.total, savedMinor: quote.perLine[0]!.saved, reasons: [] };
}
