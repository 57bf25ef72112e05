import { Args, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ConsentType } from '#libs/registry';
import { MoneyProposalsService } from './money-proposals.service.js';

@InputType()
export class ProposePayoutInput {
  @Field(() => ID, { description: 'Your own id of the proposal.' })
  id!: string;

  @Field(() => ID)
  artisanId!: string;
}

@InputType()
export class ProposeBankDetailsInput extends ProposePayoutInput {
  @Field(() => String, { description: 'A RIB of 24 digits, or an IBAN that starts with MA.' })
  rib!: string;
}

@Resolver()
export class MoneyProposalsResolver {
  constructor(private readonly proposals: MoneyProposalsService) {}

  @Mutation(() => ConsentType, { description: 'Propose new bank details for an artisan: they hold once she said yes by a code.' })
  @Allow('officer', 'cluster')
  proposeBankDetails(@Caller() actor: Actor, @Args('input') input: ProposeBankDetailsInput): Promise<object> {
    return this.proposals.proposeAccount(actor, input);
  }

  @Mutation(() => ConsentType, { description: 'Propose to pay out what is released to an artisan: it is sent once she said yes by a code.' })
  @Allow('officer', 'cluster')
  proposePayout(@Caller() actor: Actor, @Args('input') input: ProposePayoutInput): Promise<object> {
    return this.proposals.proposePayout(actor, input);
  }
}
