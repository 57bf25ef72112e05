import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/kernel';
import { displayName, RegistryService } from '#libs/registry';
import { ClustersService, type Cluster } from '../clusters.service.js';
import type { PageOf } from '../page.types.js';
import { MembershipService, type Member } from './membership.service.js';

export interface NamedMember extends Member {
  readonly name: string;
  readonly clusterName: string;
  readonly cluster: Cluster;
}

/** Members with the names that people know them and their clusters by. */
@Injectable()
export class RollService {
  constructor(
    private readonly clusters: ClustersService,
    private readonly membership: MembershipService,
    private readonly registry: RegistryService,
  ) {}

  async members(actor: Actor, clusterId: string, asked: Parameters<MembershipService['members']>[2]): Promise<PageOf<NamedMember>> {
    const page = await this.membership.members(actor, clusterId, asked);
    return { ...page, nodes: await this.withNames(actor, page.nodes) };
  }

  async mine(actor: Actor): Promise<NamedMember[]> {
    return this.withNames(actor, await this.membership.myMemberships(actor));
  }

  async named(actor: Actor, member: Member): Promise<NamedMember> {
    return (await this.withNames(actor, [member]))[0]!;
  }

  private async withNames(actor: Actor, members: readonly Member[]): Promise<NamedMember[]> {
    const unnamed = members.filter((one) => !one.artisan).map((one) => one.artisanId);
    const people = unnamed.length === 0 ? [] : await this.registry.artisans(unnamed);
    const names = new Map([...people, ...members.flatMap((one) => one.artisan ?? [])].map((one) => [one.id, displayName(one, actor.locale)]));
    const clusters = new Map((await this.clusters.clustersOf([...new Set(members.map((one) => one.clusterId))])).map((one) => [one.id, one]));
    return members.map((one) => {
      const cluster = clusters.get(one.clusterId)!;
      return { ...one, name: names.get(one.artisanId) ?? '', cluster, clusterName: (actor.locale === 'ar' && cluster.nameAr) || cluster.name };
    });
  }
}
