import type { Migration } from '#libs/platform';

export const payments62: Migration = {
  id: '2026-11-24-62-payouts',
  sql: /* sql */ `
-- Where a beneficiary is paid. A change is a new row; the old one stays as evidence of where money went.
create table payments.payout_account (
  id uuid primary key,
  owner_kind text not null check (owner_kind in ('artisan', 'cluster', 'centre', 'house')),
  owner_id text not null,
  holder text not null,
  rib_sealed bytea not null,
  -- Bank and last four digits: all that is ever shown.
  rib_masked text not null,
  -- An HMAC: tells the same details from new ones without opening them.
  rib_mark bytea not null,
  saved_at timestamptz not null,
  saved_by uuid,
  usable_from timestamptz not null,
  replaced_at timestamptz
);
create unique index one_payout_account on payments.payout_account (owner_kind, owner_id) where replaced_at is null;

create table payments.payout_batch (
  id uuid primary key,
  number text not null unique,
  state text not null check (state in ('sent', 'settled')),
  debtor_account_id uuid not null references payments.payout_account (id),
  execute_on date not null,
  payouts int not null check (payouts > 0),
  total_minor bigint not null check (total_minor > 0),
  -- Of the file as it was first drawn up; the file is drawn up again on demand and must be the same.
  sha256 text not null,
  created_at timestamptz not null,
  created_by uuid,
  settled_at timestamptz,
  settled_by uuid
);

create table payments.payout (
  id uuid primary key,
  batch_id uuid not null references payments.payout_batch (id) deferrable initially deferred,
  beneficiary_kind text not null,
  beneficiary_id text not null,
  account_id uuid not null references payments.payout_account (id),
  amount_minor bigint not null check (amount_minor > 0),
  state text not null check (state in ('sent', 'settled', 'rejected')),
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (batch_id, beneficiary_kind, beneficiary_id)
);
create index payout_beneficiary on payments.payout (beneficiary_kind, beneficiary_id);
alter table payments.earning add foreign key (payout_id) references payments.payout (id) deferrable initially deferred;
`,
};
