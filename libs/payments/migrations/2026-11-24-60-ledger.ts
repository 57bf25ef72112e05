import type { Migration } from '#libs/platform';

export const payments60: Migration = {
  id: '2026-11-24-60-payments-ledger',
  sql: /* sql */ `
create schema payments;

create table payments.account (
  id bigint generated always as identity primary key,
  owner_kind text not null check (owner_kind in ('house', 'order', 'artisan', 'cluster', 'centre')),
  owner_id text not null,
  purpose text not null,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  side text not null check (side in ('debit', 'credit')),
  -- May never stand on the wrong side of zero.
  floored boolean not null,
  unique (owner_kind, owner_id, purpose, currency),
  unique (id, currency)
);

create table payments.entry (
  id uuid primary key,
  kind text not null,
  reference text not null,
  order_id uuid,
  at timestamptz not null,
  -- Postings may only be added by the transaction that wrote the entry.
  written_by xid8 not null default pg_current_xact_id(),
  unique (kind, reference)
);
create index entry_order on payments.entry (order_id, at, id);

-- Debit positive, credit negative, in minor units.
create table payments.posting (
  id bigint generated always as identity primary key,
  entry_id uuid not null references payments.entry (id),
  account_id bigint not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor <> 0),
  foreign key (account_id, currency) references payments.account (id, currency)
);
create index posting_entry on payments.posting (entry_id);
create index posting_account on payments.posting (account_id, id) include (amount_minor);

-- What an account stood at after posting up_to: a balance adds only what came later.
create table payments.balance_snapshot (
  account_id bigint not null references payments.account (id),
  up_to bigint not null,
  balance_minor bigint not null,
  taken_at timestamptz not null,
  primary key (account_id, up_to)
);

create trigger account_append_only before update or delete on payments.account for each row execute function platform.refuse_change();
create trigger entry_append_only before update or delete on payments.entry for each row execute function platform.refuse_change();
create trigger posting_append_only before update or delete on payments.posting for each row execute function platform.refuse_change();
create trigger account_kept before truncate on payments.account for each statement execute function platform.refuse_change();
create trigger entry_kept before truncate on payments.entry for each statement execute function platform.refuse_change();
create trigger posting_kept before truncate on payments.posting for each statement execute function platform.refuse_change();

create function payments.balance(account bigint) returns bigint language sql stable as $$
  select coalesce((select balance_minor from payments.balance_snapshot where account_id = account order by up_to desc limit 1), 0)
       + coalesce((select sum(amount_minor)::bigint from payments.posting where account_id = account
                   and id > coalesce((select max(up_to) from payments.balance_snapshot where account_id = account), 0)), 0)
$$;

-- Postings belong to the transaction that wrote their entry; a floored account is locked until the commit is judged.
create function payments.before_posting() returns trigger language plpgsql as $$
begin
  if (select written_by from payments.entry where id = new.entry_id) <> pg_current_xact_id() then
    raise exception 'entry % is closed', new.entry_id using errcode = 'restrict_violation';
  end if;
  perform 1 from payments.account where id = new.account_id and floored for no key update;
  return new;
end $$;
create trigger posting_before before insert on payments.posting for each row execute function payments.before_posting();

create function payments.judge_posting() returns trigger language plpgsql as $$
declare
  wrong text;
begin
  select string_agg(currency || ' ' || total, ', ') into wrong from (
    select currency, sum(amount_minor) as total from payments.posting where entry_id = new.entry_id group by currency having sum(amount_minor) <> 0
  ) sums;
  if wrong is not null then
    raise exception 'entry % does not balance: %', new.entry_id, wrong using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  if exists (select 1 from payments.account a where a.id = new.account_id and a.floored
             and payments.balance(a.id) * case a.side when 'debit' then 1 else -1 end < 0) then
    raise exception 'account % would stand below zero', new.account_id using errcode = 'check_violation', constraint = 'account_floor';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on payments.posting deferrable initially deferred for each row execute function payments.judge_posting();

create function payments.judge_entry() returns trigger language plpgsql as $$
begin
  if (select count(*) from payments.posting where entry_id = new.id) < 2 then
    raise exception 'entry % moves nothing', new.id using errcode = 'check_violation', constraint = 'entry_balances';
  end if;
  return null;
end $$;
create constraint trigger entry_moves after insert on payments.entry deferrable initially deferred for each row execute function payments.judge_entry();
`,
};
