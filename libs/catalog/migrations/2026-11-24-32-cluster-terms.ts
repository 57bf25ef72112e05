import type { Migration } from '#libs/platform';

export const catalog32: Migration = {
  id: '2026-11-24-32-cluster-terms',
  sql: /* sql */ `
-- What a cluster adds to a piece while it exports it: fixed fees, its own words, the fewest it sells, the units it leaves alone.
alter table catalog.product
  add column cluster_item_minor integer not null default 0 check (cluster_item_minor between 0 and 500000),
  add column cluster_kg_minor integer not null default 0 check (cluster_kg_minor between 0 and 500000),
  add column exporter_text jsonb,
  add column minimum_quantity integer not null default 1 check (minimum_quantity between 1 and 1000),
  add column kept_back integer not null default 0 check (kept_back between 0 and 100000),
  -- All of it leaves with the cluster: no ghost stays on a piece that its maker exports.
  add constraint terms_need_a_cluster check (exporter_kind = 'cluster'
    or (cluster_item_minor = 0 and cluster_kg_minor = 0 and exporter_text is null and minimum_quantity = 1 and kept_back = 0));
`,
};
