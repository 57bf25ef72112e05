import { Module } from '@nestjs/common';
import { RegistryModule } from '#libs/registry';
import { CatalogService } from './catalog.service.js';
import { FindResolver } from './find/find.resolver.js';
import { FindService } from './find/find.service.js';
import { PhotographController } from './photograph/photograph.controller.js';
import { PhotographService } from './photograph/photograph.service.js';
import { FeesService } from './price/fees.service.js';
import { UnitsService } from './stock/units.service.js';

@Module({
  imports: [RegistryModule],
  controllers: [PhotographController],
  providers: [CatalogService, FeesService, FindResolver, FindService, PhotographService, UnitsService],
  exports: [CatalogService, PhotographService],
})
export class CatalogModule {}
