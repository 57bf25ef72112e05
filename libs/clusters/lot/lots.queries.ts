import { Injectable } from '@nestjs/common';
import { hasRole, isId, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import type { LotState, SharingRule } from './allotment.js';
import { ClustersService } from '../clusters.service.js';

export interface LotView {
  readonly id: string;
  readonly orderId: string;
  readonly line: number;
  readonly artisanId: string;
  readonly quantity: number;
  readonly state: LotState;
  readonly rule: SharingRule;
  readonly reason: string;
  readonly outcome: string | null;
  readonly answerBy: Date;
}

export interface AllotmentView {
  readonly orderId: string;
  readonly line: number;
  readonly clusterId: string;
  readonly productId: string;
  readonly total: number;
  readonly state: 'open' | 'finished' | 'closed';
  readonly lots: LotView[];
}

const LOT = `id, order_id "orderId", line, artisan_id "artisanId", quantity, state, rule, reason, outcome, answer_by "answerBy"`;

/** Who makes what, as coordinators see a cluster and a member sees her own lots. */
@Injectable()
export class LotsQueries {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
  ) {}

  async allotments(actor: Actor, clusterId: string): Promise<AllotmentView[]> {
    if (!isId(clusterId)) return [];
    if (!hasRole(actor, 'admin', 'desk') && !(await this.clusters.coordinatedBy(actor)).includes(clusterId)) return [];
    const rows = await this.db.read<Omit<AllotmentView, 'lots'>>(
      `select order_id "orderId", line, cluster_id "clusterId", product_id "productId", total, state from clusters.allotment where cluster_id = $1 order by opened_at desc, order_id, line limit 100`,
      [clusterId],
    );
    const lots = await this.db.read<LotView>(`select ${LOT} from clusters.lot where order_id = any($1::uuid[]) order by offered_at, id`, [rows.map((row) => row.orderId)]);
    return rows.map((row) => ({ ...row, lots: lots.filter((lot) => lot.orderId === row.orderId && lot.line === row.line) }));
  }

  async myLots(actor: Actor): Promise<LotView[]> {
    if (!actor.artisanId) return [];
    return this.db.read<LotView>(`select ${LOT} from clusters.lot where artisan_id = $1 order by offered_at desc, id desc limit 100`, [actor.artisanId]);
  }

  /** Whether members have taken on any of an order: then somebody is at work on it. */
  async isTakenOn(tx: Tx, orderId: string): Promise<boolean> {
    return (await tx.query(`select 1 from clusters.lot where order_id = $1 and state in ('accepted', 'made', 'inspected') limit 1`, [orderId])).length > 0;
  }

  /** For whoever has just moved it. */
  async lot(id: string): Promise<LotView> {
    return (await this.db.read<LotView>(`select ${LOT} from clusters.lot where id = $1`, [id]))[0]!;
  }
}
