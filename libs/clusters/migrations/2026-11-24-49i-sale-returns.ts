import type { Migration } from '#libs/platform';

export const clusters49i: Migration = {
  id: '2026-11-24-49i-sale-returns',
  sql: /* sql */ `
-- When a sale was really on: what was ordered in that time, and placed before its last moment though paid after it, was sold in it.
alter table clusters.collective_sale add column opened_at timestamptz, add column ended_at timestamptz;
update clusters.collective_sale set opened_at = opens_at where state in ('open', 'closed');
update clusters.collective_sale set ended_at = closes_at where state = 'closed';

-- What nobody bought goes back to its maker, who brought it in.
alter table clusters.sale_movement add column back boolean not null default false, add constraint sale_movement_one_way check (not back or outlet is null);
create or replace function clusters.refuse_out_before_in() returns trigger language plpgsql as $$
declare
  here int;
begin
  perform 1 from clusters.collective_piece where sale_id = new.sale_id and product_id = new.product_id for update;
  select coalesce(sum(case when outlet is null and not back then quantity else -quantity end), 0) into here
    from clusters.sale_movement where sale_id = new.sale_id and product_id = new.product_id;
  if here < 0 then
    raise exception 'sale % gives out more of % than was brought in', new.sale_id, new.product_id using errcode = 'check_violation';
  end if;
  return null;
end $$;

-- The paid lines of the days of a sale: what their makers have to bring in.
create table clusters.sale_order (
  order_id uuid not null,
  line int not null,
  sale_id uuid not null,
  product_id uuid not null,
  quantity int not null check (quantity > 0),
  cancelled boolean not null default false,
  primary key (order_id, line),
  foreign key (sale_id, product_id) references clusters.collective_piece
);
create index sale_order_of_piece on clusters.sale_order (sale_id, product_id);
`,
};
