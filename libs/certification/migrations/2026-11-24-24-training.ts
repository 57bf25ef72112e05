import type { Migration } from '#libs/platform';

export const certification24: Migration = {
  id: '2026-11-24-24-training',
  sql: /* sql */ `
create table certification.training_session (
  id uuid primary key,
  centre_id text not null references certification.centre,
  -- The support programme it belongs to, in the centre's words.
  programme text not null,
  title_en text not null,
  title_fr text not null,
  title_ar text not null,
  trainer text not null,
  place text not null,
  region_code text not null references registry.region,
  starts_on date not null,
  ends_on date not null,
  seats integer not null check (seats between 1 and 500),
  attendance_percent smallint not null check (attendance_percent between 1 and 100),
  branches text[] not null,
  regions text[] not null,
  for_women boolean not null,
  for_youth boolean not null,
  criteria jsonb not null,
  state text not null check (state in ('open', 'closed', 'cancelled')),
  cancel_reason text,
  created_by uuid,
  created_at timestamptz not null,
  check (ends_on >= starts_on),
  check ((state = 'cancelled') = (cancel_reason is not null))
);
create index training_session_soonest on certification.training_session (starts_on, id);
create index training_session_centre on certification.training_session (centre_id, starts_on, id);

create table certification.enrolment (
  id uuid primary key,
  session_id uuid not null references certification.training_session,
  artisan_id uuid not null references registry.artisan,
  state text not null check (state in ('waiting', 'enrolled', 'left', 'completed', 'not_completed', 'cancelled')),
  -- Seats are given in this order.
  asked_at timestamptz not null,
  asked_by uuid,
  asked_by_name text not null,
  constraint enrolment_once unique (session_id, artisan_id)
);
create index enrolment_roll on certification.enrolment (session_id, asked_at, id);
create index enrolment_artisan on certification.enrolment (artisan_id, asked_at desc, id desc);

create table certification.attendance (
  enrolment_id uuid not null references certification.enrolment,
  day date not null,
  present boolean not null,
  at timestamptz not null,
  account_id uuid,
  primary key (enrolment_id, day)
);

-- Each time somebody assessed. The last one counts; the earlier ones stay.
create table certification.assessment (
  id uuid primary key,
  enrolment_id uuid not null references certification.enrolment,
  at timestamptz not null,
  account_id uuid,
  assessor_name text not null,
  results jsonb not null,
  attended boolean not null,
  passed boolean not null,
  note text
);
create index assessment_enrolment on certification.assessment (enrolment_id, at, id);
create trigger assessment_append_only before update or delete on certification.assessment for each row execute function platform.refuse_change();

create table certification.completion (
  id uuid primary key,
  number text not null unique,
  enrolment_id uuid not null unique references certification.enrolment,
  session_id uuid not null references certification.training_session,
  artisan_id uuid not null references registry.artisan,
  issued_on date not null,
  at timestamptz not null,
  account_id uuid,
  assessor_name text not null
);
create index completion_artisan on certification.completion (artisan_id, at desc);
create trigger completion_append_only before update or delete on certification.completion for each row execute function platform.refuse_change();
`,
};
