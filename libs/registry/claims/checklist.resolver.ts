import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import { ChecklistService } from './checklist.service.js';
import { ChecklistLineInput, ChecklistLineType, EndChecklistLineInput } from './claims.types.js';

/** The operator composes what chambers ask of artisans. */
@Resolver(() => ChecklistLineType)
export class ChecklistResolver {
  constructor(private readonly checklist: ChecklistService) {}

  @Query(() => [ChecklistLineType], { description: 'Every line of the checklist that was, is or will be asked for.' })
  @Allow('admin')
  checklistVersions(): Promise<object[]> {
    return this.checklist.versions();
  }

  @Mutation(() => ChecklistLineType, { description: 'Add a line, or give one a successor from a day on.' })
  @Allow('admin')
  saveChecklistLine(@Caller() actor: Actor, @Args('input') input: ChecklistLineInput): Promise<object> {
    return this.checklist.save(actor, input);
  }

  @Mutation(() => ChecklistLineType, { description: 'Ask for a line until a day and no longer.' })
  @Allow('admin')
  endChecklistLine(@Caller() actor: Actor, @Args('input') input: EndChecklistLineInput): Promise<object> {
    return this.checklist.end(actor, input);
  }
}
