import { Injectable } from '@nestjs/common';
import { isId, moroccanDay, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { displayName, RegistryService } from '#libs/registry';
import { record, type Behalf } from '../agent/piece-record.queries.js';
import { catalogErrors } from '../catalog.errors.js';
import { branches } from '../catalog.words.js';
import { FeesService } from '../price/fees.service.js';
import { stockOf, UnitsService } from '../stock/units.service.js';
import { HandicraftCodesService } from '../trade-words/handicraft-codes.service.js';
import { requireComplete } from './completeness.js';
import { CoverageService } from './coverage.service.js';
import { type DraftInput, redraft } from './draft.js';
import { ListingService } from './listing.service.js';
import { countPhotographs, lockOwn, writeProduct } from './product.queries.js';
import type { Product } from './product.js';
import { withCertificate } from './standing.js';

export interface SaveInput extends DraftInput {
  readonly id: string;
  readonly stock?: number | null;
}

/** A maker's own pieces, written bit by bit. */
@Injectable()
export class ProductService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly coverage: CoverageService,
    private readonly listings: ListingService,
    private readonly fees: FeesService,
    private readonly units: UnitsService,
    private readonly codes: HandicraftCodesService,
  ) {}

  /** Makes the piece or changes it. The same id and the same words again change nothing. */
  async save(actor: Actor, input: SaveInput): Promise<string> {
    return this.db.write(actor, (tx) => this.saveIn(tx, actor, input));
  }

  /** The same inside the caller's transaction: for the maker, or in her name for whoever `behalf` says. */
  async saveIn(tx: Tx, actor: Actor, input: SaveInput, behalf?: Behalf): Promise<string> {
    if (!isId(input.id)) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, 'input.id');
    const fresh = await this.begin(tx, actor, input.id);
    const before = await lockOwn(tx, actor, input.id, 'input.id');
    let after = redraft(before, input, branches);
    const line = after.hsCode === null ? undefined : await this.codes.get(after.hsCode, tx);
    if (after.hsCode !== null && !line) throw catalogErrors.CATALOG_HS_CODE_UNKNOWN({ code: after.hsCode }, 'input.hsCode');
    // What buyers can see, or could again at any moment, stays whole while it is being changed.
    if (after.state !== 'draft' && after.state !== 'withdrawn') requireComplete(after, await countPhotographs(tx, input.id), 'input.');
    if (after.state === 'listed' && (after.branch !== before.branch || after.foodContact !== before.foodContact)) after = await this.recertified(tx, after);
    await writeProduct(tx, after, await this.fees.on(moroccanDay(tx.now), tx), line);
    await this.stock(tx, before, after, input, fresh);
    if (after.priceMinor !== before.priceMinor) await record(tx, input.id, { act: 'price', actorName: tx.actor.name, behalf, fromMinor: before.priceMinor, toMinor: after.priceMinor });
    if (after.state !== 'draft' && (after.priceMinor !== before.priceMinor || after.netWeightGrams !== before.netWeightGrams)) await tx.publish('ProductRepriced', { productId: input.id });
    await tx.audit({ action: fresh ? 'product.begin' : 'product.change', subject: { type: 'product', id: input.id }, detail: { fields: Object.keys(input).filter((key) => key !== 'id'), priceMinor: after.priceMinor, ...behalf } });
    return input.id;
  }

  /** The empty draft, unless the id is taken. True when it was made now. */
  private async begin(tx: Tx, actor: Actor, id: string): Promise<boolean> {
    if (actor.artisanId === null) throw catalogErrors.CATALOG_NOT_AN_ARTISAN();
    const artisan = await this.registry.artisan(actor.artisanId, tx);
    const name = displayName(artisan, 'en');
    const made = await tx.query(
      `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, maker_name_ar, region_code, created_at, updated_at)
       values ($1, $2, 'artisan', $2, $3, $3, $4, $5, $6, $6) on conflict (id) do nothing returning id`,
      [id, artisan.id, name, artisan.nameArabic, artisan.regionCode, tx.now],
    );
    return made.length > 0;
  }

  /** Another branch, or another use, may be out of the certificate's scope: the badge follows at once. */
  private async recertified(tx: Tx, product: Product): Promise<Product> {
    return withCertificate(product, await this.coverage.of(tx, product));
  }

  private async stock(tx: Tx, before: Product, after: Product, input: SaveInput, fresh: boolean): Promise<void> {
    const wanted = input.stock ?? (fresh || after.unique !== before.unique ? 1 : null);
    if (wanted === null) return;
    await this.units.setStock(tx, after.id, after.unique, stockOf(wanted, after.unique, 'input.stock'));
    // Of a unique piece nothing is counted: whether it is one decides what a certificate covers.
    if (after.unique === before.unique) await this.listings.followUnits(tx, [after.id]);
    else await this.listings.rejudge(tx, after.artisanId, after.id);
  }
}
