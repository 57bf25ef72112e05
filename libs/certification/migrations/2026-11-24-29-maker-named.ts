import type { Migration } from '#libs/platform';

export const certification29: Migration = {
  id: '2026-11-24-29-maker-named',
  sql: /* sql */ `
-- The maker as she was named on the day: a certificate is read for years, and a list of thousands asks the register nothing.
alter table certification.certificate add column maker_name_latin text;
alter table certification.certificate add column maker_name_arabic text;
alter table certification.certificate disable trigger certificate_append_only;
update certification.certificate c set maker_name_latin = a.name_latin, maker_name_arabic = a.name_arabic from registry.artisan a where a.id = c.artisan_id;
alter table certification.certificate enable trigger certificate_append_only;
`,
};
