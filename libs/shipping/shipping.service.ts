import { Injectable } from '@nestjs/common';
import { moroccanDay } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { ConsignmentsReader, type Consignment } from './consignments/consignments.reader.js';
import { origin, type OriginFacts, type OriginVerdict } from './origin/origin.js';
import type { ProofTerms } from './origin/proof.js';
import { withResponsible } from './quotes/answerable.js';
import { withChangesAhead } from './quotes/ahead.js';
import { landedCost } from './quotes/landed-cost.js';
import type { Quote, QuoteRequest } from './quotes/quote.js';
import { ReferenceService } from './reference/reference.service.js';
import { mayAskResponsible, type ResponsiblePerson, type Seller } from './responsible/responsible-person.js';
import { ResponsibleService } from './responsible/responsible.service.js';
import type { Cited } from './reference/market.js';
import type { MarketRow, OriginRegimeRow } from './reference/row.js';

export interface CorridorVerdict {
  readonly country: string;
  readonly regime: Cited<OriginRegimeRow> | null;
  readonly verdict: OriginVerdict;
}

/** What other rooms ask of shipping: the delivered price of a consignment, on any day. */
@Injectable()
export class ShippingService {
  constructor(
    private readonly reference: ReferenceService,
    private readonly consignments: ConsignmentsReader,
    private readonly responsible: ResponsibleService,
  ) {}

  /** Never throws for what is asked: an answer that cannot be given is `known: false` with its reasons. */
  async quote(request: QuoteRequest): Promise<Quote> {
    const book = await this.reference.book();
    const quote = withChangesAhead(book, request, landedCost(book.market(request.country, request.asOf), request, book.version));
    return (await this.answerable([request], [quote]))[0]!;
  }

  /** Many consignments of one piece each, as a listing shows them: one look at the book. */
  async quotes(requests: readonly QuoteRequest[]): Promise<Quote[]> {
    const book = await this.reference.book();
    return this.answerable(requests, requests.map((request) => landedCost(book.market(request.country, request.asOf), request, book.version)));
  }

  /** Who answers in the Union for what this exporter sells to consumers there; null when nobody does. */
  async responsibleFor(seller: Seller, tx: Tx): Promise<ResponsiblePerson | null> {
    return (await this.responsible.of([seller], tx))[0]!;
  }

  /** An exporter's own person, as its details name it; null leaves it to the house's. */
  recordResponsible(tx: Tx, seller: Seller, said: string | null): Promise<void> {
    return this.responsible.recordOwn(tx, seller, said);
  }

  /** Where an order's goods are. The caller has checked who asks; null until the order is packed. */
  consignmentOf(orderId: string): Promise<Consignment | null> {
    return this.consignments.ofOrder(orderId);
  }

  /** Whether the export file of an order that was complete has to be completed again. */
  papersReopened(orderId: string): Promise<boolean> {
    return this.consignments.papersReopened(orderId);
  }

  /** Which proof of origin a corridor takes on a day, quoted by us or not; null without an agreement. */
  async proofTerms(country: string, day: string, tx?: Tx): Promise<ProofTerms | null> {
    const { regime, thresholds } = (await this.reference.book(tx)).corridor(country, day);
    return regime === null ? null : { regime, thresholds };
  }

  /** Whether a piece is Moroccan in the sense of each agreement, by one country of each. */
  async origins(piece: OriginFacts, countries: readonly string[], day: string): Promise<CorridorVerdict[]> {
    const book = await this.reference.book();
    return countries.map((country) => {
      const corridor = book.corridor(country, day);
      return { country, regime: corridor.regime, verdict: origin(corridor, piece) };
    });
  }

  private async answerable(requests: readonly QuoteRequest[], quotes: readonly Quote[]): Promise<Quote[]> {
    const sellers = requests.flatMap(({ exporter, country, buyerKind }) => (exporter && mayAskResponsible(country, buyerKind) ? [exporter] : []));
    const people = new Map((await this.responsible.of(sellers)).map((person, i) => [sellers[i]!.id, person]));
    return quotes.map((quote, i) => withResponsible(requests[i]!, quote, people.get(requests[i]!.exporter?.id ?? '') ?? null));
  }

  async countries(at: Date): Promise<readonly MarketRow[]> {
    return (await this.reference.book()).countries(moroccanDay(at));
  }
}
