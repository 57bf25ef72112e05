import type { Migration } from '#libs/platform';

export const clusters46: Migration = {
  id: '2026-11-24-46-collective-sales',
  sql: /* sql */ `
create table clusters.collective_sale (
  id uuid primary key,
  cluster_id uuid not null references clusters.cluster,
  title text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  collection_on date not null,
  state text not null default 'planned' check (state in ('planned', 'open', 'closed', 'cancelled')),
  created_at timestamptz not null,
  check (opens_at < closes_at)
);
create index collective_sale_of_cluster on clusters.collective_sale (cluster_id, opens_at);
create index collective_sale_alive on clusters.collective_sale (opens_at) where state in ('planned', 'open');

create table clusters.collective_piece (
  sale_id uuid not null references clusters.collective_sale,
  product_id uuid not null,
  artisan_id uuid not null,
  fee_bp int not null check (fee_bp between 0 and 3333),
  -- True while this sale is what offers it: a piece offered before stays offered after.
  offered boolean not null default false,
  -- The code of what kept it out when the sale opened: a permission withdrawn, another cluster.
  left_out text,
  primary key (sale_id, product_id)
);
`,
};
