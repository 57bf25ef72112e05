import type { Migration } from '#libs/platform';
import { BRANCHES } from '../activities.js';
import { REGIONS } from '../places.js';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const rows = (values: readonly (readonly string[])[]): string => values.map((row) => `(${row.map(text).join(', ')})`).join(',\n  ');

export const registry10: Migration = {
  id: '2026-11-24-10-registry',
  sql: /* sql */ `
create schema registry;
create extension if not exists btree_gin;

create table registry.region (code text primary key, en text not null, fr text not null, ar text not null);
insert into registry.region values
  ${rows(REGIONS.map((r) => [r.code, r.en, r.fr, r.ar]))};

create table registry.province (code text primary key, region_code text not null references registry.region, fr text not null, ar text not null);
insert into registry.province values
  ${rows(REGIONS.flatMap((r) => r.provinces.map(([code, fr, ar]) => [`MA-${code}`, r.code, fr, ar])))};

create table registry.branch (code text primary key, en text not null, fr text not null, ar text not null);
insert into registry.branch values
  ${rows(BRANCHES.map((b) => [b.code, b.en, b.fr, b.ar]))};

create table registry.activity (code text primary key, branch text not null references registry.branch, en text not null, fr text not null, ar text not null);
insert into registry.activity values
  ${rows(BRANCHES.flatMap((b) => b.activities.map(([code, en, fr, ar]) => [code, b.code, en, fr, ar])))};

create table registry.import (
  id uuid primary key,
  file_name text not null,
  at timestamptz not null,
  actor_name text not null,
  rows_read bigint not null,
  refused bigint not null,
  repeated bigint not null,
  mended bigint not null,
  added bigint not null,
  changed bigint not null,
  standings_moved bigint not null
);

create table registry.artisan (
  id uuid primary key,
  identifier text not null unique check (identifier <> ''),
  name_latin text,
  name_arabic text,
  sex text check (sex in ('F', 'M')),
  birth_year smallint,
  category text not null check (category in ('artisan', 'maalem', 'cooperative', 'enterprise')),
  activity text not null references registry.activity,
  branch text not null references registry.branch,
  province_code text not null references registry.province,
  region_code text not null references registry.region,
  standing text not null check (standing in ('pre_registered', 'registered', 'suspended', 'lapsed', 'struck_off')),
  -- What the last extract said. A standing decided here gives way only when the extract itself moves.
  extract_standing text not null,
  registered_on date not null,
  valid_until date,
  -- Both names and the identifier, folded as kernel/text.ts folds; and what the list is ordered by.
  search text not null,
  sort_key text collate "C" not null,
  check (name_latin is not null or name_arabic is not null)
);
create index artisan_region_order on registry.artisan (region_code, sort_key, id);
create index artisan_order on registry.artisan (sort_key, id);
create index artisan_search on registry.artisan using gin (region_code, search gin_trgm_ops);
create index artisan_ending on registry.artisan (valid_until) where standing = 'registered' and valid_until is not null;

-- Kept apart from the entry: only its holder and the officer of that chamber may see it.
create table registry.social_standing (
  artisan_id uuid primary key references registry.artisan,
  cnss boolean,
  amo boolean
);

create table registry.standing_change (
  id bigint generated always as identity primary key,
  artisan_id uuid not null references registry.artisan,
  standing_from text,
  standing_to text not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  why text not null,
  evidence text,
  import_id uuid references registry.import
);
create index standing_change_artisan on registry.standing_change (artisan_id, id);
create trigger standing_change_append_only before update or delete on registry.standing_change
  for each row execute function platform.refuse_change();

-- The extract being read. Unlogged: after a crash it is empty, and the import starts again.
create unlogged table registry.extract_row (
  line bigint not null,
  id uuid not null,
  identifier text not null,
  name_latin text,
  name_arabic text,
  sex text,
  birth_year smallint,
  category text not null,
  activity text not null,
  branch text not null,
  province_code text not null,
  region_code text not null,
  standing text not null,
  registered_on date not null,
  valid_until date,
  search text not null,
  sort_key text not null,
  cnss boolean,
  amo boolean
);
`,
};
