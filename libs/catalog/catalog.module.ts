import { Module } from '@nestjs/common';
import { CertificationModule } from '#libs/certification';
import { RegistryModule } from '#libs/registry';
import { AgentListingService } from './agent/agent-listing.service.js';
import { AgentPhotographController } from './agent/agent-photograph.controller.js';
import { AgentResolver } from './agent/agent.resolver.js';
import { PriceProposalsService } from './agent/price-proposals.service.js';
import { CatalogJobs } from './catalog.jobs.js';
import { CatalogService } from './catalog.service.js';
import { FindResolver } from './find/find.resolver.js';
import { FindService } from './find/find.service.js';
import { MakerResolver } from './maker/maker.resolver.js';
import { MakerStoryService } from './maker/maker-story.service.js';
import { PhotographController } from './photograph/photograph.controller.js';
import { PhotographService } from './photograph/photograph.service.js';
import { FeesService } from './price/fees.service.js';
import { RepricingService } from './price/repricing.service.js';
import { CoverageService } from './product/coverage.service.js';
import { ListingService } from './product/listing.service.js';
import { MyProductsService } from './product/my-products.service.js';
import { CatalogPieceMakers } from './product/piece-makers.catalog.js';
import { ProductPageService } from './product/product-page.service.js';
import { ProductResolver } from './product/product.resolver.js';
import { ProductService } from './product/product.service.js';
import { WithdrawalService } from './product/withdrawal.service.js';
import { UnitsService } from './stock/units.service.js';
import { HandicraftCodesService } from './trade-words/handicraft-codes.service.js';

@Module({
  imports: [RegistryModule, CertificationModule],
  controllers: [AgentPhotographController, PhotographController],
  providers: [
    AgentListingService, AgentResolver, PriceProposalsService,
    CatalogJobs, CatalogPieceMakers, CatalogService, CoverageService, FeesService, FindResolver, FindService, HandicraftCodesService, ListingService, MakerResolver, MakerStoryService, MyProductsService,
    PhotographService, ProductPageService, ProductResolver, ProductService, RepricingService, UnitsService, WithdrawalService,
  ],
  exports: [CatalogService, PhotographService, ProductService, ListingService],
})
export class CatalogModule {}
