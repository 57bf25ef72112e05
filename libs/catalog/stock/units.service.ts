import { Injectable } from '@nestjs/common';
import { newId } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import { catalogErrors } from '../catalog.errors.js';
import { OFFERED } from './offered.js';

export interface HeldUnit {
  readonly id: string;
  readonly serial: number;
}

/** Units to claim, and the certificate the buyer was shown with them. */
export interface Claim {
  readonly productId: string;
  readonly quantity: number;
  readonly certificateNumber?: string | null;
}

const CLAIM = `with chosen as (
    select u.id from catalog.unit u join catalog.product p on p.id = u.product_id
    where u.product_id = $1 and ${OFFERED} and (not p.certificate_of_lot or u.certificate_number = coalesce($5, u.certificate_number))
    order by u.serial limit $2 for update of u LOCKING
  )
  update catalog.unit u set state = 'held', order_id = $3, held_until = $4 from chosen where u.id = chosen.id returning u.id, u.serial`;

interface Held {
  readonly id: string;
  readonly keptBack: number;
  readonly certificateNumber?: string | null | undefined;
}

/** Who has which unit. Every call joins the caller's transaction. */
const MOST_UNITS = 5000;

/** A number of units that there can be: one of a unique piece at most. */
export function stockOf(wanted: number, unique: boolean, field: string): number {
  const max = unique ? 1 : MOST_UNITS;
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > max) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max }, field);
  return wanted;
}

@Injectable()
export class UnitsService {
  /**
   * Claims free units without queueing behind other buyers. When too few are free but some are locked by a
   * transaction that has not decided yet, waits for those: if that buyer's order fails, the piece must still
   * sell to the next one. Callers with several lines claim them in order of product id; the platform restarts
   * the rare pair that meets head-on all the same.
   */
  async hold(tx: Tx, piece: Held, quantity: number, orderId: string, until: Date): Promise<HeldUnit[]> {
    const productId = piece.id;
    const mine = await tx.query<HeldUnit>(`select id, serial from catalog.unit where product_id = $1 and order_id = $2 and state = 'held' order by serial`, [productId, orderId]);
    // A repeated command finds its own hold.
    if (mine.length >= quantity) return mine;
    const wanted = quantity - mine.length;
    const claimed = await this.claimAll(tx, [productId, wanted, orderId, until, piece.certificateNumber ?? null]);
    if (claimed.length < wanted) throw catalogErrors.CATALOG_SOLD_OUT({ available: mine.length + claimed.length, wanted: quantity }, 'quantity');
    if (piece.keptBack > 0) await this.assertKeptBack(tx, piece, quantity, wanted);
    return [...mine, ...claimed].sort((a, b) => a.serial - b.serial);
  }

  /** Claims of a piece with units kept back are counted one after the other: two buyers together do not take what neither may alone. */
  private async assertKeptBack(tx: Tx, piece: Held, quantity: number, claimed: number): Promise<void> {
    await tx.query(`select 1 from catalog.product where id = $1 for no key update`, [piece.id]);
    const free = await this.offered(tx, piece.id);
    if (free < piece.keptBack) throw catalogErrors.CATALOG_SOLD_OUT({ available: Math.max(0, free + claimed - piece.keptBack), wanted: quantity }, 'quantity');
  }

  /** Units that could be claimed now. */
  async offered(tx: Tx, productId: string): Promise<number> {
    const [row] = await tx.query<{ free: number }>(`select count(*)::int free from catalog.unit u join catalog.product p on p.id = u.product_id where u.product_id = $1 and ${OFFERED}`, [productId]);
    return row!.free;
  }

  /** All of them at once, or again from the first unit on, waiting: whoever waits holds none, and all wait in one order. */
  private async claimAll(tx: Tx, params: readonly [productId: string, wanted: number, orderId: string, until: Date, certificateNumber: string | null]): Promise<HeldUnit[]> {
    await tx.query('savepoint claim');
    let claimed = await tx.query<HeldUnit>(CLAIM.replace('LOCKING', 'skip locked'), params);
    if (claimed.length < params[1]) {
      await tx.query('rollback to savepoint claim');
      claimed = await tx.query<HeldUnit>(CLAIM.replace('LOCKING', ''), params);
    }
    await tx.query('release savepoint claim');
    return claimed;
  }

  /** Gives back what an order holds or had bought, when it expires or is cancelled. Answers the products concerned. */
  async release(tx: Tx, orderId: string): Promise<string[]> {
    const rows = await tx.query<{ product_id: string }>(
      `update catalog.unit set state = 'free', order_id = null, held_until = null where order_id = $1 returning product_id`,
      [orderId],
    );
    return [...new Set(rows.map((row) => row.product_id))].sort();
  }

  /** Held becomes sold. Answers the products concerned; a repeat answers none. */
  async sell(tx: Tx, orderId: string): Promise<string[]> {
    const rows = await tx.query<{ product_id: string }>(
      `update catalog.unit set state = 'sold', held_until = null where order_id = $1 and state = 'held' returning product_id`,
      [orderId],
    );
    return [...new Set(rows.map((row) => row.product_id))].sort();
  }

  /** Makes the unsold units of a product exactly `stock`; those promised to buyers cannot be taken away. */
  async setStock(tx: Tx, productId: string, unique: boolean, stock: number): Promise<void> {
    const units = await tx.query<{ id: string; serial: number; state: 'free' | 'held' | 'sold'; certified: boolean }>(
      `select id, serial, state, certificate_number is not null as certified from catalog.unit where product_id = $1 order by serial for update`,
      [productId],
    );
    const held = units.filter((unit) => unit.state === 'held').length;
    // Pieces under no certificate go first: one that leaves its lot does not come back into it.
    const free = units.filter((unit) => unit.state === 'free').sort((a, b) => Number(b.certified) - Number(a.certified) || a.serial - b.serial);
    if (unique && units.some((unit) => unit.state === 'sold') && stock > 0) throw catalogErrors.CATALOG_UNIQUE_SOLD({}, 'input.stock');
    if (stock < held) throw catalogErrors.CATALOG_STOCK_HELD({ held }, 'input.stock');
    const target = stock - held;
    const last = units.at(-1)?.serial ?? 0;
    if (target > free.length) {
      const serials = Array.from({ length: target - free.length }, (_, i) => last + 1 + i);
      await tx.query(`insert into catalog.unit (id, product_id, serial) select * from unnest($1::uuid[], array_fill($2::uuid, array[$4::int]), $3::int[])`, [
        serials.map(() => newId()), productId, serials, serials.length,
      ]);
    }
    if (target < free.length) await tx.query(`delete from catalog.unit where id = any($1)`, [free.slice(target).map((unit) => unit.id)]);
  }
}
