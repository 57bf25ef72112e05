import { Module, type Provider } from '@nestjs/common';
import { CertificationModule } from '#libs/certification';
import { ClustersModule } from '#libs/clusters';
import { OrdersModule } from '#libs/orders';
import { RegistryModule } from '#libs/registry';
import { ShippingModule } from '#libs/shipping';
import { CaseFileController } from './case-file/case-file.controller.js';
import { CaseFileResolver } from './case-file/case-file.resolver.js';
import { CaseFileService } from './case-file/case-file.service.js';
import { EXPORT_DOCUMENTS } from './export-documents.providers.js';
import { PapersController } from './papers.controller.js';
import { ExportDocumentsService } from './export-documents.service.js';
import { HouseTradeSource } from './trade/trade.house.js';
import { TradeSource } from './trade/trade.source.js';

const source: Provider = { provide: TradeSource, useClass: HouseTradeSource };

@Module({
  imports: [OrdersModule, ClustersModule, RegistryModule, CertificationModule, ShippingModule],
  controllers: [PapersController, CaseFileController],
  providers: [...EXPORT_DOCUMENTS, source, CaseFileService, CaseFileResolver],
  exports: [ExportDocumentsService],
})
export class ExportDocumentsModule {}
