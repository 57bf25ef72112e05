import type { Migration } from '#libs/platform';

export const catalog38: Migration = {
  id: '2026-11-24-38-piece-record',
  sql: /* sql */ `
-- Every price of a piece, and what agents did to it in its maker's name: with both names where two stood behind it.
create table catalog.piece_record (
  id bigint generated always as identity primary key,
  product_id uuid not null references catalog.product (id),
  at timestamptz(3) not null,
  act text not null check (act in ('price', 'save', 'list', 'withdraw')),
  account_id uuid,
  -- Who did it, or said yes to it.
  actor_name text not null,
  -- The agent who did it for her, or proposed it; null where she acted alone.
  agent_name text,
  mandate_id uuid references registry.mandate (id),
  consent_id uuid references registry.consent (id),
  from_minor bigint,
  to_minor bigint,
  check ((agent_name is null) = (mandate_id is null))
);
create index piece_record_of on catalog.piece_record (product_id, id);
create trigger piece_record_append_only before update or delete on catalog.piece_record for each row execute function platform.refuse_change();
`,
};
