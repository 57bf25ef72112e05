import { Injectable } from '@nestjs/common';
import { isId, type Actor } from '#libs/kernel';
import { Database, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from './clusters.service.js';
import { clustersErrors } from './clusters.errors.js';
import { FEE_ROLES, totalBp, type RoleFee } from './fee.js';
import { MAX_FEE_BP } from './membership.js';

const shape = z.array(z.object({ role: z.enum(FEE_ROLES), bp: z.number().int().min(0).max(MAX_FEE_BP) })).max(FEE_ROLES.length);

/** What a cluster takes and for which work. A member pays what she accepted until she accepts something else. */
@Injectable()
export class ClusterFeesService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
  ) {}

  async set(actor: Actor, clusterId: string, raw: readonly RoleFee[]): Promise<void> {
    const fees = parse(shape, raw, 'fees');
    if (new Set(fees.map((fee) => fee.role)).size < fees.length || totalBp(fees) > MAX_FEE_BP) throw clustersErrors.CLUSTER_FEES({ max: MAX_FEE_BP }, 'fees');
    await this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, clusterId);
      const [row] = await tx.query(`update clusters.cluster set fee_bp = $2 where id = $1 returning id`, [clusterId, totalBp(fees)]);
      if (!row) throw clustersErrors.CLUSTER_NOT_FOUND();
      await this.clusters.writeFees(tx, clusterId, fees);
      await tx.audit({ action: 'cluster.fees', subject: { type: 'cluster', id: clusterId }, detail: { fees } });
    });
  }

  /** A member accepts the cluster's fee of today, having read it. Offers made before keep theirs until they are made again. */
  async accept(actor: Actor, clusterId: string, readBp: number): Promise<void> {
    await this.db.write(actor, async (tx) => {
      const [cluster] = isId(clusterId) ? await tx.query<{ fee_bp: number }>(`select fee_bp from clusters.cluster where id = $1 for share`, [clusterId]) : [];
      if (!cluster || !actor.artisanId) throw clustersErrors.CLUSTER_NOT_FOUND();
      if (cluster.fee_bp !== readBp) throw clustersErrors.CLUSTER_FEE_CHANGED({ fee: cluster.fee_bp }, 'feeBp');
      const moved = await tx.query(`update clusters.member set fee_bp = $3 where cluster_id = $1 and artisan_id = $2 and state = 'active' returning artisan_id`, [clusterId, actor.artisanId, readBp]);
      if (moved.length === 0) throw clustersErrors.CLUSTER_NOT_MEMBER();
      await this.clusters.copyFees(tx, clusterId, actor.artisanId);
      await tx.audit({ action: 'cluster.accept_fee', subject: { type: 'cluster', id: clusterId }, detail: { artisanId: actor.artisanId, feeBp: readBp } });
    });
  }

  /** What a member accepted, by role: the proportions in which a sale of hers is divided. */
  async accepted(tx: Tx, clusterId: string, artisanId: string): Promise<RoleFee[]> {
    return tx.query<RoleFee>(`select role, bp from clusters.member_fee where cluster_id = $1 and artisan_id = $2 order by role`, [clusterId, artisanId]);
  }
}
