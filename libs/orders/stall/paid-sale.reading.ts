import type { Database, Tx } from '#libs/platform';
import type { StallSale } from './stall-sale.js';

/** What a basket must know of the sale it takes home. */
export type PaidSale = Pick<StallSale, 'id' | 'quantity' | 'paidEachMinor' | 'unitIds' | 'soldOn'> & { readonly open: boolean };

const SALE = `select id, quantity, paid_each_minor::float8 "paidEachMinor", unit_ids "unitIds", to_char(sold_on, 'YYYY-MM-DD') "soldOn", undone_at is null open
  from orders.stall_sale where id = $1`;

export async function paidSaleOf(from: Pick<Database, 'read'> | Tx, saleId: string | null): Promise<PaidSale | null> {
  if (saleId === null) return null;
  const rows = 'read' in from ? await from.read<PaidSale>(SALE, [saleId]) : await from.query<PaidSale>(`${SALE} for update`, [saleId]);
  return rows[0] ?? null;
}
