import type { Migration } from '#libs/platform';

export const payments68a: Migration = {
  id: '2026-11-24-68a-set-aside',
  sql: /* sql */ `
-- Given by an account that was not its owner's: never paid to again, not even by a batch that was waiting.
alter table payments.payout_account add column set_aside_at timestamptz, add check (set_aside_at is null or replaced_at is not null);
`,
};
