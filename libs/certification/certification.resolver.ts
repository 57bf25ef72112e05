import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { moroccanDay, type Actor, type Clock } from '#libs/kernel';
import { Allow, Caller, CLOCK } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { normaliseNumber, statusOn, type Certificate } from './certificate.js';
import { CertificationService } from './certification.service.js';
import { CertificateMaker, CertificateType, IssueCertificateInput, PublicCertificate, WithdrawCertificateInput } from './certification.types.js';
import { ChecklistsService } from './checklists.service.js';
import { CentreType, EvidenceType, RuleType, VariantType } from './checklists.types.js';
import { EvidenceService } from './evidence.service.js';

@Resolver(() => CertificateType)
export class CertificationResolver {
  constructor(
    private readonly certification: CertificationService,
    private readonly checklists: ChecklistsService,
    private readonly registry: RegistryService,
    private readonly evidence: EvidenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => PublicCertificate, { description: 'Valid, expired, withdrawn or unknown, with what was inspected.' })
  @Allow('anyone')
  async certificate(@Args('number') number: string): Promise<object> {
    const certificate = await this.certification.byNumber(number);
    return { number: normaliseNumber(number), status: certificate ? statusOn(certificate, moroccanDay(this.clock.now())) : 'unknown', certificate };
  }

  @Query(() => [CertificateType], { description: 'Your own certificates, newest first.' })
  @Allow('artisan')
  async myCertificates(@Caller() actor: Actor): Promise<object> {
    return actor.artisanId === null ? [] : this.certification.ofArtisan(actor.artisanId);
  }

  @Query(() => [CentreType])
  @Allow('anyone')
  centres(): Promise<object> {
    return this.checklists.centres();
  }

  @Query(() => [VariantType], { description: 'What can be inspected, by product type.' })
  @Allow('anyone')
  inspectionVariants(): Promise<object> {
    return this.checklists.variants();
  }

  @Query(() => [RuleType], { description: 'The rules in force today.' })
  @Allow('anyone')
  checklist(@Args('productType') productType: string, @Args('variant') variant: string): Promise<object> {
    return this.checklists.rules(productType, variant, moroccanDay(this.clock.now()));
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

  @ResolveField(() => CentreType)
  centre(@Parent() certificate: Certificate): Promise<object> {
    return this.checklists.centre(certificate.centreId);
  }

  @ResolveField(() => CertificateMaker)
  maker(@Parent() certificate: Certificate): Promise<object> {
    return this.registry.artisan(certificate.artisanId);
  }

  @ResolveField(() => VariantType)
  variant(@Parent() certificate: Certificate): Promise<object> {
    return this.checklists.variant(certificate.productType, certificate.variant);
  }

  @ResolveField(() => [EvidenceType], { description: 'What the inspectors photographed.' })
  async photographs(@Parent() certificate: Certificate): Promise<EvidenceType[]> {
    return (await this.evidence.of(certificate.inspectionId)).map(({ id, width, height }) => ({ id, width, height, url: `/files/inspections/${id}.jpg` }));
  }
}
