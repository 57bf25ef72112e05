import { createHash, createHmac } from 'node:crypto';

/**
 * The key in a buyer's mail opens her order's page without signing in. It is derived, so that each letter can carry
 * it and no table does; only its hash is kept, to find the order by it.
 */
export function orderKey(secret: string, orderId: string): string {
  return createHmac('sha256', secret).update(`order-key:${orderId}`).digest('base64url');
}

/** The key behind the code a visitor scans at a stall. */
export function stallKey(secret: string, saleId: string): string {
  return createHmac('sha256', secret).update(`stall-key:${saleId}`).digest('base64url');
}

export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
