import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { AddresseesService } from '../addressees.service.js';
import { ClustersService } from '../clusters.service.js';
import { saleLetter, type SaleNews } from './sale-letters.js';
import { SALE, type CollectiveSale } from './sales.queries.js';

interface News {
  readonly saleId: string;
  readonly artisanId: string;
  readonly news: SaleNews;
}
const tellMaker = errand<News>('clusters.tell-sale', { attempts: 6 });

/** An order placed in the last minutes is paid a little later, as long as its pieces are held: what was sold is told when that is over. */
const COUNTED_MS = 3 * 3_600_000;

/** Whoever has to bring pieces in hears of the sale, its days and its collection, what of hers was sold when it is over, and when it is called off. */
@Injectable()
export class SaleLettersService {
  constructor(
    private readonly db: Database,
    private readonly addressees: AddresseesService,
    private readonly clusters: ClustersService,
    private readonly catalog: CatalogService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tell(tx: Tx, sale: Pick<CollectiveSale, 'id' | 'pieces'>, news: SaleNews): Promise<void> {
    for (const artisanId of new Set(sale.pieces.map((piece) => piece.artisanId))) await tx.send(tellMaker, { saleId: sale.id, artisanId, news }, { key: `${sale.id}:${artisanId}:${news}`, ...(news === 'closed' ? { runAt: new Date(tx.now.getTime() + COUNTED_MS) } : {}) });
  }

  @OnErrand(tellMaker)
  async send({ saleId, artisanId, news }: News): Promise<void> {
    const [sale] = await this.db.read<CollectiveSale>(`${SALE} where s.id = $1`, [saleId]);
    const cluster = sale && (await this.clusters.cluster(sale.clusterId));
    if (!sale || !cluster) return;
    const people = await this.addressees.artisan(artisanId);
    const hers = await this.catalog.tradeData(sale.pieces.filter((piece) => piece.artisanId === artisanId).map((piece) => piece.productId));
    const sold = new Map(sale.pieces.map((piece) => [piece.productId, piece.sold]));
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-sale:${saleId}:${artisanId}:${news}`, { saleId, artisanId, news }, async () => {
        for (const { email, locale } of people) {
          const told = { ...sale, cluster: (locale === 'ar' && cluster.nameAr) || cluster.name, pieces: hers.map((piece) => ({ title: piece.title[locale], sold: sold.get(piece.productId) ?? 0 })) };
          await this.mail.post(tx, { to: email, ...saleLetter(news, told, locale, `${this.config.publicUrl}/${locale}/clusters`) });
        }
      }),
    );
  }
}
