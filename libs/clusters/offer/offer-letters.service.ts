import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { newId, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { AddresseesService } from '../addressees.service.js';
import { ClustersService } from '../clusters.service.js';
import { offerLetter, type OfferNews } from './offer-letters.js';

interface News {
  readonly productId: string;
  readonly clusterId: string;
  readonly artisanId: string;
  readonly kind: OfferNews;
}

const tellSides = errand<News & { id: string }>('clusters.tell-offer', { attempts: 6 });

/** An offer that pauses or stands again is told to its maker and to whoever coordinates the cluster. */
@Injectable()
export class OfferLettersService {
  constructor(
    private readonly db: Database,
    private readonly addressees: AddresseesService,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell(tx: Tx, news: News): Promise<void> {
    await tx.send(tellSides, { ...news, id: newId(tx.now.getTime()) });
  }

  @OnErrand(tellSides)
  async send({ id, productId, clusterId, artisanId, kind }: News & { id: string }): Promise<void> {
    const cluster = await this.clusters.cluster(clusterId);
    const [piece] = await this.catalog.tradeData([productId]);
    if (!cluster || !piece) return;
    const people = await this.addressees.cluster(clusterId, artisanId);
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-offer:${id}`, { id }, async () => {
        for (const person of people) {
          const names = { cluster: (person.locale === 'ar' && cluster.nameAr) || cluster.name, title: piece.title[person.locale] };
          await this.mail.post(tx, { to: person.email, ...offerLetter(kind, names, person.locale, `${this.config.publicUrl}/${person.locale}/p/${piece.slug}`) });
        }
      }),
    );
  }
}
