import { Injectable } from '@nestjs/common';
import { CatalogService, PhotographService, type Photograph } from '#libs/catalog';
import { isId, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import type { Permission } from './membership.js';
import { PermissionsService } from './permissions.service.js';

/** What a cluster does to a member's own piece because she lets it: count it, photograph it. The record names who did. */
@Injectable()
export class DelegatedService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly permissions: PermissionsService,
    private readonly catalog: CatalogService,
    private readonly photographs: PhotographService,
  ) {}

  /** How many of a piece there are to sell. */
  async stock(actor: Actor, clusterId: string, productId: string, stock: number): Promise<number> {
    return this.db.write(actor, async (tx) => {
      const artisanId = await this.assertMay(tx, clusterId, productId, 'stock');
      await this.catalog.setStock(tx, productId, stock);
      await tx.audit({ action: 'cluster.stock', subject: { type: 'product', id: productId }, detail: { clusterId, artisanId, stock } });
      const [piece] = await this.catalog.tradeData([productId], tx);
      return piece?.available ?? 0;
    });
  }

  photograph(actor: Actor, clusterId: string, command: { id: string; productId: string }, file: Buffer): Promise<Photograph> {
    const maker = (tx: Tx): Promise<string> => this.assertMay(tx, clusterId, command.productId, 'photograph');
    return this.photographs.add(actor, command, file, {
      assertMay: async (tx) => void (await maker(tx)),
      note: async (tx) => tx.audit({ action: 'cluster.photograph', subject: { type: 'product', id: command.productId }, detail: { clusterId, artisanId: await maker(tx), photographId: command.id } }),
    });
  }

  /** Of a member's piece that was listed at least once; a stranger's does not exist here. Answers whose it is. */
  private async assertMay(tx: Tx, clusterId: string, productId: string, permission: Permission): Promise<string> {
    await this.clusters.assertCoordinator(tx, clusterId);
    const [piece] = isId(productId) ? await this.catalog.tradeData([productId], tx) : [];
    const tie = piece ? await tx.query(`select 1 from clusters.member where cluster_id = $1 and artisan_id = $2 and state = 'active'`, [clusterId, piece.artisanId]) : [];
    if (!piece || tie.length === 0) throw clustersErrors.CLUSTER_MEMBER_NOT_FOUND({}, 'productId');
    await this.permissions.assert(tx, clusterId, piece.artisanId, permission, 'productId');
    return piece.artisanId;
  }
}
