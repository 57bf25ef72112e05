import type { Migration } from '#libs/platform';

export const payments66: Migration = {
  id: '2026-11-24-66-agents',
  sql: /* sql */ `
-- Who proposed new bank details or a payout, where it was an agent: the artisan's own yes is the consent named.
alter table payments.payout_account add agent_name text, add mandate_id uuid, add consent_id uuid, add check ((agent_name is null) = (consent_id is null));
alter table payments.payout_batch add agent_name text, add mandate_id uuid, add consent_id uuid, add check ((agent_name is null) = (consent_id is null));

-- Bank details that wait for the artisan's yes, sealed as the others are; gone as soon as she has answered.
create table payments.proposed_account (
  consent_id uuid primary key,
  artisan_id uuid not null,
  rib_sealed bytea not null,
  at timestamptz not null
);
`,
};
