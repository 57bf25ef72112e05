import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { ClaimPapersController } from './claims/claim-papers.controller.js';
import { ClaimPapersService } from './claims/claim-papers.service.js';
import { ClaimsResolver } from './claims/claims.resolver.js';
import { ClaimsService } from './claims/claims.service.js';
import { MandatesResolver } from './mandates/mandates.resolver.js';
import { MandatesService } from './mandates/mandates.service.js';
import { NoticesService } from './notices.service.js';
import { RegisterImport } from './extract/register.import.js';
import { RegistryJobs } from './registry.jobs.js';
import { RegistryResolver } from './registry.resolver.js';
import { RegistryService } from './registry.service.js';

@Module({
  imports: [IdentityModule],
  controllers: [ClaimPapersController],
  providers: [RegisterImport, RegistryService, NoticesService, RegistryJobs, RegistryResolver, ClaimsService, ClaimPapersService, ClaimsResolver, MandatesService, MandatesResolver],
  exports: [RegisterImport, RegistryService, MandatesService],
})
export class RegistryModule {}
