import type { Migration } from '#libs/platform';

export const clusters49g: Migration = {
  id: '2026-11-24-49g-coordination',
  sql: /* sql */ `
-- Since when nobody speaks for the cluster: none of its coordinators may sell, and no agent of the organisation is there.
alter table clusters.cluster add column rested_at timestamptz;
create index cluster_at_rest on clusters.cluster (rested_at desc, id desc) where rested_at is not null;
-- Its offers rest with it; set piece by piece after that.
alter table clusters.offer add column resting boolean not null default false;
create index member_coordinating on clusters.member (cluster_id, artisan_id) where coordinator;

-- Whom each member would have coordinate, while the cluster is at rest. Naming herself is her yes to be named.
create table clusters.voice (
  cluster_id uuid not null,
  artisan_id uuid not null,
  for_id uuid not null,
  said_at timestamptz not null,
  primary key (cluster_id, artisan_id),
  foreign key (cluster_id, artisan_id) references clusters.member,
  foreign key (cluster_id, for_id) references clusters.member
);
`,
};
