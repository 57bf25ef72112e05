import type { Migration } from '#libs/platform';

export const shipping44c: Migration = {
  id: '2026-11-24-44c-missing-words',
  sql: /* sql */ `
-- The papers that are missing, as a French or Arabic reader calls them; empty where the export file did not say.
alter table shipping.papers_state add column missing_fr text[] not null default '{}', add column missing_ar text[] not null default '{}';
`,
};
