import type { Migration } from '#libs/platform';

export const exportDocuments72: Migration = {
  id: '2026-11-24-72-corrections',
  sql: /* sql */ `
-- An Arab certificate needs the Arabic words, a fibre label the fibres as tested.
alter table export_documents.correction drop constraint correction_field_check;
alter table export_documents.correction add constraint correction_field_check check (field in ('title_en', 'title_fr', 'title_ar', 'hs_code', 'net_weight_grams', 'materials'));
`,
};
