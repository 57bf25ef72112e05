import { Injectable } from '@nestjs/common';
import { IdentityService } from '#libs/identity';
import type { Actor } from '#libs/kernel';
import { Database } from '#libs/platform';
import { keyHash } from './order-key.js';
import { ordersErrors } from '../orders.errors.js';

interface Claimed {
  readonly id: string;
  readonly owner: string;
  readonly basketId: string;
}

/** A guest's orders join the account of whoever opens one with the key of its letter while signed in: once, and on the record. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly db: Database,
    private readonly identity: IdentityService,
  ) {}

  /** Answers the order's id. The orders of one basket were one purchase and move together. */
  async claim(actor: Actor, key: string): Promise<string> {
    const find = `select id, owner, basket_id "basketId" from orders.orders where key_hash = $1`;
    const [seen] = key.length === 43 ? await this.db.read<Claimed>(find, [keyHash(key)]) : [];
    if (!seen) throw ordersErrors.ORDER_NOT_FOUND({}, 'key');
    if (seen.owner === actor.accountId) return seen.id;
    if (actor.accountId === null || (await this.identity.addressOf(actor.accountId)) === null) throw ordersErrors.ORDER_CLAIM_SIGN_IN({}, 'key');
    if ((await this.identity.addressOf(seen.owner)) !== null) throw ordersErrors.ORDER_CLAIM_TAKEN({}, 'key');
    return this.db.write(actor, async (tx) => {
      const orders = await tx.query<{ id: string; owner: string }>(`select id, owner from orders.orders where basket_id = $1 order by id for update`, [seen.basketId]);
      const mine = orders.find((order) => order.id === seen.id)!;
      if (mine.owner === actor.accountId) return seen.id;
      // Two who hold the letter at once: the first keeps it.
      if (mine.owner !== seen.owner) throw ordersErrors.ORDER_CLAIM_TAKEN({}, 'key');
      const moved = await tx.query<{ id: string }>(`update orders.orders set owner = $2, claimed_at = $3 where basket_id = $1 and owner = $4 returning id`, [seen.basketId, actor.accountId, tx.now, seen.owner]);
      await tx.query(`update orders.basket set owner = $2 where id = $1 and owner = $3`, [seen.basketId, actor.accountId, seen.owner]);
      for (const order of moved) await tx.audit({ action: 'order.claim', subject: { type: 'order', id: order.id }, detail: { from: seen.owner } });
      return seen.id;
    });
  }
}
