import type { Room } from '#libs/platform';
import { certificationErrors } from './certification.errors.js';
import { CertificationModule } from './certification.module.js';
import { certification20 } from './migrations/2026-11-24-20-certification.js';
import { certification21 } from './migrations/2026-11-24-21-checklists.js';
import { certification22 } from './migrations/2026-11-24-22-passports.js';
import { certification23 } from './migrations/2026-11-24-23-inspection-photographs.js';
import { certification24 } from './migrations/2026-11-24-24-training.js';
import { certification25 } from './migrations/2026-11-24-25-rules-of-centres.js';
import { certification26 } from './migrations/2026-11-24-26-more-checklists.js';
import { certification27 } from './migrations/2026-11-24-27-colleagues-and-passports.js';
import { certification28 } from './migrations/2026-11-24-28-certificate-pages.js';
import { certification29 } from './migrations/2026-11-24-29-maker-named.js';
import { certification29a } from './migrations/2026-11-24-29a-made.js';
import { certification29c } from './migrations/2026-11-24-29c-labels.js';
import { certification29d } from './migrations/2026-11-24-29d-names.js';
import { certification29e } from './migrations/2026-11-24-29e-pages.js';
import { certification29f } from './migrations/2026-11-24-29f-workshops.js';
import { certification29g } from './migrations/2026-11-24-29g-no-names.js';
import { certification29h } from './migrations/2026-11-24-29h-own-pages.js';
import { certification29i } from './migrations/2026-11-24-29i-rolls.js';
import { certification29ia } from './migrations/2026-11-24-29ia-queue-of-type.js';
import { certification29j } from './migrations/2026-11-24-29j-later-rules.js';
import { certification29k } from './migrations/2026-11-24-29k-left-colleagues.js';
import { certification29kb } from './migrations/2026-11-24-29kb-compromised-keys.js';
import { trainingErrors } from './training/training.errors.js';

export type { Certificate, CertificateStatus, CertifiedFact, Scheme } from './certificate/certificate.js';
export { knotsPerM2, type CarpetGrade } from './checklist/carpet-grade.js';
export { CertificationModule } from './certification.module.js';
export { CertificationService, type CertificateScope, type IssueInput, type LiveCertificate } from './certification.service.js';
export { CertificatePagesService } from './certificate/certificate-pages.service.js';
export { ChecklistsService, type Centre } from './checklist/checklists.service.js';
export { PieceMakers } from './inspection/piece-makers.port.js';
export type { Inspection } from './inspection/inspection.js';
export { RulesService, type RuleSheet } from './checklist/rules.service.js';
export { PassportsService } from './passport/passports.service.js';
export { EnrolmentsService, type Joining } from './training/enrolments.service.js';
export { RollsService } from './training/rolls.service.js';
export { SessionsService, type SessionOffer } from './training/sessions.service.js';
export { InspectionsService, type InspectionRecord, type InspectionRequest } from './inspection/inspections.service.js';

export const certificationRoom: Room = {
  name: 'certification',
  module: CertificationModule,
  entities: [],
  migrations: [certification20, certification21, certification22, certification23, certification24, certification25, certification26, certification27, certification28, certification29, certification29a, certification29c, certification29d, certification29e, certification29f, certification29g, certification29h, certification29i, certification29ia, certification29j, certification29k, certification29kb],
  errors: { ...certificationErrors.definitions, ...trainingErrors.definitions },
};
