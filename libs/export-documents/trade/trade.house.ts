import { Inject, Injectable } from '@nestjs/common';
import { CertificationService } from '#libs/certification';
import { ClustersService } from '#libs/clusters';
import type { Actor } from '#libs/kernel';
import { OrdersService, type ProForma } from '#libs/orders';
import { CONFIG, type Config, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { ShippingService, type ProofTerms } from '#libs/shipping';
import { evidenceOf } from './evidence.js';
import { regionName } from './figures.js';
import type { Evidence } from './trade.js';
import { TradeSource, type KnownExporter } from './trade.source.js';

@Injectable()
export class HouseTradeSource extends TradeSource {
  constructor(
    private readonly orders: OrdersService,
    private readonly clusters: ClustersService,
    private readonly registry: RegistryService,
    private readonly certification: CertificationService,
    private readonly shipping: ShippingService,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super();
  }

  proForma(orderId: string, tx: Tx): Promise<ProForma> {
    return this.orders.proForma(orderId, tx);
  }

  maySee(actor: Actor, orderId: string): Promise<boolean> {
    return this.orders.maySee(actor, orderId);
  }

  async orderOfKey(key: string): Promise<string> {
    return (await this.orders.orderByKey(key)).id;
  }

  async speaksFor(actor: Actor, kind: 'artisan' | 'cluster', id: string): Promise<boolean> {
    return kind === 'artisan' ? actor.artisanId === id : (await this.clusters.coordinatedBy(actor)).includes(id);
  }

  proofTerms(country: string, day: string, tx: Tx): Promise<ProofTerms | null> {
    return this.shipping.proofTerms(country, day, tx);
  }

  async responsible(kind: 'artisan' | 'cluster', id: string, tx: Tx): Promise<string | null> {
    return (await this.shipping.responsibleFor({ kind, id }, tx))?.said ?? null;
  }

  recordResponsible(tx: Tx, kind: 'artisan' | 'cluster', id: string, said: string | null): Promise<void> {
    return this.shipping.recordResponsible(tx, { kind, id }, said);
  }

  async evidence(numbers: readonly string[], tx: Tx): Promise<Map<string, Evidence | null>> {
    const found = new Map<string, Evidence | null>();
    for (const number of new Set(numbers)) {
      const certificate = await this.certification.byNumber(number, tx);
      // One that ran out since held when the piece was looked at and sold.
      if (certificate) found.set(number, certificate.endedFor === 'withdrawn' ? null : evidenceOf(certificate, new URL(`/en/certificate/${encodeURIComponent(number)}`, this.config.publicUrl).href));
    }
    return found;
  }

  async exporter(kind: 'artisan' | 'cluster', id: string, tx: Tx): Promise<KnownExporter> {
    if (kind === 'artisan') {
      const artisan = await this.registry.artisan(id, tx);
      return { nameArabic: artisan.nameArabic, address: [], city: regionName(artisan.regionCode), ice: null, registerNumber: artisan.identifier };
    }
    const cluster = await this.clusters.cluster(id, tx);
    return { nameArabic: cluster?.nameAr ?? null, address: cluster ? [cluster.address] : [], city: cluster?.city ?? '', ice: cluster?.ice ?? null, registerNumber: null };
  }
}
