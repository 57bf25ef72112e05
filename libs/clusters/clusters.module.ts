import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { ClustersResolver } from './clusters.resolver.js';
import { ClustersService } from './clusters.service.js';
import { MembershipService } from './membership.service.js';
import { OffersService } from './offers.service.js';

@Module({
  imports: [CatalogModule],
  providers: [ClustersService, MembershipService, OffersService, ClustersResolver],
  exports: [ClustersService, MembershipService, OffersService],
})
export class ClustersModule {}
