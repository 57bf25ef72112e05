import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { PublicCertificate } from '../certification.types.js';
import type { Certificate } from './certificate.js';
import { SuccessorsService } from './successors.service.js';

@Resolver(() => PublicCertificate)
export class SuccessorsResolver {
  constructor(private readonly successors: SuccessorsService) {}

  @ResolveField(() => String, { nullable: true, description: 'Of one that has ended: the number of the certificate that vouches for the same today.' })
  followedBy(@Parent() { certificate }: { readonly certificate: Certificate | null }): Promise<string | null> | null {
    return certificate && this.successors.of(certificate);
  }
}
