import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { isId, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from './clusters.service.js';
import { clustersErrors } from './clusters.errors.js';
import { MAX_FEE_BP, type Permission } from './membership.js';

export interface Offer {
  readonly productId: string;
  readonly clusterId: string;
  readonly artisanId: string;
  readonly feeBp: number;
}

const feeShape = z.object({ feeBp: z.number().int().min(0).max(MAX_FEE_BP).nullable() });

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

  /** Another fee than the one she accepted on joining needs her permission to price. */
  async offer(actor: Actor, clusterId: string, productId: string, feeBp: number | null): Promise<Offer> {
    const wanted = parse(feeShape, { feeBp }, 'input').feeBp;
    const [piece] = isId(productId) ? await this.catalog.tradeData([productId]) : [];
    if (!piece) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND({}, 'productId');
    return this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      return this.put(tx, clusterId, productId, piece.artisanId, wanted);
    });
  }

  /** Offers it inside the caller's transaction, if the maker's permissions still say so. */
  async put(tx: Tx, clusterId: string, productId: string, artisanId: string, wanted: number | null): Promise<Offer> {
    const feeBp = await this.assertMayOffer(tx, clusterId, artisanId, wanted);
    const rows = await tx.query(
      `insert into clusters.offer (product_id, cluster_id, artisan_id, fee_bp, offered_at) values ($1,$2,$3,$4,$5)
       on conflict (product_id) do update set fee_bp = excluded.fee_bp where clusters.offer.cluster_id = excluded.cluster_id returning product_id`,
      [productId, clusterId, artisanId, feeBp, tx.now],
    );
    if (rows.length === 0) throw clustersErrors.CLUSTER_OFFERED_ELSEWHERE({}, 'productId');
    await this.catalog.setExporter(tx, productId, { kind: 'cluster', id: clusterId, name: await this.clusters.name(tx, clusterId), feeBp });
    await tx.audit({ action: 'cluster.offer', subject: { type: 'product', id: productId }, detail: { clusterId, feeBp } });
    return { productId, clusterId, artisanId, feeBp };
  }

  /** The fee it may be offered at: the one she accepted, or another where she lets the cluster price. */
  async assertMayOffer(tx: Tx, clusterId: string, artisanId: string, wanted: number | null): Promise<number> {
    const accepted = await this.memberFee(tx, clusterId, artisanId);
    await this.assertPermission(tx, clusterId, artisanId, 'list');
    if (wanted !== null && wanted !== accepted) await this.assertPermission(tx, clusterId, artisanId, 'price');
    return wanted ?? accepted;
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

  async offersOf(clusterId: string): Promise<Offer[]> {
    if (!isId(clusterId)) return [];
    return this.db.read<Offer>(
      `select product_id "productId", cluster_id "clusterId", artisan_id "artisanId", fee_bp "feeBp" from clusters.offer where cluster_id = $1 order by offered_at, product_id limit 500`,
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

  private async memberFee(tx: Tx, clusterId: string, artisanId: string): Promise<number> {
    const [row] = await tx.query<{ fee_bp: number }>(`select fee_bp from clusters.member where cluster_id = $1 and artisan_id = $2 and state = 'active' for share`, [clusterId, artisanId]);
    if (!row) throw clustersErrors.CLUSTER_NOT_MEMBER({}, 'productId');
    return row.fee_bp;
  }

  private async assertPermission(tx: Tx, clusterId: string, artisanId: string, permission: Permission): Promise<void> {
    const rows = await tx.query(`select 1 from clusters.permission where cluster_id = $1 and artisan_id = $2 and permission = $3`, [clusterId, artisanId, permission]);
    if (rows.length === 0) throw clustersErrors.CLUSTER_PERMISSION_MISSING({ permission }, 'productId');
  }
}
