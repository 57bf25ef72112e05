import type { Migration } from '#libs/platform';

export const certification25: Migration = {
  id: '2026-11-24-25-rules-of-centres',
  sql: /* sql */ `
alter table certification.rule add column id uuid not null default gen_random_uuid() primary key;
-- Null: law, for every centre. Otherwise the centre's own.
alter table certification.rule add column centre_id text references certification.centre;
alter table certification.rule add column published_by uuid;
alter table certification.rule add column published_at timestamptz;
-- What a statement must look like: fibres in percent, a plot of land, a Latin name; null for any words.
alter table certification.rule add column form text check (form in ('composition', 'geolocation', 'species'));
-- Words that make a statement fail unless another rule is met: a protected species without its permit.
alter table certification.rule add column flagged text[];
alter table certification.rule add column lifted_by text;
alter table certification.rule drop constraint rule_kind_check;
alter table certification.rule add constraint rule_kind_check check (kind in ('measurement', 'observation', 'statement'));
alter table certification.rule add constraint rule_form_check2 check (kind = 'statement' or (form is null and flagged is null));
drop index certification.rule_once;
create unique index rule_once on certification.rule (product_type, code, variants, centre_id, valid_from) nulls not distinct;
create index rule_of_type on certification.rule (product_type, position);

-- A rule that changes gets an end and a successor: nothing else of it moves.
create function certification.keep_rule() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'rule % keeps every version', old.code using errcode = 'restrict_violation';
  end if;
  if to_jsonb(new) - 'valid_until' is distinct from to_jsonb(old) - 'valid_until' then
    raise exception 'rule % can only be given an end', old.code using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger rule_kept before update or delete on certification.rule for each row execute function certification.keep_rule();

-- Marks a certificate may be issued under: the national label by level, collective marks, the state's stamp, a centre's own.
create table certification.mark (
  code text primary key check (code ~ '^[a-z][a-z0-9-]{1,40}$'),
  scheme text not null check (scheme in ('centre', 'morocco_handmade', 'collective_mark', 'estampillage')),
  level smallint check (level between 1 and 3),
  en text not null,
  fr text not null,
  ar text not null,
  -- Null: for every product type.
  product_type text references certification.product_type,
  centre_id text references certification.centre,
  valid_from date not null,
  valid_until date,
  source text not null,
  checked_on date not null,
  confidence text not null check (confidence in ('sourced', 'general')),
  check ((scheme = 'morocco_handmade') = (level is not null)),
  check ((scheme = 'centre') = (centre_id is not null))
);

alter table certification.certificate drop constraint certificate_scheme_check;
alter table certification.certificate add constraint certificate_scheme_check check (scheme in ('centre', 'morocco_handmade', 'collective_mark', 'estampillage'));
-- The state's stamp is a sealed label and a grade.
alter table certification.certificate add constraint stamped check (scheme <> 'estampillage' or (label_number is not null and grade is not null));

-- The lists of a centre and of an artisan, and the queue by any state, a page at a time.
create index certificate_centre on certification.certificate (centre_id, issued_at desc, id desc);
create index certificate_artisan_newest on certification.certificate (artisan_id, issued_at desc, id desc);
create index inspection_centre on certification.inspection (centre_id, requested_at, id);
`,
};
