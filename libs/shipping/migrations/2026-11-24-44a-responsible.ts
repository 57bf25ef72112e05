import type { Migration } from '#libs/platform';

export const shipping44a: Migration = {
  id: '2026-11-24-44a-responsible',
  sql: /* sql */ `
-- Who answers in the Union for what an exporter sells to consumers there (Regulation (EU) 2023/988, article 16): its own person.
create table shipping.own_responsible (
  exporter_kind text not null check (exporter_kind in ('artisan', 'cluster')),
  exporter_id uuid not null,
  said text not null check (said <> ''),
  changed_at timestamptz not null,
  primary key (exporter_kind, exporter_id)
);

-- The house's, for every exporter without one of its own. Named by one person and looked over by another; in force from that day until it is ended.
create table shipping.house_responsible (
  id uuid primary key,
  name text not null,
  postal_address text not null,
  electronic_address text not null,
  demonstration boolean not null,
  proposed_by uuid not null,
  proposed_name text not null,
  proposed_at timestamptz not null,
  reviewed_by uuid,
  reviewed_name text,
  valid_from date,
  ended_on date,
  ended_name text,
  constraint house_responsible_second_person check (reviewed_by is null or reviewed_by <> proposed_by),
  check ((reviewed_by is null) = (valid_from is null)),
  check ((ended_on is null) = (ended_name is null))
);
create unique index house_responsible_in_force on shipping.house_responsible ((true)) where valid_from is not null and ended_on is null;
create unique index house_responsible_waiting on shipping.house_responsible ((true)) where valid_from is null and ended_on is null;
`,
};
