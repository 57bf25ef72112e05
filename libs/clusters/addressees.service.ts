import { Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import type { Locale } from '#libs/kernel';
import { ClustersService } from './clusters.service.js';

export interface Addressee {
  readonly email: string;
  readonly locale: Locale;
}

/** Whom the room's letters go to: an artisan's accounts, and whoever speaks for a cluster. Asked outside transactions. */
@Injectable()
export class AddresseesService {
  constructor(
    private readonly identity: IdentityService,
    private readonly clusters: ClustersService,
  ) {}

  async artisan(artisanId: string): Promise<Addressee[]> {
    return this.addressesOf(await this.identity.accountsOf({ artisanId }));
  }

  /** Its coordinating members and its agents, and with them an artisan whom the letter is about. */
  async cluster(clusterId: string, artisanId?: string): Promise<Addressee[]> {
    const makers = [...new Set([...(artisanId === undefined ? [] : [artisanId]), ...(await this.clusters.coordinatorsOf(clusterId))])];
    const accounts = (await Promise.all(makers.map((maker) => this.identity.accountsOf({ artisanId: maker })))).flat();
    return this.addressesOf([...accounts, ...(await this.identity.accountsOf({ organisation: { kind: 'cluster', organisationId: clusterId } }))]);
  }

  private async addressesOf(accounts: readonly string[]): Promise<Addressee[]> {
    const people = await Promise.all([...new Set(accounts)].map((account) => this.identity.addressOf(account)));
    return people.filter((person) => person !== null && person !== undefined);
  }
}
