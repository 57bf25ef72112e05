import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isId } from '#libs/kernel';
import { ClusterMembers } from '#libs/registry';

/** A cluster's agent asks for mandates among its members: the register asks this room who is one. */
@Injectable()
export class ClusterMembersAnswer implements OnModuleInit {
  constructor(private readonly members: ClusterMembers) {}

  onModuleInit(): void {
    // Locked: leaving ends what was asked, and must find it.
    this.members.answeredBy(async (tx, clusterId, artisanId) => isId(clusterId) && (await tx.query(`select 1 from clusters.member where cluster_id = $1 and artisan_id = $2 and state = 'active' for share`, [clusterId, artisanId])).length > 0);
  }
}
