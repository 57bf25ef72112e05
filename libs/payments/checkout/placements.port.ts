import type { Actor } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { FrozenOrder } from '../ledger/split.js';

export interface PlacedOrder extends FrozenOrder {
  readonly orderId: string;
  readonly number: string;
}

export interface Placed {
  readonly basketId: string;
  readonly owner: string;
  readonly email: string;
  readonly locale: 'en' | 'fr' | 'ar';
  readonly currency: string;
  readonly validUntil: string;
  readonly state: 'payable' | 'expired' | 'settled' | 'cancelled';
  /** The orders that wait for money. */
  readonly waiting: readonly string[];
}

/** What payments asks of the orders below it. */
export abstract class Placements {
  /** What was placed from a basket, or null. */
  abstract placed(basketId: string, tx?: Tx): Promise<Placed | null>;
  /** Holds the pieces while the buyer is at the cashier's; refuses an expired pro forma. Locks the orders. */
  abstract keep(tx: Tx, basketId: string, until: Date): Promise<void>;
  abstract order(orderId: string): Promise<PlacedOrder>;
  /** Owner, exporter, desk. Anybody else is told that the order does not exist. */
  abstract maySee(actor: Actor, orderId: string): Promise<boolean>;
}
