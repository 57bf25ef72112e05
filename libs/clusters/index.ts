import type { Room } from '#libs/platform';
import { clustersErrors } from './clusters.errors.js';
import { ClustersModule } from './clusters.module.js';
import { clusters45 } from './migrations/2026-11-24-45-clusters.js';
import { clusters47 } from './migrations/2026-11-24-47-cluster-fees.js';
import { clusters46 } from './migrations/2026-11-24-46-collective-sales.js';

export { ClustersModule } from './clusters.module.js';
export { ClustersService, type Cluster, type CreateCluster } from './clusters.service.js';
export { CollectiveSalesService, type CollectiveSale } from './collective-sales.service.js';
export { shareByRole, type FeeRole, type RoleFee, type RoleShare } from './fee.js';
export { ClusterFeesService } from './fees.service.js';
export { LEGAL_FORMS, type LegalForm, type Permission } from './membership.js';
export { LotsQueries } from './lots.queries.js';
export { LotsService } from './lots.service.js';
export { MembershipService, type Member } from './membership.service.js';
export { OffersService, type Offer } from './offers.service.js';

export const clustersRoom: Room = { name: 'clusters', module: ClustersModule, entities: [], migrations: [clusters45, clusters46, clusters47], errors: clustersErrors.definitions };
