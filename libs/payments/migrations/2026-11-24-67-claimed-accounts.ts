import type { Migration } from '#libs/platform';

export const payments67: Migration = {
  id: '2026-11-24-67-claimed-accounts',
  sql: /* sql */ `
-- Bank details that an artisan gave while she claims her register entry: sealed, hers once the chamber approves, gone otherwise.
create table payments.claimed_account (
  claim_id uuid primary key,
  rib_sealed bytea not null,
  at timestamptz not null
);
`,
};
