import { Injectable } from '@nestjs/common';
import { moroccanDay } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConsignmentsReader, type Consignment } from './consignments/consignments.reader.js';
import type { ProofTerms } from './origin/proof.js';
import { withChangesAhead } from './quotes/ahead.js';
import { landedCost } from './quotes/landed-cost.js';
import type { Quote, QuoteRequest } from './quotes/quote.js';
import { ReferenceService } from './reference/reference.service.js';
import type { MarketRow } from './reference/row.js';

/** What other rooms ask of shipping: the delivered price of a consignment, on any day. */
@Injectable()
export class ShippingService {
  constructor(
    private readonly reference: ReferenceService,
    private readonly consignments: ConsignmentsReader,
  ) {}

  /** Never throws for what is asked: an answer that cannot be given is `known: false` with its reasons. */
  async quote(request: QuoteRequest): Promise<Quote> {
    const book = await this.reference.book();
    return withChangesAhead(book, request, landedCost(book.market(request.country, request.asOf), request, book.version));
  }

  /** Many consignments of one piece each, as a listing shows them: one look at the book. */
  async quotes(requests: readonly QuoteRequest[]): Promise<Quote[]> {
    const book = await this.reference.book();
    return requests.map((request) => landedCost(book.market(request.country, request.asOf), request, book.version));
  }

  /** Where an order's goods are. The caller has checked who asks; null until the order is packed. */
  consignmentOf(orderId: string): Promise<Consignment | null> {
    return this.consignments.ofOrder(orderId);
  }

  /** Which proof of origin a corridor takes on a day, quoted by us or not; null without an agreement. */
  async proofTerms(country: string, day: string, tx?: Tx): Promise<ProofTerms | null> {
    const { regime, thresholds } = (await this.reference.book(tx)).corridor(country, day);
    return regime === null ? null : { regime, thresholds };
  }

  async countries(at: Date): Promise<readonly MarketRow[]> {
    return (await this.reference.book()).countries(moroccanDay(at));
  }
}
