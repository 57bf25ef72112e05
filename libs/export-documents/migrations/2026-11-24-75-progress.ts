import type { Migration } from '#libs/platform';

/** Whoever watches a file hears of each step, whichever process took it: the database says it when the step is committed. */
export const exportDocuments75: Migration = {
  id: '2026-11-24-75-progress',
  sql: /* sql */ `
create function export_documents.tell_progress() returns trigger language plpgsql as $$
begin
  perform pg_notify('dar_sanaa_export_file', new.order_id::text);
  return null;
end $$;
create trigger paper_told after insert on export_documents.paper for each row execute function export_documents.tell_progress();
create trigger paper_moved after update on export_documents.paper for each row when (new.state is distinct from old.state) execute function export_documents.tell_progress();
create trigger file_moved after update on export_documents.file for each row when (new.state is distinct from old.state) execute function export_documents.tell_progress();
`,
};
