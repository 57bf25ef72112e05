import type { Migration } from '#libs/platform';

export const registry19a: Migration = {
  id: '2026-11-24-19a-one-way',
  sql: /* sql */ `
-- What was proposed to one artisan is little: with a second index to choose from, the plan kept for her list sorted all of it.
drop index registry.consent_artisan_state;
`,
};
