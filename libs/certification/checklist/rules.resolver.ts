import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { RulesService } from './rules.service.js';
import { PublishRuleInput, RuleVersionType } from './rules.types.js';

@Resolver(() => RuleVersionType)
export class RulesResolver {
  constructor(private readonly rules: RulesService) {}

  @Query(() => [RuleVersionType], { description: 'Every version of the rules of a type: past, in force, to come.' })
  @Allow('inspector')
  ruleVersions(@Caller() actor: Actor, @Args('productType') productType: string, @Args('centreId', { type: () => String, nullable: true }) centreId?: string): Promise<object> {
    return this.rules.versions(actor, productType, centreId ?? null);
  }

  @Mutation(() => RuleVersionType, { description: 'Publish a rule, or a new version of one, from a day on.' })
  @Allow('inspector')
  publishRule(@Caller() actor: Actor, @Args('input') input: PublishRuleInput): Promise<object> {
    return this.rules.publish(actor, input);
  }

  @Mutation(() => RuleVersionType, { description: 'Let a rule fall away after its last day.' })
  @Allow('inspector')
  retireRule(@Caller() actor: Actor, @Args('ruleId', { type: () => ID }) ruleId: string, @Args('lastDay') lastDay: string): Promise<object> {
    return this.rules.retire(actor, ruleId, lastDay);
  }
}
