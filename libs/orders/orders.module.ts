import { Module } from '@nestjs/common';
import { CatalogModule } from '#libs/catalog';
import { ClustersModule } from '#libs/clusters';
import { ShippingModule } from '#libs/shipping';
import { AnswersService } from './answers.service.js';
import { BasketsResolver } from './baskets.resolver.js';
import { BasketsService } from './baskets.service.js';
import { ClaimsService } from './claims.service.js';
import { ExporterLettersService } from './exporter-letters.service.js';
import { LettersService } from './letters.service.js';
import { OrdersJobs } from './orders.jobs.js';
import { OrdersResolver } from './orders.resolver.js';
import { OrdersService } from './orders.service.js';
import { PlacementService } from './placement.service.js';
import { PricesService } from './prices.service.js';
import { QuoteRequestsResolver } from './quote-requests.resolver.js';
import { QuoteRequestsService } from './quote-requests.service.js';
import { StallSalesResolver } from './stall/stall-sales.resolver.js';
import { StallSalesService } from './stall/stall-sales.service.js';
import { StepsService } from './steps.service.js';

@Module({
  imports: [CatalogModule, ClustersModule, ShippingModule],
  providers: [PricesService, ClaimsService, BasketsService, PlacementService, OrdersService, StepsService, LettersService, ExporterLettersService, AnswersService, QuoteRequestsService, StallSalesService, OrdersJobs, BasketsResolver, OrdersResolver, QuoteRequestsResolver, StallSalesResolver],
  exports: [OrdersService, BasketsService, PlacementService],
})
export class OrdersModule {}
