import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller, PageArgs } from '#libs/platform';
import {
  AppointInspectionInput, ExaminationType, InspectionPageType, InspectionType, InspectionVerdictInput, QueueArgs, RecordInspectionInput, RequestInspectionInput, SecondLookInput,
} from './inspections.types.js';
import { EvidenceType } from '../checklist/checklists.types.js';
import { EvidenceService } from './evidence.service.js';
import { InspectionsService } from './inspections.service.js';

@Resolver(() => InspectionType)
export class InspectionsResolver {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly evidence: EvidenceService,
  ) {}

  @Query(() => InspectionPageType, { description: 'What waits at your centre, oldest first.' })
  @Allow('inspector')
  inspectionQueue(@Caller() actor: Actor, @Args() { states, productType, sort, first, after }: QueueArgs): Promise<object> {
    return this.inspections.queue(actor, states, first, after ?? null, { productType: productType ?? null, newest: sort === 'newest' });
  }

  @Query(() => InspectionPageType, { description: 'Your own requests, newest first.' })
  @Allow('artisan')
  myInspections(@Caller() actor: Actor, @Args() { first, after }: PageArgs): Promise<object> {
    return this.inspections.mine(actor, first, after ?? null);
  }

  @Query(() => InspectionType)
  @Allow('artisan', 'inspector')
  inspection(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.inspections.one(actor, id);
  }

  @Mutation(() => InspectionType, { description: 'Ask a centre to look at your work, or at that of one who gave you a mandate.' })
  @Allow('artisan', 'inspector', 'officer', 'cluster')
  requestInspection(@Caller() actor: Actor, @Args('input') input: RequestInspectionInput): Promise<object> {
    return this.inspections.request(actor, input);
  }

  @Mutation(() => InspectionType)
  @Allow('inspector')
  appointInspection(@Caller() actor: Actor, @Args('input') input: AppointInspectionInput): Promise<object> {
    return this.inspections.appoint(actor, input);
  }

  @Mutation(() => InspectionType, { description: 'Write down what you measured and saw. The last look decides.' })
  @Allow('inspector')
  recordInspection(@Caller() actor: Actor, @Args('input') input: RecordInspectionInput): Promise<object> {
    return this.inspections.record(actor, input);
  }

  @Mutation(() => InspectionType, { description: 'Send the work back with what must be mended.' })
  @Allow('inspector')
  returnInspection(@Caller() actor: Actor, @Args('input') input: InspectionVerdictInput): Promise<object> {
    return this.inspections.sendBack(actor, input);
  }

  @Mutation(() => InspectionType, { description: 'Refuse a certificate for good.' })
  @Allow('inspector')
  refuseInspection(@Caller() actor: Actor, @Args('input') input: InspectionVerdictInput): Promise<object> {
    return this.inspections.refuse(actor, input);
  }

  @Mutation(() => InspectionType, { description: 'Have refused work looked at once more, by another inspector.' })
  @Allow('artisan')
  requestSecondLook(@Caller() actor: Actor, @Args('input') input: SecondLookInput): Promise<object> {
    return this.inspections.secondLook(actor, input);
  }

  @Mutation(() => InspectionType, { description: 'Bring mended work back.' })
  @Allow('artisan', 'officer', 'cluster')
  resubmitInspection(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.inspections.follow(actor, id, 'resubmit');
  }

  @Mutation(() => InspectionType)
  @Allow('artisan', 'officer', 'cluster')
  cancelInspection(@Caller() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<object> {
    return this.inspections.follow(actor, id, 'cancel');
  }

  @ResolveField(() => [ExaminationType], { description: 'Every look at the work, oldest first.' })
  examinations(@Parent() inspection: InspectionType): Promise<object> {
    return this.inspections.examinations(inspection.id);
  }

  @ResolveField(() => [EvidenceType], { description: 'What the inspectors photographed.' })
  async photographs(@Parent() inspection: InspectionType): Promise<EvidenceType[]> {
    return (await this.evidence.of(inspection.id)).map(({ id, width, height }) => ({ id, width, height, url: `/files/inspections/${id}.jpg` }));
  }
}
