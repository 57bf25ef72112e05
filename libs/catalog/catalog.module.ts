import { Module } from '@nestjs/common';
import { CatalogService } from './catalog.service.js';
import { FeesService } from './price/fees.service.js';
import { UnitsService } from './stock/units.service.js';

@Module({
  providers: [CatalogService, FeesService, UnitsService],
  exports: [CatalogService],
})
export class CatalogModule {}
