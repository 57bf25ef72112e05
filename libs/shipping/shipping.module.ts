import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { ConsignmentsJobs } from './consignments/consignments.jobs.js';
import { ConsignmentsReader } from './consignments/consignments.reader.js';
import { ConsignmentsResolver } from './consignments/consignments.resolver.js';
import { ConsignmentsService } from './consignments/consignments.service.js';
import { DeliveredService } from './quotes/delivered.service.js';
import { QuotesResolver } from './quotes/quotes.resolver.js';
import { ProposalsResolver } from './reference/proposals.resolver.js';
import { ProposalsService } from './reference/proposals.service.js';
import { ReferenceService } from './reference/reference.service.js';
import { ResponsibleResolver } from './responsible/responsible.resolver.js';
import { ResponsibleService } from './responsible/responsible.service.js';
import { ShippingService } from './shipping.service.js';

@Module({
  imports: [CatalogModule],
  providers: [ReferenceService, ProposalsService, ProposalsResolver, ResponsibleService, ResponsibleResolver, ShippingService, ConsignmentsReader, ConsignmentsService, ConsignmentsJobs, ConsignmentsResolver, DeliveredService, QuotesResolver],
  exports: [ReferenceService, ProposalsService, ResponsibleService, ShippingService, ConsignmentsService],
})
export class ShippingModule {}
