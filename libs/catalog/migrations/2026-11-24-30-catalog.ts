import type { Migration } from '#libs/platform';

export const catalog30: Migration = {
  id: '2026-11-24-30-catalog',
  sql: /* sql */ `
create schema if not exists catalog;

create table catalog.hs_code (
  hs6 text primary key check (hs6 ~ '^[0-9]{6}$'),
  description_en text not null,
  description_fr text not null,
  description_ar text not null,
  source text not null,
  confidence text not null
);

-- The house's fees in basis points of the maker's price. A new rate is a new row; the row that began last by a day is in force on it.
-- A cluster's fee is agreed between it and its member, piece by piece: catalog.product.cluster_fee_bp.
create table catalog.fee_schedule (
  kind text not null check (kind in ('centre', 'platform')),
  basis_points integer not null check (basis_points between 0 and 5000),
  valid_from date not null,
  valid_until date check (valid_until > valid_from),
  source text not null,
  checked_on date not null,
  primary key (kind, valid_from)
);
insert into catalog.fee_schedule (kind, basis_points, valid_from, source, checked_on) values
  ('centre', 200, '2026-01-01', 'Dar Sanaa fee policy 2026, article 2: the centre of excellence whose certificate is live', '2026-11-24'),
  ('platform', 800, '2026-01-01', 'Dar Sanaa fee policy 2026, article 1: every sale', '2026-11-24');

create table catalog.product (
  id uuid primary key,
  artisan_id uuid not null references registry.artisan (id),
  exporter_kind text not null check (exporter_kind in ('artisan', 'cluster')),
  exporter_id uuid not null,
  exporter_name text not null,
  cluster_fee_bp integer not null default 0 check (cluster_fee_bp between 0 and 5000),
  maker_name text not null,
  maker_name_ar text,
  region_code text not null,
  state text not null default 'draft' check (state in ('draft', 'listed', 'suspended', 'withdrawn', 'sold')),
  suspended_for text check (suspended_for in ('certificate', 'standing')),
  slug text unique,
  title_en text, title_fr text, title_ar text,
  story_en text, story_fr text, story_ar text,
  branch text,
  techniques text[] not null default '{}',
  materials jsonb not null default '[]',
  material_codes text[] not null default '{}',
  hs_code text references catalog.hs_code (hs6),
  price_minor bigint check (price_minor > 0),
  -- What a buyer pays for one unit before shipping and duty: price_minor and the fees of the day, for sorting and filtering.
  goods_minor bigint check (goods_minor >= price_minor),
  net_weight_grams integer check (net_weight_grams > 0),
  gross_weight_grams integer check (gross_weight_grams > 0),
  length_mm integer check (length_mm > 0),
  width_mm integer check (width_mm > 0),
  height_mm integer check (height_mm > 0),
  is_unique boolean not null default true,
  lead_time_days integer not null default 0 check (lead_time_days >= 0),
  food_contact boolean not null default false,
  certificate_number text,
  certificate_until date,
  certificate_scheme text,
  cover_photograph_id uuid,
  search tsvector,
  listed_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  check (gross_weight_grams >= net_weight_grams),
  -- No ghost of a cluster's fee stays on a piece that its maker exports.
  check (exporter_kind = 'cluster' or (cluster_fee_bp = 0 and exporter_id = artisan_id)),
  check ((state = 'suspended') = (suspended_for is not null)),
  check ((certificate_number is null) = (certificate_until is null)),
  -- Nothing is on sale with a hole in its trade data, whatever path led there.
  check (state in ('draft', 'withdrawn') or (slug is not null and listed_at is not null and branch is not null and hs_code is not null
    and price_minor is not null and goods_minor is not null and net_weight_grams is not null and gross_weight_grams is not null
    and length_mm is not null and width_mm is not null and height_mm is not null
    and coalesce(title_en, title_fr, title_ar) is not null and jsonb_array_length(materials) > 0 and search is not null))
);
create index product_of_artisan on catalog.product (artisan_id, created_at desc, id desc);
create index product_newest on catalog.product (listed_at desc, id desc) where state = 'listed';
create index product_by_price on catalog.product (goods_minor, id) where state = 'listed';
create index product_newest_of_branch on catalog.product (branch, listed_at desc, id desc) where state = 'listed';
create index product_of_branch_by_price on catalog.product (branch, goods_minor, id) where state = 'listed';
create index product_search on catalog.product using gin (search) where state = 'listed';
create index product_material on catalog.product using gin (material_codes) where state = 'listed';
-- Everything the facets count, so that they read this index and not the wide rows.
create index product_facets on catalog.product (branch, region_code) include (goods_minor, certificate_until, material_codes) where state = 'listed';

-- The words that listed pieces are found by: a mistyped word is mended to the nearest of them.
create table catalog.search_word (word text primary key);
create index search_word_near on catalog.search_word using gin (word gin_trgm_ops);

-- One row per thing that can be sold. One row has one order at most, so two live holds on a unit cannot be written down.
create table catalog.unit (
  id uuid primary key,
  product_id uuid not null references catalog.product (id),
  serial integer not null check (serial > 0),
  state text not null default 'free' check (state in ('free', 'held', 'sold')),
  order_id uuid,
  held_until timestamptz(3),
  unique (product_id, serial),
  check (case state when 'free' then order_id is null and held_until is null
                    when 'held' then order_id is not null and held_until is not null
                    else order_id is not null and held_until is null end)
);
create index unit_free on catalog.unit (product_id, serial) where state = 'free';
create index unit_of_order on catalog.unit (order_id) where order_id is not null;

create table catalog.photograph (
  id uuid primary key,
  product_id uuid not null references catalog.product (id),
  position integer not null,
  state text not null default 'received' check (state in ('received', 'ready')),
  original_key text not null,
  sha256 text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  created_at timestamptz(3) not null
);
create index photograph_of_product on catalog.photograph (product_id, position, id);
alter table catalog.product add foreign key (cover_photograph_id) references catalog.photograph (id) on delete set null;

-- Which fees the stored goods values were worked out with; a new row of the schedule makes them stale on its first day.
create table catalog.repricing (
  only_row boolean primary key default true check (only_row),
  centre_bp integer not null, platform_bp integer not null,
  at timestamptz not null default now()
);
insert into catalog.repricing (centre_bp, platform_bp) values (200, 800);
`,
};
