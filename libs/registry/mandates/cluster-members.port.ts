import { Injectable } from '@nestjs/common';
import type { Tx } from '#libs/platform';

/** Whether an artisan is a member of a cluster now; it stays so until the transaction ends. */
export type IsMember = (tx: Tx, clusterId: string, artisanId: string) => Promise<boolean>;

/** What this room asks of the room with the clusters, which stands above it and answers once it is there. */
@Injectable()
export class ClusterMembers {
  private isMember: IsMember | null = null;

  answeredBy(isMember: IsMember): void {
    this.isMember = isMember;
  }

  /** In a house without clusters an agent's word names what nobody else knows. */
  async has(tx: Tx, clusterId: string, artisanId: string): Promise<boolean> {
    return this.isMember === null || this.isMember(tx, clusterId, artisanId);
  }
}
