import { Injectable } from '@nestjs/common';
import { catalogErrors, CatalogService, clusterFeeOf, type TradeData } from '#libs/catalog';
import { isId, money, toDecimal, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { feeColumns } from '../fee/fee.columns.js';
import { fixedShape, partShape } from '../fee/fee.shapes.js';
import { isSameFee, judgeFee, NOT_ASKED, priced, type AskedFee, type FeeTerms } from '../fee/fee.js';
import { PermissionsService } from '../member/permissions.service.js';
import { OfferLettersService } from './offer-letters.service.js';
import { textOf, type OfferTerms } from './offer.js';

export interface Offer extends OfferTerms {
  readonly productId: string;
  readonly clusterId: string;
  readonly artisanId: string;
  readonly feeBp: number;
  readonly feeItemMinor: number;
  readonly feeKgMinor: number;
  readonly feeOrderMinor: number;
  /** Its own price for the piece, where she lets it set one. */
  readonly asked: AskedFee;
  /** While its fee is above a third of what the maker now asks, the piece is hers alone. */
  readonly paused: boolean;
  /** Likewise while nobody speaks for the cluster. */
  readonly resting: boolean;
}

/** An offer as its row keeps it. */
export interface StandingOffer extends OfferTerms {
  readonly productId: string;
  readonly clusterId: string;
  readonly artisanId: string;
  readonly fee: FeeTerms;
  readonly asked: AskedFee;
  readonly paused: boolean;
  readonly resting: boolean;
}

const typed = z.string().max(100_000).nullish();
const shape = z.object({
  feeBp: partShape.nullable(),
  feeItemMinor: fixedShape.nullish(),
  text: z.object({ en: typed, fr: typed, ar: typed }).nullish(),
  minimumQuantity: z.number().int().min(1).max(1_000).default(1),
  keptBack: z.number().int().min(0).max(100_000).default(0),
});
export type OfferWords = Omit<z.input<typeof shape>, 'feeBp'>;

const OFFER = `select product_id "productId", cluster_id "clusterId", artisan_id "artisanId", text, minimum_quantity "minimumQuantity", kept_back "keptBack", paused_at is not null paused, resting,
  json_build_object('bp', fee_bp, 'itemMinor', fee_item_minor, 'kgMinor', fee_kg_minor, 'orderMinor', fee_order_minor) fee,
  json_build_object('bp', asked_bp, 'itemMinor', asked_item_minor) asked from clusters.offer`;

/**
 * A member's product under the cluster's name, without a copy of it: the catalogue's own row carries the
 * exporter and the fee, and loses both in the transaction that withdraws the offer.
 */
@Injectable()
export class OffersService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly permissions: PermissionsService,
    private readonly catalog: CatalogService,
    private readonly letters: OfferLettersService,
  ) {}

  /** Another fee than the one she accepted needs her permission to price; leaving units of hers unsold, the one about her stock. */
  async offer(actor: Actor, clusterId: string, productId: string, feeBp: number | null, words: OfferWords = {}): Promise<Offer> {
    const { feeBp: bp, feeItemMinor: itemMinor = null, text, ...rest } = parse(shape, { feeBp, ...words }, 'input');
    const terms: OfferTerms = { ...rest, text: textOf(text) };
    const [piece] = isId(productId) ? await this.catalog.tradeData([productId]) : [];
    if (!piece) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND({}, 'productId');
    return this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      // What a coordinator says now outlives a sale that is on: its closing brings nothing back.
      await tx.query(`update clusters.collective_piece set offered = false, before = null where product_id = $1 and offered`, [productId]);
      return this.put(tx, clusterId, productId, piece.artisanId, { bp, itemMinor }, terms);
    });
  }

  /** Offers it inside the caller's transaction, if the maker's permissions still say so. */
  async put(tx: Tx, clusterId: string, productId: string, artisanId: string, asked: AskedFee, terms: OfferTerms): Promise<Offer> {
    if (await this.rests(tx, clusterId)) throw clustersErrors.CLUSTER_AT_REST({}, 'clusterId');
    const fee = await this.assertMayOffer(tx, clusterId, artisanId, asked);
    if (terms.keptBack > 0) await this.permissions.assert(tx, clusterId, artisanId, 'stock', 'productId');
    const offer = { clusterId, productId, artisanId, fee, asked, paused: false, resting: false, ...terms };
    const written = await this.write(tx, offer);
    await this.assertWithinThird(tx, offer);
    return written;
  }

  /**
   * Brings an offer back as it stood, as far as its maker still lets the cluster; false when she does not. Where her price
   * has moved so far that its fee is now above a third of it, it comes back paused.
   */
  async bringBack(tx: Tx, offer: StandingOffer): Promise<boolean> {
    const { clusterId, artisanId } = offer;
    const accepted = await this.accepted(tx, clusterId, artisanId);
    if (!accepted || !(await this.permissions.has(tx, clusterId, artisanId, 'list'))) return false;
    const asked = (await this.permissions.has(tx, clusterId, artisanId, 'price')) ? offer.asked : NOT_ASKED;
    const keptBack = (await this.permissions.has(tx, clusterId, artisanId, 'stock')) ? offer.keptBack : 0;
    await this.write(tx, { ...offer, asked, fee: priced(accepted, asked), keptBack, paused: false, resting: false });
    await this.judgeAgain(tx, offer.productId);
    return true;
  }

  /**
   * What she pays has changed, or whether the cluster may price: each of her offers asks from now on what she accepted, or
   * the cluster's own price as long as she lets it have one. A price taken back does not return with the permission.
   */
  async priceAgain(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    const accepted = await this.accepted(tx, clusterId, artisanId);
    const mayPrice = await this.permissions.has(tx, clusterId, artisanId, 'price');
    if (!accepted) return;
    if (!mayPrice) await this.forget(tx, clusterId, artisanId, { asked: NOT_ASKED });
    const rows = await tx.query<StandingOffer>(`${OFFER} where cluster_id = $1 and artisan_id = $2 order by product_id for update`, [clusterId, artisanId]);
    for (const offer of rows) {
      const asked = mayPrice ? offer.asked : NOT_ASKED;
      const fee = priced(accepted, asked);
      await tx.query(`update clusters.offer set asked_bp = $2, asked_item_minor = $3, fee_bp = $4, fee_item_minor = $5, fee_kg_minor = $6, fee_order_minor = $7 where product_id = $1`, [
        offer.productId, asked.bp, asked.itemMinor, fee.bp, fee.itemMinor, fee.kgMinor, fee.orderMinor,
      ]);
      if (isShown(offer) && !isSameFee(fee, offer.fee)) await this.show(tx, { ...offer, fee });
      await this.judgeAgain(tx, offer.productId);
    }
  }

  /** What a permission allowed must not come back by itself when a sale closes. */
  private async forget(tx: Tx, clusterId: string, artisanId: string, part: Partial<StandingOffer>): Promise<void> {
    await tx.query(
      `update clusters.collective_piece p set before = p.before || $3::jsonb from clusters.collective_sale s
       where s.id = p.sale_id and s.cluster_id = $1 and p.artisan_id = $2 and p.before is not null`,
      [clusterId, artisanId, JSON.stringify(part)],
    );
  }

  private async write(tx: Tx, offer: StandingOffer): Promise<Offer> {
    const { productId, clusterId, artisanId, fee, asked, text, minimumQuantity, keptBack } = offer;
    const rows = await tx.query(
      `insert into clusters.offer (product_id, cluster_id, artisan_id, fee_bp, fee_item_minor, fee_kg_minor, fee_order_minor, text, minimum_quantity, kept_back, offered_at, asked_bp, asked_item_minor)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)
       on conflict (product_id) do update set fee_bp = excluded.fee_bp, fee_item_minor = excluded.fee_item_minor, fee_kg_minor = excluded.fee_kg_minor,
         fee_order_minor = excluded.fee_order_minor, text = excluded.text, minimum_quantity = excluded.minimum_quantity, kept_back = excluded.kept_back, asked_bp = excluded.asked_bp, asked_item_minor = excluded.asked_item_minor, paused_at = null, resting = false
       where clusters.offer.cluster_id = excluded.cluster_id returning product_id`,
      [productId, clusterId, artisanId, fee.bp, fee.itemMinor, fee.kgMinor, fee.orderMinor, text === null ? null : JSON.stringify(text), minimumQuantity, keptBack, tx.now, asked.bp, asked.itemMinor],
    );
    if (rows.length === 0) throw clustersErrors.CLUSTER_OFFERED_ELSEWHERE({}, 'productId');
    await this.show(tx, offer);
    await tx.audit({ action: 'cluster.offer', subject: { type: 'product', id: productId }, detail: { clusterId, fee, minimumQuantity, keptBack } });
    return { productId, clusterId, artisanId, feeBp: fee.bp, feeItemMinor: fee.itemMinor, feeKgMinor: fee.kgMinor, feeOrderMinor: fee.orderMinor, asked, paused: false, resting: false, text, minimumQuantity, keptBack };
  }

  /** The catalogue's row carries the cluster's name, price, words, minimum and stock rule from here on. */
  private async show(tx: Tx, { productId, clusterId, fee, text, minimumQuantity, keptBack }: StandingOffer): Promise<void> {
    await this.catalog.setExporter(tx, productId, { kind: 'cluster', id: clusterId, name: await this.clusters.name(tx, clusterId), fee, text, minimumQuantity, keptBack });
  }

  private async assertWithinThird(tx: Tx, offer: StandingOffer): Promise<void> {
    const [piece] = await this.catalog.tradeData([offer.productId], tx);
    this.assertFits(piece!, offer);
  }

  /** Fixed amounts weigh more on a cheap piece, and most on the smallest order; of a unique piece there is one. `at` is where the input says the piece. */
  assertFits(piece: TradeData, terms: Pick<StandingOffer, 'fee' | 'minimumQuantity'>, at?: string): void {
    const field = (name: string): string => (at === undefined ? name : `${at}.${name}`);
    if (piece.unique && terms.minimumQuantity > 1) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 1, max: 1 }, field('minimumQuantity'));
    const { within, feeMinor, mostMinor } = judged(piece, terms);
    const [fee, most] = [feeMinor, mostMinor].map((minor) => toDecimal(money(minor, 'MAD')));
    if (!within) throw clustersErrors.CLUSTER_FEE_TOO_HIGH({ fee: fee!, most: most! }, field('feeBp'));
  }

  /**
   * The maker asks another price, the piece weighs otherwise, or the cluster came to rest or woke. While the fee is above a third of
   * her price, or nobody speaks for the cluster, the piece is hers alone, at her price; after that the offer stands again. Of the
   * price both are told each time; of the rest all members are, once.
   */
  async judgeAgain(tx: Tx, productId: string): Promise<void> {
    const [cluster] = await tx.query<{ id: string }>(`select cluster_id id from clusters.offer where product_id = $1`, [productId]);
    // The cluster before the offer, as every step of a membership locks them.
    const resting = cluster !== undefined && (await this.rests(tx, cluster.id));
    const [offer] = await tx.query<StandingOffer>(`${OFFER} where product_id = $1 for update`, [productId]);
    const [piece] = offer ? await this.catalog.tradeData([productId], tx) : [];
    if (!offer || !piece) return;
    const paused = !judged(piece, offer).within;
    if (paused === offer.paused && resting === offer.resting) return;
    await tx.query(`update clusters.offer set paused_at = case when not $2 then null else coalesce(paused_at, $3) end, resting = $4 where product_id = $1`, [productId, paused, tx.now, resting]);
    const shown = isShown({ paused, resting });
    if (shown !== isShown(offer)) await (shown ? this.show(tx, offer) : this.catalog.setExporter(tx, productId, null));
    if (paused === offer.paused) return;
    await tx.audit({ action: paused ? 'cluster.pause_offer' : 'cluster.resume_offer', subject: { type: 'product', id: productId }, detail: { clusterId: offer.clusterId } });
    if (!resting) await this.letters.tell(tx, { productId, clusterId: offer.clusterId, artisanId: offer.artisanId, kind: paused ? 'paused' : 'resumed' });
  }

  /** Whether nobody speaks for the cluster; it stays so until the transaction ends. */
  private async rests(tx: Tx, clusterId: string): Promise<boolean> {
    const [cluster] = await tx.query<{ rests: boolean }>(`select rested_at is not null rests from clusters.cluster where id = $1 for share`, [clusterId]);
    return cluster?.rests ?? false;
  }

  /** The fee it may be offered at: the one she accepted, or another where she lets the cluster price. */
  async assertMayOffer(tx: Tx, clusterId: string, artisanId: string, asked: AskedFee): Promise<FeeTerms> {
    const accepted = await this.accepted(tx, clusterId, artisanId);
    if (!accepted) throw clustersErrors.CLUSTER_NOT_MEMBER({}, 'productId');
    await this.permissions.assert(tx, clusterId, artisanId, 'list', 'productId');
    const fee = priced(accepted, asked);
    if (fee.bp !== accepted.bp || fee.itemMinor !== accepted.itemMinor) await this.permissions.assert(tx, clusterId, artisanId, 'price', 'productId');
    return fee;
  }

  private async accepted(tx: Tx, clusterId: string, artisanId: string): Promise<FeeTerms | null> {
    const [accepted] = await tx.query<FeeTerms>(`select ${feeColumns()} from clusters.member where cluster_id = $1 and artisan_id = $2 and state = 'active' for share`, [clusterId, artisanId]);
    return accepted ?? null;
  }

  /** The cluster's standing offer of a piece, locked, or null. */
  async standing(tx: Tx, productId: string, clusterId: string): Promise<StandingOffer | null> {
    return (await tx.query<StandingOffer>(`${OFFER} where product_id = $1 and cluster_id = $2 for update`, [productId, clusterId]))[0] ?? null;
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
    await this.forget(tx, clusterId, artisanId, { keptBack: 0 });
    const rows = await tx.query<StandingOffer>(`${OFFER} where cluster_id = $1 and artisan_id = $2 and kept_back > 0 order by product_id for update`, [clusterId, artisanId]);
    for (const offer of rows) {
      await tx.query(`update clusters.offer set kept_back = 0 where product_id = $1`, [offer.productId]);
      if (isShown(offer)) await this.show(tx, { ...offer, keptBack: 0 });
    }
  }

  /** The product is its maker's alone again, in name and in price. */
  async end(tx: Tx, productId: string, clusterId: string): Promise<void> {
    await tx.query(`delete from clusters.offer where product_id = $1`, [productId]);
    // Whatever ended it, no collective sale may believe that the offer is still its own, or bring an older one back.
    await tx.query(`update clusters.collective_piece set offered = false, before = null where product_id = $1 and offered`, [productId]);
    await this.catalog.setExporter(tx, productId, null);
    await tx.audit({ action: 'cluster.withdraw_offer', subject: { type: 'product', id: productId }, detail: { clusterId } });
  }
}

/** Whether the catalogue shows the piece under the cluster's name. */
function isShown({ paused, resting }: Pick<StandingOffer, 'paused' | 'resting'>): boolean {
  return !paused && !resting;
}

function judged(piece: TradeData, { fee, minimumQuantity }: Pick<StandingOffer, 'fee' | 'minimumQuantity'>): ReturnType<typeof judgeFee> {
  const { makerMinor } = piece.price;
  return judgeFee({ makerMinor, clusterMinor: clusterFeeOf(makerMinor, piece.netWeightGrams, fee), clusterOrderMinor: fee.orderMinor, minimumQuantity: piece.unique ? 1 : minimumQuantity });
}
