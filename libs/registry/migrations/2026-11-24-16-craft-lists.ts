import type { Migration } from '#libs/platform';

export const registry16: Migration = {
  id: '2026-11-24-16-craft-lists',
  sql: /* sql */ `
-- A rare craft of a large region: found by its own index rather than by walking all names of the region.
create index artisan_activity_order on registry.artisan (activity, region_code, sort_key, id);
create index artisan_branch_order on registry.artisan (branch, region_code, sort_key, id);
`,
};
