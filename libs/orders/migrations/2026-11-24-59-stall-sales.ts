import type { Migration } from '#libs/platform';

export const orders59: Migration = {
  id: '2026-11-24-59-stall-sales',
  sql: /* sql */ `
-- What a visitor may have sent home, and how long the stall keeps it for her. The row that began last is in force.
create table orders.stall_terms (
  valid_from date primary key,
  max_mad_minor bigint not null check (max_mad_minor > 0),
  days integer not null check (days between 1 and 120),
  source text not null
);
insert into orders.stall_terms values ('2026-01-01', 5000000, 30,
  'Office des Changes circulars 1606, 1614 and 1620 as quoted by a bank manual (checked 2026-11-24; to confirm against the exchange instruction of 2026): goods a Moroccan merchant sends for a tourist passing through, up to MAD 50,000, need no subscribed title. Days: Dar Sanaa terms of sale 2026, article 7');

-- A piece paid for in the maker's hand. Its units are the visitor's from that moment, under this sale's id.
create table orders.stall_sale (
  id uuid primary key,
  product_id uuid not null references catalog.product,
  artisan_id uuid not null,
  exporter_id uuid not null,
  quantity integer not null check (quantity between 1 and 1000),
  paid_each_minor bigint not null check (paid_each_minor > 0),
  unit_ids uuid[] not null,
  seller_account text not null,
  sold_on date not null,
  until timestamptz not null,
  undone_at timestamptz,
  -- SHA-256 of the key behind the code the visitor scans.
  key_hash text not null unique,
  sold_at timestamptz not null
);
create index stall_sale_of_piece on orders.stall_sale (product_id, sold_at desc);

alter table orders.basket add column stall_sale_id uuid references orders.stall_sale;
alter table orders.orders add column stall_sale_id uuid references orders.stall_sale;
-- One journey home for each sale: an order that was not paid in time makes room for the next.
create unique index order_of_stall_sale on orders.orders (stall_sale_id) where state <> 'cancelled';
`,
};
