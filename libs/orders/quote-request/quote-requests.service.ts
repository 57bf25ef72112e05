import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { freeText, isId, type Actor } from '#libs/kernel';
import { Database, Mail } from '#libs/platform';
import { quoteAnswerLetter } from '../letters/letters.js';
import { ordersErrors } from '../orders.errors.js';
import { parseQuoteRequest, type RequestQuote } from '../orders.inputs.js';
import { PricesService, withOrderFees } from '../placing/prices.service.js';

export interface QuoteRequest {
  readonly id: string;
  readonly email: string;
  readonly country: string;
  readonly buyerKind: 'consumer' | 'business';
  readonly productIds: string[];
  readonly message: string | null;
  /** Why the price could not be computed on the day it was asked. */
  readonly reasons: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

const COLUMNS = `id, email, country, buyer_kind "buyerKind", product_ids "productIds", message, reasons, asked_at "askedAt", answer, answered_at "answeredAt"`;

/** Prices that no rule can give yet: the buyer asks, the export desk answers by mail. */
@Injectable()
export class QuoteRequestsService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly prices: PricesService,
    private readonly mail: Mail,
  ) {}

  async request(actor: Actor, raw: RequestQuote): Promise<QuoteRequest> {
    const input = parseQuoteRequest(raw);
    const message = input.message?.trim() ? freeText(input.message, 2_000, 'input.message') : null;
    const reasons = await this.reasonsFor(input);
    return this.db.write(actor, async (tx) => {
      const made = await tx.query(
        `insert into orders.quote_request (id, owner, email, locale, country, buyer_kind, product_ids, message, reasons, asked_at)
         values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) on conflict (id) do nothing returning id`,
        [input.id, actor.accountId, input.email, actor.locale, input.country.toUpperCase(), input.buyerKind, input.productIds, message, reasons, tx.now],
      );
      if (made.length > 0) await tx.audit({ action: 'quote.request', subject: { type: 'quote_request', id: input.id } });
      const [row] = await tx.query<QuoteRequest>(`select ${COLUMNS} from orders.quote_request where id = $1 and owner = $2`, [input.id, actor.accountId]);
      if (!row) throw ordersErrors.ORDER_QUOTE_REQUEST_TAKEN({}, 'input.id');
      return row;
    });
  }

  /** The desk's list of what still waits. */
  async waiting(): Promise<QuoteRequest[]> {
    return this.db.read<QuoteRequest>(`select ${COLUMNS} from orders.quote_request where answered_at is null order by asked_at, id limit 100`);
  }

  /** One answer per request: the second desk officer is told what the first wrote by the row she gets back. */
  async answer(actor: Actor, id: string, text: string): Promise<QuoteRequest> {
    const words = freeText(text, 4_000, 'answer');
    return this.db.write(actor, async (tx) => {
      const [row] = isId(id) ? await tx.query<QuoteRequest & { locale: 'en' | 'fr' | 'ar' }>(`select ${COLUMNS}, locale from orders.quote_request where id = $1 for update`, [id]) : [];
      if (!row) throw ordersErrors.ORDER_NOT_FOUND();
      if (row.answeredAt) return row;
      await tx.query(`update orders.quote_request set answer = $2, answered_at = $3 where id = $1`, [id, words, tx.now]);
      await this.mail.post(tx, { to: row.email, ...quoteAnswerLetter(row.locale, words) });
      await tx.audit({ action: 'quote.answer', subject: { type: 'quote_request', id } });
      return { ...row, answer: words, answeredAt: tx.now };
    });
  }

  private async reasonsFor(input: ReturnType<typeof parseQuoteRequest>): Promise<string> {
    const pieces = await this.catalog.tradeData(input.productIds);
    const items = input.productIds.map((productId, i) => {
      const piece = pieces.find((candidate) => candidate.productId === productId);
      if (!piece) throw ordersErrors.ORDER_PRODUCT_UNKNOWN({}, `input.productIds.${i}`);
      return { piece, quantity: 1 };
    });
    const quote = await this.prices.of(withOrderFees(items), input.country.toUpperCase(), input.buyerKind);
    return quote.known ? '' : quote.reasons.map((reason) => reason.text).join(' ');
  }
}
