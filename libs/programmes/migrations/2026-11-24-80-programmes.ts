import type { Migration } from '#libs/platform';

export const programmes80: Migration = {
  id: '2026-11-24-80-programmes',
  sql: /* sql */ `
create schema programmes;

-- What happened to an artisan that programmes count, with who she was on that day: a later move changes no past year.
create table programmes.event (
  kind text not null check (kind in ('listing', 'order', 'export', 'payout', 'certificate')),
  -- The piece, order, payout or certificate it came from.
  source_id uuid not null,
  artisan_id uuid not null,
  year int not null,
  sex text check (sex in ('F', 'M')),
  birth_year int,
  region_code text not null,
  branch text not null,
  pieces int not null check (pieces >= 0),
  maker_mad_minor bigint not null check (maker_mad_minor >= 0),
  primary key (kind, source_id, artisan_id)
);
create index event_year on programmes.event (kind, year, region_code);
`,
};
