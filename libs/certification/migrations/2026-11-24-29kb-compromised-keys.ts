import type { Migration } from '#libs/platform';

export const certification29kb: Migration = {
  id: '2026-11-24-29kb-compromised-keys',
  sql: /* sql */ `
-- A key that may be in strange hands is published no more; a retired one is, for what it signed.
alter table certification.signing_key add column compromised_at timestamptz, add constraint compromised_is_retired check (compromised_at is null or retired_at is not null);
`,
};
