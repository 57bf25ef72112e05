import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import type { Line } from '../between.queries.js';
import { Maker } from '../registry.types.js';
import type { Consent } from './consent.js';
import { ConsentsQueries } from './consents.queries.js';
import { ConsentsService } from './consents.service.js';
import { AnswerConsentInput, ConsentPageType, ConsentsArgs, ConsentType, MyConsentsArgs } from './consents.types.js';

@Resolver(() => ConsentType)
export class ConsentsResolver {
  constructor(
    private readonly consents: ConsentsService,
    private readonly queries: ConsentsQueries,
  ) {}

  @Query(() => ConsentPageType, { description: 'What agents proposed about your money.' })
  @Allow('artisan')
  myConsents(@Caller() actor: Actor, @Args() { first, after, state, sort }: MyConsentsArgs): Promise<object> {
    return this.queries.ofArtisan(actor, { first, after: after ?? null, state, oldest: sort === 'oldest' });
  }

  @Query(() => ConsentPageType, { description: 'What your chamber or cluster proposed, and what became of it.' })
  @Allow('officer', 'cluster')
  consentsAsked(@Caller() actor: Actor, @Args() { agentKind, agentId, artisanId, state, sort, first, after }: ConsentsArgs): Promise<object> {
    return this.queries.ofAgent(actor, { agentKind, agentId }, { first, after: after ?? null, artisanId, state, oldest: sort === 'oldest' });
  }

  @Mutation(() => ConsentType, { description: 'Say yes with the code that was sent to you, or no. A yes is carried out at once.' })
  @Allow('artisan')
  answerConsent(@Caller() actor: Actor, @Args('input') input: AnswerConsentInput): Promise<object> {
    return this.consents.answer(actor, input);
  }

  @Mutation(() => ConsentType, { description: 'Take back what you proposed.' })
  @Allow('officer', 'cluster')
  withdrawConsent(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.consents.withdraw(actor, id);
  }

  @ResolveField(() => Maker)
  artisan(@Parent() consent: Line<Consent>): object {
    return this.queries.whom(consent);
  }
}
