import type { Migration } from '../database/migrations.js';

export const platform01: Migration = {
  id: '2026-11-24-01-platform',
  sql: /* sql */ `
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- What must happen after a commit. Written in the transaction that decided it.
create table platform.outbox (
  id uuid primary key,
  kind text not null check (kind in ('fact', 'errand')),
  name text not null,
  payload jsonb not null,
  run_at timestamptz,
  at timestamptz not null,
  relayed_at timestamptz
);
create index outbox_waiting on platform.outbox (at, id) where relayed_at is null;

-- Which hearer has dealt with which fact: queues forget, this does not.
create table platform.inbox (
  fact_id uuid not null,
  subscriber text not null,
  at timestamptz not null default now(),
  primary key (fact_id, subscriber)
);

create table platform.counter (series text primary key, value bigint not null check (value > 0));

create table platform.command (
  key text primary key,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null default now()
);

create table platform.audit (
  id uuid primary key,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  action text not null,
  subject_type text not null,
  subject_id text not null,
  detail jsonb not null
);
create index audit_subject on platform.audit (subject_type, subject_id, at);
create index audit_account on platform.audit (account_id, at);

create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%.% keeps every row as it was written', tg_table_schema, tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger audit_append_only before update or delete on platform.audit for each row execute function platform.refuse_change();

-- Mail that went out, in the demo world shown on the mailbox page.
create table platform.mail (
  id uuid primary key,
  at timestamptz not null default now(),
  recipient text not null,
  subject text not null,
  body text not null,
  sent_at timestamptz
);

-- Folds a name for searching; kernel/text.ts does the same for the words a person types.
create function platform.fold(input text) returns text language sql immutable parallel safe strict as $$
  select trim(regexp_replace(
    lower(
      translate(
        regexp_replace(
          regexp_replace(normalize(input, NFKD), '[\\u0300-\\u036f]', '', 'g'),
          '[\\u0610-\\u061A\\u064B-\\u065F\\u0670\\u06D6-\\u06ED\\u0640]', '', 'g'),
        U&'\\0622\\0623\\0625\\0671\\0649\\0629\\0624\\0626\\0660\\0661\\0662\\0663\\0664\\0665\\0666\\0667\\0668\\0669',
        U&'\\0627\\0627\\0627\\0627\\064A\\0647\\0648\\064A0123456789')
    ),
    '[^[:alnum:]]+', ' ', 'g'))
$$;
`,
};
