import { Inject, Injectable } from '@nestjs/common';
import { ClustersService } from '#libs/clusters';
import { IdentityService } from '#libs/identity';
import { SYSTEM, type Locale } from '#libs/kernel';
import { CONFIG, Database, errand, Mail, OnErrand, type Config, type Tx } from '#libs/platform';
import { exporterLetter, type ExporterNews } from './exporter-letters.js';
import { OrdersService } from '../orders.service.js';
import type { ExporterParty } from '../pro-forma.js';

const tellExporter = errand<{ orderId: string; news: ExporterNews }>('orders.tell-exporter', { attempts: 6 });

/** Whom to write to is asked outside the transaction that funded the order; the letters are one commit, made once. */
@Injectable()
export class ExporterLettersService {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly clusters: ClustersService,
    private readonly identity: IdentityService,
    private readonly mail: Mail,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async tellPaid(tx: Tx, orderId: string): Promise<void> {
    await tx.send(tellExporter, { orderId, news: 'paid' }, { key: orderId });
  }

  /** Once, however often it is asked. */
  async remind(tx: Tx, orderId: string): Promise<void> {
    await tx.send(tellExporter, { orderId, news: 'waiting' }, { key: `${orderId}:waiting` });
  }

  @OnErrand(tellExporter)
  async tell({ orderId, news }: { orderId: string; news: ExporterNews }): Promise<void> {
    const order = await this.orders.proForma(orderId);
    const people = await this.peopleOf(order.exporter);
    await this.db.write(SYSTEM, (tx) =>
      tx.once(`orders.tell-exporter:${orderId}:${news}`, { orderId, news }, async () => {
        for (const person of people) {
          const link = `${this.config.publicUrl}/${person.locale}/workshop/orders/${orderId}`;
          await this.mail.post(tx, { to: person.email, ...exporterLetter(order, news, person.locale, link) });
        }
      }),
    );
  }

  /** Where to write to whoever speaks for an exporter. Asked outside a transaction. */
  async peopleOf(exporter: ExporterParty): Promise<{ email: string; locale: Locale }[]> {
    const people = await Promise.all((await this.accountsOf(exporter)).map((accountId) => this.identity.addressOf(accountId)));
    return people.filter((person) => person !== null).map(({ email, locale }) => ({ email, locale }));
  }

  private async accountsOf(exporter: ExporterParty): Promise<string[]> {
    if (exporter.kind === 'artisan') return this.identity.accountsOf({ artisanId: exporter.id });
    const agents = await this.identity.accountsOf({ organisation: { kind: 'cluster', organisationId: exporter.id } });
    const coordinators = await Promise.all((await this.clusters.coordinatorsOf(exporter.id)).map((artisanId) => this.identity.accountsOf({ artisanId })));
    return [...new Set([...agents, ...coordinators.flat()])];
  }
}
