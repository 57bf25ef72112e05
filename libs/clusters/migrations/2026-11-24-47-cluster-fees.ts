import type { Migration } from '#libs/platform';

export const clusters47: Migration = {
  id: '2026-11-24-47-cluster-fees',
  sql: /* sql */ `
-- What the cluster's fee is made of, and what each member accepted. The sums are cluster.fee_bp and member.fee_bp.
create table clusters.fee (
  cluster_id uuid not null references clusters.cluster,
  role text not null check (role in ('coordinator', 'collection', 'quality', 'packing')),
  bp int not null check (bp between 1 and 3333),
  primary key (cluster_id, role)
);
create table clusters.member_fee (
  cluster_id uuid not null,
  artisan_id uuid not null,
  role text not null check (role in ('coordinator', 'collection', 'quality', 'packing')),
  bp int not null check (bp between 1 and 3333),
  primary key (cluster_id, artisan_id, role),
  foreign key (cluster_id, artisan_id) references clusters.member
);
insert into clusters.fee select id, 'coordinator', fee_bp from clusters.cluster where fee_bp > 0;
insert into clusters.member_fee select cluster_id, artisan_id, 'coordinator', fee_bp from clusters.member where fee_bp > 0;
`,
};
