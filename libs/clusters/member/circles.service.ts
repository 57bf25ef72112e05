import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';
import { clustersErrors } from '../clusters.errors.js';

/**
 * A cooperative or an enterprise has an entry of its own in the register, and by it may be a member of another grouping:
 * a union. No grouping may come to be its own member that way, through however many others.
 */
@Injectable()
export class CirclesService {
  /** Before the entry becomes a member: refused when this cluster already belongs, near or far, to the grouping behind the entry. */
  async assertNone(tx: Tx, clusterId: string, artisanId: string): Promise<void> {
    const [own] = await tx.query<{ id: string }>(`select id from clusters.cluster where entry_id = $1`, [artisanId]);
    if (!own || own.id === clusterId) return;
    // Two halves of a circle may be joined at the same moment: they are looked at one after the other.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('clusters.circle', 49))`);
    const [circle] = await tx.query(
      `with recursive inside(id) as (
         select $1::uuid
         union
         select c.id from inside i join clusters.member m on m.cluster_id = i.id and m.state = 'active' join clusters.cluster c on c.entry_id = m.artisan_id and c.id <> i.id)
       select 1 from inside where id = $2`,
      [own.id, clusterId],
    );
    if (circle) throw clustersErrors.CLUSTER_CIRCULAR({}, 'artisanId');
  }
}
