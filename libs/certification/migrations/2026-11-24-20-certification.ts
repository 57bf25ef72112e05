import type { Migration } from '#libs/platform';

export const certification20: Migration = {
  id: '2026-11-24-20-certification',
  sql: /* sql */ `
create schema certification;

create table certification.centre (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,40}$'),
  -- The letters its certificate numbers begin with.
  prefix text not null unique check (prefix ~ '^[A-Z]{3}$'),
  en text not null,
  fr text not null,
  ar text not null,
  region_code text not null references registry.region,
  product_types text[] not null
);

create table certification.product_type (
  code text primary key references registry.branch (code),
  -- How long a certificate may run: for one piece or lot, and for all that an artisan makes of the type.
  piece_years smallint not null check (piece_years > 0),
  type_years smallint not null check (type_years > 0)
);

create table certification.variant (
  product_type text not null references certification.product_type,
  code text not null,
  en text not null,
  fr text not null,
  ar text not null,
  food_contact boolean not null default false,
  position smallint not null,
  primary key (product_type, code)
);

-- The checklists. A rule that changes gets an end and a successor, never an edit.
create table certification.rule (
  product_type text not null references certification.product_type,
  code text not null,
  -- Null: for every variant.
  variants text[],
  kind text not null check (kind in ('measurement', 'observation')),
  en text not null,
  fr text not null,
  ar text not null,
  unit text,
  required boolean not null,
  plausible_min double precision,
  plausible_max double precision,
  limit_max double precision,
  limit_exclusive boolean not null default false,
  position smallint not null,
  valid_from date not null,
  valid_until date,
  source text not null,
  checked_on date not null,
  confidence text not null check (confidence in ('sourced', 'general')),
  check (kind = 'measurement' or (unit is null and plausible_min is null and limit_max is null))
);
create unique index rule_once on certification.rule (product_type, code, variants, valid_from) nulls not distinct;

create table certification.carpet_grade (
  family text not null,
  grade text not null check (grade in ('courante', 'moyenne', 'superieure', 'extra_superieure')),
  min_knots_per_m2 integer,
  min_knots_width integer,
  min_knots_height integer,
  over_knots_per_m2 integer,
  over_warps_per_dm integer,
  over_wefts_per_cm integer,
  over_grams_per_m2 integer,
  valid_from date not null,
  valid_until date,
  source text not null,
  checked_on date not null,
  confidence text not null check (confidence in ('sourced', 'general')),
  primary key (family, grade, valid_from)
);

create table certification.inspection (
  id uuid primary key,
  centre_id text not null references certification.centre,
  artisan_id uuid not null references registry.artisan,
  product_type text not null,
  variant text not null,
  -- A piece of the catalog, which stands above this room: an id and no foreign key.
  piece_id uuid,
  lot_size integer check (lot_size > 0),
  description text not null,
  state text not null check (state in ('requested', 'appointed', 'examined', 'returned', 'certified', 'refused', 'cancelled')),
  requested_by uuid,
  requested_at timestamptz not null,
  appointed_for timestamptz,
  decision_reason text,
  decided_by uuid,
  -- A refusal may be looked at once more, by other eyes.
  second_look_of uuid constraint second_look_once unique references certification.inspection,
  foreign key (product_type, variant) references certification.variant,
  check (lot_size is null or piece_id is not null)
);
create index inspection_queue on certification.inspection (centre_id, requested_at, id) where state in ('requested', 'appointed', 'examined');
create index inspection_artisan on certification.inspection (artisan_id, requested_at desc, id desc);

-- Each time somebody looked. The last one decides; the earlier ones stay.
create table certification.examination (
  id uuid primary key,
  inspection_id uuid not null references certification.inspection,
  at timestamptz not null,
  account_id uuid,
  inspector_name text not null,
  place text,
  findings jsonb not null,
  note text
);
create index examination_inspection on certification.examination (inspection_id, at, id);
create trigger examination_append_only before update or delete on certification.examination for each row execute function platform.refuse_change();

create table certification.certificate (
  id uuid primary key,
  number text not null unique,
  centre_id text not null references certification.centre,
  inspection_id uuid not null unique references certification.inspection,
  artisan_id uuid not null references registry.artisan,
  product_type text not null,
  variant text not null,
  piece_id uuid,
  lot_size integer,
  description text not null,
  scheme text not null check (scheme in ('centre', 'morocco_handmade', 'collective_mark')),
  scheme_name text,
  scheme_level smallint check (scheme_level between 1 and 3),
  label_number text,
  grade text check (grade in ('courante', 'moyenne', 'superieure', 'extra_superieure')),
  food_contact boolean not null,
  facts jsonb not null,
  -- Its place in the revocation list of the passports.
  status_index bigint generated always as identity unique,
  account_id uuid,
  inspector_name text not null,
  issued_at timestamptz not null,
  valid_from date not null,
  valid_until date not null,
  check (valid_until >= valid_from),
  constraint label_once unique (centre_id, label_number)
);
create index certificate_artisan on certification.certificate (artisan_id, product_type);
create index certificate_piece on certification.certificate (piece_id) where piece_id is not null;
create index certificate_until on certification.certificate (valid_until);
create trigger certificate_append_only before update or delete on certification.certificate for each row execute function platform.refuse_change();

-- A certificate ends once: by its date or by a decision.
create table certification.certificate_end (
  certificate_id uuid primary key references certification.certificate,
  ended_for text not null check (ended_for in ('expired', 'withdrawn')),
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  reason text not null
);
create trigger certificate_end_append_only before update or delete on certification.certificate_end for each row execute function platform.refuse_change();
`,
};
