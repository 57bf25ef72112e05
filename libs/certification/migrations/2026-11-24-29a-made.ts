import type { Migration } from '#libs/platform';

export const certification29a: Migration = {
  id: '2026-11-24-29a-made',
  sql: /* sql */ `
-- When the work was made and what of, as its maker says it and the inspector finds it; and where and when it was looked at.
alter table certification.inspection add column materials text, add column made_from date, add column made_until date, add constraint made_in_order check (made_until >= made_from);
alter table certification.certificate add column materials text, add column made_from date, add column made_until date, add column inspected_on date, add column inspected_at text;
`,
};
