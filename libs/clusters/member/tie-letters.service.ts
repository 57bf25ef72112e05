import { Inject, Injectable } from '@nestjs/common';
import { newId, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { displayName, RegistryService } from '#libs/registry';
import { AddresseesService } from '../addressees.service.js';
import { ClustersService } from '../clusters.service.js';
import { tieLetter, toldTo, type StandingNews, type TieNews } from './tie-letters.js';

interface News {
  readonly clusterId: string;
  readonly artisanId: string;
  readonly news: TieNews | StandingNews;
}
const tellOther = errand<News & { id: string }>('clusters.tell-tie', { attempts: 6 });

/** An invitation or a request that nobody hears of is none: each step is told to the side that did not take it. */
@Injectable()
export class TieLettersService {
  constructor(
    private readonly db: Database,
    private readonly addressees: AddresseesService,
    private readonly clusters: ClustersService,
    private readonly registry: RegistryService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell(tx: Tx, news: News): Promise<void> {
    await tx.send(tellOther, { ...news, id: newId(tx.now.getTime()) });
  }

  @OnErrand(tellOther)
  async send({ id, clusterId, artisanId, news }: News & { id: string }): Promise<void> {
    const cluster = await this.clusters.cluster(clusterId);
    const [artisan] = await this.registry.artisans([artisanId]);
    if (!cluster || !artisan) return;
    const toArtisan = toldTo(news) === 'artisan';
    const her = await this.addressees.artisan(artisanId);
    // Who speaks for the cluster may be the artisan herself: she knows.
    const people = toArtisan ? her : (await this.addressees.cluster(clusterId)).filter(({ email }) => !her.some((one) => one.email === email));
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-tie:${id}`, { id }, async () => {
        for (const { email, locale } of people) {
          const names = { cluster: (locale === 'ar' && cluster.nameAr) || cluster.name, artisan: displayName(artisan, locale) };
          const link = `${this.config.publicUrl}/${locale}/clusters${toArtisan ? '' : `/${clusterId}/members`}`;
          await this.mail.post(tx, { to: email, ...tieLetter(news, names, locale, link) });
        }
      }),
    );
  }
}
