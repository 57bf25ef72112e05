import type { Migration } from '#libs/platform';

export const programmes81: Migration = {
  id: '2026-11-24-81-statistics',
  sql: /* sql */ `
alter table programmes.event drop constraint event_kind_check;
alter table programmes.event add constraint event_kind_check check (kind in ('listing', 'order', 'export', 'payout', 'certificate', 'training', 'completion'));
-- Where an order goes; null for what has no destination.
alter table programmes.event add column country text check (country ~ '^[A-Z]{2}$');

-- Who made how many of each line of an order that a cluster shared out: they are counted, not the maker of the listing.
create table programmes.made (
  order_id uuid not null,
  line int not null,
  artisan_id uuid not null,
  quantity int not null check (quantity > 0),
  primary key (order_id, line, artisan_id)
);
`,
};
