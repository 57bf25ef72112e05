import { Module } from '@nestjs/common';
import { ReferenceService } from './reference/reference.service.js';
import { ShippingService } from './shipping.service.js';

@Module({
  providers: [ReferenceService, ShippingService],
  exports: [ReferenceService, ShippingService],
})
export class ShippingModule {}
