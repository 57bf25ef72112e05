import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { RegistryModule } from '#libs/registry';
import { ClustersResolver } from './clusters.resolver.js';
import { ClustersService } from './clusters.service.js';
import { CollectiveSalesResolver } from './sale/collective-sales.resolver.js';
import { CollectiveSalesService } from './sale/collective-sales.service.js';
import { ClusterFeesResolver } from './fee/fees.resolver.js';
import { ClusterFeesService } from './fee/fees.service.js';
import { LotLettersService } from './lot/lot-letters.service.js';
import { LotsJobs } from './lot/lots.jobs.js';
import { LotsQueries } from './lot/lots.queries.js';
import { LotsResolver } from './lot/lots.resolver.js';
import { LotsService } from './lot/lots.service.js';
import { MembershipResolver } from './member/membership.resolver.js';
import { MembershipService } from './member/membership.service.js';
import { RollService } from './member/roll.service.js';
import { OffersResolver } from './offer/offers.resolver.js';
import { OffersService } from './offer/offers.service.js';
import { ShelfService } from './offer/shelf.service.js';

@Module({
  imports: [CatalogModule, RegistryModule],
  providers: [ClustersService, MembershipService, RollService, OffersService, ShelfService, LotsService, LotsQueries, LotsJobs, LotLettersService, CollectiveSalesService, ClusterFeesService, ClustersResolver, MembershipResolver, OffersResolver, ClusterFeesResolver, LotsResolver, CollectiveSalesResolver],
  exports: [ClustersService, MembershipService, OffersService, LotsService, LotsQueries, CollectiveSalesService, ClusterFeesService],
})
export class ClustersModule {}
