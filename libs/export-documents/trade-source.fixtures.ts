import { newId, type Actor } from '#libs/kernel';
import type { ProForma } from '#libs/orders';
import { exportDocumentsErrors } from './export-documents.errors.js';
import { proForma } from './pro-forma.fixtures.js';
import { corridorTo } from './trade/origin.fixtures.js';
import type { Evidence } from './trade/trade.js';
import { TradeSource, type KnownExporter } from './trade/trade.source.js';

/** Orders as this room sees them, without placing and paying one for every test. An order's key is its id. */
export class PlacedOrders extends TradeSource {
  readonly placed = new Map<string, ProForma>();

  place(change: Partial<ProForma> = {}): ProForma {
    const p = proForma({ orderId: newId(), ...change });
    this.placed.set(p.orderId, p);
    return p;
  }
  override async proForma(orderId: string): Promise<ProForma> {
    return this.placed.get(orderId)!;
  }
  override async maySee(who: Actor, orderId: string): Promise<boolean> {
    return who.roles.includes('desk') || this.placed.get(orderId)?.buyer.accountId === who.accountId;
  }
  override async orderOfKey(key: string): Promise<string> {
    if (!this.placed.has(key)) throw exportDocumentsErrors.EXPORT_FILE_NOT_FOUND();
    return key;
  }
  override async speaksFor(): Promise<boolean> {
    return false;
  }
  override async evidence(): Promise<Map<string, Evidence | null>> {
    return new Map();
  }
  override async proofTerms(country: string) {
    return corridorTo(country);
  }
  /** Whom the house names, for whoever has nobody of its own. */
  house: string | null = 'Maison Exemple SARL, 8 rue des Exemples, 75011 Paris, answers@maison.example';
  readonly own = new Map<string, string | null>();
  override async responsible(_kind: string, id: string): Promise<string | null> {
    return this.own.get(id) ?? this.house;
  }
  override async recordResponsible(_tx: unknown, _kind: string, id: string, said: string | null): Promise<void> {
    this.own.set(id, said);
  }
  override async exporter(): Promise<KnownExporter> {
    return { nameArabic: null, address: [], city: 'Fès', ice: null, registerNumber: null };
  }
}
