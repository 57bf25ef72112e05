import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { clustersErrors } from '../clusters.errors.js';
import { PERMISSION_WORDS } from '../words.js';
import type { Permission } from './membership.js';

/** What each member lets her cluster do. Asked in the transaction that does it, so taking one back is effective at once. */
@Injectable()
export class PermissionsService {
  async has(tx: Tx, clusterId: string, artisanId: string, permission: Permission): Promise<boolean> {
    // Locked for the transaction: a permission taken back meanwhile waits for what it allowed, or comes before it.
    const rows = await tx.query(`select 1 from clusters.permission where cluster_id = $1 and artisan_id = $2 and permission = $3 for share`, [clusterId, artisanId, permission]);
    return rows.length > 0;
  }

  async assert(tx: Tx, clusterId: string, artisanId: string, permission: Permission, field?: string): Promise<void> {
    if (!(await this.has(tx, clusterId, artisanId, permission))) throw clustersErrors.CLUSTER_PERMISSION_MISSING({ permission }, field).worded({ permission: PERMISSION_WORDS[permission] });
  }
}
