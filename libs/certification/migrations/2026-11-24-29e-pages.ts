import type { Migration } from '#libs/platform';

export const certification29e: Migration = {
  id: '2026-11-24-29e-pages',
  sql: /* sql */ `
-- Every filter of a list has an index in the list's own order: what is rare costs a page, not a walk through all there is.
create index inspection_of_state on certification.inspection (centre_id, state, requested_at, id);
create index inspection_of_type on certification.inspection (centre_id, product_type, state, requested_at, id);
create index certificate_of_type on certification.certificate (centre_id, product_type, issued_at desc, id desc);
create index certificate_of_type_ending on certification.certificate (centre_id, product_type, valid_until, id);
create index session_of_state on certification.training_session (state, starts_on, id);
create index session_of_centre on certification.training_session (centre_id, state, starts_on, id);
create index session_of_region on certification.training_session (region_code, state, starts_on, id);

-- Withdrawn certificates are few among many: their end knows whose they are and where they stand in a list.
alter table certification.certificate_end add column centre_id text, add column product_type text, add column issued_at timestamptz, add column valid_until date;
alter table certification.certificate_end disable trigger certificate_end_append_only;
update certification.certificate_end e set centre_id = c.centre_id, product_type = c.product_type, issued_at = c.issued_at, valid_until = c.valid_until from certification.certificate c where c.id = e.certificate_id;
alter table certification.certificate_end enable trigger certificate_end_append_only;
create function certification.place_end() returns trigger language plpgsql as $$
begin
  select c.centre_id, c.product_type, c.issued_at, c.valid_until into new.centre_id, new.product_type, new.issued_at, new.valid_until from certification.certificate c where c.id = new.certificate_id;
  return new;
end $$;
create trigger certificate_end_placed before insert on certification.certificate_end for each row execute function certification.place_end();
create index certificate_end_newest on certification.certificate_end (centre_id, ended_for, issued_at desc, certificate_id desc);
create index certificate_end_ending on certification.certificate_end (centre_id, ended_for, valid_until, certificate_id);
`,
};
