import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { ClustersResolver } from './clusters.resolver.js';
import { ClustersService } from './clusters.service.js';
import { CollectiveSalesResolver } from './collective-sales.resolver.js';
import { CollectiveSalesService } from './collective-sales.service.js';
import { ClusterFeesResolver } from './fees.resolver.js';
import { ClusterFeesService } from './fees.service.js';
import { LotLettersService } from './lot-letters.service.js';
import { LotsJobs } from './lots.jobs.js';
import { LotsQueries } from './lots.queries.js';
import { LotsResolver } from './lots.resolver.js';
import { LotsService } from './lots.service.js';
import { MembershipService } from './membership.service.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [CatalogModule],
  providers: [ClustersService, MembershipService, OffersService, LotsService, LotsQueries, LotsJobs, LotLettersService, CollectiveSalesService, ClusterFeesService, ClustersResolver, ClusterFeesResolver, LotsResolver, CollectiveSalesResolver],
  exports: [ClustersService, MembershipService, OffersService, LotsService, LotsQueries, CollectiveSalesService, ClusterFeesService],
})
export class ClustersModule {}
