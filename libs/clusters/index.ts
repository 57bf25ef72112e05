import type { Room } from '#libs/platform';
import { clustersErrors } from './clusters.errors.js';
import { ClustersModule } from './clusters.module.js';
import { clusters45 } from './migrations/2026-11-24-45-clusters.js';
import { clusters47 } from './migrations/2026-11-24-47-cluster-fees.js';
import { clusters46 } from './migrations/2026-11-24-46-collective-sales.js';
import { clusters48 } from './migrations/2026-11-24-48-fee-bases.js';
import { clusters49 } from './migrations/2026-11-24-49-own-terms.js';
import { clusters49c } from './migrations/2026-11-24-49c-own-price.js';
import { clusters49d } from './migrations/2026-11-24-49d-newest-clusters.js';
import { clusters49e } from './migrations/2026-11-24-49e-cluster-pages.js';
import { clusters49f } from './migrations/2026-11-24-49f-cluster-names.js';

export { ClustersModule } from './clusters.module.js';
export { ClustersService, type Cluster, type CreateCluster } from './clusters.service.js';
export { CollectiveSalesService } from './sale/collective-sales.service.js';
export type { CollectiveSale } from './sale/sales.queries.js';
export { partOfPrice, shareByRole, type FeeRole, type FeeTerms, type RoleFee, type RoleShare } from './fee/fee.js';
export { ClusterFeesService } from './fee/fees.service.js';
export { LEGAL_FORMS, type LegalForm, type Permission } from './member/membership.js';
export { LotsQueries, type LotProgress } from './lot/lots.queries.js';
export { LotsService } from './lot/lots.service.js';
export { MembershipService, type Member } from './member/membership.service.js';
export { OffersService, type Offer } from './offer/offers.service.js';
export { ShelfService } from './offer/shelf.service.js';

export const clustersRoom: Room = { name: 'clusters', module: ClustersModule, entities: [], migrations: [clusters45, clusters46, clusters47, clusters48, clusters49, clusters49c, clusters49d, clusters49e, clusters49f], errors: clustersErrors.definitions };
