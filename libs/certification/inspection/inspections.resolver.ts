import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '#libs/kernel';
import { Allow, Caller } from '#libs/platform';
import {
  AppointInspectionInput, ExaminationType, InspectionPageType, InspectionType, InspectionVerdictInput, MyInspectionsArgs, QueueArgs, RecordInspectionInput, RequestInspectionInput, SecondLookInput,
} from './inspections.types.js';
import { once, RegistryService } from '#libs/registry';
import { CertificateMaker } from '../certification.types.js';
import { ChecklistsService } from '../checklist/checklists.service.js';
import { CentreType, EvidenceType } from '../checklist/checklists.types.js';
import { EvidenceService } from './evidence.service.js';
import type { Inspection } from './inspection.js';
import { InspectionsService, type InspectionPage } from './inspections.service.js';

/** With what a page's lines show of others. */
interface InspectionLine extends Inspection {
  readonly whose?: object;
  readonly makers?: () => Promise<Map<string, object>>;
  readonly secondLooks?: () => Promise<Map<string, string>>;
}

@Resolver(() => InspectionType)
export class InspectionsResolver {
  constructor(
    private readonly inspections: InspectionsService,
    private readonly evidence: EvidenceService,
    private readonly registry: RegistryService,
    private readonly checklists: ChecklistsService,
  ) {}

  @Query(() => InspectionPageType, { description: 'What waits at your centre, oldest first; at every centre for the administration.' })
  @Allow('inspector')
  async inspectionQueue(@Caller() actor: Actor, @Args() { states, productType, centreId, sort, first, after }: QueueArgs): Promise<object> {
    return this.together(await this.inspections.queue(actor, states, first, after ?? null, { productType, centreId, newest: sort === 'newest' }));
  }

  /** What the lines of a page show of others is read once for all of them, and only when a line is asked for hers. */
  private together(page: InspectionPage): object {
    const makers = once(() => this.registry.artisans([...new Set(page.nodes.map(({ artisanId }) => artisanId))]).then((all) => new Map(all.map((one) => [one.id, one]))));
    const secondLooks = once(() => this.inspections.secondLooks(page.nodes.filter(({ state }) => state === 'refused').map(({ id }) => id)));
    return { ...page, nodes: page.nodes.map((node): InspectionLine => ({ ...node, makers, secondLooks })) };
  }

  @Query(() => InspectionPageType, { description: 'Your own requests.' })
  @Allow('artisan')
  async myInspections(@Caller() actor: Actor, @Args() { states, productType, sort, first, after }: MyInspectionsArgs): Promise<object> {
    return this.together(await this.inspections.mine(actor, first, after ?? null, { states, productType, oldest: sort === 'oldest' }));
  }

  @Query(() => InspectionPageType, { description: 'Those of an artisan whose mandate you hold to ask for inspections or follow them.' })
  @Allow('officer', 'cluster')
  async inspectionsOf(@Caller() actor: Actor, @Args('artisanId', { type: () => ID }) artisanId: string, @Args() { states, productType, sort, first, after }: MyInspectionsArgs): Promise<object> {
    return this.together(await this.inspections.of(actor, artisanId, first, after ?? null, { states, productType, oldest: sort === 'oldest' }));
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
  @Allow('artisan', 'officer', 'cluster')
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

  @ResolveField(() => CertificateMaker)
  async maker(@Parent() { artisanId, whose, makers }: InspectionLine): Promise<object> {
    return whose ?? (await makers?.())?.get(artisanId) ?? this.registry.artisan(artisanId);
  }

  @ResolveField(() => CentreType)
  async centre(@Parent() { centreId }: InspectionLine): Promise<object> {
    return (await this.checklists.centres()).find((one) => one.id === centreId)!;
  }

  @ResolveField(() => ID, { nullable: true, description: 'The look that was asked for once more after its refusal.' })
  secondLook(@Parent() { id, state, secondLooks }: InspectionLine): null | Promise<string | null> {
    return state === 'refused' ? (secondLooks?.() ?? this.inspections.secondLooks([id])).then((looks) => looks.get(id) ?? null) : null;
  }

  @ResolveField(() => [ExaminationType], { description: 'Every look at the work, oldest first.' })
  examinations(@Parent() inspection: InspectionType): Promise<object> {
    return this.inspections.examinations(inspection);
  }

  @ResolveField(() => [EvidenceType], { description: 'What the inspectors photographed.' })
  async photographs(@Parent() inspection: InspectionType): Promise<EvidenceType[]> {
    return (await this.evidence.of(inspection.id)).map(({ id, width, height }) => ({ id, width, height, url: `/files/inspections/${id}.jpg` }));
  }
}
