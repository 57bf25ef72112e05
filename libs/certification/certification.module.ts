import { Module } from '@nestjs/common';
import { IdentityModule } from '#libs/identity';
import { RegistryModule } from '#libs/registry';
import { CertificatePagesService } from './certificate/certificate-pages.service.js';
import { CertificationJobs } from './certification.jobs.js';
import { CertificationResolver } from './certification.resolver.js';
import { CertificationService } from './certification.service.js';
import { ChecklistsService } from './checklist/checklists.service.js';
import { EditionsService } from './passport/editions.service.js';
import { EvidenceController } from './inspection/evidence.controller.js';
import { EvidenceService } from './inspection/evidence.service.js';
import { InspectionsResolver } from './inspection/inspections.resolver.js';
import { InspectionsService } from './inspection/inspections.service.js';
import { InspectionLettersService } from './inspection/inspection-letters.service.js';
import { InspectorsService } from './inspection/inspectors.service.js';
import { PieceMakers } from './inspection/piece-makers.port.js';
import { MakerLetters } from './maker-letters.service.js';
import { PassportsController } from './passport/passports.controller.js';
import { SuccessorsResolver } from './certificate/successors.resolver.js';
import { SuccessorsService } from './certificate/successors.service.js';
import { PassportKeysResolver } from './passport/passport-keys.resolver.js';
import { PassportsService } from './passport/passports.service.js';
import { RulesResolver } from './checklist/rules.resolver.js';
import { RulesService } from './checklist/rules.service.js';
import { CertifiedFactWordsResolver, FindingWordsResolver, RuleVersionWordsResolver, RuleWordsResolver } from './checklist/words.resolver.js';
import { SigningKeysService } from './passport/signing-keys.service.js';
import { CompletionsService } from './training/completions.service.js';
import { EnrolmentsService } from './training/enrolments.service.js';
import { RollsService } from './training/rolls.service.js';
import { SessionsService } from './training/sessions.service.js';
import { TrainingLettersService } from './training/training-letters.service.js';
import { TrainingJobs } from './training/training.jobs.js';
import { EnrolmentResolver, TrainingResolver } from './training/training.resolver.js';

@Module({
  imports: [IdentityModule, RegistryModule],
  controllers: [PassportsController, EvidenceController],
  providers: [
    CertificationService, CertificatePagesService, ChecklistsService, InspectionsService, InspectorsService, PieceMakers, EvidenceService, PassportsService, EditionsService, SigningKeysService, PassportKeysResolver, SuccessorsService, SuccessorsResolver, MakerLetters, InspectionLettersService, CertificationJobs, CertificationResolver, InspectionsResolver, RulesService, RulesResolver, FindingWordsResolver, CertifiedFactWordsResolver, RuleWordsResolver, RuleVersionWordsResolver,
    SessionsService, EnrolmentsService, RollsService, CompletionsService, TrainingLettersService, TrainingJobs, TrainingResolver, EnrolmentResolver,
  ],
  exports: [CertificationService, ChecklistsService, RulesService, InspectionsService, PieceMakers, PassportsService, SessionsService, EnrolmentsService, RollsService],
})
export class CertificationModule {}
