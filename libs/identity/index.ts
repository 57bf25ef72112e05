import type { Room } from '#libs/platform';
import { identityErrors } from './identity.errors.js';
import { IdentityModule } from './identity.module.js';
import { identity05 } from './migrations/2026-11-24-05-identity.js';
import { identity06 } from './migrations/2026-11-24-06-contact.js';
import { identity07 } from './migrations/2026-11-24-07-audit-pages.js';
import { identity08 } from './migrations/2026-11-24-08-languages.js';

export { ContactsService, type Contact, type Said } from './contact/contacts.service.js';
export { ContactType } from './contact/contacts.types.js';
export { CODE_TRIES, OneTimeCodes, type CodeSecret } from './contact/one-time-codes.service.js';
export { tooOften } from './contact/too-often.refusal.js';
export { IdentityService, type Grant } from './identity.service.js';
export { IdentityModule } from './identity.module.js';

export const identityRoom: Room = { name: 'identity', module: IdentityModule, entities: [], migrations: [identity05, identity06, identity07, identity08], errors: identityErrors.definitions };
