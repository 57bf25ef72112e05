import type { Room } from '#libs/platform';
import { claimsErrors } from './claims/claims.errors.js';
import { registry10 } from './migrations/2026-11-24-10-registry.js';
import { registry11 } from './migrations/2026-11-24-11-claims.js';
import { registry12 } from './migrations/2026-11-24-12-mandates.js';
import { registry14 } from './migrations/2026-11-24-14-onboarding.js';
import { registry13 } from './migrations/2026-11-24-13-consents.js';
import { consentsErrors } from './consents/consents.errors.js';
import { mandatesErrors } from './mandates/mandates.errors.js';
import { registryErrors } from './registry.errors.js';
import { RegistryModule } from './registry.module.js';

export { displayName, type Artisan, type Category, type Standing } from './artisan.js';
export { BRANCHES, type Branch } from './activities.js';
export { REGIONS, type Region } from './places.js';
export { RegisterImport, type ImportOutcome } from './extract/register.import.js';
export { BankDetails, type BankKeeper } from './claims/bank-details.js';
export type { Consent, ConsentWords } from './consents/consent.js';
export { ConsentsService } from './consents/consents.service.js';
export { ConsentType } from './consents/consents.types.js';
export { mandatesErrors } from './mandates/mandates.errors.js';
export type { MandateAct } from './mandates/mandate.js';
export { MandatesService, type MandateProposal } from './mandates/mandates.service.js';
export { timeMark } from './page.marks.js';
export { RegistryModule } from './registry.module.js';
export { RegistryService, type SocialStanding, type StandingChange, type StandingDecision } from './registry.service.js';
export { csvLine, headerRow, sampleRows } from './sample/sample.js';

export const registryRoom: Room = { name: 'registry', module: RegistryModule, entities: [], migrations: [registry10, registry11, registry12, registry13, registry14], errors: { ...registryErrors.definitions, ...claimsErrors.definitions, ...mandatesErrors.definitions, ...consentsErrors.definitions } };
