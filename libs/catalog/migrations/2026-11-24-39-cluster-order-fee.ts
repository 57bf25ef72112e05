import type { Migration } from '#libs/platform';

export const catalog39: Migration = {
  id: '2026-11-24-39-cluster-order-fee',
  sql: /* sql */ `
-- What a cluster takes once for each order of its pieces. The stored goods value is that of an order of one piece.
alter table catalog.product
  add column cluster_order_minor integer not null default 0 check (cluster_order_minor between 0 and 500000),
  drop constraint terms_need_a_cluster,
  add constraint terms_need_a_cluster check (exporter_kind = 'cluster'
    or (cluster_item_minor = 0 and cluster_kg_minor = 0 and cluster_order_minor = 0 and exporter_text is null and minimum_quantity = 1 and kept_back = 0));
`,
};
