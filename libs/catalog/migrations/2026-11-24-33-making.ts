import type { Migration } from '#libs/platform';

/** How a piece is made, for the rules of origin. What each material costs and where its proof lies is kept with the material itself. */
export const catalog33: Migration = {
  id: '2026-11-24-33-making',
  sql: /* sql */ `
alter table catalog.product add column operations text[] not null default '{}', add column work_minor bigint check (work_minor >= 0);
`,
};
