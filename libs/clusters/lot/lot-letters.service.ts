import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { newId, SYSTEM } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { AddresseesService } from '../addressees.service.js';
import { lotLetter, waitingLetter, type LotNews } from './lot-letters.js';
import { whyInWords } from './lot-words.js';

const tellMember = errand<{ lotId: string; news?: LotNews; quantity?: number }>('clusters.tell-member', { attempts: 6 });

interface Waiting {
  readonly orderId: string;
  readonly line: number;
  readonly quantity: number;
}
const tellWaiting = errand<Waiting & { id: string }>('clusters.tell-waiting', { attempts: 6 });

interface Told {
  readonly artisanId: string;
  readonly quantity: number;
  readonly answerBy: Date;
  readonly cluster: string;
  readonly clusterAr: string | null;
  readonly productId: string;
  readonly state: string;
  readonly reason: string;
  readonly outcome: string | null;
}

/** What becomes of a member's lot without her is a letter to her; whom to write to is asked outside the transaction that moved it. */
@Injectable()
export class LotLettersService {
  constructor(
    private readonly db: Database,
    private readonly addressees: AddresseesService,
    private readonly catalog: CatalogService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tellOffered(tx: Tx, lotId: string): Promise<void> {
    await tx.send(tellMember, { lotId, news: 'offered' }, { key: lotId });
  }

  async tellTaken(tx: Tx, lotId: string): Promise<void> {
    await tx.send(tellMember, { lotId, news: 'taken' }, { key: `${lotId}:taken` });
  }

  /** `quantity` of them were found not to be good. */
  async tellRefused(tx: Tx, lotId: string, quantity: number): Promise<void> {
    await tx.send(tellMember, { lotId, news: 'refused', quantity }, { key: `${lotId}:refused` });
  }

  async tellEnded(tx: Tx, lotId: string): Promise<void> {
    await tx.send(tellMember, { lotId, news: 'ended' }, { key: `${lotId}:ended` });
  }

  async tellWaiting(tx: Tx, waiting: Waiting): Promise<void> {
    await tx.send(tellWaiting, { ...waiting, id: newId(tx.now.getTime()) });
  }

  @OnErrand(tellWaiting)
  async sendWaiting({ id, orderId, line, quantity }: Waiting & { id: string }): Promise<void> {
    const [allotment] = await this.db.read<{ clusterId: string; productId: string }>(
      `select cluster_id "clusterId", product_id "productId" from clusters.allotment where order_id = $1 and line = $2 and state = 'open'`,
      [orderId, line],
    );
    if (!allotment) return;
    const people = await this.addressees.cluster(allotment.clusterId);
    const [piece] = await this.catalog.tradeData([allotment.productId]);
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-waiting:${id}`, { id }, async () => {
        for (const { email, locale } of people) {
          await this.mail.post(tx, { to: email, ...waitingLetter({ quantity, title: piece?.title[locale] ?? '' }, locale, `${this.config.publicUrl}/${locale}/clusters/${allotment.clusterId}/lots`) });
        }
      }),
    );
  }

  @OnErrand(tellMember)
  async tell({ lotId, news = 'offered', quantity }: { lotId: string; news?: LotNews; quantity?: number }): Promise<void> {
    const [lot] = await this.db.read<Told>(
      `select l.artisan_id "artisanId", l.quantity, l.answer_by "answerBy", c.name cluster, c.name_ar "clusterAr", a.product_id "productId", l.state, l.reason, l.outcome
       from clusters.lot l join clusters.allotment a on a.order_id = l.order_id and a.line = l.line join clusters.cluster c on c.id = a.cluster_id where l.id = $1`,
      [lotId],
    );
    if (!lot || (news === 'offered' && lot.state !== 'offered')) return;
    const people = await this.addressees.artisan(lot.artisanId);
    const [piece] = await this.catalog.tradeData([lot.productId]);
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`clusters.tell-member:${lotId}:${news}`, { lotId, news }, async () => {
        for (const { email, locale } of people) {
          const told = { ...lot, quantity: quantity ?? lot.quantity, title: piece?.title[locale] ?? '', cluster: (locale === 'ar' && lot.clusterAr) || lot.cluster, why: whyInWords((news === 'offered' ? lot.reason : lot.outcome) ?? '', locale) };
          await this.mail.post(tx, { to: email, ...lotLetter(news, told, locale, `${this.config.publicUrl}/${locale}/workshop/sharing`) });
        }
      }),
    );
  }
}
