import type { Migration } from '#libs/platform';

export const clusters49f: Migration = {
  id: '2026-11-24-49f-cluster-names',
  sql: /* sql */ `
-- Some letters of a name, in either script.
create index cluster_sought on clusters.cluster using gin (platform.fold(name || ' ' || coalesce(name_ar, '')) gin_trgm_ops);
`,
};
