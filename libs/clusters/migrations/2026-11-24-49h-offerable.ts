import type { Migration } from '#libs/platform';

export const clusters49h: Migration = {
  id: '2026-11-24-49h-offerable',
  sql: /* sql */ `
-- Offers that the shelf does not show: what looks like its maker's own and is a cluster's.
create index offer_unshown on clusters.offer (artisan_id) include (product_id) where paused_at is not null or resting;
-- Who lets a cluster do one thing, where many let it do several.
create index permission_of_kind on clusters.permission (cluster_id, permission, artisan_id);
`,
};
