import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { isId, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { ConsentsService, mandatesErrors, type Consent } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import { readDirhams } from '../price/amount.js';
import { lockProduct } from '../product/product.queries.js';
import { ProductService } from '../product/product.service.js';
import { agentErrors } from './agent.errors.js';
import { priceWords } from './price-words.js';

const uuid = z.string().refine(isId, 'a UUID');
/** The price in dirhams, as typed. */
const proposal = z.object({ id: uuid, productId: uuid, price: z.string().max(100) });
export type PriceProposal = z.input<typeof proposal>;

/** An agent proposes a price, its maker says yes by a code, and in that moment it holds. */
@Injectable()
export class PriceProposalsService {
  constructor(
    private readonly db: Database,
    private readonly consents: ConsentsService,
    private readonly products: ProductService,
  ) {
    consents.carriedOutBy('price', (tx, consent) => this.carryOut(tx, consent));
  }

  async propose(agent: Actor, input: PriceProposal): Promise<Consent> {
    const { id, productId, price } = parse(proposal, input);
    const toMinor = readDirhams(price, 'input.price');
    return this.db.write(agent, async (tx) => {
      const product = await lockProduct(tx, productId);
      if (!product) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'input.productId');
      if (product.priceMinor === toMinor) throw agentErrors.CATALOG_PRICE_SAME({}, 'input.price');
      const { artisanId, priceMinor: fromMinor, title } = product;
      try {
        return await this.consents.ask(tx, { id, artisanId, act: 'price', subjectId: productId, words: priceWords(title, fromMinor, toMinor), terms: { fromMinor, toMinor } });
      } catch (error) {
        // Without a mandate the piece is not there either.
        throw (error as { code?: string }).code === mandatesErrors.MANDATE_NOT_FOUND().code ? catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'input.productId') : error;
      }
    });
  }

  /** In the maker's own transaction. She said yes to two prices: from another one than hers then, nothing is changed. */
  private async carryOut(tx: Tx, { id: consentId, subjectId, terms, agentName, mandateId }: Consent): Promise<void> {
    const product = await lockProduct(tx, subjectId);
    if (!product || product.priceMinor !== terms['fromMinor']) throw agentErrors.CATALOG_PRICE_MOVED();
    await this.products.saveIn(tx, tx.actor, { id: subjectId, priceMinor: Number(terms['toMinor']) }, { agentName, mandateId, consentId });
  }
}
