import type { Migration } from '#libs/platform';

export const certification28: Migration = {
  id: '2026-11-24-28-certificate-pages',
  sql: /* sql */ `
-- Those that end soonest, of a centre and of an artisan.
create index certificate_centre_ending on certification.certificate (centre_id, valid_until, id);
create index certificate_artisan_ending on certification.certificate (artisan_id, valid_until, id);
-- The queue by kind of work, newest or oldest first.
create index inspection_centre_type on certification.inspection (centre_id, product_type, requested_at, id);
`,
};
