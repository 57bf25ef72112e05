import type { Migration } from '#libs/platform';

export const certification29ia: Migration = {
  id: '2026-11-24-29ia-queue-of-type',
  sql: /* sql */ `
-- What waits of one kind of work, in the order of asking: one walk, and not one for each state.
create index inspection_queue_of_type on certification.inspection (centre_id, product_type, requested_at, id) where state in ('requested', 'appointed', 'examined');
`,
};
