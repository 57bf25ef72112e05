import type { Migration } from '#libs/platform';
import { orderLifecycle } from '../order/order.js';

const transitions = orderLifecycle.states.flatMap((from) => orderLifecycle.verbs(from).map((verb) => `('${from}', '${verb}', '${orderLifecycle.next(from, verb)}')`));

export const orders50: Migration = {
  id: '2026-11-24-50-orders',
  sql: /* sql */ `
create schema orders;

-- How long a placed order keeps its pieces for the buyer to pay. The row that began last is in force.
create table orders.hold_terms (
  valid_from date primary key,
  minutes integer not null check (minutes between 5 and 1440),
  source text not null
);
insert into orders.hold_terms values ('2026-01-01', 30, 'Dar Sanaa terms of sale 2026, article 4: pieces are kept thirty minutes');

create table orders.basket (
  id uuid primary key,
  owner text not null,
  country text not null check (country ~ '^[A-Z]{2}$'),
  state text not null default 'open' check (state in ('open', 'placed')),
  created_at timestamptz not null
);

create table orders.basket_line (
  basket_id uuid not null references orders.basket,
  product_id uuid not null references catalog.product,
  quantity integer not null check (quantity between 1 and 1000),
  position integer not null,
  primary key (basket_id, product_id)
);

create table orders.orders (
  id uuid primary key,
  basket_id uuid not null references orders.basket,
  owner text not null,
  number text not null unique,
  -- An artisan or a cluster; which of the two the pro forma says.
  exporter_id uuid not null,
  state text not null,
  pro_forma jsonb not null,
  placed_at timestamptz not null,
  -- The pieces are released after this instant if nobody paid.
  held_until timestamptz not null,
  -- SHA-256 of the key in the buyer's mail: who reads this table cannot open the order's page.
  key_hash text not null unique,
  unique (basket_id, exporter_id)
);
create index order_of_owner on orders.orders (owner, id desc);
create index order_of_exporter on orders.orders (exporter_id, id desc);
create index order_waiting_for_money on orders.orders (held_until) where state = 'placed';
create index order_open_lines on orders.orders using gin ((pro_forma -> 'lines') jsonb_path_ops) where state not in ('delivered', 'cancelled');

create table orders.transition (
  from_state text not null,
  verb text not null,
  to_state text not null,
  primary key (from_state, verb, to_state)
);
insert into orders.transition values ${transitions.join(', ')};

create table orders.history (
  order_id uuid not null references orders.orders deferrable initially deferred,
  sequence integer not null check (sequence > 0),
  verb text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  account_id text,
  actor_name text not null,
  detail jsonb not null,
  primary key (order_id, sequence),
  foreign key (from_state, verb, to_state) references orders.transition
);
create trigger history_append_only before update or delete on orders.history for each row execute function platform.refuse_change();

-- An order's state is what its history adds up to: a step moves it, and nothing else can.
create function orders.apply_step() returns trigger language plpgsql as $$
begin
  update orders.orders set state = new.to_state where id = new.order_id and state = new.from_state;
  if not found then
    raise exception 'order % is not %, so it cannot %', new.order_id, new.from_state, new.verb using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger history_moves_order after insert on orders.history for each row execute function orders.apply_step();

create function orders.keep_pro_forma() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and pg_trigger_depth() < 2 then
    raise exception 'the state of an order moves by its history' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.basket_id, new.owner, new.number, new.exporter_id, new.pro_forma, new.placed_at)
     is distinct from (old.id, old.basket_id, old.owner, old.number, old.exporter_id, old.pro_forma, old.placed_at) then
    raise exception 'a pro forma is frozen when the order is placed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger orders_frozen before update on orders.orders for each row execute function orders.keep_pro_forma();
create trigger orders_kept before delete on orders.orders for each row execute function platform.refuse_change();

-- A buyer asks for a price that we could not compute.
create table orders.quote_request (
  id uuid primary key,
  owner text not null,
  email text not null,
  locale text not null,
  country text not null,
  buyer_kind text not null check (buyer_kind in ('consumer', 'business')),
  product_ids uuid[] not null,
  message text,
  -- What kept us from computing it, as the buyer was told.
  reasons text not null,
  asked_at timestamptz not null,
  answer text,
  answered_at timestamptz
);
create index quote_request_waiting on orders.quote_request (asked_at, id) where answered_at is null;
`,
};
