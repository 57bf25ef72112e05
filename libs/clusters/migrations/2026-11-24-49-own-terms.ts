import type { Migration } from '#libs/platform';

export const clusters49: Migration = {
  id: '2026-11-24-49-own-terms',
  sql: /* sql */ `
-- Each role of a cluster may also be paid an amount once for each order.
alter table clusters.fee
  add column order_minor int not null default 0 check (order_minor between 0 and 500000),
  drop constraint fee_check,
  add check (bp between 0 and 3333 and bp + item_minor + kg_minor + order_minor > 0);
alter table clusters.member_fee
  add column order_minor int not null default 0 check (order_minor between 0 and 500000),
  drop constraint member_fee_check,
  add check (bp between 0 and 3333 and bp + item_minor + kg_minor + order_minor > 0);
alter table clusters.cluster add column fee_order_minor int not null default 0 check (fee_order_minor between 0 and 500000);
alter table clusters.member add column fee_order_minor int not null default 0 check (fee_order_minor between 0 and 500000);
alter table clusters.offer
  add column fee_order_minor int not null default 0 check (fee_order_minor between 0 and 500000),
  -- Set while the fee is above a third of what the maker now asks: the piece is hers alone until it is not.
  add column paused_at timestamptz;
create index offer_page on clusters.offer (cluster_id, offered_at desc, product_id desc);

-- The terms of a sale's own days, and the offer that stood before it opened, which closing brings back.
alter table clusters.collective_piece
  add column item_minor int check (item_minor between 0 and 500000),
  add column minimum_quantity int not null default 1 check (minimum_quantity between 1 and 1000),
  add column before jsonb;
create index collective_piece_of_product on clusters.collective_piece (product_id) where offered;

-- Where the pieces of a sale go after they were collected, and what was brought in and sent out, piece by piece.
create table clusters.sale_outlet (
  sale_id uuid not null references clusters.collective_sale,
  number int not null check (number between 1 and 50),
  name text not null,
  city text not null,
  primary key (sale_id, number)
);
create table clusters.sale_movement (
  id uuid primary key,
  sale_id uuid not null,
  product_id uuid not null,
  -- Null: brought in by its maker. Otherwise: sent out to that outlet.
  outlet int,
  quantity int not null check (quantity between 1 and 100000),
  at timestamptz not null,
  by_name text not null,
  foreign key (sale_id, product_id) references clusters.collective_piece,
  foreign key (sale_id, outlet) references clusters.sale_outlet
);
create index sale_movement_of_sale on clusters.sale_movement (sale_id, product_id);
create trigger sale_movement_kept before update or delete on clusters.sale_movement for each row execute function platform.refuse_change();

-- Nothing goes out that was not brought in, whoever writes at the same moment.
create function clusters.refuse_out_before_in() returns trigger language plpgsql as $$
declare
  here int;
begin
  perform 1 from clusters.collective_piece where sale_id = new.sale_id and product_id = new.product_id for update;
  select coalesce(sum(case when outlet is null then quantity else -quantity end), 0) into here
    from clusters.sale_movement where sale_id = new.sale_id and product_id = new.product_id;
  if here < 0 then
    raise exception 'sale % sends out more of % than was brought in', new.sale_id, new.product_id using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger sale_movement_covered after insert on clusters.sale_movement for each row execute function clusters.refuse_out_before_in();

-- Whose listing a shared line is: she made what no lot made.
alter table clusters.allotment add column artisan_id uuid;

-- A cooperative or an enterprise that is in the register itself: by this entry it may be a member of another grouping.
alter table clusters.cluster add column entry_id uuid unique;

-- Pages by key.
create index member_page on clusters.member (cluster_id, changed_at desc, artisan_id desc) where state <> 'outside';
create index allotment_page on clusters.allotment (cluster_id, opened_at desc, order_id desc, line desc);
create index lot_page on clusters.lot (artisan_id, offered_at desc, id desc);
create index sale_page on clusters.collective_sale (cluster_id, opens_at desc, id desc);
create index cluster_page on clusters.cluster (name, id);
`,
};
