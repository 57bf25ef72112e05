import { Inject, Injectable } from '@nestjs/common';
import { CertificationService } from '#libs/certification';
import { isId, moroccanDay, type Clock, type Locale } from '#libs/kernel';
import { CLOCK, Database, type Tx } from '#libs/platform';
import { RegistryService, type PageOf } from '#libs/registry';
import { catalogErrors } from './catalog.errors.js';
import { readOriginFacts, readShelf, readTradeData } from './catalog.trade.js';
import { FeesService } from './price/fees.service.js';
import { ListingService } from './product/listing.service.js';
import { exportedBy, type ExportingCluster } from './product/exporter.js';
import { assertOrderable } from './product/orderable.js';
import { ownOnSale, type OwnOnSaleAsked, type OwnPiece } from './product/own-on-sale.queries.js';
import { lockProduct, writeExporter } from './product/product.queries.js';
import { productLifecycle, type ProductState, type Translations } from './product/product.js';
import { inLocale } from './product/title.js';
import type { PieceOriginFacts, ShelfLine, TradeData } from './product/trade-data.js';
import { stockOf, UnitsService, type Claim, type HeldUnit } from './stock/units.service.js';

interface OnShelf {
  artisan_id: string;
  state: ProductState;
  is_unique: boolean;
  minimum_quantity: number;
  kept_back: number;
  certificate_of_lot: boolean;
}


/** What the rooms above may ask of the catalogue: what a piece is in trade, and its units. */
@Injectable()
export class CatalogService {
  constructor(
    private readonly db: Database,
    private readonly fees: FeesService,
    private readonly units: UnitsService,
    private readonly listings: ListingService,
    private readonly registry: RegistryService,
    private readonly certification: CertificationService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the order asked. Ids that name nothing, or a piece that never was listed, are left out: compare the lengths. */
  async tradeData(productIds: readonly string[], tx?: Tx): Promise<TradeData[]> {
    const day = moroccanDay(tx?.now ?? this.clock.now());
    return readTradeData(tx ?? this.db, productIds, await this.fees.on(day, tx), day);
  }

  /** What a list of offers says of each, in no order. */
  async shelf(productIds: readonly string[]): Promise<ShelfLine[]> {
    return readShelf(this.db, productIds, moroccanDay(this.clock.now()));
  }

  /** What these makers sell under their own names, for whoever would offer it for them. */
  async ownOnSale(asked: OwnOnSaleAsked): Promise<PageOf<OwnPiece>> {
    return ownOnSale(this.db, asked);
  }

  /** What pieces are called, for a list that says nothing else of them; those that never were listed are left out. */
  async titles(productIds: readonly string[], locale: Locale): Promise<Map<string, string>> {
    const rows = await this.db.prepared<Translations & { id: string }>('catalog.titles', `select id, title_en en, title_fr fr, title_ar ar from catalog.product where id = any($1::uuid[]) and state <> 'draft'`, [[...new Set(productIds)]]);
    return new Map(rows.map((row) => [row.id, inLocale(row, locale)?.text ?? '']));
  }

  /** What rules of origin look at, of a draft too: a maker sees what her piece will prove before she lists it. */
  async originFacts(productId: string): Promise<PieceOriginFacts | null> {
    const day = moroccanDay(this.clock.now());
    return isId(productId) ? readOriginFacts(this.db, productId, await this.fees.on(day), day) : null;
  }

  /** Who exports a piece from now on: a cluster on the terms its member let it, or with null the maker herself. Orders already placed keep theirs. */
  async setExporter(tx: Tx, productId: string, cluster: ExportingCluster | null): Promise<void> {
    const product = isId(productId) ? await lockProduct(tx, productId) : null;
    if (!product) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'productId');
    await writeExporter(tx, exportedBy(product, cluster), await this.fees.on(moroccanDay(tx.now), tx));
  }

  /** How many of a piece there are to sell, for whom its maker lets count them. */
  async setStock(tx: Tx, productId: string, stock: number): Promise<void> {
    const product = isId(productId) ? await lockProduct(tx, productId) : null;
    if (!product) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'productId');
    await this.units.setStock(tx, productId, product.unique, stockOf(stock, product.unique, 'stock'));
    await this.listings.followUnits(tx, [productId]);
    await tx.query(`update catalog.product set updated_at = $2 where id = $1`, [productId, tx.now]);
  }

  /**
   * Claims units of a listed piece until an instant, or CATALOG_SOLD_OUT. Lines of one order are claimed by ascending product id.
   * A buyer who was shown the certificate of a lot gets units of that lot and no other.
   */
  async holdUnits(tx: Tx, { productId, quantity, certificateNumber }: Claim, orderId: string, until: Date): Promise<HeldUnit[]> {
    const [product] = await tx.query<OnShelf>(`select artisan_id, state, is_unique, minimum_quantity, kept_back, certificate_of_lot from catalog.product where id = $1`, [productId]);
    if (!product || product.state === 'draft') throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'productId');
    if (product.state === 'sold') throw catalogErrors.CATALOG_SOLD_OUT({ available: 0, wanted: quantity }, 'quantity');
    if (product.state !== 'listed' || !(await this.stands(tx, product.artisan_id, certificateNumber ?? null))) throw catalogErrors.CATALOG_NOT_ON_SALE({}, 'productId');
    if (!product.is_unique) assertOrderable({ minimumQuantity: product.minimum_quantity }, quantity, 'quantity');
    const held = await this.units.hold(tx, { id: productId, keptBack: product.kept_back, certificateNumber }, quantity, orderId, until);
    // With the last of one lot in a basket, the listing goes over to the next.
    if (product.certificate_of_lot && (await this.units.offered(tx, productId)) === 0) await this.listings.followUnits(tx, [productId]);
    return held;
  }

  /**
   * The shelf follows the register and the centres a moment later; nobody is sold in that moment what no longer stands. The certificate
   * stays locked until the order is written: its withdrawal comes before, and refuses this buyer, or after, and writes to her.
   */
  private async stands(tx: Tx, artisanId: string, certificateNumber: string | null): Promise<boolean> {
    return (await this.registry.maySell(artisanId, tx)) && (certificateNumber === null || !(await this.certification.hasEnded(tx, certificateNumber)));
  }

  /** Units sold hand to hand, whatever an order's smallest quantity is: hers from now on, under the sale's id. */
  async takeAtStall(tx: Tx, productId: string, quantity: number, saleId: string): Promise<HeldUnit[]> {
    const [product] = await tx.query<OnShelf>(`select artisan_id, state from catalog.product where id = $1`, [productId]);
    if (product?.state === 'sold') throw catalogErrors.CATALOG_SOLD_OUT({ available: 0, wanted: quantity }, 'input.quantity');
    if (product?.state !== 'listed' || !(await this.registry.maySell(product.artisan_id, tx))) throw catalogErrors.CATALOG_NOT_ON_SALE({}, 'input.productId');
    const taken = await this.units.hold(tx, { id: productId, keptBack: 0 }, quantity, saleId, tx.now);
    await this.sellUnits(tx, saleId);
    return taken;
  }

  /** The order expired or was cancelled: its units are free again, sold ones too. */
  async releaseUnits(tx: Tx, orderId: string): Promise<void> {
    const productIds = await this.units.release(tx, orderId);
    for (const productId of productIds) {
      await tx.query(`update catalog.product set state = $2, updated_at = $3 where id = $1 and state = 'sold'`, [productId, productLifecycle.next('sold', 'give_back'), tx.now]);
    }
    await this.listings.followUnits(tx, productIds);
  }

  /** The order is paid: its units are gone for good. The last one takes the listing down. */
  async sellUnits(tx: Tx, orderId: string): Promise<void> {
    const productIds = await this.units.sell(tx, orderId);
    for (const productId of productIds) {
      // The row lock makes two orders that take the last two units look one after the other.
      const [product] = await tx.query<{ state: ProductState }>(`select state from catalog.product where id = $1 for update`, [productId]);
      const [left] = await tx.query<{ unsold: number }>(`select count(*)::int as unsold from catalog.unit where product_id = $1 and state <> 'sold'`, [productId]);
      if (left!.unsold > 0 || !productLifecycle.can(product!.state, 'sell')) continue;
      await tx.query(`update catalog.product set state = 'sold', suspended_for = null, updated_at = $2 where id = $1`, [productId, tx.now]);
      await tx.publish('ProductWithdrawn', { productId, reason: 'sold' });
    }
    await this.listings.followUnits(tx, productIds);
  }
}
