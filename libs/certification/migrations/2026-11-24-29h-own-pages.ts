import type { Migration } from '#libs/platform';

export const certification29h: Migration = {
  id: '2026-11-24-29h-own-pages',
  sql: /* sql */ `
-- What a maker has of her own, narrowed and ordered as she asks: each list has an index in its own order.
create index inspection_artisan_state on certification.inspection (artisan_id, state, requested_at, id);
create index inspection_artisan_type on certification.inspection (artisan_id, product_type, requested_at, id);
create index certificate_artisan_type on certification.certificate (artisan_id, product_type, issued_at desc, id desc);
create index certificate_artisan_type_ending on certification.certificate (artisan_id, product_type, valid_until, id);
drop index certification.certificate_artisan;

-- The end of a certificate knows its maker too.
alter table certification.certificate_end add column artisan_id uuid;
alter table certification.certificate_end disable trigger certificate_end_append_only;
update certification.certificate_end e set artisan_id = c.artisan_id from certification.certificate c where c.id = e.certificate_id;
alter table certification.certificate_end enable trigger certificate_end_append_only;
create or replace function certification.place_end() returns trigger language plpgsql as $$
begin
  select c.centre_id, c.artisan_id, c.product_type, c.issued_at, c.valid_until into new.centre_id, new.artisan_id, new.product_type, new.issued_at, new.valid_until from certification.certificate c where c.id = new.certificate_id;
  return new;
end $$;
create index certificate_end_artisan_newest on certification.certificate_end (artisan_id, ended_for, issued_at desc, certificate_id desc);
create index certificate_end_artisan_ending on certification.certificate_end (artisan_id, ended_for, valid_until, certificate_id);
`,
};
