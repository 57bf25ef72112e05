import type { Migration } from '#libs/platform';

export const certification29d: Migration = {
  id: '2026-11-24-29d-names',
  sql: /* sql */ `
-- What a piece is called in each language its maker has a name for, {"en": …, "fr": …, "ar": …}, so that an inspector and a buyer
-- read it in theirs; the description stays as she wrote it.
alter table certification.inspection add column name jsonb;
alter table certification.certificate add column name jsonb;
`,
};
