import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import { DisputesQueries, type Dispute as Read } from './disputes.queries.js';
import { Dispute, DisputePage } from './disputes.types.js';

@Resolver()
export class DisputesResolver {
  constructor(private readonly queries: DisputesQueries) {}

  @Query(() => DisputePage, { description: 'Newest first.' })
  @Allow('desk')
  async disputes(@Args() { first, after }: PageArgs, @Args('open', { type: () => Boolean, defaultValue: true, description: 'Only those that are not over.' }) open: boolean): Promise<DisputePage> {
    const page = await this.queries.page(open, first, after);
    return { ...page, nodes: page.nodes.map(shown) };
  }

  @Mutation(() => Dispute, { description: 'Asks the provider once more how it stands; the answer comes a moment later.' })
  @Allow('desk')
  async askDispute(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<Dispute> {
    return shown(await this.queries.again(actor, id));
  }
}

function shown({ amountMinor, coveredMinor, currency, orders, ...rest }: Read): Dispute {
  return { ...rest, amount: { amountMinor, currency }, covered: { amountMinor: coveredMinor, currency }, orders: [...orders] };
}
