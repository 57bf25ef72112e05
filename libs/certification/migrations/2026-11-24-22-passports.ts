import type { Migration } from '#libs/platform';

export const certification22: Migration = {
  id: '2026-11-24-22-passports',
  sql: /* sql */ `
create table certification.signing_key (
  kid text primary key,
  public_jwk jsonb not null,
  -- The private half under the secret of the house.
  sealed bytea not null,
  made_at timestamptz not null,
  retired_at timestamptz
);
create unique index one_signing_key on certification.signing_key ((true)) where retired_at is null;
`,
};
