import type { Actor } from '#libs/kernel';
import type { ProForma } from '#libs/orders';
import type { Tx } from '#libs/platform';
import type { ProofTerms } from '#libs/shipping';
import type { Evidence } from './trade.js';

/** What the rooms below know of an exporter; the exporter's own details go over it. */
export interface KnownExporter {
  readonly nameArabic: string | null;
  readonly address: readonly string[];
  readonly city: string;
  readonly ice: string | null;
  /** Identifier in the National Register of Craft; null for a cluster. */
  readonly registerNumber: string | null;
}

/**
 * Where the frozen order and the exporter's register entry come from. What a file is drawn from is read on the drawing's own
 * connection: one that waited for a second while it holds the first would lock the pool under load.
 */
export abstract class TradeSource {
  abstract proForma(orderId: string, tx: Tx): Promise<ProForma>;
  /** The order's own door: its buyer, its exporter, the desk. Throws its NOT_FOUND for anybody else. */
  abstract maySee(actor: Actor, orderId: string): Promise<boolean>;
  /** The order whose letter carries this key. Throws its NOT_FOUND for a key that is none. */
  abstract orderOfKey(key: string): Promise<string>;
  abstract speaksFor(actor: Actor, kind: 'artisan' | 'cluster', id: string): Promise<boolean>;
  /** What the certificates of these numbers vouch for: nothing, once withdrawn; those unknown are left out. */
  abstract evidence(numbers: readonly string[], tx: Tx): Promise<Map<string, Evidence | null>>;
  /** Which proof of origin the way to a country takes on a day; null where no agreement is on record. */
  abstract proofTerms(country: string, day: string, tx: Tx): Promise<ProofTerms | null>;
  /** Who answers in the Union for what this exporter sells to consumers there: its own person, else the house's; null when nobody does. */
  abstract responsible(kind: 'artisan' | 'cluster', id: string, tx: Tx): Promise<string | null>;
  /** What the exporter's details say of its own; null leaves it to the house's. */
  abstract recordResponsible(tx: Tx, kind: 'artisan' | 'cluster', id: string, said: string | null): Promise<void>;
  abstract exporter(kind: 'artisan' | 'cluster', id: string, tx: Tx): Promise<KnownExporter>;
}
