import type { Migration } from '#libs/platform';

export const registry19d: Migration = {
  id: '2026-11-24-19d-categories',
  sql: /* sql */ `
-- Enterprises are few: found by their own index rather than by walking all names of a region.
create index artisan_category_order on registry.artisan (category, region_code, sort_key, id);
`,
};
