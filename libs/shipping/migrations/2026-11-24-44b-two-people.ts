import type { Migration } from '#libs/platform';

export const shipping44b: Migration = {
  id: '2026-11-24-44b-two-people',
  sql: /* sql */ `
-- Rates, codes and rules that somebody proposes wait for the yes of somebody else; both names are kept.
create table shipping.reference_proposal (
  id uuid primary key,
  proposed_by uuid not null,
  proposed_name text not null,
  proposed_at timestamptz not null,
  -- Who was at the machine, where it was proposed by command.
  machine_user text,
  files text[] not null,
  -- [{ table, before, row }], as they were shown to both.
  changes jsonb not null,
  added int not null,
  changed int not null,
  state text not null check (state in ('waiting', 'approved', 'refused')),
  decided_by uuid,
  decided_name text,
  decided_at timestamptz,
  refusal text,
  version bigint unique references shipping.reference_version,
  constraint reference_second_person check (state <> 'approved' or decided_by <> proposed_by),
  check ((state = 'waiting') = (decided_by is null)),
  check ((state = 'approved') = (version is not null)),
  check ((state = 'refused') = (refusal is not null))
);
create index reference_proposal_newest on shipping.reference_proposal (proposed_at desc);

-- The first of the two names; the version's own is the one who approved. Null for what the house was opened with.
alter table shipping.reference_version add column proposed_name text;
`,
};
