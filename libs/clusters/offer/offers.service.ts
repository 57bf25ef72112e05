import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { basisPoints, freeText, isId, money, toDecimal, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { isWithinThird, MAX_FEE_BP, type FeeTerms } from '../fee/fee.js';
import type { Permission } from '../member/membership.js';
import { LOCALES, type OfferText, type OfferTerms } from './offer.js';

export interface Offer extends OfferTerms {
  readonly productId: string;
  readonly clusterId: string;
  readonly artisanId: string;
  readonly feeBp: number;
  readonly feeItemMinor: number;
  readonly feeKgMinor: number;
}

const typed = z.string().max(100_000).nullish();
const shape = z.object({
  feeBp: z.number().int().min(0).max(MAX_FEE_BP).nullable(),
  text: z.object({ en: typed, fr: typed, ar: typed }).nullish(),
  minimumQuantity: z.number().int().min(1).max(1_000).default(1),
  keptBack: z.number().int().min(0).max(100_000).default(0),
});
export type OfferWords = Omit<z.input<typeof shape>, 'feeBp'>;

/** What a collective sale offers a piece with: nothing of its own. */
const PLAIN: OfferTerms = { text: null, minimumQuantity: 1, keptBack: 0 };

/**
 * A member's product under the cluster's name, without a copy of it: the catalogue's own row carries the
 * exporter and the fee, and loses both in the transaction that withdraws the offer.
 */
@Injectable()
export class OffersService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly catalog: CatalogService,
  ) {}

  /** Another fee than the one she accepted needs her permission to price; leaving units of hers unsold, the one about her stock. */
  async offer(actor: Actor, clusterId: string, productId: string, feeBp: number | null, words: OfferWords = {}): Promise<Offer> {
    const { feeBp: wanted, text, ...rest } = parse(shape, { feeBp, ...words }, 'input');
    const terms: OfferTerms = { ...rest, text: textOf(text) };
    const [piece] = isId(productId) ? await this.catalog.tradeData([productId]) : [];
    if (!piece) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND({}, 'productId');
    return this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      return this.put(tx, clusterId, productId, piece.artisanId, wanted, terms);
    });
  }

  /** Offers it inside the caller's transaction, if the maker's permissions still say so. */
  async put(tx: Tx, clusterId: string, productId: string, artisanId: string, wanted: number | null, terms: OfferTerms = PLAIN): Promise<Offer> {
    const fee = await this.assertMayOffer(tx, clusterId, artisanId, wanted);
    if (terms.keptBack > 0) await this.assertPermission(tx, clusterId, artisanId, 'stock');
    const { text, minimumQuantity, keptBack } = terms;
    const rows = await tx.query(
      `insert into clusters.offer (product_id, cluster_id, artisan_id, fee_bp, fee_item_minor, fee_kg_minor, text, minimum_quantity, kept_back, offered_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)
       on conflict (product_id) do update set fee_bp = excluded.fee_bp, fee_item_minor = excluded.fee_item_minor, fee_kg_minor = excluded.fee_kg_minor,
         text = excluded.text, minimum_quantity = excluded.minimum_quantity, kept_back = excluded.kept_back
       where clusters.offer.cluster_id = excluded.cluster_id returning product_id`,
      [productId, clusterId, artisanId, fee.bp, fee.itemMinor, fee.kgMinor, text === null ? null : JSON.stringify(text), minimumQuantity, keptBack, tx.now],
    );
    if (rows.length === 0) throw clustersErrors.CLUSTER_OFFERED_ELSEWHERE({}, 'productId');
    await this.catalog.setExporter(tx, productId, { kind: 'cluster', id: clusterId, name: await this.clusters.name(tx, clusterId), fee, ...terms });
    await this.assertWithinThird(tx, productId);
    await tx.audit({ action: 'cluster.offer', subject: { type: 'product', id: productId }, detail: { clusterId, fee, minimumQuantity, keptBack } });
    return { productId, clusterId, artisanId, feeBp: fee.bp, feeItemMinor: fee.itemMinor, feeKgMinor: fee.kgMinor, ...terms };
  }

  /** Fixed amounts weigh more on a cheap piece; judged on the price it would have from now on. */
  private async assertWithinThird(tx: Tx, productId: string): Promise<void> {
    const [piece] = await this.catalog.tradeData([productId], tx);
    const { makerMinor, clusterMinor } = piece!.price;
    if (isWithinThird(makerMinor, clusterMinor)) return;
    const [fee, most] = [clusterMinor, basisPoints(makerMinor, MAX_FEE_BP)].map((minor) => toDecimal(money(minor, 'MAD')));
    throw clustersErrors.CLUSTER_FEE_TOO_HIGH({ fee: fee!, most: most! }, 'feeBp');
  }

  /** The fee it may be offered at: the one she accepted, or another part of the price where she lets the cluster price. */
  async assertMayOffer(tx: Tx, clusterId: string, artisanId: string, wanted: number | null): Promise<FeeTerms> {
    const accepted = await this.memberFee(tx, clusterId, artisanId);
    await this.assertPermission(tx, clusterId, artisanId, 'list');
    if (wanted !== null && wanted !== accepted.bp) await this.assertPermission(tx, clusterId, artisanId, 'price');
    return { ...accepted, bp: wanted ?? accepted.bp };
  }

  async isOffered(tx: Tx, productId: string, clusterId: string): Promise<boolean> {
    return (await tx.query(`select 1 from clusters.offer where product_id = $1 and cluster_id = $2`, [productId, clusterId])).length > 0;
  }

  /** Either side ends it: the maker, or a coordinator. */
  async withdraw(actor: Actor, productId: string): Promise<boolean> {
    return this.db.write(actor, async (tx) => {
      const [offer] = isId(productId) ? await tx.query<{ cluster_id: string; artisan_id: string }>(`select cluster_id, artisan_id from clusters.offer where product_id = $1 for update`, [productId]) : [];
      if (!offer) return false;
      if (actor.artisanId !== offer.artisan_id) await this.clusters.assertCoordinator(tx, offer.cluster_id);
      await this.end(tx, productId, offer.cluster_id);
      return true;
    });
  }

  async withdrawAll(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    const rows = await tx.query<{ product_id: string }>(
      `select product_id from clusters.offer where cluster_id = $1 and artisan_id = $2 order by product_id for update`,
      [clusterId, artisanId],
    );
    for (const row of rows) await this.end(tx, row.product_id, clusterId);
  }

  /** Her permission about stock ended: all her free units are on offer again, the rest of each offer stands. */
  async keepNothingBack(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    const rows = await tx.query<OfferTerms & FeeTerms & { productId: string }>(
      `update clusters.offer set kept_back = 0 where cluster_id = $1 and artisan_id = $2 and kept_back > 0
       returning product_id "productId", fee_bp bp, fee_item_minor "itemMinor", fee_kg_minor "kgMinor", text, minimum_quantity "minimumQuantity", kept_back "keptBack"`,
      [clusterId, artisanId],
    );
    for (const { productId, bp, itemMinor, kgMinor, ...terms } of rows.toSorted((a, b) => (a.productId < b.productId ? -1 : 1))) {
      await this.catalog.setExporter(tx, productId, { kind: 'cluster', id: clusterId, name: await this.clusters.name(tx, clusterId), fee: { bp, itemMinor, kgMinor }, ...terms });
    }
  }

  async offersOf(clusterId: string): Promise<Offer[]> {
    if (!isId(clusterId)) return [];
    return this.db.read<Offer>(
      `select product_id "productId", cluster_id "clusterId", artisan_id "artisanId", fee_bp "feeBp", fee_item_minor "feeItemMinor", fee_kg_minor "feeKgMinor",
         text, minimum_quantity "minimumQuantity", kept_back "keptBack" from clusters.offer where cluster_id = $1 order by offered_at, product_id limit 500`,
      [clusterId],
    );
  }

  /** The product is its maker's alone again, in name and in price. */
  async end(tx: Tx, productId: string, clusterId: string): Promise<void> {
    await tx.query(`delete from clusters.offer where product_id = $1`, [productId]);
    // Whatever ended it, no collective sale may believe that the offer is still its own.
    await tx.query(`update clusters.collective_piece set offered = false where product_id = $1 and offered`, [productId]);
    await this.catalog.setExporter(tx, productId, null);
    await tx.audit({ action: 'cluster.withdraw_offer', subject: { type: 'product', id: productId }, detail: { clusterId } });
  }

  private async memberFee(tx: Tx, clusterId: string, artisanId: string): Promise<FeeTerms> {
    const [row] = await tx.query<FeeTerms>(
      `select fee_bp bp, fee_item_minor "itemMinor", fee_kg_minor "kgMinor" from clusters.member where cluster_id = $1 and artisan_id = $2 and state = 'active' for share`,
      [clusterId, artisanId],
    );
    if (!row) throw clustersErrors.CLUSTER_NOT_MEMBER({}, 'productId');
    return row;
  }

  private async assertPermission(tx: Tx, clusterId: string, artisanId: string, permission: Permission): Promise<void> {
    const rows = await tx.query(`select 1 from clusters.permission where cluster_id = $1 and artisan_id = $2 and permission = $3`, [clusterId, artisanId, permission]);
    if (rows.length === 0) throw clustersErrors.CLUSTER_PERMISSION_MISSING({ permission }, 'productId');
  }
}

/** Null when nothing was written in any language. */
function textOf(text: Partial<Record<keyof OfferText, string | null | undefined>> | null | undefined): OfferText | null {
  const read = (locale: keyof OfferText): string | null => (text?.[locale]?.trim() ? freeText(text[locale], 1_000, `input.text.${locale}`) : null);
  const [en, fr, ar] = LOCALES.map(read);
  return en ?? fr ?? ar ? { en: en!, fr: fr!, ar: ar! } : null;
}
