import type { Migration } from '#libs/platform';

export const certification29c: Migration = {
  id: '2026-11-24-29c-labels',
  sql: /* sql */ `
-- A sealed label is one however its number is typed: L-9001, l 9001, L9001.
create unique index label_sealed_once on certification.certificate (centre_id, (upper(regexp_replace(label_number, '[^[:alnum:]]', '', 'g'))))
  where label_number is not null;
`,
};
