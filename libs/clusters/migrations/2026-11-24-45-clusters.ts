import type { Migration } from '#libs/platform';

export const clusters45: Migration = {
  id: '2026-11-24-45-clusters',
  sql: /* sql */ `
create schema clusters;

create table clusters.cluster (
  id uuid primary key,
  name text not null,
  name_ar text,
  legal_form text not null check (legal_form in ('cooperative', 'cooperative_union', 'association', 'economic_interest_group', 'company')),
  -- Identifiant commun de l'entreprise: fifteen digits on every invoice the cluster issues.
  ice text check (ice ~ '^[0-9]{15}$'),
  address text not null,
  city text not null,
  region_code text not null,
  branch text not null,
  rules text not null,
  -- What the cluster takes of a sale, in basis points of what the maker receives.
  fee_bp int not null check (fee_bp between 0 and 3333),
  created_at timestamptz not null
);
create unique index cluster_name on clusters.cluster (platform.fold(name));

-- One row per artisan and cluster, kept when she leaves.
create table clusters.member (
  cluster_id uuid not null references clusters.cluster,
  artisan_id uuid not null,
  state text not null check (state in ('outside', 'invited', 'requested', 'active')),
  coordinator boolean not null default false,
  -- The fee she was shown and accepted; the cluster's own may have moved since.
  fee_bp int not null check (fee_bp between 0 and 3333),
  changed_at timestamptz not null,
  primary key (cluster_id, artisan_id),
  check (state = 'active' or not coordinator)
);
create index member_artisan on clusters.member (artisan_id, cluster_id);

create table clusters.permission (
  cluster_id uuid not null,
  artisan_id uuid not null,
  permission text not null check (permission in ('list', 'price', 'stock', 'photograph', 'act')),
  granted_at timestamptz not null,
  primary key (cluster_id, artisan_id, permission),
  foreign key (cluster_id, artisan_id) references clusters.member
);

-- A member's product under the cluster's name. A withdrawn offer leaves no row: nothing can come back by itself.
create table clusters.offer (
  product_id uuid primary key,
  cluster_id uuid not null,
  artisan_id uuid not null,
  fee_bp int not null check (fee_bp between 0 and 3333),
  offered_at timestamptz not null,
  foreign key (cluster_id, artisan_id) references clusters.member
);
create index offer_member on clusters.offer (cluster_id, artisan_id);
`,
};
