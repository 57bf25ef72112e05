import type { Migration } from '#libs/platform';

export const payments65: Migration = {
  id: '2026-11-24-65-give-backs',
  sql: /* sql */ `
-- Part of a line's money that goes back to its buyer, because her complaint was accepted. One for each complaint, ever.
create table payments.give_back (
  id uuid primary key,
  order_id uuid not null references payments.order_money (order_id),
  line int not null check (line > 0),
  amount_minor bigint not null check (amount_minor > 0),
  currency text not null,
  -- Of the credit note: gapless, by year.
  number text not null unique,
  -- Taken from what had been shared out already, or from what was still held.
  after_release boolean not null,
  created_at timestamptz not null
);
create index give_back_order on payments.give_back (order_id);

-- Who bears it. 'carried' is the part for freight, duty, tax and fees, which carrier and customs keep: the house pays it.
create table payments.give_back_part (
  give_back_id uuid not null references payments.give_back (id),
  kind text not null check (kind in ('artisan', 'cluster', 'centre', 'platform', 'carried')),
  beneficiary_id text not null,
  role text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  mad_minor bigint not null check (mad_minor >= 0),
  primary key (give_back_id, kind, beneficiary_id, role),
  check (kind not in ('platform', 'carried') or (mad_minor = 0 and beneficiary_id = '' and role = ''))
);
create trigger give_back_append_only before update or delete on payments.give_back for each row execute function platform.refuse_change();
create trigger give_back_part_append_only before update or delete on payments.give_back_part for each row execute function platform.refuse_change();

-- What somebody was paid and owes back: the next payout settles it, and is never less than nothing.
create table payments.receivable (
  id uuid primary key,
  give_back_id uuid not null references payments.give_back (id),
  beneficiary_kind text not null check (beneficiary_kind in ('artisan', 'cluster', 'centre')),
  beneficiary_id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  settled_minor bigint not null default 0 check (settled_minor between 0 and amount_minor),
  created_at timestamptz not null,
  unique (give_back_id, beneficiary_kind, beneficiary_id)
);
create index receivable_open on payments.receivable (beneficiary_kind, beneficiary_id) where settled_minor < amount_minor;

-- What an earning lost to give-backs; the rest is paid out.
alter table payments.earning add column taken_minor bigint not null default 0 check (taken_minor between 0 and amount_minor);

alter table payments.refund add column give_back_id uuid references payments.give_back (id);
drop index payments.one_live_refund;
create unique index one_live_refund on payments.refund (coalesce(give_back_id, order_id, checkout_id)) where state <> 'failed';
`,
};
