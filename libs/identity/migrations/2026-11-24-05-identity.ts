import type { Migration } from '#libs/platform';

// The first five tables are better-auth 1.7's own (its names and types); `grant` is ours.
export const identity05: Migration = {
  id: '2026-11-24-05-identity',
  sql: /* sql */ `
create schema identity;
create table identity."user" ("id" text primary key, "name" text not null, "email" text not null unique, "emailVerified" boolean not null, "image" text, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp, "isAnonymous" boolean, "locale" text);
create table identity."session" ("id" text primary key, "expiresAt" timestamptz not null, "token" text not null unique, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text, "userId" text not null references identity."user" ("id") on delete cascade);
create table identity."account" ("id" text primary key, "accountId" text not null, "providerId" text not null, "userId" text not null references identity."user" ("id") on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text, "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, "scope" text, "password" text, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null);
create table identity."verification" ("id" text primary key, "identifier" text not null, "value" text not null, "expiresAt" timestamptz not null, "createdAt" timestamptz not null default current_timestamp, "updatedAt" timestamptz not null default current_timestamp);
create table identity."rateLimit" ("id" text primary key, "key" text not null unique, "count" integer not null, "lastRequest" bigint not null);
create index on identity."session" ("userId");
create index on identity."account" ("userId");
create index on identity."verification" ("identifier");

-- What an account may be, beyond a buyer: a register entry, a place in an organisation, or a house role.
create table identity.grant (
  id uuid primary key,
  account_id text not null references identity."user" ("id") on delete cascade,
  role text not null check (role in ('artisan', 'cluster', 'inspector', 'officer', 'desk', 'admin')),
  organisation_kind text check (organisation_kind in ('cluster', 'centre', 'chamber', 'desk')),
  organisation_id text,
  artisan_id uuid,
  granted_at timestamptz not null,
  granted_by text not null,
  revoked_at timestamptz,
  check ((role = 'artisan') = (artisan_id is not null)),
  check ((organisation_kind is null) = (organisation_id is null))
);
create unique index grant_once on identity.grant (account_id, role, coalesce(organisation_id, ''), coalesce(artisan_id::text, '')) where revoked_at is null;
create unique index one_account_per_artisan on identity.grant (artisan_id) where revoked_at is null and artisan_id is not null;
`,
};
