import { Global, Module } from '@nestjs/common';
import { Sessions } from '#libs/platform';
import { IdentityResolver } from './identity.resolver.js';
import { IdentityService } from './identity.service.js';

@Global()
@Module({
  providers: [IdentityService, { provide: Sessions, useExisting: IdentityService }, IdentityResolver],
  exports: [IdentityService, Sessions],
})
export class IdentityModule {}
