import { Inject, Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import { newId, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { AddresseesService, type Addressee } from '../addressees.service.js';
import { ClustersService, type Cluster } from '../clusters.service.js';
import { coordinationLetter, type NamedNews, type RestNews } from './coordination-letters.js';

type AllNews = Exclude<RestNews, 'resting_told_admin'>;
const tellMembers = errand<{ id: string; clusterId: string; news: AllNews }>('clusters.tell-rest', { attempts: 6 });
const tellNamed = errand<{ id: string; clusterId: string; artisanId: string; news: NamedNews }>('clusters.tell-named', { attempts: 6 });
const AT_ONCE = 100;

/** A cluster that comes to rest is told to all its members and to the administration, and its waking to all its members. */
@Injectable()
export class CoordinationLettersService {
  constructor(
    private readonly db: Database,
    private readonly addressees: AddresseesService,
    private readonly clusters: ClustersService,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tellAll(tx: Tx, clusterId: string, news: AllNews): Promise<void> {
    await tx.send(tellMembers, { id: newId(tx.now.getTime()), clusterId, news });
  }

  async tellNamed(tx: Tx, clusterId: string, artisanId: string, news: NamedNews): Promise<void> {
    await tx.send(tellNamed, { id: newId(tx.now.getTime()), clusterId, artisanId, news });
  }

  @OnErrand(tellMembers)
  async sendAll({ id, clusterId, news }: { id: string; clusterId: string; news: AllNews }): Promise<void> {
    const cluster = await this.clusters.cluster(clusterId);
    // It may have woken, or come to rest, since: then another letter says so.
    if (!cluster || (cluster.restedAt !== null) !== (news === 'resting')) return;
    if (news === 'resting') await this.post(`${id}:admin`, cluster, 'resting_told_admin', await this.administration());
    const members = await this.db.read<{ id: string }>(`select artisan_id id from clusters.member where cluster_id = $1 and state = 'active' order by artisan_id`, [clusterId]);
    for (let from = 0; from < members.length; from += AT_ONCE) {
      const people = (await Promise.all(members.slice(from, from + AT_ONCE).map((member) => this.addressees.artisan(member.id)))).flat();
      await this.post(`${id}:${from}`, cluster, news, people);
    }
  }

  @OnErrand(tellNamed)
  async sendNamed({ id, clusterId, artisanId, news }: { id: string; clusterId: string; artisanId: string; news: NamedNews }): Promise<void> {
    const cluster = await this.clusters.cluster(clusterId);
    if (cluster) await this.post(id, cluster, news, await this.addressees.artisan(artisanId));
  }

  private async administration(): Promise<Addressee[]> {
    const people = await Promise.all((await this.identity.accountsOf({ role: 'admin' })).map((account) => this.identity.addressOf(account)));
    return people.filter((person) => person !== null);
  }

  /** Once for each of them, however often the errand is run. */
  private async post(key: string, cluster: Cluster, news: RestNews | NamedNews, people: readonly Addressee[]): Promise<void> {
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-coordination:${key}`, { key }, async () => {
        for (const { email, locale } of people) {
          const link = `${this.config.publicUrl}/${locale}/clusters/${news === 'named' ? `${cluster.id}/members` : `${cluster.id}/coordination`}`;
          await this.mail.post(tx, { to: email, ...coordinationLetter(news, (locale === 'ar' && cluster.nameAr) || cluster.name, locale, link) });
        }
      }),
    );
  }
}
