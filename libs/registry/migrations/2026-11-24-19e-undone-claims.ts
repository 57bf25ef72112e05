import type { Migration } from '#libs/platform';

export const registry19e: Migration = {
  id: '2026-11-24-19e-undone-claims',
  sql: /* sql */ `
-- An approval given to the wrong person is undone: the request says so, and the entry waits for its artisan.
alter table registry.claim drop constraint claim_state_check,
  add constraint claim_state_check check (state in ('open', 'submitted', 'returned', 'approved', 'refused', 'withdrawn', 'undone'));
-- Since when nobody is known to be its holder, after a wrong approval; null again with the next approval.
alter table registry.artisan add column taken_back_at timestamptz;
-- An approved request goes along with its entry, so that the chamber the entry belongs to now may undo it.
update registry.claim c set region_code = a.region_code from registry.artisan a where a.id = c.artisan_id and c.region_code <> a.region_code and c.state = 'approved';
`,
};
