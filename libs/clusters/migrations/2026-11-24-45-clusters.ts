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
  -- For sharing out large orders: pieces she can have in hand at once, and her agreed part as a weight.
  capacity int not null default 0 check (capacity between 0 and 100000),
  quota int check (quota between 0 and 10000),
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

-- One funded order line that a cluster shares out. \`total\` is what the buyer bought and never changes.
create table clusters.allotment (
  order_id uuid not null,
  line integer not null,
  cluster_id uuid not null references clusters.cluster,
  product_id uuid not null,
  total int not null check (total > 0),
  state text not null default 'open' check (state in ('open', 'finished', 'closed')),
  -- How freed pieces are offered again; null until the first sharing out, and by hand nothing is re-offered by itself.
  rule text check (rule in ('capacity', 'turn', 'quota', 'hand')),
  answer_days int not null default 3 check (answer_days between 1 and 60),
  opened_at timestamptz not null,
  primary key (order_id, line)
);
create index allotment_cluster on clusters.allotment (cluster_id, opened_at);

create table clusters.lot (
  id uuid primary key,
  order_id uuid not null,
  line integer not null,
  artisan_id uuid not null,
  quantity int not null check (quantity > 0),
  state text not null check (state in ('offered', 'accepted', 'made', 'inspected', 'declined', 'lapsed', 'failed')),
  rule text not null check (rule in ('capacity', 'turn', 'quota', 'hand')),
  -- Why it was given to her, and why it came back.
  reason text not null,
  outcome text,
  answer_by timestamptz not null,
  offered_at timestamptz not null,
  foreign key (order_id, line) references clusters.allotment
);
create index lot_of_allotment on clusters.lot (order_id, line);
create index lot_of_artisan on clusters.lot (artisan_id, offered_at);
create index lot_waiting on clusters.lot (answer_by) where state = 'offered';

-- However two coordinators race, the standing lots of a line never come to more than the buyer bought.
create function clusters.refuse_too_many() returns trigger language plpgsql as $$
declare
  bought int;
  standing int;
begin
  select total into bought from clusters.allotment where order_id = new.order_id and line = new.line for update;
  select coalesce(sum(quantity), 0) into standing from clusters.lot
    where order_id = new.order_id and line = new.line and state in ('offered', 'accepted', 'made', 'inspected');
  if standing > bought then
    raise exception 'lots of order % line % come to %, the buyer bought %', new.order_id, new.line, standing, bought using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger lot_within_total after insert or update on clusters.lot for each row execute function clusters.refuse_too_many();
`,
};
