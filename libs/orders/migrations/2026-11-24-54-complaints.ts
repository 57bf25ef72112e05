import type { Migration } from '#libs/platform';

export const orders54: Migration = {
  id: '2026-11-24-54-complaints',
  sql: /* sql */ `
-- Until when a buyer may complain, and how long each side may think. The row that began last is in force.
create table orders.complaint_terms (
  valid_from date primary key,
  -- After delivery.
  open_days integer not null check (open_days > 0),
  -- After the last day the offer promised, for what never came.
  late_days integer not null check (late_days >= 0),
  -- Of the exporter; her silence hands it to the desk.
  answer_days integer not null check (answer_days > 0),
  -- Of the buyer, to an offer or a refusal; her silence takes the offer, or lets the refusal stand.
  reply_days integer not null check (reply_days > 0),
  source text not null
);
insert into orders.complaint_terms values ('2026-01-01', 14, 7, 5, 7, 'Dar Sanaa terms of sale 2026, article 9: fourteen days from delivery; an answer within five days, a reply within seven');

create table orders.complaint (
  id uuid primary key,
  order_id uuid not null references orders.orders,
  line integer not null check (line > 0),
  kind text not null check (kind in ('missing', 'damaged', 'not_as_described')),
  quantity integer not null check (quantity > 0),
  words text not null,
  state text not null check (state in ('open', 'offered', 'refused', 'with_desk', 'returning', 'accepted', 'refunded', 'closed', 'withdrawn')),
  -- What those pieces cost her, delivered.
  asked_minor bigint not null check (asked_minor > 0),
  -- What was offered, and then what was accepted.
  amount_minor bigint check (amount_minor > 0 and amount_minor <= asked_minor),
  goods text check (goods in ('keep', 'return')),
  opened_at timestamptz not null,
  -- When silence speaks.
  due_at timestamptz,
  credit_note text,
  refunded_goods_minor bigint,
  check ((state in ('offered', 'returning', 'accepted', 'refunded')) <= (amount_minor is not null and goods is not null)),
  check ((state = 'refunded') = (credit_note is not null)),
  check ((state in ('open', 'offered', 'refused')) = (due_at is not null))
);
-- One question about a line at a time.
create unique index one_complaint_of_line on orders.complaint (order_id, line) where state in ('open', 'offered', 'refused', 'with_desk', 'returning');
create index complaint_due on orders.complaint (due_at) where due_at is not null;
create index complaint_of_desk on orders.complaint (opened_at, id) where state = 'with_desk';

create table orders.complaint_step (
  complaint_id uuid not null references orders.complaint,
  sequence integer not null check (sequence > 0),
  verb text not null,
  to_state text not null,
  side text not null check (side in ('buyer', 'exporter', 'house')),
  at timestamptz not null,
  account_id text,
  actor_name text not null,
  words text,
  amount_minor bigint,
  primary key (complaint_id, sequence)
);
create trigger complaint_step_append_only before update or delete on orders.complaint_step for each row execute function platform.refuse_change();

create table orders.complaint_photograph (
  id uuid primary key,
  complaint_id uuid not null references orders.complaint,
  storage_key text not null,
  sha256 text not null,
  width integer not null,
  height integer not null,
  at timestamptz not null
);
create index complaint_photograph_of on orders.complaint_photograph (complaint_id, at, id);
`,
};
