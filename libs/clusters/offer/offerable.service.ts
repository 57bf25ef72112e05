import { Injectable } from '@nestjs/common';
import { CatalogService, type OwnPiece } from '#libs/catalog';
import { hasRole, isId, type Actor } from '#libs/kernel';
import { Database } from '#libs/platform';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { NOTHING, type PageAsked, type PageOf } from '../page.types.js';

export interface OfferableAsked extends PageAsked {
  readonly query?: string | null | undefined;
  readonly artisanId?: string | null | undefined;
}

/** What a cluster could offer and does not yet: what members who let it list their pieces sell under their own names. */
@Injectable()
export class OfferableService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
  ) {}

  async page(actor: Actor, clusterId: string, { first, after, sort, query, artisanId }: OfferableAsked): Promise<PageOf<OwnPiece>> {
    if (!isId(clusterId) || !(hasRole(actor, 'admin') || (await this.clusters.coordinatedBy(actor)).includes(clusterId))) throw clustersErrors.CLUSTER_NOT_FOUND({}, 'clusterId');
    const letting = await this.db.prepared<{ id: string }>('clusters.letting-list', `select artisan_id id from clusters.permission where cluster_id = $1 and permission = 'list'`, [clusterId]);
    const makers = letting.map((one) => one.id).filter((id) => artisanId == null || id === artisanId);
    if (makers.length === 0) return NOTHING;
    // An offer that is paused or rests is the maker's own on the shelf, and a cluster's all the same.
    const held = await this.db.prepared<{ id: string }>('clusters.unshown', `select product_id id from clusters.offer where artisan_id = any($1::uuid[]) and (paused_at is not null or resting)`, [makers]);
    return this.catalog.ownOnSale({ makers, without: held.map((one) => one.id), first, after, query, oldest: sort === 'OLDEST', locale: actor.locale });
  }
}
