import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { CertificationJobs } from './certification.jobs.js';
import { CertificationResolver } from './certification.resolver.js';
import { CertificationService } from './certification.service.js';
import { ChecklistsService } from './checklists.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceService } from './evidence.service.js';
import { InspectionsResolver } from './inspections.resolver.js';
import { InspectionsService } from './inspections.service.js';
import { InspectorsService } from './inspectors.service.js';
import { PassportsController } from './passports.controller.js';
import { PassportsService } from './passports.service.js';
import { SigningKeysService } from './signing-keys.service.js';

@Module({
  imports: [IdentityModule, RegistryModule],
  controllers: [PassportsController, EvidenceController],
  providers: [CertificationService, ChecklistsService, InspectionsService, InspectorsService, EvidenceService, PassportsService, SigningKeysService, CertificationJobs, CertificationResolver, InspectionsResolver],
  exports: [CertificationService, ChecklistsService, InspectionsService, PassportsService],
})
export class CertificationModule {}
