import type { Migration } from '#libs/platform';

export const certification29k: Migration = {
  id: '2026-11-24-29k-left-colleagues',
  sql: /* sql */ `
-- Whoever left a cluster is asked about too: what was begun before is not hers to judge.
drop index certification.cluster_member_artisan;
create index cluster_member_artisan on certification.cluster_member (artisan_id);
`,
};
