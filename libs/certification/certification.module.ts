import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { CertificationJobs } from './certification.jobs.js';
import { CertificationResolver } from './certification.resolver.js';
import { CertificationService } from './certification.service.js';
import { ChecklistsService } from './checklists.service.js';
import { InspectionsResolver } from './inspections.resolver.js';
import { InspectionsService } from './inspections.service.js';
import { InspectorsService } from './inspectors.service.js';

@Module({
  imports: [IdentityModule, RegistryModule],
  providers: [CertificationService, ChecklistsService, InspectionsService, InspectorsService, CertificationJobs, CertificationResolver, InspectionsResolver],
  exports: [CertificationService, ChecklistsService, InspectionsService],
})
export class CertificationModule {}
