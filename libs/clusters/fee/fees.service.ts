import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { OffersService } from '../offer/offers.service.js';
import { feeColumns } from './fee.columns.js';
import { fixedShape, partShape } from './fee.shapes.js';
import { FEE_ROLES, feeWords, isPaid, isSameFee, MAX_FEE_BP, MAX_FIXED_MINOR, totalOf, type FeeTerms, type RoleFee } from './fee.js';

const fixed = fixedShape.default(0);
const shape = z
  .array(z.object({ role: z.enum(FEE_ROLES), bp: partShape.default(0), itemMinor: fixed, kgMinor: fixed, orderMinor: fixed }))
  .max(FEE_ROLES.length);
export type SetFees = z.input<typeof shape>;

/** What a cluster takes and for which work. A member pays what she accepted until she accepts something else. */
@Injectable()
export class ClusterFeesService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly offers: OffersService,
  ) {}

  async set(actor: Actor, clusterId: string, raw: SetFees): Promise<void> {
    const fees = parse(shape, raw, 'fees');
    const total = totalOf(fees);
    const tooMuch = total.bp > MAX_FEE_BP || total.itemMinor > MAX_FIXED_MINOR || total.kgMinor > MAX_FIXED_MINOR || total.orderMinor > MAX_FIXED_MINOR;
    if (new Set(fees.map((fee) => fee.role)).size < fees.length || tooMuch) throw clustersErrors.CLUSTER_FEES({ max: MAX_FEE_BP / 100, fixed: MAX_FIXED_MINOR / 100 }, 'fees');
    await this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      const [row] = await tx.query(`update clusters.cluster set fee_bp = $2, fee_item_minor = $3, fee_kg_minor = $4, fee_order_minor = $5 where id = $1 returning id`, [clusterId, total.bp, total.itemMinor, total.kgMinor, total.orderMinor]);
      if (!row) throw clustersErrors.CLUSTER_NOT_FOUND();
      await this.write(tx, clusterId, fees);
      await tx.audit({ action: 'cluster.fees', subject: { type: 'cluster', id: clusterId }, detail: { fees } });
    });
  }

  /** A member accepts the cluster's fee of today, having read it. Her standing offers ask it from the same moment, but for the cluster's own prices. */
  async accept(actor: Actor, clusterId: string, read: FeeTerms): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const [today] = isId(clusterId)
        ? await tx.query<FeeTerms>(`select ${feeColumns()} from clusters.cluster where id = $1 for share`, [clusterId])
        : [];
      if (!today || !actor.artisanId) throw clustersErrors.CLUSTER_NOT_FOUND();
      if (!isSameFee(today, read)) throw clustersErrors.CLUSTER_FEE_CHANGED(feeWords(today), 'feeBp');
      const moved = await tx.query(
        `update clusters.member set fee_bp = $3, fee_item_minor = $4, fee_kg_minor = $5, fee_order_minor = $6 where cluster_id = $1 and artisan_id = $2 and state = 'active' returning artisan_id`,
        [clusterId, actor.artisanId, read.bp, read.itemMinor, read.kgMinor, read.orderMinor],
      );
      if (moved.length === 0) throw clustersErrors.CLUSTER_NOT_MEMBER();
      await this.clusters.copyFees(tx, clusterId, actor.artisanId);
      await this.offers.priceAgain(tx, clusterId, actor.artisanId);
      await tx.audit({ action: 'cluster.accept_fee', subject: { type: 'cluster', id: clusterId }, detail: { artisanId: actor.artisanId, fee: read } });
    });
  }

  /** What a member accepted, by role: the proportions in which a sale of hers is divided. */
  async accepted(tx: Tx, clusterId: string, artisanId: string): Promise<RoleFee[]> {
    return tx.query<RoleFee>(`select role, bp, item_minor "itemMinor", kg_minor "kgMinor", order_minor "orderMinor" from clusters.member_fee where cluster_id = $1 and artisan_id = $2 order by role`, [clusterId, artisanId]);
  }

  private async write(tx: Tx, clusterId: string, fees: readonly RoleFee[]): Promise<void> {
    await tx.query(`delete from clusters.fee where cluster_id = $1`, [clusterId]);
    for (const fee of fees.filter(isPaid)) {
      await tx.query(`insert into clusters.fee (cluster_id, role, bp, item_minor, kg_minor, order_minor) values ($1,$2,$3,$4,$5,$6)`, [clusterId, fee.role, fee.bp, fee.itemMinor, fee.kgMinor, fee.orderMinor]);
    }
  }
}
