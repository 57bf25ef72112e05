import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { BankDetails } from './claims/bank-details.port.js';
import { ChecklistResolver } from './claims/checklist.resolver.js';
import { ChecklistService } from './claims/checklist.service.js';
import { ClaimPapersController } from './claims/claim-papers.controller.js';
import { ClaimPapersService } from './claims/claim-papers.service.js';
import { ClaimsQueries } from './claims/claims.queries.js';
import { ClaimsResolver } from './claims/claims.resolver.js';
import { ClaimsService } from './claims/claims.service.js';
import { ConsentsQueries } from './consents/consents.queries.js';
import { ConsentsResolver } from './consents/consents.resolver.js';
import { ConsentsService } from './consents/consents.service.js';
import { UndoneClaimsService } from './claims/undone-claims.service.js';
import { ForgottenPapersService } from './claims/forgotten-papers.service.js';
import { LateClaimsService } from './claims/late-claims.service.js';
import { ClusterMembers } from './mandates/cluster-members.port.js';
import { MandateNewsService } from './mandates/mandate-news.service.js';
import { MandatesQueries } from './mandates/mandates.queries.js';
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
  providers: [
    RegisterImport, RegistryService, NoticesService, RegistryJobs, RegistryResolver, ClaimsService, ClaimsQueries, UndoneClaimsService, ForgottenPapersService, LateClaimsService, ClaimPapersService, ClaimsResolver, MandatesService, ClusterMembers, MandateNewsService, MandatesQueries, MandatesResolver,
    ConsentsService, ConsentsQueries, ConsentsResolver, ChecklistService, ChecklistResolver, BankDetails,
  ],
  exports: [RegisterImport, RegistryService, MandatesService, ClusterMembers, ConsentsService, BankDetails],
})
export class RegistryModule {}
