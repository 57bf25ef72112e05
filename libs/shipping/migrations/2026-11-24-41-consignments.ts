import type { Migration } from '#libs/platform';

export const shipping41: Migration = {
  id: '2026-11-24-41-consignments',
  sql: /* sql */ `
create table shipping.consignment (
  id uuid primary key,
  state text not null check (state in ('packed', 'dispatched', 'delivered')),
  carrier text,
  tracking_number text,
  packed_at timestamptz not null,
  -- The fact that said the measured weights: it may leave once every room has dealt with it.
  packed_fact uuid,
  dispatched_on date,
  delivered_on date,
  unique (carrier, tracking_number),
  check ((state = 'packed') = (tracking_number is null)),
  check ((state = 'delivered') = (delivered_on is not null)),
  check (delivered_on >= dispatched_on));
create index consignment_newest on shipping.consignment (id desc);

-- Orders live in a room above, so their ids carry no foreign key.
create table shipping.order_to_pack (
  order_id uuid primary key,
  number text,
  exporter_kind text check (exporter_kind in ('artisan', 'cluster')),
  exporter_id uuid,
  country text,
  consignee_key text,
  net_weight_grams bigint,
  ready_at timestamptz not null,
  consignment_id uuid references shipping.consignment);
create index order_to_pack_waiting on shipping.order_to_pack (ready_at, order_id) where consignment_id is null;
create index order_to_pack_consignment on shipping.order_to_pack (consignment_id);

create table shipping.papers_state (
  order_id uuid primary key,
  complete boolean not null,
  missing text[] not null,
  told_at timestamptz not null);

create table shipping.package (
  consignment_id uuid not null references shipping.consignment,
  position int not null,
  order_id uuid not null references shipping.order_to_pack,
  gross_weight_grams bigint not null check (gross_weight_grams > 0),
  length_mm int not null check (length_mm > 0),
  width_mm int not null check (width_mm > 0),
  height_mm int not null check (height_mm > 0),
  primary key (consignment_id, position));

create table shipping.consignment_step (
  consignment_id uuid not null references shipping.consignment,
  state text not null,
  at timestamptz not null,
  primary key (consignment_id, state));
create trigger consignment_step_append_only before update or delete on shipping.consignment_step for each row execute function platform.refuse_change();
`,
};
