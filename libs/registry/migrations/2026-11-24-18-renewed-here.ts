import type { Migration } from '#libs/platform';

export const registry18: Migration = {
  id: '2026-11-24-18-renewed-here',
  sql: /* sql */ `
-- The last day that the extract gave when an officer gave another one here. The officer's stands until the extract names a new one.
alter table registry.artisan add column extract_valid_until date;
`,
};
