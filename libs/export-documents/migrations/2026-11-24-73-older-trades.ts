import type { Migration } from '#libs/platform';

export const exportDocuments73: Migration = {
  id: '2026-11-24-73-older-trades',
  sql: /* sql */ `
-- Files opened before the way was asked for: a parcel nobody has handed over. What was sent says so too, which changes no paper.
alter table export_documents.file disable trigger file_sent_kept;
update export_documents.file set trade = trade || jsonb_build_object(
  'transport', coalesce(trade->'transport', '{"way":"undecided","carrier":null,"number":null,"from":null,"to":null,"vehicle":null,"notify":null,"containers":[],"wood":null,"woodMark":null}'::jsonb),
  'form', coalesce(trade->'form', '{"shiftXMm":0,"shiftYMm":0}'::jsonb))
where trade is not null;
alter table export_documents.file enable trigger file_sent_kept;
`,
};
