import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import type { Line } from '../between.queries.js';
import { Maker } from '../registry.types.js';
import type { Mandate } from './mandate.js';
import { MandatesQueries } from './mandates.queries.js';
import { MandatesService } from './mandates.service.js';
import { ConfirmMandateInput, MandatePageType, MandatesArgs, MandateType, MyMandatesArgs, ProposeMandateInput } from './mandates.types.js';

@Resolver(() => MandateType)
export class MandatesResolver {
  constructor(
    private readonly mandates: MandatesService,
    private readonly queries: MandatesQueries,
  ) {}

  @Query(() => MandatePageType, { description: 'Who may, might or did act for you.' })
  @Allow('artisan')
  myMandates(@Caller() actor: Actor, @Args() { first, after, state, sort }: MyMandatesArgs): Promise<object> {
    return this.queries.ofArtisan(actor, { first, after: after ?? null, state, oldest: sort === 'oldest' });
  }

  @Query(() => MandateType, { description: 'One mandate, for the artisan and her agent.' })
  @Allow('artisan', 'officer', 'cluster')
  mandate(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.queries.one(actor, id);
  }

  @Query(() => MandatePageType, { description: 'For whom your chamber or cluster may, might or did act.' })
  @Allow('officer', 'cluster')
  mandatesOfAgent(@Caller() actor: Actor, @Args() { agentKind, agentId, artisanId, state, sort, first, after }: MandatesArgs): Promise<object> {
    return this.queries.ofAgent(actor, { agentKind, agentId }, { first, after: after ?? null, artisanId, state, oldest: sort === 'oldest' });
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

  @ResolveField(() => Maker)
  artisan(@Parent() mandate: Line<Mandate>): object {
    return this.queries.whom(mandate);
  }
}
