import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { moroccanDay, type Actor, type Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { normaliseNumber, statusOn, type Certificate } from './certificate/certificate.js';
import { CertificatePagesService } from './certificate/certificate-pages.service.js';
import { CertificatePageType, CertificatesArgs, MyCertificatesArgs } from './certificate/certificate-pages.types.js';
import { CertificationService } from './certification.service.js';
import { CertificateMaker, CertificateType, ExportedFileType, IssueCertificateInput, PublicCertificate, StatusEnum, WithdrawCertificateInput } from './certification.types.js';
import { ChecklistsService } from './checklist/checklists.service.js';
import { CentreType, EvidenceType, MarkType, ProductTypeType, RuleType, VariantType } from './checklist/checklists.types.js';
import { EditionsService } from './passport/editions.service.js';
import { EvidenceService } from './inspection/evidence.service.js';

@Resolver(() => CertificateType)
export class CertificationResolver {
  constructor(
    private readonly certification: CertificationService,
    private readonly checklists: ChecklistsService,
    private readonly registry: RegistryService,
    private readonly evidence: EvidenceService,
    private readonly editions: EditionsService,
    private readonly pages: CertificatePagesService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => PublicCertificate, { description: 'Valid, expired, withdrawn or unknown, with what was inspected.' })
  @Allow('anyone')
  async certificate(@Args('number') number: string): Promise<object> {
    const certificate = await this.certification.byNumber(number);
    return { number: normaliseNumber(number), status: certificate ? statusOn(certificate, moroccanDay(this.clock.now())) : 'unknown', certificate };
  }

  @Query(() => CertificatePageType, { description: 'Your own certificates, also where you inspect for a centre besides.' })
  @Allow('artisan')
  myCertificates(@Caller() actor: Actor, @Args() { filter, sort, first, after }: MyCertificatesArgs): Promise<object> {
    return this.pages.mine(actor, { filter: filter ?? {}, order: sort, day: moroccanDay(this.clock.now()), first, after: after ?? null });
  }

  @Query(() => CertificatePageType, { description: 'An inspector’s own centres’, every centre’s for the administration, or an artisan’s own.' })
  @Allow('inspector', 'artisan')
  certificates(@Caller() actor: Actor, @Args() { filter, sort, first, after }: CertificatesArgs): Promise<object> {
    return this.pages.page(actor, { filter: filter ?? {}, order: sort, day: moroccanDay(this.clock.now()), first, after: after ?? null });
  }

  @Query(() => [CentreType])
  @Allow('anyone')
  centres(): Promise<object> {
    return this.checklists.centres();
  }

  @Query(() => [ProductTypeType], { description: 'The types of work that are inspected, by name.' })
  @Allow('anyone')
  productTypes(): Promise<object> {
    return this.checklists.productTypes();
  }

  @Query(() => [VariantType], { description: 'What can be inspected, by product type.' })
  @Allow('anyone')
  inspectionVariants(): Promise<object> {
    return this.checklists.variants();
  }

  @Query(() => [RuleType], { description: 'The rules in force today.' })
  @Allow('anyone')
  checklist(@Args('productType') productType: string, @Args('variant') variant: string, @Args('centreId', { type: () => String, nullable: true, description: 'Adds the rules of this centre’s own.' }) centreId?: string): Promise<object> {
    return this.checklists.rules(productType, variant, moroccanDay(this.clock.now()), undefined, centreId ?? null);
  }

  @Query(() => [MarkType], { description: 'The marks that a centre may give to a type of work today.' })
  @Allow('anyone')
  marks(@Args('productType') productType: string, @Args('centreId') centreId: string): Promise<object> {
    return this.checklists.marks(productType, centreId, moroccanDay(this.clock.now()));
  }

  @Mutation(() => CertificateType, { description: 'Certify what an inspection found good.' })
  @Allow('inspector')
  issueCertificate(@Caller() actor: Actor, @Args('input') input: IssueCertificateInput): Promise<object> {
    return this.certification.issue(actor, input);
  }

  @Mutation(() => CertificateType, { description: 'Take a certificate back, with the reason. What stands under it comes down.' })
  @Allow('inspector')
  withdrawCertificate(@Caller() actor: Actor, @Args('input') input: WithdrawCertificateInput): Promise<object> {
    return this.certification.withdraw(actor, input);
  }

  @ResolveField(() => StatusEnum)
  status(@Parent() certificate: Certificate): string {
    return statusOn(certificate, moroccanDay(this.clock.now()));
  }

  @ResolveField(() => CentreType)
  async centre(@Parent() certificate: Certificate): Promise<object> {
    return (await this.checklists.centres()).find(({ id }) => id === certificate.centreId)!;
  }

  @ResolveField(() => CertificateMaker)
  maker(@Parent() certificate: Certificate): object {
    return this.registry.artisan(certificate.artisanId);
  }

  @ResolveField(() => VariantType)
  variant(@Parent() certificate: Certificate): Promise<object> {
    return this.checklists.variant(certificate.productType, certificate.variant);
  }

  @ResolveField(() => String, { nullable: true, description: 'The collective mark, as the caller’s language names it.' })
  async schemeName(@Parent() { schemeName }: Certificate, @Caller() { locale }: Actor): Promise<string | null> {
    return schemeName === null ? null : ((await this.checklists.markNamed(schemeName))?.[locale] ?? schemeName);
  }

  @ResolveField(() => [EvidenceType], { description: 'What the inspectors photographed.' })
  async photographs(@Parent() certificate: Certificate): Promise<EvidenceType[]> {
    return (await this.evidence.of(certificate.inspectionId)).map(({ id, width, height }) => ({ id, width, height, url: `/files/inspections/${id}.jpg` }));
  }

  @ResolveField(() => [ExportedFileType], { description: 'Written into the passport once the papers of an order are complete.' })
  exportFiles(@Parent() certificate: Certificate): Promise<object> {
    return this.editions.files(certificate.id);
  }
}
