import type { Migration } from '#libs/platform';

export const certification29i: Migration = {
  id: '2026-11-24-29i-rolls',
  sql: /* sql */ `
-- A roll by name, and her trainings by the day they begin: an enrolment knows the name she was entered under, folded as the register
-- orders by it, and the first day of its session, which moves with it.
alter table certification.enrolment add column name_key text collate "C", add column starts_on date;
update certification.enrolment e set name_key = a.sort_key, starts_on = s.starts_on
  from registry.artisan a, certification.training_session s where a.id = e.artisan_id and s.id = e.session_id;
alter table certification.enrolment alter column name_key set not null, alter column starts_on set not null;

create function certification.place_enrolment() returns trigger language plpgsql as $$
begin
  select a.sort_key into new.name_key from registry.artisan a where a.id = new.artisan_id;
  select s.starts_on into new.starts_on from certification.training_session s where s.id = new.session_id;
  return new;
end $$;
create trigger enrolment_placed before insert on certification.enrolment for each row execute function certification.place_enrolment();

create function certification.move_enrolments() returns trigger language plpgsql as $$
begin
  update certification.enrolment set starts_on = new.starts_on where session_id = new.id;
  return null;
end $$;
create trigger session_moved after update of starts_on on certification.training_session for each row when (old.starts_on is distinct from new.starts_on) execute function certification.move_enrolments();

create index enrolment_artisan_state on certification.enrolment (artisan_id, state, asked_at, id);
create index enrolment_artisan_begins on certification.enrolment (artisan_id, starts_on, id);
create index enrolment_roll_state on certification.enrolment (session_id, state, asked_at, id);
create index enrolment_roll_name on certification.enrolment (session_id, name_key, id);
`,
};
