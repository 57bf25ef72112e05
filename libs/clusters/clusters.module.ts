import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { RegistryModule } from '#libs/registry';
import { AddresseesService } from './addressees.service.js';
import { ClustersResolver } from './clusters.resolver.js';
import { ClustersService } from './clusters.service.js';
import { ClusterFeesResolver } from './fee/fees.resolver.js';
import { ClusterFeesService } from './fee/fees.service.js';
import { LotLettersService } from './lot/lot-letters.service.js';
import { LotsJobs } from './lot/lots.jobs.js';
import { LotsQueries } from './lot/lots.queries.js';
import { LotsResolver } from './lot/lots.resolver.js';
import { LotsService } from './lot/lots.service.js';
import { CirclesService } from './member/circles.service.js';
import { ClusterMembersAnswer } from './member/cluster-members.clusters.js';
import { CoordinationLettersService } from './member/coordination-letters.service.js';
import { CoordinationJobs } from './member/coordination.jobs.js';
import { CoordinationResolver } from './member/coordination.resolver.js';
import { CoordinationService } from './member/coordination.service.js';
import { DelegatedController } from './member/delegated.controller.js';
import { DelegatedService } from './member/delegated.service.js';
import { InvitationsService } from './member/invitations.service.js';
import { MembershipResolver } from './member/membership.resolver.js';
import { MembershipService } from './member/membership.service.js';
import { PermissionsService } from './member/permissions.service.js';
import { RollService } from './member/roll.service.js';
import { StandingJobs } from './member/standing.jobs.js';
import { TieLettersService } from './member/tie-letters.service.js';
import { OfferLettersService } from './offer/offer-letters.service.js';
import { OfferableService } from './offer/offerable.service.js';
import { OffersJobs } from './offer/offers.jobs.js';
import { OffersResolver } from './offer/offers.resolver.js';
import { OffersService } from './offer/offers.service.js';
import { RestingOffersService } from './offer/resting-offers.service.js';
import { ShelfService } from './offer/shelf.service.js';
import { CollectiveSalesResolver } from './sale/collective-sales.resolver.js';
import { CollectiveSalesService } from './sale/collective-sales.service.js';
import { SaleLettersService } from './sale/sale-letters.service.js';
import { SaleMovementsService } from './sale/movements.service.js';
import { SoldInSalesService } from './sale/sold-in-sales.service.js';
import { SalesQueries } from './sale/sales.queries.js';

@Module({
  imports: [CatalogModule, RegistryModule],
  controllers: [DelegatedController],
  providers: [
    ClustersService, AddresseesService, ClusterFeesService, PermissionsService, DelegatedService, CirclesService, MembershipService, InvitationsService, RollService, TieLettersService, StandingJobs,
    ClusterMembersAnswer, CoordinationService, CoordinationLettersService, CoordinationJobs, CoordinationResolver, RestingOffersService, OfferableService, OffersService, ShelfService, OfferLettersService, OffersJobs,
    LotsService, LotsQueries, LotsJobs, LotLettersService, CollectiveSalesService, SaleLettersService, SaleMovementsService, SoldInSalesService, SalesQueries,
    ClustersResolver, MembershipResolver, OffersResolver, ClusterFeesResolver, LotsResolver, CollectiveSalesResolver,
  ],
  exports: [ClustersService, MembershipService, OffersService, ShelfService, LotsService, LotsQueries, CollectiveSalesService, ClusterFeesService],
})
export class ClustersModule {}
