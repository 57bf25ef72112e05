import type { Migration } from '#libs/platform';

export const registry19c: Migration = {
  id: '2026-11-24-19c-mandates-end',
  sql: /* sql */ `
-- A mandate whose days are over, or that nobody answered, says so; the account that asked is told what became of it.
alter table registry.mandate drop constraint mandate_state_check,
  add constraint mandate_state_check check (state in ('proposed', 'live', 'declined', 'revoked', 'expired')),
  add column agent_account_id uuid;
create index mandate_ending on registry.mandate (valid_until) where state = 'live';
create index mandate_unanswered on registry.mandate (code_until) where state = 'proposed';

-- Why a yes could not be carried out, as the room that owns the act said it: in the three languages.
alter table registry.consent add column failure_words jsonb;

-- When a chamber was told that a request is past its deadline: once for each deadline.
alter table registry.claim add column late_told_at timestamptz;
create index claim_late on registry.claim (due_at) where state = 'submitted' and late_told_at is null;
`,
};
