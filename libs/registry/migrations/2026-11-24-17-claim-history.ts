import type { Migration } from '#libs/platform';

export const registry17: Migration = {
  id: '2026-11-24-17-claim-history',
  sql: /* sql */ `
-- Every request of a region, decided or not, the latest first.
create index claim_history on registry.claim (region_code, opened_at desc, id desc);
create index claim_of_entry on registry.claim (artisan_id, opened_at desc, id desc);
`,
};
