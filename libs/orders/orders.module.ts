import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { ClustersModule } from '#libs/clusters';
import { ShippingModule } from '#libs/shipping';
import { AnswersService } from './order/answers.service.js';
import { BasketsResolver } from './basket/baskets.resolver.js';
import { BasketsService } from './basket/baskets.service.js';
import { ComplaintLettersService } from './complaint/complaint-letters.service.js';
import { ComplaintPhotographsController } from './complaint/complaint-photographs.controller.js';
import { ComplaintPhotographsService } from './complaint/complaint-photographs.service.js';
import { ComplaintsJobs } from './complaint/complaints.jobs.js';
import { ComplaintsQueries } from './complaint/complaints.queries.js';
import { ComplaintsResolver } from './complaint/complaints.resolver.js';
import { ComplaintsService } from './complaint/complaints.service.js';
import { ClaimsService } from './order/claims.service.js';
import { ExporterLettersService } from './letters/exporter-letters.service.js';
import { LettersService } from './letters/letters.service.js';
import { OrdersJobs } from './orders.jobs.js';
import { OrdersResolver } from './orders.resolver.js';
import { OrdersService } from './orders.service.js';
import { PlacementService } from './placing/placement.service.js';
import { PricesService } from './placing/prices.service.js';
import { QuoteRequestsResolver } from './quote-request/quote-requests.resolver.js';
import { QuoteRequestsService } from './quote-request/quote-requests.service.js';
import { StallSalesResolver } from './stall/stall-sales.resolver.js';
import { StallSalesService } from './stall/stall-sales.service.js';
import { StepsService } from './order/steps.service.js';

@Module({
  imports: [CatalogModule, ClustersModule, ShippingModule],
  controllers: [ComplaintPhotographsController],
  providers: [ComplaintsService, ComplaintsQueries, ComplaintLettersService, ComplaintPhotographsService, ComplaintsJobs, ComplaintsResolver, PricesService, ClaimsService, BasketsService, PlacementService, OrdersService, StepsService, LettersService, ExporterLettersService, AnswersService, QuoteRequestsService, StallSalesService, OrdersJobs, BasketsResolver, OrdersResolver, QuoteRequestsResolver, StallSalesResolver],
  exports: [ComplaintsQueries, ComplaintPhotographsService, OrdersService, BasketsService, PlacementService],
})
export class OrdersModule {}
