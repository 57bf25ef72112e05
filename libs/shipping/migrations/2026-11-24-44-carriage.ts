import type { Migration } from '#libs/platform';

export const shipping44: Migration = {
  id: '2026-11-24-44-carriage',
  sql: /* sql */ `
-- How the papers say it travels, and under which number: it leaves that way or not at all.
alter table shipping.papers_state add column way text, add column number text;
`,
};
