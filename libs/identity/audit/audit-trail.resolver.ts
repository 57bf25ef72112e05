import { Args, Query, Resolver } from '@nestjs/graphql';
import { Allow } from '#libs/platform';
import { AuditTrailService } from './audit-trail.service.js';
import { AuditArgs, AuditPageType } from './audit-trail.types.js';

@Resolver(() => AuditPageType)
export class AuditTrailResolver {
  constructor(private readonly trail: AuditTrailService) {}

  @Query(() => AuditPageType, { description: 'Who did what to which thing. For administrators.' })
  @Allow('admin')
  async auditTrail(@Args() { first, after, sort, ...filter }: AuditArgs): Promise<AuditPageType> {
    const page = await this.trail.page({ ...filter, oldest: sort === 'oldest' }, first, after ?? null);
    return { ...page, nodes: page.nodes.map((line) => ({ ...line, detail: JSON.stringify(line.detail) })) };
  }
}
