import { Injectable } from '@nestjs/common';
import { moroccanDay, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { displayName, RegistryService, type Artisan } from '#libs/registry';
import { catalogErrors } from '../catalog.errors.js';
import { FeesService } from '../price/fees.service.js';
import { HandicraftCodesService } from '../trade-words/handicraft-codes.service.js';
import { requireComplete } from './completeness.js';
import { CoverageService } from './coverage.service.js';
import { countPhotographs, lockOwn, lockProduct, writeProduct } from './product.queries.js';
import { productLifecycle, type Product } from './product.js';
import { slugOf } from './slug.js';
import { judge, withCertificate } from './standing.js';

/** How a piece comes onto the shelf and leaves it: by its maker's word, or because a right it stands on came or went. */
@Injectable()
export class ListingService {
  constructor(
    private readonly db: Database,
    private readonly registry: RegistryService,
    private readonly coverage: CoverageService,
    private readonly fees: FeesService,
    private readonly codes: HandicraftCodesService,
  ) {}

  /** Puts the caller's piece on sale. Listing a listed piece changes nothing. */
  async list(actor: Actor, id: string): Promise<string> {
    return this.db.write(actor, (tx) => this.listIn(tx, actor, id));
  }

  /** The same inside the caller's transaction, in the name of the maker that `actor` says. */
  async listIn(tx: Tx, actor: Actor, id: string): Promise<string> {
    const product = await lockOwn(tx, actor, id, 'id');
    if (product.state === 'listed') return id;
    if (!(await this.registry.maySell(product.artisanId, tx))) throw catalogErrors.CATALOG_MAY_NOT_SELL();
    requireComplete(product, await countPhotographs(tx, id));
    await this.requireUnits(tx, product);
    const listed: Product = {
      ...withCertificate(withMaker(product, await this.registry.artisan(product.artisanId, tx)), await this.coverage.of(tx, product)),
      state: productLifecycle.next(product.state, 'list'),
      suspendedFor: null,
      slug: product.slug ?? slugOf(product.title, product.branch!, id),
      // Relisting does not jump the queue of the newest.
      listedAt: product.listedAt ?? tx.now,
    };
    await this.write(tx, listed);
    await tx.publish('ProductListed', { productId: id, artisanId: product.artisanId });
    await tx.audit({ action: 'product.list', subject: { type: 'product', id }, detail: { certificate: listed.certificateNumber } });
    return id;
  }

  async withdraw(actor: Actor, id: string): Promise<string> {
    return this.db.write(actor, (tx) => this.withdrawIn(tx, actor, id));
  }

  async withdrawIn(tx: Tx, actor: Actor, id: string): Promise<string> {
    const product = await lockOwn(tx, actor, id, 'id');
    if (product.state === 'withdrawn') return id;
    await this.write(tx, { ...product, state: productLifecycle.next(product.state, 'withdraw'), suspendedFor: null });
    await tx.publish('ProductWithdrawn', { productId: id, reason: 'maker' });
    await tx.audit({ action: 'product.withdraw', subject: { type: 'product', id } });
    return id;
  }

  /** Whoever offered them was not their maker: they leave the shelf, and come back when she lists them herself, never on their own. */
  async takeDown(tx: Tx, artisanId: string): Promise<void> {
    const rows = await tx.query<{ id: string }>(`select id from catalog.product where artisan_id = $1 and state in ('listed', 'suspended') order by id`, [artisanId]);
    for (const { id } of rows) {
      const before = await lockProduct(tx, id);
      if (before?.state !== 'listed' && before?.state !== 'suspended') continue;
      await this.write(tx, { ...before, state: productLifecycle.next(before.state, 'withdraw'), suspendedFor: null });
      if (before.state === 'listed') await tx.publish('ProductWithdrawn', { productId: id, reason: 'standing' });
      await tx.audit({ action: 'product.withdraw', subject: { type: 'product', id } });
    }
  }

  /** A standing or a certificate of this maker changed: every piece, or the one certified, is judged again. */
  async rejudge(tx: Tx, artisanId: string, pieceId: string | null = null): Promise<void> {
    const rows = await tx.query<{ id: string }>(`select id from catalog.product where artisan_id = $1 and ($2::uuid is null or id = $2) order by id`, [artisanId, pieceId]);
    if (rows.length === 0) return;
    const maySell = await this.registry.maySell(artisanId, tx);
    for (const { id } of rows) {
      const before = await lockProduct(tx, id);
      if (before) await this.apply(tx, before, maySell);
    }
  }

  /** Units of these pieces came, went or were bought: those under a certificate of a lot are judged again. */
  async followUnits(tx: Tx, productIds: readonly string[]): Promise<void> {
    const rows = await tx.query<{ id: string; artisanId: string }>(
      `select p.id, p.artisan_id as "artisanId" from catalog.product p where p.id = any($1) and exists (select from catalog.certified_lot l where l.product_id = p.id) order by p.id`,
      [productIds],
    );
    for (const { id, artisanId } of rows) await this.rejudge(tx, artisanId, id);
  }

  private async apply(tx: Tx, before: Product, maySell: boolean): Promise<void> {
    const verdict = judge(before, maySell, await this.coverage.of(tx, before));
    const after = { ...withCertificate(before, verdict.certificate), state: verdict.state, suspendedFor: verdict.suspendedFor };
    const same = (['state', 'suspendedFor', 'certificateNumber', 'certificateUntil', 'certificateScheme', 'certificateOfLot'] as const).every((key) => after[key] === before[key]);
    if (same) return;
    await this.write(tx, after);
    if (before.state === 'listed' && after.state === 'suspended') await tx.publish('ProductWithdrawn', { productId: after.id, reason: after.suspendedFor! });
    if (before.state === 'suspended' && after.state === 'listed') await tx.publish('ProductListed', { productId: after.id, artisanId: after.artisanId });
  }

  private async requireUnits(tx: Tx, product: Product): Promise<void> {
    const [units] = await tx.query<{ unsold: number; sold: number }>(
      `select (count(*) filter (where state <> 'sold'))::int as unsold, (count(*) filter (where state = 'sold'))::int as sold from catalog.unit where product_id = $1`,
      [product.id],
    );
    if (units!.unsold > 0) return;
    throw product.unique && units!.sold > 0 ? catalogErrors.CATALOG_UNIQUE_SOLD({}, 'stock') : catalogErrors.CATALOG_FIELD_MISSING({}, 'stock');
  }

  private async write(tx: Tx, product: Product): Promise<void> {
    const line = product.hsCode === null ? undefined : await this.codes.get(product.hsCode, tx);
    await writeProduct(tx, product, await this.fees.on(moroccanDay(tx.now), tx), line);
  }
}

/** The maker's name and region as the register has them now. A piece that its maker exports carries the same name. */
export function withMaker(product: Product, artisan: Artisan): Product {
  const name = displayName(artisan, 'en');
  return {
    ...product,
    makerName: name,
    makerNameAr: artisan.nameArabic,
    regionCode: artisan.regionCode,
    exporter: product.exporter.kind === 'artisan' ? { kind: 'artisan', id: artisan.id, name } : product.exporter,
  };
}
