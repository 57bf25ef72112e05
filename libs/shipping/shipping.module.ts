import { Module } from '@nestjs/common';
import { ConsignmentsJobs } from './consignments/consignments.jobs.js';
import { ConsignmentsReader } from './consignments/consignments.reader.js';
import { ConsignmentsResolver } from './consignments/consignments.resolver.js';
import { ConsignmentsService } from './consignments/consignments.service.js';
import { ReferenceService } from './reference/reference.service.js';
import { ShippingService } from './shipping.service.js';

@Module({
  providers: [ReferenceService, ShippingService, ConsignmentsReader, ConsignmentsService, ConsignmentsJobs, ConsignmentsResolver],
  exports: [ReferenceService, ShippingService, ConsignmentsService],
})
export class ShippingModule {}
