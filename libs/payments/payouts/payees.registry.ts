import { Injectable } from '@nestjs/common';
import { ChecklistsService } from '#libs/certification';
import { ClustersService } from '#libs/clusters';
import { IdentityService } from '#libs/identity';
import { displayName, RegistryService } from '#libs/registry';
import type { Actor, Locale } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { Payees, type Payee } from './payees.port.js';

/** The register, the clusters, the centres and the accounts behind the port. */
@Injectable()
export class RegisterPayees extends Payees {
  constructor(
    private readonly registry: RegistryService,
    private readonly clusters: ClustersService,
    private readonly identity: IdentityService,
    private readonly centres: ChecklistsService,
  ) {
    super();
  }

  async nameOf(tx: Tx, payee: Payee): Promise<string> {
    if (payee.kind === 'artisan') return displayName(await this.registry.artisan(payee.id, tx), 'en');
    if (payee.kind === 'cluster') return this.clusters.name(tx, payee.id);
    return (await this.centres.centre(payee.id, tx)).fr;
  }

  async spokenFor(actor: Actor): Promise<Payee[]> {
    const clusters = (await this.clusters.coordinatedBy(actor)).map((id): Payee => ({ kind: 'cluster', id }));
    return actor.artisanId === null ? clusters : [{ kind: 'artisan', id: actor.artisanId }, ...clusters];
  }

  async addressesOf(payee: Payee, tx?: Tx): Promise<{ email: string; locale: Locale }[]> {
    if (payee.kind === 'centre') return [];
    const accounts = await this.identity.accountsOf(payee.kind === 'artisan' ? { artisanId: payee.id } : { organisation: { kind: 'cluster', organisationId: payee.id } }, tx);
    const found = await Promise.all(accounts.map((account) => this.identity.addressOf(account, tx)));
    return found.filter((address) => address !== null).map(({ email, locale }) => ({ email, locale }));
  }
}
