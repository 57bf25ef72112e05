import type { Migration } from '#libs/platform';

export const payments64: Migration = {
  id: '2026-11-24-64-second-person',
  sql: /* sql */ `
-- A large batch waits for the yes of another person; refused, its money is due again.
alter table payments.payout_batch drop constraint payout_batch_state_check;
alter table payments.payout_batch
  add check (state in ('waiting', 'sent', 'settled', 'refused')),
  add column created_name text,
  add column decided_by uuid,
  add column decided_name text,
  add column decided_at timestamptz,
  add column refusal text,
  add constraint payout_batch_second_person check (decided_by is distinct from created_by or decided_by is null),
  add check ((state = 'refused') = (refusal is not null)),
  add check (state <> 'waiting' or decided_by is null);
create index payout_batch_of_maker on payments.payout_batch (created_by, created_at);
`,
};
