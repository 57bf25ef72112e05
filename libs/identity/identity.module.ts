import { Global, Module } from '@nestjs/common';
import { CONFIG, Sessions } from '#libs/platform';
import { AuditTrailResolver } from './audit/audit-trail.resolver.js';
import { AuditTrailService } from './audit/audit-trail.service.js';
import { ContactsResolver } from './contact/contacts.resolver.js';
import { ContactsService } from './contact/contacts.service.js';
import { OneTimeCodes } from './contact/one-time-codes.service.js';
import { TextGateway } from './contact/texts.gateway.js';
import { textGateway, Texts } from './contact/texts.service.js';
import { IdentityResolver } from './identity.resolver.js';
import { IdentityService } from './identity.service.js';

@Global()
@Module({
  providers: [
    IdentityService, { provide: Sessions, useExisting: IdentityService }, IdentityResolver,
    OneTimeCodes, { provide: TextGateway, useFactory: textGateway, inject: [CONFIG] }, Texts, ContactsService, ContactsResolver,
    AuditTrailService, AuditTrailResolver,
  ],
  exports: [IdentityService, Sessions, OneTimeCodes, ContactsService],
})
export class IdentityModule {}
