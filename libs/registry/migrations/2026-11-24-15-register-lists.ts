import type { Migration } from '#libs/platform';

export const registry15: Migration = {
  id: '2026-11-24-15-register-lists',
  sql: /* sql */ `
-- One province in name order, and the latest registrations first.
create index artisan_province_order on registry.artisan (province_code, sort_key, id);
create index artisan_region_newest on registry.artisan (region_code, registered_on desc, id desc);
create index artisan_newest on registry.artisan (registered_on desc, id desc);
`,
};
