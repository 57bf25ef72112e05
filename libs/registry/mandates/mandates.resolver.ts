import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { MandatesService } from './mandates.service.js';
import { ConfirmMandateInput, MandateType, ProposeMandateInput } from './mandates.types.js';

@Resolver(() => MandateType)
export class MandatesResolver {
  constructor(private readonly mandates: MandatesService) {}

  @Query(() => [MandateType], { description: 'Who may, might or did act for you, newest first.' })
  @Allow('artisan')
  myMandates(@Caller() actor: Actor): Promise<object> {
    return this.mandates.ofArtisan(actor);
  }

  @Mutation(() => MandateType, { description: 'Ask to act for an artisan; she says yes by a code.' })
  @Allow('officer', 'cluster')
  proposeMandate(@Caller() actor: Actor, @Args('input') input: ProposeMandateInput): Promise<object> {
    return this.mandates.propose(actor, input);
  }

  @Mutation(() => MandateType)
  @Allow('artisan')
  confirmMandate(@Caller() actor: Actor, @Args('input') input: ConfirmMandateInput): Promise<object> {
    return this.mandates.confirm(actor, input);
  }

  @Mutation(() => MandateType, { description: 'Decline or take back a mandate, effective at once.' })
  @Allow('artisan', 'officer', 'cluster')
  endMandate(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.mandates.end(actor, id);
  }
}
