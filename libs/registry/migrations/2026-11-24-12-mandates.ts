import type { Migration } from '#libs/platform';

export const registry12: Migration = {
  id: '2026-11-24-12-mandates',
  sql: /* sql */ `
create table registry.mandate (
  id uuid primary key,
  artisan_id uuid not null references registry.artisan,
  agent_kind text not null check (agent_kind in ('chamber', 'cluster')),
  agent_id text not null,
  acts text[] not null check (cardinality(acts) > 0),
  valid_from date not null,
  valid_until date not null check (valid_until >= valid_from),
  state text not null check (state in ('proposed', 'live', 'declined', 'revoked')),
  proposed_by text not null,
  proposed_at timestamptz not null,
  code_hash text not null,
  code_tries smallint not null default 0,
  code_until timestamptz not null
);
create index mandate_artisan on registry.mandate (artisan_id, proposed_at desc, id desc);
create index mandate_agent on registry.mandate (agent_kind, agent_id, artisan_id) where state = 'live';
`,
};
