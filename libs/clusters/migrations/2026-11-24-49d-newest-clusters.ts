import type { Migration } from '#libs/platform';

export const clusters49d: Migration = {
  id: '2026-11-24-49d-newest-clusters',
  sql: /* sql */ `
create index cluster_newest on clusters.cluster (created_at desc, id desc);
`,
};
