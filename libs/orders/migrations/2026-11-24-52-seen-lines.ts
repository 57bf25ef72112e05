import type { Migration } from '#libs/platform';

export const orders52: Migration = {
  id: '2026-11-24-52-seen-lines',
  sql: /* sql */ `
-- Who sold a piece, and for how much, when the buyer put it in: what has changed since is said beside the line.
alter table orders.basket_line add column seen_exporter_id uuid, add column seen_goods_minor bigint;

-- A guest's order joins the account of whoever opens it, once, by the key of its letter.
alter table orders.orders add column claimed_at timestamptz;
`,
};
