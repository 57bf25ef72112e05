import type { Migration } from '#libs/platform';

export const payments61: Migration = {
  id: '2026-11-24-61-payments',
  sql: /* sql */ `
-- One payment per basket; it covers the basket's orders.
create table payments.payment (
  id uuid primary key,
  basket_id uuid not null unique,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  created_at timestamptz not null,
  captured_at timestamptz,
  -- The checkout that brought the money. A second one that does is surplus, and goes back.
  captured_by uuid
);

-- The money of one order, from the frozen pro forma to the last share.
create table payments.order_money (
  order_id uuid primary key,
  payment_id uuid not null references payments.payment (id),
  number text not null,
  currency text not null,
  total_minor bigint not null check (total_minor > 0),
  captured_minor bigint not null default 0 check (captured_minor >= 0),
  refunding_minor bigint not null default 0 check (refunding_minor >= 0),
  refunded_minor bigint not null default 0 check (refunded_minor >= 0),
  released_minor bigint not null default 0 check (released_minor >= 0),
  split jsonb not null,
  cancelled_at timestamptz,
  released_at timestamptz,
  check (captured_minor <= total_minor),
  check (refunding_minor + refunded_minor + released_minor <= captured_minor)
);
create index order_money_payment on payments.order_money (payment_id);

-- One try to pay. The row exists before the provider is asked, and its id is the key it is asked under.
create table payments.checkout (
  id uuid primary key,
  payment_id uuid not null references payments.payment (id),
  order_ids uuid[] not null check (cardinality(order_ids) > 0),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null check (state in ('opening', 'unresolved', 'open', 'refused', 'expired', 'paid')),
  locale text not null,
  success_url text not null,
  cancel_url text not null,
  expires_at timestamptz not null,
  session_id text unique,
  url text,
  payment_intent text unique,
  refusal text,
  declines int not null default 0,
  decline_code text,
  -- We closed it ourselves because what it paid for changed: its end says nothing about the orders.
  superseded boolean not null default false,
  created_at timestamptz not null,
  asked_at timestamptz
);
create unique index one_live_checkout on payments.checkout (payment_id) where state in ('opening', 'unresolved', 'open');
create index checkout_waiting on payments.checkout (expires_at) where state in ('opening', 'unresolved', 'open');

-- One return of money. Never deleted: its id is the provider's idempotency key on every try.
create table payments.refund (
  id uuid primary key,
  payment_id uuid not null references payments.payment (id),
  checkout_id uuid not null references payments.checkout (id),
  -- Null when a second payment of the same basket goes back.
  order_id uuid references payments.order_money (order_id),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  state text not null check (state in ('due', 'unresolved', 'pending', 'succeeded', 'failed')),
  provider_id text unique,
  failure text,
  created_at timestamptz not null,
  asked_at timestamptz,
  ended_at timestamptz
);
create unique index one_live_refund on payments.refund (coalesce(order_id, checkout_id)) where state <> 'failed';
create index refund_waiting on payments.refund (created_at) where state in ('due', 'unresolved', 'pending');

-- Everything the provider told us, once each.
create table payments.event (
  provider text not null,
  event_id text not null,
  type text not null,
  said jsonb not null,
  created_at timestamptz not null,
  received_at timestamptz not null,
  heard_by text not null check (heard_by in ('webhook', 'listing')),
  applied_at timestamptz,
  primary key (provider, event_id)
);
create index event_waiting on payments.event (received_at) where applied_at is null;

-- How far the provider's list of events has been read.
create table payments.listing (
  provider text primary key,
  read_until timestamptz not null
);

-- What one line of an order owes one beneficiary, in centimes of a dirham: paid out once, ever.
create table payments.earning (
  id uuid primary key,
  order_id uuid not null references payments.order_money (order_id),
  line int not null,
  beneficiary_kind text not null check (beneficiary_kind in ('artisan', 'cluster', 'centre')),
  beneficiary_id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('held', 'released', 'voided')),
  payout_id uuid,
  created_at timestamptz not null,
  released_at timestamptz,
  unique (order_id, line, beneficiary_kind, beneficiary_id),
  check (payout_id is null or state = 'released')
);
create index earning_beneficiary on payments.earning (beneficiary_kind, beneficiary_id, state);
create index earning_due on payments.earning (beneficiary_kind, beneficiary_id) where state = 'released' and payout_id is null;
create index earning_payout on payments.earning (payout_id) where payout_id is not null;
`,
};
