import { Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { IdentityService } from './identity.service.js';
import { Me } from './identity.types.js';

@Resolver(() => Me)
export class IdentityResolver {
  constructor(private readonly identity: IdentityService) {}

  @Query(() => Me, { nullable: true, description: 'Null for a visitor without a session.' })
  @Allow('anyone')
  async me(@Caller() actor: Actor): Promise<Me | null> {
    return this.identity.whoIs(actor);
  }
}
