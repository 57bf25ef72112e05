import type { Migration } from '#libs/platform';

export const registry13: Migration = {
  id: '2026-11-24-13-consents',
  sql: /* sql */ `
create index mandate_of_agent on registry.mandate (agent_kind, agent_id, proposed_at desc, id desc);

-- What an agent proposed about an artisan's money: it waits for her own yes. No bank details: those lie sealed in their room.
create table registry.consent (
  id uuid primary key,
  mandate_id uuid not null references registry.mandate,
  artisan_id uuid not null references registry.artisan,
  act text not null check (act in ('price', 'payout', 'bank')),
  subject_id uuid not null,
  words jsonb not null,
  terms jsonb not null,
  state text not null check (state in ('waiting', 'given', 'failed', 'refused', 'expired', 'dropped', 'withdrawn')),
  failure text check ((state = 'failed') = (failure is not null)),
  agent_name text not null,
  agent_account_id uuid,
  asked_at timestamptz not null,
  code_hash text not null,
  code_tries smallint not null default 0,
  code_until timestamptz not null,
  ended_at timestamptz check ((state = 'waiting') = (ended_at is null))
);
create unique index one_waiting_consent on registry.consent (artisan_id, act, subject_id) where state = 'waiting';
create index consent_artisan on registry.consent (artisan_id, asked_at desc, id desc);
create index consent_mandate on registry.consent (mandate_id, asked_at desc, id desc);
create index consent_ending on registry.consent (code_until) where state = 'waiting';
`,
};
