import type { Migration } from '#libs/platform';

export const identity06: Migration = {
  id: '2026-11-24-06-contact',
  sql: /* sql */ `
-- A number whose holder has read a code on it. One account, one number; a number may serve a family's accounts.
create table identity.phone (
  account_id text primary key references identity."user" ("id") on delete cascade,
  number text not null check (number ~ '^\\+212[67][0-9]{8}$'),
  confirmed_at timestamptz not null
);

-- A code on its way to a telephone or a letter box. The code itself is nowhere, only its keyed hash.
create table identity.contact_check (
  id uuid primary key,
  account_id text not null references identity."user" ("id") on delete cascade,
  kind text not null check (kind in ('phone', 'mail')),
  address text not null,
  code_hash text not null,
  code_tries smallint not null default 0,
  code_until timestamptz not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz
);
create index contact_check_account on identity.contact_check (account_id, asked_at);
create index contact_check_address on identity.contact_check (address, asked_at);

-- Texts, as platform.mail keeps letters. The body leaves the table when a carrier has taken it.
create table identity.text_message (
  id uuid primary key,
  at timestamptz not null,
  recipient text not null,
  body text,
  ended_at timestamptz,
  taken boolean
);
create index text_message_at on identity.text_message (at desc, id desc);
`,
};
