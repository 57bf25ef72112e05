import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { QuoteRequest, QuoteRequestInput } from './quote-requests.types.js';
import { QuoteRequestsService } from './quote-requests.service.js';

@Resolver(() => QuoteRequest)
export class QuoteRequestsResolver {
  constructor(private readonly requests: QuoteRequestsService) {}

  @Mutation(() => QuoteRequest, { description: 'When no rule can give the delivered price: the export desk answers by mail.' })
  @Allow('buyer')
  async requestQuote(@Caller() actor: Actor, @Args('input') input: QuoteRequestInput): Promise<QuoteRequest> {
    return this.requests.request(actor, input);
  }

  @Query(() => [QuoteRequest], { description: 'Those still without an answer, oldest first.' })
  @Allow('desk')
  async quoteRequests(): Promise<QuoteRequest[]> {
    return this.requests.waiting();
  }

  @Mutation(() => QuoteRequest)
  @Allow('desk')
  async answerQuoteRequest(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string, @Args('answer') answer: string): Promise<QuoteRequest> {
    return this.requests.answer(actor, id, answer);
  }
}
